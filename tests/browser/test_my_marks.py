"""Bookmarks and notes in real Chromium on file://: set where one reads, written in my.html, found again, taken along as one file."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

LIBRARY = "shijianku:hongse-wuye-shijianku:"
NAME = f"{LIBRARY}marks"
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });"""
READ = (
    "cases/xitang.html", "manuals/guanjia/index.html", "manuals/guanjia/02-meiri.html", "manuals/guanjia/07-zicha.html",
    "tables/outcomes.html", "terms.html", "courses/duibi.html",
)  # fmt: skip
"""Every kind of page that is read."""
HOSTILE = (
    "javascript:alert(1)", "https://example.org/a.html", "//example.org/a.html", "../../a.html", "cases/../../a.html",
    "cases/xitang.html#<img src=x onerror=alert(1)>", "a" * 5000 + ".html", "%E0%A4%A",
)  # fmt: skip


def my(site: Path, **query: str) -> str:
    return (site / "my.html").as_uri() + (f"?{urlencode(query)}" if query else "")


def marks(page: Page) -> Locator:
    return page.locator("[data-mark]")


def notes(page: Page) -> list[str]:
    values: list[str] = page.locator("[data-mark] textarea").evaluate_all("all => all.map(({ value }) => value)")
    return values


def asked(link: Locator) -> str:
    """The place that a link has kept."""
    return parse_qs(urlsplit(link.get_attribute("href") or "").query)["mark"][0]


def told(page: Page) -> Locator:
    return page.locator("[data-my-status] > span")


def stored(page: Page, name: str = NAME) -> str | None:
    value: str | None = page.evaluate("name => localStorage.getItem(name)", name)
    return value


def keep(page: Page, site: Path, *anchors: str) -> None:
    for anchor in anchors:
        page.goto(my(site, mark=f"cases/xitang.html#{anchor}", title=f"标题{anchor}", page="西塘"))
        expect(told(page)).to_contain_text(f"西塘 · 标题{anchor}")


def download(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as got:
        page.get_by_role("button", name=button).click()
    return got.value.suggested_filename, got.value.path().read_bytes()


def test_a_section_is_marked_a_note_written_and_the_place_found_again(page: Page, built_site: Path) -> None:
    page.goto((built_site / "cases/xitang.html").as_uri())
    page.get_by_role("link", name="书签：做法与经过", exact=True).click()
    expect(told(page)).to_contain_text("已加书签：西塘：")
    expect(told(page)).to_contain_text(" · 做法与经过。")
    expect(marks(page)).to_be_focused()
    assert page.url == my(built_site)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_label("笔记")).to_be_focused()
    page.keyboard.type("第一行")
    page.keyboard.press("Enter")
    page.keyboard.type("<b>第二行")
    page.goto("about:blank")
    page.goto(my(built_site))
    assert notes(page) == ["第一行\n<b>第二行"]
    marks(page).get_by_role("link", name="做法与经过").click()
    assert page.url == (built_site / "cases/xitang.html").as_uri() + "#practice"
    expect(page.locator("#practice")).to_be_in_viewport()


def test_from_a_new_mark_one_goes_back_to_where_one_read(page: Page, built_site: Path) -> None:
    page.goto((built_site / "manuals/guanjia/02-meiri.html").as_uri())
    page.locator("#c2-2 .mark-part").click()
    page.get_by_role("link", name="回到刚才读的地方").click()
    assert page.url == (built_site / "manuals/guanjia/02-meiri.html").as_uri() + "#c2-2"


