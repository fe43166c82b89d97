"""`new`: what it writes is accepted with warnings only, tells every placeholder, and never touches what is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli import main, starting
from generator.content import load_content
from generator.library.checking.placeholders import PLACEHOLDER, check_placeholders
from generator.library.files import ContentFile
from generator.paths import Project
from generator.report import Diagnostics

CASES = {
    "case": ["--title", "丙小区：试试", "--source", "new"],
    "manual": ["--title", "新的指引", "--source", "jia-report"],
    "table": ["--title", "场景对照", "--cases", "jia，yi"],
    "course": ["--title", "再学一遍", "--cases", "jia,yi"],
    "handout": ["--title", "两个小区", "--case", "jia", "--case", "yi"],
}


def run(root: Path, *words: str, typed: str | None = None) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["new", *words, "--root", str(root)], input=typed)
    return result.exit_code, result.output


def found(root: Path) -> Diagnostics:
    diagnostics = Diagnostics()
    load_content(root, diagnostics)
    return diagnostics


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", CASES)
def test_what_is_begun_is_accepted_with_a_warning_for_each_placeholder_and_no_other(
    kind: str, small_site: Path
) -> None:
    before = contents(small_site)
    code, output = run(small_site, kind, "xin", *CASES[kind])
    assert code == 0
    told = found(small_site)
    assert list(map(str, told.errors)) == []
    assert all("是占位文字，请写上内容。" in item.message for item in told)
    after = contents(small_site)
    written = {path for path in after if after[path] != before.get(path)}
    assert all(path in output for path in written)
    assert {path: after[path].decode().count(PLACEHOLDER) for path in written} == {
        path: sum(item.at.path == path for item in told) for path in written
    }


def test_a_library_with_one_of_each_begun_is_built(small_site: Path) -> None:
    for kind, words in CASES.items():
        assert run(small_site, kind, f"xin-{kind}", *words)[0] == 0
    assert build(Project(small_site), small_site / "output", Diagnostics()) is not None
    assert "待写：用一句话说出做法" in (small_site / "output/cases/xin-case.html").read_text("utf-8")


def test_the_first_manual_begins_the_book(small_site: Path) -> None:
    for folder in ("manuals", "courses", "handouts"):
        shutil.rmtree(small_site / "content" / folder)
    code, output = run(small_site, "manual", "xin", *CASES["manual"])
    assert code == 0, output
    assert "content/manuals/index.md" in output
    assert found(small_site).errors == []


def test_what_is_there_is_left_alone(small_site: Path) -> None:
    before = contents(small_site)
    for kind, name in (("case", "jia"), ("manual", "demo"), ("table", "outcomes"), ("course", "rumen")):
        code, output = run(small_site, kind, name, *CASES[kind])
        assert (code, "已经有了，没有动它。请换一个编号。" in output) == (2, True)
    assert contents(small_site) == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["case", "Bing", *CASES["case"]], "编号“Bing” 不能用"),
        (["case", "../bing", *CASES["case"]], "编号“../bing” 不能用"),
        (["case", "index", *CASES["case"]], "网站自己的页面"),
        (["case", "bing"], "新建案例还要写 --title、--source。"),
        (["case", "bing", "--title", "丙", "--source", "jia-reprot"], "是否为“jia-report”？没有的来源用 --source new"),
        (["course", "bing", "--title", "丙", "--cases", "jai"], "案例“jai” 不在 jia、yi 之中。"),
        (["table", "bing", "--title", "丙", "--source", "jia-report"], "table 不用 --source。"),
        (["case", "zi", "--title", "丙", "--short", "乙小区", "--source", "new"], "“乙小区” 与案例 yi 相同"),
        (["case", "bing", "--title", "丙：率先", "--source", "new"], "没有写任何文件"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(words: list[str], told: str, small_site: Path) -> None:
    before = contents(small_site)
    code, output = run(small_site, *words)
    assert (code, told in output) == (2, True), output
    assert contents(small_site) == before


def test_a_new_source_is_added_after_all_that_stands_in_the_file(small_site: Path) -> None:
    sources = small_site / "content/sources.yml"
    sources.write_bytes(sources.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n"))
    before = sources.read_bytes()
    assert run(small_site, "case", "bing", *CASES["case"])[0] == 0
    after = sources.read_bytes()
    assert after.startswith(before + b"\r\nbing:\r\n")
    assert after.count(b"\n") == after.count(b"\r\n")
    code, output = run(small_site, "manual", "bing", "--title", "丙", "--source", "new")
    assert (code, "已有来源“bing”" in output) == (2, True)


def test_a_title_may_hold_signs_that_mean_something_in_yaml(small_site: Path) -> None:
    assert run(small_site, "case", "bing", "--title", '丙: #1 "好"', "--short", "丙", "--source", "new")[0] == 0
    told = Diagnostics()
    library = load_content(small_site, told)
    assert library is not None
    assert library.cases["bing"].meta.title == '丙: #1 "好"'


def test_in_a_terminal_what_is_missing_is_asked(small_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starting, "is_terminal", lambda: True)
    code, output = run(small_site, "course", "xin", typed="再学一遍\njia\n")
    assert code == 0, output
    assert "已有：jia、yi" in output
    assert "(case:jia)" in (small_site / "content/courses/xin.md").read_text("utf-8")


def test_words_that_only_look_like_a_placeholder_are_left_alone() -> None:
    diagnostics = Diagnostics()
    check_placeholders(ContentFile("a.md", "等待写入，期待写出\n前面 待写：问题，后面"), diagnostics)
    assert list(map(str, diagnostics)) == ["a.md:2:4: 警告（待写）：“待写：问题” 是占位文字，请写上内容。"]
