"""A document as plain data for the template: JSON that holds its blocks, its cover, and the measures of layout.py."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
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
    "contents": layout.BODY, "lead": layout.BODY, "strong": layout.HEADINGS[0],
    **{f"heading{level}": type_ for level, type_ in enumerate(layout.HEADINGS, start=1)},
}  # fmt: skip
"""The template's names of types."""
SUMMARY_TYPES = {
    **dict.fromkeys(TYPES, layout.SUMMARY_BODY),
    "title": layout.SUMMARY_TITLE, "subtitle": layout.SUMMARY_SUBTITLE, "lead": layout.SUMMARY_LEAD,
    "heading1": layout.SUMMARY_HEADING, "table-head": layout.SUMMARY_HEAD, "strong": layout.SUMMARY_HEAD,
}  # fmt: skip
"""The same for a summary."""
FULL_GAPS: Data = {
    "tracking": layout.character_pitch() / 4096, "list-indent": 2, "heading-gap": 1, "table-gap": 16, "cell-gap": 4,
}  # fmt: skip
"""Space added to a character (points), before a list (its characters), before a heading (its lines), after a table and in its cells (points)."""
SUMMARY_GAPS: Data = {"tracking": 0, "list-indent": 0, "heading-gap": 0.45, "table-gap": 7, "cell-gap": 2.5}
"""The same for a summary."""


def to_json(document: Document, families: Collection[str]) -> str:
    """Return what document.typ sets, as JSON. ``families``: names of the fonts that are there, in lower case."""
    told = {place.paragraph for block in document.blocks if isinstance(block, SourceList) for place in block.places}
    writer = BlockData(told)
    data: Data = {
        **_head(document),
        "parts": [
            {"sideways": turned, "blocks": [writer.block(block) for _, block in pairs]}
            for turned, pairs in groupby(zip(sideways(document.blocks), document.blocks, strict=True), lambda pair: pair[0])
        ],
        "measures": _measures(TYPES, layout.UPRIGHT, families) | FULL_GAPS,
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False)


def summary_json(variants: Sequence[Document], families: Collection[str]) -> str:
    """Return the same for a summary, of whose ``variants`` the template takes the first that fits a page."""
    writer = BlockData(())  # it tells no paragraphs
    data: Data = {
        **_head(variants[0]),
        "variants": [[writer.block(block) for block in document.blocks] for document in variants],
        "measures": _measures(SUMMARY_TYPES, layout.SUMMARY_PAGE, families) | SUMMARY_GAPS,
    }
    return json.dumps(data, ensure_ascii=False)


def _head(document: Document) -> Data:
    cover = document.cover
    return {
        "cover": {
            "title": cover.title, "subtitle": cover.subtitle, "compiler": cover.compiler, "date": cover.date,
            "lines": cover.lines, "line": cover.line,
        },
        "day": [int(part) for part in document.day.split("-")],
        "contents": document.has_contents,
    }  # fmt: skip


def _measures(types: Mapping[str, Type], upright: Page, families: Collection[str]) -> Data:
    return {
        "types": {name: _type(type_, families) for name, type_ in types.items()},
        "pages": {"upright": _page(upright), "sideways": _page(layout.SIDEWAYS)},
    }


def _type(type_: Type, families: Collection[str]) -> Data:
    """Of its faces those that are there; Typst finds another font where none is."""
    faces = [name for name in (type_.face.name, *type_.face.fallbacks) if name.lower() in families]
    return {"faces": faces, "size": type_.size, "line": type_.line}


def _page(page: Page) -> Data:
    names = ("width", "height", "top", "bottom", "left", "right")
    return {name: getattr(page, name) for name in names}
