"""A clause's table of one row, read into its :class:`Duty`; every fault at its cell, each told once."""

from __future__ import annotations

from collections.abc import Mapping

from ...report import Diagnostics
from ..duty import NO_RECORD, Duty
from ..evidence import ADVICE
from .tables import Cell, PipeTable
from .typed_cells import NOTHING, check_header, filled_record, fits

_BLANK = {
    "责任": "没有填写。请写手册题头 roles 里的名称。",
    "频次": "没有填写。请写频次，如 每日、定期（间隔材料未说明）。",
    "记录": f"没有记录的写 {NO_RECORD}。是否为“{NO_RECORD}”？",
    "依据": f"没有填写。请写段号（如 P26），没有案例依据的写 {ADVICE}。",
}
_STAND_INS = {"责任": NO_RECORD, "频次": NO_RECORD, "记录": NO_RECORD, "依据": ADVICE}
"""What a blank cell is read as, so that the others are checked all the same."""


def read_duty(table: PipeTable, subject: str, source: str, diagnostics: Diagnostics) -> Duty | None:
    """Make the duty of a clause from its table of one row; ``subject`` names the clause in messages."""
    names = check_header(table, Duty, diagnostics)
    cells = table.rows[0]
    if names is None or not fits(cells, names, Duty.table, diagnostics):
        return None
    named = dict(zip(names, cells, strict=True))
    blank = _told_blank(named, subject, diagnostics)
    named |= {name: Cell(_STAND_INS[name], cell.at) for name, cell in blank.items()}
    duty = filled_record(Duty, named, subject, source, diagnostics)
    return None if blank else duty


def _told_blank(named: Mapping[str, Cell], subject: str, diagnostics: Diagnostics) -> dict[str, Cell]:
    """The cells that say nothing, each told with what belongs there."""
    blank = {name: cell for name, cell in named.items() if not cell.text or cell.text in NOTHING}
    for name, cell in blank.items():
        diagnostics.error(cell.at, f"{subject} {name}: {_BLANK[name]}")
    return blank
