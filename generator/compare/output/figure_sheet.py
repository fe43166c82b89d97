"""The figures of cases laid side by side, one a row and typed: a sheet of its own in the workbook, a file of its own beside CSV.

theme/static/compare-figures.js makes the same columns of what a reader picked in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable

from ...library.table_spec import TableColumn, TablePart, TableSpec
from ...library.values import UNKNOWN
from ..cells import Grid
from ..fields.measure_cells import MEASURE
from .flat import Value, body, header

FIGURES = "数字"
COLUMNS = (
    "案例",
    "指标",
    "数值",
    "数",
    "前值",
    "单位",
    "状态",
    "标记",
    "时段",
    "基期",
    "口径",
    "范围",
    "可比指标",
    "可比性",
    "依据",
)
"""The columns of the sheet; 数 and 前值 are typed where the literal is exact, 可比性 speaks of the cases in the sheet alone."""
_FIELDS = ("数值", "时段", "基期", "口径", "范围", "可比指标", "可比性")
NO_MEASURE = "未标"
TITLE = "自选案例的数字"
READING = "一行一个数，照材料列出，不评高低。“数”“前值”只填确数，降低为负；目标不是结果，状态逐一标明。"


def figures_spec(spec: TableSpec, fields: Iterable[str]) -> TableSpec | None:
    """The table of the figures that ``fields`` of ``spec`` show; None where they show none."""
    dotted = [name.partition(".") for name in fields]
    if not any(head in (FIGURES, MEASURE) for head, _, _ in dotted):
        return None
    whole = any(head == FIGURES for head, _, _ in dotted)
    measures = tuple(rest for head, _, rest in dotted if head == MEASURE and rest)
    part = TablePart.model_construct(heading="", note="", where={} if whole else {"可比指标": measures})
    columns = tuple(TableColumn(label=name, field=_field(name)) for name in _FIELDS)
    changes = {
        "title": TITLE,
        "reading": READING,
        "rows": "figures",
        "columns": columns,
        "parts": (part,),
        "transpose": False,
    }
    return spec.model_copy(update=changes)


def figure_rows(figures: Grid) -> Iterable[list[Value]]:
    """The rows of ``figures`` under COLUMNS. Where it stands in the table is left out: each row tells its status itself."""
    names = header(figures)
    places = [names.index(name) for name in COLUMNS]
    return ([_said(name, row[place]) for name, place in zip(COLUMNS, places, strict=True)] for row in body(figures))


def _said(name: str, value: Value) -> Value:
    """The editors leave 可比指标 blank, not the source."""
    return NO_MEASURE if name == "可比指标" and value == UNKNOWN else value


def _field(name: str) -> str:
    return "指标名称" if name == "可比指标" else name
