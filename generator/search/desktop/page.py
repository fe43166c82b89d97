"""Opening a hit's page, as it was built, in the reader's browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from urllib.parse import quote, urlencode

from .answer import Hit


class NotBuiltError(Exception):
    """The page is not in the output folder."""


MOST_MARKED = 8
"""The page that opens marks at most so many terms (theme/static/highlight.js)."""


def open_page(output: Path, hit: Hit) -> str:
    """Open the hit's page of the built library at its place, with what was found marked; return the address.

    Raises NotBuiltError when the page is not there.
    """
    path = output / hit.page
    if not path.is_file():
        raise NotBuiltError(f"还没有生成网页 {path}。请先运行 python -m generator build，再用 --open 打开。")
    marked = urlencode([("hl", term) for term in hit.terms[:MOST_MARKED]], quote_via=quote, errors="replace")
    address = f"{path.resolve().as_uri()}?{marked}#{quote(hit.place)}"
    webbrowser.open(address)
    return address
