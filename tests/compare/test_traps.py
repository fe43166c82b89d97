"""The traps of the editors' notes (§3, §4) that concern two figures, each by name; figures as the cases give them."""

from __future__ import annotations

from itertools import pairwise

from making import figure, measure

from generator.compare.judging.comparability import FigureInCase, Reason, Relation, compare
from generator.library.entries import Place

REPORTS = measure("报案率的变化", "率的变化")
INCIDENTS = measure("治安事件数的变化", "数量的变化")
ACCIDENTS = measure("安全责任事故数的变化", "数量的变化")
LICENCES = measure("商户营业执照完成率")
COVERAGE = measure("红色物业覆盖率")
COMPLAINT_RATE = measure("投诉率的变化", "率的变化")
MEDIATION = measure("调处率的变化", "率的变化")
COMPLAINTS = measure("投诉量的变化", "数量的变化")
SATISFACTION = measure("满意度")
MONTHLY = measure("月均受理", "频率", "个/月")
YEARLY = measure("全年受理", "频率", "件/年")


def xitang(literal: str, name: str, **rest: object) -> FigureInCase:
    return figure(literal, name, case="xitang", place=Place(province="浙江省", county="嘉善县"), **rest)  # type: ignore[arg-type]


def chengyang(literal: str, name: str, **rest: object) -> FigureInCase:
    return figure(literal, name, case="chengyang", place=Place(province="山东省", county="城阳区"), **rest)  # type: ignore[arg-type]


def chengdu(literal: str, name: str, **rest: object) -> FigureInCase:
    return figure(literal, name, case="chengdu", place=Place(province="四川省", city="成都市"), **rest)  # type: ignore[arg-type]


def xiaoshan(literal: str, name: str, **rest: object) -> FigureInCase:
    return figure(literal, name, case="xiaoshan", place=Place(province="浙江省", county="萧山区"), **rest)  # type: ignore[arg-type]


YEAR = {"时段": "接管西塘古镇一年", "范围": "西塘景区"}
RATE = xitang("降低47.2%", "报案率", of=REPORTS, **YEAR)
EVENTS = xitang("下降75%", "各类治安事件", of=INCIDENTS, **YEAR)
LIABILITY = xitang("下降80%", "安全责任事故", of=ACCIDENTS, **YEAR)
LICENCE = xitang("99.97%", "营业执照完成率", of=LICENCES, 范围="西塘景区")
GOALS = [
    chengyang(literal, "红色物业覆盖率", of=COVERAGE, status="目标", 时段=period, 范围="全区城市社区")
    for literal, period in (("50%", "2020年底"), ("70%以上", "2021年底"), ("全覆盖", "2022年底"))
]
FEWER_COMPLAINTS = chengyang("下降30%以上", "投诉率", of=COMPLAINT_RATE, status="目标", 时段="到2022年底")
MORE_MEDIATED = chengyang("提升30%以上", "调处率", of=MEDIATION, status="目标", 时段="到2022年底")
SATISFIED = chengdu("82%→87%", "满意度", of=SATISFACTION, 时段="2021年至今", 范围="全市")
COMMITTEE = chengdu("下降近20%", "业委会不规范履职投诉量", of=COMPLAINTS, 范围="全市")


def reasons(a: FigureInCase, b: FigureInCase) -> set[Reason]:
    verdict = compare(a, b)
    assert verdict.relation is Relation.INCOMPARABLE
    assert verdict == compare(b, a)
    return set(verdict.reasons)


# --- 3.1 西塘 ---


def test_report_rate_is_a_rate_and_incidents_are_a_count() -> None:
    assert {Reason.RATE_NOT_COUNT, Reason.MEASURE, Reason.UNDISCLOSED} <= reasons(RATE, EVENTS)


def test_report_rate_is_a_rate_and_accidents_are_a_count() -> None:
    assert Reason.RATE_NOT_COUNT in reasons(RATE, LIABILITY)


def test_two_decreases_of_counts_count_different_things() -> None:
    assert Reason.MEASURE in reasons(EVENTS, LIABILITY)


def test_decrease_without_its_year_leaves_the_baseline_undisclosed() -> None:
    assert "基期" in compare(EVENTS, LIABILITY).undisclosed


