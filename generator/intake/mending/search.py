"""Finds the texts that, read one byte out of step, give what stands on the page; see :mod:`.slip` for how that comes about.

The bytes are known but for the first one and for the pairs that stand for nothing and vanished. A beam search keeps the readings that are likeliest Chinese.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from .gbk import LEADS, codes, plain, readings, table
from .language import Language

LONGEST = 60
"""Characters in a run out of step; longer ones were not met, and each makes the search dearer."""
WIDTH = 48
GAP = -2.0
"""What a vanished pair costs, as a logarithm: of the pairs in the runs that were met one in eight stands for nothing."""
SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}"
SWALLOWED = re.compile(rf"\?({SYLLABLE})\)")
"""An annotation whose bracket was taken for the second byte of the character before it."""


@dataclass(frozen=True)
class Reading:
    """What the bytes so far may have been."""

    text: str
    left: int
    """The byte that begins the next character; 0 while it is not known because it vanished."""
    score: float
    trail: int = 0
    """The first byte of the pair that vanished last, while its second is not known."""
    gaps: int = 0
    """How many pairs vanished just before; 0 once the next character is known."""
    doubt: bool = False
    """Whether two characters meet over a vanished pair that the texts never have together: more may have vanished there."""
    end: int = -1
    """How much of the run it explains, once reader and text are in step again."""


@dataclass
class Search:
    """Looks for all texts that, cut at one byte, give what stands in ``run``, which follows the character ``before``."""

    language: Language
    run: str
    before: str
    _done: list[Reading] = field(default_factory=list)

    def readings(self, starts: Iterable[int]) -> list[Reading]:
        """Return what the run may have been, in no order. ``starts``: the bytes with which the first character may begin."""
        states = [Reading("", left, 0.0) for left in starts]
        for index, char in enumerate(self.run[:LONGEST]):
            states = _best(self._with_gaps(states)) if index else [*states, *self._first_gone()]
            self._swallowed(states, index)
            states = _best(new for state in states for new in self._step(state, char, index))
            if not states:
                break
        return self._done

    def _step(self, state: Reading, char: str, index: int) -> Iterator[Reading]:
        if not char.isascii():
            if pair := codes().get(char):
                yield from self._grown(state, pair[0], pair[1])
            return
        low = ord(char)
        if 0x40 <= low < 0x7F:
            self._done += [replace(new, end=index + 1) for new in self._grown(state, low, 0)]
        if 0x21 <= low < 0x7F:  # the pair was a full-width sign, which the page shows narrow
            yield from self._grown(state, 0xA3, low + 0x80)

    def _grown(self, state: Reading, trail: int, left: int) -> Iterator[Reading]:
        known = table()
        for lead in _lefts(state):
            if (char := known.get((lead, trail))) and self.language.knows(char):
                yield self._add(state, char, left)

    def _swallowed(self, states: list[Reading], index: int) -> None:
        """The run ends with a character whose second byte was swallowed, but whose reading is told: ``?zhèn)``."""
        if told := SWALLOWED.match(self.run, index):
            for state in states:
                lefts = set(_lefts(state))
                for char in _read_as(told[1]):
                    if codes()[char][0] in lefts and self.language.knows(char):
                        self._done.append(replace(self._add(state, char, 0), end=told.end()))

    def _with_gaps(self, states: list[Reading]) -> list[Reading]:
        """The states, and those that come of one or two pairs that vanished at this place."""
        one = _best(new for state in states for new in self._gap(state))
        two = _best(new for state in one for new in self._second_gap(state))
        return [*states, *one, *two]

    def _gap(self, state: Reading) -> Iterator[Reading]:
        for trail, char in _half_gone(state.left):
            if self.language.knows(char):
                yield self._vanish(state, char, trail)

    def _second_gap(self, state: Reading) -> Iterator[Reading]:
        """A character of which nothing is left is only thought of where the texts have it after the one before."""
        lefts = set(_lefts(state))
        for form in self.language.followers(state.text[-1]):
            for char in _written(form):
                lead, trail = codes()[char]
                if lead in lefts and trail in _vanishing():
                    yield self._vanish(state, char, trail)

    def _first_gone(self) -> Iterator[Reading]:
        """The first character, where the pair after its lost byte vanished."""
        for form in self.language.followers(self.before):
            for char in _written(form):
                if codes()[char][1] in _vanishing():
                    yield self._vanish(Reading("", 0, 0.0), char, codes()[char][1])

    def _vanish(self, state: Reading, char: str, trail: int) -> Reading:
        score = state.score + self.language.chance(self._last(state), char) + GAP
        return Reading(state.text + char, 0, score, trail, state.gaps + 1, state.doubt)

    def _add(self, state: Reading, char: str, left: int) -> Reading:
        before = self._last(state)
        doubt = state.doubt or (state.gaps == 1 and not self.language.has(before, char))
        return Reading(state.text + char, left, state.score + self.language.chance(before, char), doubt=doubt)

    def _last(self, state: Reading) -> str:
        return state.text[-1] if state.text else self.before


def _lefts(state: Reading) -> tuple[int, ...]:
    return (state.left,) if state.left else _vanishing()[state.trail]


def _best(states: Iterable[Reading]) -> list[Reading]:
    return heapq.nlargest(WIDTH, states, key=lambda state: state.score)


@cache
def _vanishing() -> dict[int, tuple[int, ...]]:
    """First byte → second bytes of the pairs that stand for nothing and may be the join of two characters."""
    known = table()
    gaps = {first: tuple(second for second in LEADS if (first, second) not in known) for first in LEADS}
    return {first: seconds for first, seconds in gaps.items() if seconds}


@cache
def _half_gone(lead: int) -> tuple[tuple[int, str], ...]:
    """The characters that begin with a byte and whose second byte may have vanished, with that byte."""
    return tuple((trail, table()[lead, trail]) for trail in _vanishing() if (lead, trail) in table())


@cache
def _read_as(syllable: str) -> tuple[str, ...]:
    return tuple(char for char in codes() if syllable in readings(char))


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for char, form in plain().items():
        found.setdefault(form, []).append(char)
    return {form: tuple(chars) for form, chars in found.items()}


def _written(form: str) -> tuple[str, ...]:
    """The ways of writing a character given in simplified form."""
    return (*((form,) if form in codes() else ()), *_forms().get(form, ()))
