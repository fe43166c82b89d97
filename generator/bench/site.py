"""A folder with an index and a page that loads the search as search.html does: classic scripts, over file://."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from ..paths import THEME

PAGE = "search.html"
_SCRIPT = re.compile(r"assets/(search[\w-]*\.js)")
_BINDS_THE_PAGE = {"search-page.js"}
"""What looks for the form and the results of search.html, which this page does not have."""

_OURS = Path(__file__).with_name("page.js")


def write_site(folder: Path, index: Mapping[str, bytes]) -> Path:
    """Write the index, the scripts of the search and the page; return the page."""
    (folder / "search").mkdir(parents=True)
    (folder / "assets").mkdir()
    for name, content in index.items():
        (folder / "search" / name).write_bytes(content)
    scripts = [THEME / "static" / name for name in _search_scripts()] + [_OURS]
    for script in scripts:
        (folder / "assets" / script.name).write_bytes(script.read_bytes())
    page = folder / PAGE
    tags = "".join(f'<script src="assets/{script.name}"></script>\n' for script in scripts)
    page.write_text(f'<!doctype html>\n<meta charset="utf-8">\n<title>测量</title>\n{tags}', encoding="utf-8")
    return page


def _search_scripts() -> list[str]:
    """The scripts of search.html in its order."""
    names = _SCRIPT.findall((THEME / "templates" / PAGE).read_text(encoding="utf-8"))
    return [name for name in names if name not in _BINDS_THE_PAGE]
