"""Pelican's plugin: a generator that reads no files and writes the site from the library's page views.

Settings: ``SHIJIANKU_LIBRARY`` is a loaded Library and ``SHIJIANKU_PAGES`` all its page views; the site goes straight to
``OUTPUT_PATH``. Without them the content at ``SHIJIANKU_ROOT`` is loaded, and the site, the manuals with it, is staged and
swapped in as ``build`` does it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from pelican.generators import Generator
from pelican.plugins import signals

from ..content import load_content
from ..handouts.shelf import made_handouts
from ..library.model import Library
from ..manuals.publish import publish_book
from ..output import OutputError, OutputFolder
from ..paths import Project
from ..report import Diagnostics
from ..views.page import PageView
from ..views.render import prepare, root_of
from ..views.site import all_pages
from .files import site_files
from .offline import write_offline
from .writing import SiteError, SiteFolder

LIBRARY, PAGES, ROOT = "SHIJIANKU_LIBRARY", "SHIJIANKU_PAGES", "SHIJIANKU_ROOT"


class SiteGenerator(Generator):  # type: ignore[misc]
    """Writes every page and every file of the site. Pelican calls ``generate_context``, then ``generate_output``."""

    def generate_context(self) -> None:
        """Make all views before anything is written. Pelican alone exits 1 on bad content, after telling every fault."""
        given = self.settings.get(LIBRARY)
        self.library = given if isinstance(given, Library) else _load(Path(self.settings[ROOT]))
        self.pages: Sequence[PageView] = self.settings.get(PAGES) or self._all_pages()
        prepare(self.env, self.library)

    def _all_pages(self) -> list[PageView]:
        project = Project(Path(self.settings[ROOT]))
        return all_pages(self.library, made_handouts(self.library, project))

    def generate_output(self, writer: object) -> None:
        """Write the site. Pelican's own writer is not used: it would write a path outside the folder, or twice.

        Raises SiteError for such a path when a library was given. Pelican alone tells it and exits 1, as it does when the
        folder holds someone else's files; the folder is then as it was.
        """
        if LIBRARY in self.settings:
            self._write(Path(self.output_path))
            return
        folder, project = OutputFolder(Path(self.output_path)), Project(Path(self.settings[ROOT]))
        try:
            folder.check(project.content)
            with folder.staged() as staging:
                self._write(staging)
                publish_book(self.library, self.pages, staging, project.cache)
                write_offline(staging, self.library)
        except (SiteError, OutputError) as problem:
            _stop(str(problem))

    def _write(self, root: Path) -> None:
        folder = SiteFolder(root)
        for page in (page for page in self.pages if not page.in_book):
            folder.write(page.address.page, self._render(page), f"页面“{page.title}”")
        for file in site_files(self.library, self.pages, Path(self.theme)):
            folder.write(file.path, file.content, file.origin)

    def _render(self, page: PageView) -> bytes:
        template = self.env.get_template(page.template)
        html = template.render({**page.context, "view": page, "root": root_of(page.address.page)})
        return f"{html.strip()}\n".encode()


def _load(root: Path) -> Library:
    diagnostics = Diagnostics()
    library = load_content(root, diagnostics)
    for item in diagnostics:
        print(item, file=sys.stderr)
    if library is None or diagnostics.errors:
        _stop(f"内容有 {len(diagnostics.errors)} 处错误，网站没有生成。")
    return library


def _stop(message: str) -> NoReturn:
    """End Pelican's run with exit 1: any other exception it would tell with a traceback."""
    print(message, file=sys.stderr)
    raise SystemExit(1)


def _generators(_: object) -> type[SiteGenerator]:
    return SiteGenerator


def register() -> None:
    """Tell Pelican of the generator. Called by Pelican."""
    signals.get_generators.connect(_generators)
