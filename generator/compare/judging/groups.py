"""Figures that may stand together: comparable groups, series in time order, and those that only look alike.

A group is never wider than `compare` allows: every pair in it was judged. The order in which figures come makes no
difference, and nothing here ranks what is not comparable.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Hashable, Iterable
from itertools import combinations, pairwise

from ...library.dates import parse_date
from .comparability import FigureInCase, Relation, compare

Items = tuple[FigureInCase, ...]
_Key = Callable[[FigureInCase], Hashable]


def comparable_groups(items: Iterable[FigureInCase]) -> tuple[Items, ...]:
    """Partition ``items`` into groups in which every pair is comparable; what has no equal stands alone."""
    able: list[FigureInCase] = []
    alone: list[Items] = []
    for item in items:
        # What leaves a condition open, or is no exact number, is not comparable even with its like.
        if compare(item, item).comparable:
            able.append(item)
        else:
            alone.append((item,))
    return tuple(sorted((*alone, *_partition(able, _conditions, Relation.COMPARABLE)), key=_first))


def series(items: Iterable[FigureInCase]) -> tuple[Items, ...]:
    """The series among ``items``, two figures or more each, in time order.

    A series whose times cannot be put in one order (接管一年, or one time told twice) is left out: nobody guesses it.
    """
    found = _partition(items, lambda item: (item.case_id, item.figure.measure, item.figure.status), Relation.SERIES)
    ordered = (tuple(sorted(group, key=lambda item: _time(item) or (0, 0, 0))) for group in found if len(group) > 1)
    return tuple(group for group in ordered if _in_time(group))


def lookalikes(items: Iterable[FigureInCase]) -> tuple[Items, ...]:
    """Changes of one case in one stated period, of one unit and status, no two of which are comparable.

    A reader, or a tool that draws whatever it is given, would put them into one chart. They come in the order of ``items``.
    """
    alike: dict[Hashable, list[FigureInCase]] = {}
    for item in items:
        if item.is_change and item.figure.period.strip():
            key = (item.case_id, item.figure.status, item.unit, item.is_points, _folded(item.figure.period))
            alike.setdefault(key, []).append(item)
    groups = (tuple(group) for group in alike.values() if len(group) > 1)
    return tuple(group for group in groups if all_are(Relation.INCOMPARABLE, group))


def all_are(relation: Relation, items: Iterable[FigureInCase]) -> bool:
    """Whether every two of ``items`` stand in ``relation``."""
    return all(compare(a, b).relation is relation for a, b in combinations(items, 2))


def _partition(items: Iterable[FigureInCase], key: _Key, relation: Relation) -> tuple[Items, ...]:
    """Put each item into the first group of its bucket that wholly accepts it; ``key`` is the same for all that may meet."""
    buckets: dict[Hashable, list[list[FigureInCase]]] = {}
    for item in sorted(items, key=_identity):
        groups = buckets.setdefault(key(item), [])
        home = next(
            (group for group in groups if all(compare(item, mate).relation is relation for mate in group)), None
        )
        if home is None:
            groups.append([item])
        else:
            home.append(item)
    return tuple(sorted((tuple(group) for groups in buckets.values() for group in groups), key=_first))


def _identity(item: FigureInCase) -> tuple[str, str, str]:
    """An order of figures that depends on nothing but themselves."""
    return item.case_id, item.figure.id, repr(item)


def _first(group: Items) -> tuple[str, str, str]:
    return _identity(group[0])


def _conditions(item: FigureInCase) -> Hashable:
    """What comparable figures share, so that a large table is not judged pair by pair.

    A case has one set of places, so figures that `compare` calls comparable share theirs, within a case and across cases.
    """
    figure = item.figure
    stated = tuple(_folded(text) for text in (figure.period, figure.baseline, figure.basis, figure.scope))
    return figure.measure, figure.status, item.unit, stated, repr(item.places)


def _in_time(group: Items) -> bool:
    times = [_time(item) for item in group]
    return all(times) and all(before < after for before, after in pairwise(filter(None, times)))


def _time(item: FigureInCase) -> tuple[int, int, int] | None:
    """When the figure's period begins; None where no year is told."""
    try:
        date = parse_date(item.figure.period)
    except ValueError:
        return None
    return date.sort_key if date.year else None


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
