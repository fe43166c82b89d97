"""Order and difference inside one comparable group, and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence

from .comparability import FigureInCase, Relation
from .groups import Items, all_are

NEITHER, LESS = "无", "降"
POINT = "个百分点"
_PLACES = 6


class NotComparableError(ValueError):
    """The figures may not be held against each other, or their order cannot be told."""


def amount(item: FigureInCase) -> float | None:
    """What is measured against others: a level, or a change with its sign; None where the literal does not tell it."""
    quantity = item.figure.quantity
    if quantity.value is None or not quantity.is_exact:
        return None
    if quantity.start is not None:
        return round(quantity.value - quantity.start, _PLACES)
    if item.is_change and not quantity.direction:
        return None
    return -quantity.value if quantity.direction == "down" else quantity.value


def amounts(group: Sequence[FigureInCase]) -> tuple[float, ...]:
    """The amounts of one comparable group. Raises NotComparableError unless every pair is comparable and every amount told."""
    if not all_are(Relation.COMPARABLE, group):
        raise NotComparableError("不可比的数不能放在一组。")
    found = tuple(value for item in group if (value := amount(item)) is not None)
    if len(found) != len(group):
        raise NotComparableError("有的数看不出大小或升降。")
    return found


def is_rankable(group: Sequence[FigureInCase]) -> bool:
    """Whether the group holds two figures or more that may be ordered."""
    try:
        return len(amounts(group)) > 1
    except NotComparableError:
        return False


def ranked(group: Items) -> Items:
    """The group with the better figure first, as its measure's 升 or 降 tells; in its own order where neither is better.

    Raises NotComparableError as `amounts` does.
    """
    told = dict(zip(map(id, group), amounts(group), strict=True))
    better = group[0].measure.better if group[0].measure else NEITHER
    if better == NEITHER:
        return group
    sign = 1 if better == LESS else -1
    return tuple(sorted(group, key=lambda item: sign * told[id(item)]))


def rank_words(group: Sequence[FigureInCase]) -> str:
    """How the group is ordered, for a reader; '' where neither direction is better."""
    better = group[0].measure.better if group and group[0].measure else NEITHER
    if better == NEITHER:
        return ""
    return "这个指标以降为好，低的或降得多的排在前" if better == LESS else "这个指标以升为好，高的或升得多的排在前"


def number(value: float) -> str:
    """A number as few digits as tell it: 5, 0.5, 1200000."""
    return f"{value:.{_PLACES}f}".rstrip("0").rstrip(".")


def difference(a: float, b: float, unit: str) -> str:
    """How far apart two amounts of one unit are: 5个百分点 (never 5%), 300件, 0件."""
    return f"{number(abs(round(a - b, _PLACES)))}{POINT if unit == '%' else unit}"


def rise(item: FigureInCase) -> str:
    """How far apart the two ends of a change from one value to another are; '' unless both are exact."""
    quantity = item.figure.quantity
    if quantity.value is None or quantity.start is None or not quantity.is_exact:
        return ""
    return difference(quantity.value, quantity.start, quantity.unit)
