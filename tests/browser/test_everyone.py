"""Each kind of page for everyone: without scripts, enlarged twice, on a phone, by keyboard, without motion, and light."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.library.model import Library

KINDS = {
    "index.html": "从哪里开始",
    "cases/index.html": "西塘",
    "cases/xitang.html": "降低47.2%",
    "tables/index.html": "谁牵头",
    "tables/outcomes.html": "材料称已实现",
    "compare.html": "谁牵头",
    "manuals/index.html": "红色管家",
    "manuals/guanjia/index.html": "第二章",
    "manuals/guanjia/02-meiri.html": "责任",
    "manuals/guanjia/07-zicha.html": "检查",
    "manuals/guanjia/09-suqiu.html": "登记",
    "terms.html": "网格化",
    "sources.html": "段",
    "search.html": "总目",
    "my.html": "脚本功能",
    "handouts/index.html": "讲义",
    "contents.html": "西塘",
    "version.html": "入库日期",
    "about.html": "勘误",
}
"""Each kind, and words of its main part that are there without scripts."""
FILLED = ("search.html?q=" + quote("一心两会"), "compare.html?cases=xitang,chengdu", "my.html?add=case:xitang")
"""What only scripts put on a page."""
CASE_BUDGET = 150_000
BUDGETS = {
    "index.html": 53, "cases/index.html": 53, "tables/index.html": 43, "tables/outcomes.html": 172, "tables/clauses.html": 250,
    "compare.html": 105, "manuals/index.html": 51, "manuals/guanjia/index.html": 69, "manuals/guanjia/02-meiri.html": 56,
    "manuals/guanjia/07-zicha.html": 53, "manuals/guanjia/09-suqiu.html": 50, "terms.html": 164, "sources.html": 57,
    "search.html": 137, "my.html": 156, "handouts/index.html": 43, "contents.html": 163, "version.html": 40, "about.html": 38,
}  # fmt: skip
"""Kilobytes of a page with the styles and scripts that it asks for by itself: a tenth more than it weighed when this was written."""

SEEN = "(part) => part.getClientRects().length > 0 && getComputedStyle(part).visibility === 'visible'"
HIDDEN = f"""() => [...document.querySelectorAll('main [data-record], main h1')]
  .filter((part) => !({SEEN})(part)).map((part) => part.textContent.trim().slice(0, 40))"""
USELESS = f"""() => [...document.querySelectorAll('main button')]
  .filter((part) => ({SEEN})(part) && !part.closest('form[action]')).map((part) => part.outerHTML.slice(0, 80))"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
