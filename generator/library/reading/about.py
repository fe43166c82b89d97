"""content/about.md: the library's own identity (front matter) and the page 关于本库 (prose under free headings)."""

from __future__ import annotations

from ...report import Diagnostics, Position
from ..entries import About
from ..files import ContentFile
from ..model import Page
from ..strict_yaml import read_yaml
from ..validate import validate
from .body import split_front_matter
from .free_page import read_free_page


def read_about(file: ContentFile, diagnostics: Diagnostics) -> Page | None:
    """Read the page; None, with diagnostics, when its front matter is not whole."""
    front = split_front_matter(file, diagnostics)
    located = read_yaml(front.text, file.path, diagnostics, first_line=2) if front else None
    meta = validate(About, located, "题头", diagnostics) if located else None
    if front is None or meta is None:
        return None
    page = read_free_page(front, file.path, diagnostics)
    return Page(meta, page.sections, page.intro, Position(file.path))
