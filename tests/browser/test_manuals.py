"""The manuals in real Chromium from file://: evidence notes, citations, turning pages, checklists and forms, print."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

FRONT, CHAPTER = "manuals/guanjia/index.html", "manuals/guanjia/03-suqiu.html"
CHECKLIST, FORM = "manuals/guanjia/07-zicha.html", "manuals/guanjia/09-suqiu.html"


def open_page(page: Page, site: Path, path: str) -> None:
    page.goto((site / path).as_uri())
    page.wait_for_load_state("load")


def test_evidence_mark_opens_a_note_that_leads_to_the_paragraph_on_the_case_page(page: Page, built_site: Path) -> None:
    open_page(page, built_site, CHAPTER)
    mark = page.locator("#c3-1 .duty .evidence").first
    mark.click()
    note = page.locator(".popover")
    expect(note).to_contain_text("段15")
    expect(note).to_contain_text("案例页据此列出")
    target = note.get_by_text("到案例页的这一段").get_attribute("href") or ""
    assert target == mark.get_attribute("href")
    note.get_by_text("到案例页的这一段").click()
    page.wait_for_url("**/cases/chengyang.html#P15")
    assert page.locator("#P15").inner_text().startswith("段15")


def test_evidence_mark_leads_to_the_case_without_javascript(page: Page, built_site: Path) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto((built_site / CHAPTER).as_uri())
    plain.locator("#c3-1 .duty .evidence").first.click()
    assert plain.url.endswith("cases/chengyang.html#P15")
    context.close()


def test_every_evidence_mark_of_every_chapter_leads_to_a_listed_paragraph(page: Page, built_site: Path) -> None:
    for chapter in sorted((built_site / "manuals").rglob("0*-*.html")):
        page.goto(chapter.as_uri())
        marks = page.locator(".clause .evidence")
        listed = page.evaluate("Array.from(document.querySelectorAll('.resting b a'), (link) => link.href)")
        hrefs = page.evaluate("Array.from(document.querySelectorAll('.clause .evidence'), (mark) => mark.href)")
        assert set(hrefs) <= set(listed), chapter
        assert marks.count() == len(hrefs)


def test_citation_is_copied_with_book_number_and_edition(page: Page, built_site: Path) -> None:
    open_page(page, built_site, CHAPTER)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    button = page.locator("#c3-3 [data-copy]")
    button.click()
    expect(button).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("《红色管家岗位工作指引（本库据案例编写）》第3.3条（建议，没有案例依据），")
    expect(button).to_have_text("复制引用")


def test_citation_is_shown_where_copying_is_refused(page: Page, built_site: Path) -> None:
    page.add_init_script("document.execCommand = () => false")
    open_page(page, built_site, CHAPTER)
    button = page.locator("#c3-3 [data-copy]")
    button.click()
    expect(button).to_contain_text("第3.3条")


def test_clause_heading_is_a_link_to_the_clause(page: Page, built_site: Path) -> None:
    open_page(page, built_site, CHAPTER)
    page.locator("#c3-4 .self").click()
    assert page.url.endswith("03-suqiu.html#c3-4")


def test_book_is_read_from_front_to_end_by_its_links_to_the_next_page(page: Page, built_site: Path) -> None:
    open_page(page, built_site, "manuals/index.html")
    seen = [page.url]
    while page.locator("a[rel=next]").count():
        page.locator("a[rel=next]").click()
        page.wait_for_load_state("load")
        assert page.url not in seen
        seen.append(page.url)
    assert len(seen) == len(list((built_site / "manuals").rglob("*.html")))


def test_roles_and_frequencies_lead_to_the_clauses(page: Page, built_site: Path) -> None:
    open_page(page, built_site, FRONT)
    link = page.locator("#when .clause-links a").first
    wanted = link.inner_text()
    link.click()
    page.wait_for_load_state("load")
    assert page.locator(":target h2").inner_text().split() == wanted.split()


def test_form_prints_with_its_empty_cells_and_without_the_frame(page: Page, built_site: Path) -> None:
    open_page(page, built_site, FORM)
    page.emulate_media(media="print")
    assert page.locator("td.empty").first.bounding_box()["height"] > 30  # type: ignore[index]
    for hidden in (".site-nav", ".toc", ".turn", ".form-tools", ".site-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".book-title")).to_be_visible()


def test_clause_is_found_by_search_with_its_book_and_number(page: Page, built_site: Path) -> None:
    page.goto((built_site / "search.html").as_uri() + "?q=当日逐件登记")
    group = page.locator(".search-group", has=page.locator(".badge", has_text="条款")).first
    expect(group.locator("h3")).to_contain_text("红色管家岗位工作指引（本库据案例编写）")
    expect(group.locator("[data-search-hit]").first).to_contain_text("3.3 当日逐件登记")
    group.locator("[data-search-hit]").first.click()
    page.wait_for_url(re.compile(r"/manuals/guanjia/03-suqiu\.html\?hl=[^#]+#c3-3$"))
