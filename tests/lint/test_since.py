"""`check --since`: what a commit touched."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.lint.test_silences import CASE, edit


def git(folder: Path, *words: str) -> None:
    name = ("-c", "user.name=n", "-c", "user.email=n@n", "-c", "core.autocrlf=false")
    subprocess.run(["git", *name, *words], cwd=folder, check=True, capture_output=True)


def since(root: Path, revision: str, *more: str) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root), "--since", revision, *more])


@pytest.fixture
def kept(small_site: Path) -> Path:
    """The small site with a number that is in no table, kept in git in a folder below the repository's."""
    root = small_site.rename(small_site.with_name("库 一"))
    edit(root, "只有两栋楼", "只有 37 户")
    git(root.parent, "init", "-q")
    git(root.parent, "add", ".")
    git(root.parent, "commit", "-qm", "begun")
    return root


def test_what_was_there_before_is_counted_and_not_listed(kept: Path) -> None:
    result = since(kept, "HEAD")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "没有发现问题。",
        "只列了 HEAD 之后动过的地方，别处原有的 1 处提醒没有列出。",
    ]


def test_a_touched_line_is_listed_whether_it_is_committed_or_not(kept: Path) -> None:
    edit(kept, "## 探讨与评论\n", "## 探讨与评论\n\n编者分析：还有 38 户。\n")
    assert "数字“38”" in since(kept, "HEAD").output
    git(kept, "commit", "-qam", "more")
    assert "数字“38”" in since(kept, "HEAD~1").output
    assert "数字“37”" not in since(kept, "HEAD~1").output
    assert "数字“38”" not in since(kept, "HEAD").output


def test_the_paragraph_around_a_touched_line_and_the_heading_above_are_listed(kept: Path) -> None:
    paragraph = next(line for line in (kept / CASE).read_text("utf-8").splitlines() if "37 户" in line)
    edit(kept, paragraph, f"{paragraph}\n再添一行。")
    assert "数字“37”" in since(kept, "HEAD").output
    edit(kept, "再添一行。", "这一节写得很长。" * 90)
    assert "提示（章节过长）" in since(kept, "HEAD").output


def test_lines_taken_out_touch_their_place(kept: Path) -> None:
    text = (kept / CASE).read_text("utf-8")
    start = text.index("### 局限")
    (kept / CASE).write_text(text[:start] + text[text.index("\n#", start) + 1 :], "utf-8")
    assert "警告（没有局限）" in since(kept, "HEAD").output


def test_a_new_file_is_listed_whole(kept: Path) -> None:
    case = (kept / CASE).read_text("utf-8").replace("乙小区：两栋楼的办法", "丙小区").replace("乙小区", "丙小区")
    (kept / "content/cases/bing.md").write_text(case, "utf-8")
    lines = since(kept, "HEAD").output.splitlines()
    assert [line.split(":")[0] for line in lines if "数字无出处" in line] == ["content/cases/bing.md"]


def test_a_renamed_file_is_touched_where_it_changed(kept: Path) -> None:
    git(kept, "mv", "content/handouts/xuexi.yml", "content/handouts/xue.yml")
    git(kept, "mv", "content/tables/outcomes.yml", "content/tables/wu.yml")
    edit(kept, "question:", "question: 待写", "content/tables/wu.yml")
    result = since(kept, "HEAD", "--json")
    found = json.loads(result.stdout)
    assert [(item["path"], item["rule"]) for item in found if item["level"] != "error"] == [
        ("content/tables/wu.yml", "待写")
    ]
    assert result.stderr.startswith("只列了 HEAD 之后动过的地方")


def test_an_error_is_listed_wherever_it_is(kept: Path) -> None:
    edit(kept, "年份未载", "2021-13-01")
    git(kept, "commit", "-qam", "wrong")
    result = since(kept, "HEAD")
    assert result.exit_code == 1
    assert "2021-13-01" in result.output


@pytest.mark.parametrize("revision", ["weizhi", "--output=x", "HEAD..HEAD", "\n"])
def test_a_revision_that_is_none_is_wrong_use(kept: Path, revision: str) -> None:
    result = since(kept, revision)
    assert (result.exit_code, "这个提交。可写提交号、分支、标签，如 HEAD、HEAD~3、main。" in result.output) == (2, True)
    assert not (kept / "x").exists()


def test_without_a_repository_it_says_so(small_site: Path) -> None:
    result = since(small_site, "HEAD")
    assert (result.exit_code, result.output) == (
        2,
        f"{small_site} 不在 git 的管理之下，查不到改过什么。请不写 --since。\n",
    )


def test_without_git_it_says_so(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(kept))
    result = since(kept, "HEAD")
    assert (result.exit_code, "没有装 git" in result.output) == (2, True)
