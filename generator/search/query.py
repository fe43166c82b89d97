"""Reading a query: tried whole, then as all of its words; ``"…"`` is one phrase, ``-词`` excludes, ``-47.2%`` does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .analysis import character_data, fold

_OPEN_QUOTES = '"“”＂'
_SIGNS = "-－"
_DIGITS = "0-9０-９"


@dataclass(frozen=True)
class Query:
    """A query, folded.

    ``whole`` is all of it as one string. ``words`` are what is to be found each by itself when the query has more than
    one word or excludes some, else empty; ``excluded`` is what a record must not hold then.
    """

    whole: str
    words: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()


def parse_query(text: str) -> Query:
    """Parse what a reader typed. Any text is a query; one without a single token has an empty ``whole``."""
    spaces = re.escape(character_data()["spaces"])
    # A sign counts at the start or after a space only; inside a run without spaces it is a character of the text.
    token = re.compile(
        rf"(?P<sign>(?<![^{spaces}])[{_SIGNS}](?=[^{spaces}{_DIGITS}]))?"
        rf"(?:[{_OPEN_QUOTES}](?P<phrase>[^{_OPEN_QUOTES}]*)[{_OPEN_QUOTES}]|(?P<word>[^{spaces}]+))"
    )
    matches = list(token.finditer(text))
    words = _folded(_content(match) for match in matches if not match["sign"])
    excluded = _folded(_content(match) for match in matches if match["sign"])
    if not words or (len(words) == 1 and not excluded):
        return Query(fold(text))
    return Query(fold(text), words, excluded)


def _content(match: re.Match[str]) -> str:
    return match["word"] if match["phrase"] is None else match["phrase"]


def _folded(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(fold, parts))))
