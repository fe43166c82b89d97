"""The traps of the editors' notes (§3, §4) about figures, each by name, asked of the real library.

`test_traps.py` holds the rule against figures made by hand; here the shipped content must state each figure so that the rule catches it.
"""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from asking import case_text, figure, reasons, row, told, verdict, warned

from generator.compare.judging.comparability import FigureInCase, Reason, Relation, compare
from generator.library.model import Library
from generator.library.rows import Figure, Honour, Limit, Milestone
from generator.library.values import FigureMark, Status

DECREASES = ("xitang/report-rate", "xitang/incidents", "xitang/accidents")
AFTER_SUMMIT = ("licences", "vendors", "disputes", "fitouts", "bar-violations", "intruders", "hazards")
COVERAGE = ("chengyang/coverage-2020", "chengyang/coverage-2021", "chengyang/coverage-2022")
GOALS = (*COVERAGE, "chengyang/complaint-rate", "chengyang/mediation-rate")
COMPANY = ("chengdu/jiacheng-cities", "chengdu/jiacheng-projects", "chengdu/jiacheng-area")


def literals(library: Library, case_id: str) -> set[str]:
    return {found.quantity.literal for found in library.cases[case_id].rows(Figure)}


def values(library: Library, case_id: str) -> set[float | None]:
    return {found.quantity.value for found in library.cases[case_id].rows(Figure)}


# --- the whole library ---


def test_no_two_figures_of_the_library_are_comparable_and_three_pairs_are_a_series(real_library: Library) -> None:
    items = [
        FigureInCase.of(real_library, case, found)
        for case in real_library.cases.values()
        for found in case.rows(Figure)
    ]
    series = set()
    for a, b in combinations(items, 2):
        found = compare(a, b)
        assert not found.comparable, (a.figure.id, b.figure.id)
        if found.relation is Relation.SERIES:
            series.add((f"{a.case_id}/{a.figure.id}", f"{b.case_id}/{b.figure.id}"))
    assert series == set(combinations(COVERAGE, 2))


# --- 3.1 西塘 ---


def test_xitang_forum_since_2018_for_three_years_is_not_counted_up_to_2022(real_library: Library) -> None:
    forum = row(real_library, Milestone, "xitang/forum-years")
    assert (forum.date.literal, "连续三年" in forum.text) == ("2018年至今", True)
    assert warned(real_library, "xitang", "2018年至今", "2020至2022年", "不能推算届数")
    assert "连续五年" not in case_text(real_library, "xitang")


def test_xitang_award_for_three_years_has_no_years_and_is_not_the_forum(real_library: Library) -> None:
    assert row(real_library, Milestone, "xitang/award-years").date.literal == "年份未载"
    award = row(real_library, Honour, "xitang/contribution")
    assert award.date is not None and award.date.literal == "连续三年（起止年份未载）"


@pytest.mark.parametrize("where", DECREASES)
def test_xitang_one_year_after_taking_over_has_no_year_and_no_baseline(real_library: Library, where: str) -> None:
    found = figure(real_library, where)
    assert (found.figure.period, found.figure.baseline) == ("接管西塘古镇一年", "")
    cells = told(real_library, "outcomes", f"row-xitang-{found.figure.id}")
    assert cells["基期"] == "材料未说明"
    assert "口径未披露（没有写明：基期）" in cells["可比性"]


def test_xitang_report_rate_is_a_rate_and_incidents_and_accidents_are_counts(real_library: Library) -> None:
    rate, incidents, accidents = DECREASES
    for count in (incidents, accidents):
        assert {Reason.RATE_NOT_COUNT, Reason.MEASURE, Reason.UNDISCLOSED} <= reasons(real_library, rate, count)
        assert verdict(real_library, rate, count).brief.startswith("不可比：指标不同、率≠件数、")
    assert {Reason.MEASURE, Reason.UNDISCLOSED} <= reasons(real_library, incidents, accidents)
    assert warned(real_library, "xitang", "三个降幅", "一个是率，两个是件数", "不能相加、平均、排名")


