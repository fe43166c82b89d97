"""A document as plain data for the template: JSON that holds its blocks, its cover, and the measures of layout.py."""

from __future__ import annotations

import json
from collections.abc import Collection
from itertools import groupby

from .. import layout
from ..data import BlockData, Data
from ..document import Document, SourceList
from ..layout import Page, Type
from ..orientation import sideways

TYPES = {
    "title": layout.TITLE, "subtitle": layout.SUBTITLE, "body": layout.BODY, "quote": layout.QUOTE, "note": layout.NOTE,
    "small": layout.SMALL, "table": layout.TABLE, "dense": layout.DENSE_TABLE, "table-head": layout.TABLE_HEAD,
    "evidence": layout.EVIDENCE, "card": layout.CARD_VALUE, "page-number": layout.PAGE_NUMBER, "foot": layout.FOOT_LINE,
    "contents": layout.BODY, "strong": layout.HEADINGS[0],
    **{f"heading{level}": type_ for level, type_ in enumerate(layout.HEADINGS, start=1)},
}  # fmt: skip
"""The template's names of types."""


def to_json(document: Document, families: Collection[str]) -> str:
    """Return what document.typ sets, as JSON. ``families``: names of the fonts that are there, in lower case."""
    told = {place.paragraph for block in document.blocks if isinstance(block, SourceList) for place in block.places}
    writer = BlockData(told)
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
