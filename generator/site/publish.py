"""The adapter to Pelican: runs it on a loaded library, quietly, into a folder of ours."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from pelican import Pelican
from pelican.log import console
from pelican.settings import read_settings

from ..library.model import Library
from ..paths import CONFIG
from ..views.page import PageView
from .plugin import LIBRARY, PAGES


def publish_site(library: Library, pages: Sequence[PageView], output: Path) -> None:
    """Write ``pages``, all pages of ``library`` but those of the book, and the files beside them into the empty folder ``output``.

    Raises SiteError when two things would be written to one path.
    """
    settings = read_settings(str(CONFIG), override={LIBRARY: library, PAGES: pages, "OUTPUT_PATH": str(output)})
    logging.getLogger("pelican").setLevel(logging.ERROR)
    was_quiet, console.quiet = console.quiet, True  # its closing line counts articles, of which there are none
    try:
        Pelican(settings).run()
    finally:
        console.quiet = was_quiet
