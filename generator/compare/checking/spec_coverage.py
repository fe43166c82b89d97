"""Warns of what a table would leave out in silence: words that cases use and that none of its parts or columns chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...library.model import Case, Library
from ...library.rows import ROW_TYPES, Mechanism, Row, columns
from ...library.table_spec import RECORD_TABLES, TableSpec
from ...report import Diagnostics, Position
from ...rules import TABLE_GAP
from ..choosing import ANY
from ..fields.case_choice import CASE_CHOICES, chosen_cases
from ..fields.clause_fields import clause_fields
from ..fields.entries import column_text
from ..fields.record_fields import record_fields
from ..rows.clause_rows import chosen_manuals, clauses_of
from ..rows.record_rows import chosen_records

Path = tuple[str | int, ...]
Where = Iterable[tuple[str, tuple[str, ...]]]
Used = Callable[[str], Iterable[str]]
"""The words that rows hold in a column."""
Split = tuple[Path, str, Used, str, set[str]]
"""Where the spec splits rows, what they are called, what they hold, the column it splits by, and the words it chooses."""


def check_coverage(
    spec_id: str, spec: TableSpec, library: Library, at: Callable[[Path], Position], diagnostics: Diagnostics
) -> None:
    """Warn of each word in use that a spec which splits a table by that column nowhere names, unless it means to."""
    if spec.partial:
        return
    for path, name, used, column, chosen in _splits(spec, library):
        words = dict.fromkeys(filter(None, used(column)))
        missing = [word for word in words if word not in chosen and ANY not in chosen]
        if missing:
            told = f"对照表 {spec_id} 没有列入{name}用到的{column} {'、'.join(missing)}，这些行不会出现。"
            message = f"{told}请在 where 中补上；本就只选一部分的，写 partial: true。"
            diagnostics.found(TABLE_GAP, at(path), message)


def _splits(spec: TableSpec, library: Library) -> Iterator[Split]:
    """A spec splits rows when two parts, or two columns of whole rows of a typed table, choose by the same column."""
    cases = _cases(spec, library)
    parts = [part.where.items() for part in spec.parts]
    if spec.rows == "families":
        yield from _split(("parts",), f"{Mechanism.table}表", _in_cases(cases, Mechanism), parts)
    elif spec.rows == "clauses":
        yield from _split(("parts",), "条款", _in_clauses(spec, library), parts)
    elif spec.rows == "records" and spec.table in RECORD_TABLES:
        yield from _split(("parts",), f"{spec.table}表", _in_records(spec, library, cases), parts)
    elif spec.rows == "cases":
        for table, kind in ROW_TYPES.items():
            chosen = (column.where.items() for column in spec.columns if column.field == table)
            yield from _split(("columns",), f"{kind.table}表", _in_cases(cases, kind), chosen)


def _split(path: Path, name: str, used: Used, wheres: Iterable[Where]) -> Iterator[Split]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for where in wheres:
        for column, words in where:
            found.setdefault(column, []).append(words)
    for column, choices in found.items():
        if len(choices) > 1:
            yield path, name, used, column, {word for words in choices for word in words}


def _in_cases(cases: Iterable[Case], kind: type[Row]) -> Used:
    known = columns(kind)
    return lambda column: (column_text(row, column) for case in cases for row in case.rows(kind) if column in known)


def _in_records(spec: TableSpec, library: Library, cases: Iterable[Case]) -> Used:
    """What the records hold that the whole table is about: what its own ``where`` leaves out is left out on purpose."""
    known = record_fields(spec.table)
    sound = all(name in known for name in spec.where)
    rows = chosen_records(library, cases, spec) if sound else []
    return lambda column: (word for row in rows if column in known for word in row.values(column))


def _cases(spec: TableSpec, library: Library) -> list[Case]:
    """The cases that the table shows, as far as the spec names what exists."""
    known = tuple(id_ for id_ in spec.cases if id_ in library.cases)
    where = {name: words for name, words in spec.case_where.items() if name in CASE_CHOICES}
    return chosen_cases(library, spec.model_copy(update={"cases": known, "case_where": where}))


def _in_clauses(spec: TableSpec, library: Library) -> Used:
    known = library.book.manuals if library.book else {}
    rows = list(clauses_of(library, chosen_manuals(library, [id_ for id_ in spec.manuals if id_ in known])))
    fields = clause_fields()
    return lambda column: (word for row in rows if column in fields for word in row.values(column))