def test_xitang_three_decreases_say_in_the_table_why_they_are_not_one_chart(real_library: Library) -> None:
    said = told(real_library, "outcomes", "row-xitang-report-rate")["可比性"]
    assert (
        "不可比：指标不同、率≠件数、口径不同（不一样的：口径）、口径未披露（没有写明：基期）（对照：本案“各类治安事件的变化”“安全责任事故的变化”）"
        in said
    )
    said = told(real_library, "outcomes", "row-xitang-incidents")["可比性"]
    assert (
        "不可比：指标不同、率≠件数、口径不同（不一样的：口径）、口径未披露（没有写明：基期）（对照：本案“报案率的变化”）"
        in said
    )
    assert (
        "不可比：指标不同、口径不同（不一样的：口径）、口径未披露（没有写明：基期）（对照：本案“安全责任事故的变化”）"
        in said
    )


def test_xitang_decreases_are_never_one_range_or_one_figure(real_library: Library) -> None:
    assert {"降低47.2%", "下降75%", "下降80%"} <= literals(real_library, "xitang")
    text = case_text(real_library, "xitang")
    assert not any(f"47.2%{dash}" in text for dash in "-—–～~至到")


@pytest.mark.parametrize("name", AFTER_SUMMIT)
def test_xitang_figures_after_the_summit_have_no_period(real_library: Library, name: str) -> None:
    assert figure(real_library, f"xitang/{name}").figure.period == ""
    assert told(real_library, "outcomes", f"row-xitang-{name}")["时段"] == "材料未说明"
    for decrease in DECREASES:
        found = verdict(real_library, f"xitang/{name}", decrease)
        assert {Reason.MEASURE, Reason.UNDISCLOSED} <= set(found.reasons)
        assert "时段" in found.undisclosed


def test_xitang_figures_after_the_summit_are_no_before_and_after(real_library: Library) -> None:
    assert warned(real_library, "xitang", "统计时段材料未说明", "不要给它们加年份", "前后对照表")
    assert row(real_library, Milestone, "xitang/g20").date.literal == "年份未载"


@pytest.mark.parametrize("decrease", DECREASES)
def test_xitang_completion_rate_is_a_level_and_no_rise(real_library: Library, decrease: str) -> None:
    licences = figure(real_library, "xitang/licences")
    assert (licences.is_change, licences.kind, licences.figure.quantity.literal) == (False, "率", "99.97%")
    assert Reason.CHANGE_NOT_LEVEL in reasons(real_library, "xitang/licences", decrease)
    assert told(real_library, "outcomes", "row-xitang-licences")["基期"] == "不适用"


def test_xitang_ninety_six_league_members_are_not_ninety_six_grids(real_library: Library) -> None:
    assert {Reason.MEASURE, Reason.UNIT, Reason.UNDISCLOSED} <= reasons(real_library, "xitang/league", "xitang/grids")
    assert warned(real_library, "xitang", "96名", "4类96个网格", "互不相干")


def test_xitang_households_dissuaded_are_not_vendors_dissuaded_nor_households_checked(real_library: Library) -> None:
    dissuaded, vendors, checked = "xitang/covid-dissuaded", "xitang/vendors", "xitang/covid-checks"
    assert figure(real_library, dissuaded).figure.mark is FigureMark.PANDEMIC
    assert figure(real_library, vendors).figure.mark is None
    for a, b in combinations((dissuaded, vendors, checked), 2):
        assert {Reason.MEASURE, Reason.UNDISCLOSED, Reason.PANDEMIC} <= reasons(real_library, a, b)
    assert warned(real_library, "xitang", "726户", "1644户", "不构成比率", "4900户", "两件事")
    assert "44%" not in case_text(real_library, "xitang")


def test_xitang_members_league_members_and_veterans_are_not_summed(real_library: Library) -> None:
    for a, b in combinations(("xitang/members", "xitang/league", "xitang/veterans"), 2):
        assert {Reason.MEASURE, Reason.BASIS, Reason.UNDISCLOSED} <= reasons(real_library, a, b)
    assert 110.0 not in values(real_library, "xitang")
    assert warned(real_library, "xitang", "党员、团员、退转军人三类可能有重叠，不能相加")


def test_xitang_departments_and_bodies_are_not_summed(real_library: Library) -> None:
    assert Reason.MEASURE in reasons(real_library, "xitang/gov-partners", "xitang/social-partners")
    assert 39.0 not in values(real_library, "xitang")


