"""The last word on what HTML content may become, whoever wrote it (nh3, an allow-list)."""

from __future__ import annotations

import nh3

_TAGS = {"p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "span", "br", "code"}
_ATTRIBUTES = {
    "*": {"class", "data-record"},
    "a": {"href", "rel", "data-label"},
    "span": {"data-label", "role", "aria-label"},
    "ol": {"start"},
}


def sanitise(html: str) -> str:
    """Return ``html`` with only the tags and attributes our markup makes; links are relative or http(s)."""
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None)
