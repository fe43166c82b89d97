"""Comparable is earned: property tests of `compare` and the rule's own corners."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import COMPLETE, SATISFACTION, figure, measure

from generator.compare.judging.comparability import FigureInCase, Reason, Relation, compare
from generator.compare.judging.reasons import EXPLANATIONS, Verdict
from generator.library.entries import Place
from generator.library.figures import parse_figure

MEASURES = [
    None,
    SATISFACTION,
    measure("投诉率的变化", "率的变化"),
    measure("投诉量的变化", "数量的变化"),
    measure("受理数", "频率", "件"),
]
LITERALS = [
    "50%",
    "87%",
    "近20%",
    "70%以上",
    "82%→87%",
    "下降30%",
    "5个百分点",
    "全覆盖",
    "1200余户",
    "3000件",
    "几十家",
]
words = st.sampled_from(["", "2020年", "2021年", "甲街道", "甲省全省"])
figures = st.builds(
    figure,
    st.sampled_from(LITERALS),
    st.sampled_from(["满意度", "投诉"]),
    status=st.sampled_from(["已实现", "现状", "目标", "计划", "背景"]),
    of=st.sampled_from(MEASURES),
    case=st.sampled_from(["jia", "yi"]),
    place=st.sampled_from([None, Place(province="甲省")]),
    时段=words,
    基期=words,
    口径=words,
    范围=words,
    标记=st.sampled_from(["", "", "疫情防控期间"]),
)


@given(figures, figures)
def test_the_order_of_the_two_makes_no_difference(a: FigureInCase, b: FigureInCase) -> None:
    assert compare(a, b) == compare(b, a)


@given(figures, figures)
def test_a_blank_in_either_is_never_comparable_and_is_named(a: FigureInCase, b: FigureInCase) -> None:
    verdict = compare(a, b)
    for item in (a, b):
        if item.blanks and verdict.relation is not Relation.SERIES:
            assert not verdict.comparable
            assert Reason.UNDISCLOSED in verdict.reasons
            assert set(item.blanks) <= set(verdict.undisclosed)


@given(figures, figures)
def test_comparable_figures_agree_in_everything(a: FigureInCase, b: FigureInCase) -> None:
    verdict = compare(a, b)
    assert (
        verdict.comparable
        == (verdict.relation is Relation.COMPARABLE)
        == (not verdict.reasons and verdict.relation is not Relation.SERIES)
    )
    if verdict.comparable:
        for attribute in ("status", "measure", "period", "basis", "scope", "baseline"):
            assert getattr(a.figure, attribute) == getattr(b.figure, attribute)
        assert (a.unit, a.kind, a.is_change) == (b.unit, b.kind, b.is_change)
        assert not a.figure.quantity.approx and a.figure.quantity.value is not None


@given(figures, figures)
def test_different_localities_are_never_comparable_nor_a_series(a: FigureInCase, b: FigureInCase) -> None:
    if a.case_id != b.case_id and a.places != b.places:
        verdict = compare(a, b)
        assert verdict.relation is Relation.INCOMPARABLE
        assert Reason.NAMED_LOCALITIES in verdict.reasons


@given(figures, figures)
def test_a_series_is_one_measure_of_one_case_in_one_status_at_two_times(a: FigureInCase, b: FigureInCase) -> None:
    if compare(a, b).relation is Relation.SERIES:
        assert (a.case_id, a.figure.measure, a.figure.status, a.figure.scope) == (
            b.case_id,
            b.figure.measure,
            b.figure.status,
            b.figure.scope,
        )
        assert a.figure.measure and a.figure.scope and a.figure.period and b.figure.period
        assert a.figure.period != b.figure.period


@given(figures, figures)
def test_words_tell_every_reason_and_brief_at_least_one(a: FigureInCase, b: FigureInCase) -> None:
    verdict = compare(a, b)
    assert all(str(reason) in verdict.words for reason in verdict.reasons)
    if verdict.reasons:
        assert verdict.brief.startswith("不可比：")
        assert any(str(reason) in verdict.brief for reason in verdict.reasons)


def test_complete_and_alike_figures_of_one_case_are_comparable() -> None:
    a, b = (figure(literal, of=SATISFACTION, **COMPLETE) for literal in ("82%", "87%"))
    assert compare(a, b).words == "可比"


def test_two_cases_of_one_place_are_comparable_when_both_scopes_name_it() -> None:
    place = Place(province="甲省", county="丙区")
    conditions = {**COMPLETE, "范围": "丙区全部社区"}
    a, b = (figure("82%", of=SATISFACTION, case=case, place=place, **conditions) for case in ("jia", "yi"))
    assert compare(a, b).comparable
    vague = {**conditions, "范围": "全区"}
    a, b = (figure("82%", of=SATISFACTION, case=case, place=place, **vague) for case in ("jia", "yi"))
    assert compare(a, b).reasons == (Reason.NAMED_LOCALITIES,)


@pytest.mark.parametrize("column", ["时段", "口径", "范围"])
def test_each_condition_must_be_stated(column: str) -> None:
    whole = figure("82%", of=SATISFACTION, **COMPLETE)
    verdict = compare(whole, figure("87%", of=SATISFACTION, **{**COMPLETE, column: ""}))
    assert verdict.words == f"不可比：口径未披露（没有写明：{column}）"


@pytest.mark.parametrize("column", ["口径", "范围", "基期"])
def test_each_condition_must_be_alike(column: str) -> None:
    verdict = compare(
        figure("82%", of=SATISFACTION, **COMPLETE), figure("87%", of=SATISFACTION, **{**COMPLETE, column: "另一种"})
    )
    assert verdict.words == f"不可比：口径不同（不一样的：{column}）"


def test_a_level_needs_no_baseline_but_a_change_does() -> None:
    levels = [figure(literal, of=SATISFACTION, **{**COMPLETE, "基期": ""}) for literal in ("82%", "87%")]
    assert compare(*levels).comparable
    changes = [
        figure(literal, of=measure("投诉", "率的变化"), **{**COMPLETE, "基期": ""}) for literal in ("下降2%", "下降3%")
    ]
    assert compare(*changes).words == "不可比：口径未披露（没有写明：基期）"


def test_a_measure_of_change_makes_a_bare_percentage_a_change() -> None:
    assert figure("47.2%", of=measure("报案率", "率的变化")).is_change
    assert not figure("47.2%", of=measure("报案率", "率")).is_change


@pytest.mark.parametrize("literal", ["近20%", "70%以上", "全覆盖"])
def test_what_is_no_exact_number_is_not_ranked(literal: str) -> None:
    exact, other = (figure(text, of=SATISFACTION, **COMPLETE) for text in ("50%", literal))
    assert compare(exact, other).reasons == (Reason.APPROXIMATE,)


def test_width_and_spaces_do_not_make_conditions_differ() -> None:
    a = figure("82%", of=SATISFACTION, **COMPLETE)
    assert compare(a, figure("87%", of=SATISFACTION, **{**COMPLETE, "时段": "２０２０ 年"})).comparable


def test_like_names_without_a_measure_are_not_comparable() -> None:
    a, b = (figure(literal, "党员", **COMPLETE) for literal in ("5名", "6名"))
    assert compare(a, b).words == "不可比：口径未披露（没有写明：可比指标）"


@pytest.mark.parametrize("literal", ["14万", "2万→3万", "近20%", "70%以上", "全覆盖", "零感染", "几十家"])
def test_a_number_told_only_in_part_is_neither_ordered_nor_typed(literal: str) -> None:
    quantity = parse_figure(literal)
    assert (quantity.is_exact, quantity.exact) == (False, None)
    assert Reason.APPROXIMATE in compare(figure(literal), figure("200000个")).reasons


@pytest.mark.parametrize(("literal", "value"), [("0起", 0.0), ("零起", 0.0), ("1200000", 1200000.0), ("82%→87%", 87.0)])
def test_a_number_told_to_its_last_digit_is_exact(literal: str, value: float) -> None:
    assert parse_figure(literal).exact == value


def test_every_reason_is_explained_and_brief_drops_only_the_localities() -> None:
    assert list(EXPLANATIONS) == list(Reason)
    told = Verdict(Relation.INCOMPARABLE, tuple(Reason), ("时段",), ("口径", "范围")).brief
    assert [reason for reason in Reason if reason not in told] == [Reason.NAMED_LOCALITIES]
    alone = (Reason.UNDISCLOSED, Reason.NAMED_LOCALITIES)
    assert (
        Verdict(Relation.INCOMPARABLE, alone, (), ("口径",)).brief
        == "不可比：口径未披露（没有写明：口径）、具名地区不排名"
    )
