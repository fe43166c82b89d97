"""Which runs of characters get a list of positions, so that any substring is found and no list is long.

Every pair of neighbouring characters is a *gram*. A gram that stands more often than a threshold is *common*: it has no list,
and every run one character longer that begins or ends with it is a gram too, and so on. So a substring that is not common
itself is covered by grams whose lists are short, whatever common pairs it holds (the idea of growing a gram until it is
selective is that of multigram indexes, Cho & Rajagopalan 2002; growing it to both sides makes it exact for every substring).
What is common is answered from lists of records (``common``).

One character that is not common is every pair that begins with it; the last character of a block is paired with END.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .layout import END, Ints, Layout

LONGEST = 8
"""A run of this many characters has a list however often it stands: sentences that every page repeats end here."""

FEWEST = 16384
GROWTH = 17
"""A gram is common when it stands more often than ``FEWEST`` times; in a text of over 15 million characters the bound grows
with the square root of the text, so that neither the lists nor their number grow as fast as the text."""


@dataclass(frozen=True)
class Group:
    """Grams that share all but one character, in the order of that character as UTF-16 compares.

    ``name`` is what they share; a space before it says that the other character stands in front, not behind.
    ``starts`` tells where the list of each begins in ``indexes``, which hold where in the text it stands, rising.
    """

    name: str
    others: str
    starts: Ints
    indexes: Ints


@dataclass(frozen=True)
class Grams:
    """All grams of a text, and where each common run stands."""

    groups: list[Group]
    common: dict[str, Ints]


def threshold_for(size: int) -> int:
    """Return how often a run may stand in a text of ``size`` characters without being common."""
    return max(FEWEST, math.isqrt(size * GROWTH))


def utf16(text: str) -> bytes:
    """The key that sorts strings as the browser's ``<`` does, by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def find_grams(layout: Layout, threshold: int | None = None) -> Grams:
    """Return the grams of the laid-out text; common is what stands more than ``threshold`` times."""
    alphabet, ranks = _alphabet(layout)
    miner = _Miner(alphabet, ranks, threshold_for(len(ranks)) if threshold is None else threshold)
    return miner.mine()


def _alphabet(layout: Layout) -> tuple[str, NDArray[np.int64]]:
    """The characters of the text as UTF-16 sorts them, and for each place of the text its character's rank."""
    codes, inverse = np.unique(layout.codes, return_inverse=True)
    chars = [chr(code) for code in codes.tolist()]
    order = sorted(range(len(chars)), key=lambda index: utf16(chars[index]))
    rank = np.empty(len(chars), dtype=np.int64)
    rank[order] = np.arange(len(chars))
    return "".join(chars[index] for index in order), rank[inverse]


@dataclass(frozen=True)
class _Runs:
    """Runs of one length, each known by its ``key``: where each begins in ``indexes``, and how often it stands."""

    keys: Ints
    starts: Ints
    counts: Ints
    indexes: Ints

    @classmethod
    def of(cls, keys: Ints, indexes: Ints) -> _Runs:
        """Sort ``indexes``, which rise, by their keys: both are packed into one number, which sorts several times faster."""
        bits = int(indexes[-1]).bit_length() if len(indexes) else 1
        packed = np.sort((keys << bits) | indexes)
        sorted_keys = packed >> bits
        starts = np.flatnonzero(np.diff(sorted_keys, prepend=-1))
        return cls(sorted_keys[starts], starts, np.diff(starts, append=len(packed)), packed & ((1 << bits) - 1))

    def chosen(self, which: NDArray[np.bool_]) -> _Runs:
        """Only the runs where ``which`` is true."""
        indexes = self.indexes[np.repeat(which, self.counts)]
        counts = self.counts[which]
        return _Runs(self.keys[which], np.cumsum(counts) - counts, counts, indexes)

    def lists(self) -> Iterator[tuple[int, Ints]]:
        """Yield each run's key and where it stands."""
        yield from zip(self.keys.tolist(), np.split(self.indexes, self.starts[1:]), strict=True)


