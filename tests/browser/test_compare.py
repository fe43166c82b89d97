"""compare.html in real Chromium on file://: picking, the address, 只看不同, files, print, a phone, addresses gone wrong."""

from __future__ import annotations

import csv
import html
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from generator.compare.asking.adhoc import ask
from generator.compare.output.figure_sheet import COLUMNS, figure_rows
from generator.library.model import Library
from tests.libreoffice import convert

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
DISCLAIMER = "学习资料·据公开材料整理，未经本库核实"


@pytest.fixture
def home(built_site: Path) -> str:
    return (built_site / "compare.html").as_uri()


def heads(page: Page) -> Locator:
    return page.locator(".wide thead th")


def case_box(page: Page, short: str) -> Locator:
    return page.locator("[data-compare-cases]").get_by_label(re.compile(rf"^\s*{short}"))


def row(page: Page, label: str) -> Locator:
    return page.locator(".wide tbody tr").filter(has=page.locator("th[scope=row] > p:first-child", has_text=label))


def open_picker(page: Page) -> None:
    """It is closed where the address has a view."""
    expect(heads(page).first).to_be_visible()
    page.get_by_text("挑选案例和方面").click()


def status(page: Page) -> Locator:
    return page.locator("[data-compare-status]")


def alert(page: Page) -> Locator:
    return page.locator("[data-compare-alert]")


def test_a_reader_picks_cases_and_the_address_keeps_them(page: Page, home: str) -> None:
    page.goto(home)
    expect(status(page)).to_have_text("请选 2 到 5 个案例。")
    case_box(page, "西塘").check()
    expect(status(page)).to_have_text("已选 1 个案例，请再选 1 到 4 个。")
    case_box(page, "成都").check()
    expect(heads(page)).to_have_text(["方面", "西塘", "成都"])
    expect(status(page)).to_contain_text("并列 2 个案例")
    assert page.url.startswith(f"{home}?cases=xitang,chengdu&fields=place,setting,"), "the fields are always written"
    expect(page).to_have_title(re.compile("^西塘、成都：并列对照 · "))


