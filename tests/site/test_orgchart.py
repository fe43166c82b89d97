"""The organisation diagram: everything of the 组织 table is drawn, nothing lies on anything else, and always alike."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.library.files import ContentFile
from generator.library.model import Case, Library
from generator.library.reading.cases import read_case
from generator.library.sections import RecordTable
from generator.report import Diagnostics
from generator.views.orgchart import org_chart
from generator.views.orgchart.graph import case_graph
from generator.views.orgchart.measure import WIDEST
from generator.views.orgchart.text import MOST_UNITS, units, wrap
from tests.site.orgcharts import boxes, crossings, drawn, graph, overlaps

RELATIONS = {
    "领导": "上下",
    "指导": "上下",
    "组建": "上下",
    "报告": "上下",
    "联动": "并列",
    "参与": "并列",
    "协同": "并列",
}

CITY = """
| 编号 | 主体 | 类型 | 关系 | 对象 | 依据 |
|---|---|---|---|---|---|
| city | 市委 | 党委 | 领导 | district | P01 |
| district | 区委组织部 | 党政机关 | 指导 | industry | P01 |
| | | | 指导 | street | P01 |
| housing | 区住房和城乡建设局 | 政府部门 | 指导 | association | P01 |
| | | | 协同 | industry | P01 |
| industry | 物业管理行业党委 | 行业党委 | 领导 | firm-a | P01 |
| | | | 领导 | firm-b | P01 |
| | | | 组建 | rules | P01 |
| association | 物业管理协会 | 行业组织 | 联动 | firm-a | P01 |
| street | 街道党工委 | 党委 | 领导 | community-a | P01 |
| | | | 领导 | community-b | P01 |
| community-a | 临河社区党组织 | 社区 | 领导 | grid | P01 |
| | | | 联动 | firm-a | P01 |
| community-b | 山前社区党组织 | 社区 | 联动 | firm-b | P01 |
| firm-a | 第一物业服务有限公司 | 企业 | 参与 | council | P01 |
| firm-b | 第二物业服务有限公司 | 企业 | 参与 | council | P01 |
| committee | 业主委员会 | 居民自治组织 | 报告 | community-a | P01 |
| | | | 参与 | council | P01 |
| grid | 网格党小组 | 党小组 | 联动 | committee | P01 |
| police | 派出所 | 司法机关 | 联动 | 材料未说明 | P01 |
| volunteers | 志愿服务队 | 队伍 | | | P01 |
| school | 党校 | 高校 | | | P01 |
"""


@pytest.fixture(scope="module")
def city() -> Case:
    """A case with fifteen organisations and twenty relations, to each other and to a mechanism, a document, nothing told."""
    text = f"""---
title: 一城
short: 一城
source: one
places: [{{province: 某省}}]
lead: {{name: 物业管理行业党委, type: 行业党委}}
setting: 城市全域
added: 2026-01-01
---
一句话。

## 背景与起因

## 做法与经过

### 组织
{CITY}
### 机制

| 编号 | 名称 | 类别 | 依据 |
|---|---|---|---|
| council | 三方议事会 | 联席协商 | P01 |

## 成效与反响

## 探讨与评论

## 附录

### 文件与标准

