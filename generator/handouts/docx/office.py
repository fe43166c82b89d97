"""All of a Word file but its text, for the page that writes a .docx by itself: made by the very writer, from the same styles."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.shared import Emu
from lxml import etree

from .. import layout
from ..document import Cover, Document
from ..layout import SIDEWAYS, UPRIGHT, twips
from ..packing import set_properties
from . import pictures, styles, tables
from .package import set_parts, to_bytes
from .pages import set_page
from .settings import set_settings

_MAIN = "word/document.xml"
_DAY = "2000-01-01"
_TITLE, _SUBTITLE = "{{title}}", "{{subtitle}}"
_PAGES = {
    "cover": (UPRIGHT, False, False),
    "upright-first": (UPRIGHT, True, True),
    "upright": (UPRIGHT, True, False),
    "sideways-first": (SIDEWAYS, True, True),
    "sideways": (SIDEWAYS, True, False),
}
"""Each kind of section: its page, whether it tells its number, whether it counts from 1."""
_NAMESPACES = re.compile(r'\s+xmlns:\w+="[^"]*"')


def office_data(compiler: str) -> dict[str, object]:
    """``parts`` by path, with places for title, subtitle and day; ``sections`` by kind; ``styles``, ``measures``, ``drawing``.

    A style is ``[face, size in points]``; widths are in twips.
    """
    word = docx.Document()
    styles.install(word.styles)
    set_settings(word)
    sections = dict(_sections(word))
    set_properties(word.core_properties, Document(Cover(_TITLE, _SUBTITLE, compiler, ""), _DAY))
    set_parts(word)
    with zipfile.ZipFile(io.BytesIO(to_bytes(word))) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name != _MAIN}
    return {
        "parts": parts,
        "blanks": {"title": _TITLE, "subtitle": _SUBTITLE, "day": _DAY},
        "sections": sections,
        "styles": {id_: [style.type.face.name, style.type.size] for id_, style in styles.STYLES.items()},
        "measures": _measures(),
        "drawing": _drawing(),
    }


def _drawing() -> str:
    """The element of a picture, with ``{{number}}``, ``{{relation}}``, ``{{width}}``, ``{{height}}`` (EMU), ``{{title}}``, ``{{alt}}``."""
    number, width, height = 424242, 111111, 222222
    inline = pictures.drawing(number, "{{relation}}", Emu(width), Emu(height), "{{title}}", "{{alt}}")
    text: str = etree.tostring(inline, encoding="unicode")
    for value, name in ((number, "number"), (width, "width"), (height, "height")):
        text = text.replace(str(value), f"{{{{{name}}}}}")
    return text


def _sections(word: WordDocument) -> Iterator[tuple[str, str]]:
    """The properties of each kind of section as XML, its footers among the parts."""
    for number, (kind, (page, numbered, start)) in enumerate(_PAGES.items()):
        section = word.add_section() if number else word.sections[0]
        set_page(section, page, numbered, start)
        yield kind, _NAMESPACES.sub("", etree.tostring(section._sectPr, encoding="unicode"))


def _measures() -> dict[str, object]:
    return {
        "strong": layout.HEITI.name,
        "marks": {"face": layout.FANGSONG.name, "size": layout.EVIDENCE.size, "least": layout.SMALL_5},
        "upright": twips(UPRIGHT.text_width),
        "sideways": twips(SIDEWAYS.text_width),
        "cellMargin": tables.MARGIN,
        "writingHeight": tables.WRITING_HEIGHT,
        "whole": tables.WHOLE,
        "shades": [tables.SHADE, tables.GROUP_SHADE],
    }
