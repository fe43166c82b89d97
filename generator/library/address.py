"""Where a thing stands in the built site: the one value that owns page path, anchor and relative link."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, order=True)
class Address:
    """A page of the output ('/'-separated, relative to its root, e.g. ``cases/xitang.html``) and an anchor in it."""

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page

    def seen_from(self, page: str) -> str:
        """Return the relative link from ``page``; within one page only ``#anchor``."""
        fragment = f"#{self.anchor}" if self.anchor else ""
        if page == self.page and fragment:
            return fragment
        return _relative(self.page, posixpath.dirname(page)) + fragment

    def at(self, anchor: str) -> Address:
        """Return the address of ``anchor`` on the same page."""
        return Address(self.page, anchor)


@lru_cache(maxsize=65536)
def _relative(page: str, folder: str) -> str:
    """The way to ``page`` from ``folder``: a page has hundreds of links to a few others."""
    return posixpath.relpath(page, folder or ".")
