"""Steps that Back undoes, what stands on a printed page of results, and words on what was typed wrongly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def home(page: Page, built_site: Path) -> str:
    address = (built_site / "search.html").as_uri()
    page.goto(address)
    return address


def field(page: Page) -> str:
    return page.locator("[data-search-field]").input_value()


def send(page: Page, text: str) -> None:
    page.fill("[data-search-field]", text)
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-hit]").first).to_be_focused()


def test_back_goes_through_queries_filters_and_orders(page: Page, home: str) -> None:
    send(page, "红色管家")
    status = page.locator("[data-search-status]")
    whole = status.inner_text()
    page.locator(".chip", has_text="条款").click()
    expect(status).not_to_have_text(whole)
    page.locator("[data-search-sort=added]").click()
    expect(page.locator("[data-search-sort=added]")).to_have_attribute("aria-pressed", "true")
    send(page, "网格")
    page.go_back()
    expect(page.locator("[data-search-field]")).to_have_value("红色管家")
    expect(page.locator("[data-search-sort=added]")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(page.locator("[data-search-sort=relevance]")).to_have_attribute("aria-pressed", "true")
    page.go_back()
    expect(status).to_have_text(whole)
    page.go_forward()
    expect(status).not_to_have_text(whole)


def test_what_is_typed_on_the_way_is_one_step(page: Page, home: str) -> None:
    send(page, "西塘")
    page.locator("[data-search-field]").fill("")
    page.locator("[data-search-field]").press_sequentially("萧山 物业", delay=180)
    expect(page.locator("[data-search-status]")).to_contain_text("找到")
    page.go_back()
    expect(page.locator("[data-search-field]")).to_have_value("西塘")


def test_the_slash_replaces_what_stood_in_the_field(page: Page, home: str) -> None:
    send(page, "西塘")
    page.keyboard.press("/")
    page.keyboard.type("萧山")
    assert field(page) == "萧山"


def test_paper_says_what_was_asked_and_has_every_excerpt_that_is_listed(page: Page, home: str) -> None:
    page.evaluate("window.print = () => { window.printed = document.querySelectorAll('.search-hits p:empty').length; }")
    send(page, "红色管家")
    page.locator(".chip", has_text="条款").click()
    page.get_by_role("button", name="打印").click()
    page.wait_for_function("window.printed !== undefined")
    assert page.evaluate("window.printed") == 0
    page.emulate_media(media="print")
    expect(page.locator("[data-search-asked]")).to_be_visible()
    expect(page.locator("[data-search-asked]")).to_have_text(re.compile("^检索“红色管家”；类型：条款"))


def test_a_filter_says_which_pages_it_leaves_out(page: Page, home: str) -> None:
    send(page, "网格 省份:浙江")
    expect(page.locator(".facet-note")).to_have_text("只列标有省份的页面，按整页筛选")


@pytest.mark.parametrize("query", ["省分:浙江", "地区：浙江 网格"])
def test_a_field_that_does_not_exist_is_told_with_those_that_do(page: Page, home: str, query: str) -> None:
    page.fill("[data-search-field]", query)
    expect(page.locator(".search-note", has_text="这一类")).to_have_text(
        re.compile("没有“..”这一类。能这样写的有：.*省份")
    )


def test_dates_are_shown_where_they_order_the_results(page: Page, home: str) -> None:
    send(page, "网格")
    expect(page.locator(".search-date")).to_have_count(0)
    page.locator("[data-search-sort=added]").click()
    expect(page.locator(".search-date").first).to_have_text(re.compile(r"^入库 \d{4}-\d\d-\d\d$"))


def test_marks_at_the_end_of_a_word_are_no_obstacle(page: Page, home: str) -> None:
    page.fill("[data-search-field]", "《红色管家》？")
    expect(page.locator(".search-match").first).to_have_text("各词都有，但不连在一起")
