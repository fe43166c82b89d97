"""content/about.md: the library's own identity (front matter) and the page 关于本库 (prose under free headings)."""

from __future__ import annotations

from ..report import Diagnostics, Position
from .body import Heading, read_chunks, split_front_matter
from .entries import About
from .files import ContentFile
from .model import Page
from .sections import Prose, Section
from .slug import unique_slugs
from .strict_yaml import read_yaml
from .tables import PipeTable
from .validate import validate


def read_about(file: ContentFile, diagnostics: Diagnostics) -> Page | None:
    """Read the page; None, with diagnostics, when its front matter is not whole."""
    front = split_front_matter(file, diagnostics)
    located = read_yaml(front.text, file.path, diagnostics, first_line=2) if front else None
    meta = validate(About, located, "题头", diagnostics) if located else None
    if front is None or meta is None:
        return None
    intro: list[Prose] = []
    headings: list[tuple[Heading, list[Prose]]] = []
    for chunk in read_chunks(front.body, file.path, front.body_line, diagnostics):
        if isinstance(chunk, Heading):
            headings.append((chunk, []))
            if chunk.level != 2:
                diagnostics.error(chunk.at, "这一页只用二级标题（##）。")
        elif isinstance(chunk, PipeTable):
            diagnostics.error(chunk.at, "这一页不放表格。请用列表。")
        else:
            (headings[-1][1] if headings else intro).append(chunk)
    anchors = unique_slugs(heading.title for heading, _ in headings)
    sections = tuple(
        Section(heading.title, f"s-{anchors[heading.title]}", 2, tuple(blocks), (), heading.at)
        for heading, blocks in headings
    )
    return Page(meta, sections, tuple(intro), Position(file.path))
