"""Which blocks stand on pages turned on their side: wide tables, with the headings and remarks that lead to them."""

from __future__ import annotations

from collections.abc import Sequence

from .document import Block, Heading, PageBreak, Paragraph
from .tabular import Table

NEAR = 3
"""Blocks before a wide table that go with it; of more only the last heading and what follows it."""


def sideways(blocks: Sequence[Block]) -> list[bool]:
    """For each block, whether its page is turned."""
    turned = [isinstance(block, Table) and block.landscape for block in blocks]
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and block.landscape:
            for before in range(_start(blocks, index), index):
                turned[before] = True
    return turned


def _start(blocks: Sequence[Block], index: int) -> int:
    """The first of the blocks that lead to the wide table at ``index``."""
    first = index
    while first and isinstance(blocks[first - 1], Heading | Paragraph):
        first -= 1
    if index - first <= NEAR or (first and isinstance(blocks[first - 1], PageBreak)):
        return first
    last = max((at for at in range(first, index) if isinstance(blocks[at], Heading)), default=index)
    while last > first and isinstance(blocks[last - 1], Heading):
        last -= 1
    return last