class _Miner:
    """Grows common runs by one character at a time."""

    def __init__(self, alphabet: str, ranks: NDArray[np.int64], threshold: int) -> None:
        self.alphabet, self.ranks, self.threshold = alphabet, ranks, threshold
        self.end = alphabet.find(END)
        self.common: dict[str, Ints] = {}
        self.groups: list[Group] = []

    def mine(self) -> Grams:
        """Find all grams."""
        places = np.flatnonzero(self.ranks != self.end)
        if len(places):
            names, numbers = self._single(places)
            names, numbers = self._pairs(places, names, numbers)
            for length in range(3, LONGEST + 1):
                if names:
                    names, numbers = self._longer(length, names, numbers)
        self.groups.sort(key=lambda group: utf16(group.name))
        return Grams(self.groups, self.common)

    def _single(self, places: Ints) -> tuple[list[str], Ints]:
        """Tell which characters are common. Common runs have numbers, -1 where none begins."""
        return self._take_common(_Runs.of(self.ranks[places], places), self.alphabet.__getitem__)

    def _pairs(self, places: Ints, singles: list[str], numbers: Ints) -> tuple[list[str], Ints]:
        seconds = self.ranks[places + 1]
        kept = (seconds != self.end) | (numbers[places] < 0)  # a common character is answered from its own list
        size = len(self.alphabet)
        runs = _Runs.of(self.ranks[places[kept]] * size + seconds[kept], places[kept])
        is_common = (runs.counts > self.threshold) & (runs.keys % size != self.end)
        self._emit(runs.chosen(~is_common), self.alphabet, before=False)
        return self._take_common(
            runs.chosen(is_common), lambda key: self.alphabet[key // size] + self.alphabet[key % size], known=True
        )

    def _longer(self, length: int, names: list[str], numbers: Ints) -> tuple[list[str], Ints]:
        """Runs of ``length`` characters that begin, or else end, with one of the common runs ``names``."""
        size = len(self.alphabet)
        begin = np.flatnonzero(numbers >= 0)
        begin = begin[self.ranks[begin + length - 1] != self.end]
        right = _Runs.of(numbers[begin] * size + self.ranks[begin + length - 1], begin)
        behind = np.flatnonzero(numbers >= 0)
        behind = behind[behind > 0] - 1
        behind = behind[(self.ranks[behind] != self.end) & (numbers[behind] < 0)]
        left = _Runs.of(numbers[behind + 1] * size + self.ranks[behind], behind)
        found: list[str] = []
        fresh = np.full(len(self.ranks), -1, dtype=np.int64)
        for runs, before in ((right, False), (left, True)):
            is_common = (runs.counts > self.threshold) & (length < LONGEST)
            self._emit(runs.chosen(~is_common), names, before)
            more, its = self._take_common(runs.chosen(is_common), self._name(names, before), known=True)
            fresh[its >= 0] = its[its >= 0] + len(found)
            found += more
        return found, fresh

    def _name(self, names: Sequence[str], before: bool) -> Callable[[int], str]:
        size = len(self.alphabet)

        def name(key: int) -> str:
            shared, other = names[key // size], self.alphabet[key % size]
            return other + shared if before else shared + other

        return name

    def _take_common(self, runs: _Runs, name: Callable[[int], str], known: bool = False) -> tuple[list[str], Ints]:
        """Keep the common ones of the runs (all of them when that is ``known``) and number them."""
        runs = runs if known else runs.chosen(runs.counts > self.threshold)
        numbers = np.full(len(self.ranks), -1, dtype=np.int64)
        numbers[runs.indexes] = np.repeat(np.arange(len(runs.keys)), runs.counts)
        found = {name(key): indexes for key, indexes in runs.lists()} if len(runs.keys) else {}
        self.common |= found
        return list(found), numbers

    def _emit(self, runs: _Runs, names: Sequence[str], before: bool) -> None:
        """Put the runs down as grams, those that share a name in one group."""
        if not len(runs.keys):
            return
        shared, others = runs.keys // len(self.alphabet), runs.keys % len(self.alphabet)
        firsts = np.flatnonzero(np.diff(shared, prepend=-1))
        edges = [*firsts.tolist(), len(shared)]
        ends = np.append(runs.starts, len(runs.indexes))
        for first, last in pairwise(edges):
            start, end = int(ends[first]), int(ends[last])
            self.groups.append(
                Group(
                    name=(END if before else "") + names[int(shared[first])],
                    others="".join(self.alphabet[other] for other in others[first:last].tolist()),
                    starts=ends[first:last] - start,
                    indexes=runs.indexes[start:end],
                )
            )
