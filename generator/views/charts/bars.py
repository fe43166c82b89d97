"""Bars inside one comparable group, in the order that its measure allows. Nothing else ever becomes bars."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...compare.judging.comparability import FigureInCase
from ...compare.judging.groups import Items
from ...compare.judging.ranking import NEITHER, amounts, difference, rank_words, ranked
from .marks import CLASSES, UNREACHED, goal_words, status_key, status_words
from .picture import Picture
from .svg import EM, LINE, document, line, n, text, units, wrap

_GAP, _BAR, _LENGTH, _NAMES = 14.0, 22.0, 150.0, 9.0


def bars(group: Items) -> Picture:
    """The picture of two comparable figures or more.

    Raises NotComparableError when two of them are not comparable or one does not tell its size, ValueError for fewer than two.
    """
    if len(group) < 2:
        raise ValueError("一个数没有可比的对象。")
    ordered = ranked(group)
    first = ordered[0]
    measure = first.measure.name if first.measure else first.figure.name
    status = status_words(first.figure.status)
    title = f"可比的一组：{measure}{goal_words(first.figure.status)}"
    order = rank_words(ordered)
    lines = (f"{status}。", f"{order}。" if order else "按表中次序，不排名。", _conditions(first), _apart(ordered))
    return Picture(
        "bars",
        title,
        _draw(title, "".join((_told(ordered), *lines)), ordered),
        lines,
        ordered,
        ranked=bool(first.measure and first.measure.better != NEITHER),
    )


def _conditions(item: FigureInCase) -> str:
    """What all figures of the group state alike."""
    figure = item.figure
    stated = {"时段": figure.period, "基期": figure.baseline, "口径": figure.basis, "范围": figure.scope}
    told = "，".join(f"{name}{words}" for name, words in stated.items() if words)
    return f"各数的这些条件都写明并且相同：{told}。"


def _told(group: Items) -> str:
    return "；".join(f"{item.case_name} {item.figure.name} {item.figure.quantity.literal}" for item in group) + "。"


def _apart(group: Items) -> str:
    """How far each is from the first."""
    told = amounts(group)
    first = group[0].figure.quantity.literal
    others = zip(group[1:], told[1:], strict=True)
    words = (f"{item.figure.quantity.literal}相差{difference(told[0], value, item.unit)}" for item, value in others)
    return f"同第一行的{first}比：{'；'.join(words)}。"


@dataclass(frozen=True)
class _Axis:
    """Where amounts stand: from ``left``, between the lowest and the highest, zero always among them."""

    left: float
    low: float
    high: float

    def place(self, amount: float) -> float:
        return self.left + (amount - self.low) / (self.high - self.low) * _LENGTH


def _draw(title: str, told: str, group: Items) -> Markup:
    values = amounts(group)
    # Reductions are told as reductions: all to the right, longer for more. Only a mixed group needs both sides of zero.
    lengths = values if max(values) > 0 else tuple(-value for value in values)
    names = [wrap(f"{item.case_name}：{item.figure.name}", _NAMES) for item in group]
    left = max(units(words) for name in names for words in name) * EM + 10
    axis = _Axis(left, min(0.0, *lengths), max(lengths) or 1.0)
    y, rows = 6.0, Markup("")
    for item, length, name in zip(group, lengths, names, strict=True):
        height = max(_BAR, len(name) * LINE)
        rows += _name(name, axis.left - 8, y + height / 2) + _bar(item, length, axis, y + height / 2)
        y += height + _GAP
    longest = max(units(item.figure.quantity.literal) for item in group) * EM
    zero = line("grid", (axis.place(0), 0), (axis.place(0), y - 6))
    key = status_key(group[0].figure.status, left, y + 12)
    return document(title, told, left + _LENGTH + longest + 20, y + 20, rows + zero + key)


def _name(name: tuple[str, ...], right: float, middle: float) -> Markup:
    first = middle + 5 - (len(name) - 1) / 2 * LINE
    return Markup("").join(text(right, first + row * LINE, words, "", "end") for row, words in enumerate(name))


def _bar(item: FigureInCase, length: float, axis: _Axis, middle: float) -> Markup:
    """A bar with its literal behind it. What is not yet a result is an empty, dashed bar."""
    status = item.figure.status
    kind = f"bar {CLASSES[status]}{' unreached' if status in UNREACHED else ''}"
    start, end = sorted((axis.place(0), axis.place(length)))
    bar = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
        kind, n(start), n(middle - _BAR / 2), n(max(end - start, 1.0)), n(_BAR)
    )
    return bar + text(end + 8, middle + 5, item.figure.quantity.literal, "literal", "start")
