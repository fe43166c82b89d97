"""Pelican by itself: the plugin loads the content, tells what is wrong, and leaves other people's files alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pelican import Pelican
from pelican.settings import read_settings

from generator.library.address import Address
from generator.paths import CONFIG
from generator.site.plugin import ROOT
from generator.views.page import PageView


def run(project: Path, output: Path) -> None:
    """Run Pelican on a project's content without giving it a library."""
    Pelican(read_settings(str(CONFIG), override={ROOT: str(project), "OUTPUT_PATH": str(output)})).run()


def test_the_site_is_made_from_the_content_alone(small_site: Path, tmp_path: Path) -> None:
    run(small_site, tmp_path / "output")
    assert (tmp_path / "output/cases/jia.html").is_file()
    assert (tmp_path / "output/data/facts.json").is_file()


def test_a_second_run_replaces_the_first_and_leaves_nothing_behind(small_site: Path, tmp_path: Path) -> None:
    run(small_site, tmp_path / "output")
    (small_site / "content/tables/outcomes.yml").unlink()
    for name in ("handouts/xuexi.yml", "courses/rumen.md"):  # they have the table
        (small_site / "content" / name).unlink()
    for case in (small_site / "content/cases").iterdir():
        case.write_text(case.read_text("utf-8").replace("[成效对照](table:outcomes)", "成效对照"), "utf-8")
    run(small_site, tmp_path / "output")
    assert not (tmp_path / "output/tables/outcomes.html").exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".output")] == []


def test_bad_content_is_told_and_exits_1(small_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = small_site / "content/cases/yi.md"
    case.write_text(case.read_text("utf-8").replace("[段2](P2)", "[段9](P9)"), "utf-8")
    with pytest.raises(SystemExit) as raised:
        run(small_site, tmp_path / "output")
    told = capsys.readouterr().err
    assert raised.value.code == 1
    assert "content/cases/yi.md:" in told
    assert "内容有 1 处错误，网站没有生成。" in told
    assert not (tmp_path / "output").exists()


def test_a_folder_with_someone_elses_files_is_left_as_it_is(
    small_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = tmp_path / "output/论文.docx"
    theirs.parent.mkdir()
    theirs.write_bytes(b"theirs")
    with pytest.raises(SystemExit) as raised:
        run(small_site, theirs.parent)
    assert raised.value.code == 1
    assert "论文.docx" in capsys.readouterr().err
    assert [path.name for path in theirs.parent.iterdir()] == ["论文.docx"]
    assert theirs.read_bytes() == b"theirs"


def test_two_pages_for_one_path_keep_the_previous_site(
    small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(small_site, tmp_path / "output")
    before = (tmp_path / "output/about.html").read_bytes()
    twice = [PageView(Address("about.html"), title, "table-list.html") for title in ("关于", "又一页")]
    monkeypatch.setattr("generator.site.plugin.all_pages", lambda library, made: twice)
    with pytest.raises(SystemExit):
        run(small_site, tmp_path / "output")
    assert "两样内容要写到同一个文件 about.html：页面“关于”；页面“又一页”。" in capsys.readouterr().err
    assert (tmp_path / "output/about.html").read_bytes() == before
