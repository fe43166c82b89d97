"""Groups, series and order: no group holds what `compare` keeps apart, and only a comparable group is ever ordered."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import COMPLETE, SATISFACTION, figure, measure

from generator.compare.judging.comparability import FigureInCase, Relation, compare
from generator.compare.judging.groups import comparable_groups, lookalikes, series
from generator.compare.judging.ranking import NotComparableError, difference, is_rankable, rank_words, ranked, rise
from generator.library.entries import Measure, Place
from generator.library.model import Library
from generator.library.rows import Figure

UP = SATISFACTION.model_copy(update={"better": "升"})
DOWN = measure("投诉量的变化", "数量的变化").model_copy(update={"better": "降"})
TOWN = Place(province="甲省", town="甲街道")
figures = st.builds(
    figure,
    st.sampled_from(["50%", "87%", "91.5%", "近20%", "82%→87%", "下降30%", "上升5%", "全覆盖", "3000件"]),
    st.sampled_from(["满意度", "投诉"]),
    status=st.sampled_from(["已实现", "目标"]),
    of=st.sampled_from([None, UP, DOWN]),
    case=st.sampled_from(["jia", "yi"]),
    place=st.sampled_from([None, TOWN]),
    时段=st.sampled_from(["", "2020年", "2021年", "２０２０年"]),
    基期=st.sampled_from(["", "2019年"]),
    口径=st.sampled_from(["", "入户问卷"]),
    范围=st.sampled_from(["", "甲街道"]),
    标记=st.sampled_from(["", "", "", "疫情防控期间"]),
)
many = st.lists(figures, max_size=14)


def of_real_cases(places: dict[str, Place | None]) -> st.SearchStrategy[list[FigureInCase]]:
    """Complete figures, many of them comparable; each case has one set of places, as every case of a library has."""
    one = st.builds(
        lambda literal, of, case, period: figure(
            literal, of=of, case=case, place=places[case], **{**COMPLETE, "时段": period}
        ),
        st.sampled_from(["50%", "87%", "下降30%"]),
        st.sampled_from([UP, DOWN]),
        st.sampled_from(["jia", "yi"]),
        st.sampled_from(["2020年", "２０２０年", "2021年"]),
    )
    return st.lists(one, max_size=10)


place = st.sampled_from([None, TOWN])
real_cases = st.fixed_dictionaries({"jia": place, "yi": place}).flatmap(of_real_cases)


def complete(literal: str, name: str = "满意度", of: Measure = UP, **columns: str) -> FigureInCase:
    return figure(literal, name, of=of, **{**COMPLETE, **columns})


def literals(group: tuple[FigureInCase, ...]) -> list[str]:
    return [item.figure.quantity.literal for item in group]


@given(many)
def test_no_group_holds_two_figures_that_are_not_comparable(items: list[FigureInCase]) -> None:
    for group in comparable_groups(items):
        assert all(compare(a, b).comparable for a, b in combinations(group, 2))


@given(many)
def test_every_figure_is_in_exactly_one_group(items: list[FigureInCase]) -> None:
    assert sorted(id(item) for group in comparable_groups(items) for item in group) == sorted(map(id, items))


@given(real_cases)
def test_two_comparable_figures_are_never_torn_apart(items: list[FigureInCase]) -> None:
    """Comparable is an equivalence, so the greedy partition is also the coarsest one."""
    home = {id(item): number for number, group in enumerate(comparable_groups(items)) for item in group}
    assert all(home[id(a)] == home[id(b)] for a, b in combinations(items, 2) if compare(a, b).comparable)


@given(many, st.randoms())
def test_the_order_of_the_figures_makes_no_difference(items: list[FigureInCase], random: object) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert comparable_groups(shuffled) == comparable_groups(items)
    assert series(shuffled) == series(items)


@given(many)
def test_a_series_is_of_one_status_and_in_time_order(items: list[FigureInCase]) -> None:
    for group in series(items):
        assert all(compare(a, b).relation is Relation.SERIES for a, b in combinations(group, 2))
        assert len({item.figure.status for item in group}) == 1


@given(many)
def test_only_a_wholly_comparable_group_is_ever_ordered(items: list[FigureInCase]) -> None:
    group = tuple(items)
    if any(not compare(a, b).comparable for a, b in combinations(group, 2)):
        assert not is_rankable(group)
        with pytest.raises(NotComparableError):
            ranked(group)


def test_the_better_direction_of_the_measure_decides_which_comes_first() -> None:
    levels = (complete("85%"), complete("91.5%"), complete("78%"))
    changes = (complete("下降20%", of=DOWN), complete("上升5%", of=DOWN), complete("下降35%", of=DOWN))
    assert literals(ranked(levels)) == ["91.5%", "85%", "78%"]
    assert literals(ranked(changes)) == ["下降35%", "下降20%", "上升5%"]


def test_a_measure_with_no_better_direction_keeps_the_order_and_says_nothing_of_rank() -> None:
    group = (complete("300件", of=measure("受理", "频率", "件")), complete("500件", of=measure("受理", "频率", "件")))
    assert literals(ranked(group)) == ["300件", "500件"]
    assert rank_words(group) == ""


def test_a_change_without_a_direction_has_no_order() -> None:
    assert not is_rankable((complete("20%", of=DOWN), complete("30%", of=DOWN)))


def test_a_difference_of_percentages_is_in_percentage_points() -> None:
    assert difference(91.5, 85, "%") == "6.5个百分点"
    assert difference(300, 1_500_000, "件") == "1499700件"
    assert rise(complete("82%→87%")) == "5个百分点"
    assert rise(complete("1000户→1002户")) == "2户"
    assert rise(complete("近82%→87%")) == ""


def test_a_series_with_a_time_that_cannot_be_placed_is_no_series() -> None:
    told = {"基期": "", "口径": "率", "范围": "全区"}
    dated = (complete("70%", 时段="2021年底", **told), complete("50%", 时段="到2020年底", **told))
    assert list(map(literals, series(dated))) == [["50%", "70%"]]
    assert series((dated[0], complete("50%", 时段="接管一年", **told))) == ()
    assert series((dated[0], complete("50%", 时段="到2021年底", **told))) == ()


def test_real_figures_form_no_comparable_group_one_series_and_two_sets_that_only_look_alike(
    real_library: Library,
) -> None:
    items = [
        FigureInCase.of(real_library, case, row) for case in real_library.cases.values() for row in case.rows(Figure)
    ]
    assert all(len(group) == 1 for group in comparable_groups(items))
    assert list(map(literals, series(items))) == [["50%", "70%以上", "全覆盖"]]
    assert list(map(literals, lookalikes(items))) == [
        ["下降30%以上", "提升30%以上"],
        ["降低47.2%", "下降75%", "下降80%"],
    ]
