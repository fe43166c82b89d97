"""The style of a handout that the page shows and prints: layout.py's measures as CSS. How blocks are built is handout.css."""

from __future__ import annotations

from collections.abc import Iterator

from .. import layout
from ..document import FOOTER
from ..layout import Page, Type

_CLASSES = {
    "title": layout.TITLE, "subtitle": layout.SUBTITLE, "body": layout.BODY, "lead": layout.QUOTE, "quote": layout.QUOTE,
    "rule": layout.BODY, "note": layout.NOTE, "small": layout.SMALL, "check": layout.CHECK, "table": layout.TABLE,
    "dense": layout.DENSE_TABLE, "table-head": layout.TABLE_HEAD, "value": layout.CARD_VALUE,
    **{f"heading{level}": type_ for level, type_ in enumerate(layout.HEADINGS, start=1)},
}  # fmt: skip
"""The classes of theme/static/handout.css by the measures they take."""


def paper_css() -> str:
    """Return the style sheet: type of each kind of text, size and margins of upright and turned pages, page numbers."""
    return "\n".join((*_types(), *_inline(), *_pages())) + "\n"


def _types() -> Iterator[str]:
    for name, type_ in _CLASSES.items():
        yield f".paper .{name}{{{_font(type_)}}}"


def _inline() -> Iterator[str]:
    """Words inside a paragraph: strong ones in 黑体, marks a size below."""
    yield f".paper strong{{font-family:{_families(layout.HEITI.name, layout.HEITI.fallbacks)};font-weight:normal}}"
    yield f".paper .mark{{font-family:{_families(layout.FANGSONG.name, layout.FANGSONG.fallbacks)};font-size:{layout.EVIDENCE.size:g}pt}}"
    yield f".paper .table .mark,.paper .dense .mark{{font-size:{layout.SIZE_5:g}pt}}"


def _font(type_: Type) -> str:
    families = _families(type_.face.name, type_.face.fallbacks)
    return f"font:normal {type_.size:g}pt/{type_.line:g}pt {families}"


def _families(name: str, fallbacks: tuple[str, ...]) -> str:
    return ",".join(f'"{family}"' for family in (name, *fallbacks)) + ",serif"


def _pages() -> Iterator[str]:
    """Named pages turn wide tables where the browser knows them; the number stands at the outer corner where it can."""
    yield f"@page paper{{{_page(layout.UPRIGHT)}}}"
    yield f"@page paper-sideways{{{_page(layout.SIDEWAYS)}}}"
    number = f'content:"— " counter(page) " —";{_font(layout.PAGE_NUMBER)}'
    said = f'content:"{FOOTER}";{_font(layout.FOOT_LINE)}'
    for name in ("paper", "paper-sideways"):
        yield f"@page {name}:right{{@bottom-right{{{number}}}@bottom-left{{{said}}}}}"
        yield f"@page {name}:left{{@bottom-left{{{number}}}@bottom-right{{{said}}}}}"


def _page(page: Page) -> str:
    size = f"{page.width:g}mm {page.height:g}mm"
    return f"size:{size};margin:{page.top:g}mm {page.right:g}mm {page.bottom:g}mm {page.left:g}mm"
