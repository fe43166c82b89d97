"""What every typed table is checked for: its columns, the number of cells in a row, words that stand for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel

from ...report import Diagnostics, Position, suggestion
from ..duty import Duty
from ..rows import Row, columns
from ..strict_yaml import Located
from ..validate import validate
from .tables import Cell, PipeTable

Record = TypeVar("Record", bound=BaseModel)
NOTHING = ("无", "暂无", "没有", "不详", "未知", "不适用", "—", "——", "－", "-", "--", "/", "N/A", "n/a", "空")
"""What editors put into a cell that should be left blank."""


def check_header(table: PipeTable, kind: type[Row] | type[Duty], diagnostics: Diagnostics) -> list[str] | None:
    """The names of the columns; None, with diagnostics, when they are not those of ``kind``."""
    known = columns(kind)
    names = [cell.text for cell in table.header]
    sound = True
    for index, cell in enumerate(table.header):
        if cell.text not in known:
            message = (
                f"“{cell.text}” 不是 {kind.table} 表的列。可用的有 {'、'.join(known)}。{suggestion(cell.text, known)}"
            )
        elif cell.text in names[:index]:
            message = f"列“{cell.text}” 重复。请删去一列。"
        else:
            continue
        diagnostics.error(cell.at, message)
        sound = False
    missing = [name for name, required in known.items() if required and name not in names]
    if missing:
        diagnostics.error(
            table.at,
            f"{kind.table} 表缺少列 {'、'.join(missing)}。必须有的列是 {'、'.join(n for n in known if known[n])}。",
        )
    return names if sound and not missing else None


def fits(cells: tuple[Cell, ...], names: list[str], table: str, diagnostics: Diagnostics) -> bool:
    """Whether a row has as many cells as its header; what has not is told."""
    wanted, given = len(names), len(cells)
    if given == wanted:
        return True
    at = cells[wanted].at if given > wanted else cells[0].at
    how = f"多出 {given - wanted} 格" if given > wanted else f"少 {wanted - given} 格"
    hint = "单元格里的竖线请写成 \\|。" if given > wanted else "空的单元格也要用 | 隔开。"
    diagnostics.error(at, f"{table} 表的这一行{how}（表头 {wanted} 列，此行 {given} 格）。{hint}")
    return False


def filled_record(
    model: type[Record], named: Mapping[str, Cell], subject: str, source: str, diagnostics: Diagnostics
) -> Record | None:
    """Validate a row's cells; words that stand for nothing are told, blank cells are left to the model's defaults."""
    blank = [name for name, cell in named.items() if cell.text in NOTHING]
    for name in blank:
        message = f"{subject} {name}: “{named[name].text}” 不用写。材料没有说的留空。"
        diagnostics.error(named[name].at, message)
    named = {name: cell for name, cell in named.items() if name not in blank}
    places = {name: cell.at for name, cell in named.items()}
    filled: dict[str, object] = {name: cell.text for name, cell in named.items() if cell.text}
    first = next(iter(places.values()), Position(""))
    located = Located(filled | {"cells": places}, first, {(n,): at for n, at in places.items()})
    return validate(model, located, subject, diagnostics, {"source": source})
