"""The book in the built site: made by MkDocs when something it rests on has changed, else taken from the cache."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp

from ..digest import PACKAGE, code_digest, digest
from ..library.book import FOLDER
from ..library.model import Library
from ..paths import PRODUCT, THEME
from ..views.page import PageView
from ..views.render import chrome

CACHE = "book"


def publish_book(library: Library, pages: Sequence[PageView], site: Path, cache_folder: Path) -> bool:
    """Write the manuals into ``site``/manuals. Return whether MkDocs had to build them.

    ``cache_folder`` keeps the last book built; it may be deleted at any time.
    """
    book = [page for page in pages if page.in_book]
    if not book:
        return False
    kept = cache_folder / CACHE / book_key(library, book)
    fresh = not _is_whole(kept, book)
    if fresh and not _keep(library, pages, kept):
        _run(library, pages, site / FOLDER)
    else:
        shutil.copytree(kept / FOLDER, site / FOLDER)
    return fresh


def book_key(library: Library, book: Sequence[PageView]) -> str:
    """The hash of exactly what the book is made from: its views, the pages' frame, the templates and the program."""
    told = hashlib.sha256(_program().encode())
    told.update(repr((library.book, chrome(library))).encode())
    for page in book:
        own = {name: value for name, value in page.context.items() if name != "manual"}  # it is in library.book
        told.update(repr((page.address, page.title, page.template, page.handouts, own)).encode())
        for section in page.sections:
            told.update(section.html.encode())
    return told.hexdigest()[:32]


def _program() -> str:
    """The code as this process read it, the templates as they are now."""
    templates = digest([*THEME.rglob("*.html"), PRODUCT / "mkdocs.yml"], PRODUCT)
    return f"{code_digest(PACKAGE, packages=('mkdocs', 'jinja2', 'markupsafe'))} {templates}"


def _is_whole(kept: Path, book: Sequence[PageView]) -> bool:
    return all((kept / page.address.page).is_file() for page in book)


def _keep(library: Library, pages: Sequence[PageView], kept: Path) -> bool:
    """Build beside the cache and move in whole; other kept books go. Return whether the cache could be written."""
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(mkdtemp(prefix="staging-", dir=kept.parent))
    except OSError:
        return False  # a project on a read-only medium is built all the same
    try:
        _run(library, pages, staging / FOLDER)
        for old in kept.parent.iterdir():
            if old != staging:
                shutil.rmtree(old, ignore_errors=True)
        staging.rename(kept)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return True


def _run(library: Library, pages: Sequence[PageView], folder: Path) -> None:
    from .mkdocs_run import run_mkdocs  # a third of a second that a build without changes is spared

    run_mkdocs(library, pages, folder)
