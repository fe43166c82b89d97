"""What a table of records must say and may not: whose rows, and always their status and what each rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ...library.rows import ROW_TYPES, Figure, columns
from ...library.table_spec import RECORD_TABLES, TableColumn, TableSpec
from ...report import not_among
from ..fields.record_fields import EVIDENCE, STATUS

Path = tuple[str | int, ...]
Problem = tuple[Path, str]
"""The key path of the fault, and what to say after the table's name."""
_WHY = {
    EVIDENCE: "读者看不到每一行的依据",
    STATUS: "读者分不清哪些已实现、哪些只是目标或仅见名称",
}


def record_problems(spec: TableSpec) -> Iterator[Problem]:
    """Tell what is wrong with how ``spec`` speaks of a typed table."""
    if spec.rows != "records":
        if spec.table:
            yield ("table",), " 的行不是 records，不写 table。请删去。"
        if spec.where:
            yield ("where",), " 的行不是 records，全表不写 where。请删去，或写在 parts、columns 里。"
    elif spec.table == Figure.table:
        yield ("table",), " table：数字表的行有口径要判，请写 rows: figures，并删去 table。"
    elif not spec.table:
        yield (), f" 没有写 table。rows: records 要写明是哪张类型表，可用的有 {'、'.join(RECORD_TABLES)}。"
    elif spec.table not in RECORD_TABLES:
        yield ("table",), not_among(" table：", spec.table, RECORD_TABLES)
    else:
        yield from _without(spec)


def column_sets(spec: TableSpec) -> Iterator[tuple[Path, tuple[TableColumn, ...]]]:
    """The lists of columns that the spec's parts show, each where it is written."""
    own = [(("parts", index, "columns"), part.columns) for index, part in enumerate(spec.parts) if part.columns]
    if not own or len(own) < len(spec.parts):
        yield ("columns",), spec.columns
    yield from own


def _without(spec: TableSpec) -> Iterator[Problem]:
    """A row without its evidence is a bare claim; a plan without its status passes for a result."""
    for name, why in _WHY.items():
        if name not in columns(ROW_TYPES[spec.table]):
            continue
        for path, shown in column_sets(spec):
            if shown and all(column.field != name for column in shown):
                yield path, f" 没有“{name}” 一列，{why}。请加入 field 为 {name} 的一列。"
