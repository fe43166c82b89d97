"""The syllables of a text: how it is typed on a keyboard. ü is ``v``, as input methods have it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from pypinyin import Style, pinyin

from .analysis import fold

LEVEL_ONE = range(0xB0, 0xD8)
"""The rows of GB/T 2312 whose characters are in common use; the rest, to 0xF7, are in order of radicals."""
_ROWS = range(0xB0, 0xF8)


def letters(folded: str) -> str:
    """Return folded text without punctuation: the characters that are typed when its name is."""
    return "".join(char for char in folded if unicodedata.category(char)[0] in "LN")


Spoken = tuple[str, str]
"""A folded character and its syllable."""


def syllables(text: str) -> list[Spoken]:
    """Return character and syllable of each letter of ``letters(fold(text))``.

    Characters of several readings are read as their phrase is (行业: hang). What is not read (digits, Latin letters,
    very rare characters) is its own syllable.
    """
    normal = unicodedata.normalize("NFKC", text)
    spoken = [readings[0] for readings in _pinyin(normal)]
    if len(spoken) != len(normal):
        spoken = [_readings(char)[0] for char in normal]
    pairs = ((char, syllable) for text, syllable in zip(normal, spoken, strict=True) for char in letters(fold(text)))
    return [(char, syllable if _is_syllable(syllable) and not char.isascii() else char) for char, syllable in pairs]


def reading_tables(spoken: Iterable[Iterable[Spoken]]) -> dict[str, dict[str, str]]:
    """Return syllable → characters so read, twice: ``used``, by the names; ``other``, else in GB/T 2312.

    Characters in common use have all their readings, since a reader who mistypes one meant any of them.
    """
    used = {(syllable, char) for name in spoken for char, syllable in name if char != syllable}
    return {"used": _by_syllable(used), "other": _by_syllable(_common_readings() - used)}


def _by_syllable(readings: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for syllable, char in sorted(readings):
        found[syllable] = found.get(syllable, "") + char
    return found


@cache
def _common_readings() -> frozenset[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for row in _ROWS:
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", "ignore")
            readings = _readings(char) if char else []
            found.update((syllable, fold(char)) for syllable in (readings if row in LEVEL_ONE else readings[:1]))
    return frozenset(found)


def _readings(char: str) -> list[str]:
    return [syllable for syllable in _pinyin(char, heteronym=True)[0] if _is_syllable(syllable)] or [char]


def _is_syllable(text: str) -> bool:
    return text.isascii() and text.isalpha() and text.islower()


def _pinyin(text: str, heteronym: bool = False) -> list[list[str]]:
    """The readings of each character; one that is not read stands for itself."""
    return pinyin(text, Style.NORMAL, heteronym, errors=list)  # type: ignore[arg-type]  # a list is fine
