"""How much of each list of a case a summary tells, from all of it to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Portion:
    """How many of each list a variant tells, and whether lessons come with the conditions they depend on."""

    mechanisms: int
    lessons: int
    limits: int
    figures: int
    conditions: bool = field(default=True, kw_only=True)

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """The numbers alone."""
        return self.mechanisms, self.lessons, self.limits, self.figures


_MOST = Portion(60, 20, 25, 10)
"""More than any page takes: so few variants are made of however full a case."""
_ENOUGH = Portion(14, 4, 4, 4)
"""What a variant keeps as long as the conditions of its lessons stand there."""
_ROOM = (1, 3, 3, 1)
"""What an item of each list is counted for: a mechanism is a third of a line, and key figures go last."""


def portions(whole: Portion) -> Iterator[Portion]:
    """From the ``whole`` down to nothing; below what is enough, lessons come without their conditions, so there is room anew."""
    most = Portion(*map(min, whole.counts, _MOST.counts))
    yield from _fewer(most, _ENOUGH)
    yield from _fewer(replace(most, conditions=False), Portion(0, 0, 0, 0))


def _fewer(now: Portion, floor: Portion) -> Iterator[Portion]:
    """One item less each time, taken from the list that has the most room above its floor."""
    yield now
    while max(above := [(a - b) * room for a, b, room in zip(now.counts, floor.counts, _ROOM, strict=True)]) > 0:
        counts = list(now.counts)
        counts[above.index(max(above))] -= 1
        yield (now := Portion(*counts, conditions=now.conditions))
