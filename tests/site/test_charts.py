"""The charts: they say in words what they draw, never show a target as a result, and decline where nothing may be compared."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from generator.compare.grid import build_grid
from generator.compare.judging.comparability import FigureInCase
from generator.compare.judging.ranking import NotComparableError
from generator.library.dates import parse_date
from generator.library.model import Library
from generator.library.values import Status
from generator.search.records import marked_blocks
from generator.views.charts.bars import bars
from generator.views.charts.change import change
from generator.views.charts.choosing import MOST, figure_pictures
from generator.views.charts.matrix import Family, mechanism_matrix
from generator.views.charts.on_pages import case_pictures
from generator.views.charts.picture import Picture, terms
from generator.views.charts.steps import steps
from generator.views.charts.svg import scale
from generator.views.charts.timeline import Event, milestone_timeline
from tests.compare.making import COMPLETE, SATISFACTION, figure, measure

GOLDEN = Path(__file__).resolve().parent / "charts"
COVERAGE = measure("覆盖率")
UP = SATISFACTION.model_copy(update={"better": "升"})


def covered(literal: str, period: str, status: str = "目标") -> FigureInCase:
    return figure(literal, "覆盖率", of=COVERAGE, status=status, 时段=period, 口径="率", 范围="全区")


SERIES = (covered("50%", "到2020年底"), covered("70%以上", "2021年底"), covered("全覆盖", "2022年底"))
RISE = figure("82%→87%", of=UP, 时段="2021年至今", 基期="2021年", 范围="全市")
GROUP = tuple(figure(literal, name, of=UP, **COMPLETE) for literal, name in (("85%", "东区"), ("91.5%", "西区")))


def events(cases: int = 2) -> list[Event]:
    told = [
        ("2017年", Status.ACHIEVED),
        ("2020年底", Status.TARGET),
        ("年份未载", Status.PLAN),
        ("今年", Status.ACHIEVED),
    ]
    return [
        Event(f"案例{number}", parse_date(date), status, f"#row-{number}-{index}")
        for number in range(cases)
        for index, (date, status) in enumerate(told)
    ]


def families(cases: int = 2) -> list[Family]:
    return [Family("网格管理", "#row-1", (2,) * cases), Family("联席协商", "#row-2", (*(0,) * (cases - 1), 1))]


def drawn(picture: Picture | None) -> str:
    assert picture is not None
    assert picture.svg
    return str(picture.svg)


def description(svg: str) -> str:
    found = re.search(r"<desc>(.*?)</desc>", svg)
    assert found
    return unescape(found[1])


def words(svg: str) -> list[str]:
    return [unescape(word) for word in re.findall(r"<text[^>]*>(.*?)</text>", svg)]


PICTURES: dict[str, Picture | None] = {
    "steps": steps(SERIES),
    "change": change(RISE),
    "bars": bars(GROUP),
    "timeline": milestone_timeline(events()),
    "matrix": mechanism_matrix(["甲社区", "乙小区"], families()),
}


@pytest.mark.parametrize("kind", PICTURES)
def test_a_chart_is_drawn_as_its_golden_file_says(kind: str) -> None:
    said = re.sub(r"(?=<(?:text|path|circle|rect|a|title|desc)\b)", "\n", drawn(PICTURES[kind])) + "\n"
    golden = GOLDEN / f"{kind}.svg"
    if os.environ.get("GOLDEN") == "overwrite":
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


@pytest.mark.parametrize("kind", PICTURES)
def test_a_chart_has_a_title_a_whole_text_alternative_and_no_style_of_its_own(kind: str) -> None:
    svg = drawn(PICTURES[kind])
    assert re.match(r'<svg [^>]*role="(img|group)"[^>]*><title>[^<]+</title><desc>[^<]+</desc>', svg)
    assert ('role="group"' in svg) == ("<a " in svg)
    assert not re.search(r"\bstyle=|<style|<script|\bon\w+=|\bfill=|\bid=", svg)
    alternative = description(svg)
    literals = [word for word in words(svg) if word in {"50%", "70%以上", "全覆盖", "82%", "87%", "85%", "91.5%"}]
    assert all(word in alternative for word in literals)


# --- steps -----------------------------------------------------------------------------------------------------------


def test_targets_are_open_marks_on_a_dashed_line_and_said_to_be_no_results() -> None:
    svg = drawn(steps(SERIES))
    assert svg.count('class="mark target"') == 4, "three points and the key"
    assert "achieved" not in svg
    assert '<path class="way dashed"' in svg
    assert "目标，不是结果" in words(svg)
    assert "目标，不是结果" in description(svg)


def test_each_step_has_its_literal_and_its_period() -> None:
    said = words(drawn(steps(SERIES)))
    assert {"50%", "70%以上", "全覆盖", "到2020年底", "2021年底", "2022年底"} <= set(said)


def test_the_whole_stands_at_the_top_by_its_meaning_and_the_alternative_says_so() -> None:
    svg = drawn(steps(SERIES))
    assert "100%" not in svg, "the source gives no number"
    assert "全部" in words(svg)
    assert "“全覆盖”材料没有写数值，按字面意思画在“全部”一线。" in description(svg)


def test_a_bound_leaves_its_end_open() -> None:
    assert drawn(steps(SERIES)).count('class="open-end"') == 2, "a stem and a head, for 70%以上 only"
    assert "2021年底：70%以上（箭头向上，表示不止此数）" in description(drawn(steps(SERIES)))


def test_the_line_stops_short_of_a_bound_and_the_drawing_says_why() -> None:
    svg = drawn(steps(SERIES))
    assert re.findall(r'<path class="way dashed" d="M86 106L(\S+) ', svg) == ["160.7"], "70%以上 stands at 178"
    assert svg.count('class="way dashed"') == 2
    assert "↑ 不止此数，连线断开" in words(svg)
    exact = drawn(steps((SERIES[0], SERIES[2])))
    assert "L178 40" in exact, "an exact number, or the whole, is reached"
    assert "不止此数" not in exact


def test_a_title_says_that_its_figures_are_targets() -> None:
    achieved = [covered("50%", "2019年底", "已实现"), covered("60%", "2020年底", "已实现")]
    titles = [picture.title for picture in figure_pictures([*achieved, *SERIES]).shown]
    assert sorted(titles) == ["jia：覆盖率", "jia：覆盖率（目标）"]
    assert "<title>jia：覆盖率（目标）</title>" in drawn(steps(SERIES))


def test_a_word_without_number_or_whole_has_no_height_and_so_no_picture() -> None:
    assert steps((SERIES[0], covered("过半", "2021年底"))) is None


def test_a_target_and_a_result_never_share_a_line() -> None:
    with pytest.raises(ValueError, match="不能连成一线"):
        steps((covered("50%", "2020年底", "已实现"), SERIES[1]))
    shown = figure_pictures([covered("50%", "2019年底", "已实现"), covered("60%", "2020年底", "已实现"), *SERIES]).shown
    assert [picture.kind for picture in shown] == ["steps", "steps"]
    assert {picture.points[0].status for picture in shown} == {Status.ACHIEVED, Status.TARGET}


# --- before and after ------------------------------------------------------------------------------------------------


def test_before_and_after_show_both_literals_and_a_difference_in_points() -> None:
    picture = change(RISE)
    assert {"82%", "87%", "2021年", "2021年至今", "刻度不从零起"} <= set(words(drawn(picture)))
    assert "相差5个百分点，不是5%。" in picture.lines


def test_what_is_not_disclosed_is_said_below() -> None:
    assert "口径未披露，不能同别处的数比较。" in change(RISE).lines


def test_the_conditions_are_said_and_only_what_is_blank_is_called_open() -> None:
    told = [term.told for term in terms(RISE)]
    assert told == ["时段：2021年至今（截止时间材料未说明）", "基期：2021年", "口径：材料未说明", "范围：全市"]
    assert all(words in description(drawn(change(RISE))) for words in told)


def test_a_level_needs_no_baseline() -> None:
    told = [term.told for term in terms(figure("87%", of=UP, 时段="2021年"))]
    assert told[:2] == ["时段：2021年", "基期：不适用"]


def test_an_inexact_end_has_no_difference() -> None:
    assert "前后有一个不是确数，不算相差多少。" in change(figure("近82%→87%", of=UP)).lines


def test_one_value_is_no_before_and_after() -> None:
    with pytest.raises(ValueError, match="只有一个值"):
        change(figure("87%", of=UP))


@pytest.mark.parametrize(("low", "high"), [(82, 87), (0, 5), (30, 50), (1000, 1002), (0.2, 0.3), (-5, 5), (7, 7)])
def test_the_ends_of_an_axis_lie_beyond_its_values(low: float, high: float) -> None:
    first, last = scale(low, high)
    assert first < low or first == low == 0
    assert last > high


# --- bars ------------------------------------------------------------------------------------------------------------


def test_comparable_figures_become_bars_with_the_difference() -> None:
    picture = bars(GROUP)
    assert picture.ranked
    assert [point.literal for point in picture.points] == ["91.5%", "85%"]
    assert "同第一行的91.5%比：85%相差6.5个百分点。" in picture.lines


def test_incomparable_figures_are_refused() -> None:
    with pytest.raises(NotComparableError):
        bars((GROUP[0], figure("85%", "北区", of=UP, **{**COMPLETE, "口径": "电话"})))
    with pytest.raises(ValueError, match="没有可比"):
        bars(GROUP[:1])


def test_targets_among_themselves_are_empty_dashed_bars() -> None:
    svg = drawn(bars(tuple(figure(text, of=UP, status="目标", **COMPLETE) for text in ("80%", "90%"))))
    assert svg.count('class="bar target unreached"') == 2


def test_named_localities_never_become_bars() -> None:
    apart = [figure(text, of=UP, case=case, **COMPLETE) for text, case in (("80%", "jia"), ("90%", "yi"))]
    assert figure_pictures(apart).shown == ()


# --- choosing --------------------------------------------------------------------------------------------------------


def test_three_decreases_of_xitang_are_cards_with_the_reason_and_no_bars(real_library: Library) -> None:
    shown = case_pictures(real_library.cases["xitang"], real_library).shown
    assert [picture.kind for picture in shown] == ["cards"]
    assert [point.literal for point in shown[0].points] == ["降低47.2%", "下降75%", "下降80%"]
    assert shown[0].svg == ""
    told = "".join(shown[0].lines)
    assert "率≠件数" in told
    assert "指标不同" in told


def test_the_real_cases_have_these_pictures_and_no_bars(real_library: Library) -> None:
    kinds = {
        id_: [picture.kind for picture in case_pictures(case, real_library).shown]
        for id_, case in real_library.cases.items()
    }
    assert kinds == {
        "chengdu": ["change"],
        "chengyang": ["steps", "cards"],
        "dianjian": [],
        "xiaoshan": [],
        "xitang": ["cards"],
    }


def test_a_large_library_shows_a_dozen_pictures_and_says_how_many_are_left() -> None:
    pictures = figure_pictures(figure("82%→87%", of=UP, case=f"c{number}") for number in range(30))
    assert (len(pictures.shown), pictures.left_out) == (MOST, 30 - MOST)


# --- timeline and matrix ---------------------------------------------------------------------------------------------


def test_what_has_no_year_stands_apart_at_the_right() -> None:
    heads = re.findall(r'<text class="head"[^>]*text-anchor="middle">(.*?)</text>', drawn(milestone_timeline(events())))
    assert heads == ["2017年", "2020年", "年份未载"]
    assert "案例0：2017年材料称已实现1项；2020年目标1项；年份未载材料称已实现1项、计划1项。" in description(
        drawn(milestone_timeline(events()))
    )


def test_the_timeline_is_a_list_too_for_narrow_screens_and_counts_are_no_ranking() -> None:
    picture = milestone_timeline(events(30))
    assert picture is not None
    assert "项数只反映材料写了多少，不表示做了多少，不排名。" in picture.lines
    assert len(picture.lanes) == 12
    years = [(year, [(count.status, count.number) for count in counts]) for year, counts in picture.lanes[0].years]
    assert years == [
        ("2017年", [(Status.ACHIEVED, 1)]),
        ("2020年", [(Status.TARGET, 1)]),
        ("年份未载", [(Status.ACHIEVED, 1), (Status.PLAN, 1)]),
    ]


def test_the_timeline_and_the_matrix_stay_small_in_a_large_library() -> None:
    timeline = milestone_timeline(events(10_000))
    matrix = mechanism_matrix([f"案例{number}" for number in range(10_000)], families(10_000))
    assert timeline is not None
    assert matrix is not None
    assert "图中只画前12个案例，另有9988个见下表。" in timeline.lines
    assert "图中没有画全，另有9988个案例见下表。" in matrix.lines
    assert max(len(timeline.svg), len(matrix.svg)) < 30_000


def test_a_long_history_joins_its_early_years() -> None:
    long = [Event("甲", parse_date(f"{year}年"), Status.ACHIEVED, "#x") for year in range(1990, 2021)]
    svg = drawn(milestone_timeline(long))
    assert "2013年及以前" in svg
    assert "2012年<" not in svg


def test_an_empty_box_of_the_matrix_says_so_in_words() -> None:
    svg = drawn(mechanism_matrix(["甲社区", "乙小区"], families()))
    assert (svg.count('<rect class="has"'), svg.count('<rect class="lacks"'), svg.count(">未列<")) == (3, 1, 1)
    assert "联席协商：乙小区1项；甲社区未列。" in description(svg)


def test_nothing_to_draw_is_no_picture() -> None:
    assert milestone_timeline([]) is None
    assert mechanism_matrix([], []) is None


def test_pandemic_figures_stand_in_a_part_of_their_own_at_the_end_of_the_outcomes(real_library: Library) -> None:
    parts = build_grid("outcomes", real_library.tables["outcomes"], real_library).parts
    marked = [
        any(
            "疫情防控期间" in entry.flags
            for group in part.groups
            for row in group.rows
            for entry in row.cells[0].entries
        )
        for part in parts
    ]
    assert marked == [False, False, True]
    assert all("不是名次" in part.note for part in parts)


# --- pages -----------------------------------------------------------------------------------------------------------


def test_the_case_page_shows_the_change_with_its_evidence_and_links_its_row(jia: str) -> None:
    found = re.search(r'<figure class="chart chart-change">.*?</figure>', jia, re.S)
    assert found
    assert '<a href="#fig-satisfied">82%→87%</a>' in found[0]
    assert 'class="evidence" href="#P04"' in found[0]
    assert "assets/charts.css" in jia


def test_the_case_page_says_below_the_change_when_where_and_how_it_was_counted(jia: str) -> None:
    found = re.search(r'<figure class="chart chart-change">.*?</figure>', jia, re.S)
    assert found
    assert re.findall(r"<dt>(.*?)</dt>", found[0]) == ["时段", "基期", "口径", "范围"]


def test_cards_say_scope_and_period_each(built_site: Path) -> None:
    page = (built_site / "cases/xitang.html").read_text("utf-8")
    block = page[page.index('<ul class="figure-cards apart-cards">') :].split("</ul>")[0]
    assert block.count("<dt>时段</dt><dd>接管西塘古镇一年</dd>") == block.count("<dt>范围</dt><dd>西塘景区</dd>") == 3
    assert block.count('<dt>基期</dt><dd><span class="blank">材料未说明</span></dd>') == 3


def test_a_page_without_a_drawing_does_not_load_the_styles_of_charts(pages: Mapping[str, str]) -> None:
    assert "assets/charts.css" not in pages["cases/yi.html"]
    assert "assets/charts.css" not in pages["terms.html"]


def test_the_table_of_outcomes_shows_the_same_above_its_rows(pages: Mapping[str, str]) -> None:
    page = pages["tables/outcomes.html"]
    assert page.index("chart-change") < page.index('<table class="wide">')
    assert 'href="../cases/jia.html#fig-satisfied"' in page


def test_nothing_of_a_picture_is_a_search_record(jia: str) -> None:
    assert not any("相差5个百分点" in block.text for _, block in marked_blocks(jia))
