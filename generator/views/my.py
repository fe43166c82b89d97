"""The page 我的资料: empty places that theme/static/my-page.js fills with what the reader keeps in this browser."""

from __future__ import annotations

from ..library.address import Address
from .page import PageView


def my_view() -> PageView:
    """Make the view of my.html. It has no kind, so that search leaves it out."""
    return PageView(Address("my.html"), "我的资料", "my.html")
