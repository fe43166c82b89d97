"""The table of examples that Python's and the page's judgement of figures are held to: tests/compare/verdicts.json.

``VERDICTS=overwrite python -m pytest tests/compare/test_verdict_table.py`` writes it anew, after a wanted change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product
from pathlib import Path

from making import SATISFACTION, figure, measure

from generator.compare.asking.side_by_side import Data, judged_data, places_data
from generator.compare.judging.comparability import FigureInCase, Verdict, compare
from generator.library.entries import Measure, Place
from generator.library.figures import WORDS
from generator.library.model import Library
from generator.library.rows import Figure

TABLE = Path(__file__).with_name("verdicts.json")
LIMIT = 300
Pair = tuple[FigureInCase, FigureInCase]

_FULL = {"时段": "2020年", "基期": "2019年", "口径": "入户问卷", "范围": "甲省甲街道"}
_MEASURES = (
    None,
    SATISFACTION,
    measure("投诉率的变化", "率的变化"),
    measure("投诉量的变化", "数量的变化"),
    measure("受理数", "频率", "件"),
    measure("参与率", "率", "个百分点"),
)
_LITERALS = ("50%", "87%", "近20%", "82%→87%", "下降30%", "5个百分点", "百分点", "3000件", "几十家", *WORDS)
_COLUMNS: tuple[dict[str, str], ...] = (
    {},
    {"时段": ""},
    {"时段": "2021年"},
    {"时段": "２０２０ 年"},
    {"时段": "2020\u3000年\x1c\x85"},
    {"时段": " \u3000"},
    {"口径": ""},
    {"口径": "抽样"},
    {"范围": ""},
    {"范围": "乙街道"},
    {"范围": "甲街道"},
    {"基期": ""},
    {"基期": "2018年"},
    {"标记": "疫情防控期间"},
    {"标记": "文中自述"},
)
_STATUSES = ("已实现", "现状", "目标", "计划", "背景")
_PLACES = (Place(province="甲省"), Place(province="甲省", city="甲市"), Place(province="甲省", inferred=("province",)))


def _satisfaction(literal: str = "50%", **changed: str) -> FigureInCase:
    return figure(literal, of=SATISFACTION, place=_PLACES[0], **{**_FULL, **changed})


def corners() -> Iterator[Pair]:
    """Pairs that each hold one corner of the rule, always in the table; a judge who forgets that corner says other words."""
    base, later = _satisfaction(), {"时段": "2021年"}
    yield base, _satisfaction("87%", 时段="２０２０ 年")
    yield base, _satisfaction("87%", 时段="2020\u3000年\x1c\x85")
    yield base, _satisfaction("87%", 时段=" \u3000")
    yield base, _satisfaction("87%", **later)
    for column in ("范围", "口径", "基期"):
        yield base, _satisfaction("87%", **{**later, column: "别的"})
        yield base, _satisfaction("87%", **{**later, column: ""})
    yield base, replace(_satisfaction("87%", **later), case_id="yi")
    nameless = [
        figure(text, of=None, place=_PLACES[0], **{**_FULL, **when}) for text, when in (("50%", {}), ("87%", later))
    ]
    yield nameless[0], nameless[1]
    yield _satisfaction("5名→6名"), _satisfaction("6名")
    yield _satisfaction("5百分点"), _satisfaction("下降5%")
    yield _satisfaction("5百分点"), _satisfaction("5%")
    city = figure("50%", of=SATISFACTION, place=_PLACES[1], **{**_FULL, "范围": "甲市老城"})
    yield city, replace(city, case_id="yi")
    yield city, replace(_satisfaction(范围="甲市老城"), case_id="yi")


def figures_of(library: Library) -> list[FigureInCase]:
    """Every figure of a library, as it is judged."""
    return [FigureInCase.of(library, case, figure) for case in library.cases.values() for figure in case.rows(Figure)]


def signature(verdict: Verdict) -> tuple[object, ...]:
    """What makes one verdict another, but for the columns named."""
    return verdict.relation, verdict.reasons


def candidates(*libraries: Library) -> Iterator[Pair]:
    """Real pairs first, then made ones that differ in one thing, then in several."""
    for library in libraries:
        yield from combinations(figures_of(library), 2)
    base = figure("50%", of=SATISFACTION, place=_PLACES[0], **_FULL)
    made = list(_made())
    yield from ((base, item) for item in made)
    yield from ((item, replace(item, case_id="yi")) for item in made)
    yield from product(made[::7], made[::5])


def _made() -> Iterator[FigureInCase]:
    for changed, place in product(_COLUMNS, _PLACES):
        yield figure("50%", of=SATISFACTION, place=place, **{**_FULL, **changed})
    for literal, of in product(_LITERALS, _MEASURES):
        for name, columns in (("满意度", _FULL), ("满 意度", {}), ("投诉", _FULL)):
            yield figure(literal, name, of=of, place=_PLACES[0], **columns)
    for status, case in product(_STATUSES, ("jia", "yi")):
        yield figure("50%", of=SATISFACTION, status=status, case=case, place=_PLACES[0], **_FULL)


def chosen(pairs: Iterable[Pair]) -> list[Pair]:
    """The first pair of each signature, then of each wording and each kind of item, as many as the table holds."""
    signatures: dict[object, Pair] = {}
    others: dict[object, Pair] = {}
    for pair in pairs:
        verdict = compare(*pair)
        signatures.setdefault(signature(verdict), pair)
        if len(verdict.reasons) <= 2:
            a, b = (item.figure for item in pair)
            others.setdefault((verdict.words, a.quantity.literal, b.quantity.literal, a.mark, b.mark), pair)
    kept = [*corners(), *signatures.values()]
    return [*kept, *(pair for pair in others.values() if pair not in kept)][:LIMIT]


def encoded(pairs: list[Pair]) -> Data:
    """The table as JSON: each figure once, pairs by its number with what is said of them."""
    figures: list[Data] = []
    rows = []
    for a, b in pairs:
        places = []
        for item in (a, b):
            told = {"case": item.case_id, "places": places_data(item.places), **judged_data(item)}
            if told not in figures:
                figures.append(told)
            places.append(figures.index(told))
        rows.append([*places, *told_of(compare(a, b))])
    return {"figures": figures, "pairs": rows}


def told_of(verdict: Verdict) -> list[str]:
    """What the table says of a pair: all words, then the brief ones."""
    return [verdict.words, verdict.brief]


def decoded(data: Data) -> FigureInCase:
    """A figure of the table as Python judges it. Its literal is parsed anew, so that the parser is held to the table too."""
    row = {
        "编号": "f",
        "指标": data["name"],
        "数值": data["literal"],
        "状态": data["status"],
        "时段": data["period"],
        "基期": data["baseline"],
        "口径": data["basis"],
        "范围": data["scope"],
        "标记": data["mark"],
        "依据": "P01",
    }
    of = data["measure"]
    if isinstance(of, dict):
        row["可比指标"] = of["id"]
    built = Figure.model_validate({key: value for key, value in row.items() if value}, context={"source": "s"})
    places = data["places"]
    assert isinstance(places, list)
    return FigureInCase(
        str(data["case"]),
        str(data["case"]),
        tuple(Place(province=p, city=c, county=d, town=t, inferred=tuple(i)) for p, c, d, t, i in places),
        built,
        Measure(name=of["name"], unit=of["unit"], kind=of["kind"], meaning="-") if isinstance(of, dict) else None,
    )


def written(table: Data) -> str:
    """The file: one figure and one pair a line, so that a diff can be read."""

    def lines(name: str) -> str:
        rows = table[name]
        assert isinstance(rows, list)
        return ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)

    return f'{{"figures": [\n{lines("figures")}\n],\n"pairs": [\n{lines("pairs")}\n]}}\n'
