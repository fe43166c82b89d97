"""What the desktop answers beyond the exact set: facets, tiers, order, and how a terminal or a program is told."""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from search_corpus import libraries, plain_scan, read_library

from generator.search.desktop.answer import ADDED, Answer, search
from generator.search.desktop.facets import FacetError, facet_values, read_facets
from generator.search.desktop.similar import PlaceError, related
from generator.search.desktop.terminal import answer_json, answer_text, related_json, related_text
from generator.search.fields import Chosen
from generator.search.records import Block, Record
from generator.search.synonyms import Synonyms

FIXTURE = Path(__file__).resolve().parents[1] / "js" / "fixture" / "library.json"
PROVINCES = ("浙江省", "山东省", "四川省")
SYNONYMS = Synonyms((("业主委员会", "业委会"), ("网格", "责任片")))


@pytest.fixture
def library() -> list[Record]:
    return read_library(FIXTURE)


def keys(answer: Answer, match: str) -> set[tuple[str, str]]:
    return {(hit.page, hit.anchor) for hit in answer.hits if hit.match == match}


def record(anchor: str, *texts: str, page: str = "a.html", heading: str = "标题", added: str = "") -> Record:
    blocks = (Block(heading, True), *map(Block, texts))
    return Record(page, anchor, "页", heading, "案例", {"类型": ("案例",)}, blocks, added)


@settings(max_examples=40, deadline=None)
@given(
    libraries(),
    st.text("网格ab。5", min_size=1, max_size=3),
    st.lists(st.sampled_from(PROVINCES), min_size=1, max_size=2, unique=True),
)
def test_the_exact_set_is_the_plain_scan_with_facets_too(before: list[Record], text: str, asked: list[str]) -> None:
    having = {f"cases/{page}.html": (PROVINCES[page % 3],) for page in range(9)}
    library = [replace(item, facets={**item.facets, "省份": having[item.page]}) for item in before]
    wanted = {(item.page, item.anchor) for item in library if having[item.page][0] in asked}
    expected = plain_scan(library, text) & wanted
    with tempfile.TemporaryDirectory() as cache:
        chosen = Chosen({"省份": tuple(asked)}, ())
        assert keys(search(library, Path(cache), text, facets=chosen), "exact") == expected
        if library and set(asked) <= set(facet_values(library)["省份"]):
            query = " ".join([text, *(f"省份:{value}" for value in asked)])
            assert keys(search(library, Path(cache), query), "exact") == expected


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_any_query_is_answered_in_json_and_in_lines(query: str) -> None:
    with tempfile.TemporaryDirectory() as cache:
        answer = search(read_library(FIXTURE), Path(cache), query, limit=5)
    data = json.loads(answer_json(answer))
    assert data["query"] == query
    assert data["total"] >= len(data["hits"])
    assert answer_text(answer, 80)


@pytest.mark.parametrize("query", ["😀", "<b>&quot;\"'", "\\u0000\x00\x1b[31m", "长" * 10_000, "省份:" * 2_500])
def test_odd_queries_are_told_in_json(library: list[Record], tmp_path: Path, query: str) -> None:
    data = json.loads(answer_json(search(library, tmp_path, query)))
    assert data["query"] == query
    told = answer_text(search(library, tmp_path, query), 80)
    assert len(told) < 800
    assert "\x00" not in told


def test_a_hit_in_json_has_what_a_hit_in_the_page_has(library: list[Record], tmp_path: Path) -> None:
    data = json.loads(answer_json(search(library, tmp_path, "网格 类型:案例", limit=1)))
    assert set(data) == {"query", "total", "pages", "hits", "facets", "unknown"}
    assert set(data["hits"][0]) == {
        *("match", "via", "page", "anchor", "place", "title", "heading", "type", "score", "terms", "excerpt")
    }
    assert data["facets"][0] == ["类型", [["案例", 2]]]


