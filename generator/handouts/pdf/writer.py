"""A document to PDF by Typst: tagged (PDF/UA-1), with bookmarks, its fonts embedded and cut down to what is used."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..document import Document
from ..engine import families, set_pdf
from .data import summary_json, to_json

_TEMPLATE = Path(__file__).with_name("document.typ")
_FAULTS = {
    "no variant fits the page": "标题、导语和概况已经占满一页，一页纸没有生成。请改短标题、导语，或牵头主体、来源的名称。"
}
"""What the template says when a summary cannot be set, and what to tell of it."""


def to_pdf(document: Document) -> bytes:
    """Return ``document`` as the bytes of a PDF; the same document and fonts always give the same bytes.

    Raises FontError when no font on this machine has one of its characters.
    """
    return _set(to_json(document, families()))


def summary_pdf(variants: Sequence[Document]) -> bytes:
    """Return the richest of ``variants`` that fits one page, as the bytes of a PDF.

    Raises FontError as `to_pdf`, and SettingError when none fits.
    """
    return _set(summary_json(variants, families()))


def _set(data: str) -> bytes:
    return set_pdf(_TEMPLATE.read_bytes(), {"handout": data}, _FAULTS)
