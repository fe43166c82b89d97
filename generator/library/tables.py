"""Typed tables: pipe tables whose columns and cells become rows of a model, every fault at its cell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..report import Diagnostics, Position, suggestion
from .rows import Edge, Organisation, Row, columns
from .strict_yaml import Located
from .validate import near_slug, validate

_RULE = re.compile(r":?-+:?")
_LINKED = re.compile(r"\\.|\]\([^()\s]*\)")
_NOTHING = ("无", "暂无", "没有", "不详", "未知", "不适用", "—", "——", "－", "-", "--", "/", "N/A", "n/a", "空")
"""What editors put into a cell that should be left blank."""
_CELL = re.compile(r"((?:\\.|[^|\\])*)(\||$)")


@dataclass(frozen=True)
class Cell:
    r"""One cell's text, trimmed, with ``\|`` read as ``|``, and where its text begins."""

    text: str
    at: Position


@dataclass(frozen=True)
class PipeTable:
    """A table as written: header cells and rows of cells."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    at: Position


@dataclass(frozen=True)
class TypedRows:
    """What a typed table gives: its sound rows, and the ids of rows told as faulty (so nothing else complains of them)."""

    rows: tuple[Row, ...] = ()
    faulty: frozenset[str] = frozenset()


def parse_table(lines: list[str], at: Position, diagnostics: Diagnostics) -> PipeTable | None:
    """Read the lines of a pipe table; None, with a diagnostic, when header and rule line are not there."""
    rows: list[tuple[Cell, ...]] = []
    for index, line in enumerate(lines):
        place = Position(at.path, at.line + index)
        if line.strip():
            rows.append(_cells(_mended(line, place, diagnostics), place))
        elif lines[index - 1].strip():
            diagnostics.error(place, "表格中间有空行，其后的各行会脱离表格。请删去空行。")
    if len(rows) < 2 or not _is_rule(rows[1]):
        diagnostics.error(at, "表格缺少表头下的横线。表头之下应有一行 |---|---|，每列一个。")
        return PipeTable(rows[0], tuple(rows[1:]), at)
    if len(rows[1]) != len(rows[0]):
        place = Position(at.path, at.line + 1)
        diagnostics.error(place, f"横线有 {len(rows[1])} 格，表头有 {len(rows[0])} 列。两行的格数要相同。")
    return PipeTable(rows[0], tuple(rows[2:]), at)


def is_table_line(line: str) -> bool:
    """Whether a line is a row of a table, or was meant to be one: begun with a full-width bar, or with none."""
    bare = line.lstrip()
    if bare.startswith((">", "#")):
        return False
    return bare.startswith(("|", "｜")) or _LINKED.sub("", bare).count("|") >= 2


def has_rule(lines: list[str]) -> bool:
    """Whether the second line is the rule below a header."""
    return (
        len(lines) > 1
        and "|" in lines[1]
        and _is_rule(_cells(lines[1] if lines[1].lstrip().startswith("|") else f"|{lines[1]}", Position("")))
    )


def _is_rule(cells: tuple[Cell, ...]) -> bool:
    return all(_RULE.fullmatch(cell.text) for cell in cells)


def _mended(line: str, at: Position, diagnostics: Diagnostics) -> str:
    """The line as a row; what keeps other programs from reading it as one is told."""
    if "｜" in line and (line.lstrip().startswith("｜") or line.count("｜") > 1):
        place = Position(at.path, at.line, line.index("｜") + 1)
        diagnostics.error(place, "表格用了全角竖线“｜”。请改成半角的 |。")
        line = line.replace("｜", "|")
    if not line.lstrip().startswith("|"):
        diagnostics.error(at, "表格的行要以 | 开头、以 | 结尾。不是表格的，竖线请改用全角“｜”。")
        return f"|{line}"
    return line


def _cells(line: str, at: Position) -> tuple[Cell, ...]:
    start = line.index("|") + 1
    end = len(line.rstrip())
    if end > start and line[end - 1] == "|" and line[end - 2] != "\\":
        end -= 1
    cells = []
    position = start
    while position <= end:
        match = _CELL.match(line, position, end)
        raw = match[1] if match else line[position:end]
        lead = len(raw) - len(raw.lstrip())
        cells.append(Cell(raw.strip().replace("\\|", "|"), Position(at.path, at.line, position + lead + 1)))
        position += len(raw) + 1
    return tuple(cells)


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


def _check_header(table: PipeTable, kind: type[Row], diagnostics: Diagnostics) -> list[str] | None:
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
        if not self._fits(cells) or not self._add(named, id_, number):
            self.faulty |= {id_, near_slug(id_)}

    def _fits(self, cells: tuple[Cell, ...]) -> bool:
        wanted, given = len(self.names), len(cells)
        if given == wanted:
            return True
        at = cells[wanted].at if given > wanted else cells[0].at
        how = f"多出 {given - wanted} 格" if given > wanted else f"少 {wanted - given} 格"
        hint = "单元格里的竖线请写成 \\|。" if given > wanted else "空的单元格也要用 | 隔开。"
        self.diagnostics.error(at, f"{self.kind.table} 表的这一行{how}（表头 {wanted} 列，此行 {given} 格）。{hint}")
        return False

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

    def _validate(self, model: type[Row] | type[Edge], named: Mapping[str, Cell], subject: str) -> Row | Edge | None:
        blank = [name for name, cell in named.items() if cell.text in _NOTHING]
        for name in blank:
            message = f"{subject} {name}: “{named[name].text}” 不用写。材料没有说的留空。"
            self.diagnostics.error(named[name].at, message)
        named = {name: cell for name, cell in named.items() if name not in blank}
        places = {name: cell.at for name, cell in named.items()}
        filled: dict[str, object] = {name: cell.text for name, cell in named.items() if cell.text}
        located = Located(
            filled | {"cells": places}, next(iter(places.values())), {(n,): at for n, at in places.items()}
        )
        return validate(model, located, subject, self.diagnostics, {"source": self.source})

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