def test_a_facet_is_counted_as_if_it_were_not_chosen(library: list[Record], tmp_path: Path) -> None:
    chosen = read_facets(["省份:山东"], facet_values(library))
    answer = search(library, tmp_path, "网格", facets=chosen)
    assert answer.total == 1
    assert answer.facets == {"类型": {"案例": 1}, "省份": {"浙江省": 1, "山东省": 1}}


@pytest.mark.parametrize("given", ["省份:浙江", "省份=浙江省", "省：浙江", "省份＝“浙江省”"])
def test_a_facet_is_given_in_any_of_the_usual_ways(library: list[Record], given: str) -> None:
    assert read_facets([given], facet_values(library)).wanted == {"省份": ("浙江省",)}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("省份:浙工省", "省份“浙工省” 不在 浙江省、山东省 之中。是否为“浙江省”？"),
        ("类形=案例", "筛选项“类形” 不在 类型、省份 之中。是否为“类型”？"),
        ("浙江", "筛选项“浙江” 不在 类型、省份 之中。"),
        ("省份:", "--facet 省份: 没有写值，应如 --facet 省份:浙江省。"),
    ],
)
def test_an_unknown_facet_is_told_with_those_there_are(library: list[Record], given: str, told: str) -> None:
    with pytest.raises(FacetError, match=f"^{re.escape(told)}$"):
        read_facets([given], facet_values(library))


def test_a_field_with_an_unknown_value_finds_nothing_by_words_and_says_so(
    library: list[Record], tmp_path: Path
) -> None:
    answer = search(library, tmp_path, "网格 省份:火星")
    assert answer.total == 0
    assert answer_text(answer, 80).startswith("省份“火星” 不在 浙江省、山东省 之中。")
    assert json.loads(answer_json(answer))["unknown"] == [["省份", "火星", ["浙江省", "山东省"]]]


def test_what_looks_like_a_field_is_found_as_it_stands(tmp_path: Path) -> None:
    library = [record("s", "平台类型：行业"), record("t", "行业")]
    assert keys(search(library, tmp_path, "类型:行业"), "exact") == {("a.html", "s")}


def test_tiers_stand_below_one_another(tmp_path: Path) -> None:
    library = [
        record("top", "说明", heading="网格"),
        record("words", "业委会成立", "网格一张", heading="小节"),
        record("context", "业委会", heading="别节"),
        record("synonym", "业主委员会与网格", heading="又一节"),
        record("exact", "网格业委会", page="b.html"),
        record("none", "业主委员会", page="c.html"),
    ]
    answer = search(library, tmp_path, "网格 业委会", synonyms=SYNONYMS)
    assert [(hit.anchor, hit.match, hit.via) for hit in answer.hits] == [
        ("exact", "exact", ""),
        ("words", "words", ""),
        ("context", "context", ""),
        ("synonym", "synonym", "业主委员会"),
    ]
    assert "（同义：业主委员会）" in answer_text(answer, 80)


def test_a_synonym_is_looked_for_and_named_below_every_exact_hit(tmp_path: Path) -> None:
    library = [record("a", "业主委员会", heading="业主委员会"), record("b", "前文很长，后面才有业委会", page="b.html")]
    answer = search(library, tmp_path, "业委会", synonyms=SYNONYMS)
    assert [(hit.anchor, hit.match, hit.via) for hit in answer.hits] == [
        ("b", "exact", ""),
        ("a", "synonym", "业主委员会"),
    ]
    assert search(library, tmp_path, "业委会 类型:案例", synonyms=SYNONYMS).total == 1
    assert keys(search(library, tmp_path, "业主委员会 -业委会", synonyms=SYNONYMS), "synonym") == set()


def test_an_excluded_word_holds_for_synonyms_too(tmp_path: Path) -> None:
    library = [record("a", "业主委员会与网格"), record("b", "业主委员会与网格，物业", page="b.html")]
    answer = search(library, tmp_path, "业委会 网格 -物业", synonyms=SYNONYMS)
    assert keys(answer, "synonym") == {("a.html", "a")}


