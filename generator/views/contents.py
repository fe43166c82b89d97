"""总目: every page and its headings as links, for whoever searches without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..library.address import Address
from .page import PageView, SectionView

ADDRESS, TITLE = Address("contents.html"), "总目"
_MOST = 5000
"""Headings up to which all are listed; of a larger library the pages alone."""


@dataclass(frozen=True)
class Listed:
    """A page with those of its headings that are listed."""

    page: PageView
    sections: tuple[SectionView, ...]


def contents_view(pages: Sequence[PageView]) -> PageView:
    """Make the page from all others. It has no kind, so that search leaves it out."""
    told = [page for page in pages if page.kind]
    is_small = sum(len(page.sections) for page in told) <= _MOST
    groups: dict[str, list[Listed]] = {}
    for page in told:
        groups.setdefault(page.kind, []).append(Listed(page, tuple(_headings(page.sections)) if is_small else ()))
    return PageView(ADDRESS, TITLE, "contents-all.html", context={"groups": groups})


def _headings(sections: Iterable[SectionView]) -> Iterable[SectionView]:
    """All but the page's own, which is its title."""
    return (section for section in sections if section.level > 1 and section.title)
