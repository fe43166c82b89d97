"""The page a hit leads to, in real Chromium on file://: marks, the bar, and nothing on pages opened otherwise."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

SCAN = """(wanted) => Array.from(document.querySelectorAll('[data-record], .figure-card .literal, .figure-card .name'))
  .map((block) => block.textContent.split(wanted).length - 1).reduce((all, count) => all + count, 0)"""


def address(site: Path, path: str, *terms: str, place: str = "") -> str:
    query = "&".join("hl=" + quote(term) for term in terms)
    return (site / path).as_uri() + (f"?{query}" if query else "") + (f"#{place}" if place else "")


@pytest.mark.parametrize(
    "path", ["cases/xitang.html", "tables/mechanisms.html", "terms.html", "manuals/guanjia/01-gangwei.html"]
)
def test_every_occurrence_is_marked_and_counted(page: Page, built_site: Path, path: str) -> None:
    page.goto(address(built_site, path))
    count = page.evaluate(SCAN, "网格")
    assert count > 0
    page.goto(address(built_site, path, "网格"))
    expect(page.locator(".marks-bar")).to_contain_text(f"标出“网格” {count} 处")
    assert set(page.locator("mark.found").all_text_contents()) <= {"网格", "网", "格"}


def test_key_figures_are_marked_like_their_rows(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xitang.html", "47.2%"))
    expect(page.locator(".figure-card .literal mark.found").first).to_have_text("47.2%")


def test_a_run_across_inline_markup_is_one_hit_of_several_marks(page: Page, built_site: Path) -> None:
    html = (built_site / "cases/xitang.html").read_text("utf-8")
    before, after = re.findall(r"([一-鿿]{2})<a class=\"ref[^>]*>([一-鿿]{2})", html)[0]
    page.goto(address(built_site, "cases/xitang.html", before + after))
    expect(page.locator(".marks-bar")).to_contain_text(f"标出“{before}{after}”")
    assert page.locator("mark.found").all_text_contents()[:2] == [before, after]


def test_folded_terms_mark_what_the_page_writes_otherwise(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xiaoshan.html", "红领物联一心两会"))
    expect(page.locator(".marks-bar")).to_contain_text("红领物联“一心两会")
    expect(page.locator("h1 mark.found")).to_have_text("红领物联“一心两会")


def test_the_hit_at_the_place_is_in_view_and_the_bar_steps_on_from_it(page: Page, built_site: Path) -> None:
    place = "lessons"
    page.goto(address(built_site, "cases/xitang.html", "物业", place=place))
    expect(page.locator(f"#{place} mark.is-current").first).to_be_in_viewport()
    at = page.locator(".marks-status")
    expect(at).to_contain_text(re.compile(r"，第 \d+ 处"))
    first = at.text_content()
    page.get_by_role("button", name="下一处").click()
    expect(at).not_to_have_text(first or "")
    expect(page.locator("mark.is-current").first).to_be_in_viewport()
    page.get_by_role("button", name="上一处").click()
    expect(at).to_have_text(first or "")


def test_clearing_leaves_the_page_as_it_was_and_keeps_the_focus(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xitang.html"))
    before = page.locator("main").inner_html()
    nodes = "document.querySelector('main [data-record] ~ p').childNodes.length"
    count = page.evaluate(nodes)
    page.goto(address(built_site, "cases/xitang.html", "物业", "网格", place="problems"))
    page.get_by_role("button", name="清除").click()
    expect(page.locator("mark.found")).to_have_count(0)
    expect(page.locator(".marks-bar")).to_have_count(0)
    assert page.locator("main").inner_html().replace(' aria-current="true"', "") == before.replace(
        ' aria-current="true"', ""
    )
    assert page.evaluate(nodes) == count
    assert page.url == address(built_site, "cases/xitang.html", place="problems")
    expect(page.locator("main")).to_be_focused()


def test_clearing_works_where_the_address_may_not_change(page: Page, built_site: Path) -> None:
    page.add_init_script("history.replaceState = () => { throw new DOMException('forbidden', 'SecurityError'); };")
    page.goto(address(built_site, "cases/xitang.html", "物业"))
    page.get_by_role("button", name="清除").click()
    expect(page.locator("mark.found")).to_have_count(0)


def test_the_bar_is_reached_by_keyboard_said_and_not_printed(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xitang.html", "物业"))
    expect(page.get_by_role("status")).to_contain_text("标出“物业”")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="上一处")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("mark.is-current").first).to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.locator(".marks-bar")).to_be_hidden()


@pytest.mark.parametrize("path", ["cases/xitang.html", "tables/mechanisms.html"])
def test_on_a_phone_the_bar_hides_nothing_at_the_end(page: Page, built_site: Path, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address(built_site, path, "物业"))
    expect(page.locator(".marks-bar")).to_be_visible()
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    bar = page.locator(".marks-bar").bounding_box()
    footer = page.locator(".site-footer").bounding_box()
    assert bar and footer
    assert footer["y"] + footer["height"] <= bar["y"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_page_that_is_loaded_again_stays_where_it_was(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xitang.html", "物业", place="problems"))
    expect(page.locator(".marks-bar")).to_be_visible()
    page.evaluate("window.scrollTo(0, 3000)")
    page.wait_for_timeout(300)
    page.add_init_script("window.moved = 0; Element.prototype.scrollIntoView = () => { window.moved += 1; };")
    page.reload()
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("window.moved") == 0
    assert abs(page.evaluate("window.pageYOffset") - 3000) < 50


@pytest.mark.parametrize("term", ["<img src=x onerror=alert(1)>", "没有的词", "长" * 5000, ".*", ""])
def test_a_term_that_the_page_does_not_hold_changes_nothing(page: Page, built_site: Path, term: str) -> None:
    page.goto(address(built_site, "cases/xitang.html", term))
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(200)
    assert page.locator(".marks-bar").count() == 0
    assert page.locator("mark.found").count() == 0


def test_a_page_opened_otherwise_loads_nothing_for_it(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xitang.html"))
    page.wait_for_load_state("networkidle")
    loaded = page.locator("script[src], link[href]").evaluate_all("all => all.map(one => one.src || one.href)")
    assert not [name for name in loaded if re.search("highlight|search|folding", name)]


def test_without_the_folding_the_plain_words_are_marked(page: Page, built_site: Path) -> None:
    page.add_init_script("Object.defineProperty(window, 'PracticeSearch', { value: { register() {} } });")
    page.goto(address(built_site, "cases/xitang.html", "物业"))
    expect(page.locator(".marks-bar")).to_contain_text("标出“物业”")
