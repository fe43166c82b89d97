"""Connected parts side by side on shelves, and shelves one below the other on sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .routing import Routed

BETWEEN_PARTS, BETWEEN_SHELVES = 36.0, 36.0


@dataclass(frozen=True)
class Sheet:
    """Parts with their places, and the size of the whole."""

    placed: tuple[tuple[Routed, float, float], ...]
    width: float
    height: float


def sheets(routed: Iterable[Routed], widest: float, highest: float) -> Iterator[Sheet]:
    """Stand the parts in their order on shelves no wider than ``widest``, these on sheets no higher than ``highest``."""
    held: list[list[Routed]] = []
    for shelf in _shelves(routed, widest):
        if held and _sheet([*held, shelf]).height > highest:
            yield _sheet(held)
            held = []
        held.append(shelf)
    if held:
        yield _sheet(held)


def _shelves(routed: Iterable[Routed], widest: float) -> Iterator[list[Routed]]:
    held: list[Routed] = []
    for part in routed:
        if held and sum(map(_width, held)) + len(held) * BETWEEN_PARTS + _width(part) > widest:
            yield held
            held = []
        held.append(part)
    if held:
        yield held


def _sheet(shelves: Iterable[list[Routed]]) -> Sheet:
    placed: list[tuple[Routed, float, float]] = []
    y = width = bottom = 0.0
    for shelf in shelves:
        x = 0.0
        for part in shelf:
            placed.append((part, x, y))
            x += _width(part) + BETWEEN_PARTS
        width, bottom = max(width, x - BETWEEN_PARTS), y + max(part.height for part in shelf)
        y = bottom + BETWEEN_SHELVES
    return Sheet(tuple(placed), width, bottom)


def _width(part: Routed) -> float:
    layout = part.layout
    return max(layout.left[id_] + layout.width[id_] for id_ in layout.left)
