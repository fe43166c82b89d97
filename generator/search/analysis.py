"""The one folding and tokeniser of the library's search. Its twin in the browser is ``theme/static/search-fold.js``.

Text is brought to NFKC and lower case, traditional and variant characters to one representative, and white space and
quotation marks are dropped; other punctuation stays. Every folded character is a token, so that any run of characters
can be asked for (`515` in `1515起`) and no word list can lose one. Both twins are held to ``tests/search/folding.json``.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources


@cache
def character_data() -> dict[str, str]:
    """Return `folding.json`: spaces, quotes, invisible, from, to (see ``fold_table``)."""
    text = resources.files(__package__).joinpath("folding.json").read_text(encoding="utf-8")
    data: dict[str, str] = json.loads(text)
    return data


class _Folding(dict[int, str]):
    """The folding of one character of NFKC text, for ``str.translate``; entries are made when first met.

    Lower case is taken character by character: ``str.lower`` turns Σ into σ or ς by its place in the word, and a
    folding that looks at neighbours would lose substrings. Both sigmas fold to σ.
    """

    def __init__(self) -> None:
        data = character_data()
        self._dropped = set(data["spaces"] + data["quotes"] + data["invisible"])
        self._classes = dict(zip(data["from"], data["to"], strict=True)) | {"ς": "σ"}

    def __missing__(self, code: int) -> str:
        lowered = chr(code).lower()
        kept = (self._classes.get(char, char) for char in lowered if char not in self._dropped)
        self[code] = "".join(kept)
        return self[code]


@cache
def _folding() -> _Folding:
    return _Folding()


def fold(text: str) -> str:
    """Return the text as it is indexed and asked for; every character of the result is a token."""
    return unicodedata.normalize("NFKC", text).translate(_folding())


@dataclass(frozen=True)
class Folded:
    """Folded text with the way back: token ``i`` came from ``original[starts[i]:ends[i]]``."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def fold_with_origins(text: str) -> Folded:
    """Fold the text and keep for each token the characters of the original it came from."""
    tokens: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _clusters(text):
        folded = fold(text[start:end])
        tokens.append(folded)
        starts.extend([start] * len(folded))
        ends.extend([end] * len(folded))
    return Folded("".join(tokens), tuple(starts), tuple(ends))


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Cut the text where NFKC of the whole is NFKC of the parts, and as finely as that."""
    start = 0
    for index in range(1, len(text)):
        if not _joins(text[start:index], text[index]):
            yield start, index
            start = index
    if text:
        yield start, len(text)


def _joins(cluster: str, char: str) -> bool:
    """Whether NFKC may change ``char`` or what stands before it when they meet."""
    if char < "\x80" or "㐀" <= char <= "鿿":
        return False
    if unicodedata.category(unicodedata.normalize("NFKD", char)[0]).startswith("M"):
        return True
    apart = unicodedata.normalize("NFKC", cluster) + unicodedata.normalize("NFKC", char)
    return unicodedata.normalize("NFKC", cluster + char) != apart