| 编号 | 名称 | 类型 | 状态 | 依据 |
|---|---|---|---|---|
| rules | 《物业服务规范》 | 标准手册 | 已发布 | P01 |
"""
    diagnostics = Diagnostics()
    case = read_case(ContentFile("content/cases/one.md", text), diagnostics).case
    assert list(map(str, diagnostics)) == []
    assert case is not None
    return case


def test_fifteen_organisations_and_twenty_relations_do_not_overlap_and_hardly_cross(city: Case) -> None:
    parts = drawn(case_graph(city, RELATIONS))
    assert [pair for part in parts for pair in overlaps(part)] == []
    assert sum(map(crossings, parts)) <= 8


def test_every_organisation_target_and_relation_is_drawn(city: Case) -> None:
    svg = str(org_chart(city, RELATIONS))
    text = re.sub(r"<[^>]+>", "", re.sub(r"<desc>.*?</desc>", "", svg))
    for word in (
        "市委",
        "区委组织部",
        "三方议事会",
        "《物业服务规范》",
        "材料未说明",
        "志愿服务队",
        "报告",
        "领导",
        "联动",
        "参与",
        "组建",
    ):
        assert word in text
    assert svg.count('class="word"') == 20


def test_what_a_box_is_shows_in_its_shape_and_legend(city: Case) -> None:
    svg = str(org_chart(city, RELATIONS))
    assert svg.count('class="node organisation') == 15
    assert (
        svg.count('class="node mechanism"') == svg.count('class="node document"') == svg.count('class="node open"') == 1
    )
    assert svg.count('class="node organisation lead"') == 1
    assert "方框：组织；圆角：机制；折角：文件；虚框：材料未说明；粗框：牵头主体" in svg
    assert "切角" not in svg


def test_the_description_says_each_relation_as_the_table_does(city: Case) -> None:
    description = re.search(r"<desc>(.*?)</desc>", str(org_chart(city, RELATIONS)))
    assert description is not None
    relations, *others = description[1].split("。")
    sentences = relations.split("；")
    assert len(sentences) == 20
    assert others == ["另有 志愿服务队、党校", "牵头主体是 物业管理行业党委"]
    assert "业主委员会 报告 临河社区党组织" in sentences
    assert "派出所 联动 材料未说明" in sentences


def test_who_reports_stands_below_whom_it_reports_to(city: Case) -> None:
    places = {id_: box for part in drawn(case_graph(city, RELATIONS)) for id_, box in boxes(part).items()}
    assert places["committee"][1] > places["community-a"][1]


def test_who_leads_stands_above(city: Case) -> None:
    places = {id_: box for part in drawn(case_graph(city, RELATIONS)) for id_, box in boxes(part).items()}
    for upper, lower in (
        ("city", "district"),
        ("district", "industry"),
        ("industry", "firm-a"),
        ("street", "community-a"),
    ):
        assert places[upper][3] < places[lower][1]


def test_equals_stand_side_by_side() -> None:
    places = boxes(drawn(graph([("甲公司", "乙社区", "联动", True)]))[0])
    assert places["甲公司"][1] == places["乙社区"][1]


def test_relations_both_ways_between_equals_are_both_read() -> None:
    part = drawn(graph([("法院", "调解中心", "协同", True), ("调解中心", "法院", "依托", True)]))[0]
    assert overlaps(part) == []
    assert sorted(line.word[2] for line in part.lines if line.word) == ["依托", "协同"]


def test_several_relations_to_one_target_share_a_line(small_library: Library) -> None:
    of = case_graph(small_library.cases["jia"], {"领导": "上下", "联动": "并列"})
    assert [(link.upper, link.lower, link.word) for link in of.links] == [
        ("party", "team", "领导"),
        ("party", "firm", "联动"),
        ("firm", "firm?", "联动"),
    ]


def test_a_circle_of_leadership_is_drawn() -> None:
    part = drawn(graph([("甲", "乙", "领导", False), ("乙", "丙", "领导", False), ("丙", "甲", "指导", False)]))[0]
    assert len(boxes(part)) == 3
    assert sorted(line.word[2] for line in part.lines if line.word) == ["指导", "领导", "领导"]
    assert sorted(line.arrow[2] for line in part.lines if line.arrow) == ["down", "down", "up"]


def test_the_drawing_obeys_the_security_policy(city: Case) -> None:
    svg = str(org_chart(city, RELATIONS))
    assert not re.search(r"\bstyle=|<style|<script|\bon\w+=|https?://(?!www\.w3\.org/2000/svg)", svg)


def test_the_drawing_is_the_same_each_time(city: Case) -> None:
    assert org_chart(city, RELATIONS) == org_chart(city, dict(reversed(RELATIONS.items())))


def test_names_cannot_become_markup(city: Case) -> None:
    party = next(city.all_rows()).model_copy(update={"name": '<b>"&'})
    practice = city.parts[1]
    section = practice.sections[0]
    table = next(block for block in section.blocks if isinstance(block, RecordTable))
    section = replace(section, blocks=(replace(table, rows=(party, *table.rows[1:])),))
    practice = replace(practice, sections=(section, *practice.sections[1:]))
    svg = str(org_chart(replace(city, parts=(city.parts[0], practice, *city.parts[2:])), RELATIONS))
    assert "<b>" not in svg
    assert "&lt;b&gt;" in svg


def test_a_case_without_organisations_has_no_drawing(small_library: Library) -> None:
    assert org_chart(small_library.cases["yi"], RELATIONS) == ""


NAMES = [f"{'社区党组织' * (1 + number % 3)}{number}" for number in range(12)]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES), st.sampled_from(NAMES), st.sampled_from(["领导", "交叉任职", "协同"]), st.booleans()
        ),
        min_size=1,
        max_size=20,
        unique_by=lambda link: link[:2],
    )
)
def test_no_graph_makes_boxes_or_words_overlap(links: list[tuple[str, str, str, bool]]) -> None:
    """Any twenty relations between twelve organisations, circles and relations both ways among them."""
    several = [link for link in links if link[0] != link[1]]
    for part in drawn(graph(several)):
        assert overlaps(part) == []
        assert max(box[2] for box in boxes(part).values()) < WIDEST * 1.1


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("市委", ("市委",)),
        ("城阳区物业管理行业党委", ("城阳区物业", "管理行业党委")),
        ("2019年度物业服务行业表彰通报", ("2019年度物业", "服务行业表彰通报")),
    ],
)
def test_names_break_between_words(name: str, lines: tuple[str, ...]) -> None:
    assert wrap(name) == lines


@given(st.text("城阳区物业管理行业党委（）《》、，“”A1", min_size=1, max_size=40))
def test_lines_keep_every_character_and_never_begin_with_a_closing_mark(name: str) -> None:
    lines = wrap(name)
    assert "".join(lines) == name
    assert all(line[0] not in "、，》”）" for line in lines[1:])


def test_lines_are_of_like_length() -> None:
    lines = wrap("社区居民委员会、业主委员会、物业服务企业协调运行机制")
    assert max(map(units, lines)) <= MOST_UNITS + 2.5
