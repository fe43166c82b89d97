"""Tables of cases: figures of a measure, mechanisms of a family, the text by its headings, clauses; cases by filter; transposing."""

from __future__ import annotations

import csv
import io
import itertools
from pathlib import Path

import openpyxl
import pytest

from generator.compare.cells import Cell, ColumnKind, Grid
from generator.compare.fields.case_choice import chosen_cases
from generator.compare.fields.case_fields import all_case_fields, case_fields, read_case
from generator.compare.fields.library_fields import CLAUSES, library_fields
from generator.compare.grid import build_grid
from generator.compare.output.export import to_csv, to_xlsx
from generator.compare.output.wording import cell_words
from generator.compare.transposing import HEAD_LABEL, transpose
from generator.content import load_content
from generator.library.model import Library
from generator.library.rows import Figure, Mechanism
from generator.library.table_spec import TableColumn, TableSpec
from generator.library.values import Status
from generator.report import Diagnostics
from generator.views.render import Fragments
from generator.views.tables import table_views
from tests.compare.asking_specs import BASE, columns, told


def spec_of(*fields: str, **rest: object) -> TableSpec:
    return TableSpec.model_validate({**BASE, "rows": "cases", "columns": columns(*fields), **rest})


def grid_of(library: Library, *fields: str, **rest: object) -> Grid:
    return build_grid("t", spec_of(*fields, **rest), library)


def cell(library: Library, case: str, field: str, **where: object) -> Cell:
    column = TableColumn.model_validate({"label": field, "field": field, "where": where})
    return read_case(library, library.cases[case], column)


# --- 指标 ------------------------------------------------------------------------------------------------------------


def test_figures_of_a_measure_keep_literal_status_conditions_and_what_is_open(small_library: Library) -> None:
    assert cell_words(cell(small_library, "jia", "指标.satisfaction")) == (
        "82%→87%（材料称已实现）（时段：2020年；基期：2019年；口径：入户问卷；范围：甲社区）［段4］"
    )
    (goal,) = cell(small_library, "yi", "指标.satisfaction").entries
    assert (goal.text, goal.status, goal.quantity and goal.quantity.literal) == ("90%以上", Status.TARGET, "90%以上")
    assert [(note.label, note.text) for note in goal.notes] == [
        ("时段", "明年"), ("范围", "乙小区"), ("口径未披露", "口径没有写明"),
    ]  # fmt: skip
    assert cell_words(cell(small_library, "yi", "指标.complaints")) == "本库未列"


def test_a_figure_whose_name_is_not_its_measures_says_what_is_counted(small_library: Library) -> None:
    (fewer,) = cell(small_library, "jia", "指标.complaints").entries
    assert (fewer.notes[0].label, fewer.notes[0].text) == ("指标", "投诉量")


def test_a_column_of_figures_of_several_cases_says_why_it_is_not_ranked(small_library: Library) -> None:
    assert grid_of(small_library, "指标.satisfaction", cautions=["先看状态。"]).cautions == (
        "先看状态。",
        "“指标.satisfaction”一栏并列几个案例的数，只供各自阅读，不排名，不相减。"
        "不可比：目标≠已实现、变化≠水平、口径不同（不一样的：范围）、口径未披露（3 项没有写明）、不是确数。",
    )
    assert grid_of(small_library, "指标.complaints", "场景").cautions == ()
    assert grid_of(small_library, "指标.satisfaction", cases=["jia"]).cautions == ()


def test_figures_in_tables_of_cases_are_never_a_column_to_sort_by(real_library: Library) -> None:
    fields = [name for name in library_fields(real_library) if name.startswith("指标.")]
    grid = grid_of(real_library, *fields)
    assert {column.kind for part in grid.parts for column in part.columns} == {ColumnKind.TEXT}
    shown = [entry for row in grid.rows() for shown in row.cells for entry in shown.entries]
    measured = [f for case in real_library.cases.values() for f in case.rows(Figure) if f.measure]
    assert sorted(entry.text for entry in shown) == sorted(figure.quantity.literal for figure in measured)
    assert all(entry.status and entry.evidence.paragraphs for entry in shown)


# --- 机制类别, 章节, 条款 -----------------------------------------------------------------------------------------------


