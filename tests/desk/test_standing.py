"""`status`: how far each case is, who changed it, which handouts are behind; and that asking changes nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from rich.cells import cell_len

from generator.cli import main
from generator.content import load_content
from generator.desk.standing.shelved import State, handout_states
from generator.handouts.keys import keys_of, remember
from generator.handouts.shelf import shelf_of
from generator.library.handout_spec import HandoutFormat
from generator.paths import Project
from generator.report import Diagnostics

YI = "content/cases/yi.md"


def run(root: Path, *words: str, width: int = 100) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["status", *words, "--root", str(root)], env={"COLUMNS": str(width)})
    return result.exit_code, result.output


def data(root: Path, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(root, *words, "--json")[1])
    return found


def case(root: Path, id_: str) -> dict[str, Any]:
    (found,) = data(root, id_)["cases"]
    return dict(found)


def edit(root: Path, old: str, new: str, path: str = YI) -> None:
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")


def git(root: Path, *words: str) -> None:
    names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in
             (("NAME", "编者甲"), ("EMAIL", "jia@example.org"), ("DATE", "2026-11-20T08:00:00+08:00"))}  # fmt: skip
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", "-C", root, *words], check=True, capture_output=True, env={**os.environ, **names, **quiet})


def committed(root: Path) -> Path:
    git(root, "init", "-q")
    git(root, "add", "content")
    git(root, "commit", "-qm", "写好两个案例")
    return root


def everything(root: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_a_sound_case_is_whole_and_rests_on_evidence(small_site: Path) -> None:
    found = case(small_site, "yi")
    assert found["written"]["parts"] == 5
    assert found["written"]["wanting"] == {}
    assert (found["written"]["paragraphs_resting"], found["written"]["paragraphs"]) == (3, 3)
    assert (found["written"]["rows_resting"], found["written"]["rows"], found["written"]["rows_editorial"]) == (4, 4, 1)
    code, output = run(small_site)
    assert code == 0
    assert "5/5" in output and "段 3/3" in output and "行 4/4" in output


def test_a_paragraph_without_evidence_is_named_with_its_line(small_site: Path) -> None:
    edit(small_site, "材料没有成效数据。[段2](P2)", "大家都满意。\n\n编者分析：不好说。\n\n参看[90%以上](fig:goal)。")
    assert [bare["line"] for bare in case(small_site, "yi")["written"]["bare"]] == [28]
    assert f"{YI}:28 大家都满意。" in run(small_site, "yi")[1]
    assert "段 4/5" in run(small_site)[1]


def test_a_case_just_begun_says_what_is_to_be_written(small_site: Path) -> None:
    words = ["new", "case", "bing", "--title", "丙小区：试试", "--source", "new", "--root", str(small_site)]
    assert CliRunner().invoke(main, words).exit_code == 0
    found = case(small_site, "bing")
    assert set(found["written"]["wanting"].values()) == {"待写"}
    assert found["written"]["parts"] == 0
    assert len(found["found"]["placeholders"]) == found["found"]["warnings"] > 5
    code, output = run(small_site)
    assert code == 0
    assert "附录待写" in output


def test_a_part_without_content_is_not_whole(small_site: Path) -> None:
    text = (small_site / YI).read_text("utf-8")
    (small_site / YI).write_text(text.partition("## 附录")[0] + "## 附录\n", "utf-8")
    assert case(small_site, "yi")["written"]["wanting"] == {"附录": "没有内容"}


def test_with_errors_it_tells_what_it_can_and_sends_to_check(small_site: Path) -> None:
    edit(small_site, "| 目标 | 明年", "| 目的 | 明年")
    code, output = run(small_site)
    assert code == 1
    assert "请先运行 check" in output and "Traceback" not in output
    found = case(small_site, "yi")
    assert (found["found"]["errors"], found["handouts"]) == (1, None)
    assert found["written"]["rows"] == 3


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (YI, "title: 乙小区", "titel: 乙小区"),
        (YI, "---\ntitle", "title"),
        ("content/sources.yml", "yi-report:", "yi-report"),
    ],
)
def test_a_case_or_library_that_cannot_be_read_has_its_line_all_the_same(
    path: str, old: str, new: str, small_site: Path
) -> None:
    edit(small_site, old, new, path)
    code, output = run(small_site)
    assert code == 1
    assert [found["id"] for found in data(small_site)["cases"]] == ["jia", "yi"]
    assert "yi" in output and "请先运行 check" in output
    assert (case(small_site, "yi")["written"] is None) == (path == YI)
    assert run(small_site, "yi")[0] == 1


def test_last_change_is_that_of_git(small_site: Path) -> None:
    committed(small_site)
    found = case(small_site, "yi")
    assert found["last"] == {"date": "2026-11-20", "author": "编者甲", "note": ""}
    assert [commit["subject"] for commit in found["commits"]] == ["写好两个案例"]
    assert "2026-11-20 编者甲" in run(small_site, width=140)[1]
    edit(small_site, "只有两栋楼", "有两栋楼")
    assert case(small_site, "yi")["last"]["note"] == "未提交"
    assert case(small_site, "jia")["last"]["note"] == ""
    shutil.copy(small_site / YI, small_site / "content/cases/ding.md")
    assert case(small_site, "ding")["last"]["note"] == "未入库"


def test_a_project_may_be_a_folder_of_a_larger_repository(small_site: Path) -> None:
    git(small_site.parent, "init", "-q")
    git(small_site.parent, "add", "project/content")
    git(small_site.parent, "commit", "-qm", "写好")
    edit(small_site, "只有两栋楼", "有两栋楼")
    assert case(small_site, "yi")["last"]["note"] == "未提交"
    assert case(small_site, "jia")["last"]["author"] == "编者甲"


def test_where_git_has_no_older_history_it_says_so(small_site: Path, tmp_path: Path) -> None:
    committed(small_site)
    git(small_site, "commit", "-qm", "又一次", "--allow-empty")
    git(small_site, "clone", "-q", "--depth", "1", small_site.as_uri(), str(tmp_path / "shallow"))
    assert case(tmp_path / "shallow", "yi")["last"] == {"date": "2026-11-20", "author": "编者甲", "note": "或更早"}


@pytest.mark.parametrize("has_git", [True, False])
def test_without_a_repository_the_time_is_that_of_the_file(
    has_git: bool, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(small_site.parent))
    if not has_git:
        monkeypatch.setenv("PATH", "")
    os.utime(small_site / YI, (1_700_000_000, 1_700_000_000))
    found = case(small_site, "yi")
    assert (
        found["last"] == {"date": "2023-11-14", "author": "", "note": "未入库"} or found["last"]["date"] == "2023-11-15"
    )
    assert "“最后修改”是文件自己的时间" in run(small_site)[1]


def test_a_repository_before_its_first_commit_is_no_fault(small_site: Path) -> None:
    git(small_site, "init", "-q")
    assert case(small_site, "yi")["last"]["note"] == "未入库"


def test_handouts_are_fresh_stale_or_not_made(small_site: Path) -> None:
    (small_site / "content/handouts/yi.yml").write_text(
        "title: 乙小区\nformats: [docx, pptx]\nparts:\n  - case: yi\n", "utf-8"
    )
    assert set(case(small_site, "yi")["handouts"]["yi"].values()) == {"未做"}
    project, library = Project(small_site), load_content(small_site, Diagnostics())
    assert library is not None
    keys, shelf = keys_of(library)[0], shelf_of(project)
    remember(keys, project, shelf.folder, were_made=True)
    shelf.put(keys["yi"][HandoutFormat.WORD], b"a document")
    assert case(small_site, "yi")["handouts"]["yi"] == {"docx": "最新", "pptx": "未做"}
    edit(small_site, "只有两栋楼", "有两栋楼")
    assert case(small_site, "yi")["handouts"]["yi"]["docx"] == "过时"
    assert "Word 过时" in run(small_site, "yi")[1] and "python -m generator handouts" in run(small_site, "yi")[1]
    changed = load_content(small_site, Diagnostics())
    assert changed is not None
    remember(keys_of(changed)[0], project, shelf.folder)  # as `build` does
    assert handout_states(changed, project, ["yi"])["yi"][HandoutFormat.WORD] is State.STALE
    assert handout_states(replace(changed, handouts={}), project, ["yi"]) == {}


def test_only_handouts_with_the_case_are_its_own(small_site: Path) -> None:
    parts = {
        "bingli": "compare: [jia, yi]\n    fields: [场景]",
        "taolun": "questions: [yi/1]",
        "biao": "table: outcomes",
        "jia": "case: jia",
    }
    for id_, part in parts.items():
        text = f"title: 讲义 {id_}\nparts:\n  - {part}\n"
        (small_site / f"content/handouts/{id_}.yml").write_text(text, "utf-8")
    (small_site / "content/handouts/xuexi.yml").unlink()
    assert run(small_site)[0] == 0
    assert set(case(small_site, "yi")["handouts"]) == {"bingli", "taolun"}


def test_asking_changes_nothing(small_site: Path) -> None:
    committed(small_site)
    (small_site / YI).touch()  # git's index is out of date, and is left so
    (small_site / ".cache/handouts").mkdir(parents=True)
    shelf_of(Project(small_site)).put("0" * 32, b"something")
    before = everything(small_site)
    for words in ([], ["yi"], ["--json"]):
        assert run(small_site, *words)[0] == 0
    assert everything(small_site) == before


def test_a_case_that_there_is_not_is_wrong_use(small_site: Path) -> None:
    code, output = run(small_site, "yii")
    assert code == 2
    assert output == "案例“yii” 不在 jia、yi 之中。是否为“yi”？\n"


@pytest.mark.parametrize("width", [80, 120])
def test_lines_keep_to_the_terminal_and_columns_stand_under_their_heads(width: int, small_site: Path) -> None:
    edit(small_site, "| 目标 | 明年", "| 目的 | 明年")
    lines = run(small_site, width=width)[1].splitlines()
    assert all(cell_len(line) <= width for line in lines)
    head, row = lines[0], next(line for line in lines if "乙小区" in line)
    assert cell_len(head.partition("完整")[0]) == cell_len(row.partition("5/5")[0])
    assert cell_len(head.partition("依据")[0]) == cell_len(row.partition("段 ")[0])


def test_manuals_and_courses_have_a_line_each(small_site: Path) -> None:
    committed(small_site)
    edit(small_site, "---\ntitle", "---\n# 待写\ntitle", "content/courses/rumen.md")
    found = data(small_site)
    manual = next(manual for manual in found["manuals"] if manual["id"] == "demo")
    course = next(course for course in found["courses"] if course["id"] == "rumen")
    assert (manual["id"], manual["last"]["author"]) == ("demo", "编者甲")
    assert (course["id"], len(course["found"]["placeholders"]), course["last"]["note"]) == ("rumen", 1, "未提交")
    output = run(small_site)[1]
    assert f"{course['name']} rumen" in output and f"{manual['name']} demo" in output
