"""What a table of figures must say and may not: beside each number what decides about comparing, and no label twice."""

from __future__ import annotations

from collections.abc import Iterator

from ...library.table_spec import TableColumn, TablePart, TableSpec
from ...library.values import FigureMark
from ..choosing import NONE
from ..output.flat import FIGURE_COLUMNS

Path = tuple[str | int, ...]
Problem = tuple[Path, str]
"""The key path of the fault, and what to say after the table's name."""
_NUMBER, _VERDICT, _MEASURE = "数值", "可比性", "可比指标"
_CONDITIONS = ("时段", "口径", "范围")


def figure_problems(spec: TableSpec) -> Iterator[Problem]:
    """Tell what is wrong with how ``spec`` shows figures."""
    if spec.rows != "figures":
        return
    for path, shown, parts in _shown(spec):
        if any(column.field == _NUMBER for column in shown):
            yield from _without(path, shown, parts)
            yield from _colliding(path, shown)


def _shown(spec: TableSpec) -> Iterator[tuple[Path, tuple[TableColumn, ...], list[TablePart]]]:
    """The lists of columns that are shown, each where it is written, with the parts that show it."""
    sharing = [part for part in spec.parts if not part.columns]
    if sharing or not spec.parts:
        yield ("columns",), spec.columns, sharing
    for index, part in enumerate(spec.parts):
        if part.columns:
            yield ("parts", index, "columns"), part.columns, [part]


def _without(path: Path, shown: tuple[TableColumn, ...], parts: list[TablePart]) -> Iterator[Problem]:
    """A number alone is held against the next by whoever reads it."""
    fields = [column.field for column in shown]
    judged = not parts or not all(map(_is_apart, parts))
    missing = [name for name in (*_CONDITIONS, *([_VERDICT] if judged else ())) if name not in fields]
    if missing:
        columns = "、".join(f"{{label: {name}, field: {name}}}" for name in missing)
        yield path, f" 有“{_NUMBER}” 一列，没有 {'、'.join(missing)}，读者看不出这些数能不能比。请加入 {columns}。"


def _is_apart(part: TablePart) -> bool:
    """Whether nothing in the part is ever comparable: figures that name no measure, or of the pandemic."""
    return part.where.get(_MEASURE) == (NONE,) or part.where.get("标记") == (FigureMark.PANDEMIC.value,)


def _colliding(path: Path, shown: tuple[TableColumn, ...]) -> Iterator[Problem]:
    """In a file, a figure is followed by columns of its own; two columns of one name cannot be told apart."""
    for index, column in enumerate(shown):
        if column.label in FIGURE_COLUMNS:
            own = "、".join(FIGURE_COLUMNS)
            yield (
                (*path, index, "label"),
                f" 的列不能叫“{column.label}”：CSV 和 XLSX 里“{_NUMBER}” 之后自带 {own} 几列。请改 label，或删去这一列。",
            )
