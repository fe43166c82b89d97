"""The search page in a real browser on file://, held against a plain scan of the built pages."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from urllib.parse import quote

import opencc
import pytest
from playwright.sync_api import Browser, Page, expect

sys.path.append(str(Path(__file__).resolve().parents[1] / "search"))

from built_pages import Blocks, read_blocks, runs, scan

FIND = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const { hits, total } = await PracticeSearch.query(query, { limit: 100000 });
    answers.push(hits.filter((hit) => hit.match === 'exact').map((hit) => [hit.page, hit.anchor]));
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def blocks(built_site: Path) -> Blocks:
    return read_blocks(built_site)


@pytest.fixture
def search_page(page: Page, built_site: Path) -> Page:
    page.goto((built_site / "search.html").as_uri())
    return page


def exact_sets(page: Page, queries: list[str]) -> dict[str, set[tuple[str, str]]]:
    answers = page.evaluate(FIND, queries)
    return {query: {(hit[0], hit[1]) for hit in hits} for query, hits in zip(queries, answers, strict=True)}


def test_runs_of_the_built_pages_are_found_exactly_where_they_stand(search_page: Page, blocks: Blocks) -> None:
    drawn = runs(blocks, count=600, seed=1)
    assert exact_sets(search_page, drawn) == {run: scan(blocks, run) for run in drawn}


def test_longer_runs_and_whole_blocks_are_found_exactly(search_page: Page, blocks: Blocks) -> None:
    drawn = runs(blocks, count=100, seed=3, longest=30) + [texts[0] for texts in list(blocks.values())[:60]]
    assert exact_sets(search_page, drawn) == {run: scan(blocks, run) for run in drawn}


def test_runs_across_inline_markup_are_found(search_page: Page, built_site: Path, blocks: Blocks) -> None:
    html = "".join(path.read_text(encoding="utf-8") for path in sorted((built_site / "cases").glob("*.html")))
    across = re.findall(r"([一-鿿]{2})<a class=\"[^\"]*\" href=\"[^\"]*\">([^<>\s&]{2})", html) or re.findall(
        r"([一-鿿]{2})<a [^>]*>([^<>\s&]{2})", html
    )
    drawn = sorted({before + after for before, after in across})[:60]
    found = exact_sets(search_page, drawn)
    assert sum(bool(keys) for keys in found.values()) > 10
    assert found == {run: scan(blocks, run) for run in drawn}


def test_traditional_queries_equal_simplified_ones(search_page: Page, blocks: Blocks) -> None:
    drawn = runs(blocks, count=150, seed=4)
    for conversion in ("s2t", "s2tw", "s2hk"):
        converter = opencc.OpenCC(conversion)
        traditional = [converter.convert(run) for run in drawn]
        found = exact_sets(search_page, traditional)
        assert [found[query] for query in traditional] == [scan(blocks, run) for run in drawn]


def test_the_address_runs_a_query_and_hits_lead_to_their_place(page: Page, built_site: Path, blocks: Blocks) -> None:
    page.goto((built_site / "search.html").as_uri() + "?q=" + quote("網格"))
    status = page.locator("[data-search-status]")
    expect(status).to_have_text(re.compile(rf"找到 {len(scan(blocks, '网格'))} 处"))
    assert "网格" in (page.locator("[data-search-results] mark").first.text_content() or "")
    hit = page.locator("[data-search-hit]").first
    anchor = (hit.get_attribute("href") or "").split("#")[1]
    page.wait_for_load_state("networkidle")
    hit.click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("(id) => Boolean(document.getElementById(id))", anchor)
    page.go_back()
    expect(page.locator("[data-search-field]")).to_have_value("網格")


def test_results_come_as_one_types_and_nothing_jumps(search_page: Page) -> None:
    field = search_page.locator("[data-search-field]")
    top = search_page.locator("[data-search-results]").evaluate("(node) => node.getBoundingClientRect().top")
    for text in ("网", "网格", "网格员", "曱甴"):
        field.fill(text)
        expect(search_page.locator("[data-search-status]")).to_have_text(
            re.compile("找到" if text != "曱甴" else "没有找到")
        )
        assert (
            search_page.locator("[data-search-results]").evaluate("(node) => node.getBoundingClientRect().top") == top
        )
    expect(search_page.locator("[data-search-results] a[href='terms.html']")).to_be_visible()
    assert "q=" + quote("曱甴") in search_page.url


@pytest.mark.parametrize(
    ("query", "advice"),
    [
        ("-网格", "这里只有不要的词"),
        ("曱甴 龘靐", "没有一处同时有这几个词"),
        ("曱甴龘", "本库里没有连着的这几个字"),
    ],
)
def test_what_is_said_of_nothing_found_is_true(search_page: Page, query: str, advice: str) -> None:
    search_page.locator("[data-search-field]").fill(query)
    expect(search_page.locator("[data-search-results]")).to_contain_text(advice)


def test_a_facet_that_tells_nothing_apart_is_not_offered(search_page: Page) -> None:
    search_page.locator("[data-search-field]").fill("一心两会")
    expect(search_page.locator(".chip[data-value='类型:案例']")).to_be_visible()
    assert search_page.locator(".chip[data-value^='机制:']").count() == 0


def test_the_keyboard_is_enough(search_page: Page) -> None:
    search_page.evaluate("document.activeElement.blur()")
    search_page.keyboard.press("/")
    field = search_page.locator("[data-search-field]")
    expect(field).to_be_focused()
    search_page.keyboard.type("物业")
    hits = search_page.locator("[data-search-hit]")
    expect(hits.first).to_be_visible()
    expect(search_page.get_by_role("listbox")).to_be_visible()
    search_page.keyboard.press("Escape")
    search_page.keyboard.press("ArrowDown")
    expect(hits.nth(0)).to_be_focused()
    search_page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    search_page.keyboard.press("ArrowUp")
    search_page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    search_page.keyboard.press("Enter")
    expect(hits.nth(0)).to_be_focused()
    search_page.wait_for_load_state("networkidle")
    search_page.keyboard.press("Enter")
    search_page.wait_for_url(re.compile(r"\.html\?hl=[^#]+#"))


def test_facets_narrow_and_can_be_taken_off(search_page: Page) -> None:
    search_page.goto(search_page.url + "?q=" + quote("物业"))
    status = search_page.locator("[data-search-status]")
    expect(status).to_have_text(re.compile("找到"))
    before = status.text_content() or ""
    chip = search_page.locator(".chip[data-value='类型:案例']")
    count = chip.locator("b").text_content()
    chip.click()
    expect(status).to_have_text(re.compile(rf"找到 {count} 处"))
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    chip.click()
    expect(status).to_have_text(before)


def test_markup_in_a_query_stays_text(search_page: Page) -> None:
    for query in ("<img src=x onerror=alert(1)>", "😀" * 10_000, "([.*+?^${}", "x" * 10_000):
        search_page.locator("[data-search-field]").fill(query)
        expect(search_page.locator("[data-search-status]")).to_have_text(re.compile("^没有"))
    assert search_page.locator("main img").count() == 0


@pytest.fixture
def copied_site(built_site: Path, tmp_path: Path) -> Path:
    shutil.copytree(built_site, tmp_path / "copy")
    return tmp_path / "copy"


@pytest.mark.parametrize(
    "name", ["manifest.js", "folding.js", "postings-0000.js", "catalogue.js", "places-0000.js", "texts-0000.js"]
)
def test_a_missing_script_is_named(browser: Browser, copied_site: Path, name: str) -> None:
    (copied_site / "search" / name).unlink()
    page = browser.new_page()
    page.goto((copied_site / "search.html").as_uri() + "?q=" + quote("物业"))
    expect(page.locator("[data-search-missing]")).to_contain_text(f"search/{name}")
    page.close()


def test_without_javascript_the_page_says_so_and_leads_on(browser: Browser, built_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_site / "search.html").as_uri())
    note = page.locator("noscript")
    assert "JavaScript" in (note.inner_text() or "")
    assert page.locator("noscript a").count() == 2
    context.close()