def test_completion_rate_is_a_level_and_no_rise() -> None:
    assert Reason.CHANGE_NOT_LEVEL in reasons(LICENCE, RATE)


def test_ninety_six_members_are_not_ninety_six_grids() -> None:
    assert {Reason.MEASURE, Reason.UNIT, Reason.UNDISCLOSED} <= reasons(
        xitang("96名", "团员"), xitang("96个网格", "网格")
    )


def test_households_dissuaded_in_the_pandemic_are_not_vendors_dissuaded() -> None:
    pandemic = xitang("726户", "劝离", 标记="疫情防控期间", 时段="2020至2022年")
    assert {Reason.MEASURE, Reason.PANDEMIC} <= reasons(pandemic, xitang("4900户", "劝离流动商贩"))


def test_households_checked_and_dissuaded_make_no_rate() -> None:
    checked, dissuaded = (
        xitang(text, name, 标记="疫情防控期间") for text, name in (("1644户", "排查"), ("726户", "劝离"))
    )
    assert {Reason.MEASURE, Reason.PANDEMIC} <= reasons(checked, dissuaded)


def test_members_league_members_and_veterans_are_not_summed() -> None:
    people = [xitang(text, name) for text, name in (("5名", "党员"), ("96名", "团员"), ("9名", "退转军人"))]
    assert all(Reason.UNDISCLOSED in reasons(a, b) for a, b in pairwise(people))


def test_twelve_departments_and_twenty_seven_bodies_are_not_summed() -> None:
    assert Reason.MEASURE in reasons(xitang("12个", "政府部门"), xitang("27个", "非公企业和社会组织"))


def test_figures_after_the_summit_are_no_before_and_after_with_the_one_year_figures() -> None:
    assert {Reason.MEASURE, Reason.UNDISCLOSED} <= reasons(LICENCE, EVENTS)
    assert Reason.MEASURE in reasons(xitang("1515起", "处理纠纷"), EVENTS)


# --- 3.2 电建地产 ---


def test_fifteen_months_planned_is_no_result() -> None:
    plan = figure("15个月", "创建周期", status="计划", case="dianjian")
    assert Reason.TARGET_NOT_RESULT in reasons(plan, figure("300余名", "救助群众", case="dianjian"))


# --- 3.3 城阳 ---


def test_coverage_goals_are_a_series_of_goals() -> None:
    for a, b in ((0, 1), (1, 2), (0, 2)):
        verdict = compare(GOALS[a], GOALS[b])
        assert verdict.relation is Relation.SERIES
        assert verdict.words == "同一指标的先后数，按时间先后看，不排名"
        assert not verdict.comparable


def test_a_goal_and_a_result_are_no_series() -> None:
    achieved = chengyang("50%", "红色物业覆盖率", of=COVERAGE, 时段="2021年底", 范围="全区城市社区")
    assert Reason.TARGET_NOT_RESULT in reasons(GOALS[0], achieved)


def test_complaint_rate_and_mediation_rate_goals_are_different_measures_without_baseline() -> None:
    assert {Reason.MEASURE, Reason.UNDISCLOSED, Reason.APPROXIMATE} <= reasons(FEWER_COMPLAINTS, MORE_MEDIATED)
    assert "基期" in compare(FEWER_COMPLAINTS, MORE_MEDIATED).undisclosed


def test_goal_of_change_is_no_level() -> None:
    assert Reason.CHANGE_NOT_LEVEL in reasons(FEWER_COMPLAINTS, GOALS[0])


def test_coverage_of_communities_is_not_coverage_of_firms() -> None:
    firms = chengyang("全覆盖", "物业企业党的组织和工作覆盖", 范围="物业企业")
    assert {Reason.MEASURE, Reason.TARGET_NOT_RESULT, Reason.UNDISCLOSED} <= reasons(GOALS[2], firms)


def test_newcomers_and_ethnic_share_are_not_summed() -> None:
    assert Reason.MEASURE in reasons(
        chengyang("70%以上", "新市民", status="现状"), chengyang("25%左右", "外籍人口", status="现状")
    )


def test_reported_members_and_team_members_make_no_ratio() -> None:
    assert Reason.MEASURE in reasons(chengyang("522名", "报到党员"), chengyang("156名", "社区党员"))


