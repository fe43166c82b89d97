"""Helpers for tests that read the written site."""

from __future__ import annotations

import re
import tempfile
from html import unescape
from pathlib import Path

from generator.library.model import Library
from generator.manuals.publish import publish_book
from generator.site.publish import publish_site
from generator.views.site import all_pages


def publish(library: Library, folder: Path) -> None:
    """Write the whole site, manuals and all, into the empty ``folder``."""
    pages = all_pages(library)
    publish_site(library, pages, folder)
    with tempfile.TemporaryDirectory() as cache:
        publish_book(library, pages, folder, Path(cache))


def written(library: Library) -> dict[str, str]:
    """Write the site of a library; return the HTML of its pages by path."""
    with tempfile.TemporaryDirectory() as folder:
        publish(library, Path(folder))
        pages = sorted(Path(folder).rglob("*.html"))
        return {page.relative_to(folder).as_posix(): page.read_text("utf-8") for page in pages}


def text_of(html: str) -> str:
    """What a page says, without tags."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def section_of(html: str, anchor: str) -> str:
    """The element with this id up to the next section."""
    start = html.index(f'id="{anchor}"')
    end = html.find("<section", start)
    return html[start : end if end > 0 else len(html)]
