"""One made-up document: a page with sections of a heading, a few paragraphs and, in one of them, rows of short cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.random import Generator

from ..search.records import KIND_FACET, Block, Record
from .vocabulary import pick, zipf_mandelbrot

LENGTH, SECTIONS = 1_500, 5
"""Characters in a document, give or take a sentence, and sections."""

TABLE_ROWS, TABLE_CELLS = 4, 3
_TABLE_SECTION = "s3"
_HEADING_PIECES, _TITLE_PIECES, _CELL_PIECES = 3, 4, 3
_PARAGRAPH = (60, 150)
"""Characters of a paragraph, from and to."""

_MARKS = "，、。；：（）“”"
_NO_MARKS = dict.fromkeys(map(ord, _MARKS))
_KINDS = {"案例": 0.6, "条款": 0.2, "表": 0.12, "手册": 0.08}
_FACETS = {"省份": (31, 1, 1), "主体类型": (12, 1, 2), "场景": (10, 1, 2), "机制": (25, 2, 6)}
"""How many values there are, and how few and how many a document has."""

Facets = Mapping[str, tuple[str, ...]]


class FacetTable:
    """The values of every facet, some common and most rare, as places and bodies are."""

    def __init__(self) -> None:
        self._laws = {KIND_FACET: (list(_KINDS), np.cumsum(list(_KINDS.values())), 1, 1)}
        for name, (size, few, many) in _FACETS.items():
            values = [f"{name}{number:02d}" for number in range(1, size + 1)]
            self._laws[name] = (values, np.cumsum(zipf_mandelbrot(size, 2.0, 1.0)), few, many)

    def draw(self, random: Generator) -> Facets:
        """Return the facets of one document."""
        return {
            name: tuple(dict.fromkeys(values[rank] for rank in pick(law, random, (many,)).tolist()))[:wanted]
            for name, (values, law, few, many) in self._laws.items()
            for wanted in (int(random.integers(few, many + 1)),)
        }


def document(number: int, pieces: list[str], stock: list[str], facets: Facets, random: Generator) -> list[Record]:
    """Return the records of a document. ``pieces`` are words with the marks behind them; ``stock`` what each section ends with."""
    page = f"cases/d{number:05d}.html"
    taker = _Taker(pieces)
    title = taker.name(_TITLE_PIECES)
    lengths = random.integers(*_PARAGRAPH, size=(SECTIONS, LENGTH // SECTIONS // _PARAGRAPH[0])).tolist()
    return [
        _section(
            Record(page, f"s{section}", title, taker.name(_HEADING_PIECES), facets[KIND_FACET][0], facets), taker, *rest
        )
        for section, *rest in zip(range(SECTIONS), stock, lengths, strict=True)
    ]


def _section(named: Record, taker: _Taker, stock: str, lengths: list[int]) -> Record:
    """Fill a section: its heading, rows of cells if it is the one that has them, then paragraphs, the last with the stock sentences."""
    blocks = [Block(named.heading, is_heading=True)]
    if named.anchor == _TABLE_SECTION:
        blocks += [
            Block(taker.name(_CELL_PIECES), place=f"{named.anchor}-{row}")
            for row in range(TABLE_ROWS)
            for _ in range(TABLE_CELLS)
        ]
    room = LENGTH // SECTIONS - len(stock) - sum(len(block.text) for block in blocks)
    while room > 0:
        length = min(room, lengths.pop())
        room -= length
        blocks.append(Block(taker.paragraph(length) + (stock if room <= 0 else "")))
    return replace(named, blocks=tuple(blocks))


class _Taker:
    """Takes pieces from the front."""

    def __init__(self, pieces: list[str]) -> None:
        self._pieces = pieces
        self._at = 0

    def name(self, count: int) -> str:
        """The next pieces without their marks."""
        taken = "".join(self._pieces[self._at : self._at + count])
        self._at += count
        return taken.translate(_NO_MARKS)

    def paragraph(self, length: int) -> str:
        """The next pieces up to a length, with a full stop behind."""
        start, size = self._at, 0
        while size < length:
            size += len(self._pieces[self._at])
            self._at += 1
        return "".join(self._pieces[start : self._at]).rstrip(_MARKS) + "。"