@pytest.mark.parametrize("name", ["cities", "town-units"])
def test_xitang_national_counts_are_background_and_no_business(real_library: Library, name: str) -> None:
    found = figure(real_library, f"xitang/{name}").figure
    assert (found.status, found.scope) == (Status.BACKGROUND, "全国")
    assert "不是保利物业的业务量" in found.basis


# --- 3.2 电建地产 ---


def test_dianjian_has_no_outcome_percentage(real_library: Library) -> None:
    found = real_library.cases["dianjian"].rows(Figure)
    assert not any("%" in item.quantity.literal or item.quantity.is_change or item.measure for item in found)
    assert warned(real_library, "dianjian", "没有满意度、投诉、收缴、安全等任何成效百分比")
    assert "没有成效百分比" in row(real_library, Limit, "dianjian/no-rates").text


@pytest.mark.parametrize("name", ["cycle", "stages"])
def test_dianjian_fifteen_months_and_three_stages_are_a_plan_without_dates(real_library: Library, name: str) -> None:
    found = figure(real_library, f"dianjian/{name}").figure
    assert (found.status, found.period) == (Status.PLAN, "")
    assert Reason.TARGET_NOT_RESULT in reasons(real_library, f"dianjian/{name}", "dianjian/rescued")
    dates = {f"dianjian/{name}": row(real_library, Milestone, f"dianjian/{name}") for name in ("stage-one", "rollout")}
    assert {(found.date.literal, found.status) for found in dates.values()} == {("年份未载", Status.PLAN)}


def test_dianjian_three_hundred_rescued_have_no_date_and_one_estate(real_library: Library) -> None:
    found = figure(real_library, "dianjian/rescued").figure
    assert (found.quantity.literal, found.period, found.scope) == ("300余名", "", "风华天城小区")
    assert warned(real_library, "dianjian", "救援没有日期", "不能归于哪一年")


def test_dianjian_a_million_is_a_name_and_dozens_are_no_number(real_library: Library) -> None:
    assert not any("百万" in literal for literal in literals(real_library, "dianjian"))
    assert warned(real_library, "dianjian", "“百万”是武汉那项工程的名称")
    assert figure(real_library, "dianjian/visitors").figure.quantity.value is None


# --- 3.3 城阳 ---


@pytest.mark.parametrize("where", GOALS)
def test_chengyang_goals_are_goals(real_library: Library, where: str) -> None:
    assert figure(real_library, where).figure.status is Status.TARGET
    assert "（目标）" in told(real_library, "outcomes", f"row-{where.replace('/', '-')}")["数值"]
    assert Reason.TARGET_NOT_RESULT in reasons(real_library, where, "chengdu/satisfaction-rise")


def test_chengyang_fifty_seventy_and_full_coverage_are_one_series_of_goals(real_library: Library) -> None:
    told_literals = [figure(real_library, where).figure.quantity.literal for where in COVERAGE]
    assert told_literals == ["50%", "70%以上", "全覆盖"]
    for a, b in combinations(COVERAGE, 2):
        assert verdict(real_library, a, b).words == "同一指标的先后数，按时间先后看，不排名"
    for year in ("2020", "2021", "2022"):
        said = told(real_library, "outcomes", f"row-chengyang-coverage-{year}")["可比性"]
        assert said.startswith("同一指标的先后数，按时间先后看，不排名")


@pytest.mark.parametrize("name", ["complaint-rate", "mediation-rate"])
def test_chengyang_thirty_percent_has_no_baseline(real_library: Library, name: str) -> None:
    found = figure(real_library, f"chengyang/{name}")
    assert (found.is_change, found.is_points, found.figure.baseline) == (True, False, "")
    assert told(real_library, "outcomes", f"row-chengyang-{name}")["基期"] == "材料未说明"
    assert warned(real_library, "chengyang", "没有基期", "相对幅度还是百分点", "不能换算成某个水平值")


def test_chengyang_complaints_and_mediation_are_two_measures(real_library: Library) -> None:
    found = reasons(real_library, "chengyang/complaint-rate", "chengyang/mediation-rate")
    assert {Reason.MEASURE, Reason.UNDISCLOSED, Reason.APPROXIMATE} <= found


