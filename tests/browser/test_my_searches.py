"""最近检索 in real Chromium on file://: kept by a link from the search page or by the form of my.html, run, removed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Locator, Page, expect

NAME = "shijianku:hongse-wuye-shijianku:searches"
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });"""


@pytest.fixture
def my(built_site: Path) -> str:
    return (built_site / "my.html").as_uri()


def links(page: Page) -> Locator:
    return page.locator(".my-recent li a")


def keep(page: Page, my: str, *queries: str) -> None:
    for query in queries:
        page.goto(f"{my}?keep=search:{quote(query)}")
        expect(links(page).first).to_have_text(query)


def stored(page: Page) -> list[str] | None:
    value = page.evaluate("name => localStorage.getItem(name)", NAME)
    return [search["text"] for search in json.loads(value)["searches"]] if value else None


def test_a_search_is_kept_with_its_filters_and_order_and_run_again(page: Page, my: str) -> None:
    page.goto(
        my.replace("my.html", "search.html") + "?q=" + quote("物业") + "&f=" + quote("省份:浙江省") + "&sort=added"
    )
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("^找到"))
    address = unquote(page.url)
    page.get_by_role("link", name="记下这次检索").click()
    expect(page.get_by_role("status")).to_have_text("已记下检索：物业。")
    assert page.url == my
    line = page.locator(".my-recent li").first
    expect(line).to_contain_text("省份：浙江省 · 按入库日期")
    expect(line).to_contain_text(page.evaluate("`${new Date().getMonth() + 1}月${new Date().getDate()}日`"))
    links(page).first.click()
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("^找到"))
    assert unquote(page.url) == address


def test_what_the_form_asks_is_recorded_and_run(page: Page, my: str) -> None:
    keep(page, my, "网格", "47.2%")
    page.keyboard.press("/")
    page.keyboard.type("网格")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search.html?q=*")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("^找到"))
    page.goto(my)
    expect(links(page)).to_have_text(["网格", "47.2%"])


def test_an_empty_form_records_nothing(page: Page, my: str) -> None:
    page.goto(my)
    expect(page.get_by_text("还没有记下检索")).to_be_visible()
    page.locator(".my-search button").click()
    page.wait_for_url("**/search.html*")
    assert stored(page) is None


def test_one_is_removed_and_put_back_where_it_stood(page: Page, my: str) -> None:
    keep(page, my, "甲", "乙", "丙")
    page.get_by_role("button", name="移出：乙").click()
    expect(links(page)).to_have_text(["丙", "甲"])
    assert stored(page) == ["丙", "甲"]
    expect(page.get_by_role("button", name="撤销移出：乙")).to_be_focused()
    page.keyboard.press("Enter")
    expect(links(page)).to_have_text(["丙", "乙", "甲"])
    expect(page.get_by_role("link", name="乙")).to_be_focused()
    page.reload()
    expect(links(page)).to_have_text(["丙", "乙", "甲"])


def test_five_are_shown_and_the_rest_on_demand(page: Page, my: str) -> None:
    names = [f"词{number}" for number in range(7)]
    keep(page, my, *names)
    expect(links(page)).to_have_count(5)
    page.get_by_role("button", name="显示全部 7 条检索").click()
    expect(links(page)).to_have_text(names[::-1])
    expect(links(page).nth(5)).to_be_focused()


def test_clearing_everything_clears_the_searches_too(page: Page, my: str) -> None:
    keep(page, my, "网格")
    page.get_by_role("button", name="全部清除").click()
    page.get_by_role("button", name="确定清除").click()
    expect(page.get_by_text("还没有记下检索")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []
    expect(page.get_by_role("button", name="全部清除")).to_be_hidden()


def test_a_second_tab_is_shown_what_the_first_has_kept(page: Page, my: str) -> None:
    page.goto(my)
    second = page.context.new_page()
    keep(second, my, "网格")
    expect(links(page)).to_have_text(["网格"])
    second.close()


@pytest.mark.parametrize("text", ["{", '{"version":9}', '{"version":1,"searches":[{"text":7,"chosen":[]}]}'])
def test_damaged_storage_is_told_and_put_aside(page: Page, my: str, text: str) -> None:
    page.goto(my)
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, text])
    page.reload()
    expect(page.get_by_role("alert")).to_contain_text("读不出来")
    assert page.evaluate("name => localStorage.getItem(name)", f"{NAME}:damaged") == text
    keep(page, my, "网格")


def test_without_storage_the_search_is_listed_and_that_it_will_not_stay_is_told(page: Page, my: str) -> None:
    page.add_init_script(NO_STORAGE)
    keep(page, my, "网格")
    expect(page.get_by_role("alert")).to_contain_text("不能存放资料")
    expect(page.get_by_role("status")).to_be_empty()
    links(page).first.click()
    expect(page.locator("[data-search-status]")).to_have_text(re.compile("^找到"))


@pytest.mark.parametrize("query", ["keep=search:", "keep=search:%20", "keep=search:" + "a" * 10_000, "keep=search"])
def test_what_is_no_search_is_not_kept(page: Page, my: str, query: str) -> None:
    page.goto(f"{my}?{query}")
    expect(page.get_by_text("还没有记下检索")).to_be_visible()
    assert stored(page) is None
    assert page.url == my


def test_markup_in_a_search_stays_text(page: Page, my: str) -> None:
    markup = "<img src=x onerror=alert(1)>"
    page.goto(f"{my}?keep=search:{quote(markup)}&f={quote(markup + ':' + markup)}")
    expect(links(page)).to_have_text([markup])
    assert page.locator("main img").count() == 0


def test_a_phone_shows_long_searches_without_sideways_scrolling(page: Page, my: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{my}?keep=search:{'a' * 200}&f={quote('机制:' + '长' * 60)}")
    expect(links(page)).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
