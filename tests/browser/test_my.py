"""我的资料 in real Chromium on file://: ticks on a checklist's page, kept in my.html, taken off, brought back, removed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.library.book import Manual, Sheet, SheetKind
from generator.library.model import Library

NAME = "shijianku:hongse-wuye-shijianku:checklists"
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });"""
FULL_STORAGE = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"


@pytest.fixture(scope="session")
def sheets(real_library: Library) -> list[tuple[Manual, Sheet]]:
    assert real_library.book
    manuals = real_library.book.manuals.values()
    return [(manual, sheet) for manual in manuals for sheet in manual.sheets if sheet.kind is SheetKind.CHECKLIST]


class Kept:
    """A checklist and where it stands, for the tests to speak of."""

    def __init__(self, site: Path, manual: Manual, sheet: Sheet) -> None:
        self.id, self.title, self.book = f"{manual.id}/{sheet.id}", sheet.title, manual.meta.title
        self.page = (site / sheet.address.page).as_uri()
        self.my = (site / "my.html").as_uri()
        self.keys = [item.key for item in sheet.items()]

    def progress(self, done: int) -> str:
        return f"已勾 {done} / {len(self.keys)}"

    def link(self, *numbers: int) -> str:
        return f"{self.my}?keep=check:{self.id}&done={','.join(self.keys[number] for number in numbers)}"


@pytest.fixture
def one(built_site: Path, sheets: list[tuple[Manual, Sheet]]) -> Kept:
    return Kept(built_site, *sheets[0])


@pytest.fixture
def other(built_site: Path, sheets: list[tuple[Manual, Sheet]]) -> Kept:
    return Kept(built_site, *sheets[-1])


@pytest.fixture
def second(page: Page) -> Iterator[Page]:
    """A second tab of the same browser."""
    tab = page.context.new_page()
    yield tab
    tab.close()


def boxes(page: Page) -> Locator:
    return page.locator("input[data-key]")


def card(page: Page, kept: Kept) -> Locator:
    return page.locator(f"[data-list='{kept.id}']")


def ticked(page: Page, kept: Kept, *numbers: int) -> None:
    """Expect exactly these boxes of the card to be ticked, and the count to say so."""
    expect(card(page, kept).locator(".my-progress")).to_have_text(kept.progress(len(numbers)))
    expect(card(page, kept).locator("input:checked")).to_have_count(len(numbers))
    for number in numbers:
        expect(card(page, kept).locator("input").nth(number)).to_be_checked()


def stored(page: Page) -> str | None:
    value: str | None = page.evaluate("name => localStorage.getItem(name)", NAME)
    return value


def test_ticks_of_a_checklist_stay_in_its_address(page: Page, one: Kept) -> None:
    page.goto(one.page)
    expect(page.locator(".check-state")).to_have_text(one.progress(0))
    boxes(page).nth(0).check()
    boxes(page).nth(2).check()
    boxes(page).nth(3).check()
    boxes(page).nth(3).uncheck()
    expect(page.locator(".check-state")).to_have_text(one.progress(2))
    assert page.url == f"{one.page}#done={one.keys[0]},{one.keys[2]}"
    page.reload()
    expect(page.locator(".check-state")).to_have_text(one.progress(2))
    expect(boxes(page).nth(2)).to_be_checked()
    page.locator("label a").first.click()
    page.go_back()
    expect(page.locator(".check-state")).to_have_text(one.progress(2))


def test_an_ordinary_anchor_is_left_alone_until_the_first_tick(page: Page, one: Kept) -> None:
    page.goto(one.page)
    page.locator(".toc-2 a").nth(1).click()
    anchored = page.url
    assert re.search(r"#s-", anchored)
    page.reload()
    assert page.url == anchored
    boxes(page).nth(1).check()
    page.locator(".toc-2 a").nth(0).click()
    expect(page).to_have_url(f"{one.page}#done={one.keys[1]}")
    boxes(page).nth(0).check()
    page.go_back()
    expect(page).to_have_url(f"{one.page}#done={one.keys[0]},{one.keys[1]}")
    expect(page.locator(".check-state")).to_have_text(one.progress(2))


def test_a_kept_link_opened_in_the_same_tab_brings_its_ticks(page: Page, one: Kept) -> None:
    page.goto(one.page)
    boxes(page).nth(0).check()
    page.goto(f"{one.page}#done={one.keys[1]},{one.keys[2]},ffffff,<img>")
    expect(page.locator(".check-state")).to_have_text(one.progress(2))
    expect(boxes(page).nth(0)).not_to_be_checked()


def test_clearing_a_checklist_can_be_undone_until_the_next_tick(page: Page, one: Kept) -> None:
    page.goto(one.page)
    clear = page.locator(".check-clear")
    expect(clear).to_be_hidden()
    boxes(page).nth(0).check()
    boxes(page).nth(1).check()
    clear.click()
    expect(page.locator(".check-state")).to_have_text(one.progress(0))
    expect(clear).to_have_text("撤销")
    clear.click()
    expect(page.locator(".check-state")).to_have_text(one.progress(2))
    expect(clear).to_have_text("清空")
    clear.click()
    boxes(page).nth(4).check()
    expect(clear).to_have_text("清空")
    assert page.url.endswith(f"#done={one.keys[4]}")


