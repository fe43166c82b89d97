"""Whether two figures may be held against each other; where they may not, why, in the reader's words.

The rule and its reasons are set down in docs/decisions/0005-comparability.md. Nothing here ranks anything.
"""

from __future__ import annotations

import re
import unicodedata

from ...library.values import FigureMark, Status
from .judged import CHANGE, POINTS, FigureInCase
from .reasons import Reason, Relation, Verdict

__all__ = ["FigureInCase", "Reason", "Relation", "Verdict", "compare"]

_RATES = ("率", "率的变化")
_UNREACHED = (Status.TARGET, Status.PLAN)
_TIMES = ("时段", "基期")
_YEAR = re.compile("[0-9]{4}")


def compare(a: FigureInCase, b: FigureInCase) -> Verdict:
    """Judge two figures; the order of the two makes no difference. Never raises."""
    if _is_series(a, b):
        return Verdict(Relation.SERIES)
    differing, undisclosed = _conditions(a, b)
    reasons = _nature(a, b)
    if differing:
        reasons.add(Reason.BASIS)
    if undisclosed:
        reasons.add(Reason.UNDISCLOSED)
    if _inexact(a) or _inexact(b):
        reasons.add(Reason.APPROXIMATE)
    if FigureMark.PANDEMIC in (a.figure.mark, b.figure.mark):
        reasons.add(Reason.PANDEMIC)
    if not _same_ground(a, b):
        reasons.add(Reason.NAMED_LOCALITIES)
    if not reasons:
        return Verdict(Relation.COMPARABLE)
    return Verdict(
        Relation.INCOMPARABLE, tuple(reason for reason in Reason if reason in reasons), differing, undisclosed
    )


def _nature(a: FigureInCase, b: FigureInCase) -> set[Reason]:
    """What the figures are: status, measure, kind, change or level, unit."""
    reasons = {
        _status_reason(a.figure.status, b.figure.status),
        Reason.MEASURE if _differ_in_measure(a, b) else None,
        _kind_reason(a.kind, b.kind),
        Reason.CHANGE_NOT_LEVEL if a.is_change != b.is_change else None,
        _unit_reason(a, b),
    }
    return {reason for reason in reasons if reason is not None}


def _status_reason(a: Status, b: Status) -> Reason | None:
    if a is b:
        return None
    return Reason.TARGET_NOT_RESULT if (a in _UNREACHED) != (b in _UNREACHED) else Reason.STATUS


def _differ_in_measure(a: FigureInCase, b: FigureInCase) -> bool:
    """Two measures differ by their ids; where one is blank, different names are enough to tell."""
    if a.figure.measure and b.figure.measure:
        return a.figure.measure != b.figure.measure
    return _folded(a.figure.name) != _folded(b.figure.name)


def _kind_reason(a: str, b: str) -> Reason | None:
    if not a or not b or a == b:
        return None
    if (a in _RATES) != (b in _RATES):
        return Reason.RATE_NOT_COUNT
    # 率 against 率的变化 is told as 变化≠水平 already.
    return None if a.removesuffix(CHANGE) == b.removesuffix(CHANGE) else Reason.KIND


def _unit_reason(a: FigureInCase, b: FigureInCase) -> Reason | None:
    percentages = all(figure.unit in ("%", *POINTS) for figure in (a, b))
    named = any(figure.unit in POINTS for figure in (a, b))
    if percentages and a.is_points != b.is_points and (named or (a.is_change and b.is_change)):
        return Reason.POINTS_NOT_PERCENT
    return Reason.UNIT if a.unit != b.unit else None


def _conditions(a: FigureInCase, b: FigureInCase) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns in which the two differ, and those that either leaves blank."""
    stated = {
        "可比指标": (a.figure.measure, b.figure.measure),
        "时段": (a.figure.period, b.figure.period),
        "口径": (a.figure.basis, b.figure.basis),
        "范围": (a.figure.scope, b.figure.scope),
        "基期": (a.figure.baseline, b.figure.baseline),
    }
    # A level is not measured against anything: its 基期 counts only where one of the two states it.
    if not (a.is_change or b.is_change or any(stated["基期"])):
        del stated["基期"]
    apart = a.case_id != b.case_id
    undisclosed = tuple(name for name, pair in stated.items() if not all(_told(name, word, apart) for word in pair))
    differing = tuple(
        name
        for name, pair in stated.items()
        if name not in ("可比指标", *undisclosed) and _folded(pair[0]) != _folded(pair[1])
    )
    return differing, undisclosed


def _told(name: str, word: str, apart: bool) -> bool:
    """Whether a condition is stated. 今年 of one article is not 今年 of another: between cases a time must tell its year."""
    return bool(word.strip()) and not (apart and name in _TIMES and not _YEAR.search(_folded(word)))


def _inexact(item: FigureInCase) -> bool:
    """Whether order and difference cannot be told from the number: 近20%, 70%以上, 14万, 全覆盖, 几十家."""
    return not item.figure.quantity.is_exact


def _same_ground(a: FigureInCase, b: FigureInCase) -> bool:
    """Whether no named locality is held against another: one case, or one place that the common scope names."""
    if a.case_id == b.case_id:
        return True
    named = {level for place in a.places for level in place.levels}
    return a.places == b.places and all(any(level in item.figure.scope for level in named) for item in (a, b))


def _is_series(a: FigureInCase, b: FigureInCase) -> bool:
    """Whether the two are one measure of one case at two stated times, alike in all else that is stated."""
    first, second = a.figure, b.figure
    pairs = ((first.scope, second.scope), (first.basis, second.basis), (first.baseline, second.baseline))
    return (
        a.case_id == b.case_id
        and bool(first.measure)
        and first.measure == second.measure
        and bool(first.scope.strip() and first.period.strip() and second.period.strip())
        and _folded(first.period) != _folded(second.period)
        and all(_folded(one) == _folded(other) for one, other in pairs)
        and not _nature(a, b)
        and FigureMark.PANDEMIC not in (first.mark, second.mark)
    )


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
