"""Blocks as plain data (JSON), for writers that are no Python: the template of the PDF, and the page that makes a Word file."""

from __future__ import annotations

from collections.abc import Container

from ..library.evidence import Paragraph as Cited
from . import layout
from .document import Block, Heading, Item, ListBlock, PageBreak, Paragraph, Question, SourceList, SourcePlace
from .inline import Mark, Run, Runs, text_of
from .picture import Picture
from .tabular import Cell, FigureCard, FigureCards, Row, Table

Data = dict[str, object]
TOGETHER = 400
"""A row of so many characters is not torn by the end of a page; of a longer one half a page would stay empty."""


def place_name(paragraph: Cited) -> str:
    """The name under which a document tells a paragraph: ``xitang-baoli:P06``."""
    return f"{paragraph.source}:{paragraph.key}"


class BlockData:
    """Turns blocks into data. ``told`` are the paragraphs that the document tells: only to those do marks lead."""

    def __init__(self, told: Container[Cited]) -> None:
        self.told = told

    def block(self, block: Block) -> Data:
        """The data of one block, with its kind under ``block``."""
        if isinstance(block, Heading):
            return {
                "block": "heading",
                "level": block.level,
                "number": block.number,
                "numbered": block.numbered,
                "listed": block.listed,
                "runs": self.runs(block.runs),
            }
        if isinstance(block, Paragraph):
            return {"block": "paragraph", "kind": block.kind.value, "runs": self.runs(block.runs)}
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, FigureCards):
            return {"block": "cards", "cards": [self._card(card) for card in block.cards]}
        if isinstance(block, Picture):
            return self._picture(block)
        if isinstance(block, Question):
            return {"block": "question", "number": block.number, "runs": self.runs(block.runs), "lines": block.lines}
        if isinstance(block, SourceList):
            return {"block": "sources", "places": [self._place(place) for place in block.places]}
        assert isinstance(block, PageBreak)
        return {"block": "new-page"}

    def runs(self, runs: Runs) -> list[Data]:
        """The data of runs."""
        return [self._run(run) for run in runs]

    def _run(self, run: Run) -> Data:
        marks: Data = {"marks": [self._mark(mark) for mark in run.marks]} if run.marks else {}
        return {"kind": run.kind.value, "text": run.text, **marks}

    def _mark(self, mark: Mark) -> Data:
        return {"label": mark.label, "place": place_name(mark.paragraph) if mark.paragraph in self.told else None}

    def _list(self, block: ListBlock) -> Data:
        items = [self._item(item) for item in block.items]
        return {"block": "list", "kind": block.kind.value, "start": block.start, "items": items}

    def _item(self, item: Item) -> Data:
        more = [self.runs(runs) for runs in item.more]
        return {"runs": self.runs(item.runs), "more": more, "below": self._list(item.below) if item.below else None}

    def _table(self, table: Table) -> Data:
        return {
            "block": "table", "title": table.title, "widths": table.widths,
            "dense": table.dense or len(table.widths) >= layout.DENSE_FROM,
            "landscape": table.landscape, "header": [self.runs(runs) for runs in table.header],
            "rows": [self._row(row) for row in table.rows],
        }  # fmt: skip

    def _row(self, row: Row) -> Data:
        length = sum(len(text_of(runs)) for cell in row.cells for runs in cell.paragraphs)
        cells = [self._cell(cell) for cell in row.cells]
        return {"heading": row.heading, "blank": row.blank, "together": length <= TOGETHER, "cells": cells}

    def _cell(self, cell: Cell) -> Data:
        return {"spans": cell.spans, "paragraphs": [self.runs(runs) for runs in cell.paragraphs]}

    def _card(self, card: FigureCard) -> Data:
        return {
            "name": self.runs(card.name), "value": card.value, "status": card.status, "cares": card.cares,
            "conditions": [[label, self.runs(runs)] for label, runs in card.conditions], "evidence": self.runs(card.evidence),
        }  # fmt: skip

    def _picture(self, picture: Picture) -> Data:
        """``width`` and ``height`` are of the SVG in px, ``size`` is what it takes on paper in points."""
        return {
            "block": "picture", "title": picture.title, "svg": picture.svg, "alt": picture.alt, "width": picture.width, "height": picture.height,
            "size": list(layout.picture_size(picture.width, picture.height)), "caption": self.runs(picture.caption),
        }  # fmt: skip

    def _place(self, place: SourcePlace) -> Data:
        return {"id": place_name(place.paragraph), "label": place.label, "runs": self.runs(place.runs)}
