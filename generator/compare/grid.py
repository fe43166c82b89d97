"""A table spec and the library make a grid: which rows, in which groups, saying what on which evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from ..library.model import Case, Library
from ..library.rows import Mechanism
from ..library.table_spec import TableColumn, TablePart, TableSpec
from .cells import NOT_LISTED, Cell, Column, ColumnKind, Entry, Grid, GridRow, Group, Part
from .choosing import chosen, chosen_among
from .citations import sources_of
from .fields.case_choice import case_values, chosen_cases
from .fields.case_fields import figure_column_kind, read_case
from .fields.clause_fields import clause_column_kind
from .fields.entries import whole_entry, written
from .fields.measure_cells import measure_cautions
from .fields.record_fields import HEADS
from .rows.clause_rows import TITLE, chosen_manuals, clause_groups, clause_summary
from .rows.figure_rows import figure_groups
from .rows.record_rows import record_groups
from .transposing import transpose

_HEAD_LABELS = {"cases": "案例", "families": "机制类别", "figures": "指标", "clauses": "条款"}
_COLUMN_KINDS: dict[str, Callable[[str], ColumnKind]] = {"figures": figure_column_kind, "clauses": clause_column_kind}
Builder = Callable[[TablePart, Iterable[TableColumn]], Iterable[Group]]
"""Makes the groups of one part from its columns."""


def build_grid(spec_id: str, spec: TableSpec, library: Library) -> Grid:
    """Build the table ``spec`` (checked before by `check_spec`) from ``library``.

    Raises KeyError when the spec names a field or case that does not exist.
    """
    cases = chosen_cases(library, spec)
    manuals = chosen_manuals(library, spec.manuals) if spec.rows == "clauses" else []
    builders: dict[str, Builder] = {
        "cases": partial(_case_rows, library, cases),
        "families": partial(_family_rows, library, cases),
        "figures": partial(figure_groups, library, cases),
        "clauses": partial(clause_groups, library, manuals),
        "records": partial(record_groups, library, cases, spec),
    }
    parts = []
    for number, part in enumerate(spec.parts or (TablePart.model_construct(heading="", note=""),), start=1):
        columns = part.columns or spec.columns
        groups = tuple(_anchored(number, builders[spec.rows](part, columns)))
        if groups:
            parts.append(Part(f"part-{number}", part.heading, part.note, _columns(spec.rows, columns, cases), groups))
    grid = Grid(
        spec_id,
        spec.title,
        spec.question,
        spec.reading,
        HEADS[spec.table] if spec.rows == "records" else _HEAD_LABELS[spec.rows],
        tuple(parts),
        spec.cautions,
        spec.footnotes,
    )
    if manuals:
        owners = {manual.meta.short: manual.meta.title for manual in manuals}
        grid = replace(grid, owner_label=TITLE, owners=owners, summary=clause_summary(library, manuals))
    if spec.rows == "cases":
        grid = replace(grid, cautions=tuple(dict.fromkeys((*grid.cautions, *_unranked(library, cases, spec)))))
    grid = replace(grid, sources=sources_of(grid, cases, library))
    return transpose(grid) if spec.transpose else grid


def _unranked(library: Library, cases: Iterable[Case], spec: TableSpec) -> Iterator[str]:
    """What must be told of columns that show one measure of several cases, once for each column."""
    columns = [*spec.columns, *(column for part in spec.parts for column in part.columns)]
    yield from measure_cautions(library, cases, columns)


def _anchored(part: int, groups: Iterable[Group]) -> Iterator[Group]:
    for number, group in enumerate(groups, start=1):
        if group.rows:
            yield replace(group, anchor=f"group-{part}-{number}")


def _columns(rows: str, columns: Iterable[TableColumn], cases: Iterable[Case]) -> tuple[Column, ...]:
    if rows == "families":
        return tuple(Column(case.meta.short) for case in cases)
    kind = _COLUMN_KINDS.get(rows)
    return tuple(Column(column.label, kind(column.field) if kind else ColumnKind.TEXT) for column in columns)


def _case_rows(library: Library, cases: list[Case], part: TablePart, columns: Iterable[TableColumn]) -> list[Group]:
    rows = [
        GridRow(
            f"row-{case.id}",
            Entry(case.meta.short, case.id, destination=case.address),
            tuple(read_case(library, case, column) for column in columns),
        )
        for case in cases
        if chosen_among(part.where, partial(case_values, library, case))
    ]
    return [Group("", "", tuple(rows))]


def _family_rows(library: Library, cases: list[Case], part: TablePart, _: Iterable[TableColumn]) -> list[Group]:
    rows = []
    found = [_by_family(case, part) for case in cases]
    for number, family in enumerate(library.vocabulary.families, start=1):
        cells = tuple(Cell(tuple(entries.get(family, ())), NOT_LISTED) for entries in found)
        if any(cell.entries for cell in cells):
            rows.append(GridRow(f"row-{number}", Entry(family), cells))
    return [Group("", "", tuple(rows))]


def _by_family(case: Case, part: TablePart) -> dict[str, list[Entry]]:
    """The mechanisms of a case that a part chooses, by family; the case's rows are walked once."""
    found: dict[str, list[Entry]] = {}
    for row in case.rows(Mechanism):
        if chosen(part.where, partial(written, row)):
            found.setdefault(row.family, []).append(whole_entry(case, row))
    return found
