"""What site.js adds, and that every page does without it, in Chromium on file://."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

CASE = "cases/xitang.html"


def test_an_evidence_mark_opens_a_note_and_escape_gives_the_place_back(page: Page, built_site: Path) -> None:
    page.goto((built_site / CASE).as_uri())
    mark = page.locator("#background a.evidence").first
    mark.focus()
    page.keyboard.press("Enter")
    note = page.locator(".popover")
    assert "保利物业西塘景区实践" in note.inner_text()
    assert "原文开头：" in note.inner_text()
    assert mark.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    assert mark.evaluate("mark => mark === document.activeElement")


def test_tab_leaves_the_note_for_what_follows_its_mark_in_the_text(page: Page, built_site: Path) -> None:
    page.goto((built_site / CASE).as_uri())
    mark = page.locator(".figure-card a.evidence").first
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".popover")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".popover a")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".popover")).to_have_count(0)
    expect(page.locator(".figure-card .literal a").nth(1)).to_be_focused()


def test_the_note_does_not_cover_its_mark(page: Page, built_site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto((built_site / CASE).as_uri())
    mark = page.locator(".figure-card a.evidence").first
    mark.click()
    bottom = mark.evaluate("mark => mark.getBoundingClientRect().bottom")
    note = page.locator(".popover").evaluate(
        "note => [note.getBoundingClientRect().top, note.getBoundingClientRect().bottom]"
    )
    assert bottom < note[0] and note[1] <= 700


def test_the_note_leads_to_the_paragraph_in_the_list(page: Page, built_site: Path) -> None:
    page.goto((built_site / CASE).as_uri())
    mark = page.locator("#background a.evidence").first
    anchor = (mark.get_attribute("href") or "")[1:]
    mark.click()
    page.locator(".popover a").click()
    expect(page).to_have_url(re.compile(f"#{anchor}$"))
    expect(page.locator(".popover")).to_have_count(0)
    assert page.locator(f"[id='{anchor}']").is_visible()


def test_a_click_beside_the_note_closes_it(page: Page, built_site: Path) -> None:
    page.goto((built_site / CASE).as_uri())
    page.locator("#background a.evidence").first.click()
    page.locator("h1").click()
    expect(page.locator(".popover")).to_have_count(0)


def test_slash_goes_to_the_search_field_but_not_while_typing(page: Page, built_site: Path) -> None:
    page.goto((built_site / "terms.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    assert page.locator("#site-q").input_value() == "a/b"


def test_facets_narrow_the_list_and_the_address_keeps_the_choice(page: Page, built_site: Path) -> None:
    page.goto((built_site / "cases/index.html").as_uri())
    page.locator("a[data-value='浙江省']").click()
    expect(page.locator(".case-card:visible")).to_have_count(2)
    page.locator("a[data-value='四川省']").click()
    expect(page.locator(".case-card:visible")).to_have_count(3)
    page.locator("a[data-value='景区古镇']").click()
    expect(page.locator(".case-card:visible")).to_have_count(1)
    assert "5 个案例中的 1 个" in page.locator(".filter-state").inner_text()
    page.reload()
    expect(page.locator(".case-card:visible")).to_have_count(1)
    page.locator(".filter-state button").click()
    expect(page.locator(".case-card:visible")).to_have_count(5)
    page.locator("a[data-value='浙江省']").press("Space")
    expect(page.locator(".case-card:visible")).to_have_count(2)


@pytest.mark.parametrize("hash_", ["#province=%E0%A4%A", "#a=b=c", "#=&&", "#province=<img src=x>"])
def test_a_damaged_address_does_no_harm(page: Page, built_site: Path, hash_: str) -> None:
    page.goto((built_site / "cases/index.html").as_uri() + hash_)
    assert page.locator(".facets a").count() > 10
    assert page.locator("main img").count() == 0


def test_the_contents_follow_the_reader(page: Page, built_site: Path) -> None:
    page.goto((built_site / CASE).as_uri())
    page.locator("#timeline").evaluate("section => section.scrollIntoView()")
    expect(page.locator(".toc [aria-current]")).to_have_text("时间线")


def test_without_script_a_mark_jumps_to_its_paragraph_and_a_facet_opens_its_page(
    browser: Browser, built_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site / CASE).as_uri())
    page.locator("#background a.evidence").first.click()
    assert re.search(r"#P\d\d$", page.url)
    page.goto((built_site / "cases/index.html").as_uri())
    page.locator("a[data-value='浙江省']").click()
    assert page.url.endswith("cases/by/province-zhe-jiang-sheng.html")
    assert page.locator(".case-card").count() == 2
    context.close()


def test_text_has_contrast_in_light_and_dark(browser: Browser, built_site: Path) -> None:
    """Every token that text is set in, against the two grounds, at least 4.5 (WCAG 2.2, 1.4.3)."""
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto((built_site / "index.html").as_uri())
        inks = [
            "ink",
            "muted",
            "link",
            "red",
            "achieved",
            "current",
            "target",
            "plan",
            "background",
            "advice",
            "caution",
        ]
        for ink in inks:
            for ground in ("paper", "wash"):
                pair = [
                    page.evaluate(
                        "name => getComputedStyle(document.documentElement).getPropertyValue(name)", f"--{name}"
                    )
                    for name in (ink, ground)
                ]
                assert contrast(*pair) >= 4.5, (scheme, ink, ground)
        context.close()


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two hex colours."""
    bright, dark = sorted((_luminance(one.strip()), _luminance(other.strip())), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
