"""Content text as plain words: for CSV, workbooks, labels and titles."""

from __future__ import annotations

import re

from ..library.linking.references import CLAIM, LINK

OWN_ACCOUNT = "（文中自述）"
BARE = re.compile(r"[^\s\[\]*_`<>&\\!()#~:@/]+")
"""Text in which nothing can be markup, as most cells have: it need not be read."""
STRONG = re.compile(r"(\*\*)(.+?)\*\*")
"""The one emphasis of content; its words are group 2, as Python-Markdown wants it."""


def plain(text: str) -> str:
    """Return ``text`` without links and emphasis. What a source says of itself (全国首个) keeps its 文中自述."""
    bare = LINK.sub(
        lambda match: match["text"] + (OWN_ACCOUNT if match["target"].startswith(f"{CLAIM}:") else ""), text
    )
    return STRONG.sub(r"\2", bare)
