"""Which figures a reader might hold against a figure.

Those of its own measure, and changes against changes, levels against levels, of like unit or kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from .comparability import FigureInCase

LIMIT = 24
"""A cell that names more peers than this is read by nobody, and in a large library every figure would have thousands."""

_Key = tuple[object, ...]


class Peers:
    """The figures of one table, indexed so that the peers of each are found without looking at all of them."""

    def __init__(self, items: Iterable[FigureInCase]) -> None:
        self._order: dict[tuple[str, str], int] = {}
        self._buckets: dict[_Key, list[FigureInCase]] = {}
        for number, item in enumerate(items):
            self._order[_id(item)] = number
            for key in _keys(item):
                self._buckets.setdefault(key, []).append(item)

    def of(self, item: FigureInCase) -> tuple[FigureInCase, ...]:
        """Return the peers of ``item`` in the table's order, at most LIMIT: its own measure's and case's before others."""
        found: dict[tuple[str, str], FigureInCase] = {}
        for peer in chain.from_iterable(self._buckets.get(key, ()) for key in _keys(item)):
            if _id(peer) != _id(item):
                found[_id(peer)] = peer
            if len(found) == LIMIT:
                break
        return tuple(sorted(found.values(), key=lambda peer: self._order[_id(peer)]))


def _id(item: FigureInCase) -> tuple[str, str]:
    return item.case_id, item.figure.id


def _keys(item: FigureInCase) -> Iterator[_Key]:
    """The buckets an item is in, nearest first. Figures without a measure have no kind to share."""
    likenesses: list[_Key] = [("unit", item.unit), *([("kind", item.kind)] if item.kind else [])]
    if item.measure:
        yield "measure", item.figure.measure
    for change in _sides(item):
        for likeness in likenesses:
            yield change, "case", item.case_id, likeness
    for change in _sides(item):
        for likeness in likenesses:
            yield change, likeness


def _sides(item: FigureInCase) -> tuple[bool, ...]:
    """As what a reader takes it: 82%→87% is a change, and its end is read as a level too."""
    return (True, False) if item.figure.quantity.start is not None else (item.is_change,)
