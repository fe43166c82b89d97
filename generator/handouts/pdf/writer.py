"""A document to PDF by Typst: tagged (PDF/UA-1), with bookmarks, its fonts embedded and cut down to what is used."""

from __future__ import annotations

from pathlib import Path

from ..document import Document
from ..engine import families, set_pdf
from .data import to_json

_TEMPLATE = Path(__file__).with_name("document.typ")


def to_pdf(document: Document) -> bytes:
    """Return ``document`` as the bytes of a PDF; the same document and fonts always give the same bytes.

    Raises FontError when no font on this machine has one of its characters.
    """
    return set_pdf(_TEMPLATE.read_bytes(), {"handout": to_json(document, families())})
