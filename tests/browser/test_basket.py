"""The 讲义篮 in real Chromium on file://: filled from pages, ordered, printed, made into a Word file, passed on to another machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx.image.image import Image
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from generator.handouts.asking import Request, asked
from generator.handouts.docx.writer import to_docx
from generator.handouts.making.compose import make_document
from generator.library.model import Library
from tests.handouts.reading import Word
from tests.handouts.test_page_word import told
from tests.libreoffice import convert

NAME = "shijianku:hongse-wuye-shijianku:basket"
NO_STORAGE = """Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('The operation is insecure.', 'SecurityError'); } });"""


def my(site: Path, query: str = "") -> str:
    return (site / "my.html").as_uri() + query


def fill(page: Page, site: Path, *names: str) -> None:
    for name in names:
        page.goto(my(site, f"?add={name}"))
        expect(page.locator("[data-my-status] span")).to_contain_text("讲义篮")


def items(page: Page) -> Locator:
    return page.locator("[data-basket-list] > li")


def titles(page: Page) -> list[str]:
    return page.locator("[data-basket-list] h3 a").all_inner_texts()


def word(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Word").click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_pages_offer_what_they_show(page: Page, built_site: Path) -> None:
    page.goto((built_site / "cases/xitang.html").as_uri())
    page.locator("#practice > .take-part", has_text="加入讲义篮").click()
    expect(page.locator("[data-my-status] span")).to_have_text("已加入讲义篮：西塘·做法与经过。")
    page.go_back()
    page.locator(".take a", has_text="加入讲义篮").click()
    expect(page.locator("[data-my-status] span")).to_contain_text("已由选定的章节改为全部内容：西塘：")
    page.goto((built_site / "tables/outcomes.html").as_uri())
    expect(page.locator(".basket-link")).to_have_text("讲义篮（1）")
    page.locator(".exports a", has_text="加入讲义篮").click()
    expect(items(page)).to_have_count(2)


def test_a_clause_and_a_checklist_are_added_from_their_pages(
    page: Page, built_site: Path, real_library: Library
) -> None:
    assert real_library.book
    manual = real_library.book.manuals["guanjia"]
    clause, sheet = manual.chapters[1].clauses[0], manual.sheets[0]
    page.goto((built_site / clause.address.page).as_uri())
    page.locator(f"#{clause.address.anchor} .take-part", has_text="加入讲义篮").click()
    expect(page.locator("[data-my-status] span")).to_have_text(f"已加入讲义篮：{manual.meta.short}·{clause.label}。")
    page.goto((built_site / sheet.address.page).as_uri())
    page.locator(".take a", has_text="加入讲义篮").click()
    expect(page.locator("[data-my-status] span")).to_have_text(f"已加入讲义篮：{manual.meta.short}·{sheet.title}。")
    expect(items(page).locator("summary span")).to_have_text(f"2 处：{clause.label}、{sheet.title}")


def test_every_section_link_of_every_page_leads_to_a_piece(page: Page, built_site: Path, real_library: Library) -> None:
    assert real_library.book
    pages = [case.address.page for case in real_library.cases.values()]
    pages += [chapter.address.page for manual in real_library.book.manuals.values() for chapter in manual.chapters]
    wanted: dict[str, set[str]] = {}
    for name in pages:
        page.goto((built_site / name).as_uri())
        for href in (
            page.locator("a.take-part, .take a")
            .filter(has_text="加入讲义篮")
            .evaluate_all("all => all.map(({ href }) => href)")
        ):
            unit, _, piece = href.partition("?add=")[2].partition("/")
            wanted.setdefault(unit, set()).add(piece)
    page.goto(my(built_site))
    for unit, pieces in wanted.items():
        known = page.evaluate(
            "name => PracticeHandoutData.unit(name).then(({ pieces }) => pieces.map(({ id }) => id))", unit
        )
        assert pieces <= set(known), unit
    assert len(wanted) == len(real_library.cases) + len(real_library.book.manuals)


def test_a_link_to_what_is_not_in_the_library_adds_nothing(page: Page, built_site: Path) -> None:
    page.goto(my(built_site, "?add=case:xitang/no-such-section"))
    expect(page.locator("[data-my-status] span")).to_have_text("链接里的内容不在本库中，没有加入讲义篮。")
    expect(items(page)).to_have_count(0)
    expect(page.locator("[data-basket-empty]")).to_be_visible()


def test_reloading_does_not_add_again(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang")
    page.reload()
    expect(items(page)).to_have_count(1)
    expect(page.locator("[data-my-status] span")).to_have_text("")


def test_items_are_ordered_and_removed_with_the_keyboard(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang", "case:chengdu", "table:outcomes")
    first = titles(page)
    page.get_by_role("button", name=f"上移：{first[2]}").press("Enter")
    expect(page.get_by_role("button", name=f"上移：{first[2]}")).to_be_focused()
    assert titles(page) == [first[0], first[2], first[1]]
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=f"下移：{first[2]}")).to_be_focused()
    assert titles(page) == [first[2], first[0], first[1]]
    page.get_by_role("button", name=f"移出：{first[0]}").press("Enter")
    expect(items(page)).to_have_count(2)
    page.get_by_role("button", name="撤销", exact=True).click()
    expect(items(page)).to_have_count(3)
    page.reload()
    expect(items(page)).to_have_count(3)
    assert titles(page) == [first[2], first[0], first[1]]


def test_sections_are_chosen_by_ticking(page: Page, built_site: Path, real_library: Library) -> None:
    fill(page, built_site, "case:xitang")
    item = items(page).first
    item.locator("summary").click()
    expect(item.locator("summary span")).to_have_text("全部内容")
    for label in ("关键数字", "背景与起因", "成效与反响", "探讨与评论", "附录"):
        item.get_by_label(label, exact=True).uncheck()
    expect(item.locator("summary span")).to_have_text("1 处：做法与经过")
    expect(item.get_by_label("组织", exact=True)).to_be_checked()
    request = Request(cases=("xitang",), sections=("做法与经过",), title=titles(page)[0])
    assert_same(word(page)[1], request, real_library)
    item.get_by_label("组织", exact=True).uncheck()
    expect(item.locator("summary span")).to_have_text("1 处：做法与经过（少 1 节）")
    headings = [text for _, text in Word(word(page)[1]).headings]
    assert {"一、做法与经过", "（七）机制"} <= set(headings)
    assert "（七）组织" not in headings


def assert_same(content: bytes, request: Request, library: Library, **changes: str) -> None:
    """The file is, block for block, the one that the command makes."""
    ((_, spec),) = asked(request, library).items()
    assert told(content) == told(to_docx(make_document(spec.model_copy(update=changes), library)))


def test_the_word_file_is_the_one_that_the_command_makes(page: Page, built_site: Path, real_library: Library) -> None:
    fill(page, built_site, "case:xitang", "case:chengyang", "manual:guanjia", "table:outcomes")
    page.get_by_label("封面标题").fill("红色物业：案例与做法")
    page.get_by_label("封面日期").fill("2026-11-26")
    name, content = word(page)
    assert name == "红色物业：案例与做法.docx"
    request = Request(
        cases=("xitang", "chengyang"),
        manuals=("guanjia",),
        tables=("outcomes",),
        title="红色物业：案例与做法",
        date="2026-11-26",
    )
    assert_same(content, request, real_library)
    file = Word(content).file
    assert file.core_properties.title == "红色物业：案例与做法"
    shapes = file.inline_shapes
    assert len(shapes) > 3
    for shape in shapes:
        blip = shape._inline.graphic.graphicData.pic.blipFill.blip
        image = Image.from_blob(file.part.related_parts[blip.embed].blob)
        assert image.content_type == "image/png"
        assert abs(image.px_width - shape.width.pt * 220 / 72) <= 1


def test_libreoffice_opens_the_word_file(page: Page, built_site: Path, tmp_path: Path) -> None:
    fill(page, built_site, "case:dianjian/practice", "table:clauses")
    path = tmp_path / "basket.docx"
    path.write_bytes(word(page)[1])
    (made,) = convert([path], "pdf", tmp_path, tmp_path / "profile")
    assert len(PdfReader(made).pages) > 10


def test_the_preview_says_what_the_word_file_says(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang", "manual:guanjia", "table:outcomes")
    page.get_by_role("button", name="预览和打印").click()
    expect(page.get_by_role("heading", name="预览")).to_be_focused()
    drawn = page.locator(".paper figure img")
    assert drawn.count() > 2
    assert drawn.evaluate_all("all => all.every((image) => image.complete && image.naturalWidth > 100 && image.alt)")
    shown = bare(page.locator(".paper").inner_text())
    for _, text in Word(word(page)[1]).paragraphs:
        assert bare(text) in shown, text


def bare(text: str) -> str:
    return "".join(text.split())


def test_printing_gives_the_paper_alone_on_a4(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang/practice", "table:outcomes")
    page.get_by_role("button", name="预览和打印").click()
    expect(page.locator(".paper")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".paper")).to_be_visible()
    for hidden in (".site-header", ".my", ".site-footer", ".basket-preview-head"):
        expect(page.locator(hidden).first).to_be_hidden()
    path = built_site.parent / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    sizes = {tuple(sorted((round(box.mediabox.width), round(box.mediabox.height)))) for box in PdfReader(path).pages}
    assert sizes == {(595, 842)}
    turned = [box.mediabox.width > box.mediabox.height for box in PdfReader(path).pages]
    assert True in turned
    assert False in turned


def test_a_changed_basket_closes_the_preview(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang")
    page.get_by_role("button", name="预览和打印").click()
    expect(page.locator(".paper")).to_be_visible()
    page.get_by_label("封面标题").fill("另一个标题")
    expect(page.locator(".paper")).to_be_hidden()


def test_a_basket_saved_to_a_file_opens_in_another_browser(page: Page, built_site: Path, tmp_path: Path) -> None:
    fill(page, built_site, "case:xitang/practice", "table:outcomes")
    page.get_by_label("封面标题").fill("带走")
    with page.expect_download() as download:
        page.get_by_role("button", name="存成文件", exact=True).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    page.evaluate("localStorage.clear()")
    page.reload()
    expect(page.locator("[data-basket-empty]")).to_be_visible()
    page.locator("[data-basket-file]").set_input_files(path)
    expect(items(page)).to_have_count(2)
    expect(page.get_by_label("封面标题")).to_have_value("带走")
    expect(items(page).first.locator("summary span")).to_have_text("1 处：做法与经过")


def test_a_file_that_is_no_basket_changes_nothing(page: Page, built_site: Path, tmp_path: Path) -> None:
    fill(page, built_site, "case:xitang")
    path = tmp_path / "other.json"
    path.write_text(
        json.dumps({"kind": "shijianku-basket", "version": 1, "library": "another", "items": []}), encoding="utf-8"
    )
    page.locator("[data-basket-file]").set_input_files(path)
    expect(page.locator("[data-my-status] span")).to_have_text("这个讲义篮文件是另一个资料库的，没有打开。")
    expect(items(page)).to_have_count(1)


def test_clearing_everything_empties_the_basket(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang")
    page.get_by_role("button", name="全部清除").click()
    page.get_by_role("button", name="确定清除").click()
    expect(page.locator("[data-basket-empty]")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter(name => name.includes('basket'))") == []


def test_without_storage_the_basket_lasts_as_long_as_the_page(page: Page, built_site: Path) -> None:
    page.add_init_script(NO_STORAGE)
    fill(page, built_site, "case:xitang")
    expect(items(page)).to_have_count(1)
    assert word(page)[0].endswith(".docx")


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window(page: Page, built_site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    fill(page, built_site, "case:xitang", "manual:guanjia/c2-1", "table:outcomes")
    items(page).first.locator("summary").click()
    page.get_by_role("button", name="预览和打印").click()
    expect(page.locator(".paper")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_header_counts_along(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang", "case:chengdu")
    expect(page.locator(".basket-link")).to_have_text("讲义篮（2）")
    items(page).first.get_by_role("button", name="移出").click()
    expect(page.locator(".basket-link")).to_have_text("讲义篮（1）")


def test_what_two_tabs_write_on_the_cover_is_kept(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang")
    second = page.context.new_page()
    second.goto(my(built_site))
    expect(items(second)).to_have_count(1)
    page.get_by_label("封面标题").fill("第一个窗口写的")
    expect(second.get_by_label("封面标题")).to_have_value("第一个窗口写的")
    second.get_by_label("封面日期").fill("2026-12-01")
    page.reload()
    expect(page.get_by_label("封面标题")).to_have_value("第一个窗口写的")
    expect(page.get_by_label("封面日期")).to_have_value("2026-12-01")


def test_undo_is_offered_only_until_something_else_is_changed(page: Page, built_site: Path) -> None:
    fill(page, built_site, "case:xitang", "case:chengdu")
    undo = page.get_by_role("button", name="撤销", exact=True)
    expect(undo).to_be_visible()
    items(page).first.locator("summary").click()
    items(page).first.get_by_label("附录", exact=True).uncheck()
    expect(undo).to_be_hidden()


def test_what_the_library_has_not_is_told(page: Page, built_site: Path, tmp_path: Path) -> None:
    told = {
        "kind": "shijianku-basket", "version": 1, "library": "hongse-wuye-shijianku", "cover": {},
        "items": [{"unit": "case:xitang", "title": "西塘", "pieces": ["practice", "no-such-section"]}],
    }  # fmt: skip
    path = tmp_path / "old.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    page.goto(my(built_site))
    page.locator("[data-basket-file]").set_input_files(path)
    expect(page.locator("[data-my-status] span")).to_have_text(
        "已打开讲义篮文件，共 1 项。其中 1 节本库没有，印不出来。"
    )


def test_who_gives_the_class_and_what_closes_the_handout_is_the_readers_choice(page: Page, built_site: Path) -> None:
    fill(page, built_site, "table:outcomes")
    page.get_by_label("落款").fill("某区委党校 某某")
    page.get_by_label("用到的术语").uncheck()
    page.get_by_label("来源与段落").uncheck()
    made = Word(word(page)[1])
    assert "某区委党校 某某" in made.text
    assert not {"用到的术语", "来源与段落"} & {text for _, text in made.headings}


def test_parts_of_a_table_are_chosen_like_sections(page: Page, built_site: Path) -> None:
    fill(page, built_site, "table:outcomes")
    items(page).first.locator("summary").click()
    ticks = items(page).first.locator(".basket-pieces input")
    assert ticks.count() > 2
    for number in range(1, ticks.count()):
        ticks.nth(number).uncheck()
    first = items(page).first.locator(".basket-pieces label").first.inner_text()
    expect(items(page).first.locator("summary span")).to_have_text(f"1 处：{first}")
    titles = [text for level, text in Word(word(page)[1]).headings if level == 1]
    assert titles == [f"一、{first}", "用到的术语", "来源与段落"]


def test_nonsense_in_the_address_is_told(page: Page, built_site: Path) -> None:
    for query in ("?add=foo", "?add=", "?add=%3Cscript%3E", "?add=manual:guanjia/x/y"):
        page.goto(my(built_site, query))
        expect(page.locator("[data-my-status] span")).to_have_text("链接里的内容不在本库中，没有加入讲义篮。")
