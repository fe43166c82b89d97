"""Folders: every file that may hold an article is read or told, none becomes the other's."""

from __future__ import annotations

import os
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from generator.intake.gathering import gather
from tests.intake.word import document, p

TEXT = "居民议事会每月召开一次。"


def run(root: Path, *files: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["import", "--root", str(root), *map(str, files)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def written(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("intake/*.txt"))


def test_a_folder_gives_all_three_kinds_and_tells_what_cannot_be_read(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    (raw / "下一级").mkdir(parents=True)
    (raw / "a.txt").write_text(TEXT, "utf-8")
    (raw / "b.html").write_text(f"<body><p>{TEXT}", "utf-8")
    (raw / "下一级/c.docx").write_bytes(document(p(TEXT)))
    (raw / "d.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1"))
    (raw / "e.jpg").write_bytes(b"\xff\xd8\xff")
    code, told = run(tmp_path, raw)
    assert code == 1 and written(tmp_path) == ["a.txt", "b.txt", "c.txt"]
    assert "d.doc：这是旧的 Word" in told and "另有 1 个文件不是 txt、html、docx" in told
    assert all((tmp_path / f"intake/{name}").read_text("utf-8") == f"P01 {TEXT}\n" for name in written(tmp_path))


def test_two_files_that_would_become_one_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    for name in ("议事.txt", "议事.html", "别的.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    code, told = run(tmp_path, tmp_path)
    assert code == 1 and "议事.html" in told and "议事.txt" in told and "编号都是“yi-shi”" in told
    assert "别的" not in told and not (tmp_path / "intake").exists()


def test_what_belongs_to_a_saved_page_or_to_an_open_file_is_not_read(tmp_path: Path) -> None:
    for name in ("页.html", "页_files/frame.html", "~$议事.docx", ".a.txt", ".git/b.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, "utf-8")
    assert [path.name for path in gather([tmp_path]).files] == ["页.html"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    assert gather([path, tmp_path, path]).files == (path,)


def test_an_old_file_that_was_saved_again_is_passed_over(tmp_path: Path) -> None:
    for name in ("议事.doc", "议事.docx", "别的.doc"):
        (tmp_path / name).write_bytes(b"")
    assert [path.name for path in gather([tmp_path]).files] == ["别的.doc", "议事.docx"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    code, told = run(tmp_path, tmp_path / "raw")
    assert code == 1 and "没有可以导入的文件" in told


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    if os.name != "nt":
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert [path.name for path in gather([tmp_path]).files] == ["a.txt"]
