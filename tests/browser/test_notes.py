"""Notes beside terms in real Chromium on file://: the definition where the word stands; a link all the same."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from generator.library.model import Library
from generator.site.term_notes import term_scripts

CASE = "cases/xitang.html"
LARGEST_SCRIPT = 40_000


def a_term(page: Page, site: Path, path: str = CASE) -> Locator:
    page.goto((site / path).as_uri())
    return page.locator("a.ref-term").first


def told(library: Library) -> dict[str, list[str]]:
    scripts = [script.decode() for _, script in term_scripts(library)]
    return {key: line for script in scripts for key, line in json.loads(script[script.index("{}, ") + 4 : -3]).items()}


@pytest.mark.parametrize("path", [CASE, "manuals/xietong/04-xieshang.html"])
def test_a_click_on_a_term_tells_its_definition_where_it_stands(
    page: Page, built_site: Path, real_library: Library, path: str
) -> None:
    term = a_term(page, built_site, path)
    name, _, definition = told(real_library)[(term.get_attribute("href") or "").partition("#")[2]]
    term.click()
    note = page.locator(".popover")
    expect(note).to_contain_text(name)
    expect(note).to_contain_text(definition)
    assert page.url.endswith(path)
    expect(term).to_have_attribute("aria-expanded", "true")
    note.get_by_role("link", name="到术语页看出处").click()
    expect(page).to_have_url(re.compile(r"/terms\.html#term-"))
    assert page.locator(":target").locator("h2").inner_text() == name


def test_a_note_opens_and_closes_by_key_and_the_focus_comes_back(page: Page, built_site: Path) -> None:
    term = a_term(page, built_site)
    term.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".popover")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".popover")).to_have_count(0)
    expect(term).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("h1").click()
    expect(page.locator(".popover")).to_have_count(0)


def test_a_note_of_a_term_gives_way_to_one_of_evidence(page: Page, built_site: Path) -> None:
    a_term(page, built_site).click()
    expect(page.locator(".popover-name")).to_be_visible()
    page.locator(".figure-card a.evidence").first.click()
    expect(page.locator(".popover")).to_have_count(1)
    expect(page.locator(".popover")).to_contain_text("原文开头")


def test_with_ctrl_or_the_middle_button_a_term_stays_a_link(page: Page, built_site: Path) -> None:
    term = a_term(page, built_site)
    for opens in (lambda: term.click(modifiers=["ControlOrMeta"]), lambda: term.click(button="middle")):
        with page.context.expect_page() as opened:
            opens()
        expect(opened.value).to_have_url(re.compile(r"/terms\.html#term-"))
        opened.value.close()
    expect(page.locator(".popover")).to_have_count(0)


@pytest.mark.parametrize("missing", ["assets/notes.js", "data/terms/*.js"])
def test_a_missing_file_makes_a_term_a_link(browser: Browser, built_site: Path, missing: str) -> None:
    context = browser.new_context()
    context.route(f"**/{missing}", lambda route: route.abort())
    page = context.new_page()
    a_term(page, built_site).click()
    expect(page).to_have_url(re.compile(r"/terms\.html#term-"))
    context.close()


def test_a_term_that_sources_do_not_explain_says_so(page: Page, built_site: Path, real_library: Library) -> None:
    page.goto((built_site / CASE).as_uri())
    anchor = next(key for key, (_, _, definition) in told(real_library).items() if not definition)
    page.locator("a.ref-term").first.evaluate("(link, anchor) => { link.hash = anchor; }", anchor)
    page.locator("a.ref-term").first.click()
    expect(page.locator(".popover")).to_contain_text("没有解释")


def test_every_term_has_its_definition_in_a_script_of_bounded_size(built_site: Path, real_library: Library) -> None:
    assert len(told(real_library)) == len(real_library.terms)
    sizes = {path.name: path.stat().st_size for path in (built_site / "data/terms").iterdir()}
    assert max(sizes.values()) < LARGEST_SCRIPT, sizes
    for page in built_site.rglob("*.html"):
        assert "data/terms/" not in page.read_text("utf-8"), page