def test_mechanisms_of_a_family_and_those_chosen_among_them(small_library: Library) -> None:
    assert cell_words(cell(small_library, "jia", "机制类别.网格管理")) == "楼栋网格（组成：党员、楼长）［段2］"
    assert cell_words(cell(small_library, "jia", "机制类别.网格管理", 名称="别的")) == "本库未列"
    assert cell_words(cell(small_library, "yi", "机制类别.联席协商")) == "本库未列"


def test_the_families_of_a_case_part_its_mechanisms(real_library: Library) -> None:
    for case in real_library.cases.values():
        told_of = [
            str(entry.destination)
            for family in real_library.vocabulary.families
            for entry in cell(real_library, case.id, f"机制类别.{family}").entries
        ]
        assert sorted(told_of) == sorted(str(case.address.at(row.anchor)) for row in case.rows(Mechanism))


def test_a_part_shows_the_titles_of_its_own_sections_linked(small_library: Library) -> None:
    (section,) = cell(small_library, "jia", "章节.做法与经过").entries
    assert section.text == "每月一议"
    anchor = next(s.anchor for s in small_library.cases["jia"].sections() if s.title == "每月一议")
    assert str(section.destination) == f"cases/jia.html#{anchor}"


def test_a_section_shows_its_first_paragraph_in_plain_words_with_what_it_cites(small_library: Library) -> None:
    (said,) = cell(small_library, "jia", "章节.每月一议").entries
    assert said.text == "社区把网格长请进议事会，这是全市首个（文中自述）楼栋议事会。"
    assert [paragraph.label for paragraph in said.evidence.paragraphs] == ["段2"]
    assert cell_words(cell(small_library, "yi", "章节.每月一议")) == "本库未列"


def test_figures_told_in_a_paragraph_keep_their_status(small_library: Library) -> None:
    assert cell_words(cell(small_library, "jia", "章节.成效与反响")) == (
        "满意度82%→87%，投诉量降低20%。（满意度：82%→87%，材料称已实现；投诉量：降低20%，材料称已实现）［段4］"
    )


def test_every_part_of_every_case_can_be_shown(real_library: Library) -> None:
    for case, name in itertools.product(
        real_library.cases.values(), ("背景与起因", "做法与经过", "成效与反响", "探讨与评论")
    ):
        shown = cell(real_library, case.id, f"章节.{name}")
        assert shown.entries
        assert all(entry.destination and "](" not in entry.text for entry in shown.entries)


def test_clauses_that_rest_on_a_case_name_their_book_and_cite_only_that_case(small_library: Library) -> None:
    shown = cell(small_library, "yi", CLAUSES)
    assert all({p.source for p in entry.evidence.paragraphs} == {"yi-report"} for entry in shown.entries)
    assert [
        (entry.text, str(entry.destination)) for entry in cell(small_library, "jia", CLAUSES, 频次="每日").entries
    ] == [("楼长指引 1.1 当日逐件登记", "manuals/demo/01-dengji.html#c1-1")]


def test_every_clause_that_rests_on_a_case_is_shown_with_it(real_library: Library) -> None:
    for case in real_library.cases.values():
        resting = [
            clause.address
            for clause in real_library.clauses
            if case.meta.source in {p.source for p in clause.duty.evidence.paragraphs}
        ]
        assert [entry.destination for entry in cell(real_library, case.id, CLAUSES).entries] == resting


@pytest.mark.parametrize("which", ["small_library", "real_library"])
def test_every_field_can_be_read_for_every_case(which: str, request: pytest.FixtureRequest) -> None:
    library: Library = request.getfixturevalue(which)
    for name in all_case_fields(library):
        for case in library.cases:
            assert cell(library, case, name).blank
    assert told(library, rows="cases", columns=columns(*all_case_fields(library))) == []


# --- cases by filter -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"省份": "浙江省"}, ["jia"]),
        ({"省份": ["浙江省", "四川省"]}, ["jia", "yi"]),
        ({"场景": "景区古镇"}, ["yi"]),
        ({"机制类别": "网格管理"}, ["jia", "yi"]),
        ({"机制类别": "联席协商"}, ["jia"]),
        ({"可比指标": "complaints"}, ["jia"]),
        ({"机制类别": "网格管理", "主体类型": "企业"}, ["yi"]),
    ],
)  # fmt: skip
def test_cases_are_chosen_by_what_they_are(small_library: Library, where: dict[str, object], found: list[str]) -> None:
    assert [case.id for case in chosen_cases(small_library, spec_of("标题", case_where=where))] == found


