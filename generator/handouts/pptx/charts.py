"""Native charts: editable in PowerPoint and WPS, values labelled as the source writes them, goals unlike results."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.slide import Slide
from pptx.util import Length, Pt

from ..picture import Chart, ChartKind
from .geometry import AXIS_SIZE, LABEL_SIZE
from .text import GREY, INK, rgb, set_scripts, style
from .workbook import to_workbook

_TYPES = {
    ChartKind.BARS: XL_CHART_TYPE.BAR_CLUSTERED,
    ChartKind.STEPS: XL_CHART_TYPE.LINE_MARKERS,
    ChartKind.CHANGE: XL_CHART_TYPE.COLUMN_CLUSTERED,
}
_PAPER, _PALE, _GRID = "FFFFFF", "BBBBBB", "D9D9D9"
_MARKER = 12
Place = tuple[Length, Length, Length, Length]


def draw_chart(slide: Slide, chart: Chart, place: Place) -> Any:
    """Put the chart on the slide and return what names its frame to a listener (``p:cNvPr``)."""
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = [point.category for point in chart.points]
    data.add_series(chart.series, [point.value for point in chart.points])
    frame: Any = slide.shapes.add_chart(_TYPES[chart.kind], *place, data)
    made = frame.chart
    made.part.chart_workbook.update_from_xlsx_blob(to_workbook(chart))
    made.has_legend = False
    _write(made.font, AXIS_SIZE)
    _title(made, chart.series)
    _axes(made, chart)
    _series(made.plots[0], chart)
    return frame._element.nvGraphicFramePr.cNvPr


def _title(made: Any, words: str) -> None:
    """The series with its status: a chart is copied without its slide."""
    made.has_title = True
    made.chart_title.include_in_layout = False
    _say(made.chart_title.text_frame, words, LABEL_SIZE)


def _axes(made: Any, chart: Chart) -> None:
    values, names = made.value_axis, made.category_axis
    values.minimum_scale, values.maximum_scale = chart.low, chart.high
    values.major_unit = chart.high - chart.low  # numbers between the ends would be read as if a source had told them
    values.major_gridlines.format.line.color.rgb = rgb(_GRID)
    labels = values.tick_labels
    labels.number_format_is_linked, labels.number_format = False, f'General"{chart.unit}"'
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.reverse_order = chart.kind is ChartKind.BARS  # else the first bar is the lowest
    if chart.kind is ChartKind.BARS:
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH  # with the order the axis has changed sides


def _series(plot: Any, chart: Chart) -> None:
    series = plot.series[0]
    _look(series, chart)
    position = XL_LABEL_POSITION.ABOVE if chart.kind is ChartKind.STEPS else XL_LABEL_POSITION.OUTSIDE_END
    for number, point in enumerate(chart.points):
        label = series.points[number].data_label
        _say(label.text_frame, point.literal, LABEL_SIZE, strong=True)
        label.position = position


def _look(series: Any, chart: Chart) -> None:
    """A result is filled and its line whole; a goal is empty and dashed."""
    line = series.format.line
    line.color.rgb, line.width = rgb(GREY if chart.is_goal else INK), Pt(2.25)
    if chart.is_goal:
        line.dash_style = MSO_LINE.DASH
    if chart.kind is ChartKind.STEPS:
        series.smooth = False
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, _MARKER
        series.marker.format.line.color.rgb = rgb(INK)
        _fill(series.marker.format, _PAPER if chart.is_goal else INK)
    else:
        series.invert_if_negative = False
        _fill(series.format, _PAPER if chart.is_goal else _PALE)


def _fill(look: Any, colour: str) -> None:
    look.fill.solid()
    look.fill.fore_color.rgb = rgb(colour)


def _say(frame: Any, words: str, size: float, strong: bool = False) -> None:
    run = frame.paragraphs[0].add_run()
    run.text = words
    style(run, size, INK, strong)


def _write(font: Any, size: float) -> None:
    """What the chart writes by itself: names and ends of axes."""
    font.size, font.bold, font.color.rgb = Pt(size), False, rgb(INK)
    set_scripts(font._element)
