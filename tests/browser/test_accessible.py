"""Every kind of page in real Chromium through axe-core: WCAG 2.2 AA and its best practices, in light, in dark, on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

AXE = Path(__file__).resolve().parents[1] / "js/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = (
    "index.html", "cases/index.html", "cases/xitang.html", "tables/index.html", "tables/outcomes.html",
    "compare.html?cases=xitang,chengdu", "manuals/index.html", "manuals/guanjia/index.html",
    "manuals/guanjia/02-meiri.html", "manuals/guanjia/07-zicha.html", "manuals/guanjia/09-suqiu.html", "terms.html",
    "courses/index.html", "courses/guanjia.html", "courses/guanjia-paper.html", "courses/guanjia-answers.html",
    "sources.html", "about.html", "faq.html", "version.html", "contents.html",
    "handouts/index.html", "search.html", "search.html?q=一心两会", "my.html?add=case:xitang",
)  # fmt: skip
SEEN = (
    "cases/xitang.html", "tables/outcomes.html", "manuals/guanjia/07-zicha.html", "search.html?q=一心两会",
    "my.html?add=case:xitang", "courses/guanjia.html",
)  # fmt: skip
"""Those that between them show everything that has a colour or a place of its own."""
EVERYTHING: dict[str, object] = {"type": "tag", "values": TAGS}
LOOKS = {
    "light": ("light", 1280, EVERYTHING),
    "dark": ("dark", 1280, {"type": "rule", "values": ["color-contrast"]}),
    "phone": (
        "light",
        360,
        {"type": "rule", "values": ["target-size", "scrollable-region-focusable", "color-contrast"]},
    ),
}
"""Colour scheme, width, and what may differ there: names and structure are the same in every look."""


@pytest.mark.parametrize(
    ("name", "look"), [(name, "light") for name in PAGES] + [(n, look) for look in ("dark", "phone") for n in SEEN]
)
def test_a_page_has_no_fault_that_axe_knows(page: Page, built_site: Path, name: str, look: str) -> None:
    scheme, width, rules = LOOKS[look]
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    path, _, query = name.partition("?")
    if path == "my.html":
        page.goto((built_site / path).as_uri() + "?mark=cases/xitang.html%23practice&title=做法&page=西塘")
    page.goto((built_site / path).as_uri() + (f"?{query}" if query else ""))
    settle(page, path)
    assert faults(page, rules) == []


def settle(page: Page, path: str) -> None:
    """Wait for what scripts put on the page, and open what can be opened."""
    if path == "search.html" and "q=" in page.url:
        expect(page.locator("mark").first).to_be_visible()
    if path == "compare.html":
        expect(page.locator("[data-compare-table] table")).to_be_visible()
    if path == "courses/guanjia.html":
        page.locator(".question input").first.check()
        page.locator(".question-tools button").first.click()
        page.locator(".step-done input").first.check()
    if path == "my.html":
        page.locator(".my-basket summary").first.click()
        page.get_by_role("button", name="预览和打印").click()
        expect(page.locator(".paper")).to_be_visible()


def faults(page: Page, rules: dict[str, object] = EVERYTHING) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    options = {"runOnly": rules, "preload": False}  # it would fetch the style sheets, which file:// forbids
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    return [f"{fault['id']} ×{len(fault['nodes'])}: {fault['nodes'][0]['html'][:200]}" for fault in found]


def test_the_tool_tells_a_fault(page: Page, built_site: Path) -> None:
    page.goto((built_site / "about.html").as_uri())
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert [fault.partition(" ")[0] for fault in faults(page)] == ["label"]


def test_an_evidence_mark_says_what_it_is(page: Page, built_site: Path) -> None:
    page.goto((built_site / "cases/xitang.html").as_uri())
    expect(page.get_by_role("link", name="依据：段14").first).to_be_visible()
