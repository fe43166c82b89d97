"""The closed list of fields that a comparison table may show, by what its rows are, and how each is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ...library.model import Case, Library
from ...library.rows import ROW_TYPES, Edge, Figure, Organisation, Row, columns
from ...library.table_spec import TableColumn
from ...library.values import UNKNOWN
from ..cells import NOT_LISTED, Cell, ColumnKind, Entry, Note
from ..choosing import chosen
from ..judging.comparability import FigureInCase
from .entries import EDGE_COLUMNS, column_text, edge_entries, edges_of, row_entry, whole_entry, written
from .library_fields import is_library_field, library_fields, read_library_field
from .verdicts import verdict_entries

NOT_APPLICABLE = "不适用"
NO_PEER = "所列的数里没有可与它对照的"
RELATION = "组织.关系"
MECHANISM_COLUMNS = tuple(columns(ROW_TYPES["机制"]))


@dataclass(frozen=True)
class FigureRow:
    """A figure as a row of a table, with the figures a reader might hold against it."""

    case: Case
    item: FigureInCase
    peers: tuple[FigureInCase, ...] = ()

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.item.figure


# --- rows: cases -----------------------------------------------------------------------------------------------------

HEAD_FIELDS: dict[str, Callable[[Library, Case], str]] = {
    "案例": lambda _, case: case.meta.short,
    "标题": lambda _, case: case.meta.title,
    "导语": lambda _, case: case.summary.text.strip(),
    "地点": lambda _, case: "；".join("".join(place.levels) for place in case.meta.places),
    "省份": lambda _, case: "、".join(place.province for place in case.meta.places),
    "场景": lambda _, case: case.meta.setting,
    "牵头主体": lambda _, case: case.meta.lead.name,
    "主体类型": lambda _, case: case.meta.lead.type,
    "来源": lambda library, case: library.sources[case.meta.source].full_title,
    "材料截至": lambda library, case: library.sources[case.meta.source].as_of,
}
"""What a case's front matter says, by the name a table spec gives it."""


def case_fields() -> list[str]:
    """The fields of a table whose rows are cases: front matter, whole typed tables, and their columns."""
    typed = [name for table, kind in ROW_TYPES.items() for name in (table, *(f"{table}.{c}" for c in columns(kind)))]
    return [*HEAD_FIELDS, *(name for name in typed if name.rpartition(".")[2] not in ("编号", "对象", "依据"))]


def all_case_fields(library: Library) -> list[str]:
    """`case_fields` and those whose names the library gives: 指标.…, 机制类别.…, 章节.…, 条款."""
    return [*case_fields(), *library_fields(library)]


def read_case(library: Library, case: Case, column: TableColumn) -> Cell:
    """What ``case`` says under ``column``. Raises KeyError for a field that does not exist."""
    if is_library_field(column.field):
        return read_library_field(library, case, column)
    if column.field in HEAD_FIELDS:
        return Cell((_head_entry(library, case, column.field),))
    if column.field == RELATION:
        pairs = (pair for pair in edges_of(case) if chosen(column.where, _edge_value(*pair)))
        return Cell(edge_entries(case, pairs), NOT_LISTED)
    table, _, name = column.field.partition(".")
    rows = [row for row in case.rows(ROW_TYPES[table]) if chosen(column.where, partial(written, row))]
    if not name:
        return Cell(tuple(whole_entry(case, row) for row in rows), NOT_LISTED)
    told = ((row, _column_words(row, name)) for row in rows)
    return Cell(tuple(row_entry(case, row, text) for row, text in told if text), NOT_LISTED if not rows else UNKNOWN)


def _column_words(row: Row, name: str) -> str:
    """A column's words. Those of a figure name what it counts: a bare 下降75% beside another would pass for its like."""
    text = column_text(row, name)
    return f"{row.label}：{text}" if text and isinstance(row, Figure) and name != "指标" else text


def _head_entry(library: Library, case: Case, name: str) -> Entry:
    notes = (Note("类型", case.meta.lead.type),) if name == "牵头主体" else ()
    return Entry(HEAD_FIELDS[name](library, case), case.id, notes=notes, destination=case.address)


def _edge_value(row: Organisation, edge: Edge) -> Callable[[str], str]:
    return lambda column: written(edge if column in EDGE_COLUMNS else row, column)


# --- rows: figures ---------------------------------------------------------------------------------------------------


def figure_fields() -> list[str]:
    """The fields of a table whose rows are figures."""
    return [*FIGURE_FIELDS]


def figure_value(row: FigureRow, name: str) -> str:
    """A figure's value in a field as an editor writes it, for choosing and grouping. Raises KeyError for no such field."""
    if name in _FIGURE_EXTRAS:
        return _FIGURE_EXTRAS[name](row)
    return written(row.figure, name)


def read_figure(row: FigureRow, name: str) -> Cell:
    """What a figure says in a field. Raises KeyError for a field that does not exist."""
    return FIGURE_FIELDS[name](row)


def figure_column_kind(name: str) -> ColumnKind:
    """How the cells of a figure's field are shown and exported."""
    return {"数值": ColumnKind.FIGURE, "可比性": ColumnKind.VERDICT}.get(name, ColumnKind.TEXT)


_FIGURE_EXTRAS: dict[str, Callable[[FigureRow], str]] = {
    "案例": lambda row: row.item.case_name,
    "量的种类": lambda row: row.item.kind,
    "单位": lambda row: row.item.unit,
    "指标名称": lambda row: row.item.measure.name if row.item.measure else "",
    "指标含义": lambda row: row.item.measure.meaning if row.item.measure else "",
}


def _worded(name: str) -> Callable[[FigureRow], Cell]:
    def read(row: FigureRow) -> Cell:
        text = figure_value(row, name)
        return Cell((Entry(text, row.case.id),) if text else ())

    return read


def _quantity(row: FigureRow) -> Cell:
    return Cell((row_entry(row.case, row.figure, row.figure.quantity.literal),))


def _status(row: FigureRow) -> Cell:
    return Cell((Entry(row.figure.status.display, row.case.id),))


def _baseline(row: FigureRow) -> Cell:
    cell = _worded("基期")(row)
    return cell if cell.entries or row.item.is_change else Cell(blank=NOT_APPLICABLE)


def _mark(row: FigureRow) -> Cell:
    cell = _worded("标记")(row)
    return cell if cell.entries else Cell(blank=NOT_APPLICABLE)


FIGURE_FIELDS: dict[str, Callable[[FigureRow], Cell]] = {
    **{name: _worded(name) for name in ("指标", *_FIGURE_EXTRAS, "时段", "口径", "范围", "可比指标")},
    "数值": _quantity,
    "状态": _status,
    "基期": _baseline,
    "标记": _mark,
    "可比性": lambda row: Cell(verdict_entries(row.item, row.peers), blank=NO_PEER),
}
"""Every field a figures table may show and how it is read."""
