"""Everything a reader may put into the 讲义篮, as data: cases and manuals by piece, tables whole, ready to be set."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from ...library.evidence import Paragraph as Cited
from ...library.model import Library
from ..data import BlockData, Data
from ..document import Block, Heading
from ..fitting import fitted
from ..making.case import case_pieces
from ..making.grid import table_blocks
from ..making.manual import manual_pieces
from ..making.pieces import Piece
from ..setter import Setter


@dataclass(frozen=True)
class Unit:
    """A case, manual or table. ``name`` is how a basket calls it: ``case:xitang``; ``path`` where its data stands."""

    kind: str
    id: str
    data: Data

    @property
    def name(self) -> str:
        """``case:xitang``, ``manual:guanjia``, ``table:outcomes``."""
        return f"{self.kind}:{self.id}"


class Everything:
    """A handout that is composed in the page tells every paragraph that it cites."""

    def __contains__(self, paragraph: object) -> bool:
        return isinstance(paragraph, Cited)


BLOCKS = BlockData(Everything())


def units(library: Library, offered: Container[str]) -> Iterator[Unit]:
    """Make every unit of the library whose name is among ``offered``."""
    setter = Setter(library)
    for case in library.cases.values():
        if f"case:{case.id}" in offered:
            yield _unit("case", case.id, case.meta.title, case.meta.short, str(case.address), case_pieces(case, setter))
    for manual in library.book.manuals.values() if library.book else ():
        if f"manual:{manual.id}" in offered:
            pieces = manual_pieces(manual, setter)
            yield _unit("manual", manual.id, manual.meta.title, manual.meta.short, str(manual.address), pieces)
    for id_, spec in library.tables.items():
        if f"table:{id_}" in offered:
            pieces = table_pieces(table_blocks(id_, setter, 1))
            yield _unit("table", id_, spec.title, spec.title, f"tables/{id_}.html", pieces)


def table_pieces(blocks: Iterable[Block]) -> Iterator[Piece]:
    """A table's blocks by the headings of its parts: what opens it, then a piece for each heading."""
    pieces: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            pieces.append((block.text, []))
        pieces[-1][1].append(block)
    for number, (title, own) in enumerate(pieces):
        yield Piece(f"part-{number}" if number else "", title, min(number, 1), tuple(own))


def _unit(kind: str, id_: str, title: str, short: str, page: str, pieces: Iterable[Piece]) -> Unit:
    told: Data = {"title": title, "short": short, "page": page, "pieces": [_piece(piece) for piece in pieces]}
    return Unit(kind, id_, told)


def _piece(piece: Piece) -> Data:
    blocks = [BLOCKS.block(block) for block in fitted(piece.blocks)]
    return {"id": piece.id, "title": piece.title, "depth": piece.depth, "blocks": blocks}
