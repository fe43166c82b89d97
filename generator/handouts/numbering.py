"""Numbers of headings as GB/T 9704 has them: 一、（一）1. （1）, counted anew under each heading above."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..library.book import chinese_number
from .document import Block, Heading

DEEPEST = 4
_SPELLED = 99
"""The greatest number that is written in characters."""


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, their headings numbered; one that is not counted also starts the levels below it anew."""
    counts, place = [0] * (DEEPEST + 1), 0
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
            continue
        level = min(block.level, DEEPEST)
        counts[level + 1 :] = [0] * (DEEPEST - level)
        counts[level] += block.numbered
        place += 1
        number = heading_number(level, counts[level]) if block.numbered else block.number
        yield replace(block, level=level, number=number, place=place)


def heading_number(level: int, count: int) -> str:
    """``一、``, ``（一）``, ``1. `` or ``（1）``."""
    spelled = chinese_number(count) if count <= _SPELLED else str(count)
    return (f"{spelled}、", f"（{spelled}）", f"{count}. ", f"（{count}）")[level - 1]