def test_named_cases_and_a_filter_both_narrow(small_library: Library) -> None:
    both = spec_of("标题", cases=["yi", "jia"], case_where={"机制类别": "网格管理"})
    assert [case.id for case in chosen_cases(small_library, both)] == ["yi", "jia"]
    one = spec_of("标题", cases=["yi"], case_where={"机制类别": "网格管理"})
    assert [case.id for case in chosen_cases(small_library, one)] == ["yi"]


def test_a_filter_holds_for_every_kind_of_rows_but_clauses(small_library: Library) -> None:
    where = {"省份": "四川省"}
    families = TableSpec.model_validate({**BASE, "rows": "families", "case_where": where})
    assert [column.label for column in build_grid("t", families, small_library).parts[0].columns] == ["乙小区"]
    figures = TableSpec.model_validate({**BASE, "rows": "figures", "case_where": where, "columns": columns("数值")})
    assert {row.owner for row in build_grid("t", figures, small_library).rows()} == {"乙小区"}


# --- transposing -----------------------------------------------------------------------------------------------------


def test_a_transposed_table_has_fields_down_and_cases_across(small_library: Library) -> None:
    grid = grid_of(small_library, "场景", "机制", transpose=True)
    (part,) = grid.parts
    assert (grid.head_label, [column.label for column in part.columns]) == (HEAD_LABEL, ["甲社区", "乙小区"])
    assert [(row.head.text, [cell_words(c) for c in row.cells]) for row in grid.rows()] == [
        ("场景", ["城区住宅小区", "景区古镇"]),
        ("机制", ["楼栋网格（组成：党员、楼长）［段2］\n每月议事（组成：收集、商议、公示）［段2］", "三清约定［段1］"]),
    ]


def test_transposing_moves_every_cell_and_changes_none(real_library: Library) -> None:
    fields = all_case_fields(real_library)
    plain = grid_of(real_library, *fields)
    turned = grid_of(real_library, *fields, transpose=True)
    assert [row.cells for row in turned.rows()] == list(zip(*(row.cells for row in plain.rows()), strict=True))
    assert [row.cells for row in transpose(turned).rows()] == [row.cells for row in plain.rows()]
    assert (turned.sources, turned.cautions) == (plain.sources, plain.cautions)
    anchors = [row.anchor for row in turned.rows()]
    assert len(set(anchors)) == len(anchors)


def test_parts_are_transposed_each_for_itself(small_library: Library) -> None:
    parts = [{"heading": word, "where": {"主体类型": word}} for word in ("党委", "企业")]
    grid = grid_of(small_library, "标题", parts=parts, transpose=True)
    assert [[column.label for column in part.columns] for part in grid.parts] == [["甲社区"], ["乙小区"]]
    assert [row.anchor for row in grid.rows()] == ["part-1-row-1", "part-2-row-1"]


def test_files_follow_the_transposed_table(small_library: Library) -> None:
    grid = grid_of(small_library, "场景", "指标.satisfaction", transpose=True)
    rows = list(csv.reader(io.StringIO(to_csv(grid).decode("utf-8-sig"))))
    assert rows[:2] == [["对照项", "甲社区", "乙小区"], ["场景", "城区住宅小区", "景区古镇"]]
    assert rows[2][0] == "指标.satisfaction"
    assert rows[2][2].startswith("90%以上（目标）")
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx(grid)))["对照表"]
    assert [value.value for value in sheet[5]] == rows[0]
    assert sheet.freeze_panes == "B6"


def test_the_page_of_a_transposed_table_holds_its_heads_and_its_caution(small_site: Path) -> None:
    text = (
        "title: 并列\nquestion: 各案例怎样？\nreading: 一列一个案例。\nrows: cases\ntranspose: true\ncolumns:\n"
        "  - {label: 满意度, field: 指标.satisfaction}\n  - {label: 经过, field: 章节.做法与经过}\n"
    )
    (small_site / "content/tables/outcomes.yml").write_text(text, "utf-8")
    diagnostics = Diagnostics()
    library = load_content(small_site, diagnostics)
    assert library is not None
    assert list(diagnostics) == []
    (view,) = table_views(library, Fragments(library))
    sections = {section.anchor: section.html for section in view.sections}
    assert "“满意度”一栏并列几个案例的数" in sections["top"]
    assert '<td class="cell-text" data-label="乙小区">' in sections["part-1-row-1"]
    assert '<span class="status status-target">目标</span>' in sections["part-1-row-1"]