# --- 3.4 成都 ---


def test_satisfaction_rose_by_points_not_by_percent() -> None:
    assert SATISFIED.is_points
    assert Reason.POINTS_NOT_PERCENT in reasons(
        SATISFIED, chengdu("上升5%", "满意度", of=SATISFACTION, 时段="2021年至今", 范围="全市")
    )


def test_five_points_are_not_five_percent() -> None:
    assert Reason.POINTS_NOT_PERCENT in reasons(
        chengdu("5个百分点", "满意度", of=SATISFACTION), chengdu("5%", "满意度", of=SATISFACTION)
    )


def test_a_rise_is_not_its_end_level() -> None:
    assert Reason.CHANGE_NOT_LEVEL in reasons(SATISFIED, chengdu("87%", "满意度", of=SATISFACTION))


def test_yearly_requirements_are_no_results() -> None:
    wanted = chengdu("200个", "市级示范项目", status="目标", 时段="每年")
    assert Reason.TARGET_NOT_RESULT in reasons(wanted, chengdu("200余个", "嘉诚新悦服务项目"))


def test_members_replaced_and_fewer_complaints_are_in_one_sentence_but_apart() -> None:
    assert {Reason.MEASURE, Reason.UNIT, Reason.APPROXIMATE} <= reasons(
        chengdu("90多人", "调整的成员", 时段="自2021年以来"), COMMITTEE
    )


def test_number_of_complaints_is_not_the_complaint_rate_elsewhere() -> None:
    found = reasons(COMMITTEE, FEWER_COMPLAINTS)
    assert {Reason.RATE_NOT_COUNT, Reason.TARGET_NOT_RESULT, Reason.NAMED_LOCALITIES} <= found


def test_the_company_is_not_the_city() -> None:
    company = chengdu("200余个", "服务项目", 范围="全公司")
    city = chengdu("200余个", "服务项目", 范围="全市")
    assert Reason.BASIS in reasons(company, city)
    assert compare(company, city).differing == ("范围",)


def test_three_twenty_threes_have_nothing_in_common() -> None:
    kinds, rounds, districts = (
        chengdu("23类", "重大事项"),
        chengdu("23轮", "核酸", 标记="疫情防控期间"),
        chengdu("23个", "区县"),
    )
    assert {Reason.UNIT, Reason.MEASURE} <= reasons(kinds, rounds) & reasons(rounds, districts) & reasons(
        kinds, districts
    )


# --- 3.5 萧山 ---


def test_monthly_and_yearly_cases_are_not_a_fall_of_a_third() -> None:
    month = xiaoshan("约170余个", "月均受理", of=MONTHLY, 时段="今年1—7月", 范围="萧山区")
    year = xiaoshan("近3000件每年", "全年受理", of=YEARLY, 时段="往年", 范围="萧山区")
    assert {Reason.UNIT, Reason.MEASURE, Reason.BASIS, Reason.APPROXIMATE} <= reasons(month, year)
    assert "时段" in compare(month, year).differing


def test_street_and_district_population_have_different_scopes() -> None:
    street = xiaoshan("20万人口", "人口", status="现状", 范围="盈丰街道")
    district = xiaoshan("200万人口", "人口", status="现状", 范围="萧山区")
    assert Reason.BASIS in reasons(street, district)


# --- 4 跨案 ---


def test_decreases_of_three_cases_stand_side_by_side_and_are_not_ranked() -> None:
    for decrease in (RATE, EVENTS, LIABILITY):
        assert {Reason.TARGET_NOT_RESULT, Reason.NAMED_LOCALITIES} <= reasons(decrease, FEWER_COMPLAINTS)
        assert Reason.NAMED_LOCALITIES in reasons(decrease, COMMITTEE)


def test_named_localities_are_never_ranked_even_when_all_else_agrees() -> None:
    conditions = {"时段": "2021年", "口径": "入户问卷", "范围": "全区", "基期": ""}
    a, b = (
        chengyang("82%", "满意度", of=SATISFACTION, **conditions),
        xiaoshan("87%", "满意度", of=SATISFACTION, **conditions),
    )
    assert reasons(a, b) == {Reason.NAMED_LOCALITIES}
    assert compare(a, b).words == "不可比：具名地区不排名"
