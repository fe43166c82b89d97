"""放映 in real Chromium on file://: sections one at a time, by keys and buttons; Escape comes back to the section shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_accessible import faults

CASE = "cases/xitang.html"
NO_FULLSCREEN = "delete Element.prototype.requestFullscreen;"
SHORT = {"width": 1280, "height": 720}


def present(page: Page, site: Path, path: str = CASE) -> Locator:
    """Begin a presentation; return what is on the screen."""
    page.add_init_script(NO_FULLSCREEN)
    page.set_viewport_size(SHORT)  # type: ignore[arg-type]
    page.goto((site / path).as_uri())
    page.get_by_role("button", name="放映").click()
    expect(page.locator(".present")).to_be_visible()
    return page.locator(".present-stage")


def number(page: Page) -> tuple[int, int]:
    at, _, all_ = page.locator(".present-number").inner_text().partition(" / ")
    return int(at), int(all_)


def heading(page: Page) -> str:
    return page.locator(".present-stage").locator("h1, h2, h3").first.inner_text()


def test_a_case_is_shown_section_by_section_without_its_lists_of_links(page: Page, built_site: Path) -> None:
    """A heading with nothing below it is no screen of its own: it stands above the sections that follow it."""
    stage = present(page, built_site, "cases/chengyang.html")
    expect(stage.locator("h1")).to_contain_text("城阳")
    assert number(page)[0] == 1
    heads = []
    for _ in range(number(page)[1]):
        heads.append(heading(page))
        page.keyboard.press("ArrowRight")
        if len(heads) == 2:
            expect(stage.locator(".present-under")).to_have_text("背景与起因")
    assert (heads[1], heads[-1]) == ("关键数字", "文件与标准")
    lists = {"来源与段落", "对照表与相近做法", "依据本案的指引条款"}
    assert not (lists | {"背景与起因", "做法与经过", "成效与反响"}) & set(heads)
    expect(page.locator(".present-bar [role=status]")).to_have_text(
        f"第 {len(heads)} 页，共 {len(heads)} 页：文件与标准"
    )
    expect(page.get_by_role("button", name="下一页")).to_be_disabled()


@pytest.mark.parametrize(
    ("path", "heads"),
    [
        ("manuals/guanjia/02-meiri.html", ["第二章 每天怎么做", "2.1 前台共同办公", "2.2 走访住户"]),
        ("tables/outcomes.html", ["成效怎么看？哪些数能比？", "设有可比指标的数", "未设可比指标：只可各自阅读"]),
    ],
)
def test_chapters_and_tables_are_shown_too(page: Page, built_site: Path, path: str, heads: list[str]) -> None:
    present(page, built_site, path)
    for head in heads:
        assert heading(page).startswith(head)
        page.get_by_role("button", name="下一页").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= SHORT["width"]


def test_keys_turn_pages_and_the_title_and_the_end_are_a_key_away(page: Page, built_site: Path) -> None:
    present(page, built_site)
    last = number(page)[1]
    for key, at in (
        ("ArrowRight", 2), ("ArrowRight", 3), ("ArrowLeft", 2), ("End", last), ("ArrowRight", last), ("Home", 1),
        ("PageUp", 1), ("PageDown", 2), ("ArrowUp", 1),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert number(page)[0] == at, key


def test_a_long_section_is_scrolled_through_before_it_is_turned(page: Page, built_site: Path) -> None:
    present(page, built_site)
    while heading(page) != "机制":
        page.keyboard.press("ArrowRight")
    at, seen = number(page)[0], []
    for _ in range(40):
        page.keyboard.press("Space")
        if number(page)[0] != at:
            break
        seen.append(page.evaluate("window.pageYOffset"))
    assert len(seen) > 3 and seen == sorted(set(seen))
    assert (number(page)[0], page.evaluate("window.pageYOffset")) == (at + 1, 0)
    page.keyboard.press("Shift+Space")
    assert number(page)[0] == at


def test_escape_leaves_and_returns_to_the_section_shown(page: Page, built_site: Path) -> None:
    present(page, built_site)
    while heading(page) != "数字":
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator(".present")).to_have_count(0)
    place = page.locator("#figures > h3")
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()
    expect(page.locator(".site-header")).to_have_count(1)
    page.get_by_role("button", name="放映").click()
    page.get_by_role("button", name="退出放映").click()
    expect(page.get_by_role("button", name="放映")).to_be_focused()


def test_after_a_click_on_a_button_space_goes_on_and_by_keyboard_the_button_keeps_the_focus(
    page: Page, built_site: Path
) -> None:
    present(page, built_site)
    onward = page.get_by_role("button", name="下一页")
    onward.click()
    expect(page.locator(".present-stage")).to_be_focused()
    onward.focus()
    page.keyboard.press("Enter")
    assert number(page)[0] == 3
    expect(onward).to_be_focused()
    assert onward.evaluate("button => button.getBoundingClientRect().height") >= 56


def test_a_note_opens_on_the_screen_and_escape_closes_it_first(page: Page, built_site: Path) -> None:
    stage = present(page, built_site)
    page.keyboard.press("ArrowRight")
    stage.locator("a.evidence").first.click()
    expect(page.locator(".popover")).to_contain_text("原文开头")
    page.keyboard.press("Escape")
    expect(page.locator(".popover")).to_have_count(0)
    expect(page.locator(".present")).to_be_visible()
    stage.locator("a.evidence").first.click()
    page.locator(".popover").get_by_role("link", name="到来源与段落").click()
    expect(page.locator(".present")).to_have_count(0)
    expect(page.locator("li:target")).to_be_in_viewport()


def test_the_whole_screen_is_taken_where_there_is_one_and_leaving_it_leaves(page: Page, built_site: Path) -> None:
    page.goto((built_site / CASE).as_uri())
    page.get_by_role("button", name="放映").click()
    expect(page.locator("html:fullscreen")).to_have_count(1)
    page.keyboard.press("ArrowRight")
    page.evaluate("document.exitFullscreen()")
    expect(page.locator(".present")).to_have_count(0)
    expect(page.locator(".key-figures h2")).to_be_focused()


def test_what_is_printed_meanwhile_is_the_page(page: Page, built_site: Path) -> None:
    present(page, built_site)
    page.emulate_media(media="print")
    expect(page.locator(".present")).to_be_hidden()
    expect(page.locator("article.case")).to_be_visible()


@pytest.mark.parametrize("missing", ["present.js", "present.css"])
def test_a_missing_file_leaves_the_page_as_it_is_and_is_told(browser: Browser, built_site: Path, missing: str) -> None:
    context = browser.new_context()
    context.route(f"**/assets/{missing}", lambda route: route.abort())
    page = context.new_page()
    page.goto((built_site / "tables/outcomes.html").as_uri())
    page.get_by_role("button", name="放映").click()
    expect(page.get_by_role("button", name="缺少放映的文件")).to_be_visible()
    expect(page.locator("article")).to_be_visible()
    context.close()


def test_a_page_pays_for_it_only_when_it_is_used(page: Page, built_site: Path) -> None:
    page.goto((built_site / CASE).as_uri())
    loaded = "() => performance.getEntriesByType('resource').map((entry) => entry.name).join(' ')"
    assert not any(name in page.evaluate(loaded) for name in ("present.", "notes.js", "look-links.js"))


def test_axe_finds_no_fault_on_a_screen(page: Page, built_site: Path) -> None:
    present(page, built_site, "manuals/guanjia/02-meiri.html")
    page.keyboard.press("ArrowRight")
    assert faults(page) == []
