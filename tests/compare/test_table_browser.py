"""Tables in a real browser from file://: frozen head and column, cards on a phone, landscape print that fits."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

ROOT = Path(__file__).resolve().parents[2]
TABLES = tuple(sorted(spec.stem for spec in (ROOT / "content/tables").glob("*.yml")))
"""Every shipped table; its page has the spec's name."""
A4_LANDSCAPE = 1030
"""297 mm less margins, at 96 dots an inch."""
CUT_OFF = """() => [...document.querySelectorAll('.wide th, .wide td')]
  .filter(cell => cell.offsetParent && getComputedStyle(cell.closest('thead') || cell).position !== 'absolute')
  .filter(cell => cell.scrollWidth > cell.clientWidth + 1)
  .map(cell => cell.closest('tr').id + ' ' + cell.textContent.trim().slice(0, 20))"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def open_table(page: Page, site: Path, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "tables" / f"{name}.html").as_uri())


@pytest.mark.parametrize("name", TABLES)
def test_the_page_never_scrolls_sideways_and_no_cell_is_cut_off(page: Page, built_site: Path, name: str) -> None:
    open_table(page, built_site, name, 1280)
    for width in (1280, 900, 360):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERFLOW) == 0, width
        assert page.evaluate(CUT_OFF) == [], width


@pytest.mark.parametrize("name", TABLES)
def test_the_head_of_the_table_stays_in_sight(page: Page, built_site: Path, name: str) -> None:
    open_table(page, built_site, name, 1280)
    head = page.locator(".wide thead th").first
    assert head.evaluate("head => head.getBoundingClientRect().top") > 0
    page.evaluate("scrollTo(0, document.querySelector('.wide').getBoundingClientRect().top + 600)")
    assert head.evaluate("head => head.getBoundingClientRect().top") == 0


def test_the_first_column_stays_in_sight(page: Page, built_site: Path) -> None:
    open_table(page, built_site, "outcomes", 900)
    left = "cell => cell.getBoundingClientRect().left"
    cell = page.locator("#row-xitang-report-rate th")
    before = cell.evaluate(left)
    assert page.locator(".wide-box").first.evaluate("box => { box.scrollLeft = 300; return box.scrollLeft }") > 0
    assert cell.evaluate(left) == before


def test_on_a_phone_a_row_is_a_card_with_named_values(page: Page, built_site: Path) -> None:
    open_table(page, built_site, "outcomes", 360)
    row = page.locator("#row-xitang-report-rate")
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    label = "cell => getComputedStyle(cell, '::before').content"
    assert [cell.evaluate(label) for cell in row.locator("td").all()] == [
        '"数值"',
        '"时段"',
        '"基期"',
        '"口径"',
        '"范围"',
        '"可比性"',
    ]
    lefts = row.locator("td .entry").evaluate_all("cells => cells.map(cell => cell.getBoundingClientRect().left)")
    assert len(set(lefts)) == 1


@pytest.mark.parametrize("name", TABLES)
def test_printed_on_a4_landscape_nothing_is_cut(page: Page, built_site: Path, name: str) -> None:
    open_table(page, built_site, name, A4_LANDSCAPE)
    page.emulate_media(media="print")
    assert page.evaluate(OVERFLOW) == 0
    assert page.evaluate(CUT_OFF) == []
    assert page.locator(".wide thead").first.evaluate("head => getComputedStyle(head).display") == "table-header-group"
    assert not page.locator(".exports").is_visible()


def test_a_hit_lands_on_its_row(page: Page, built_site: Path) -> None:
    open_table(page, built_site, "outcomes", 1280)
    page.goto(f"{page.url}#row-chengyang-coverage-2022")
    top = page.locator("#row-chengyang-coverage-2022").evaluate("row => row.getBoundingClientRect().top")
    head = page.locator(".wide thead th").first.evaluate("cell => cell.getBoundingClientRect().bottom")
    assert head <= top + 1


def test_chips_leave_only_the_chosen_cases(page: Page, built_site: Path) -> None:
    open_table(page, built_site, "outcomes", 1280)
    rows = page.locator(".wide tbody tr:not(.group):visible")
    whole = rows.count()
    page.locator(".case-filter button", has_text="成都").click()
    page.locator(".case-filter button", has_text="城阳").click()
    assert set(page.locator(".wide .owner:visible").all_inner_texts()) == {"成都", "城阳"}
    for group in page.locator(".wide tr.group:visible").all():
        assert group.evaluate("row => !row.nextElementSibling.matches('.group')")
    for name in ("成都", "城阳"):
        page.locator(".case-filter [aria-pressed=true]", has_text=name).click()
    assert rows.count() == whole


def test_chips_leave_only_the_columns_of_the_chosen_cases(page: Page, built_site: Path) -> None:
    open_table(page, built_site, "mechanisms", 360)
    page.locator(".case-filter button", has_text="萧山").click()
    labels = page.locator(".wide td:visible").evaluate_all("cells => cells.map(cell => cell.dataset.label)")
    assert set(labels) == {"萧山"}


# --- every shipped table, at the widths of a desk, a projector and a phone ---

BOX = "cell => { const box = cell.getBoundingClientRect(); return [box.left, box.top]; }"


def chips(page: Page) -> Locator:
    return page.locator(".case-filter button")


@pytest.mark.parametrize("name", TABLES)
def test_at_a_desk_first_column_and_head_are_frozen(page: Page, built_site: Path, name: str) -> None:
    open_table(page, built_site, name, 1280)
    for table in page.locator(".wide").all():
        corner, head, first = (
            table.locator(cells).first
            for cells in ("thead th:first-child", "thead th:last-child", "tbody th[scope=row]")
        )
        for cell in (corner, head, first):
            assert cell.evaluate("cell => getComputedStyle(cell).position") == "sticky"
        assert [cell.evaluate("cell => getComputedStyle(cell).left") for cell in (corner, first)] == ["0px", "0px"]
        table.evaluate("table => scrollTo(0, table.getBoundingClientRect().top + scrollY + 40)")
        assert [cell.evaluate(BOX)[1] for cell in (corner, head)] == [0, 0]


@pytest.mark.parametrize("name", TABLES)
def test_on_a_projector_first_column_and_head_stay_while_the_box_scrolls(
    page: Page, built_site: Path, name: str
) -> None:
    open_table(page, built_site, name, 900)
    for box in page.locator(".wide-box").all():
        corner, first = box.locator("thead th").first, box.locator("tbody th[scope=row]").first
        box.scroll_into_view_if_needed()
        before = corner.evaluate(BOX), first.evaluate(BOX)[0]
        box.evaluate("box => { box.scrollLeft = 200; }")
        assert (corner.evaluate(BOX)[0], first.evaluate(BOX)[0]) == (before[0][0], before[1])
        box.evaluate("box => { box.scrollTop = 300; }")
        assert corner.evaluate(BOX) == before[0]


@pytest.mark.parametrize("name", TABLES)
def test_on_a_phone_every_row_is_a_card_whose_values_are_named(page: Page, built_site: Path, name: str) -> None:
    open_table(page, built_site, name, 360)
    for table in page.locator(".wide").all():
        heads = table.locator("thead th").all_text_contents()[1:]
        assert table.locator("thead").evaluate("head => getComputedStyle(head).position") == "absolute"
        shown = table.locator("tbody tr:not(.group)").evaluate_all(
            "rows => rows.map(row => [getComputedStyle(row).display, row.getBoundingClientRect().right <= innerWidth,"
            " [...row.cells].slice(1).map(cell => getComputedStyle(cell, '::before').content.slice(1, -1))])"
        )
        assert shown and all(row == ["block", True, heads] for row in shown)


@pytest.mark.parametrize("name", TABLES)
def test_chips_narrow_each_table_to_a_case_and_back(page: Page, built_site: Path, name: str) -> None:
    open_table(page, built_site, name, 1280)
    cells = page.locator(".wide tbody tr:not(.group):visible > *:visible")
    whole = cells.count()
    for chip in chips(page).all():
        chip.click()
        expect(chip).to_have_attribute("aria-pressed", "true")
        assert 0 < cells.count() < whole
        for group in page.locator(".wide tr.group:visible").all():
            following = "row => { do { row = row.nextElementSibling } while (row && row.hidden); return row && !row.matches('.group') }"
            assert group.evaluate(following)
        assert page.evaluate(OVERFLOW) == 0
        chip.click()
    assert cells.count() == whole


def test_chips_work_by_keyboard_alone(page: Page, built_site: Path) -> None:
    open_table(page, built_site, "outcomes", 1280)
    chip = chips(page).first
    chip.focus()
    for key, pressed in ((" ", "true"), ("Enter", "false")):
        page.keyboard.press(key)
        expect(chip).to_have_attribute("aria-pressed", pressed)
        expect(chip).to_be_focused()


@pytest.mark.parametrize("name", TABLES)
def test_without_script_the_table_is_whole(page: Page, built_site: Path, name: str) -> None:
    open_table(page, built_site, name, 1280)
    with_script = page.locator(".wide tbody tr").count()
    html = (built_site / "tables" / f"{name}.html").read_text("utf-8")
    assert len(re.findall(r"<tr(?: class=\"group\")? id=", html)) == with_script


# --- paper ---


def printed(page: Page, path: Path) -> list[str]:
    """The text of each printed page, in the order in which it is painted, without spaces."""
    if not shutil.which("pdftotext"):
        pytest.skip("没有 pdftotext（poppler-utils），不能读打印出的 PDF。")
    if not path.exists():
        page.pdf(path=path, prefer_css_page_size=True)
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return [squeezed(sheet) for sheet in told.split("\f") if sheet.strip()]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where each table is printed once for all tests of paper."""
    return tmp_path_factory.mktemp("papers")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", TABLES)
