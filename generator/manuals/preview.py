"""What `mkdocs serve` and `mkdocs build` put beside the book: the theme's files, and stubs for the rest of the site."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from ..library.book import FOLDER
from ..library.model import Library
from ..views.page import PageView
from ..views.render import ENVIRONMENT, TEMPLATES, prepare, root_of

STATIC = TEMPLATES.parent / "static"


def write_preview(site: Path, pages: Iterable[PageView], library: Library) -> None:
    """Write assets and one stub for every page outside the book, where the links of the book's pages lead.

    ``site`` is MkDocs' site_dir. A folder named ``manuals`` has the rest beside it, as in the whole site. Under
    ``mkdocs serve`` the folder is the server's root, above which no link leads, so the rest goes into it, the book once more
    among it.
    """
    root = site.parent if site.name == FOLDER else site
    if root == site:
        _double(site, pages)
    shutil.copytree(STATIC, root / "assets", dirs_exist_ok=True)
    (root / "assets/offline.js").write_bytes(b"")  # what is being written is not kept for reading offline
    env = prepare(Environment(loader=FileSystemLoader(TEMPLATES), **ENVIRONMENT), library)  # type: ignore[arg-type]
    template = env.get_template("stub.html")
    for page in pages:
        target = root / page.address.page
        if not page.in_book and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            html = template.render(view=page, root=root_of(page.address.page))
            target.write_text(html, "utf-8", newline="\n")


def _double(site: Path, pages: Iterable[PageView]) -> None:
    """Put the book below ``manuals/`` as well: the header's and breadcrumb's links lead there from the server's root."""
    for page in pages:
        if page.in_book:
            target = site / page.address.page
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / page.address.page.removeprefix(f"{FOLDER}/"), target)
