"""What `about:` and `page:` references lead to: sections of 关于本库, and the site's own pages."""

from __future__ import annotations

from ...report import NEAR_ID, suggestion
from ..address import Address
from ..book import FOLDER
from ..course import COURSES
from ..model import Destination, Page

ABOUT, PAGE = SCHEMES = ("about", "page")
ABOUT_PAGE = Address("about.html")
PAGES = {
    "cases": Address("cases/index.html"),
    "tables": Address("tables/index.html"),
    "compare": Address("compare.html"),
    "manuals": Address(f"{FOLDER}/index.html"),
    "courses": Address(f"{COURSES}/index.html"),
    "handouts": Address("handouts/index.html"),
    "contents": Address("contents.html"),
}
"""The site's own pages that a text may send its reader to, by their names in `page:` references."""


class SiteTargets:
    """The sections of 关于本库 by their anchors, and the pages that this library has: all but ``lacking``."""

    def __init__(self, about: Page | None, lacking: frozenset[str]) -> None:
        self.sections = {section.anchor: section for section in about.sections} if about else {}
        self.pages = {name: address for name, address in PAGES.items() if name not in lacking}

    def find(self, scheme: str, name: str) -> Destination | str:
        """Where ``scheme:name`` leads; else what to tell."""
        if scheme == PAGE and name in self.pages:
            return Destination(self.pages[name], name, name)
        if scheme == ABOUT and name in self.sections:
            section = self.sections[name]
            return Destination(ABOUT_PAGE.at(name), section.title, section)
        if scheme == PAGE:
            return f"没有这一页。可用的有 {'、'.join(self.pages)}。{suggestion(name, self.pages, NEAR_ID)}"
        known = "、".join(f"{section.anchor}（{section.title}）" for section in self.sections.values())
        return f"关于本库没有这一节。它的各节是 {known}。{suggestion(name, self.sections, NEAR_ID)}"
