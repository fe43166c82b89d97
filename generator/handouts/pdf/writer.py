"""A document to PDF by Typst: tagged (PDF/UA-1), with bookmarks, its fonts embedded and cut down to what is used."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

import typst

from ..document import Document
from .data import to_json

_TEMPLATE = Path(__file__).with_name("document.typ")
_STANDARD: Final = "ua-1"
"""PDF/UA-1 also refuses a character that no font has, which would print as an empty box."""
_NO_GLYPH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
INSTALL = "请安装中文字体后再试：Debian、Ubuntu 装 fonts-noto-cjk，Windows 装“中文（简体）补充字体”。"


class PdfError(Exception):
    """The document cannot be set; the message says why and what to do."""


def to_pdf(document: Document) -> bytes:
    """Return ``document`` as the bytes of a PDF; the same document and fonts always give the same bytes.

    Raises PdfError when no font on this machine has one of its characters.
    """
    given = {"handout": to_json(document, families())}
    try:
        made = _compiler().compile(
            input=_TEMPLATE.read_bytes(), format="pdf", sys_inputs=given, pdf_standards=[_STANDARD]
        )
    except typst.TypstError as problem:
        found = _NO_GLYPH.search(problem.message)
        if found is None:
            raise
        raise PdfError(f"本机的字体里没有“{found[1]}”，印出来会是空框，没有生成 PDF。{INSTALL}") from problem
    assert isinstance(made, bytes)
    return made


@cache
def families() -> frozenset[str]:
    """The names of all font families on this machine, in lower case."""
    return frozenset(name.lower() for name in _fonts().families())


@cache
def _fonts() -> typst.Fonts:
    """Looked up once: that takes longer than setting a short document."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=_fonts())