# --- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ({"columns": columns("指标.satisfacton")}, "columns.0.field 对照表 t field：没有“指标.satisfacton” 这个字段。是否为“指标.satisfaction”？"),
        ({"columns": columns("指标.x")}, "columns.0.field 对照表 t field：没有“指标.x” 这个字段。可用的有 指标.satisfaction、指标.complaints。"),
        ({"columns": columns("指标.")}, "columns.0.field 对照表 t field：没有“指标.” 这个字段。可用的有 指标.satisfaction、指标.complaints。"),
        ({"columns": columns("机制类别.网格治理")}, "columns.0.field 对照表 t field：没有“机制类别.网格治理” 这个字段。是否为“机制类别.网格管理”？"),
        ({"columns": columns("章节.每月议事")}, "columns.0.field 对照表 t field：没有“章节.每月议事” 这个字段。是否为“章节.每月一议”？"),
        ({"columns": columns("章节.组织")},
         "columns.0.field 对照表 t field：没有“章节.组织” 这个字段。“组织” 是类型表，不是章节，请写 field: 组织。"),
        ({"columns": columns("章节.甲")}, "columns.0.field 对照表 t field：没有“章节.甲” 这个字段。"
         "可用的有 章节.背景与起因、章节.做法与经过、章节.成效与反响、章节.探讨与评论、章节.附录 等 6 个。"),
        ({"columns": columns("zzz")},
         "columns.0.field 对照表 t field：没有“zzz” 这个字段。"
         f"可用的有 案例、标题、导语、地点、省份 等 {len(case_fields()) + 4} 个，见 docs/table-specs.md。"),
        ({"columns": columns("条款.1")}, "columns.0.field 对照表 t field：没有“条款.1” 这个字段。是否为“条款”？"),
        ({"columns": columns("指标.satisfaction", 状况="目标")}, "columns.0.where.状况 对照表 t where：没有“状况” 这个字段。是否为“状态”？"),
        ({"columns": columns("机制类别.网格管理", 类形="甲")}, "columns.0.where.类形 对照表 t where：没有“类形” 这个字段。是否为“类别”？"),
        ({"columns": columns("条款", 频率="每日")}, "columns.0.where.频率 对照表 t where：没有“频率” 这个字段。是否为“频次”？"),
        ({"columns": columns("章节.每月一议", 类别="甲")}, "columns.0.where 对照表 t 字段“章节.每月一议” 只有一个值，不能再选行。请删去 where。"),
        ({"columns": columns("标题"), "case_where": {"省分": "浙江省"}}, "case_where.省分 对照表 t case_where：没有“省分” 这个字段。是否为“省份”？"),
        ({"columns": columns("标题"), "case_where": {"场景": "景区古城"}},
         "case_where.场景.0 对照表 t case_where 场景：“景区古城” 不在 城区住宅小区、景区古镇、有值、留空 之中。是否为“景区古镇”？"),
        ({"columns": columns("标题"), "cases": ["jia"], "case_where": {"场景": "景区古镇"}},
         "case_where 对照表 t case_where 选不出案例。请放宽条件，或删去 cases、case_where 之一。"),
        ({"rows": "clauses", "columns": columns("依据"), "case_where": {"场景": "景区古镇"}},
         "case_where 对照表 t 的行是条款，不用 case_where 选。要只看依据某个案例的条款，请在 parts 的 where 写 依据案例。"),
        ({"rows": "figures", "columns": columns("状态"), "transpose": True}, "transpose 对照表 t 的行不是 cases，不能行列互换。请删去 transpose。"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_whole(small_library: Library, spec: dict[str, object], message: str) -> None:
    assert told(small_library, **{"rows": "cases", **spec}) == [message]


def test_a_mistake_stands_at_its_line(small_site: Path) -> None:
    text = "title: 并列\nquestion: 怎样？\nreading: 读法。\nrows: cases\ntranspose: 是\ncolumns:\n  - {label: 甲, field: 指标.complains}\n"
    path = small_site / "content/tables/outcomes.yml"
    path.write_text(text.replace("是\n", "true\n"), "utf-8")
    diagnostics = Diagnostics()
    load_content(small_site, diagnostics)
    assert [str(item) for item in diagnostics] == [
        "content/tables/outcomes.yml:7:23: 对照表 outcomes field：没有“指标.complains” 这个字段。是否为“指标.complaints”？"
    ]
