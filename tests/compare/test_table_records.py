"""Tables whose rows are the records of a typed table: every record once, its status and evidence always with it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from generator.compare.cells import UNSORTED, Grid, GridRow
from generator.compare.checking.spec_check import check_spec
from generator.compare.fields.record_fields import STATUS, record_fields, records_of
from generator.compare.grid import build_grid
from generator.compare.output.export import to_csv
from generator.compare.output.wording import cell_words
from generator.compare.rows.record_rows import MIXED_RECORDS
from generator.content import load_content
from generator.library.model import Library
from generator.library.rows import ROW_TYPES
from generator.library.table_spec import RECORD_TABLES, TableSpec
from generator.library.values import Status
from generator.report import Diagnostics, Position
from generator.views.render import Fragments
from generator.views.tables import table_views
from tests.compare.asking_specs import BASE, columns, told

SPLIT = [{"heading": word, "where": {"状态": word}} for word in ("已实现", "目标")]


def grid_of(library: Library, table: str, *fields: str, **rest: object) -> Grid:
    shown = columns(*(fields or record_fields(table)))
    spec = TableSpec.model_validate({**BASE, "rows": "records", "table": table, "columns": shown, **rest})
    return build_grid("t", spec, library)


def words(row: GridRow) -> list[str]:
    return [cell_words(cell) for cell in row.cells]


def heads(grid: Grid) -> list[tuple[str, list[str]]]:
    return [(group.heading, [row.head.text for row in group.rows]) for part in grid.parts for group in part.groups]


def test_a_milestone_is_told_with_time_status_evidence_and_its_case(small_library: Library) -> None:
    grid = grid_of(small_library, "时间线")
    row = next(row for row in grid.rows() if row.anchor == "row-jia-later")
    assert (grid.head_label, row.owner, row.head.text, str(row.head.destination)) == (
        "事项", "甲社区", "推到全社区", "cases/jia.html#event-later",
    )  # fmt: skip
    assert dict(zip(record_fields("时间线"), words(row), strict=True)) == {
        "时间": "8月底前", "年份": "年份未载", "事项": "推到全社区", "状态": "目标", "依据": "段2",
        "案例": "甲社区", "标题": "甲社区：网格议事", "导语": "社区党委把楼栋划成网格，每月议事一次。", "地点": "浙江省甲市",
        "省份": "浙江省", "场景": "城区住宅小区", "牵头主体": "甲社区党委", "主体类型": "党委",
        "来源": small_library.sources["jia-report"].full_title, "材料截至": small_library.sources["jia-report"].as_of,
    }  # fmt: skip
    assert row.cells[3].entries[0].status is Status.TARGET


def test_a_problem_shows_the_mechanisms_that_answer_it_linked(small_library: Library) -> None:
    (row,) = grid_of(small_library, "问题", "对策").rows()
    assert [(entry.text, str(entry.destination)) for entry in row.cells[0].entries] == [
        ("楼栋网格", "cases/jia.html#mech-grid"),
        ("每月议事", "cases/jia.html#mech-meeting"),
    ]


def test_an_organisation_tells_its_relations_without_naming_itself_again(small_library: Library) -> None:
    grid = grid_of(small_library, "组织", "关系")
    assert {row.head.text: words(row)[0] for row in grid.rows()} == {
        "甲社区党委": "领导 网格小组［段2］\n联动 甲物业公司［段2］",
        "网格小组": "本库未列",
        "甲物业公司": "联动 （对象材料未说明）［段2］",
    }
    linked = grid_of(small_library, "组织", "主体", parts=[{"heading": "联动", "where": {"关系": "联动"}}])
    assert heads(linked) == [("", ["甲社区党委", "甲物业公司"])]


def test_a_document_shows_its_state_and_what_is_not_said(small_library: Library) -> None:
    (row,) = grid_of(small_library, "文件与标准", "类型", "状态", "制定主体", "依据").rows()
    assert (row.head.text, words(row)) == ("《甲社区议事规则》", ["地方文件", "仅见名称", "材料未说明", "段2"])


def test_a_timeline_stands_in_time_across_cases_and_what_has_no_year_comes_last(small_library: Library) -> None:
    part = {"heading": "全部", "group": ["年份"]}
    grid = grid_of(small_library, "时间线", parts=[part])
    assert heads(grid) == [("2020年", ["开第一次议事会"]), ("年份未载", ["推到全社区", "计划推开"])]


def test_groups_stand_in_the_order_of_the_closed_lists(small_library: Library) -> None:
    grid = grid_of(small_library, "时间线", parts=[{"heading": "全部", "group": ["状态"]}])
    assert [name for name, _ in heads(grid)] == ["材料称已实现", "目标", "计划"]
    by_family = grid_of(small_library, "机制", parts=[{"heading": "全部", "group": ["类别", "案例"]}])
    assert [name for name, _ in heads(by_family)] == ["网格管理 · 甲社区", "网格管理 · 乙小区", "联席协商 · 甲社区"]


def test_a_group_that_mixes_targets_with_what_happened_says_so(small_library: Library) -> None:
    def notes(**rest: object) -> list[tuple[str, str]]:
        grid = grid_of(small_library, "时间线", **rest)
        return [(group.heading, group.note) for part in grid.parts for group in part.groups]

    assert notes() == [(UNSORTED, MIXED_RECORDS)]
    assert notes(parts=SPLIT) == [("", ""), ("", "")]
    assert notes(parts=[{"heading": "全", "group": ["案例"]}]) == [("甲社区", MIXED_RECORDS), ("乙小区", "")]


def test_the_whole_table_can_be_about_some_records_of_some_cases(small_library: Library) -> None:
    assert heads(grid_of(small_library, "机制", where={"类别": "网格管理"})) == [("", ["楼栋网格", "三清约定"])]
    assert heads(grid_of(small_library, "机制", case_where={"省份": "四川省"})) == [("", ["三清约定"])]
    assert heads(grid_of(small_library, "机制", parts=[{"heading": "甲", "where": {"场景": "景区古镇"}}])) == [
        ("", ["三清约定"])
    ]


@pytest.mark.parametrize("table", RECORD_TABLES)
def test_every_record_is_there_once_with_its_evidence_and_status(real_library: Library, table: str) -> None:
    grid = grid_of(real_library, table)
    rows = {row.anchor: row for row in grid.rows()}
    assert len(rows) == len(list(grid.rows()))
    expected = [record for case in real_library.cases.values() for record in records_of(real_library, case, table)]
    assert set(rows) == {f"row-{record.case.id}-{record.row.id}" for record in expected}
    fields = record_fields(table)
    for record in expected:
        row = rows[f"row-{record.case.id}-{record.row.id}"]
        assert "](" not in row.head.text
        assert row.cells[fields.index("依据")].entries[0].evidence == record.row.evidence
        if STATUS in fields:
            assert row.cells[fields.index(STATUS)].entries[0].status is record.status is not None


@pytest.mark.parametrize("table", RECORD_TABLES)
def test_groups_part_the_records_and_never_mix_status_unsaid(real_library: Library, table: str) -> None:
    for name in record_fields(table):
        grid = grid_of(real_library, table, parts=[{"heading": "全部", "group": [name]}])
        groups = [group for part in grid.parts for group in part.groups]
        anchors = [row.anchor for group in groups for row in group.rows]
        assert (
            len(set(anchors)) == len(anchors) == sum(len(c.rows(ROW_TYPES[table])) for c in real_library.cases.values())
        )
        assert len({group.heading for group in groups}) == len(groups)
        for group in groups:
            shown = (
                {row.cells[record_fields(table).index(STATUS)].entries[0].status for row in group.rows}
                if (STATUS in record_fields(table))
                else set()
            )
            reached = {status in (Status.TARGET, Status.PLAN) for status in shown if isinstance(status, Status)}
            assert bool(group.note) == (len(reached) == 2)


def test_files_tell_the_status_and_the_note(small_library: Library) -> None:
    grid = grid_of(small_library, "时间线", "时间", "状态", "依据")
    rows = list(csv.reader(io.StringIO(to_csv(grid).decode("utf-8-sig"))))
    assert rows[:2] == [
        ["分组", "案例", "事项", "时间", "状态", "依据"],
        ["未按状态分组", "甲社区", "开第一次议事会", "2020年", "材料称已实现", "段2"],
    ]
    assert [f"{UNSORTED}：{MIXED_RECORDS}"] in rows


def test_the_page_marks_each_status_by_shape_and_links_each_row(small_site: Path) -> None:
    text = (
        "title: 时间表\nquestion: 何时？\nreading: 一行一件事。\nrows: records\ntable: 时间线\ncolumns:\n"
        "  - {label: 时间, field: 时间}\n  - {label: 状态, field: 状态}\n  - {label: 依据, field: 依据}\n"
    )
    (small_site / "content/tables/outcomes.yml").write_text(text, "utf-8")
    diagnostics = Diagnostics()
    library = load_content(small_site, diagnostics)
    assert library is not None
    assert list(diagnostics) == []
    (view,) = table_views(library, Fragments(library))
    sections = {section.anchor: section for section in view.sections}
    row = sections["row-jia-later"].html
    assert '<a class="to-row" href="../cases/jia.html#event-later">推到全社区</a>' in row
    assert '<span class="status status-target">目标</span>' in row
    assert "未按状态分组" in sections["group-1-1"].html
    assert MIXED_RECORDS in sections["group-1-1"].html


def test_mistakes_are_told_at_their_line_with_the_nearest(small_site: Path) -> None:
    path = small_site / "content/tables/outcomes.yml"
    text = (
        "title: 时间表\nquestion: 何时？\nreading: 一行一件事。\nrows: records\ntable: 时间线\ncase_where: {省份: 浙江}\n"
        "columns:\n  - {label: 时间, field: 日期}\n  - {label: 状态, field: 状况}\n  - {label: 依据, field: 依据}\n"
        "parts:\n  - {heading: 甲, where: {状态: 已完成}, group: [年分]}\n"
    )
    path.write_text(text, "utf-8")
    diagnostics = Diagnostics()
    load_content(small_site, diagnostics)
    fields = "时间、年份、事项、状态、依据 等 15 个"
    assert [str(item).removeprefix("content/tables/outcomes.yml:") for item in diagnostics] == [
        "6:18: 对照表 outcomes case_where 省份：“浙江” 不在 浙江省、四川省、有值、留空 之中。是否为“浙江省”？",
        "8:3: 对照表 outcomes 没有“状态” 一列，读者分不清哪些已实现、哪些只是目标或仅见名称。请加入 field 为 状态 的一列。",
        f"8:24: 对照表 outcomes field：没有“日期” 这个字段。可用的有 {fields}，见 docs/table-specs.md。",
        "9:24: 对照表 outcomes field：没有“状况” 这个字段。是否为“状态”？",
        "12:30: 对照表 outcomes where 状态：“已完成” 不在 已实现、现状、目标、计划、背景、有值、留空 之中。是否为“已实现”？",
        "12:44: 对照表 outcomes group：没有“年分” 这个字段。是否为“年份”？",
    ]


@pytest.mark.parametrize(
    ("spec", "messages"),
    [
        ({"columns": columns("依据")},
         [" 对照表 t 没有写 table。rows: records 要写明是哪张类型表，可用的有 问题、组织、机制、实践点、荣誉、可复制要点、局限、时间线、文件与标准。"]),
        ({"table": "机智", "columns": columns("依据")},
         ["table 对照表 t table：“机智” 不在 问题、组织、机制、实践点、荣誉、可复制要点、局限、时间线、文件与标准 之中。是否为“机制”？"]),
        ({"table": "数字", "columns": columns("依据")},
         ["table 对照表 t table：数字表的行有口径要判，请写 rows: figures，并删去 table。"]),
        ({"table": "机制", "columns": columns("名称")},
         ["columns 对照表 t 没有“依据” 一列，读者看不到每一行的依据。请加入 field 为 依据 的一列。"]),
        ({"table": "机制", "columns": columns("依据"), "parts": [{"heading": "甲", "columns": columns("名称")}]},
         ["parts.0.columns 对照表 t 没有“依据” 一列，读者看不到每一行的依据。请加入 field 为 依据 的一列。"]),
        ({"table": "机制", "columns": [*columns("依据"), *columns("名称", 类别="网格管理")]},
         ["columns.1.where 对照表 t 字段“名称” 只有一个值，不能再选行。请删去 where。"]),
        ({"table": "机制", "columns": columns("依据"), "where": {"类别": "网格治理"}},
         ["where.类别.0 对照表 t where 类别：“网格治理” 不在 网格管理、联席协商、有值、留空 之中。是否为“网格管理”？"]),
        ({"table": "机制", "columns": columns("依据"), "transpose": True},
         ["transpose 对照表 t 的行不是 cases，不能行列互换。请删去 transpose。"]),
        ({"rows": "figures", "table": "机制", "columns": columns("状态")},
         ["table 对照表 t 的行不是 records，不写 table。请删去。"]),
        ({"rows": "figures", "where": {"状态": "目标"}, "columns": columns("状态")},
         ["where 对照表 t 的行不是 records，全表不写 where。请删去，或写在 parts、columns 里。"]),
    ],
)  # fmt: skip
def test_each_mistake_is_told_whole(small_library: Library, spec: dict[str, object], messages: list[str]) -> None:
    assert told(small_library, **{"rows": "records", **spec}) == messages


def test_words_that_a_split_leaves_out_are_warned_of_unless_the_table_chose_without_them(
    small_library: Library,
) -> None:
    assert told(
        small_library, rows="records", table="时间线", columns=columns("状态", "依据"), parts=SPLIT, warnings=True
    ) == [
        "parts 对照表 t 没有列入时间线表用到的状态 计划，这些行不会出现。请在 where 中补上；本就只选一部分的，写 partial: true。"
    ]
    chosen = {"状态": ["已实现", "目标"]}
    assert told(
        small_library, rows="records", table="时间线", columns=columns("状态", "依据"), parts=SPLIT, where=chosen, warnings=True
    ) == []  # fmt: skip


def test_every_field_of_every_table_is_sound(real_library: Library) -> None:
    for table in RECORD_TABLES:
        diagnostics = Diagnostics()
        spec = {**BASE, "rows": "records", "table": table, "columns": columns(*record_fields(table))}
        check_spec("t", TableSpec.model_validate(spec), real_library, lambda _: Position("t.yml"), diagnostics)
        assert list(diagnostics) == []
