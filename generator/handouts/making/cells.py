"""Small pieces that the tables of every kind are made of."""

from __future__ import annotations

from collections.abc import Iterable

from ..inline import Run, RunKind, Runs, plain_runs
from ..tabular import Cell, Row, Table

NOTHING = "—"
"""Stands where the source says nothing; the remark above the table says so."""


def cell(*paragraphs: Runs) -> Cell:
    """A cell of these paragraphs; those without words are left out, and a cell with none reads ``—``."""
    said = tuple(runs for runs in paragraphs if runs)
    return Cell(said or (plain_runs(NOTHING),))


def word_cell(text: str) -> Cell:
    """A cell of plain words."""
    return cell(plain_runs(text))


def labelled(label: str, runs: Runs) -> Runs:
    """``范围：西塘景区``; nothing when there is nothing to say."""
    return (Run(f"{label}："), *runs) if runs else ()


def strong(runs: Runs) -> Runs:
    """The same words, made to stand out; marks stay as they are."""
    return tuple(Run(run.text, RunKind.STRONG) if run.kind is RunKind.PLAIN else run for run in runs)


def joined(pieces: Iterable[Runs], separator: str) -> Runs:
    """``pieces`` with ``separator`` between them."""
    told = [piece for piece in pieces if piece]
    parts = [piece if index == 0 else (Run(separator), *piece) for index, piece in enumerate(told)]
    return tuple(run for part in parts for run in part)


def table(title: str, header: Iterable[str], rows: Iterable[Row], widths: tuple[float, ...]) -> Table:
    """A table whose heads are plain words."""
    return Table(title, tuple(plain_runs(name) for name in header), tuple(rows), widths)


def group_row(text: str, columns: int, note: str = "") -> Row:
    """A row that names those below it, and what must not be overlooked in them."""
    return Row((Cell((plain_runs(text), *filter(None, [plain_runs(note)])), columns),), heading=True)
