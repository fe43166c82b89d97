"""Typed rows as table entries: what is said, under which conditions, on which evidence, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from ...library.dates import PartialDate
from ...library.evidence import Evidence
from ...library.figures import Quantity
from ...library.model import Case
from ...library.rows import (
    Document,
    Edge,
    Figure,
    Honour,
    Lesson,
    Mechanism,
    Milestone,
    Organisation,
    Problem,
    Row,
    Site,
)
from ...library.values import UNKNOWN, DocumentState, FigureMark, Status
from ..cells import Entry, Note

EDGE_COLUMNS = ("关系", "对象")
_NOTED: dict[type[Row], tuple[str, ...]] = {
    Problem: ("对策",),
    Organisation: ("组成", "范围"),
    Mechanism: ("组成", "范围"),
    Site: ("地点", "做法"),
    Figure: ("时段", "基期", "口径", "范围"),
    Honour: ("授予主体", "时间", "对象"),
    Lesson: ("适用条件",),
    Milestone: ("时间",),
    Document: ("制定主体", "时间"),
}


def column_value(row: Row | Edge, column: str) -> object:
    """The typed value of a row's ``column`` by its Chinese name. Raises KeyError when the table has no such column."""
    for name, field in type(row).model_fields.items():
        if field.alias == column:
            return getattr(row, name)
    raise KeyError(column)


def column_text(row: Row | Edge, column: str) -> str:
    """A column's value as words, '' when blank; lists are joined by 、 or, where items hold one, by ；."""
    return _words(column_value(row, column))


def written(row: Row | Edge, column: str) -> str:
    """A column's value as an editor writes it in the case (已实现, where a page says 材料称已实现)."""
    value = column_value(row, column)
    return value.value if isinstance(value, Status) else _words(value)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ("；" if any("、" in item for item in value) else "、").join(value)
    if isinstance(value, Quantity | PartialDate):
        return value.literal
    if isinstance(value, Status):
        return value.display
    return str(value.value) if isinstance(value, Enum) else str(value)


def whole_entry(case: Case, row: Row) -> Entry:
    """A row told by its label, with its other telling columns as notes."""
    notes = tuple(Note(name, text) for name in _NOTED.get(type(row), ()) if (text := _noted(case, row, name)))
    text = f"{row.label}：{row.quantity.literal}" if isinstance(row, Figure) else row.label
    return row_entry(case, row, text, notes)


def row_entry(case: Case, row: Row, text: str, notes: tuple[Note, ...] = ()) -> Entry:
    """An entry that says ``text`` on the evidence of ``row``; a status is never left behind."""
    return Entry(
        text=text,
        context=case.id,
        evidence=row.evidence,
        status=_status(row),
        notes=notes,
        flags=(str(row.mark.value),) if isinstance(row, Figure) and isinstance(row.mark, FigureMark) else (),
        destination=case.address.at(row.anchor),
        quantity=row.quantity if isinstance(row, Figure) else None,
    )


def edge_entries(case: Case, pairs: Iterable[tuple[Organisation, Edge]], *, named: bool = True) -> tuple[Entry, ...]:
    """Relations in words, those of one organisation and one kind in one entry: ``甲 联动 乙、丙``.

    Without ``named`` the organisation itself is left out (``联动 乙、丙``), for where it stands beside them.
    """
    grouped: dict[tuple[str, str], list[tuple[Organisation, Edge]]] = {}
    for row, edge in pairs:
        grouped.setdefault((row.id, edge.relation), []).append((row, edge))
    return tuple(_edge_entry(case, group[0][0], [edge for _, edge in group], named) for group in grouped.values())


def _edge_entry(case: Case, row: Organisation, edges: list[Edge], named: bool) -> Entry:
    targets = "、".join(label_of(case, edge.target) for edge in edges)
    paragraphs = dict.fromkeys(paragraph for edge in edges for paragraph in edge.evidence.paragraphs)
    editorial = next((edge.evidence.editorial for edge in edges if edge.evidence.editorial), "")
    return Entry(
        text=f"{row.name if named else ''} {edges[0].relation} {targets}".lstrip(),
        context=case.id,
        evidence=Evidence(tuple(paragraphs), editorial),
        destination=case.address.at(row.anchor),
    )


def label_of(case: Case, row_id: str) -> str:
    """The label of the row with this id; 材料未说明 and anything unknown stay as they are."""
    if row_id == UNKNOWN:
        return f"（对象{UNKNOWN}）"
    return next((row.label for row in case.all_rows() if row.id == row_id), row_id)


def edges_of(case: Case) -> Iterator[tuple[Organisation, Edge]]:
    """Every relation of every organisation of the case, in order."""
    for row in case.rows(Organisation):
        for edge in row.edges:
            yield row, edge


def _noted(case: Case, row: Row, column: str) -> str:
    if isinstance(row, Problem) and column == "对策":
        return "、".join(label_of(case, answer) for answer in row.answers)
    return column_text(row, column)


def _status(row: Row) -> Status | DocumentState | None:
    if isinstance(row, Figure | Milestone):
        return row.status
    return row.state if isinstance(row, Document) else None
