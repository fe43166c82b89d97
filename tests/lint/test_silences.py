"""`不检查`: a rule set aside where it does not fit, with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.paths import Project
from generator.report import Diagnostics

CASE = "content/cases/yi.md"


def check(root: Path) -> tuple[int, list[str]]:
    result = CliRunner().invoke(main, ["check", "--root", str(root)])
    return result.exit_code, result.output.splitlines()


def edit(root: Path, old: str, new: str, file: str = CASE) -> None:
    path = root / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def warned(small_site: Path) -> Path:
    """The small site with a number that is in no table."""
    edit(small_site, "只有两栋楼", "只有 37 户")
    return small_site


def paragraph(root: Path) -> str:
    return next(line for line in (root / CASE).read_text("utf-8").splitlines() if "37 户" in line)


def test_a_rule_set_aside_with_a_reason_is_counted_and_not_told(warned: Path) -> None:
    edit(warned, paragraph(warned), f"<!-- 不检查 数字无出处：户数是编者数的 -->\n{paragraph(warned)}")
    assert check(warned) == (0, ["没有发现问题。另有 1 处注明了“不检查”。"])


def test_the_words_set_aside_are_not_on_the_page(warned: Path) -> None:
    edit(warned, paragraph(warned), f"<!-- 不检查 数字无出处：户数是编者数的 -->\n{paragraph(warned)}")
    build(Project(warned), warned / "output", Diagnostics())
    page = (warned / "output/cases/yi.html").read_text("utf-8")
    assert "37 户" in page
    assert "不检查" not in page


def test_it_holds_for_the_next_block_alone(warned: Path) -> None:
    edit(warned, paragraph(warned), f"<!-- 不检查 数字无出处：户数是编者数的 -->\n{paragraph(warned)}\n\n还有 38 户。")
    _, (only, total) = check(warned)
    assert "警告（数字无出处）：数字“38”" in only
    assert total == "共 0 个错误、1 个警告。另有 1 处注明了“不检查”。"


def test_it_can_hold_for_a_whole_file(warned: Path) -> None:
    edit(warned, paragraph(warned), f"{paragraph(warned)}\n\n还有 38 户。")
    edit(warned, "---\n", "---\n# 全文不检查 数字无出处：户数是编者数的\n")
    assert check(warned) == (0, ["没有发现问题。另有 2 处注明了“不检查”。"])


def test_two_rules_can_be_set_aside_for_one_block(warned: Path) -> None:
    wide = paragraph(warned).replace("37 户", "37 户,待写")
    comments = "<!-- 不检查 数字无出处：编者数的 -->\n<!-- 不检查 待写：等回音 -->\n"
    edit(warned, paragraph(warned), f"{comments}{wide}")
    _, lines = check(warned)
    assert [line for line in lines if "数字无出处" in line or "待写" in line] == []


def test_in_yaml_it_is_a_comment_and_holds_for_the_next_key(small_site: Path) -> None:
    table = "content/tables/outcomes.yml"
    edit(small_site, "reading:", "# 不检查 待写：等人回话\nreading: 待写", table)
    edit(small_site, "question:", "question: 待写", table)
    _, (only, _) = check(small_site)
    assert "警告（待写）" in only
    assert "question" in (small_site / table).read_text("utf-8").splitlines()[int(only.split(":")[1]) - 1]


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("<!-- 不检查 数字无出处 -->", "“不检查” 没有写全。应写规则名和理由，如 <!-- 不检查 规则名：理由 -->。"),
        ("<!-- 不检查 -->", "“不检查” 没有写全。应写规则名和理由，如 <!-- 不检查 规则名：理由 -->。"),
        (
            "<!-- 不检查 数字没有出处：编者数的 -->",
            "没有“数字没有出处” 这条规则。规则见 docs/check-rules.md。是否为“数字无出处”？",
        ),
    ],
)
def test_without_reason_or_of_no_rule_it_is_an_error(warned: Path, comment: str, says: str) -> None:
    edit(warned, paragraph(warned), f"{comment}\n{paragraph(warned)}")
    code, lines = check(warned)
    assert code == 1
    assert any(line.endswith(f": {says}") for line in lines), lines


def test_one_that_silences_nothing_is_told(small_site: Path) -> None:
    edit(small_site, "## 背景与起因", "<!-- 不检查 章节过长：并列的几段 -->\n## 背景与起因")
    _, (only, _) = check(small_site)
    assert only.endswith("警告（不检查无用）：这里没有“章节过长”的问题，或已经改好。请删去这一行。")


def test_an_error_cannot_be_set_aside(small_site: Path) -> None:
    edit(small_site, "年份未载", "2021-13-01")
    edit(small_site, "---\n", "---\n# 全文不检查 数字无出处：试试\n")
    code, _ = check(small_site)
    assert code == 1
