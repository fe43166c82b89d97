"""Every page in real Chromium from file://: no console error, no outside request, keyboard, print."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.html import pages


def open_page(page: Page, site: Path, path: str) -> None:
    page.goto((site / path).as_uri())
    page.wait_for_load_state("load")


def test_every_page_opens_without_a_fault(page: Page, built_site: Path) -> None:
    """The page fixture fails on any console message, script error or request that leaves the folder."""
    for path in pages(built_site):
        open_page(page, built_site, path.relative_to(built_site).as_posix())
        assert page.title()
        assert page.locator("h1").count() == 1


def test_slash_moves_to_the_search_field(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "cases/xitang.html")
    page.keyboard.press("/")
    assert page.locator(":focus").get_attribute("name") == "q"


def test_search_field_of_any_page_leads_to_results(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "cases/xitang.html")
    page.locator("input[name=q]").first.fill("47.2%")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=47.2%25")
    page.wait_for_selector("[data-search-results] a")


def test_evidence_mark_leads_to_the_paragraph_it_names(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "cases/xitang.html")
    mark = page.locator("main p a.evidence").first
    target = (mark.get_attribute("href") or "").lstrip("#")
    entry = page.locator(f"[id='{target}']")
    assert entry.count() == 1
    assert "段" in entry.inner_text()


def test_print_shows_text_and_no_navigation(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "cases/xitang.html")
    page.emulate_media(media="print")
    assert not page.locator("header nav").first.is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator("#timeline").is_visible()


def test_facets_filter_the_list_of_cases(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "cases/index.html")
    cards = page.locator("main article:visible")
    assert cards.count() == 5
    page.get_by_role("link", name="四川省").or_(page.get_by_role("button", name="四川省")).first.click()
    expect(page.locator("main article:visible")).to_have_count(1)
    assert "成都" in page.locator("main article:visible").inner_text()
