"""Reading results in real Chromium on file://: tiers, suggestions, excerpts that come late, fields, order, Back."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

NO_OBSERVER = "delete window.IntersectionObserver;"
NO_ADDRESS = """const replace = history.replaceState.bind(history);
history.replaceState = (state, title, address) => {
  if (address !== undefined) throw new DOMException('forbidden', 'SecurityError');
  replace(state, title);
};"""


@pytest.fixture
def home(built_site: Path) -> str:
    return (built_site / "search.html").as_uri()


def ask(page: Page, home: str, query: str) -> None:
    page.goto(f"{home}?q={quote(query)}")
    expect(status(page)).not_to_be_empty()


def status(page: Page) -> Locator:
    return page.locator("[data-search-status]")


def hits(page: Page) -> Locator:
    return page.locator("[data-search-hit]")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def type_in(page: Page, text: str) -> Locator:
    """Type into the field; return it when suggestions are open."""
    field = page.locator("[data-search-field]")
    field.fill("")
    field.press_sequentially(text)
    expect(options(page).first).to_be_visible()
    return field


def headings(page: Page) -> list[str]:
    return page.locator(".search-results h2").all_text_contents()


def test_results_are_grouped_by_page_under_headings_in_order(page: Page, home: str) -> None:
    ask(page, home, "网格")
    assert headings(page) == ["结果"]
    groups = page.locator(".search-group")
    pages = groups.locator("h3 a").evaluate_all("links => links.map(link => link.pathname)")
    assert len(pages) == len(set(pages)) > 3
    levels = page.locator("main").locator("h1, h2, h3").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_other_tiers_say_what_they_are_and_what_was_looked_for(page: Page, home: str) -> None:
    ask(page, home, "wanggehua")
    assert headings(page) == ["拼音：网格化"]
    expect(status(page)).to_have_text(re.compile("^按拼音找到"))
    ask(page, home, "西塘 联席")
    assert headings(page) == ["各词都有，但不连在一起", "各词分别见于本节和本页标题"]
    expect(status(page)).to_have_text(re.compile("^找到"))


def test_only_near_hits_are_told_so_and_the_nearest_names_stand_first(page: Page, home: str) -> None:
    ask(page, home, "网格哈哈")
    expect(status(page)).to_have_text(re.compile("^没有原样的，相近的"))
    assert headings(page) == ["要找的是不是", "相近"]


def test_a_question_that_others_ask_leads_to_what_answers_it(page: Page, home: str) -> None:
    ask(page, home, "公司太小建不了党支部")
    assert headings(page)[0] == "常有人这样问"
    assert "常问：建不了党支部的小物业归谁管" in headings(page)
    led = page.locator("h2:has-text('常问：建不了党支部的小物业归谁管') + .search-group [data-search-hit]")
    expect(led.first).to_have_attribute("data-search-hit", "manuals/shifan/01-zuzhi.html#c1-3")
    page.locator(".search-nearest").get_by_role("link", name="建不了党支部的小物业归谁管").click()
    entry = page.locator(".faq-entry:target")
    expect(entry.get_by_role("heading")).to_have_text("建不了党支部的小物业归谁管")
    entry.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"manuals/shifan/01-zuzhi\.html#c1-3$"))
    page.go_back()
    page.go_back()
    expect(page.locator("[data-search-field]")).to_have_value("公司太小建不了党支部")


def test_the_keyboard_goes_through_what_others_ask_to_the_hits(page: Page, home: str) -> None:
    ask(page, home, "公司太小建不了党支部")
    page.locator("[data-search-field]").press("Enter")
    expect(page.locator("[data-search-asked-also]").first).to_be_focused()
    for _ in range(page.locator("[data-search-asked-also]").count()):
        page.keyboard.press("ArrowDown")
    expect(page.locator("[data-search-hit]").first).to_be_focused()


def test_who_comes_from_the_search_of_another_page_goes_down_to_the_hits(page: Page, home: str) -> None:
    page.goto(home.replace("search.html", "about.html"))
    page.locator(".site-search input").fill("业委会")
    page.keyboard.press("Enter")
    first = page.locator("[data-search-hit]").first
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()


def test_what_filters_leave_out_is_not_said_to_be_missing(page: Page, home: str) -> None:
    ask(page, home, "业委会")
    page.locator("[data-search-facets]").get_by_role("button", name=re.compile("^浙江省")).click()
    page.locator("[data-search-field]").fill("万科")
    expect(status(page)).to_have_text(re.compile("^筛选之后没有“万科”，全库 \\d+ 处$"))
    page.get_by_role("button", name="去掉筛选").click()
    expect(status(page)).to_have_text(re.compile("^找到"))
    expect(page.locator("[data-search-field]")).to_be_focused()


def test_a_word_that_stands_nowhere_is_named(page: Page, home: str) -> None:
    ask(page, home, "业委会 电梯")
    expect(status(page)).to_have_text(re.compile("^没有“电梯”，相近的"))


def test_the_line_on_what_was_found_keeps_its_height_on_a_phone(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    heights = set()
    for query in ("物业", "网格哈哈", "wanggehua", "曱甴" * 20):
        ask(page, home, query)
        heights.add(status(page).evaluate("node => node.offsetHeight"))
    assert len(heights) == 1


def test_nothing_found_offers_the_nearest_names_and_they_work(page: Page, home: str) -> None:
    ask(page, home, "wangghehua")
    expect(status(page)).to_have_text("没有找到“wangghehua”")
    page.locator(".search-nearest").get_by_role("link", name="网格化治理", exact=True).click()
    expect(status(page)).to_have_text(re.compile("^找到"))
    expect(page.locator("[data-search-field]")).to_have_value("网格化治理")
    page.go_back()
    expect(status(page)).to_have_text("没有找到“wangghehua”")


def test_what_is_not_wanted_is_not_offered(page: Page, home: str) -> None:
    ask(page, home, "-网格")
    expect(page.locator("[data-search-results]")).to_contain_text("这里只有不要的词")
    expect(page.locator(".search-nearest")).to_have_count(0)


def test_excerpts_come_into_lines_that_were_kept_for_them(page: Page, home: str) -> None:
    page.add_init_script(
        """document.addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
             const links = document.querySelectorAll('[data-search-hit]');
             if (!links.length || window.before) return;
             window.before = Array.from(links, (link) => link.getBoundingClientRect().top);
             window.unfilled = document.querySelectorAll('.search-hits p:empty').length;
           }).observe(document.querySelector('[data-search-results]'), { childList: true }));"""
    )
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        ask(page, home, "网格")
        expect(page.locator(".search-hits p mark").first).to_be_visible()
        after = hits(page).evaluate_all("links => links.map(link => link.getBoundingClientRect().top)")
        assert page.evaluate("window.unfilled") == len(after) > 10
        assert page.evaluate("window.before") == after


def test_excerpts_far_below_wait_until_they_are_near(page: Page, home: str) -> None:
    ask(page, home, "物业")
    expect(page.locator(".search-hits p mark").first).to_be_visible()
    last = page.locator(".search-hits p").last
    expect(last).to_be_empty()
    hits(page).last.scroll_into_view_if_needed()
    expect(last).not_to_be_empty()


def test_an_old_browser_is_shown_all_excerpts(page: Page, home: str) -> None:
    page.add_init_script(NO_OBSERVER)
    ask(page, home, "物业")
    expect(page.locator(".search-hits p:empty")).to_have_count(0)


def test_the_marked_words_are_within_the_lines_that_are_shown(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.add_init_script(NO_OBSERVER)
    for query in ("物业", "党建联席会议", "47.2%"):
        ask(page, home, query)
        expect(page.locator(".search-hits p:empty")).to_have_count(0)
        hidden = page.locator(".search-hits p").evaluate_all(
            """all => all.filter((lines) => {
                 const mark = lines.querySelector('mark');
                 return mark && mark.getBoundingClientRect().bottom > lines.getBoundingClientRect().bottom + 1;
               }).length"""
        )
        assert hidden == 0, query


def test_more_results_go_on_where_they_ended(page: Page, home: str) -> None:
    ask(page, home, "物业")
    before = hits(page).count()
    page.get_by_role("button", name="显示更多").click()
    expect(page.locator("[data-search-hit]:focus, .search-more:focus")).to_have_count(1)
    assert hits(page).count() > before


def test_suggestions_are_chosen_by_keyboard(page: Page, home: str) -> None:
    page.goto(home)
    field = type_in(page, "wangge")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert not field.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    first = options(page).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == first.get_attribute("id")
    expect(field).to_be_focused()
    name = first.locator("span").first.text_content() or ""
    page.keyboard.press("Enter")
    expect(field).to_have_value(name)
    expect(status(page)).to_have_text(re.compile("^找到"))
    expect(hits(page).first).to_be_focused()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_up_from_the_field_is_the_last_suggestion_and_on_from_it_none(page: Page, home: str) -> None:
    page.goto(home)
    field = type_in(page, "网格")
    page.keyboard.press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[aria-selected=true]")).to_have_count(0)
    assert not field.get_attribute("aria-activedescendant")


def test_enter_without_a_choice_is_the_readers_own_query(page: Page, home: str) -> None:
    page.goto(home)
    field = type_in(page, "网格")
    page.keyboard.press("Enter")
    expect(hits(page).first).to_be_focused()
    expect(field).to_have_value("网格")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_escape_closes_the_suggestions_and_keeps_what_was_typed(page: Page, home: str) -> None:
    page.goto(home)
    field = type_in(page, "网格")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("网格")
    expect(field).to_have_attribute("aria-expanded", "false")


def test_suggestions_are_clicked_and_leave_with_the_focus(page: Page, home: str) -> None:
    page.goto(home)
    field = type_in(page, "网格")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    type_in(page, "联席")
    name = options(page).nth(1).locator("span").first.text_content() or ""
    options(page).nth(1).click()
    expect(field).to_have_value(name)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_suggestions_never_move_the_results(page: Page, home: str) -> None:
    page.goto(home)
    results = page.locator("[data-search-results]")
    top = results.evaluate("node => node.getBoundingClientRect().top")
    type_in(page, "网格")
    assert results.evaluate("node => node.getBoundingClientRect().top") == top


def test_nothing_is_suggested_while_an_input_method_composes(page: Page, home: str) -> None:
    page.goto(home)
    client = page.context.new_cdp_session(page)
    page.locator("[data-search-field]").focus()
    for text in ("w", "wang", "wangge"):
        client.send("Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)})
    page.wait_for_timeout(500)
    expect(options(page)).to_have_count(0)
    client.send("Input.insertText", {"text": "网格"})
    expect(options(page).first).to_be_visible()


def test_a_field_typed_in_the_query_is_a_pressed_chip_and_is_taken_off(page: Page, home: str) -> None:
    ask(page, home, "物业 省份:浙江")
    chip = page.locator(".chip[data-value='省份:浙江省']")
    expect(chip).to_have_attribute("aria-pressed", "true")
    chip.click()
    expect(page.locator("[data-search-field]")).to_have_value("物业")
    expect(chip).to_have_attribute("aria-pressed", "false")
    expect(chip).to_be_focused()


def test_an_unknown_value_is_told_and_mended_by_a_button(page: Page, home: str) -> None:
    ask(page, home, "物业 省份:火星")
    note = page.locator(".search-results .search-note")
    expect(note).to_contain_text("没有一页的“省份”是“火星”")
    note.get_by_role("button", name="浙江省").click()
    expect(page.locator("[data-search-field]")).to_have_value("物业 省份:浙江省")
    expect(status(page)).to_have_text(re.compile("^找到"))
    expect(status(page)).to_be_focused()


def test_the_order_is_chosen_and_stays_in_the_address(page: Page, home: str) -> None:
    ask(page, home, "物业")
    button = page.get_by_role("button", name="入库日期")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_be_focused()
    assert "sort=added" in page.url
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "true")


def test_the_number_is_said_once_the_reader_pauses(page: Page, home: str) -> None:
    page.goto(home)
    page.evaluate(
        """window.said = []; new MutationObserver(() => said.push(document.querySelector('[data-search-said]').textContent))
           .observe(document.querySelector('[data-search-said]'), { childList: true });"""
    )
    page.locator("[data-search-field]").press_sequentially("网格员", delay=300)
    expect(page.locator("[data-search-said]")).to_have_text(re.compile("^找到"))
    assert page.evaluate("said") == [status(page).text_content()]


@pytest.mark.parametrize("forbidden", ["", NO_ADDRESS])
def test_back_returns_to_the_place_the_query_and_what_was_opened(page: Page, home: str, forbidden: str) -> None:
    if forbidden:
        page.add_init_script(forbidden)
    page.goto(home)
    page.locator("[data-search-field]").fill("物业")
    page.locator(".chip[data-value='省份:浙江省']").click()
    page.get_by_role("button", name="入库日期").click()
    page.locator(".search-group .search-more").first.click()
    count = hits(page).count()
    link = hits(page).nth(count - 2)
    link.scroll_into_view_if_needed()
    link.focus()
    scroll = page.evaluate("window.pageYOffset")
    assert scroll > 300
    key = link.get_attribute("data-search-hit")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("hl="))
    page.wait_for_load_state("load")
    page.go_back()
    expect(hits(page)).to_have_count(count)
    expect(page.locator("[data-search-field]")).to_have_value("物业")
    expect(page.locator(".chip[data-value='省份:浙江省']")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="入库日期")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"[data-search-hit='{key}']")).to_be_focused()
    assert abs(page.evaluate("window.pageYOffset") - scroll) <= 2


def test_a_missing_script_leaves_the_rest_and_says_that_it_is_a_part(
    browser: Browser, built_site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(built_site, copy)
    (copy / "search/texts-0000.js").unlink()
    (copy / "search/names.js").unlink()
    page = browser.new_page()
    ask(page, (copy / "search.html").as_uri(), "物业")
    expect(page.locator("[data-search-missing]")).to_contain_text("search/texts-0000.js")
    expect(hits(page).first).not_to_be_empty()
    expect(status(page)).to_have_text(re.compile("^找到"))
    page.locator("[data-search-field]").press_sequentially("管")
    expect(page.locator("[data-search-missing]")).to_contain_text("search/names.js")
    page.close()


@pytest.mark.parametrize("query", ["物业", "wanggehua", "一心二会", "物业 省份:火星", "长" * 200])
def test_results_do_not_scroll_sideways_on_a_phone(page: Page, home: str, query: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    ask(page, home, query)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_search_page_stores_nothing(page: Page, home: str) -> None:
    ask(page, home, "物业")
    page.get_by_role("button", name="入库日期").click()
    assert page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage)]") == [[], []]
    assert unquote(page.url).endswith("?q=物业&sort=added")
