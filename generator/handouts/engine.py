"""Typst with the fonts of this machine: looked up once, since that takes longer than setting a short document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

_STANDARD: Final = "ua-1"
"""PDF/UA-1 also refuses a character that no font has, which would print as an empty box."""
_NO_GLYPH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_NO_FAMILY = "font fallback list must not be empty"
INSTALL = (
    "请安装中文字体后再试：Debian、Ubuntu 装 fonts-noto-cjk，Windows 在“可选功能”里装“中文（简体）补充字体”，"
    "macOS 在“字体册”里下载宋体、仿宋、楷体、黑体；生僻字可装思源宋体（Noto Serif CJK SC）。"
)


class SettingError(Exception):
    """A document cannot be set; the message says why and what to do."""


class FontError(SettingError):
    """No font on this machine has a character of the document; the message says which and what to install."""


def set_pdf(template: bytes, given: Mapping[str, str], faults: Mapping[str, str] | None = None) -> bytes:
    """Return a tagged PDF; ``given`` is what the template reads from sys.inputs.

    ``faults`` are what the template itself says when it cannot go on, each with what to tell. Raises FontError and SettingError.
    """
    try:
        made: Any = _compiler().compile(input=template, format="pdf", sys_inputs=dict(given), pdf_standards=[_STANDARD])
    except typst.TypstError as problem:
        raise _told(problem, faults or {}) from problem
    assert isinstance(made, bytes)
    return made


def _told(problem: typst.TypstError, faults: Mapping[str, str]) -> Exception:
    """What to tell of a fault that lies in the text or the machine; ``problem`` itself when it is one of the program."""
    if found := _NO_GLYPH.search(problem.message):
        return FontError(f"本机的字体里没有“{found[1]}”，印出来会是空框，没有生成文件。{INSTALL}")
    if _NO_FAMILY in problem.message:
        return FontError(f"本机没有讲义要用的中文字体，没有生成文件。{INSTALL}")
    said = next((told for fault, told in faults.items() if fault in problem.message), None)
    return SettingError(said) if said else problem


def set_png(template: bytes, given: Mapping[str, str], dots_per_inch: float) -> bytes:
    """Return the template's one page as a PNG."""
    made: Any = _compiler().compile(input=template, format="png", ppi=dots_per_inch, sys_inputs=dict(given))
    assert isinstance(made, bytes)
    return made


@cache
def families() -> frozenset[str]:
    """The names of all font families on this machine, in lower case."""
    return frozenset(name.lower() for name in _fonts().families())


@cache
def fonts_digest() -> str:
    """Return a hash of all fonts on this machine: with others the same document makes another PDF, another picture."""
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
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=_fonts())