def test_chengyang_coverage_of_communities_is_not_coverage_of_firms(real_library: Library) -> None:
    measures = {item.figure.scope for item in (figure(real_library, where) for where in COVERAGE)}
    assert measures == {"全区城市社区"}
    assert "不是物业企业党的组织和工作覆盖" in real_library.measures["red-property-coverage"].meaning
    assert warned(real_library, "chengyang", "两个“覆盖”", "不能互相代替")
    assert not any("企业" in found.scope for found in real_library.cases["chengyang"].rows(Figure))


def test_chengyang_seventy_and_twenty_five_percent_are_not_added(real_library: Library) -> None:
    found = reasons(real_library, "chengyang/newcomers", "chengyang/ethnic")
    assert {Reason.MEASURE, Reason.UNDISCLOSED, Reason.APPROXIMATE} <= found
    assert 95.0 not in values(real_library, "chengyang") and "95%" not in case_text(real_library, "chengyang")
    assert warned(real_library, "chengyang", "25%左右", "可能有重叠，两个比例不能相加")


def test_chengyang_seventy_percent_newcomers_are_not_seventy_percent_coverage(real_library: Library) -> None:
    found = reasons(real_library, "chengyang/newcomers", "chengyang/coverage-2021")
    assert {Reason.TARGET_NOT_RESULT, Reason.MEASURE, Reason.BASIS} <= found
    assert warned(real_library, "chengyang", "70%以上", "各出现一次", "只是写法相同")


def test_chengyang_reported_members_team_members_and_merchants_make_no_ratio(real_library: Library) -> None:
    for a, b in combinations(("chengyang/members", "chengyang/team-members", "chengyang/merchants"), 2):
        assert {Reason.MEASURE, Reason.BASIS, Reason.UNDISCLOSED} <= reasons(real_library, a, b)
    assert {Reason.MEASURE, Reason.UNIT} <= reasons(real_library, "chengyang/teams", "chengyang/team-members")
    assert warned(real_library, "chengyang", "三个统计对象", "不作比率，也不相加")


# --- 3.4 成都 ---


def test_chengdu_satisfaction_rose_by_points_and_never_by_five_percent(real_library: Library) -> None:
    rise = figure(real_library, "chengdu/satisfaction-rise")
    assert (rise.figure.quantity.literal, rise.is_points, rise.figure.period) == ("82%→87%", True, "2021年至今")
    assert "5%" not in literals(real_library, "chengdu")
    for text in ("上升5%", "提升5%", "提高5%", "增长5%"):
        assert text not in case_text(real_library, "chengdu")
    assert Reason.POINTS_NOT_PERCENT in reasons(
        real_library, "chengdu/satisfaction-rise", "chengdu/committee-complaints"
    )
    assert warned(real_library, "chengdu", "两个水平值", "“百分点”", "没有截止时间", "没有说升幅出于导则")


@pytest.mark.parametrize("name", ["model-projects", "model-companies"])
def test_chengdu_two_hundred_and_fifty_are_yearly_requirements(real_library: Library, name: str) -> None:
    found = figure(real_library, f"chengdu/{name}").figure
    assert (found.status, found.period) == (Status.TARGET, "每年")
    assert Reason.TARGET_NOT_RESULT in reasons(real_library, f"chengdu/{name}", "chengdu/jiacheng-projects")
    assert "（目标）" in told(real_library, "outcomes", f"row-chengdu-{name}")["数值"]
    assert warned(real_library, "chengdu", "“每年将……重点建设”的要求，不是已建成数")


def test_chengdu_ninety_members_and_twenty_percent_share_a_sentence_only(real_library: Library) -> None:
    found = reasons(real_library, "chengdu/members-adjusted", "chengdu/committee-complaints")
    assert {Reason.MEASURE, Reason.CHANGE_NOT_LEVEL, Reason.UNIT, Reason.APPROXIMATE, Reason.UNDISCLOSED} <= found
    assert figure(real_library, "chengdu/committee-complaints").figure.baseline == ""
    assert warned(real_library, "chengdu", "90多人", "下降近20%", "不能互推")