def test_on_paper_every_word_of_the_table_is_there(page: Page, built_site: Path, name: str, papers: Path) -> None:
    open_table(page, built_site, name, 1280)
    said = page.locator(".wide .said, .wide .entry-note, .wide .owner, .wide .blank").all_text_contents()
    whole = "".join(printed(page, papers / f"{name}.pdf"))
    missing = [text for text in map(squeezed, said) if text and text not in whole]
    # A row taller than a sheet is broken; its text is then told in two runs.
    assert [text for text in missing if not broken(text, whole)] == []


def broken(text: str, whole: str) -> bool:
    return any(text[:cut] in whole and text[cut:] in whole for cut in range(1, len(text)))


@pytest.mark.parametrize("name", TABLES)
def test_on_paper_the_head_stands_on_every_sheet_of_the_table(
    page: Page, built_site: Path, name: str, papers: Path
) -> None:
    open_table(page, built_site, name, 1280)
    rows = {
        squeezed("".join(table.locator("thead th").all_text_contents())): [
            squeezed(text) for text in table.locator("tbody th[scope=row] p:last-of-type").all_text_contents()
        ]
        for table in page.locator(".wide").all()
    }
    sheets = printed(page, papers / f"{name}.pdf")
    heads = "|".join(map(re.escape, rows))
    for sheet in sheets:
        if any(head and head in sheet for names in rows.values() for head in names if len(head) > 6):
            assert re.search(heads, sheet), sheet[:80]


def test_what_is_printed_is_what_was_chosen(page: Page, built_site: Path, tmp_path: Path) -> None:
    open_table(page, built_site, "outcomes", 1280)
    chips(page).filter(has_text="萧山").click()
    whole = "".join(printed(page, tmp_path / "a.pdf"))
    assert "约170余个" in whole
    assert "99.97%" not in whole
    assert "只看：" not in whole
