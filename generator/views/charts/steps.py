"""Steps: one measure of one case at several stated times, all of one status, in time order.

A literal is placed by its number and labelled as written. A bound (70%以上) gets an arrow that leaves its end open, and the
line stops short of it: where the value lies is not known, so nothing may lead through that point.
全覆盖 has no number: where the measure is a rate it means the whole, so it stands at the top line, which is labelled 全部
and not 100%, and the text alternative says so. Other words without a number (几十家, 12—15个, 过半) have no height at all,
and a series that holds one is not drawn.
"""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from markupsafe import Markup

from ...compare.judging.comparability import FigureInCase, Relation
from ...compare.judging.groups import Items, all_are
from .marks import UNREACHED, goal_words, status_key, status_mark, status_words
from .picture import Picture, terms
from .svg import EM, LINE, document, line, rows_of, scale, text, units

WHOLE = ("全覆盖", "全部")
_RATE, _FULL = "率", 100.0
_UP = ("以上", "超", "逾", "不少于", "不低于", "至少", "余", "多", "上", "过半")
_DOWN = ("以下", "以内", "之内", "不足", "不到", "不超过", "至多", "最多", "近", "接近")
_LEFT, _TOP, _HEIGHT, _RIGHT, _BELOW, _STEP = 42.0, 40.0, 132.0, 44.0, 72.0, 92.0
_GAP = 18.0
_BOUNDS = {-1: "↑ 不止此数，连线断开", 1: "↓ 不超过此数，连线断开"}


def steps(group: Items) -> Picture | None:
    """The picture of a series, or None when one of its figures has no height.

    Raises ValueError when two of the figures are not a series: results and targets never share a line.
    """
    if len(group) < 2 or not all_are(Relation.SERIES, group):
        raise ValueError("不是同一指标的先后数，不能连成一线。")
    heights = [_height(item) for item in group]
    if any(height is None for height in heights):
        return None
    first = group[0]
    status = status_words(first.figure.status)
    title = f"{first.case_name}：{first.figure.name}{goal_words(first.figure.status)}"
    by_meaning = [item for item in group if item.figure.quantity.literal in WHOLE]
    lines = (f"{status}。横向只表示先后，间隔不按时间长短。", *_meanings(by_meaning), f"{_shared(first)}。")
    description = _description(group, lines)
    return Picture("steps", title, _draw(title, description, group, heights), lines, group)


def _height(item: FigureInCase) -> float | None:
    """Where the figure stands on its own scale: its number, or the whole of a rate."""
    quantity = item.figure.quantity
    if quantity.literal in WHOLE and item.kind == _RATE and item.unit == "%":
        return _FULL
    return quantity.value if quantity.start is None else None


def _shared(first: FigureInCase) -> str:
    """What is stated alike of the whole series: all but when."""
    return "；".join(term.told for term in terms(first) if term.label != "时段")


def _meanings(items: list[FigureInCase]) -> tuple[str, ...]:
    words = "、".join(dict.fromkeys(item.figure.quantity.literal for item in items))
    return (f"“{words}”材料没有写数值，按字面意思画在“全部”一线。",) if items else ()


def _description(group: Items, lines: tuple[str, ...]) -> str:
    told = "；".join(f"{item.figure.period}：{item.figure.quantity.literal}{_bound_words(item)}" for item in group)
    return f"{told}。{''.join(lines)}"


def _bound_words(item: FigureInCase) -> str:
    end = _open_end(item)
    return "" if not end else "（箭头向上，表示不止此数）" if end < 0 else "（箭头向下，表示不到或不超过此数）"


def _open_end(item: FigureInCase) -> int:
    """Where the value may lie beyond the number: -1 above (which SVG calls less), 1 below, 0 when it is not a bound."""
    approx = item.figure.quantity.approx
    if any(word in approx for word in _DOWN):
        return 1
    return -1 if any(word in approx for word in _UP) else 0


def _draw(title: str, description: str, group: Items, heights: list[float | None]) -> Markup:
    values = [height or 0.0 for height in heights]
    low, high = (0.0, _FULL) if _is_rate(group, values) else scale(min(0.0, *values), max(values))
    step = max(_STEP, *((units(item.figure.quantity.literal) + 1) * EM for item in group))
    width = _LEFT + step * (len(group) - 1) + 2 * _RIGHT
    places = [
        (_LEFT + _RIGHT + index * step, _TOP + (high - value) / (high - low) * _HEIGHT)
        for index, value in enumerate(values)
    ]
    points = Markup("").join(_point(item, x, y) for item, (x, y) in zip(group, places, strict=True))
    axis = _axis(width, _top_word(group, high), f"{low:g}{group[0].unit}")
    bottom = _TOP + _HEIGHT + _BELOW
    key = status_key(group[0].figure.status, _LEFT, bottom - 10)
    bounds = [words for end, words in _BOUNDS.items() if end in map(_open_end, group)]
    for row, words in enumerate(bounds, start=1):
        key += text(_LEFT + 2, bottom - 10 + row * LINE, words, "small", "start")
    height = bottom + len(bounds) * LINE
    return document(title, description, width, height, axis + _way(group, places) + points + key)


def _way(group: Items, places: list[tuple[float, float]]) -> Markup:
    """The line from step to step, broken at each bound."""
    kind = "way dashed" if group[0].figure.status in UNREACHED else "way"
    ends = pairwise(zip(group, places, strict=True))
    return Markup("").join(line(kind, _end(a, here, there), _end(b, there, here)) for (a, here), (b, there) in ends)


def _end(item: FigureInCase, here: tuple[float, float], there: tuple[float, float]) -> tuple[float, float]:
    """Where a line from ``there`` ends: at the point, or short of it when that is a bound."""
    if not _open_end(item):
        return here
    share = _GAP / hypot(there[0] - here[0], there[1] - here[1])
    return here[0] + (there[0] - here[0]) * share, here[1] + (there[1] - here[1]) * share


def _is_rate(group: Items, values: list[float]) -> bool:
    return (
        group[0].kind == _RATE and all(item.unit == "%" for item in group) and 0 <= min(values) <= max(values) <= _FULL
    )


def _top_word(group: Items, high: float) -> str:
    return "全部" if any(item.figure.quantity.literal in WHOLE for item in group) else f"{high:g}{group[0].unit}"


def _axis(width: float, top: str, bottom: str) -> Markup:
    ends = ((_TOP, top), (_TOP + _HEIGHT, bottom))
    return Markup("").join(
        line("grid", (_LEFT, y), (width, y)) + text(_LEFT - 6, y + 4, words, "small", "end") for y, words in ends
    )


def _point(item: FigureInCase, x: float, y: float) -> Markup:
    end = _open_end(item)
    arrow = Markup("")
    if end:
        tip = y + end * 26
        arrow = line("open-end", (x, y + end * 7), (x, tip)) + line(
            "open-end", (x - 4, tip - end * 5), (x, tip), (x + 4, tip - end * 5)
        )
    # Above an arrow the words would stand at another height's line and be read as that height.
    literal = text(x, y + 24 if end < 0 else y - 14, item.figure.quantity.literal, "literal")
    period = rows_of(x, _TOP + _HEIGHT + 20, item.figure.period, 7.0, "small")
    return arrow + status_mark(item.figure.status, x, y) + literal + period
