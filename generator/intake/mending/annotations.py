"""Pinyin put after characters, as pages converted to traditional characters have it: 業(yè)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .gbk import is_hanzi, readings
from .search import SYLLABLE

_NOTE = re.compile(rf"(?<=(.))([⟦⟧]*)[(（]({SYLLABLE})[)）]", re.DOTALL)
_TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]")
FEWEST = 3
"""Fewer in a whole file are an author's own notes on how to read a character and stay."""


@dataclass(frozen=True)
class Note:
    """One annotation: where, the character and its reading; and whether it is one of its readings and was taken out."""

    start: int
    char: str
    reading: str
    removed: bool


def without_annotations(text: str) -> tuple[str, list[Note]]:
    """Return the text without pinyin that annotates the character before it, and each note found.

    Only a reading that the character has goes; another stays and is told.
    """
    found = [_note(text, match) for match in _NOTE.finditer(text)]
    notes = [note for note in found if note is not None]
    if sum(note.removed for note in notes) < FEWEST:
        return text, []
    gone = {note.start for note in notes if note.removed}
    return _NOTE.sub(lambda match: match[2] if match.start() in gone else match[0], text), notes


def _note(text: str, match: re.Match[str]) -> Note | None:
    char = next((one for one in reversed(text[max(0, match.start() - 3) : match.start()]) if one not in "⟦⟧"), "")
    reading = unicodedata.normalize("NFC", match[3])
    if not is_hanzi(char) or not _TONED.search(reading):
        return None
    return Note(match.start(), char, reading, reading in readings(char))