def test_chengdu_number_of_complaints_is_not_chengyangs_complaint_rate(real_library: Library) -> None:
    found = reasons(real_library, "chengdu/committee-complaints", "chengyang/complaint-rate")
    assert {Reason.RATE_NOT_COUNT, Reason.TARGET_NOT_RESULT, Reason.NAMED_LOCALITIES} <= found
    said = told(real_library, "outcomes", "row-chengdu-committee-complaints")["可比性"]
    goal = next(line for line in said.split("\n") if "城阳“居民对物业服务投诉率的变化”" in line)
    assert goal.startswith("不可比：目标≠已实现、指标不同、率≠件数、口径不同（不一样的：口径）、口径未披露（")


def test_chengdu_fifteen_hundred_are_firms_and_projects_together_and_no_coverage(real_library: Library) -> None:
    found = figure(real_library, "chengdu/party-orgs").figure
    assert (found.quantity.literal, found.basis, found.measure) == ("1500多个", "企业和项目部合计", "")
    assert "物业服务企业和项目部" in found.name
    assert warned(real_library, "chengdu", "不是企业数，更不是覆盖率")
    assert Reason.UNIT in reasons(real_library, "chengdu/party-orgs", "chengdu/jiashan-managers")


@pytest.mark.parametrize("where", COMPANY)
def test_chengdu_company_figures_are_the_whole_companys_and_not_the_citys(real_library: Library, where: str) -> None:
    assert figure(real_library, where).figure.scope == "全公司"
    for city in ("chengdu/party-orgs", "chengdu/district-committees"):
        found = verdict(real_library, where, city)
        assert "范围" in found.differing
        assert Reason.BASIS in found.reasons
    assert warned(real_library, "chengdu", "公司在全国的业务量", "不是成都一市的数")


def test_chengdu_area_counts_signed_contracts_too(real_library: Library) -> None:
    assert figure(real_library, "chengdu/jiacheng-area").figure.basis == "在管及签约合计"


def test_chengdu_seventy_five_percent_is_one_company(real_library: Library) -> None:
    found = figure(real_library, "chengdu/jiashan-managers").figure
    assert (found.quantity.literal, found.scope) == ("75%", "嘉善商务服务管理有限公司")
    assert Reason.BASIS in reasons(real_library, "chengdu/jiashan-managers", "chengdu/satisfaction-rise")
    coverage = reasons(real_library, "chengdu/jiashan-managers", "chengyang/coverage-2021")
    assert {Reason.TARGET_NOT_RESULT, Reason.MEASURE, Reason.NAMED_LOCALITIES} <= coverage
    incidents = reasons(real_library, "chengdu/jiashan-managers", "xitang/incidents")
    assert {Reason.CHANGE_NOT_LEVEL, Reason.RATE_NOT_COUNT, Reason.NAMED_LOCALITIES} <= incidents


def test_chengdu_three_sets_of_clauses_are_not_summed(real_library: Library) -> None:
    for a, b in combinations(
        ("chengdu/company-standards", "chengdu/project-standards", "chengdu/service-standards"), 2
    ):
        assert {Reason.MEASURE, Reason.UNDISCLOSED} <= reasons(real_library, a, b)
    assert 226.0 not in values(real_library, "chengdu") and "226" not in case_text(real_library, "chengdu")


def test_chengdu_three_twenty_threes_have_nothing_in_common(real_library: Library) -> None:
    alike = ("chengdu/district-committees", "chengdu/major-matter-kinds", "chengdu/pandemic-rounds")
    assert {figure(real_library, where).figure.quantity.value for where in alike} == {23.0}
    for a, b in combinations(alike, 2):
        assert {Reason.MEASURE, Reason.UNIT, Reason.UNDISCLOSED} <= reasons(real_library, a, b)
    assert warned(real_library, "chengdu", "三处的数目恰好相同，互不相干")


@pytest.mark.parametrize("case_id", ["xitang", "chengdu"])
def test_pandemic_figures_are_compared_with_nothing(real_library: Library, case_id: str) -> None:
    case = real_library.cases[case_id]
    marked = [found for found in case.rows(Figure) if found.mark is FigureMark.PANDEMIC]
    named = {found.id for found in case.rows(Figure) if found.id.startswith(("covid-", "pandemic-"))}
    assert {found.id for found in marked} == named and named
    for found in marked:
        for other in case.rows(Figure):
            if other.id != found.id:
                assert Reason.PANDEMIC in reasons(real_library, f"{case_id}/{found.id}", f"{case_id}/{other.id}")
        assert "疫情防控期间" in told(real_library, "outcomes", f"row-{case_id}-{found.id}")["数值"]


