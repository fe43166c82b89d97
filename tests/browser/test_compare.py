"""compare.html in real Chromium on file://: picking, the address, 只看不同, files, print, a phone, addresses gone wrong."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Locator, Page, expect

from generator.library.model import Library

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
    assert page.url == f"{home}?cases=xitang,chengdu"
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
    page.get_by_label("只看不同").check()
    expect(row(page, "省份")).to_have_count(0)
    expect(row(page, "场景")).to_have_count(1)
    expect(status(page)).to_contain_text(re.compile(r"另有 \d+ 行相同或都有，没有列出"))
    assert page.locator(".sameness-same").count() == 0


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
        ("?cases=xitang,nowhere", "地址里的案例编号 “nowhere” 本库没有"),
        ("?cases=xitang,chengdu,chengyang,xiaoshan,dianjian,xitang,rank", "“rank” 本库没有"),
        ("?cases=xitang,chengdu&fields=setting,rank", "地址里的方面 “rank” 本库没有"),
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
    numbers = {(*r[:4], r[5]) for r in book["数字"].iter_rows(values_only=True)}
    assert ("西塘", "报案率的变化", "降低47.2%", -47.2, "材料称已实现") in numbers
    assert ("城阳", "红色物业覆盖率", "70%以上", None, "目标") in numbers
    words = "".join(str(cell.value) for row in sheet.iter_rows() for cell in row)
    assert sheet["A1"].value == "城阳、西塘：并列对照"
    assert "怎样读" in words and DISCLAIMER in words


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


@pytest.mark.parametrize("width", [1280, 900, 360])
def test_the_page_never_scrolls_sideways(page: Page, home: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{home}?cases=xitang,chengdu,chengyang,xiaoshan,dianjian")
    page.get_by_text("挑选案例和方面").click()
    page.get_by_text("挑选案例和方面").click()
    expect(heads(page)).to_have_count(6)
    assert page.evaluate(OVERFLOW) == 0


def test_on_a_phone_a_dimension_is_a_card_with_its_cases_named(page: Page, home: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{home}?cases=xitang,chengdu&fields=setting")
    card = row(page, "场景")
    assert card.evaluate("row => getComputedStyle(row).display") == "block"
    label = "cell => getComputedStyle(cell, '::before').content"
    assert [cell.evaluate(label) for cell in card.locator("td").all()] == ['"西塘"', '"成都"']
    expect(page.locator("[data-compare-cases]")).to_be_hidden()
    page.get_by_text("挑选案例和方面").click()
    expect(page.locator("[data-compare-cases]")).to_be_visible()


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
