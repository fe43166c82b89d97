"""Where all folded text of a library stands: one row of positions in three stretches.

A record has a slot in each stretch: ``HEADING_SLOT`` positions for its headings, ``NAME_SLOT`` for the names of its rows and
cards, and 2 ** ``body_bits`` for the rest, or several such slots where that is longer. So the record, its page and the kind of
text (the fields of BM25F) follow from a position without a table of lengths, which would grow with the library; only the
slots that continue a long record are listed. A heading or name that does not fit its slot stands with the rest. After each
block at least one position is left free, so that no run of positions crosses a border.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..analysis import fold
from ..records import Record

HEADING_SLOT, NAME_SLOT = 64, 128
HEADING, NAME, BODY = range(3)
END = " "
"""Stands after each block. Folding never leaves a space."""

_BODY_BITS = range(5, 16)
_FEW = 16
"""At most one slot in so many continues a longer record."""

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Layout:
    """The folded text of all records and its positions.

    ``codes``: code points of all blocks in order of position, each block followed by END. ``positions``: the position of each
    of them (of an END it means nothing). ``records`` is their number, ``lengths`` how much body each has in positions,
    ``headings`` how much text in its headings. ``extras`` are the slots of the body stretch, counted from its start, that
    continue a record. ``longest``: of the blocks.
    """

    codes: NDArray[np.uint32]
    positions: Ints
    records: int
    lengths: Ints
    headings: Ints
    body_bits: int
    extras: Ints
    longest: int

    @property
    def name_start(self) -> int:
        """The first position of the stretch of names."""
        return self.records * HEADING_SLOT

    @property
    def body_start(self) -> int:
        """The first position of the stretch of other text."""
        return self.records * (HEADING_SLOT + NAME_SLOT)

    def record_of(self, positions: Ints) -> Ints:
        """Return the number of the record that holds each position."""
        slots = np.maximum(positions - self.body_start, 0) >> self.body_bits
        bodies = slots - np.searchsorted(self.extras, slots, side="right")
        named = np.where(positions < self.body_start, (positions - self.name_start) // NAME_SLOT, bodies)
        return np.where(positions < self.name_start, positions // HEADING_SLOT, named)

    def field_of(self, positions: Ints) -> Ints:
        """Return HEADING, NAME or BODY for each position."""
        return (positions >= self.name_start).astype(np.int64) + (positions >= self.body_start)


@dataclass
class _Stretch:
    """Blocks of one stretch: their texts, and where each begins, counted from the start of its record's slot."""

    texts: list[str]
    records: list[int]
    offsets: list[int]

    def add(self, text: str, record: int, offset: int) -> int:
        """Put a block down; return where the next one may stand."""
        self.texts.append(text)
        self.records.append(record)
        self.offsets.append(offset)
        return offset + len(text) + 1


def lay_out(ordered: Sequence[Record]) -> Layout:
    """Lay the records out in the order given."""
    stretches = [_Stretch([], [], []) for _ in range(3)]
    used = [_place(record, number, stretches) for number, record in enumerate(ordered)]
    lengths = np.array([body for _, body in used], dtype=np.int64)
    headings = np.array([max(0, heading - 1) for heading, _ in used], dtype=np.int64)
    bits = _bits(lengths)
    slots = _slots(lengths, bits)
    first = np.cumsum(slots) - slots
    extras = np.setdiff1d(np.arange(int(slots.sum())), first, assume_unique=True)
    count = len(ordered)
    numbers = np.arange(count)
    bases = (
        numbers * HEADING_SLOT,
        count * HEADING_SLOT + numbers * NAME_SLOT,
        count * (HEADING_SLOT + NAME_SLOT) + (first << bits),
    )
    texts = [text for stretch in stretches for text in stretch.texts]
    starts = np.concatenate(
        [
            base[np.array(stretch.records, dtype=np.int64)] + np.array(stretch.offsets, dtype=np.int64)
            for base, stretch in zip(bases, stretches, strict=True)
        ]
    )
    longest = max(map(len, texts), default=0)
    return Layout(_codes(texts), _spread(texts, starts), count, lengths, headings, bits, extras, longest)


def _place(record: Record, number: int, stretches: Sequence[_Stretch]) -> tuple[int, int]:
    """Put a record's blocks into the stretches; return how much of the slots of headings and of body it takes."""
    used = [0, 0, 0]
    rooms = (HEADING_SLOT, NAME_SLOT)
    for block in record.blocks:
        text = fold(block.text)
        if text:
            field = _field(block.is_heading, block.is_name and block.text != record.heading)
            fits = field == BODY or used[field] + len(text) + 1 <= rooms[field]
            field = field if fits else BODY
            used[field] = stretches[field].add(text, number, used[field])
    return used[HEADING], used[BODY]


def _field(is_heading: bool, is_name: bool) -> int:
    if is_name:
        return NAME
    return HEADING if is_heading else BODY


def _bits(lengths: Ints) -> int:
    """The smallest size of a slot that few records need more than one of."""
    few = (int(_slots(lengths, bits).sum()) - len(lengths) <= len(lengths) // _FEW for bits in _BODY_BITS)
    return next((bits for bits, enough in zip(_BODY_BITS, few, strict=True) if enough), _BODY_BITS[-1])


def _slots(lengths: Ints, bits: int) -> Ints:
    """How many slots of body each record takes, at least one."""
    return np.asarray(np.maximum(1, (lengths + (1 << bits) - 1) >> bits), dtype=np.int64)


def _codes(texts: Iterable[str]) -> NDArray[np.uint32]:
    whole = "".join(text + END for text in texts)
    return np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _spread(texts: Sequence[str], starts: Ints) -> Ints:
    """The position of each code point of the texts and their ENDs."""
    sizes = np.fromiter((len(text) + 1 for text in texts), dtype=np.int64, count=len(texts))
    before = np.cumsum(sizes) - sizes
    return np.asarray(np.arange(int(sizes.sum())) + np.repeat(starts - before, sizes), dtype=np.int64)
