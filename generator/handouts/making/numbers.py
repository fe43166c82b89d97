"""The numbers of a drawn picture, where a chart made of them in a slide says no more and no less than the picture."""

from __future__ import annotations

from collections.abc import Iterator

from ...compare.judging.comparability import FigureInCase
from ...library.figures import ARROW
from ...views.charts import Picture as Drawn
from ...views.charts.marks import UNREACHED, status_words
from ...views.charts.svg import scale
from ..picture import Chart, ChartKind, ChartPoint

_RATE, _WHOLE = "率", (0.0, 100.0)


def native_chart(drawn: Drawn) -> Chart | None:
    """The chart of a picture's numbers; None for what it cannot hold honestly, so that the slide shows the picture.

    A native chart leaves no end open (70%以上, 近20%), has no line of 全部, and tells no rise (降低) from a fall on one axis.
    """
    kind, figures = ChartKind(drawn.kind), drawn.figures
    points = tuple(_change(figures[0]) if kind is ChartKind.CHANGE else _levels(drawn))
    directions = {item.figure.quantity.direction for item in figures}
    if not points or len(directions) > 1 or not all(item.figure.quantity.is_exact for item in figures):
        return None
    first = figures[0]
    status = first.figure.status
    name = f"{first.case_name}：{first.figure.name}"  # told in the chart itself, which is copied without its caption
    if kind is ChartKind.BARS and first.measure:
        name = first.measure.name
    low, high = _ends(kind, first, [point.value for point in points])
    series = f"{name}（{status_words(status)}）"
    return Chart(kind, series, first.unit, status_words(status), status in UNREACHED, points, low, high)


def _change(item: FigureInCase) -> Iterator[ChartPoint]:
    """Both ends, each under its time where the source tells one."""
    figure, quantity = item.figure, item.figure.quantity
    before, after = (half.strip() for half in quantity.literal.split(ARROW))
    if quantity.start is not None and quantity.value is not None:
        yield ChartPoint(figure.baseline or "前", quantity.start, before)
        yield ChartPoint(figure.period or "后", quantity.value, after)


def _levels(drawn: Drawn) -> Iterator[ChartPoint]:
    """A point for each figure; none of one that is itself a change from one value to another."""
    for item in drawn.figures:
        figure, quantity = item.figure, item.figure.quantity
        if quantity.value is None or quantity.start is not None:
            return
        name = figure.period if drawn.kind == ChartKind.STEPS else f"{item.case_name}：{figure.name}"
        yield ChartPoint(name, quantity.value, quantity.literal)


def _ends(kind: ChartKind, first: FigureInCase, values: list[float]) -> tuple[float, float]:
    """The ends of the axis, zero always among them: columns are lengths; of a percentage the whole."""
    is_share = first.unit == "%" and (kind is ChartKind.CHANGE or first.kind == _RATE)
    if is_share and 0 <= min(values) <= max(values) <= _WHOLE[1]:
        return _WHOLE
    return scale(min(0.0, *values), max(0.0, *values))
