"""The damage itself: what a text in GBK becomes when it is read one byte out of step."""

from __future__ import annotations

from collections.abc import Iterator

from .gbk import table

_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def cut(text: str) -> str:
    """What a text becomes when its first byte in GBK is lost: read in pairs, empty pairs vanished, a last high byte a ``?``."""
    data = text.encode("gbk", "replace")[1:]
    return "".join(_pairs(data)).translate(_NARROW)


def _pairs(data: bytes) -> Iterator[str]:
    index = 0
    while index < len(data):
        if data[index] < 0x80:
            yield chr(data[index])
            index += 1
        elif index + 1 == len(data):
            yield "?"
            index += 1
        else:
            yield table().get((data[index], data[index + 1]), "")
            index += 2
