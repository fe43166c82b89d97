"""Reading a query: tried whole, then as all of its words and fields. Its twin is ``theme/static/search-query.js``.

``"…"`` is one phrase, ``-词`` excludes, ``-47.2%`` does not, and ``省份:浙江`` asks for pages with this value of a facet.
Both twins are held to ``tests/search/folding.json``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from .analysis import character_data, fold
from .fields import Field, facet_named

_QUOTES = '"“”＂'
_SIGNS = "-－"
_DIGITS = "0-9０-９"
_COLONS = ":："
_MARKS = re.compile(r"[，、；;。！!？?《》〈〉（）【】…]+|,(?![0-9０-９])")
"""Marks between words; a comma before a digit is part of a figure."""


@dataclass(frozen=True)
class Query:
    """A query, folded.

    ``whole`` is all of it as one string; it is always looked for first. When it has fields, more than one word, or
    excludes something, there is a second reading: ``words`` are to be found each by itself, ``excluded`` is what a
    record must not hold, and its page must have the ``fields`` (facet, value as typed). All three are empty otherwise.
    ``cut``: a mark of punctuation was read as a space, so that not even a single word is the whole of what was typed.
    """

    whole: str
    words: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    cut: bool = False


def parse_query(text: str, facet_names: Collection[str] = ()) -> Query:
    """Parse what a reader typed. Any text is a query; one without a single token has an empty ``whole``.

    Only what stands before a colon and names one of the facets makes a field; the rest are ordinary words.
    """
    token, field = _patterns()
    words: list[str] = []
    excluded: list[str] = []
    fields: list[Field] = []
    parts: list[str] = []
    at = 0
    while match := token.search(text, at):
        named = field.match(text, match.start())
        facet = facet_named(named["name"], facet_names) if named else None
        if named and facet and fold(_content(named)):
            fields.append((facet, _content(named)))
            at = named.end()
        else:
            (excluded if match["sign"] else words).append(fold(_content(match)))
            parts += _parts(match)
            at = match.end()
    return _query(fold(text), _distinct(words), _distinct(excluded), tuple(dict.fromkeys(fields)), _distinct(parts))


def _query(
    whole: str, words: tuple[str, ...], excluded: tuple[str, ...], fields: tuple[Field, ...], parts: tuple[str, ...]
) -> Query:
    """With fields and unwanted words the others are looked for as they stand, else in their ``parts`` between marks."""
    cut = not (fields or excluded) and parts != words
    second = Query(whole, parts if cut else words, excluded, fields, cut)
    return second if _has_second_reading(second) else Query(whole)


def _parts(match: re.Match[str]) -> list[str]:
    """The words of a run between its marks.

    A run of nothing but marks is looked for itself, and so is one with a single character between two: in half of the
    library, it would say nothing.
    """
    found = [*filter(None, map(fold, _MARKS.split(match["run"])))] if match["run"] is not None else []
    are_words = len(found) == 1 or (found and all(len(part) > 1 for part in found))
    return found if are_words else [fold(_content(match))]


def _has_second_reading(query: Query) -> bool:
    return bool(query.fields) or len(query.words) > 1 or bool(query.words and (query.excluded or query.cut))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The patterns of a word or phrase with its sign, and of a field."""
    spaces = re.escape(character_data()["spaces"])
    phrase = f"[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]"
    run = f"(?P<run>[^{spaces}]+)"
    # A sign counts at the start or after a space only; inside a run without spaces it is a character of the text.
    sign = f"(?P<sign>(?<![^{spaces}])[{_SIGNS}](?=[^{spaces}{_DIGITS}]))"
    name = f"(?P<name>[^{spaces}{_QUOTES}{_COLONS}]+)"
    return re.compile(f"{sign}?(?:{phrase}|{run})"), re.compile(f"{name}[{_COLONS}](?:{phrase}(?![^{spaces}])|{run})")


def _content(match: re.Match[str]) -> str:
    return match["run"] if match["phrase"] is None else match["phrase"]


def _distinct(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, parts)))
