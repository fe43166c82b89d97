"""Blocks that stand in columns: tables, and key figures as cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .inline import Runs


@dataclass(frozen=True)
class Cell:
    """A cell: one paragraph of runs for each thing said in it. ``spans`` is how many columns it takes."""

    paragraphs: tuple[Runs, ...] = ()
    spans: int = 1


@dataclass(frozen=True)
class Row:
    """A row of cells; ``heading`` is one that names the rows below it, in a cell across the table."""

    cells: tuple[Cell, ...]
    heading: bool = False
    blank: bool = False
    """Whether the row is there to be written in, and so needs height."""


@dataclass(frozen=True)
class Table:
    """Header, rows, and the columns' widths relative to one another. ``title`` tells a listener what the table is.

    A ``dense`` one is looked up in, not read: its type may be smaller.
    """

    title: str
    header: tuple[Runs, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    landscape: bool = False
    dense: bool = False

    def all_runs(self) -> Iterator[Runs]:
        """The runs of header and cells, in reading order."""
        yield from self.header
        for row in self.rows:
            for cell in row.cells:
                yield from cell.paragraphs


@dataclass(frozen=True)
class FigureCard:
    """A key figure: the literal as written, what it counts, its status and cares, all conditions, evidence."""

    name: Runs
    value: str
    status: str
    cares: tuple[str, ...]
    conditions: tuple[tuple[str, Runs], ...]
    evidence: Runs


@dataclass(frozen=True)
class FigureCards:
    """Key figures side by side."""

    cards: tuple[FigureCard, ...]

    def all_runs(self) -> Iterator[Runs]:
        """The runs of every card, in reading order."""
        for card in self.cards:
            yield from (card.name, *(runs for _, runs in card.conditions), card.evidence)
