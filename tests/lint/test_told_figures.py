"""Rules on figures in words: each with what it finds and the nearest sound sentences, which it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lint.run import lint
from generator.paths import Project
from generator.report import Diagnostics
from tests.lint.test_silences import edit

ROWS = """\
| half | 楼栋覆盖率 | 50% | 目标 | 今年底 | 乙小区 | | P02 |
| blocks | 每年建设的示范楼栋 | 6栋 | 计划 | 每年 | 乙小区 | | P02 |
| talks | 调解纠纷 | 120起 | 已实现 | 去年 | 乙小区 | | P02 |
| older | 老党员 | 7名 | 已实现 | 去年 | 乙小区 | | P02 |
| younger | 团员 | 9名 | 已实现 | 去年 | 乙小区 | | P02 |
| risen | 满意度 | 61%→64% | 已实现 | 去年 | 乙小区 | satisfaction | P02 |
| fallen | 投诉量 | 下降近30% | 已实现 | 去年 | 乙小区 | complaints | P02 |
| level | 公示满意度 | 88% | 已实现 | 去年 | 乙小区 | satisfaction | P02 |
"""
FIRST = "约定叫[三清](term:三清)"


@pytest.fixture
def site(small_site: Path) -> Path:
    """The small site with figures of all states and kinds in one case."""
    edit(small_site, "| goal |", f"{ROWS}| goal |")
    return small_site


def found(
    root: Path, rule: str, sentences: list[str], file: str = "content/cases/yi.md", before: str = FIRST
) -> list[str]:
    """Which of ``sentences``, each a paragraph of its own before ``before``, a rule tells."""
    edit(root, before, "\n\n".join([*sentences, before]), file)
    diagnostics = Diagnostics()
    lint(Project(root), diagnostics)
    assert [str(error) for error in diagnostics.errors] == []
    lines = (root / file).read_text("utf-8").splitlines()
    told = {lines[item.at.line - 1] for item in diagnostics if item.rule == rule and item.at.path == file}
    return [sentence for sentence in sentences if sentence in told]


GOAL = "[50%](fig:half)"


def test_a_target_told_as_achieved_is_found_by_its_clause(site: Path) -> None:
    wrong = [
        f"覆盖率已达{GOAL}。",
        f"到年底，覆盖率达到{GOAL}。",
        "覆盖率已经提升到50%。",
        f"目标是[90%以上](fig:goal)，实际已经达到{GOAL}。",
        "去年建成示范楼栋[6栋](fig:blocks)。",
        f"覆盖率由{GOAL}提高到[90%以上](fig:goal)。",
    ]
    sound = [
        f"力争到年底，覆盖率达到{GOAL}。",
        f"覆盖率要达到{GOAL}，最后达到[90%以上](fig:goal)。",
        f"已经提出的是覆盖率{GOAL}。",
        f"覆盖率{GOAL}是否已经达到，材料未说明。",
        f"约定已经贴出，今年的目标是{GOAL}。",
        "方案提出，每年建成示范楼栋[6栋](fig:blocks)。",
        "完成后的楼栋有[120起](fig:talks)纠纷得到调解。",
        "调解纠纷已达[120起](fig:talks)。",
        f"> “覆盖率已达{GOAL}。” ——材料 [段1](P1)",
    ]
    assert found(site, "目标当成效", wrong + sound) == wrong


def test_a_figure_of_another_case_is_judged_by_the_state_it_has_there(site: Path) -> None:
    wrong = "编者分析：乙小区已达[90%以上](fig:yi/goal)。"
    sound = "编者分析：乙小区要达到[90%以上](fig:yi/goal)。"
    assert found(site, "目标当成效", [wrong, sound], "content/cases/jia.md", "编者分析：议事") == [wrong]


def test_a_row_of_the_timeline_tells_its_state_itself(site: Path) -> None:
    rows = "| done | 2021年 | 覆盖率[50%](fig:half) | 已实现 | P02 |\n| aim | 2022年 | 覆盖率达到[50%](fig:half) | 目标 | P02 |\n"
    edit(site, "| plan |", f"{rows}| plan |")
    diagnostics = Diagnostics()
    lint(Project(site), diagnostics)
    (only,) = [item for item in diagnostics if item.rule == "目标当成效"]
    assert only.message == "“50%”（楼栋覆盖率）在数字表里是“目标”，时间线的这一行写作“已实现”。两处请写得一致。"


def test_what_was_achieved_told_as_to_be_done_is_a_hint(site: Path) -> None:
    wrong = ["力争调解[120起](fig:talks)纠纷。", "乙小区预计投诉量[下降近30%](fig:fallen)。"]
    sound = ["计划之外，又调解了[120起](fig:talks)纠纷。", "约定将投诉量[下降近30%](fig:fallen)写在门口。"]
    assert found(site, "成效当目标", wrong + sound) == wrong


def test_the_difference_of_two_percentages_is_told_in_points(site: Path) -> None:
    wrong = [
        "满意度[61%→64%](fig:risen)，提高3%。",
        "满意度升幅为百分之三。",
        "满意度[61%→64%](fig:risen)，升了4个百分点。",
        "投诉量下降30个百分点。",
    ]
    sound = [
        "满意度[61%→64%](fig:risen)，升了3个百分点。",
        "满意度[61%→64%](fig:risen)，不能说成提高3%。",
        "有人把[61%→64%](fig:risen)写作“提高3%”。",
        "问卷有3%没有收回。",
        "投诉量[下降近30%](fig:fallen)。",
    ]
    assert found(site, "百分点与百分比", wrong + sound) == wrong


def test_a_rate_is_no_count_and_a_count_no_rate(site: Path) -> None:
    wrong = ["投诉率[下降近30%](fig:fallen)。", "满意的事件有[88%](fig:level)。"]
    sound = [
        "投诉量[下降近30%](fig:fallen)。",
        "效率高了，办事的效率带动投诉量[下降近30%](fig:fallen)。",
        "公示满意率[88%](fig:level)。",
    ]
    assert found(site, "率与件数", wrong + sound) == wrong


def test_incomparable_figures_are_neither_added_nor_ranked_nor_written_as_a_range(site: Path) -> None:
    wrong = [
        "老党员[7名](fig:older)、团员[9名](fig:younger)，合计十六人。",
        "老党员7名、团员9名，共计十六人。",
        "团员[9名](fig:younger)，比老党员[7名](fig:older)多。",
        "两类人[7名](fig:older)至[9名](fig:younger)。",
        "不规范停车少了，老党员[7名](fig:older)、团员[9名](fig:younger)，合计十六人。",
        "党员由[7名](fig:older)增到[9名](fig:younger)。",
    ]
    sound = [
        "老党员[7名](fig:older)、团员[9名](fig:younger)，材料没有合计。",
        "老党员[7名](fig:older)、团员[9名](fig:younger)，分两组值班。",
        "上门的平均时间由[7名](fig:older)变为[9名](fig:younger)。",
        "平均每月开一次会，老党员[7名](fig:older)、团员[9名](fig:younger)到场。",
        "团员[9名](fig:younger)，比上年多。",
        "合计[120起](fig:talks)。",
    ]
    assert found(site, "不可比", wrong + sound) == wrong


def test_one_measure_at_two_times_may_be_told_as_a_rise(site: Path) -> None:
    aims = "".join(
        f"| cover-{year} | 覆盖率 | {year - 1990}% | 目标 | {year}年底 | 乙小区 | satisfaction | P02 |\n"
        for year in (2021, 2022)
    )
    edit(site, "| goal |", f"{aims}| goal |")
    series = ["目标由[31%](fig:cover-2021)提高到[32%](fig:cover-2022)。"]
    assert found(site, "不可比", series) == []


def test_an_approximate_figure_keeps_its_word(site: Path) -> None:
    wrong = ["投诉量下降30%。"]
    sound = ["投诉量下降近30%。", "投诉量[下降近30%](fig:fallen)。", "调解纠纷120起。", "见《下降30%的办法》。"]
    assert found(site, "约数词", wrong + sound) == wrong


def test_the_rules_read_manuals_courses_and_handouts_too(small_site: Path) -> None:
    edit(small_site, "| goal |", f"{ROWS}| goal |")
    edit(small_site, "text:", "text:\n      - 乙小区已达[50%](fig:yi/half)。", "content/handouts/xuexi.yml")
    diagnostics = Diagnostics()
    lint(Project(small_site), diagnostics)
    assert [item.rule for item in diagnostics if item.at.path == "content/handouts/xuexi.yml"] == ["目标当成效"]
