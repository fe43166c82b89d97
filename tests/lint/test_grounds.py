"""What a case tells rests on something a reader can look up."""

from __future__ import annotations

from pathlib import Path

from tests.lint.test_silences import edit
from tests.lint.test_structure import found

FACTS = (
    "两栋楼的居民轮流在门口值班，谁家有事先记在本子上，晚上由楼长挨家去问，能办的第二天就办，办不了的贴在楼下说明缘由"
)
FIRST = "约定叫[三清](term:三清)"


def test_a_paragraph_of_facts_without_evidence_is_told(small_site: Path) -> None:
    edit(small_site, FIRST, f"{FACTS}。参看[网格](term:网格)。\n\n{FIRST}")
    (only,) = found(small_site, "段落无依据")
    line = next(
        n
        for n, text in enumerate((small_site / "content/cases/yi.md").read_text("utf-8").splitlines(), 1)
        if FACTS in text
    )
    assert only.startswith(f"content/cases/yi.md:{line}:1: 警告（段落无依据）")


def test_evidence_of_any_kind_the_editors_own_words_and_short_or_leading_lines_are_left_alone(small_site: Path) -> None:
    sound = [
        f"{FACTS}。[段1](P1)",
        f"{FACTS}，叫作[三清约定](mech:clear)。",
        f"编者分析：{FACTS}。",
        "这里先说约定，再说成效。",
        f"{FACTS}，分三步：",
        f"1. {FACTS}。\n2. 也是这样。[段1](P1)",
    ]
    edit(small_site, FIRST, "\n\n".join([*sound, FIRST]))
    edit(small_site, "### 局限", f"{FACTS}。\n\n### 局限")
    assert found(small_site, "段落无依据") == []


def test_a_figure_that_rests_on_the_editors_alone_is_told(small_site: Path) -> None:
    edit(small_site, "| goal |", "| ours | 楼龄 | 30年 | 现状 | | 乙小区 | | 编者分析 |\n| goal |")
    (only,) = found(small_site, "数字无依据")
    assert "数字 ours（30年）" in only


def test_a_change_without_period_or_basis_is_a_hint_until_the_limits_name_it(small_site: Path) -> None:
    edit(small_site, "| goal |", "| fallen | 投诉量的变化 | 下降30% | 已实现 | | 乙小区 | | P02 |\n| goal |")
    (only,) = found(small_site, "口径未写")
    assert "提示（口径未写）：数字 fallen（下降30%）" in only
    edit(small_site, "| none |", "| base | 材料没有说明投诉量同哪一年相比 | P02 |\n| none |")
    assert found(small_site, "口径未写") == []


def test_a_target_or_a_level_needs_no_such_words(small_site: Path) -> None:
    rows = (
        "| aim | 投诉量 | 下降30% | 目标 | | 乙小区 | | P02 |\n| level | 到会率 | 30% | 已实现 | | 乙小区 | | P02 |\n"
    )
    edit(small_site, "| goal |", f"{rows}| goal |")
    assert found(small_site, "口径未写") == []