def test_print_prints(page: Page, one: Kept) -> None:
    page.add_init_script("window.print = () => { document.title = 'printed'; };")
    page.goto(one.page)
    page.get_by_role("button", name="打印").click()
    expect(page).to_have_title("printed")


def test_a_checklist_is_kept_ticked_and_found_again(page: Page, one: Kept) -> None:
    page.goto(one.page)
    boxes(page).nth(1).check()
    page.get_by_role("link", name="存到我的资料").click()
    expect(page.get_by_role("status")).to_contain_text(f"已存入：{one.title}")
    assert page.url == one.my
    ticked(page, one, 1)
    expect(card(page, one)).to_contain_text(one.book)
    expect(card(page, one)).to_contain_text("本库据案例编写")
    expect(card(page, one)).to_contain_text(
        page.evaluate("`${new Date().getMonth() + 1}月${new Date().getDate()}日存入`")
    )
    card(page, one).locator("label").nth(3).click()
    ticked(page, one, 1, 3)
    page.goto("about:blank")
    page.goto(one.my)
    ticked(page, one, 1, 3)
    expect(page.get_by_role("status")).to_be_empty()
    card(page, one).get_by_role("link", name=one.title).click()
    expect(page.locator(".check-state")).to_have_text(one.progress(2))
    assert page.url == f"{one.page}#done={one.keys[1]},{one.keys[3]}"


def test_ticks_are_taken_off_and_brought_back(page: Page, one: Kept) -> None:
    page.goto(one.link(0, 2))
    ticked(page, one, 0, 2)
    card(page, one).get_by_role("button", name="清空勾选").click()
    ticked(page, one)
    card(page, one).get_by_role("button", name="撤销清空").click()
    ticked(page, one, 0, 2)
    card(page, one).get_by_role("button", name="清空勾选").click()
    page.reload()
    ticked(page, one)
    expect(card(page, one).get_by_role("button", name="清空")).to_be_hidden()


def test_a_list_is_removed_and_put_back_where_it_stood(page: Page, one: Kept, other: Kept) -> None:
    page.goto(one.link(0))
    page.goto(other.link(1))
    expect(page.locator(".my-list h3")).to_have_text([other.title, one.title])
    card(page, other).get_by_role("button", name="移出").click()
    expect(page.locator(".my-list h3")).to_have_text([one.title])
    expect(page.get_by_role("button", name=f"撤销移出：{other.title}")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".my-list h3")).to_have_text([other.title, one.title])
    ticked(page, other, 1)
    card(page, other).get_by_role("button", name="移出").click()
    page.reload()
    expect(page.locator(".my-list h3")).to_have_text([one.title])
    expect(page.get_by_text("已移出")).to_have_count(0)


def test_kept_again_the_new_ticks_win_and_the_old_can_be_had_back(page: Page, one: Kept) -> None:
    page.goto(one.link(0, 1))
    page.goto(one.link(5))
    ticked(page, one, 5)
    expect(page.get_by_role("status")).to_contain_text("已换成这次的")
    page.get_by_role("button", name="撤销", exact=True).click()
    ticked(page, one, 0, 1)
    page.goto(one.page)
    page.get_by_role("link", name="存到我的资料").click()
    expect(page.get_by_role("status")).to_contain_text(f"已存入：{one.title}（{one.progress(2)}）")


def test_clearing_everything_asks_and_leaves_nothing(page: Page, one: Kept) -> None:
    page.goto(one.link(0))
    page.get_by_role("button", name="全部清除").click()
    page.get_by_role("button", name="不清除").click()
    ticked(page, one, 0)
    page.get_by_role("button", name="全部清除").click()
    page.get_by_role("button", name="确定清除").click()
    expect(page.get_by_text("还没有存入检查表")).to_be_visible()
    expect(page.get_by_role("button", name="全部清除")).to_be_hidden()
    assert page.evaluate("Object.keys(localStorage)") == []
    page.reload()
    expect(page.get_by_text("还没有存入检查表")).to_be_visible()


def test_a_second_tab_is_shown_what_the_first_has_written(page: Page, second: Page, one: Kept) -> None:
    page.goto(one.link(0))
    second.goto(one.my)
    ticked(second, one, 0)
    card(page, one).locator("input").nth(2).check()
    ticked(second, one, 0, 2)


def test_empty_page_tells_how_lists_get_here(page: Page, one: Kept) -> None:
    page.goto(one.my)
    expect(page.get_by_text("还没有存入检查表")).to_be_visible()
    expect(page.locator("[data-my-empty] a")).to_have_attribute("href", "manuals/index.html")
    assert stored(page) is None


