"""`import`: a damaged file becomes numbered text and a report, nothing is overwritten, nothing ends in a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.intake.article import read_article
from generator.intake.drafting.candidates import find_candidates
from generator.intake.mending.decoding import NotTextError
from generator.intake.report import report, summary

TEXT = "一、怎樣開會\n社區(qū)每月開(kāi)一次會(huì)，居民(mín)可以提議。\n網格員記下每一件事情\n二、怎樣公示\n結果貼在門口。\n相关文章\n別處的一篇。\n"


def run(root: Path, *files: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", "--root", str(root), *map(str, files)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.fixture
def article(small_site: Path) -> Path:
    path = small_site / "議事.txt"
    path.write_bytes(TEXT.encode("utf-8"))
    return path


def test_a_file_becomes_numbered_simplified_text_without_annotations(small_site: Path, article: Path) -> None:
    code, told = run(small_site, article)
    assert code == 0 and "intake/yi-shi.txt" in told
    lines = (small_site / "intake/yi-shi.txt").read_text("utf-8").splitlines()
    assert lines[:2] == ["P01 一、怎样开会", "P02 社区每月开一次会，居民可以提议。"]
    assert not any("別處" in line or "别处" in line for line in lines)


def test_what_was_set_aside_and_taken_out_stands_in_the_report(small_site: Path, article: Path) -> None:
    run(small_site, article)
    told = (small_site / "intake/yi-shi-report.md").read_text("utf-8")
    assert "### 其他文章（1）\n\n- 别处的一篇。" in told and "去掉注音 4 处" in told and "读作：UTF-8" in told
    assert "- 各 1 处：區(qū) → 區，" in told and "- 各 2 处：樣 → 样" in told


def test_what_is_there_is_not_overwritten(small_site: Path, article: Path) -> None:
    run(small_site, article)
    kept = small_site / "intake/yi-shi.txt"
    kept.write_text("改过", "utf-8")
    code, told = run(small_site, article)
    assert code == 1 and "已经有了" in told and kept.read_text("utf-8") == "改过"


def test_a_folder_is_read_and_faults_of_one_file_keep_no_other_back(small_site: Path) -> None:
    folder = small_site / "raw"
    folder.mkdir()
    (folder / "a.txt").write_text("甲社区开会。", "utf-8")
    (folder / "b.txt").write_bytes(bytes(range(256)) * 50)
    code, told = run(small_site, folder, small_site / "gone.txt", small_site / "c.docx")
    assert code == 1
    assert (small_site / "intake/a.txt").read_text("utf-8") == "P01 甲社区开会。\n"
    assert "b.txt" in told and "gone.txt" in told and "c.docx" in told


@settings(max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_message(data: bytes) -> None:
    try:
        article = read_article(data, ["社区每月开会。"])
    except NotTextError as problem:
        assert "请" in str(problem)
    else:
        scan = find_candidates(article.paragraphs)
        assert isinstance(report("x", article, scan) + summary(article, scan), str)
        assert [paragraph.number for paragraph in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))
