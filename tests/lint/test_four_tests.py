"""The four tests are questions to the editor: unticked, not scored, on no page."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.library.model import Library
from generator.lint.checklist.four_tests import FOUR_TESTS, checklist
from generator.paths import Project
from generator.report import Diagnostics
from tests.lint.test_silences import edit


def test_the_four_are_asked_with_three_to_five_open_questions_each(small_library: Library) -> None:
    text = checklist(small_library.cases["jia"], small_library)
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == [
        "真实性",
        "创新性",
        "实效性",
        "典型性",
    ]
    assert all(3 <= len(test.questions) <= 5 for test in FOUR_TESTS)
    assert text.count("- [ ] ") == text.count("  - 本案：") == sum(len(test.questions) for test in FOUR_TESTS)
    assert "[x]" not in text


def test_each_question_stands_beside_what_the_case_shows(small_library: Library) -> None:
    case = small_library.cases["jia"]
    text = checklist(case, small_library)
    visits = case.figure("visits").at.line
    for shown in (
        f"数字 3 项，其中不是确数的 1 项：1200余户（{visits} 行）",
        f"没有口径的数字 1 项：降低20%（{case.figure('fewer').at.line} 行）",
        "文中自述 1 处：“全市首个”",
        "引文 1 处：在",
        f"疫情防控期间的数字 1 项：1200余户（{visits} 行）",
        "已实现 3 项、现状 0 项、目标 0 项、计划 0 项、背景 0 项",
    ):
        assert shown in text, text


def test_targets_are_listed_with_their_lines(small_library: Library) -> None:
    case = small_library.cases["yi"]
    assert f"目标和计划 1 项：90%以上（{case.figure('goal').at.line} 行）" in checklist(case, small_library)


def test_the_command_prints_it_and_nothing_else(small_site: Path, small_library: Library) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(small_site), "--checklist", "jia"])
    assert (result.exit_code, result.stdout) == (0, checklist(small_library.cases["jia"], small_library) + "\n")


def test_an_unknown_case_is_wrong_use_and_broken_content_is_told(small_site: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(small_site), "--checklist", "jai"])
    assert (result.exit_code, result.output) == (2, "案例“jai” 不在 jia、yi 之中。是否为“jia”？\n")
    edit(small_site, "年份未载", "2021-13-01")
    result = CliRunner().invoke(main, ["check", "--root", str(small_site), "--checklist", "jia"])
    assert (result.exit_code, result.stdout) == (1, "")


def test_no_built_file_holds_a_word_of_it(small_site: Path) -> None:
    build(Project(small_site), small_site / "output", Diagnostics())
    files = [path for path in (small_site / "output").rglob("*") if path.suffix in (".html", ".js", ".json", ".txt")]
    written = "\n".join(path.read_text("utf-8") for path in files)
    assert "网格议事" in written
    words = [
        "四性",
        *(word for test in FOUR_TESTS for word in (test.name, *(question for question, _ in test.questions))),
    ]
    assert [word for word in words if word in written] == []
