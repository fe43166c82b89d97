"""Typst with the fonts of this machine: looked up once, since that takes longer than setting a short document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import typst

_STANDARD: Final = "ua-1"
"""PDF/UA-1 also refuses a character that no font has, which would print as an empty box."""
_NO_GLYPH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
INSTALL = "请安装中文字体后再试：Debian、Ubuntu 装 fonts-noto-cjk，Windows 装“中文（简体）补充字体”。"


class FontError(Exception):
    """No font on this machine has a character of the document; the message says which and what to install."""


def set_pdf(template: bytes, given: Mapping[str, str]) -> bytes:
    """Return a tagged PDF; ``given`` is what the template reads from sys.inputs. Raises FontError."""
    try:
        made: Any = _compiler().compile(input=template, format="pdf", sys_inputs=dict(given), pdf_standards=[_STANDARD])
    except typst.TypstError as problem:
        found = _NO_GLYPH.search(problem.message)
        if found is None:
            raise
        raise FontError(f"本机的字体里没有“{found[1]}”，印出来会是空框，没有生成文件。{INSTALL}") from problem
    assert isinstance(made, bytes)
    return made


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
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=_fonts())
