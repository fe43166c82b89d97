"""A table spec and the library make a grid: which rows, in which groups, saying what on which evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from ..library.dates import parse_date
from ..library.model import Case, Library
from ..library.rows import Figure, Mechanism
from ..library.table_spec import TableColumn, TablePart, TableSpec
from ..library.values import Status
from .cells import NOT_LISTED, Cell, Column, ColumnKind, Entry, Grid, GridRow, Group, Note, Part
from .choosing import chosen
from .citations import sources_of
from .clause_fields import clause_column_kind
from .clause_rows import TITLE, chosen_manuals, clause_groups, clause_summary
from .comparability import FigureInCase
from .entries import whole_entry, written
from .fields import HEAD_FIELDS, FigureRow, figure_column_kind, figure_value, read_case, read_figure
from .peers import Peers

MIXED = "这一组既有目标（或计划），也有材料称已实现的数：目标不是结果，状态逐一标明，不可并作一列比较。"
UNKNOWN_TIME = (0, 0, 0)
MEANING = "指"
_HEAD_LABELS = {"cases": "案例", "families": "机制类别", "figures": "指标", "clauses": "条款"}
_COLUMN_KINDS: dict[str, Callable[[str], ColumnKind]] = {"figures": figure_column_kind, "clauses": clause_column_kind}
_UNREACHED = (Status.TARGET, Status.PLAN)


def build_grid(spec_id: str, spec: TableSpec, library: Library) -> Grid:
    """Build the table ``spec`` (checked before by `check_spec`) from ``library``.

    Raises KeyError when the spec names a field or case that does not exist.
    """
    cases = [library.cases[case_id] for case_id in spec.cases] or list(library.cases.values())
    manuals = chosen_manuals(library, spec.manuals) if spec.rows == "clauses" else []
    builders = {"cases": _case_rows, "families": _family_rows, "figures": _figure_groups}
    parts = []
    for number, part in enumerate(spec.parts or (TablePart.model_construct(heading="", note=""),), start=1):
        columns = part.columns or spec.columns
        found = (
            clause_groups(library, manuals, part, columns)
            if spec.rows == "clauses"
            else builders[spec.rows](library, cases, part, columns)
        )
        groups = tuple(_anchored(number, found))
        if groups:
            parts.append(Part(f"part-{number}", part.heading, part.note, _columns(spec.rows, columns, cases), groups))
    grid = Grid(
        spec_id,
        spec.title,
        spec.question,
        spec.reading,
        _HEAD_LABELS[spec.rows],
        tuple(parts),
        spec.cautions,
        spec.footnotes,
    )
    if manuals:
        owners = {manual.meta.short: manual.meta.title for manual in manuals}
        grid = replace(grid, owner_label=TITLE, owners=owners, summary=clause_summary(library, manuals))
    return replace(grid, sources=sources_of(grid, cases, library))


def _anchored(part: int, groups: Iterable[Group]) -> Iterator[Group]:
    for number, group in enumerate(groups, start=1):
        if group.rows:
            yield replace(group, anchor=f"group-{part}-{number}")


def _columns(rows: str, columns: Iterable[TableColumn], cases: Iterable[Case]) -> tuple[Column, ...]:
    if rows == "families":
        return tuple(Column(case.meta.short) for case in cases)
    kind = _COLUMN_KINDS.get(rows, lambda _: ColumnKind.TEXT)
    return tuple(Column(column.label, kind(column.field)) for column in columns)


def _case_rows(library: Library, cases: list[Case], part: TablePart, columns: Iterable[TableColumn]) -> list[Group]:
    rows = [
        GridRow(
            f"row-{case.id}",
            Entry(case.meta.short, case.id, destination=case.address),
            tuple(read_case(library, case, column) for column in columns),
        )
        for case in cases
        if chosen(part.where, _head_value(library, case))
    ]
    return [Group("", "", tuple(rows))]


def _head_value(library: Library, case: Case) -> Callable[[str], str]:
    return lambda name: HEAD_FIELDS[name](library, case)


def _family_rows(library: Library, cases: list[Case], part: TablePart, _: Iterable[TableColumn]) -> list[Group]:
    rows = []
    for number, family in enumerate(library.vocabulary.families, start=1):
        cells = tuple(_family_cell(case, family, part) for case in cases)
        if any(cell.entries for cell in cells):
            rows.append(GridRow(f"row-{number}", Entry(family), cells))
    return [Group("", "", tuple(rows))]


def _family_cell(case: Case, family: str, part: TablePart) -> Cell:
    found = (row for row in case.rows(Mechanism) if row.family == family)
    return Cell(tuple(whole_entry(case, row) for row in found if chosen(part.where, partial(written, row))), NOT_LISTED)


def _figure_groups(
    library: Library, cases: list[Case], part: TablePart, columns: Iterable[TableColumn]
) -> Iterator[Group]:
    rows = [FigureRow(case, FigureInCase.of(library, case, figure)) for case in cases for figure in case.rows(Figure)]
    rows = [row for row in rows if chosen(part.where, partial(figure_value, row))]
    grouped: dict[tuple[str, ...], list[FigureRow]] = {}
    for row in sorted(rows, key=_order(library, part, cases)):
        grouped.setdefault(tuple(figure_value(row, name) for name in part.group), []).append(row)
    peers = Peers(row.item for row in rows)
    for key, members in grouped.items():
        heading = " · ".join(_group_word(name, value) for name, value in zip(part.group, key, strict=True))
        told = tuple(_figure_row(replace(row, peers=peers.of(row.item)), columns) for row in members)
        yield Group("", heading, told, MIXED if _mixed(members) else "")


def _figure_row(row: FigureRow, columns: Iterable[TableColumn]) -> GridRow:
    measure = row.item.measure
    notes = (Note(MEANING, measure.meaning),) if measure else ()
    head = Entry(row.figure.name, row.case.id, notes=notes, destination=row.case.address.at(row.figure.anchor))
    cells = tuple(read_figure(row, column.field) for column in columns)
    return GridRow(f"row-{row.case.id}-{row.figure.id}", head, cells, row.case.meta.short)


def _group_word(name: str, value: str) -> str:
    return Status(value).display if name == "状态" else value or f"未标{name}"


def _mixed(rows: list[FigureRow]) -> bool:
    return {row.figure.status in _UNREACHED for row in rows} == {True, False}


def _time(period: str) -> tuple[int, int, int]:
    """When a period begins; free words (接管一年) tell no time."""
    try:
        return parse_date(period).sort_key
    except ValueError:
        return UNKNOWN_TIME


def _order(library: Library, part: TablePart, cases: list[Case]) -> Callable[[FigureRow], tuple[object, ...]]:
    """Groups in the order of the closed lists; in a group by measure, then case, then time, else as written."""
    ranks: dict[str, list[str]] = {
        "量的种类": list(library.vocabulary.measure_kinds),
        "状态": [status.value for status in Status],
        "案例": [case.meta.short for case in cases],
    }
    measures = ["", *library.measures]
    order = [case.id for case in cases]

    def key(row: FigureRow) -> tuple[object, ...]:
        grouped = tuple(_rank(ranks.get(name), figure_value(row, name)) for name in part.group)
        measured = measures.index(row.figure.measure)
        time = _time(row.figure.period) if measured else UNKNOWN_TIME
        return (*grouped, measured, order.index(row.case.id), time)

    return key


def _rank(known: list[str] | None, value: str) -> tuple[int, str]:
    return (known.index(value), "") if known and value in known else (99, value)
