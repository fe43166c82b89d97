"""Tables in a real browser from file://: frozen head and column, cards on a phone, landscape print that fits."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

TABLES = ("clauses", "governance", "mechanisms", "outcomes")
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def open_table(page: Page, site: Path, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "tables" / f"{name}.html").as_uri())


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("width", [1280, 900, 360])
def test_the_page_never_scrolls_sideways(page: Page, built_site: Path, name: str, width: int) -> None:
    open_table(page, built_site, name, width)
    assert page.evaluate(OVERFLOW) == 0


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
    open_table(page, built_site, name, 1030)  # 297 mm less margins, at 96 dots an inch
    page.emulate_media(media="print")
    assert page.evaluate(OVERFLOW) == 0
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
