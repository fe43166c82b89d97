"""The formats that a handout can be given out in."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..report import not_among
from .asking import HandoutError
from .document import Document
from .docx.writer import to_docx
from .pdf.writer import to_pdf
from .pptx.writer import to_pptx

FORMATS: dict[str, Callable[[Document], bytes]] = {"docx": to_docx, "pdf": to_pdf, "pptx": to_pptx}
"""How each format is made as bytes, by the ending of its files."""


def chosen_formats(named: Iterable[str]) -> tuple[str, ...]:
    """The formats named, in lower case. Raises HandoutError for one that does not exist."""
    kinds = tuple(dict.fromkeys(name.lower() for name in named)) or ("docx",)
    faults = [not_among("--format：格式", kind, FORMATS) for kind in kinds if kind not in FORMATS]
    if faults:
        raise HandoutError("\n".join(faults))
    return kinds
