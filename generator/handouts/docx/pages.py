"""Sections of Word: page, margins, the grid of 28 by 22, and the foot of each page."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section, _Footer

from .. import layout
from ..document import FOOTER
from ..layout import Page, character_pitch, line_pitch, twips
from . import styles
from .xml import field, make, run

_EDGE = 320
"""Twips between the page number and the edge of the type area: one character."""


def set_page(section: Section, page: Page, numbered: bool, start: bool = False) -> None:
    """Give a section its page; ``numbered`` pages tell their number, and ``start`` counts them from 1."""
    properties = section._sectPr
    properties.attrib.clear()  # the template's revision ids
    for child in list(properties):
        if child.tag in {make(name).tag for name in ("pgSz", "pgMar", "pgNumType", "cols", "docGrid", "titlePg")}:
            properties.remove(child)
    turned = {"orient": "landscape"} if page.width > page.height else {}
    properties.append(make("pgSz", w=twips(page.width), h=twips(page.height), **turned))
    properties.append(_margins(page))
    if start:
        properties.append(make("pgNumType", start=1))
    properties.append(make("cols", space=0))
    properties.append(make("docGrid", type_="linesAndChars", linePitch=line_pitch(), charSpace=character_pitch()))
    _feet(section, page, numbered)


def _margins(page: Page) -> BaseOxmlElement:
    footer = twips(page.footer)
    return make(
        "pgMar", top=twips(page.top), right=twips(page.right), bottom=twips(page.bottom), left=twips(page.left),
        header=twips(15), footer=footer, gutter=0,
    )  # fmt: skip


def _feet(section: Section, page: Page, numbered: bool) -> None:
    """The number at the outer corner: right on odd pages, left on even ones; what the handout is at the inner."""
    right = twips(page.text_width) - _EDGE
    _fill(section.footer, right, [_line(), *([_tab(), *_number()] if numbered else [])])
    _fill(section.even_page_footer, right, [*([*_number(), _tab()] if numbered else []), _line()])


def _line() -> BaseOxmlElement:
    return run(FOOTER, layout.FOOT_LINE)


def _tab() -> BaseOxmlElement:
    return run("\t", layout.PAGE_NUMBER)


def _number() -> list[BaseOxmlElement]:
    type_ = layout.PAGE_NUMBER
    return [run("— ", type_), *field("PAGE", "1", type_), run(" —", type_)]


def _fill(footer: _Footer, right: int, inside: list[BaseOxmlElement]) -> None:
    footer.is_linked_to_previous = False
    element = footer._element
    for child in list(element):
        element.remove(child)
    tabs = make("tabs", make("tab", val="right", pos=right))
    element.append(make("p", make("pPr", make("pStyle", val=styles.FOOTER), tabs), *inside))
