"""The adapter to MkDocs: runs it on a loaded library, quietly, into a folder of ours.

The only module that runs MkDocs; changing to its continuation (properdocs) is changing the imports here and in ``plugin``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from ..library.model import Library
from ..paths import PRODUCT
from ..views.page import PageView
from .plugin import MANUAL_THEME, NAME, BookPlugin


def run_mkdocs(library: Library, pages: Iterable[PageView], site_dir: Path) -> None:
    """Lay out the book's pages into ``site_dir``, which MkDocs empties first.

    MkDocs lists the files of its docs_dir, which the plugin replaces: it is given the theme's folder, not the content.
    """
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    config = load_config(str(PRODUCT / "mkdocs.yml"), docs_dir=str(MANUAL_THEME), site_dir=str(site_dir))
    plugin = config.plugins[NAME]
    assert isinstance(plugin, BookPlugin)
    plugin.give(library, pages)
    build(config)