OUT_OF_REACH = """() => [...document.querySelectorAll('main *')].filter((part) => {
  const box = part.getBoundingClientRect();
  if (box.width < 2 || box.right <= innerWidth + 1) return false;
  for (let around = part; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowX) || around.closest('.unseen')) return false;
  }
  return true;
}).map((part) => part.outerHTML.slice(0, 80))"""
"""What reaches beyond the window and stands in no box that scrolls."""
MOVING = """() => [...document.querySelectorAll('*')].filter((part) => {
  const style = getComputedStyle(part);
  return [style.transitionDuration, style.animationDuration].some((time) => /[1-9]/.test(time)) || style.scrollBehavior === 'smooth';
}).map((part) => part.outerHTML.slice(0, 80))"""
STOPS = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
  .filter((part) => part.getClientRects().length && !part.disabled && part.tabIndex >= 0)"""
WATCH = f"""() => {{
  const looks = (part) => {{
    const style = getComputedStyle(part);
    return [style.outlineStyle === 'none' ? '' : style.outlineWidth + style.outlineColor, style.boxShadow, style.backgroundColor, style.borderColor].join();
  }};
  const stops = ({STOPS})();
  const before = new Map(stops.map((part) => [part, looks(part)]));
  window.walk = {{ stops: stops.length, order: [], unmarked: [], unseen: [] }};
  document.addEventListener('focusin', (event) => {{
    const part = event.target;
    const box = part.getBoundingClientRect();
    walk.order.push(stops.indexOf(part));
    if (looks(part) === before.get(part)) walk.unmarked.push(part.outerHTML.slice(0, 80));
    if (box.bottom <= 0 || box.top >= innerHeight) walk.unseen.push(part.outerHTML.slice(0, 80));
  }});
}}"""


PAINTED = """() => new Promise((done) => {
  const watch = new PerformanceObserver((list) => { if (list.getEntriesByName('first-contentful-paint').length) done(); });
  watch.observe({ type: 'paint', buffered: true });
})"""


def address(site: Path, name: str) -> str:
    path, _, query = name.partition("?")
    return (site / path).as_uri() + (f"?{query}" if query else "")


def test_without_scripts_the_text_is_there_and_nothing_that_would_do_nothing(
    browser: Browser, built_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name, words in KINDS.items():
        page.goto(address(built_site, name))
        assert words in page.locator("main").inner_text(), name
        if name not in ("compare.html", "my.html"):  # theirs is what scripts put there
            assert page.evaluate(HIDDEN) == [], name
        assert page.evaluate(USELESS) == [], name
    page.goto(address(built_site, "search.html"))
    page.locator("noscript a", has_text="总目").click()
    expect(page.locator("h1")).to_have_text("总目")
    link = page.locator("main a[href='terms.html#网格化治理'], main a", has_text="网格化治理").first
    link.click()
    assert unquote(page.url).partition("#")[0].endswith("terms.html")
    expect(page.locator(":target")).to_contain_text("网格化治理")
    context.close()


def test_enlarged_and_on_a_phone_nothing_scrolls_sideways_but_boxes_and_nothing_moves(
    page: Page, built_site: Path
) -> None:
    """A window of 1280 enlarged twice is one of 640."""
    for name in (*KINDS, *FILLED):
        page.set_viewport_size({"width": 1280, "height": 1024})
        page.emulate_media(reduced_motion="reduce")
        page.goto(address(built_site, name))
        if name in FILLED:
            expect(page.locator(".search-hits a, .compare-result td, .basket-item, [data-my] li").first).to_be_visible()
        assert page.evaluate(MOVING) == [], name
        for width in (1280, 768, 640, 360):
            page.set_viewport_size({"width": width, "height": 512})
            assert page.evaluate(SIDEWAYS) <= 0, (name, width)
            assert page.evaluate(OUT_OF_REACH) == [], (name, width)


def test_tab_goes_through_a_case_in_order_and_every_stop_is_seen(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xiaoshan.html"))
    page.evaluate(WATCH)
    stops = page.evaluate("walk.stops")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(stops - 1):
        page.keyboard.press("Tab")
    walk = page.evaluate("walk")
    assert walk["order"] == list(range(stops))
    assert (walk["unmarked"], walk["unseen"]) == ([], [])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")  # and out of the page: no trap


def test_the_skip_link_leads_past_header_and_breadcrumb(page: Page, built_site: Path) -> None:
    page.goto(address(built_site, "cases/xiaoshan.html"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.querySelector('main a[href]')")


def test_a_page_asks_for_no_more_than_its_budget_and_for_no_index(
    page: Page, built_site: Path, real_library: Library
) -> None:
    home = built_site.as_uri() + "/"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(unquote(request.url.removeprefix(home)).partition("?")[0]))
    budgets = {f"cases/{case}.html": CASE_BUDGET for case in real_library.cases}
    for name, budget in (budgets | {name: kilobytes * 1000 for name, kilobytes in BUDGETS.items()}).items():
        asked.clear()
        page.goto(address(built_site, name))
        weight = sum((built_site / path).stat().st_size for path in asked)
        assert weight <= budget, (name, weight)
        assert [path for path in asked if path.startswith("search/")] == [], name
        if name not in ("compare.html", "my.html"):
            assert [path for path in asked if path.startswith("data/")] == [], name


class Held(SimpleHTTPRequestHandler):
    """A server that keeps back the scripts of search/ and data/ until it is told."""

    released = Event()

    def do_GET(self) -> None:
        if ("/search/" in self.path or "/data/" in self.path) and self.path.endswith(".js"):
            self.released.wait(20)
        super().do_GET()

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def held(built_site: Path) -> Iterator[str]:
    Held.released.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Held, directory=str(built_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    Held.released.set()
    server.shutdown()
    server.server_close()


def test_a_page_is_painted_before_any_index_or_data_has_come(browser: Browser, held: str) -> None:
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for name in ("index.html", "cases/xitang.html", *FILLED):
        page.goto(held + name, wait_until="commit")
        page.evaluate(PAINTED)
        assert page.locator("h1").is_visible(), name
    assert [url for url in asked if "/data/compare/index.js" in url]  # which was on its way all the time
    context.close()
