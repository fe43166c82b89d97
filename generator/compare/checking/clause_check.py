"""What a table of clauses must say and may not: which manuals, and always on what each clause rests."""

from __future__ import annotations

from collections.abc import Iterator

from ...library.model import Library
from ...library.table_spec import TableColumn, TableSpec
from ...report import LISTED, not_among
from ..fields.clause_fields import EVIDENCE

Path = tuple[str | int, ...]
Problem = tuple[Path, str]
"""The key path of the fault, and what to say after the table's name."""


def clause_problems(spec: TableSpec, library: Library) -> Iterator[Problem]:
    """Tell what is wrong with how ``spec`` speaks of manuals."""
    if spec.rows != "clauses":
        if spec.manuals:
            yield ("manuals",), " 的行不是 clauses，不写 manuals。请删去。"
        return
    if library.book is None or not library.book.manuals:
        yield ("rows",), " 的行是手册的条款，本库还没有手册。请先在 content/manuals 写手册，或移走这张表。"
        return
    if spec.cases:
        message = " 的行是条款，不用 cases 选。要只看依据某个案例的条款，请在 parts 的 where 写 依据案例。"
        yield ("cases",), message
    for index, name in enumerate(spec.manuals):
        if name not in library.book.manuals:
            yield ("manuals", index), not_among(" manuals：手册", name, library.book.manuals, LISTED)
    yield from _without_evidence(spec)


def _without_evidence(spec: TableSpec) -> Iterator[Problem]:
    """A clause shown without what it rests on would pass for an official one."""
    own: list[tuple[Path, tuple[TableColumn, ...]]] = [
        (("parts", index, "columns"), part.columns) for index, part in enumerate(spec.parts) if part.columns
    ]
    shared = [] if own and len(own) == len(spec.parts) else [(("columns",), spec.columns)]
    for path, columns in [*shared, *own]:
        if columns and all(column.field != EVIDENCE for column in columns):
            yield path, f" 没有“{EVIDENCE}” 一列，读者分不清哪些条款仅为建议。请加入 field 为 {EVIDENCE} 的一列。"
