"""按问题找 in real Chromium on file://: closed topics, the field that finds questions, addresses of questions, no scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

ASKED = "业委会筹备组谁当组长"


@pytest.fixture
def faq(page: Page, built_site: Path) -> Page:
    page.goto((built_site / "faq.html").as_uri())
    return page


def shown(page: Page) -> list[str]:
    return page.locator(".faq-entry:visible h3").all_inner_texts()


def test_topics_are_closed_until_they_are_opened(faq: Page) -> None:
    assert shown(faq) == []
    topics = faq.locator(".faq-topic")
    topics.first.locator("summary").click()
    expect(topics.first.locator(".faq-entry").first).to_be_visible()
    faq.get_by_role("button", name="全部展开").click()
    assert len(shown(faq)) == faq.locator(".faq-entry").count() > 300
    faq.get_by_role("button", name="全部收起").click()
    assert shown(faq) == []


def test_a_question_is_found_by_the_words_of_any_of_its_wordings(faq: Page) -> None:
    field = faq.get_by_role("searchbox", name="在这些问题里找")
    field.fill("excel")
    assert shown(faq) == ["表能不能下载到Excel"]
    expect(faq.locator("[data-faq-said]")).to_have_text("找到 1 问")
    field.fill("业委会 换届")
    found = shown(faq)
    assert 0 < len(found) < 10
    field.fill("业委会 换届 火星")
    assert shown(faq) == []
    expect(faq.locator("[data-faq-said]")).to_contain_text("没有这样的问题")
    field.fill("")
    assert shown(faq) == [] and faq.locator(".faq-topic:visible").count() > 10


def test_the_address_of_a_question_opens_it(faq: Page) -> None:
    anchor = faq.locator(".faq-entry", has_text=ASKED).first.get_attribute("id")
    address = f"{faq.url}#{anchor}"
    faq.goto("about:blank")  # within the page the address alone would change
    faq.goto(address)
    entry = faq.locator(f"#{anchor}")
    expect(entry).to_be_in_viewport()
    assert ASKED in shown(faq)
    entry.get_by_role("link").first.click()
    faq.go_back()
    expect(entry).to_be_in_viewport()


def test_the_contents_of_the_page_open_their_topic(faq: Page) -> None:
    faq.locator(".toc a").nth(3).click()
    expect(faq.locator(".faq-topic").nth(3).locator(".faq-entry").first).to_be_visible()


def test_without_scripts_all_questions_stand_open(browser: Browser, built_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site / "faq.html").as_uri())
    assert page.locator(".faq-entry h3").count() == page.locator(".faq-topic[open] .faq-entry h3").count() > 300
    expect(page.locator(".faq-entry").first).to_be_visible()
    expect(page.locator("#faq-q")).to_be_hidden()
    context.close()


def test_on_a_phone_nothing_scrolls_sideways(faq: Page) -> None:
    faq.set_viewport_size({"width": 360, "height": 780})
    faq.get_by_role("button", name="全部展开").click()
    assert faq.evaluate("document.documentElement.scrollWidth") == 360