# --- 3.5 萧山 ---


def test_xiaoshan_monthly_and_yearly_cases_are_no_fall(real_library: Library) -> None:
    found = verdict(real_library, "xiaoshan/monthly-cases", "xiaoshan/yearly-cases")
    assert {Reason.UNIT, Reason.MEASURE, Reason.BASIS, Reason.APPROXIMATE} <= set(found.reasons)
    assert "时段" in found.differing
    for reason in (Reason.MEASURE, Reason.UNIT, Reason.APPROXIMATE):
        assert reason in found.brief
    assert re.search("口径不同（不一样的：[^）]*时段", found.brief)
    assert "32%" not in case_text(real_library, "xiaoshan")
    assert warned(real_library, "xiaoshan", "不能相互比较", "不反映“一心两会”的效果")


def test_xiaoshan_cases_were_counted_before_the_rollout(real_library: Library) -> None:
    monthly = figure(real_library, "xiaoshan/monthly-cases").figure
    assert (monthly.period, "全域推广之前" in monthly.name) == ("今年1—7月", True)
    assert "全域推广之前" in told(real_library, "outcomes", "row-xiaoshan-monthly-cases")[""]


def test_xiaoshan_has_no_outcome_figure(real_library: Library) -> None:
    reached = {found.id for found in real_library.cases["xiaoshan"].rows(Figure) if found.status is Status.ACHIEVED}
    assert reached == {"monthly-cases", "yearly-cases"}
    assert "没有成效数据" in row(real_library, Limit, "xiaoshan/no-outcome").text


@pytest.mark.parametrize("case_name", ["电建地产", "萧山"])
def test_the_outcomes_table_names_the_cases_without_outcome_data(real_library: Library, case_name: str) -> None:
    spec = real_library.tables["outcomes"]
    assert any(case_name in caution and "没有成效" in caution for caution in spec.cautions)


def test_xiaoshan_street_district_and_newcomers_are_three_scopes(real_library: Library) -> None:
    street, district, newcomers = (
        f"xiaoshan/{name}" for name in ("yingfeng-people", "district-people", "yingfeng-newcomers")
    )
    assert verdict(real_library, street, district).differing == ("范围",)
    assert Reason.BASIS in reasons(real_library, street, newcomers)
    assert Reason.APPROXIMATE in reasons(real_library, street, district)
    assert warned(real_library, "xiaoshan", "不要互相换算")
    assert "70%" not in case_text(real_library, "xiaoshan")


def test_the_outcomes_table_claims_no_separation_that_it_does_not_make(real_library: Library) -> None:
    """82%→87% stands in the group of rates with 99.97%, so the part must not say that changes and levels are apart."""
    part = next(part for part in real_library.tables["outcomes"].parts if part.where.get("可比指标") == ("有值",))
    assert "变化与水平" not in part.note
    assert "前后两个水平" in part.note


# --- 4 跨案 ---


def test_decreases_of_three_cases_stand_side_by_side_and_are_not_ranked(real_library: Library) -> None:
    for decrease in DECREASES:
        goal = reasons(real_library, decrease, "chengyang/complaint-rate")
        assert {Reason.TARGET_NOT_RESULT, Reason.MEASURE, Reason.NAMED_LOCALITIES} <= goal
        complaints = reasons(real_library, decrease, "chengdu/committee-complaints")
        assert {Reason.MEASURE, Reason.APPROXIMATE, Reason.NAMED_LOCALITIES} <= complaints


def test_only_chengdu_has_satisfaction(real_library: Library) -> None:
    measured = {
        (case.id, found.id)
        for case in real_library.cases.values()
        for found in case.rows(Figure)
        if found.measure == "satisfaction" or "满意度" in found.name
    }
    assert measured == {("chengdu", "satisfaction-rise")}


def test_different_cases_are_always_named_localities(real_library: Library) -> None:
    cases = list(real_library.cases.values())
    for one, other in combinations(cases, 2):
        for a in one.rows(Figure):
            for b in other.rows(Figure):
                found = compare(FigureInCase.of(real_library, one, a), FigureInCase.of(real_library, other, b))
                assert Reason.NAMED_LOCALITIES in found.reasons