@pytest.mark.parametrize("width", [360, 1280])
def test_every_kind_of_page_has_links_for_itself_and_its_sections(page: Page, built_site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in READ:
        page.goto((built_site / name).as_uri())
        section = page.locator(".mark-part").first
        box = section.bounding_box()
        assert box
        assert (box["x"] >= 0, box["x"] + box["width"] <= width, box["height"] >= 24) == (True, True, True), name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
        place = asked(section)
        assert place.startswith(f"{name}#")
        expect(page.locator("#" + place.partition("#")[2])).to_have_count(1)
        assert asked(page.locator(".take a, .exports a", has_text="书签")) == name


def test_my_page_takes_in_every_page_that_asks(page: Page, built_site: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    wanted = []
    for name in READ:
        page.goto((built_site / name).as_uri())
        section = page.locator(".mark-part").first
        wanted.append(asked(section))
        section.click()
        expect(told(page)).to_contain_text("已加书签")
    kept = json.loads(stored(page) or "{}")["marks"]
    assert [f"{mark['page']}#{mark['anchor']}" for mark in kept] == wanted[::-1]
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("page_name", ["cases/xitang.html", "tables/outcomes.html", "manuals/guanjia/02-meiri.html"])
def test_links_beside_a_heading_cover_neither_it_nor_each_other(page: Page, built_site: Path, page_name: str) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto((built_site / page_name).as_uri())
        covered = page.evaluate("""() => {
          const boxesOf = (node) => { const range = document.createRange(); range.selectNodeContents(node); return Array.from(range.getClientRects()); };
          const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2;
          return Array.from(document.querySelectorAll('.mark-part')).filter((mark) => {
            const part = mark.closest('.clause, section');
            const others = [part.querySelector('h2, h3'), ...part.querySelectorAll(':scope > .take-part:not(.mark-part)')];
            return others.some((other) => boxesOf(other).some((box) => touch(mark.getBoundingClientRect(), box)));
          }).map(({ href }) => href); }""")
        assert covered == [], width


def test_a_mark_is_removed_with_its_note_and_put_back(page: Page, built_site: Path) -> None:
    keep(page, built_site, "practice", "results")
    page.locator("textarea").nth(1).fill("笔记")
    marks(page).nth(1).get_by_role("button", name="移出").click()
    expect(page.locator("[data-marks-count]")).to_have_text("（1）")
    expect(page.get_by_role("button", name="撤销移出：西塘 · 标题practice")).to_be_focused()
    page.keyboard.press("Enter")
    assert notes(page) == ["", "笔记"]
    expect(marks(page).nth(1)).to_be_focused()
    marks(page).nth(0).get_by_role("button", name="移出").click()
    page.reload()
    expect(marks(page)).to_have_count(1)


def test_marked_again_the_place_stands_first_and_its_note_stays(page: Page, built_site: Path) -> None:
    keep(page, built_site, "practice")
    page.locator("textarea").fill("笔记")
    keep(page, built_site, "results")
    page.goto(my(built_site, mark="cases/xitang.html#practice", title="标题practice", page="西塘"))
    expect(told(page)).to_have_text("这一处已有书签：西塘 · 标题practice。")
    assert notes(page) == ["笔记", ""]
    page.reload()
    expect(told(page)).to_be_empty()
    expect(marks(page)).to_have_count(2)


def test_a_new_mark_is_taken_back_at_once(page: Page, built_site: Path) -> None:
    keep(page, built_site, "practice")
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(marks(page)).to_have_count(0)
    expect(page.get_by_text("还没有书签")).to_be_visible()


def test_near_the_end_of_its_room_a_note_says_how_much_is_left(page: Page, built_site: Path) -> None:
    keep(page, built_site, "practice")
    room = marks(page).get_by_role("status")
    page.locator("textarea").fill("长" * 1700)
    expect(room).to_be_empty()
    page.locator("textarea").fill("长" * 1990)
    expect(room).to_have_text("还可以写 10 字。")
    page.locator("textarea").press("End")
    page.keyboard.insert_text("长" * 20)
    expect(room).to_contain_text("已写满 2000 字")
    assert len(notes(page)[0]) == 2000


def test_a_mark_that_leads_elsewhere_is_not_kept(page: Page, built_site: Path) -> None:
    for mark in HOSTILE:
        page.goto(my(built_site, mark=mark, title="标题", page="页"))
        expect(page.get_by_text("还没有书签")).to_be_visible()
        assert (stored(page), page.url, page.locator("main img").count()) == (None, my(built_site), 0), mark


def test_titles_of_a_mark_are_text(page: Page, built_site: Path) -> None:
    page.goto(my(built_site, mark="terms.html", title="<img src=x onerror=alert(1)>", page="<b>术语</b>" + "长" * 5000))
    expect(marks(page)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("main img, [data-my-marks] b").count() == 0
    assert len(json.loads(stored(page) or "{}")["marks"][0]["pageTitle"]) == 120


def test_without_storage_a_mark_stands_as_long_as_the_page(page: Page, built_site: Path) -> None:
    page.add_init_script(NO_STORAGE)
    keep(page, built_site, "practice")
    expect(page.get_by_role("alert")).to_contain_text("离开本页后都不保留")
    page.locator("textarea").fill("笔记")
    expect(page.get_by_role("link", name="回到刚才读的地方")).to_be_visible()
    expect(page.get_by_role("button", name="撤销", exact=True)).to_be_hidden()
    name, content = download(page, "全部存成文件")
    assert json.loads(content)["shelves"]["marks"][0]["note"] == "笔记"
    assert name.startswith("我的资料-")
    page.reload()
    expect(marks(page)).to_have_count(1)


def test_notes_are_taken_along_as_text(page: Page, built_site: Path) -> None:
    keep(page, built_site, "practice")
    page.locator("textarea").fill("一\n二")
    name, content = download(page, "笔记存成文本")
    assert name.startswith("我的笔记-")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").endswith(
        "【西塘】\r\n\r\n标题practice\r\n位置：cases/xitang.html#practice\r\n笔记：\r\n一\r\n二\r\n"
    )


def test_everything_is_saved_cleared_and_read_back(page: Page, built_site: Path, tmp_path: Path) -> None:
    page.goto(my(built_site, add="case:xitang"))
    expect(told(page)).to_contain_text("已加入讲义篮")
    page.goto(my(built_site, keep="search:网格"))
    page.get_by_label("特大").check()
    keep(page, built_site, "practice")
    page.locator("textarea").fill("笔记")
    before = page.evaluate("Object.assign({}, localStorage)")
    _, content = download(page, "全部存成文件")
    page.get_by_role("button", name="全部清除").click()
    expect(page.locator("[data-clear-sure]")).to_contain_text("书签和笔记")
    page.get_by_role("button", name="确定清除").click()
    assert page.evaluate("Object.keys(localStorage)") == []
    file = tmp_path / "我的资料.json"
    file.write_bytes(content)
    page.locator("[data-all-file]").set_input_files(file)
    expect(told(page)).to_contain_text("讲义篮新增 1 项；书签和笔记新增 1 项；检索新增 1 项；显示新增 1 项。")
    assert page.evaluate("Object.assign({}, localStorage)") == before
    expect(page.locator("[data-basket-list] > li")).to_have_count(1)
    expect(page.get_by_label("特大")).to_be_checked()
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(told(page)).to_have_text("已恢复打开文件以前的资料。")
    expect(marks(page)).to_have_count(0)


def test_a_file_that_is_no_file_of_this_library_changes_nothing(page: Page, built_site: Path, tmp_path: Path) -> None:
    keep(page, built_site, "practice")
    before = stored(page)
    file = tmp_path / "a.json"
    other = {"kind": "shijianku-my", "version": 1, "library": "other", "shelves": {"marks": []}}
    for content, said in ((json.dumps(other), "是另一个资料库的，没有打开"), ("{", "不是资料文件，或者不完整")):
        file.write_text(content, "utf-8")
        page.locator("[data-all-file]").set_input_files(file)
        expect(told(page)).to_contain_text(said)
        assert stored(page) == before


def test_a_note_being_written_stays_when_another_tab_writes(page: Page, built_site: Path) -> None:
    keep(page, built_site, "practice")
    page.locator("textarea").press_sequentially("写到一半")
    second = page.context.new_page()
    second.goto(my(built_site, mark="terms.html", title="", page=quote("术语")))
    expect(marks(page)).to_have_count(2)
    expect(page.locator("textarea").nth(1)).to_be_focused()
    page.keyboard.type("，接着写")
    assert notes(page) == ["", "写到一半，接着写"]
    second.close()
