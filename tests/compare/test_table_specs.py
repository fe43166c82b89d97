"""Table specs: what names nothing is an error at its place, with the nearest right word."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compare.checking.spec_check import check_spec
from generator.compare.checking.spec_coverage import check_coverage
from generator.compare.fields.case_fields import FIGURE_FIELDS, FigureRow, case_fields, read_case, read_figure
from generator.compare.judging.comparability import FigureInCase
from generator.library.model import Library
from generator.library.rows import Figure
from generator.library.strict_yaml import read_yaml
from generator.library.table_spec import TableColumn, TableSpec
from generator.library.validate import validate
from generator.report import LISTED, Diagnostics, Position

WHOLE = ("数值", "时段", "口径", "范围", "可比性")
BASE: dict[str, object] = {"title": "表", "question": "问？", "reading": "读法。"}


def told(library: Library, **spec: object) -> list[str]:
    diagnostics = Diagnostics()
    paths: list[tuple[str | int, ...]] = []

    def at(path: tuple[str | int, ...]) -> Position:
        paths.append(path)
        return Position("t.yml", len(paths))

    check_spec("t", TableSpec.model_validate({**BASE, **spec}), library, at, diagnostics)
    return [f"{'.'.join(map(str, path))} {item.message}" for path, item in zip(paths, diagnostics, strict=True)]


def columns(*fields: str, **where: object) -> list[dict[str, object]]:
    return [{"label": field, "field": field, "where": where} for field in fields]


def test_words_in_use_that_a_split_leaves_out_are_warned_of(small_library: Library) -> None:
    def warned(**given: object) -> list[str]:
        diagnostics = Diagnostics()
        spec = TableSpec.model_validate({**BASE, **given})
        check_coverage("t", spec, small_library, lambda path: Position("t.yml"), diagnostics)
        return [item.message for item in diagnostics.warnings]

    split = [{"heading": word, "where": {"类别": word}} for word in ("网格管理", "联席协商")]
    assert warned(rows="families", parts=split) == []
    assert warned(rows="families", parts=[split[0], {"heading": "其他", "where": {"类别": "有值"}}]) == []
    assert warned(rows="families", parts=[split[0], {"heading": "其他", "where": {"类别": "网格管理"}}]) == [
        "对照表 t 没有列入机制表用到的类别 联席协商，这些行不会出现。请在 where 中补上；本就只选一部分的，写 partial: true。"
    ]
    bodies = [{"label": word, "field": "组织", "where": {"类型": word}} for word in ("党委", "企业")]
    assert warned(rows="cases", columns=bodies) == [
        "对照表 t 没有列入组织表用到的类型 社区，这些行不会出现。请在 where 中补上；本就只选一部分的，写 partial: true。"
    ]
    assert warned(rows="cases", columns=bodies[:1]) == []


def test_sound_specs_are_silent(small_library: Library) -> None:
    assert told(small_library, rows="cases", columns=columns("牵头主体", "组织", "组织.关系")) == []
    assert told(small_library, rows="families") == []
    assert told(small_library, rows="figures", columns=columns(*WHOLE)) == []
    alone = [{"heading": "甲", "where": {"可比指标": "留空"}}]
    assert told(small_library, rows="figures", columns=columns(*WHOLE[:-1]), parts=alone) == []
    assert told(small_library, rows="figures", columns=columns("指标", "状态")) == []


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ({"rows": "figures", "columns": columns("数直")}, "columns.0.field 对照表 t field：没有“数直” 这个字段。是否为“数值”？"),
        ({"rows": "cases", "columns": columns("组织.主题")}, "columns.0.field 对照表 t field：没有“组织.主题” 这个字段。是否为“组织.主体”？"),
        ({"rows": "cases", "columns": columns("组织", 类形="党委")}, "columns.0.where.类形 对照表 t where：没有“类形” 这个字段。是否为“类型”？"),
        ({"rows": "cases", "columns": columns("标题", 类型="党委")}, "columns.0.where 对照表 t 字段“标题” 只有一个值，不能再选行。请删去 where。"),
        ({"rows": "cases", "columns": columns("标题"), "cases": ["jai"]}, "cases.0 对照表 t cases：案例“jai” 不在 jia、yi 之中。是否为“jia”？"),
        ({"rows": "cases", "columns": columns("标题", "标题")}, "columns.1.label 对照表 t 有两列都叫“标题”。请改其中一个的 label。"),
        ({"rows": "cases"}, " 对照表 t 没有列。请写 columns，每列一个 label 和一个 field。"),
        ({"rows": "families", "columns": columns("标题")}, "columns.0 对照表 t 的列就是各案例，不写 columns。请删去。"),
        ({"rows": "families", "parts": [{"heading": "甲", "group": ["状态"]}]},
         "parts.0.group 对照表 t 的行不是 figures、clauses 或 records，不能分组。请删去 group。"),
        ({"rows": "figures", "columns": columns("状态"), "parts": [{"heading": "甲", "group": ["壮态"]}]},
         "parts.0.group.0 对照表 t group：没有“壮态” 这个字段。是否为“状态”？"),
        ({"rows": "figures", "columns": columns("数值", "口径")},
         "columns 对照表 t 有“数值” 一列，没有 时段、范围、可比性，读者看不出这些数能不能比。"
         "请加入 {label: 时段, field: 时段}、{label: 范围, field: 范围}、{label: 可比性, field: 可比性}。"),
        ({"rows": "figures", "columns": columns(*WHOLE), "parts": [{"heading": "甲"}, {"heading": "乙", "columns": columns(*WHOLE[:-1])}]},
         "parts.1.columns 对照表 t 有“数值” 一列，没有 可比性，读者看不出这些数能不能比。请加入 {label: 可比性, field: 可比性}。"),
        ({"rows": "figures", "columns": columns(*WHOLE, "状态")},
         "columns.5.label 对照表 t 的列不能叫“状态”：CSV 和 XLSX 里“数值” 之后自带 数、前值、单位、状态、标记、依据 几列。请改 label，或删去这一列。"),
        ({"rows": "cases", "columns": columns("章节.问题")},
         "columns.0.field 对照表 t field：没有“章节.问题” 这个字段。“问题” 是类型表，不是章节，请写 field: 问题。"),
        ({"rows": "cases", "columns": columns("标题"), "cases": ["甲社区"]},
         "cases.0 对照表 t cases：案例“甲社区” 不在 jia、yi 之中。是否为“jia”？"),
        ({"rows": "figures", "columns": columns("指标"), "parts": [{"heading": "甲", "where": {"状态": "完成"}}]},
         "parts.0.where.状态.0 对照表 t where 状态：“完成” 不在 已实现、现状、目标、计划、背景、有值、留空 之中。是否为“已实现”？"),
        ({"rows": "families", "cautions": ["见[甲](case:jia)。"]}, "cautions.0 对照表 t 的文字里不用链接。请把 [甲](case:jia) 写成“甲”。"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place_with_the_nearest(
    small_library: Library, spec: dict[str, object], message: str
) -> None:
    assert told(small_library, **spec) == [message]


def test_a_list_that_grows_with_the_library_is_cut_and_the_nearest_is_still_found(small_library: Library) -> None:
    case, measure = small_library.cases["jia"], small_library.measures["satisfaction"]
    cases = {f"case-{n:04}": case for n in range(1000)}
    large = replace(small_library, cases=cases, measures={f"measure-{n}": measure for n in range(40)})
    shown = "、".join(f"case-{n:04}" for n in range(12))
    (message,) = told(large, rows="cases", columns=columns("标题"), cases=["case-o999"])
    assert message == (f"cases.0 对照表 t cases：案例“case-o999” 不在 {shown} 等 1000 个 之中。是否为“case-0999”？")
    (message,) = told(large, rows="cases", columns=columns("标题"), case_where={"可比指标": ["zzz"]})
    assert message.endswith("、measure-11 等 42 个 之中。")
    (message,) = told(large, rows="cases", columns=columns("指标.zzz"))
    assert message.endswith(" 等 40 个。")
    assert message.count("指标.measure-") <= LISTED


def test_a_word_outside_a_closed_list_is_told(small_library: Library) -> None:
    part = {"heading": "甲", "where": {"状态": ["已完成"]}}
    (message,) = told(small_library, rows="figures", columns=columns("指标"), parts=[part])
    assert message.startswith("parts.0.where.状态.0 对照表 t where 状态：“已完成” 不在 已实现、现状、目标、计划、背景")
    assert message.endswith("是否为“已实现”？")


def test_every_field_of_the_closed_list_can_be_read(small_library: Library) -> None:
    case = small_library.cases["jia"]
    for name in case_fields():
        read_case(small_library, case, TableColumn(label=name, field=name))
    for figure in case.rows(Figure):
        row = FigureRow(case, FigureInCase.of(small_library, case, figure))
        for name in FIGURE_FIELDS:
            assert read_figure(row, name).blank


def test_the_shipped_specs_are_sound(real_library: Library) -> None:
    diagnostics = Diagnostics()
    for id_, spec in real_library.tables.items():
        check_spec(id_, spec, real_library, lambda _: Position("t.yml"), diagnostics)
    assert list(diagnostics) == []


def test_the_examples_of_the_manual_work_as_they_stand(real_library: Library) -> None:
    text = (Path(__file__).resolve().parents[2] / "docs/table-specs.md").read_text("utf-8")
    examples = re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert examples
    for example in examples:
        diagnostics = Diagnostics()
        located = read_yaml(example, "t.yml", diagnostics)
        assert located is not None
        spec = validate(TableSpec, located, "对照表 t", diagnostics)
        assert spec is not None
        check_spec("t", spec, real_library, located.position, diagnostics)
        check_coverage("t", spec, real_library, located.position, diagnostics)
        assert list(diagnostics) == []
