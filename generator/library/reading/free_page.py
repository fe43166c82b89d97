"""Prose under free headings of the second level: 关于本库, and the front pages of the manuals."""

from __future__ import annotations

from dataclasses import dataclass

from ...report import Diagnostics
from ..sections import Prose, Section
from ..slug import unique_slugs
from .body import FrontMatter, Heading, read_chunks
from .tables import PipeTable


@dataclass(frozen=True)
class FreePage:
    """What stands before the first heading, and the sections."""

    intro: tuple[Prose, ...]
    sections: tuple[Section, ...]


def read_free_page(front: FrontMatter, path: str, diagnostics: Diagnostics) -> FreePage:
    """Read the body of the file at ``path``; tables and other levels of heading are told."""
    intro: list[Prose] = []
    headings: list[tuple[Heading, list[Prose]]] = []
    for chunk in read_chunks(front.body, path, front.body_line, diagnostics):
        if isinstance(chunk, Heading):
            _check_heading(chunk, [heading for heading, _ in headings], diagnostics)
            headings.append((chunk, []))
        elif isinstance(chunk, PipeTable):
            diagnostics.error(chunk.at, "这一页不放表格。请用列表。")
        else:
            (headings[-1][1] if headings else intro).append(chunk)
    anchors = unique_slugs(heading.title for heading, _ in headings)
    sections = tuple(
        Section(heading.title, f"s-{anchors[heading.title]}", 2, tuple(blocks), (), heading.at)
        for heading, blocks in headings
    )
    return FreePage(tuple(intro), sections)


def _check_heading(heading: Heading, above: list[Heading], diagnostics: Diagnostics) -> None:
    if heading.level != 2:
        diagnostics.error(heading.at, "这一页只用二级标题（##）。")
    first = next((other for other in above if other.title == heading.title), None)
    if first:
        diagnostics.error(heading.at, f"标题“{heading.title}” 重复，第 {first.at.line} 行已有。请合并或改名。")
