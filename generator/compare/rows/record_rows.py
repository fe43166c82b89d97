"""The rows of a table of records, in the order of cases and files, a timeline's in time; nothing in it is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from ...library.chronology import time_key
from ...library.model import Case, Library
from ...library.rows import Milestone
from ...library.table_spec import TableColumn, TablePart, TableSpec
from ...library.values import Status
from ..cells import UNSORTED, GridRow, Group
from ..choosing import chosen_among
from ..fields.record_fields import STATUS, YEAR, RecordRow, record_words, records_of

MIXED_RECORDS = "这一组既有目标（或计划），也有材料称已发生的事：目标不是结果，请看每一行的状态。"
_UNREACHED = (Status.TARGET, Status.PLAN)


def record_groups(
    library: Library, cases: Iterable[Case], spec: TableSpec, part: TablePart, columns: Iterable[TableColumn]
) -> Iterator[Group]:
    """The records of one part in their groups; a group that mixes targets with results says so."""
    names = [column.field for column in columns]
    grouped: dict[tuple[str, ...], list[RecordRow]] = {}
    for row in chosen_records(library, cases, spec):
        if chosen_among(part.where, row.values):
            grouped.setdefault(tuple("、".join(row.values(name)) for name in part.group), []).append(row)
    known = record_words(library, spec.table)
    ranks = {name: {word: rank for rank, word in enumerate(known.get(name, ()))} for name in part.group}
    for key in sorted(grouped, key=partial(_place, part.group, ranks)):
        rows, heading = grouped[key], " · ".join(map(_group_word, part.group, key))
        mixed = _mixed(rows)
        told = tuple(_grid_row(row, names) for row in rows)
        yield Group("", heading or (UNSORTED if mixed else ""), told, MIXED_RECORDS if mixed else "")


def chosen_records(library: Library, cases: Iterable[Case], spec: TableSpec) -> list[RecordRow]:
    """The records that the whole table is about; those of a timeline in time, across the cases."""
    found = (row for case in cases for row in records_of(library, case, spec.table))
    rows = [row for row in found if chosen_among(spec.where, row.values)]
    return sorted(rows, key=lambda row: time_key(row.date)) if spec.table == Milestone.table else rows


def _grid_row(row: RecordRow, names: Iterable[str]) -> GridRow:
    cells = tuple(row.cell(name) for name in names)
    return GridRow(f"row-{row.case.id}-{row.row.id}", row.head, cells, row.case.meta.short)


def _group_word(name: str, value: str) -> str:
    status = name == STATUS and value in {status.value for status in Status}
    return Status(value).display if status else value or f"未标{name}"


def _mixed(rows: Iterable[RecordRow]) -> bool:
    return {row.status in _UNREACHED for row in rows if isinstance(row.status, Status)} == {True, False}


def _place(
    group: tuple[str, ...], ranks: Mapping[str, Mapping[str, int]], key: tuple[str, ...]
) -> tuple[tuple[int, str], ...]:
    """Where a group stands: in the order of the closed lists, years in time, other groups as they first come."""
    return tuple(
        # Years have four digits, and 年份未载 sorts after every digit.
        (ranks[name].get(value, len(ranks[name])), value if name == YEAR else "")
        for name, value in zip(group, key, strict=True)
    )
