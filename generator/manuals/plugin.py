"""MkDocs' plugin: gives MkDocs the book's page views as its files, and the theme the site's own environment.

MkDocs decides order, previous and next page and contents, and fills the templates of theme/manual/. It is given a library
by ``publish``; under ``mkdocs serve`` and ``mkdocs build`` it loads the content itself and makes a preview of the book.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.templates import TemplateContext, url_filter

from ..content import load_content
from ..library.model import Library
from ..report import Diagnostics
from ..views.page import PageView
from ..views.render import ENVIRONMENT, TEMPLATES, prepare, root_of
from ..views.site import all_pages
from .nav import book_nav, source_uri
from .preview import write_preview

NAME = "shijianku"
MANUAL_THEME = TEMPLATES.parent / "manual"


class BookPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Turns page views into the pages of MkDocs. MkDocs calls the ``on_`` methods in the order they stand here."""

    def __init__(self) -> None:
        self.given: tuple[Library, tuple[PageView, ...]] | None = None

    def give(self, library: Library, pages: Iterable[PageView]) -> None:
        """Set the library and all its page views, so that nothing is loaded and no preview made."""
        self.given = library, tuple(pages)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have the views ready; MkDocs' own pages (sitemap) are no part of the book.

        Raises PluginError with every fault when the content has errors.
        """
        self.library, self.pages = self.given or _load(Path(config.config_file_path).parent)
        self.views = {source_uri(view.address): view for view in self.pages if view.in_book}
        config.theme.static_templates = set()
        config.nav = book_nav(self.library)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the views in place of what lies in docs_dir."""
        return Files([File.generated(config, uri, content="") for uri in self.views])

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Choose the page's template."""
        page.meta = {"template": self.views[page.file.src_uri].template}
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give the page its text and its contents."""
        _, *sections = self.views[page.file.src_uri].sections
        page.toc = TableOfContents([AnchorLink(section.title, section.anchor, 1) for section in sections])
        return Markup("\n").join(section.html for section in sections)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Replace MkDocs' environment, which does not escape, by the site's."""
        ours = Environment(loader=FileSystemLoader([MANUAL_THEME, TEMPLATES]), **ENVIRONMENT)  # type: ignore[arg-type]
        ours.filters["url"] = url_filter
        return prepare(ours, self.library)

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """Add what the site's own templates ask for."""
        view = self.views[page.file.src_uri]
        whole: Any = {**context, **view.context, "view": view, "root": root_of(view.address.page)}
        return whole  # type: ignore[no-any-return]

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """End the file as Pelican's pages end."""
        return f"{output.strip()}\n"

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Alone, put beside the book what its pages need and lead to."""
        if self.given is None:
            write_preview(Path(config.site_dir), self.pages, self.library)


def _load(root: Path) -> tuple[Library, tuple[PageView, ...]]:
    diagnostics = Diagnostics()
    library = load_content(root, diagnostics)
    if library is None or diagnostics.errors:
        raise PluginError("\n".join(["内容有错误，手册没有生成。", *map(str, diagnostics), diagnostics.total()]))
    return library, tuple(all_pages(library))
