"""A document as plain data for the template: JSON that holds its blocks, its cover, and the measures of layout.py."""

from __future__ import annotations

import json
from collections.abc import Collection
from itertools import groupby

from ...library.evidence import Paragraph as Cited
from .. import layout
from ..document import (
    Block,
    Document,
    Heading,
    Item,
    ListBlock,
    PageBreak,
    Paragraph,
    Question,
    SourceList,
    SourcePlace,
)
from ..inline import Mark, Runs, text_of
from ..layout import Page, Type
from ..orientation import sideways
from ..tabular import Cell, FigureCard, FigureCards, Row, Table  # fmt: skip

Data = dict[str, object]
TYPES = {
    "title": layout.TITLE, "subtitle": layout.SUBTITLE, "body": layout.BODY, "quote": layout.QUOTE, "note": layout.NOTE,
    "small": layout.SMALL, "table": layout.TABLE, "dense": layout.DENSE_TABLE, "table-head": layout.TABLE_HEAD,
    "evidence": layout.EVIDENCE, "card": layout.CARD_VALUE, "page-number": layout.PAGE_NUMBER, "foot": layout.FOOT_LINE,
    "contents": layout.BODY, "strong": layout.HEADINGS[0],
    **{f"heading{level}": type_ for level, type_ in enumerate(layout.HEADINGS, start=1)},
}  # fmt: skip
"""The template's names of types."""
TOGETHER = 400
"""A row of so many characters is not torn by the end of a page; of a longer one half a page would stay empty."""


def to_json(document: Document, families: Collection[str]) -> str:
    """Return what document.typ sets, as JSON. ``families``: names of the fonts that are there, in lower case."""
    told = {place.paragraph for block in document.blocks if isinstance(block, SourceList) for place in block.places}
    writer = _Writer({paragraph: f"place-{number}" for number, paragraph in enumerate(sorted(told, key=str))})
    cover = document.cover
    data: Data = {
        "cover": {
            "title": cover.title, "subtitle": cover.subtitle, "compiler": cover.compiler, "date": cover.date,
            "lines": cover.lines, "line": cover.line,
        },
        "day": [int(part) for part in document.day.split("-")],
        "contents": document.has_contents,
        "parts": [
            {"sideways": turned, "blocks": [writer.block(block) for _, block in pairs]}
            for turned, pairs in groupby(zip(sideways(document.blocks), document.blocks, strict=True), lambda pair: pair[0])
        ],
        "measures": _measures(families),
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False)


def _measures(families: Collection[str]) -> Data:
    return {
        "types": {name: _type(type_, families) for name, type_ in TYPES.items()},
        "pages": {"upright": _page(layout.UPRIGHT), "sideways": _page(layout.SIDEWAYS)},
        "tracking": layout.character_pitch() / 4096,
    }


def _type(type_: Type, families: Collection[str]) -> Data:
    """Of its faces those that are there; Typst finds another font where none is."""
    faces = [name for name in (type_.face.name, *type_.face.fallbacks) if name.lower() in families]
    return {"faces": faces, "size": type_.size, "line": type_.line}


def _page(page: Page) -> Data:
    names = ("width", "height", "top", "bottom", "left", "right")
    return {name: getattr(page, name) for name in names}


class _Writer:
    """Turns blocks into data; ``places`` names the paragraphs that the document tells, to which marks lead."""

    def __init__(self, places: dict[Cited, str]) -> None:
        self.places = places

    def block(self, block: Block) -> Data:
        """The data of one block, with its kind under ``block``."""
        if isinstance(block, Heading):
            return {
                "block": "heading",
                "level": block.level,
                "number": block.number,
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
        if isinstance(block, Question):
            return {"block": "question", "number": block.number, "runs": self.runs(block.runs), "lines": block.lines}
        if isinstance(block, SourceList):
            return {"block": "sources", "places": [self._place(place) for place in block.places]}
        assert isinstance(block, PageBreak)
        return {"block": "new-page"}

    def runs(self, runs: Runs) -> list[Data]:
        """The data of runs."""
        return [
            {"kind": run.kind.value, "text": run.text, "marks": [self._mark(mark) for mark in run.marks]}
            for run in runs
        ]

    def _mark(self, mark: Mark) -> Data:
        return {"label": mark.label, "place": self.places.get(mark.paragraph)}

    def _list(self, block: ListBlock) -> Data:
        items = [self._item(item) for item in block.items]
        return {"block": "list", "kind": block.kind.value, "start": block.start, "items": items}

    def _item(self, item: Item) -> Data:
        more = [self.runs(runs) for runs in item.more]
        return {"runs": self.runs(item.runs), "more": more, "below": self._list(item.below) if item.below else None}

    def _table(self, table: Table) -> Data:
        return {
            "block": "table", "title": table.title, "widths": table.widths,
            "dense": len(table.widths) >= layout.DENSE_FROM, "header": [self.runs(runs) for runs in table.header],
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

    def _place(self, place: SourcePlace) -> Data:
        return {"id": self.places[place.paragraph], "label": place.label, "runs": self.runs(place.runs)}
