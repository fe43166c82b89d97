"""Positions of pairs of characters, which answer any substring exactly.

Every folded character of the library has a position in one row of numbers. Records follow one another; in a record
the headings come first, then, from ``HEADING_SPACE`` on, the other blocks; after each block one position is left free,
so that no run of positions crosses a border. The postings of a pair of characters are the positions of its first; the
last character of a block is paired with a space, which folding never leaves. A query of n characters is where the pairs
that cover it stand at the right distances; one character is every pair that begins with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..analysis import fold
from ..records import Record

HEADING_SPACE = 64
"""Positions kept for a record's headings; the browser tells a hit in a heading by it."""

END = " "


@dataclass(frozen=True)
class Layout:
    """Where everything stands: each record's length in positions, the postings of each pair, the longest block."""

    lengths: list[int]
    pairs: dict[str, list[int]]
    longest: int

    @classmethod
    def of(cls, ordered: Sequence[Record]) -> Layout:
        """Lay the records out one after the other."""
        lengths: list[int] = []
        pairs: dict[str, list[int]] = {}
        longest = start = 0
        for record in ordered:
            length = HEADING_SPACE
            for offset, text in _placed(record):
                for position, pair in enumerate(pairs_of(text), start + offset):
                    pairs.setdefault(pair, []).append(position)
                length = max(length, offset + len(text) + 1)
                longest = max(longest, len(text))
            lengths.append(length)
            start += length
        return cls(lengths, pairs, longest)


def _placed(record: Record) -> Iterator[tuple[int, str]]:
    """Yield each block's folded text and how far from the record's start it begins."""
    offset = 0
    for is_heading in (True, False):
        offset = offset if is_heading else max(offset, HEADING_SPACE)
        for block in record.blocks:
            if block.is_heading == is_heading:
                text = fold(block.text)
                yield offset, text
                offset += len(text) + 1


def pairs_of(text: str) -> Iterator[str]:
    """Yield for each character of folded text the pair it begins; the last one's second is a space."""
    return map("".join, zip(text, text[1:] + END, strict=True)) if text else iter(())