def test_only_the_chosen_cases_are_loaded(page: Page, home: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{home}?cases=xitang,chengdu")
    expect(heads(page)).to_have_count(3)
    scripts = {name for name in asked if name.endswith(".js")}
    assert {"xitang.js", "chengdu.js"} <= scripts
    assert not {"chengyang.js", "office-xlsx.js"} & scripts


def test_a_view_survives_reload_and_the_way_back(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=chengyang,xitang&fields=figures")
    open_picker(page)
    page.get_by_label("局限").check()
    page.get_by_label("只看不同").check()
    kept = f"{home}?cases=chengyang,xitang&fields=figures,limits&only=different"
    expect(page).to_have_url(kept)
    for again in (lambda: page.reload(), lambda: (heads(page).nth(1).locator("a").click(), page.go_back())):
        again()
        expect(page).to_have_url(kept)
        expect(heads(page)).to_have_text(["方面", "城阳", "西塘"])
        expect(page.get_by_label("只看不同")).to_be_checked()
        expect(page.get_by_label("局限")).to_be_checked()


def test_by_keyboard_alone(page: Page, home: str) -> None:
    page.goto(home)
    for short in ("西塘", "城阳"):
        case_box(page, short).focus()
        page.keyboard.press("Space")
    expect(heads(page)).to_have_count(3)
    expect(case_box(page, "城阳")).to_be_focused()


def test_only_different_hides_equal_rows_and_says_how_many(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang,xiaoshan&fields=province,setting,mechanisms")
    expect(row(page, "省份").locator(".sameness")).to_have_text("相同")
    expect(row(page, "场景").locator(".sameness")).to_have_text("不同")
    open_picker(page)
    shared = page.locator(".sameness").filter(has_text=re.compile("^都有$"))
    everyone = shared.count()
    assert everyone
    page.get_by_label("只看不同").check()
    expect(row(page, "省份")).to_have_count(0)
    expect(row(page, "场景")).to_have_count(1)
    expect(status(page)).to_contain_text("，另有 1 行标“相同”，没有列出。")
    expect(shared).to_have_count(everyone)
    assert page.locator(".sameness-same").count() == 0


def test_single_values_that_differ_are_marked_as_closed_words_are(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang,xiaoshan&fields=place,setting,lead,practice")
    for label in ("地点", "场景", "牵头主体"):
        expect(row(page, label).locator(".sameness")).to_have_text("不同")
    expect(row(page, "一句话做法").locator(".sameness")).to_have_count(0)
    expect(status(page)).to_contain_text("列出 4 行，其中 3 行标明不同。")


def verdicts_of(page: Page, label: str) -> Locator:
    return row(page, label).locator("xpath=following-sibling::tr[1]").locator("li")


def test_the_three_decreases_of_xitang_are_held_against_each_other(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang,dianjian&fields=figures")
    rate = verdicts_of(page, "报案率的变化").filter(has_text="47.2%")
    expect(rate).to_have_text(
        re.compile(
            "^西塘“报案率的变化 降低47.2%”与“各类治安事件的变化 下降75%”“安全责任事故的变化 下降80%”：不可比：指标不同"
        )
    )
    expect(rate).to_contain_text("率≠件数")
    expect(rate).to_contain_text("没有写明：基期")
    incidents = page.locator(".verdicts li").filter(
        has_text="“各类治安事件的变化 下降75%”“安全责任事故的变化 下降80%”之间"
    )
    expect(incidents).to_contain_text("不可比：指标不同")


def test_the_two_counts_of_xiaoshan_are_held_against_each_other(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xiaoshan,dianjian&fields=figures")
    said = page.locator(".verdicts li").filter(has_text="约170余个").filter(has_text="近3000件每年")
    expect(said).to_have_count(1)
    for words in ("之间：不可比", "指标不同", "单位不同", "不一样的：时段、口径", "不是确数"):
        expect(said).to_contain_text(words)


def test_what_a_source_leaves_out_is_said_with_the_word_of_the_tables(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang,dianjian&fields=figures")
    notes = row(page, "报案率的变化").locator(".entry-note")
    expect(notes.filter(has_text="基期：")).to_have_text("基期：材料未说明")
    licences = row(page, "商户营业执照完成率").locator(".entry-note")
    expect(licences.filter(has_text="基期：")).to_have_text("基期：不适用")
    expect(licences.filter(has_text="时段：")).to_have_text("时段：材料未说明")
    expect(page.locator(".wide td .entry-note").filter(has_text="口径：未披露")).to_have_count(0)


def test_families_say_who_alone_has_them(page: Page, home: str, real_library: Library) -> None:
    page.goto(f"{home}?cases=xitang,chengdu&fields=families,mechanisms")
    families = {
        short: {row.family for row in real_library.cases[id_].all_rows() if hasattr(row, "family")}
        for id_, short in (("xitang", "西塘"), ("chengdu", "成都"))
    }
    for short, other in (("西塘", "成都"), ("成都", "西塘")):
        for family in families[short] - families[other]:
            expect(row(page, f"机制：{family}")).to_contain_text(f"只有{short}有")
    expect(page.locator(".verdicts").first).to_contain_text("都有：")


def test_a_figure_shows_literal_status_conditions_and_evidence(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=chengyang,xitang&fields=figures")
    target = row(page, "红色物业覆盖率").first
    expect(target.locator(".status-target").first).to_have_text("目标")
    expect(target.locator(".said")).to_have_text(["50%", "70%以上", "全覆盖"])
    mark = target.locator("a.evidence").first
    assert mark.get_attribute("href", timeout=1000) == "cases/chengyang.html#P25"
    verdicts = target.locator("xpath=following-sibling::tr[1]")
    expect(verdicts).to_contain_text("同一指标的先后数，按时间先后看，不排名")
    expect(verdicts).to_contain_text("不可比：目标≠已实现")
    assert page.locator(".ranked, .bar-chart, svg").count() == 0


def test_of_all_pairs_of_the_library_none_is_called_comparable(page: Page, home: str, real_library: Library) -> None:
    page.goto(f"{home}?cases={','.join(list(real_library.cases)[:5])}&fields=figures")
    expect(heads(page)).to_have_count(6)
    told = page.locator(".verdicts li").all_inner_texts()
    across = [words for words in told if "之间" not in words and "没有列出" not in words and "不相互比较" not in words]
    assert len(across) > 5
    assert all("：不可比：" in words for words in across)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("?cases=xitang,nowhere", "地址里的案例 “nowhere” 本库没有"),
        ("?cases=xitang,chengdu,chengyang,xiaoshan,dianjian,xitang,rank", "“rank” 本库没有"),
        ("?cases=xitang,chengdu&fields=setting,rank", "地址里的方面 “rank” 本库没有"),
        ("?cases=xitang,chengdu&fields=rank", "地址里的方面 “rank” 本库没有，现在列的是常用的方面。"),
        ("?cases=" + "x" * 10_000, "“" + "x" * 24 + "…”"),
        ("?cases=%3Cimg%20src=x%20onerror=alert(1)%3E,xitang", "“<img src=x onerror=alert…”"),
    ],
)
def test_an_address_gone_wrong_is_told_and_the_rest_is_kept(page: Page, home: str, query: str, message: str) -> None:
    page.goto(home + query)
    expect(alert(page)).to_contain_text(message)
    assert page.locator("[data-compare] img").count() == 0


def test_one_case_and_no_field_are_told(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang")
    expect(status(page)).to_have_text("已选 1 个案例，请再选 1 到 4 个。")
    expect(page.locator("[data-compare-result]")).to_be_hidden()
    page.goto(f"{home}?cases=xitang,chengdu&fields=")
    expect(status(page)).to_have_text("请至少选一个方面。")


def test_a_sixth_case_is_refused_with_a_reason(page: Page, home: str) -> None:
    page.add_init_script("""
      let index;
      Object.defineProperty(window, 'PracticeCompareIndex', {
        get: () => index,
        set(given) { index = given; given.cases.push(['sixth', '第六个', '多出的一个案例']); } });""")
    page.goto(f"{home}?cases=xitang,chengdu,chengyang,xiaoshan,dianjian")
    expect(heads(page)).to_have_count(6)
    open_picker(page)
    case_box(page, "第六个").click()
    expect(case_box(page, "第六个")).not_to_be_checked()
    expect(alert(page)).to_have_text("一次最多并列 5 个案例。请先取消一个，再选这一个。")


def test_a_large_library_is_searched_by_name(page: Page, home: str) -> None:
    page.add_init_script("""
      let index;
      Object.defineProperty(window, 'PracticeCompareIndex', {
        get: () => index,
        set(given) {
          index = given;
          for (let n = 0; n < 10000; n += 1) given.cases.push(['case-' + n, '案' + n, '编出来的第' + n + '个']);
        } });""")
    page.goto(f"{home}?cases=xitang,chengdu")
    open_picker(page)
    options = page.locator("[data-compare-cases] label")
    expect(options).to_have_count(26)
    page.get_by_label("按名称查找").fill("案9999")
    expect(options).to_have_count(3)
    page.get_by_label("按名称查找").fill("没有这样的名字")
    expect(page.locator("[data-compare-more]")).to_have_text("没有名称里有这些字的案例。")


def saved(page: Page, kind: str, tmp_path: Path) -> Path:
    with page.expect_download() as download:
        page.locator(f"[data-export={kind}]").click()
    assert download.value.suggested_filename == f"城阳、西塘并列对照.{kind}"
    path = tmp_path / f"view.{kind}"
    download.value.save_as(path)
    return path


@pytest.fixture
def view(page: Page, home: str) -> Page:
    page.goto(f"{home}?cases=chengyang,xitang&fields=setting,figures")
    expect(heads(page)).to_have_count(3)
    return page


def labels(page: Page) -> list[str]:
    return page.locator(".wide tbody th[scope=row] > p:first-child").all_inner_texts()


def test_csv_is_exactly_the_view(view: Page, tmp_path: Path) -> None:
    data = saved(view, "csv", tmp_path).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["部分", "方面", "城阳", "西塘", "同异与可比"]
    table = rows[1 : rows.index([])]
    assert [row[1].split("\n")[0] for row in table] == labels(view)
    assert "70%以上（目标）" in data.decode()
    assert rows[-1] == [f"{DISCLAIMER}。"]


def test_excel_is_exactly_the_view_with_typed_figures(view: Page, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(saved(view, "xlsx", tmp_path))
    assert book.sheetnames == ["并列对照", "数字", "来源"]
    sheet = book["并列对照"]
    told = [str(cell.value).split("\n")[0] for cell in sheet["B"] if cell.value]
    # A row too tall for Excel goes on in further ones under the same label.
    assert list(dict.fromkeys(told[told.index("方面") + 1 :])) == labels(view)
    typed = book["数字"]
    numbers = {(*r[:4], r[6]) for r in typed.iter_rows(values_only=True)}
    assert [cell.value for cell in typed[4]] == [*COLUMNS]
    assert [typed["A1"].value, typed["A3"].value] == ["城阳、西塘：并列对照的数字", f"{DISCLAIMER}。"]
    assert "目标不是结果" in typed["A2"].value
    buttons = {column.colId for column in typed.auto_filter.filterColumn if column.hiddenButton}
    assert buttons == {COLUMNS.index("数"), COLUMNS.index("前值")}
    assert ("西塘", "报案率的变化", "降低47.2%", -47.2, "材料称已实现") in numbers
    assert ("城阳", "红色物业覆盖率", "70%以上", None, "目标") in numbers
    words = "".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert sheet["A1"].value == "城阳、西塘：并列对照"
    assert "怎样读" in words and DISCLAIMER in words


def test_the_sheet_of_figures_is_the_one_of_the_command(
    page: Page, home: str, tmp_path: Path, real_library: Library
) -> None:
    page.goto(f"{home}?cases=chengyang,xitang&fields=figures,other-figures")
    expect(heads(page)).to_have_count(3)
    grid = ask(real_library, ["chengyang", "xitang"], ["数字"])
    assert grid.figures is not None
    wanted = [told(row) for row in figure_rows(grid.figures)]
    sheet = openpyxl.load_workbook(saved(page, "xlsx", tmp_path))["数字"]
    # A row too tall for Excel goes on in further ones under the same name.
    rows = [told(row) for row in sheet.iter_rows(min_row=5, values_only=True) if row[2]]
    assert sorted(row[:13] for row in rows) == sorted(row[:13] for row in wanted)
    whole = {row[:13]: judged(row[13]) for row in wanted}
    for row in rows:
        assert judged(row[13]) <= whole[row[:13]]


def judged(cell: str) -> set[str]:
    """The verdicts of a cell, without the figures they hold for, which come in the order of their sheet."""
    return {line.partition("（对照：")[0] for line in cell.split("\n")}


def told(row: Sequence[object]) -> tuple[str, ...]:
    return tuple(
        ""
        if value is None
        else str(int(value) if value == int(value) else value)
        if isinstance(value, float)
        else str(value)
        for value in row
    )


def test_figures_without_a_measure_are_shown_only_when_asked_for_and_that_is_said(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=chengyang,xitang")
    expect(heads(page)).to_have_count(3)
    expect(row(page, "其他数字")).to_have_count(0)
    open_picker(page)
    reading = page.locator("[data-compare-reading]")
    expect(reading).to_contain_text(re.compile(r"这些案例还有 \d+ 个数没有标可比指标，没有列出"))
    page.get_by_label("其他数字").check()
    statuses = page.locator(".wide tbody th[scope=row] > p:first-child").filter(has_text="其他数字")
    expect(statuses.filter(has_text="其他数字：材料称已实现")).to_have_count(1)
    told = statuses.all_inner_texts()
    assert len(told) == len(set(told)) > 1, "a row a status"
    expect(reading).not_to_contain_text("没有标可比指标，没有列出")
    assert "other-figures" in page.url
    page.reload()
    expect(statuses).to_have_text(told)


def test_word_is_exactly_the_view(view: Page, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved(view, "docx", tmp_path)) as package:
        document = package.read("word/document.xml").decode()
        everything = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
    words = re.sub(r"<[^>]+>", "", document)
    assert "城阳、西塘：并列对照" in words
    for label in labels(view):
        assert label in words
    assert "70%以上（目标）" in words and "不可比：目标≠已实现" in words and "来源" in words
    assert DISCLAIMER in re.sub(r"<[^>]+>", "", everything)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext reads what LibreOffice prints")
def test_no_sentence_of_the_word_document_is_lost_on_its_pages(page: Page, home: str, tmp_path: Path) -> None:
    page.goto(f"{home}?cases=xitang,chengdu,chengyang,xiaoshan,dianjian")
    expect(heads(page)).to_have_count(6)
    with page.expect_download() as download:
        page.locator("[data-export=docx]").click()
    path = tmp_path / "view.docx"
    download.value.save_as(path)
    with zipfile.ZipFile(path) as package:
        paragraphs = re.findall(r"<w:p>.*?</w:p>", package.read("word/document.xml").decode(), re.S)
    texts = (html.unescape(re.sub(r"<[^>]+>", "", paragraph)) for paragraph in paragraphs)
    sentences = {bare(words) for text in texts for words in re.split(r"(?<=[。；])", text)} - {""}
    assert len(sentences) > 200
    pages = pages_of(path)
    assert [words for words in sorted(sentences) if not printed(words, pages)] == []


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def pages_of(path: Path) -> list[str]:
    """The text of each page as LibreOffice prints it."""
    (pdf,) = convert([path], "pdf", path.parent, path.parent / "profile")
    told = subprocess.run(
        ["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    return [bare(words) for words in told.split("\f")]


def printed(words: str, pages: Sequence[str]) -> bool:
    """Whether a sentence stands on a page, or its beginning on one and its end on the next."""
    if any(words in told for told in pages):
        return True
    cuts = range(1, len(words))
    return any(words[:cut] in one and words[cut:] in other for one, other in pairwise(pages) for cut in cuts)


def test_printed_it_is_the_view_and_nothing_else(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 1030, "height": 800})  # A4 landscape less margins, at 96 dots an inch
    page.goto(f"{home}?cases=xitang,chengdu,chengyang,xiaoshan,dianjian")
    expect(heads(page)).to_have_count(6)
    page.emulate_media(media="print")
    for hidden in ("[data-compare-picker]", "[data-compare-exports]", "[data-compare-status]", ".table-top"):
        expect(page.locator(hidden).first).to_be_hidden()
    for shown in ("#compare-title", "[data-compare-reading]", ".wide thead", "[data-compare-sources]"):
        expect(page.locator(shown)).to_be_visible()
    expect(page.locator(".table-sources").first).to_contain_text(
        re.compile(rf"{DISCLAIMER}。收录截至 \d{{4}}-\d\d-\d\d")
    )
    assert page.evaluate(OVERFLOW) == 0


def test_the_page_never_scrolls_sideways(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang,chengdu,chengyang,xiaoshan,dianjian")
    expect(heads(page)).to_have_count(6)
    for is_open in (False, True):
        for width in (1280, 900, 360):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(OVERFLOW) == 0, (width, is_open)
        if not is_open:
            open_picker(page)


def test_on_a_phone_a_dimension_is_a_card_with_its_cases_named(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{home}?cases=xitang,chengdu&fields=setting")
    card = row(page, "场景")
    assert card.evaluate("row => getComputedStyle(row).display") == "block"
    label = "cell => getComputedStyle(cell, '::before').content"
    assert [cell.evaluate(label) for cell in card.locator("td").all()] == ['"西塘"', '"成都"']


@pytest.mark.parametrize("width", [1280, 360])
def test_what_an_address_shows_comes_before_the_picker(page: Page, home: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(home)
    expect(page.locator("[data-compare-cases]")).to_be_visible()
    jump = page.get_by_role("link", name="跳到对照结果")
    expect(jump).to_be_hidden()
    page.goto(f"{home}?cases=xitang,chengdu&fields=setting")
    expect(page.locator("[data-compare-cases]")).to_be_hidden()
    jump.click()
    expect(page.locator("#compare-title")).to_be_focused()
    open_picker(page)
    expect(page.locator("[data-compare-cases]")).to_be_visible()


def test_the_choice_is_copied_as_a_line_that_any_copy_of_the_site_opens(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=西塘,CHENGDU&fields=setting")
    expect(heads(page)).to_have_text(["方面", "西塘", "成都"])
    page.get_by_role("button", name="复制所选").click()
    line = "compare.html?cases=xitang,chengdu&fields=setting"
    expect(status(page)).to_have_text(f"已复制：{line}")
    page.goto(home)
    box = (
        page.locator("body")
        .evaluate_handle("body => body.appendChild(document.createElement('textarea'))")
        .as_element()
    )
    assert box
    box.focus()
    page.keyboard.press("Control+v")
    assert box.input_value() == line


def test_judged_rows_may_break_in_print(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang,chengdu&fields=figures")
    page.emulate_media(media="print")
    judged_row = page.locator(".wide tr.judged").first
    assert judged_row.evaluate("row => getComputedStyle(row).breakInside") == "auto"


def test_the_head_and_the_first_column_stay_in_sight(page: Page, home: str) -> None:
    page.goto(f"{home}?cases=xitang,chengdu&fields=figures,problems")
    expect(heads(page)).to_have_count(3)
    page.evaluate("scrollTo(0, document.querySelector('.wide').getBoundingClientRect().top + 900)")
    assert heads(page).first.evaluate("head => head.getBoundingClientRect().top") == 0
    assert heads(page).first.evaluate("head => getComputedStyle(head).left") == "0px"


def test_without_scripts_the_prepared_tables_are_offered(page: Page, home: str, real_library: Library) -> None:
    browser = page.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False)
    bare = context.new_page()
    bare.goto(home)
    expect(bare.locator("noscript a")).to_have_count(len(real_library.tables))
    expect(bare.locator("[data-compare-picker]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("name", ["index.html", "tables/index.html", "cases/xitang.html"])
def test_other_pages_lead_there(page: Page, built_site: Path, name: str) -> None:
    page.goto((built_site / name).as_uri())
    link = page.locator("a[href*='compare.html']").first
    link.click()
    expect(page.locator("h1")).to_have_text("自选案例并列")
