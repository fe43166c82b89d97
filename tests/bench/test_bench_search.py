"""`bench search` from end to end, and that what it measures and compares can come out wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.bench import measure
from generator.bench.sizes import KINDS, NAMES, POSTINGS, START, TEXTS, Weight, kind_of, weigh
from generator.cli import main
from generator.search.browser.build import build
from generator.search.records import Record
from tests.conftest import SMALL

FEW = ("--documents", "30", "--queries", "10")


@pytest.fixture
def small_product(monkeypatch: pytest.MonkeyPatch) -> None:
    """The corpus is compared to the small site, which is read in no time; one test compares it to the real library."""
    monkeypatch.setattr("generator.cli.measuring.PRODUCT", SMALL)


def bench(*words: str) -> Result:
    """Run the command in a thread of its own: Playwright's loop may run in this one already, and allows no second."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(CliRunner().invoke, main, ["bench", "search", *words]).result(timeout=300)


def cells(page: str, row: str) -> list[str]:
    """The figures of the first row with this name."""
    line = next(line for line in page.splitlines() if line.startswith(f"| {row}"))
    return [cell.strip() for cell in line.split("|")[2:-1]]


@pytest.mark.no_cover  # much of the same, which other tests measure
def test_the_command_writes_a_page_with_sizes_costs_and_exact_hits(tmp_path: Path) -> None:
    output = tmp_path / "benchmarks.md"
    result = bench(*FEW, "--output", str(output))
    assert (result.exit_code, result.stdout) == (0, f"已写入 {output}\n"), result.output
    page = output.read_text("utf-8")
    assert "bench search --documents 30 --queries 10 --seed 1`" in page
    (characters,) = cells(page, "文字（字）")
    assert 45_000 <= int(characters.replace(",", "")) <= 49_500
    assert cells(page, "命中与逐块查找不同的查询")[0].startswith("0 / ")
    count, postings, scripts, texts, _, start, cold, warm = cells(page, "任意 2—6 字 |")
    assert count == "10"
    for spread in (postings, scripts, texts, start, cold, warm):
        assert re.fullmatch(r"[\d.,]+ / [\d.,]+ / [\d.,]+", spread)
        assert float(spread.split(" / ")[-1].replace(",", "")) > 0
    assert float(cells(page, "全部查询之后 JS 仍占的堆（MB）")[0]) > 0


@pytest.mark.usefixtures("small_product")
def test_without_a_browser_only_the_index_is_measured() -> None:
    result = bench(*FEW, "--documents", "60", "--no-browser")
    assert result.exit_code == 0, result.output
    assert cells(result.stdout, "") == ["30 篇", "60 篇"]
    assert cells(result.stdout, "命中与逐块查找不同的查询") == ["—", "—"]
    small, large = (float(ratio) for ratio in cells(result.stdout, "倒排为文字的倍数"))
    assert 0 < large < small < 3


@pytest.mark.usefixtures("small_product")
def test_a_record_that_the_index_has_wrong_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(items: Iterable[Record]) -> dict[str, bytes]:
        return build(replace(record, blocks=record.blocks[:2]) for record in items)

    monkeypatch.setattr(measure, "build", wrong)
    result = bench(*FEW)
    assert result.exit_code == 0, result.output
    assert not cells(result.stdout, "命中与逐块查找不同的查询")[0].startswith("0 / ")
    assert "- 命中不同：`" in result.stdout


@pytest.mark.usefixtures("small_product")
def test_a_missing_script_ends_the_measuring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        measure, "build", lambda items: {name: text for name, text in build(items).items() if "manifest" not in name}
    )
    result = bench(*FEW)
    assert result.exit_code == 1
    assert "检索文件读不出来：search/manifest.js" in result.output


@pytest.mark.usefixtures("small_product")
def test_a_script_that_fails_ends_the_measuring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spoilt = tmp_path / "page.js"
    spoilt.write_text("throw new Error('spoilt')", encoding="utf-8")
    monkeypatch.setattr("generator.bench.site._OURS", spoilt)
    result = bench(*FEW)
    assert result.exit_code == 1
    assert "spoilt" in result.output


@pytest.mark.usefixtures("small_product")
def test_without_chromium_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRACTICE_BROWSER", raising=False)
    monkeypatch.setattr("generator.bench.browser.BROWSERS", ("no-such-browser",))
    result = bench(*FEW)
    assert result.exit_code == 1
    assert "没有找到 Chromium。请安装" in result.output and "--no-browser" in result.output


@pytest.mark.usefixtures("small_product")
def test_without_playwright_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "playwright.sync_api", None)
    result = bench(*FEW)
    assert result.exit_code == 1
    assert "没有安装 playwright。请运行 pip install playwright" in result.output


@pytest.mark.usefixtures("small_product")
def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = bench(*FEW, "--no-browser", "--output", str(tmp_path / "no" / "benchmarks.md"))
    assert result.exit_code == 1
    assert "没有文件夹" in result.output


def test_files_are_weighed_by_what_they_are_for() -> None:
    names = ("postings-0001.js", "texts-0001.js", "names-cases.js", "manifest.js", "folding.js", "anything.js")
    assert [kind_of(name) for name in names] == [POSTINGS, TEXTS, NAMES, START, START, POSTINGS]
    sizes = {"postings-0000.js": 5, "postings-0001.js": 7, "texts-0000.js": 11}
    assert weigh(sizes) == dict.fromkeys(KINDS, Weight()) | {POSTINGS: Weight(2, 12), TEXTS: Weight(1, 11)}
    assert weigh(sizes, ["postings-0001.js"])[POSTINGS] == Weight(1, 7)
