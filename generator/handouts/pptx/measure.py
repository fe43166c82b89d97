"""How much room text takes on a slide, counted on the safe side: no program lays out exactly as another does."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator

NARROW = 0.6
"""Width of a Latin letter or digit in ems; a Chinese character is one em wide."""
LINE = 1.46
"""Height of a line in ems with single spacing: that of Noto Sans CJK, which stands in where there is no 黑体 and is higher."""
_KEPT_BACK = 1.0
"""Ems that a line may lose because no mark of punctuation begins it and no number is torn."""
_ENDS = ("。！？", "；;", "，,：:", "、")
"""Where text is cut when it must be: at the end of a sentence, else of a part of one."""


def text_lines(text: str, size: float, width: float) -> int:
    """Return how many lines ``text`` takes in ``size`` points across ``width`` points; an empty text takes one."""
    room = max(1.0, width / size - _KEPT_BACK)
    return sum(max(1, math.ceil(_ems(line) / room)) for line in text.split("\n"))


def text_height(text: str, size: float, width: float) -> float:
    """Return the points that ``text`` takes from top to bottom."""
    return text_lines(text, size, width) * size * LINE


def _ems(text: str) -> float:
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else NARROW for char in text)


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text``, each with what closes it."""
    return _parts(text, _ENDS[0])


def pieces(text: str, most: int) -> list[str]:
    """Cut ``text`` into pieces of at most ``most`` characters, at the ends of sentences where that is possible."""
    if len(text) <= most:
        return [text]
    for marks in _ENDS:
        parts = _parts(text, marks)
        if all(len(part) <= most for part in parts):
            return list(_packed(parts, most))
    return [text[start : start + most] for start in range(0, len(text), most)]


def _parts(text: str, marks: str) -> list[str]:
    return re.findall(f"[^{marks}]*(?:[{marks}]+[”’）」]*|$)", text)[:-1] or [text]


def _packed(parts: list[str], most: int) -> Iterator[str]:
    """Neighbouring parts together while they fit."""
    held = ""
    for part in parts:
        if held and len(held) + len(part) > most:
            yield held
            held = ""
        held += part
    yield held