@pytest.mark.parametrize(
    "text", ["", "{", '{"version":9}', '{"version":1,"lists":[{"id":"<img src=x onerror=alert(1)>"}]}']
)
def test_damaged_storage_is_told_and_put_aside(page: Page, one: Kept, text: str) -> None:
    page.goto(one.my)
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, text])
    page.goto(one.link(0))
    expect(page.get_by_role("alert")).to_contain_text("读不出来")
    ticked(page, one, 0)
    assert page.evaluate("name => localStorage.getItem(name)", f"{NAME}:damaged") == text
    page.reload()
    expect(page.get_by_role("alert")).to_be_hidden()
    ticked(page, one, 0)


@pytest.mark.parametrize("forbidden", [NO_STORAGE, FULL_STORAGE])
def test_without_storage_the_list_of_the_link_can_still_be_ticked(page: Page, one: Kept, forbidden: str) -> None:
    page.add_init_script(forbidden)
    page.goto(one.link(0))
    expect(page.get_by_role("alert")).to_contain_text("不能存放资料")
    expect(page.get_by_role("status")).to_be_empty()
    for untrue in ("只存在这台电脑", "勾选随时保存", "日存入", "全部清除"):
        expect(page.get_by_text(untrue).filter(visible=True)).to_have_count(0)
    card(page, one).locator("input").nth(2).check()
    ticked(page, one, 0, 2)
    page.reload()
    ticked(page, one, 0, 2)
    card(page, one).get_by_role("button", name="移出").click()
    expect(card(page, one)).to_have_count(0)


@pytest.mark.parametrize(
    "query",
    [
        "keep=" + quote("<img src=x onerror=alert(1)>"),
        "keep=check:" + quote("<img src=x onerror=alert(1)>"),
        "keep=check:" + "a" * 10_000,
        "keep=check:" + "a" * 5_000 + "/" + "b" * 5_000,
        "keep=check:no/such-list&done=a1b2c3",
        "keep=check:__proto__/constructor",
        "keep=%E0%A4%A&done=%",
        "done=a1b2c3",
    ],
)
def test_a_link_of_garbage_keeps_nothing(page: Page, one: Kept, query: str) -> None:
    page.goto(f"{one.my}?{query}")
    expect(page.get_by_text("还没有存入检查表")).to_be_visible()
    assert page.locator("main img").count() == 0
    assert stored(page) is None
    assert page.url == one.my


def test_garbage_ticks_are_left_out(page: Page, one: Kept) -> None:
    garbage = ",".join(["<img src=x onerror=alert(1)>", "ffffff", "x" * 10_000, one.keys[1]])
    page.goto(f"{one.my}?keep=check:{one.id}&done={quote(garbage)}")
    ticked(page, one, 1)
    assert [entry["done"] for entry in json.loads(stored(page) or "{}")["lists"]] == [[one.keys[1]]]


def test_what_the_library_no_longer_has_is_told_and_not_counted(page: Page, one: Kept) -> None:
    old = {"id": "old/gone", "title": "旧<b>检查表</b>", "kept": "2026-01-02", "done": ["a1b2c3"]}
    kept = {"id": one.id, "title": one.title, "kept": "2026-01-02", "done": [one.keys[0], "ffffff"]}
    page.goto(one.my)
    value = json.dumps({"version": 1, "lists": [old, kept]})
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, value])
    page.reload()
    ticked(page, one, 0)
    gone = page.locator("[data-list='old/gone']")
    expect(gone).to_contain_text("旧<b>检查表</b>")
    expect(gone).to_contain_text("新版中已没有这张检查表")
    gone.get_by_role("button", name="移出").click()
    expect(page.locator(".my-list")).to_have_count(1)


def test_keyboard_alone_ticks_and_every_box_has_a_name(page: Page, one: Kept) -> None:
    page.goto(one.link())
    card(page, one).get_by_role("link").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    ticked(page, one, 0)
    for box in card(page, one).locator("input").all():
        size = box.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 24
    expect(card(page, one).get_by_role("checkbox")).to_have_count(len(one.keys))
    assert card(page, one).get_by_role("checkbox", name=re.compile(".+")).count() == len(one.keys)


@pytest.mark.parametrize("width", [360, 1280])
def test_page_with_lists_does_not_scroll_sideways(page: Page, one: Kept, other: Kept, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(one.link(0))
    page.goto(other.link(1))
    ticked(page, other, 1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_page_leads_here_from_its_footer(page: Page, one: Kept) -> None:
    page.goto(one.page)
    page.locator("footer").get_by_role("link", name="我的资料").click()
    expect(page).to_have_url(one.my)


def test_without_javascript_the_page_says_so(built_site: Path) -> None:
    """Read from the file: Chromium driven without JavaScript does not show what is in noscript."""
    told = re.search(r"<noscript>(.*?)</noscript>", (built_site / "my.html").read_text("utf-8"), re.S)
    assert told
    assert "现在它没有打开" in told[1]
    assert 'href="manuals/index.html"' in told[1]
