"""Typed tables: pipe tables whose columns and cells become records of a model, every fault at its cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...report import Diagnostics
from ..rows import Edge, Organisation, Row
from ..validate import near_slug
from .tables import Cell, PipeTable
from .typed_cells import Record, check_header, filled_record, fits


@dataclass(frozen=True)
class TypedRows:
    """What a typed table gives: its sound rows, and the ids of rows told as faulty (so nothing else complains of them)."""

    rows: tuple[Row, ...] = ()
    faulty: frozenset[str] = frozenset()


def read_rows(table: PipeTable, kind: type[Row], source: str, diagnostics: Diagnostics) -> TypedRows:
    """Make the rows of a typed table. ``source`` is the key that a bare ``P14`` belongs to."""
    names = check_header(table, kind, diagnostics)
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
        if not fits(cells, self.names, self.kind.table, self.diagnostics) or not self._add(named, id_, number):
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
        return filled_record(model, named, subject, self.source, self.diagnostics)

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
