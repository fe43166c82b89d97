"""How alike two libraries are to the index: how the pairs of characters of a stretch of their text are spread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..search.analysis import fold
from ..search.records import Record

STRETCH = 69_000
"""Characters compared: the number of different pairs depends on it."""
TOPS = (10, 100, 1_000)


@dataclass(frozen=True)
class PairSpread:
    """Of the pairs in so many characters: how many differ, and the share that the most common 10, 100 and 1,000 make up."""

    characters: int
    distinct: int
    shares: tuple[float, ...]


def pair_spread(records: Iterable[Record], characters: int = STRETCH) -> PairSpread:
    """Return the spread of pairs in the first so many folded characters, to the end of a block."""
    pairs: Counter[tuple[str, str]] = Counter()
    read = 0
    for text in (fold(block.text) for record in records for block in record.blocks):
        if read >= characters:
            break
        read += len(text)
        pairs.update(pairwise(text))
    ordered = sorted(pairs.values(), reverse=True)
    whole = max(1, sum(ordered))
    return PairSpread(read, len(ordered), tuple(sum(ordered[:top]) / whole for top in TOPS))


def common_pairs(records: Iterable[Record], count: int) -> list[str]:
    """Return the most common pairs of characters that are both Han."""
    pairs = Counter(
        first + second
        for record in records
        for block in record.blocks
        for first, second in pairwise(fold(block.text))
        if _is_han(first) and _is_han(second)
    )
    return [pair for pair, _ in pairs.most_common(count)]


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