def test_sorted_by_date_the_latest_stands_first_within_its_tier(tmp_path: Path) -> None:
    library = [
        record("old", "网格网格网格", heading="网格", added="2024-01-02"),
        record("new", "说到网格", page="b.html", added="2025-03-04"),
        record("other", "责任片", page="c.html", added="2026-01-01"),
    ]
    by_date = search(library, tmp_path, "网格", sort=ADDED, synonyms=SYNONYMS)
    assert [hit.anchor for hit in by_date.hits] == ["new", "old", "other"]
    assert [hit.anchor for hit in search(library, tmp_path, "网格").hits] == ["old", "new"]


def test_words_that_stand_together_come_before_words_far_apart(tmp_path: Path) -> None:
    library = [record("far", "网格" + "远" * 60 + "党建"), record("near", "网格与党建" + "远" * 60, page="b.html")]
    assert [hit.anchor for hit in search(library, tmp_path, "网格 党建").hits] == ["near", "far"]


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_but_an_address_is_wider_than_the_terminal(library: list[Record], tmp_path: Path, width: int) -> None:
    lines = answer_text(search(library, tmp_path, "物业"), width).splitlines()
    assert all(cell_len(re.sub(r"\x1b\[[\d;]*m", "", line)) <= width for line in lines if ".html#" not in line)
    assert not any(line.lstrip().startswith(tuple("，。、；：）”")) for line in lines)


def test_what_a_page_is_about_comes_first_and_what_only_speaks_of_it_last(tmp_path: Path) -> None:
    library = [
        record("top", "全国的说明", heading="西塘：经验"),
        replace(record("limits", "党建党建的局限"), aside=True),
        record("practice", "党建的做法"),
        record("other", "西塘与党建，西塘与党建", page="b.html"),
    ]
    assert [hit.anchor for hit in search(library, tmp_path, "西塘 党建").hits] == ["practice", "limits", "other"]


RELATED = [
    record("s", "蓝天救援队在景区夜间巡逻", "一般说明", page="cases/xi.html"),
    record("t", "景区另说", "设立12项便民服务事项、联合调解中心", page="cases/xi.html"),
    record("hit", "成立“蓝天”救援队，昼夜值守", page="m.html"),
    record("weak", "区夜间巡照明", page="n.html"),
    replace(record("row", "蓝天救援队在景区夜间巡逻", page="t.html"), kind="表"),
    *(record("x", f"第{number}件与此无关的事", page=f"x{number}.html") for number in range(40)),
]


@pytest.mark.parametrize("place", ["xi", "cases/xi.html", "cases/xi.html#s"])
def test_related_sections_share_the_most_telling_runs_and_say_which(place: str) -> None:
    known = {(item.page, item.anchor): item for item in RELATED}
    hits = related(known, place)
    assert [hit.key[1] for hit in hits] == ["hit", "weak"]
    assert hits[0].shared == ("蓝天救援队",)
    assert "共有：" in related_text(place, hits, known, 80)
    assert json.loads(related_json(place, hits, known))["hits"][0]["shared"] == ["蓝天救援队"]


def test_a_shared_run_is_given_as_a_word_not_as_it_was_cut() -> None:
    others = [
        record("measure", "办理5项便民服务", page="o.html"),
        record("name", "成立联合调解中心", page="p.html"),
        record("term", "联合调解中心", page="q.html", heading="联合调解中心"),
    ]
    hits = related({(item.page, item.anchor): item for item in [*RELATED, *others]}, "xi")
    shared = {hit.key[1]: hit.shared for hit in hits}
    assert (shared["measure"], shared["name"]) == (("便民服务",), ("联合调解中心",))


@pytest.mark.parametrize(("place", "told"), [("xl", "是否为“xi”？"), ("xi#u", "“u” 不在 s、t 之中")])
def test_a_place_that_is_not_there_is_told_with_the_nearest(place: str, told: str) -> None:
    with pytest.raises(PlaceError, match=re.escape(told)):
        related({(item.page, item.anchor): item for item in RELATED}, place)
