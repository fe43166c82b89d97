"""Before and after: one figure that a source tells from one value to another (82%→87%), on its own axis.

The axis does not begin at zero, which the picture says: it shows two places, not two lengths. The difference is told
because both ends are one figure of one case; of percentages it is in percentage points.
"""

from __future__ import annotations

from markupsafe import Markup

from ...compare.judging.comparability import FigureInCase
from ...compare.judging.ranking import POINT, number, rise
from ...library.figures import ARROW
from .marks import UNREACHED, goal_words, status_key, status_mark, status_words
from .picture import Picture, terms
from .svg import document, line, rows_of, scale, text

_LEFT, _RIGHT, _WIDTH, _AXIS, _HEIGHT = 40.0, 40.0, 232.0, 68.0, 136.0
_CLOSE = 64.0


def change(item: FigureInCase) -> Picture:
    """The picture of a figure with a value before and one after. Raises ValueError when it tells only one."""
    quantity = item.figure.quantity
    if quantity.start is None or quantity.value is None:
        raise ValueError("只有一个值的数，没有前后可画。")
    status = status_words(item.figure.status)
    title = f"{item.case_name}：{item.figure.name}{goal_words(item.figure.status)}"
    lines = (f"{status}。", *_difference(item), *_conditions(item))
    before, after = (half.strip() for half in quantity.literal.split(ARROW))
    conditions = "；".join(term.told for term in terms(item))
    told = f"{_told(item, before, after)}。{''.join(lines)}{conditions}。"
    return Picture("change", title, _draw(title, told, item, before, after), lines, (item,))


def _told(item: FigureInCase, before: str, after: str) -> str:
    """Both literals, each with its time where the source tells one: 由82%（2021年）到87%（2021年至今）."""
    when = (f"（{text}）" if text else "" for text in (item.figure.baseline, item.figure.period))
    return f"由{before}{next(when)}到{after}{next(when)}"


def _difference(item: FigureInCase) -> tuple[str, ...]:
    apart = rise(item)
    if not apart:
        return ("前后有一个不是确数，不算相差多少。",)
    not_percent = f"，不是{apart.removesuffix(POINT)}%" if apart.endswith(POINT) else ""
    return (f"相差{apart}{not_percent}。",)


def _conditions(item: FigureInCase) -> tuple[str, ...]:
    open_ones = [name for name in item.blanks if name != "可比指标"]
    return (f"{'、'.join(open_ones)}未披露，不能同别处的数比较。",) if open_ones else ()


def _draw(title: str, told: str, item: FigureInCase, before: str, after: str) -> Markup:
    figure = item.figure
    start, value = figure.quantity.start or 0.0, figure.quantity.value or 0.0
    low, high = scale(*sorted((start, value)))
    x_start, x_value = (_LEFT + (number_ - low) / (high - low) * _WIDTH for number_ in (start, value))
    dashed = " dashed" if figure.status in UNREACHED else ""
    toward = 1 if x_value >= x_start else -1
    body = (
        line("grid", (_LEFT, _AXIS), (_LEFT + _WIDTH, _AXIS))
        + text(_LEFT, _AXIS + 18, f"{number(low)}{figure.quantity.unit}", "small")
        + text(_LEFT + _WIDTH, _AXIS + 18, f"{number(high)}{figure.quantity.unit}", "small")
        + line(f"way{dashed}", (x_start, _AXIS), (x_value - toward * 7, _AXIS))
        + line("before", (x_start, _AXIS - 9), (x_start, _AXIS + 9))
        + status_mark(figure.status, x_value, _AXIS)
        + _labels(item, (x_start, before), (x_value, after))
        + status_key(figure.status, _LEFT - 14, _HEIGHT - 12)
        + text(_LEFT + _WIDTH + 14, _HEIGHT - 12, "刻度不从零起" if low else "", "small", "end")
    )
    return document(title, told, _LEFT + _WIDTH + _RIGHT, _HEIGHT, body)


def _labels(item: FigureInCase, start: tuple[float, str], end: tuple[float, str]) -> Markup:
    """Both literals above their places with when they were; pushed apart where they stand close."""
    named = ((start, item.figure.baseline or "前"), (end, item.figure.period or "后"))
    (left, _), (right, _) = sorted(named, key=lambda pair: pair[0][0])
    push = max(0.0, (_CLOSE - (right[0] - left[0])) / 2)
    places = {left: left[0] - push, right: right[0] + push}
    return Markup("").join(
        text(places[place], _AXIS - 16, place[1], "literal") + rows_of(places[place], _AXIS - 36, when, 30.0, "small")
        for place, when in named
    )
