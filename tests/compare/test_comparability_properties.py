"""Properties of `compare`: what earns 可比 is worked out here a second time, from what an editor writes and nothing else."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import event, example, given
from hypothesis import strategies as st
from making import COMPLETE, SATISFACTION, figure, measure

from generator.compare.judging.comparability import FigureInCase, Reason, Relation, compare
from generator.library.entries import Measure, Place

COLUMNS = ("时段", "基期", "口径", "范围")
PANDEMIC = "疫情防控期间"
MEASURES: dict[str, Measure] = {
    found.name: found
    for found in (
        SATISFACTION,
        measure("投诉率的变化", "率的变化"),
        measure("投诉量的变化", "数量的变化"),
        measure("受理", "频率", "件"),
    )
}


class Said(NamedTuple):
    """What a literal says, told by hand."""

    unit: str
    exact: bool
    change: bool = False
    points: bool = False


LITERALS = {
    "50%": Said("%", exact=True),
    "87%": Said("%", exact=True),
    "近20%": Said("%", exact=False),
    "70%以上": Said("%", exact=False),
    "82%→87%": Said("%", exact=True, change=True, points=True),
    "下降30%": Said("%", exact=True, change=True),
    "下降近30%": Said("%", exact=False, change=True),
    "5个百分点": Said("个百分点", exact=True, change=True, points=True),
    "全覆盖": Said("", exact=False),
    "3000件": Said("件", exact=True),
    "2800件": Said("件", exact=True),
    "几十件": Said("件", exact=False),
    "12—15件": Said("件", exact=False),
    "1200余户": Said("户", exact=False),
}
PLACES = {
    "甲省": Place(province="甲省"),
    "甲省乙县": Place(province="甲省", county="乙县"),
    "丙省": Place(province="丙省"),
}
CHOICES: dict[str, list[str]] = {
    "literal": list(LITERALS),
    "name": ["满意度", "投诉"],
    "status": ["已实现", "现状", "目标", "计划", "背景"],
    "measure": ["", *MEASURES],
    "case": ["jia", "yi"],
    "place": list(PLACES),
    "时段": ["", "2020年", "2021年", "２０２０ 年"],
    "基期": ["", "2019年", "2018年"],
    "口径": ["", "入户问卷", "电话问卷"],
    "范围": ["", "甲省全省", "乙县", "全区"],
    "标记": ["", "", "", PANDEMIC],
}
Raw = dict[str, str]
WHOLE: Raw = {
    "literal": "87%",
    "name": "满意度",
    "status": "已实现",
    "measure": "满意度",
    "case": "jia",
    "place": "甲省",
    "时段": "2020年",
    "基期": "2019年",
    "口径": "入户问卷",
    "范围": "甲省全省",
    "标记": "",
}


def made(raw: Raw) -> FigureInCase:
    columns = {name: raw[name] for name in (*COLUMNS, "标记")}
    return figure(
        raw["literal"],
        raw["name"],
        status=raw["status"],
        of=MEASURES.get(raw["measure"]),
        case=raw["case"],
        place=PLACES[raw["place"]],
        **columns,
    )


@st.composite
def changed(draw: st.DrawFn, raw: Raw, most: int = 4) -> Raw:
    """``raw`` with up to ``most`` of its values drawn anew, so that near misses are common."""
    names = draw(st.lists(st.sampled_from(list(CHOICES)), max_size=most, unique=True))
    return {**raw, **{name: draw(st.sampled_from(CHOICES[name])) for name in names}}


anything = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in CHOICES.items()})
raws = st.one_of(changed(WHOLE), anything)
pairs = st.one_of(
    changed(WHOLE).flatmap(lambda raw: st.tuples(st.just(raw), changed(raw, 2))), st.tuples(anything, anything)
)


def folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def is_change(raw: Raw) -> bool:
    return LITERALS[raw["literal"]].change or raw["measure"].endswith("的变化")


def unit(raw: Raw) -> str:
    said = LITERALS[raw["literal"]].unit
    return said or (MEASURES[raw["measure"]].unit if raw["measure"] else "")


def earned(a: Raw, b: Raw) -> bool:
    """DESIGN §3 and decision 0005, condition by condition."""
    both = (LITERALS[a["literal"]], LITERALS[b["literal"]])
    stated = ["时段", "口径", "范围"]
    if is_change(a) or is_change(b) or a["基期"] or b["基期"]:
        stated.append("基期")
    one_place = a["place"] == b["place"]
    levels = PLACES[a["place"]].levels
    named = all(any(level in raw["范围"] for level in levels) for raw in (a, b))
    return all(
        (
            a["measure"] and a["measure"] == b["measure"],
            a["status"] == b["status"],
            unit(a) == unit(b),
            is_change(a) == is_change(b),
            both[0].points == both[1].points,
            both[0].exact and both[1].exact,
            all(a[name] and b[name] and folded(a[name]) == folded(b[name]) for name in stated),
            PANDEMIC not in (a["标记"], b["标记"]),
            a["case"] == b["case"] or (one_place and named),
        )
    )


@given(pairs)
def test_figures_are_comparable_exactly_when_every_condition_is_stated_and_alike(pair: tuple[Raw, Raw]) -> None:
    a, b = pair
    found = compare(made(a), made(b))
    event(found.relation.value)
    assert found.comparable == earned(a, b)


@given(pairs)
@example(({**WHOLE, "时段": "2021年"}, {**WHOLE, "measure": ""}))
def test_the_order_of_the_two_makes_no_difference_to_any_word(pair: tuple[Raw, Raw]) -> None:
    a, b = map(made, pair)
    one, other = compare(a, b), compare(b, a)
    assert (one, one.words, one.brief) == (other, other.words, other.brief)


@given(raws)
def test_a_figure_against_itself_differs_in_nothing_and_is_no_series(raw: Raw) -> None:
    found = compare(made(raw), made(raw))
    assert found.relation is not Relation.SERIES
    assert found.differing == ()
    assert set(found.reasons) <= {Reason.UNDISCLOSED, Reason.APPROXIMATE, Reason.PANDEMIC}
    assert found.comparable == earned(raw, raw)


@given(pairs, st.sampled_from(COLUMNS))
def test_a_condition_left_blank_is_never_comparable(pair: tuple[Raw, Raw], column: str) -> None:
    a, b = pair[0], {**pair[1], column: ""}
    if column == "基期" and not (a["基期"] or is_change(a) or is_change(b)):
        return  # a level is not measured against anything
    found = compare(made(a), made(b))
    assert not found.comparable
    if found.relation is Relation.INCOMPARABLE:
        assert Reason.UNDISCLOSED in found.reasons and column in found.undisclosed


@given(pairs, st.sampled_from([*COLUMNS, "measure"]), st.data())
def test_telling_more_makes_comparable_only_by_filling_a_blank_or_ending_a_difference(
    pair: tuple[Raw, Raw], column: str, data: st.DataObject
) -> None:
    a, b = pair
    told = {**a, column: data.draw(st.sampled_from([value for value in CHOICES[column] if value]))}
    before, after = compare(made(a), made(b)), compare(made(told), made(b))
    if after.comparable and not before.comparable:
        assert folded(told[column]) == folded(b[column]) != ""
        assert folded(a[column]) != folded(b[column])
        if column != "measure" and before.relation is Relation.INCOMPARABLE:
            assert column in (*before.undisclosed, *before.differing)


@given(pairs)
def test_named_localities_are_never_comparable_nor_a_series(pair: tuple[Raw, Raw]) -> None:
    a, b = pair[0], {**pair[1], "case": "yi" if pair[0]["case"] == "jia" else "jia"}
    if a["place"] != b["place"]:
        found = compare(made(a), made(b))
        assert found.relation is Relation.INCOMPARABLE
        assert Reason.NAMED_LOCALITIES in found.reasons
        assert str(Reason.NAMED_LOCALITIES) in found.words


@given(pairs)
def test_pandemic_figures_are_compared_with_nothing_not_even_each_other(pair: tuple[Raw, Raw]) -> None:
    for a, b in ((pair[0], {**pair[1], "标记": PANDEMIC}), tuple({**raw, "标记": PANDEMIC} for raw in pair)):
        found = compare(made(a), made(b))
        assert found.relation is Relation.INCOMPARABLE
        assert Reason.PANDEMIC in found.reasons


@given(pairs, st.sampled_from([literal for literal, said in LITERALS.items() if not said.exact]))
def test_what_is_no_exact_number_is_never_comparable(pair: tuple[Raw, Raw], literal: str) -> None:
    found = compare(made(pair[0]), made({**pair[1], "literal": literal}))
    assert not found.comparable
    assert found.relation is Relation.SERIES or Reason.APPROXIMATE in found.reasons


@given(pairs)
def test_targets_and_plans_never_stand_with_results(pair: tuple[Raw, Raw]) -> None:
    for unreached in ("目标", "计划"):
        for reached in ("已实现", "现状", "背景"):
            found = compare(made({**pair[0], "status": unreached}), made({**pair[1], "status": reached}))
            assert found.relation is Relation.INCOMPARABLE
            assert found.reasons[0] is Reason.TARGET_NOT_RESULT


@given(pairs)
def test_a_verdict_always_says_something_and_only_from_the_closed_list(pair: tuple[Raw, Raw]) -> None:
    found = compare(*map(made, pair))
    assert found.words and found.brief
    order = list(Reason)
    places = [order.index(reason) for reason in found.reasons]
    assert all(before < after for before, after in pairwise(places))
    assert bool(found.reasons) == (found.relation is Relation.INCOMPARABLE)
    assert found.words.startswith(str(found.relation)) and found.brief.startswith(str(found.relation))
    if found.reasons:
        assert any(str(reason) in found.brief for reason in found.reasons)
    assert (Reason.BASIS in found.reasons) == bool(found.differing)
    assert (Reason.UNDISCLOSED in found.reasons) == bool(found.undisclosed)
    assert not set(found.differing) & set(found.undisclosed)
    assert {*found.differing, *found.undisclosed} <= {"可比指标", *COLUMNS}


@given(pairs)
def test_who_is_asked_and_how_the_row_is_called_decide_nothing(pair: tuple[Raw, Raw]) -> None:
    a, b = map(made, pair)
    renamed = replace(a, case_name="别名", figure=a.figure.model_copy(update={"id": "another"}))
    assert compare(renamed, b) == compare(a, b)


@given(raws, raws, raws)
def test_being_comparable_is_handed_on(a: Raw, b: Raw, c: Raw) -> None:
    """What may be ranked with the same figure may be ranked together, so that a comparable group has no seams."""
    one, other, third = map(made, ({**WHOLE, **a}, b, c))
    if compare(one, other).comparable and compare(other, third).comparable:
        assert compare(one, third).comparable


def test_the_hand_made_table_of_literals_says_what_they_say() -> None:
    for literal, said in LITERALS.items():
        found = figure(literal)
        assert (found.unit, found.is_change, found.is_points) == (said.unit, said.change, said.points), literal


@pytest.mark.parametrize("column", [*COLUMNS, "measure", "status", "literal", "标记", "case"])
def test_one_step_from_a_comparable_pair_leaves_it(column: str) -> None:
    """The properties above are not empty: the whole pair is comparable, and each single change that matters ends that."""
    steps: Raw = {
        **dict.fromkeys(COLUMNS, "另一种"),
        "measure": "投诉率的变化",
        "status": "目标",
        "literal": "近20%",
        "标记": PANDEMIC,
        "case": "yi",
    }
    assert compare(made(WHOLE), made(WHOLE)).comparable
    other = {**WHOLE, column: steps[column]}
    if column == "case":
        other["place"] = "丙省"
    assert not compare(made(WHOLE), made(other)).comparable


NOT_TOLD = ("材料未说明", "未说明", "不详", "年份未载", "—")


@pytest.mark.parametrize("words", NOT_TOLD)
@pytest.mark.parametrize("column", ["时段", "口径", "范围"])
def test_a_condition_that_says_it_is_not_told_is_no_condition(column: str, words: str) -> None:
    try:
        a, b = (figure(text, of=SATISFACTION, **{**COMPLETE, column: words}) for text in ("82%", "87%"))
    except ValueError:
        return  # refused with a message is as good: then no such figure exists
    assert Reason.UNDISCLOSED in compare(a, b).reasons


@pytest.mark.parametrize("words", ["今年", "去年", "目前", "往年", "今年1—7月", "8月3日"])
def test_a_year_told_only_by_its_article_is_not_the_same_year_elsewhere(words: str) -> None:
    place = Place(province="甲省", county="丙区")
    conditions = {**COMPLETE, "范围": "丙区全部社区", "时段": words}
    a, b = (figure("82%", of=SATISFACTION, case=case, place=place, **conditions) for case in ("jia", "yi"))
    assert not compare(a, b).comparable
