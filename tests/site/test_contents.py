"""总目: whoever has no scripts finds every page, heading and term from one page."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.library.model import Library
from generator.views import contents
from generator.views.contents import contents_view
from generator.views.page import PageView
from tests.html import parse


def links(site: Path) -> set[str]:
    return set(parse(site / "contents.html").links)


def test_it_leads_to_every_page_heading_and_term(
    built_site: Path, real_library: Library, real_pages: list[PageView]
) -> None:
    pages = [page for page in real_pages if page.kind]
    wanted = {str(page.address) for page in pages}
    wanted |= {str(page.address.at(section.anchor)) for page in pages for section in page.sections if section.level > 1}
    assert wanted <= links(built_site)
    assert len(wanted) > 400
    told = (built_site / "contents.html").read_text("utf-8")
    assert all(name in told for name in real_library.terms)


def test_search_without_scripts_leads_there(built_site: Path) -> None:
    text = (built_site / "search.html").read_text("utf-8")
    assert 'href="contents.html"' in text[text.index("<noscript>") : text.index("</noscript>")]


def test_of_a_large_library_the_pages_alone_are_listed(
    real_pages: list[PageView], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "_MOST", 10)
    view: PageView = contents_view(real_pages)
    groups = view.context["groups"]
    assert isinstance(groups, dict)
    assert not [item for group in groups.values() for item in group if item.sections]
