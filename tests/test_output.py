"""The output folder: swapped whole, never over someone's files."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from generator.output import OutputError, OutputFolder


@pytest.fixture
def folder(tmp_path: Path) -> OutputFolder:
    return OutputFolder(tmp_path / "output")


def publish(folder: OutputFolder, text: str) -> None:
    with folder.staged() as staging:
        (staging / "cases").mkdir()
        (staging / "cases/a.html").write_text(text, "utf-8")


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_what_is_staged_becomes_the_output(folder: OutputFolder) -> None:
    publish(folder, "eins")
    assert (folder.path / "cases/a.html").read_text("utf-8") == "eins"
    assert names(folder.path.parent) == {"output"}


def test_what_an_earlier_build_wrote_is_replaced(folder: OutputFolder, tmp_path: Path) -> None:
    publish(folder, "one")
    folder.check(tmp_path / "content")
    publish(folder, "two")
    assert (folder.path / "cases/a.html").read_text("utf-8") == "two"


def test_failure_leaves_the_previous_output_whole(folder: OutputFolder) -> None:
    publish(folder, "one")
    with pytest.raises(RuntimeError), folder.staged() as staging:
        (staging / "half.html").write_text("half", "utf-8")
        raise RuntimeError
    assert (folder.path / "cases/a.html").read_text("utf-8") == "one"
    assert names(folder.path.parent) == {"output"}


def test_someone_elses_files_are_named_and_kept(folder: OutputFolder, tmp_path: Path) -> None:
    publish(folder, "one")
    (folder.path / "讲稿.docx").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match=r"讲稿\.docx"):
        folder.check(tmp_path / "content")
    assert (folder.path / "讲稿.docx").read_text("utf-8") == "mine"


def test_folder_of_someone_else_is_refused(folder: OutputFolder, tmp_path: Path) -> None:
    folder.path.mkdir()
    for number in range(9):
        (folder.path / f"{number}.txt").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match=r"0\.txt、1\.txt、2\.txt、3\.txt、4\.txt 等 9 个"):
        folder.check(tmp_path / "content")


def test_file_changed_after_the_build_is_refused(folder: OutputFolder, tmp_path: Path) -> None:
    publish(folder, "one")
    (folder.path / "cases/a.html").write_text("edited by hand", "utf-8")
    with pytest.raises(OutputError, match=r"cases/a\.html"):
        folder.check(tmp_path / "content")


def test_damaged_list_of_our_files_protects_everything(folder: OutputFolder, tmp_path: Path) -> None:
    publish(folder, "one")
    (folder.path / ".shijianku.json").write_text("{", "utf-8")
    with pytest.raises(OutputError, match=r"cases/a\.html"):
        folder.check(tmp_path / "content")


def test_empty_folder_is_used(folder: OutputFolder, tmp_path: Path) -> None:
    folder.path.mkdir()
    folder.check(tmp_path / "content")


def test_file_where_the_folder_should_be_is_refused(folder: OutputFolder, tmp_path: Path) -> None:
    folder.path.write_text("a file", "utf-8")
    with pytest.raises(OutputError, match="已有一个文件"):
        folder.check(tmp_path / "content")


@pytest.mark.parametrize("output", [".", "content", "content/cases"])
def test_folder_that_holds_or_is_in_the_content_is_refused(tmp_path: Path, output: str) -> None:
    (tmp_path / "content/cases").mkdir(parents=True)
    with pytest.raises(OutputError, match="内容文件夹"):
        OutputFolder(tmp_path / output).check(tmp_path / "content")


def test_output_taken_away_by_a_killed_build_is_put_back(folder: OutputFolder, tmp_path: Path) -> None:
    publish(folder, "one")
    folder.path.rename(tmp_path / ".output-old-123")
    folder.check(tmp_path / "content")
    assert (folder.path / "cases/a.html").read_text("utf-8") == "one"


def test_staging_left_by_a_killed_build_is_swept_when_old(folder: OutputFolder, tmp_path: Path) -> None:
    for name, age in ((".output-staging-1", 7200), (".output-staging-2", 0)):
        (tmp_path / name).mkdir()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    publish(folder, "one")
    assert names(tmp_path) == {"output", ".output-staging-2"}


def test_output_that_cannot_be_replaced_is_told_and_kept(folder: OutputFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(folder, "one")
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if "staging" in self.name:
            raise PermissionError(13, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(OutputError, match="无法替换"):
        publish(folder, "two")
    assert (folder.path / "cases/a.html").read_text("utf-8") == "one"
