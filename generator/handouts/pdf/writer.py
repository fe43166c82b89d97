"""A document to PDF by Typst: tagged (PDF/UA-1), with bookmarks, its fonts embedded and cut down to what is used."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import typst

from ..document import Document
from .data import summary_json, to_json

_TEMPLATE = Path(__file__).with_name("document.typ")
_STANDARD: Final = "ua-1"
"""PDF/UA-1 also refuses a character that no font has, which would print as an empty box."""
_NO_GLYPH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_NONE_FITS = "no variant fits the page"
"""What the template says when a summary cannot be set."""
INSTALL = (
    "请安装中文字体后再试：Debian、Ubuntu 装 fonts-noto-cjk，Windows 在“可选功能”里装“中文（简体）补充字体”，"
    "macOS 在“字体册”里下载宋体、仿宋、楷体、黑体；生僻字可装思源宋体（Noto Serif CJK SC）。"
)


class PdfError(Exception):
    """The document cannot be set; the message says why and what to do."""


def to_pdf(document: Document) -> bytes:
    """Return ``document`` as the bytes of a PDF; the same document and fonts always give the same bytes.

    Raises PdfError when no font on this machine has one of its characters.
    """
    return _set(to_json(document, families()))


def summary_pdf(variants: Sequence[Document]) -> bytes:
    """Return the richest of ``variants`` that fits one page, as the bytes of a PDF. Raises PdfError as `to_pdf`, or when none fits."""
    return _set(summary_json(variants, families()))


def _set(data: str) -> bytes:
    try:
        made = _compiler().compile(
            input=_TEMPLATE.read_bytes(), format="pdf", sys_inputs={"handout": data}, pdf_standards=[_STANDARD]
        )
    except typst.TypstError as problem:
        raise PdfError(_why(problem)) from problem
    assert isinstance(made, bytes)
    return made


def _why(problem: typst.TypstError) -> str:
    """What to tell of a fault that lies in the text or the machine. Raises ``problem`` itself when it is one of the program."""
    if found := _NO_GLYPH.search(problem.message):
        return f"本机的字体里没有“{found[1]}”，印出来会是空框，没有生成 PDF。{INSTALL}"
    if _NONE_FITS in problem.message:
        return "标题、导语和概况已经占满一页，一页纸没有生成。请改短标题、导语，或牵头主体、来源的名称。"
    raise problem


@cache
def families() -> frozenset[str]:
    """The names of all font families on this machine, in lower case."""
    return frozenset(name.lower() for name in _fonts().families())


@cache
def fonts_digest() -> str:
    """Return a hash of all fonts on this machine: with others the same document makes another PDF."""
    found = sorted(
        (font.family, font.style, font.weight, font.stretch, font.index, _bytes(font)) for font in _fonts().fonts()
    )
    return hashlib.sha256(repr(found).encode()).hexdigest()


def _bytes(font: typst.FontInfo) -> int:
    """The size of its file, by which a newer version of it is told."""
    try:
        return Path(font.path).stat().st_size if font.path else 0
    except OSError:
        return 0


@cache
def _fonts() -> typst.Fonts:
    """Looked up once: that takes longer than setting a short document."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=_fonts())
