"""Typed tables: pipe tables whose columns and cells become records of a model, every fault at its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel

from ..report import Diagnostics, Position, suggestion
from .duty import Duty
from .rows import Edge, Organisation, Row, columns
from .strict_yaml import Located
from .tables import Cell, PipeTable
from .validate import near_slug, validate

Record = TypeVar("Record", bound=BaseModel)
_NOTHING = ("无", "暂无", "没有", "不详", "未知", "不适用", "—", "——", "－", "-", "--", "/", "N/A", "n/a", "空")
"""What editors put into a cell that should be left blank."""


@dataclass(frozen=True)
class TypedRows:
    """What a typed table gives: its sound rows, and the ids of rows told as faulty (so nothing else complains of them)."""

    rows: tuple[Row, ...] = ()
    faulty: frozenset[str] = frozenset()


def read_rows(table: PipeTable, kind: type[Row], source: str, diagnostics: Diagnostics) -> TypedRows:
    """Make the rows of a typed table. ``source`` is the key that a bare ``P14`` belongs to."""
    names = _check_header(table, kind, diagnostics)
    if names is None:
        index = next(
            (i for i, cell in enumerate(table.header) if cell.text == "编号"), 0
        )  # misspelt, it is still the first
        ids = (row[index].text for row in table.rows if index < len(row))
        return TypedRows(faulty=frozenset(ids))
    reader = _RowReader(kind, names, source, diagnostics)
    for number, cells in enumerate(table.rows, start=1):
        reader.read(cells, number)
    if not table.rows:
        diagnostics.error(table.at, f"{kind.table} 表没有内容。请填写，或删去这张表和它的标题。")
    return TypedRows(tuple(reader.rows), frozenset(reader.faulty))


def _check_header(table: PipeTable, kind: type[Row] | type[Duty], diagnostics: Diagnostics) -> list[str] | None:
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


def read_duty(table: PipeTable, subject: str, source: str, diagnostics: Diagnostics) -> Duty | None:
    """Make the duty of a clause from its table of one row; ``subject`` names the clause in messages."""
    names = _check_header(table, Duty, diagnostics)
    cells = table.rows[0]
    if names is None or not _fits(cells, names, Duty.table, diagnostics):
        return None
    return _filled(Duty, dict(zip(names, cells, strict=True)), subject, source, diagnostics)


def _fits(cells: tuple[Cell, ...], names: list[str], table: str, diagnostics: Diagnostics) -> bool:
    wanted, given = len(names), len(cells)
    if given == wanted:
        return True
    at = cells[wanted].at if given > wanted else cells[0].at
    how = f"多出 {given - wanted} 格" if given > wanted else f"少 {wanted - given} 格"
    hint = "单元格里的竖线请写成 \\|。" if given > wanted else "空的单元格也要用 | 隔开。"
    diagnostics.error(at, f"{table} 表的这一行{how}（表头 {wanted} 列，此行 {given} 格）。{hint}")
    return False


def _filled(
    model: type[Record], named: Mapping[str, Cell], subject: str, source: str, diagnostics: Diagnostics
) -> Record | None:
    """Validate a row's cells; words that stand for nothing are told, blank cells are left to the model's defaults."""
    blank = [name for name, cell in named.items() if cell.text in _NOTHING]
    for name in blank:
        message = f"{subject} {name}: “{named[name].text}” 不用写。材料没有说的留空。"
        diagnostics.error(named[name].at, message)
    named = {name: cell for name, cell in named.items() if name not in blank}
    places = {name: cell.at for name, cell in named.items()}
    filled: dict[str, object] = {name: cell.text for name, cell in named.items() if cell.text}
    first = next(iter(places.values()), Position(""))
    located = Located(filled | {"cells": places}, first, {(n,): at for n, at in places.items()})
    return validate(model, located, subject, diagnostics, {"source": source})


class _RowReader:
    """Reads row after row; a row of 组织 without id and name adds a relation to the one above."""

    def __init__(self, kind: type[Row], names: list[str], source: str, diagnostics: Diagnostics) -> None:
        self.kind, self.names, self.source, self.diagnostics = kind, names, source, diagnostics
        self.rows: list[Row] = []
        self.faulty: set[str] = set()

    def read(self, cells: tuple[Cell, ...], number: int) -> None:
        if not any(cell.text for cell in cells):
            self.diagnostics.error(cells[0].at, f"{self.kind.table} 表有空行。请删去。")
            return
        named = dict(zip(self.names, cells, strict=False))
        id_ = named["编号"].text if "编号" in named else ""
        if not _fits(cells, self.names, self.kind.table, self.diagnostics) or not self._add(named, id_, number):
            self.faulty |= {id_, near_slug(id_)}

    def _add(self, named: Mapping[str, Cell], id_: str, number: int) -> bool:
        if self.kind is Organisation and not id_ and not named["主体"].text:
            return self._add_edge(named)
        row = self._validate(self.kind, named, f"{self.kind.table} {id_ or f'第{number}行'}")
        if not isinstance(row, Row):
            return False
        if isinstance(row, Organisation):
            row = self._with_first_edge(row, named)
        self.rows.append(row)
        return True

    def _validate(self, model: type[Record], named: Mapping[str, Cell], subject: str) -> Record | None:
        return _filled(model, named, subject, self.source, self.diagnostics)

    def _with_first_edge(self, row: Organisation, named: Mapping[str, Cell]) -> Organisation:
        if bool(row.relation) != bool(row.target):
            at = named["关系" if "关系" in named else "编号"].at
            self.diagnostics.error(
                at, f"组织 {row.id}: 关系和对象要么都写，要么都空。材料没有说对象的，写 材料未说明。"
            )
        if not (row.relation and row.target):
            return row
        edge = Edge(relation=row.relation, target=row.target, evidence=row.evidence, cells=row.cells)
        return row.model_copy(update={"edges": (edge,)})

    def _add_edge(self, named: Mapping[str, Cell]) -> bool:
        if not self.rows:
            self.diagnostics.error(
                next(iter(named.values())).at, "组织 表的第一行要写编号、主体和类型；留空表示接上一行。"
            )
            return False
        above = self.rows[-1]
        assert isinstance(above, Organisation)
        extra = [name for name in named if name not in ("关系", "对象", "依据") and named[name].text]
        if extra:
            self.diagnostics.error(named[extra[0]].at, f"接上一行的关系只写关系、对象、依据，这里多写了“{extra[0]}”。")
            return False
        wanted = {name: named[name] for name in ("关系", "对象", "依据") if name in named}
        edge = self._validate(Edge, wanted, f"组织 {above.id} 的关系")
        if not isinstance(edge, Edge):
            return False
        if any((edge.relation, edge.target) == (told.relation, told.target) for told in above.edges):
            self.diagnostics.error(
                wanted["对象"].at, f"组织 {above.id}: 关系“{edge.relation} {edge.target}” 写了两次。请删去一处。"
            )
        self.rows[-1] = above.model_copy(update={"edges": (*above.edges, edge)})
        return True
