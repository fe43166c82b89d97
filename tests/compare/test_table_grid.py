"""Grids: which rows, in which groups, saying what on which evidence."""

from __future__ import annotations

from generator.compare.cells import NOT_LISTED, UNSORTED, Cell, ColumnKind, Grid, GridRow
from generator.compare.grid import build_grid
from generator.compare.output.wording import cell_words
from generator.compare.rows.figure_rows import MIXED
from generator.library.model import Library
from generator.library.rows import Figure
from generator.library.table_spec import TableSpec
from generator.library.values import UNKNOWN, Status
from generator.views.render import Fragments
from generator.views.tables import table_views


def spec(rows: str, **rest: object) -> TableSpec:
    return TableSpec.model_validate({"title": "表", "question": "问？", "reading": "读法。", "rows": rows, **rest})


def column(field: str, **where: object) -> dict[str, object]:
    return {"label": field, "field": field, "where": where}


def only_row(grid: Grid) -> GridRow:
    rows = list(grid.rows())
    assert len(rows) == 1
    return rows[0]


def texts(cell: Cell) -> list[str]:
    return [entry.text for entry in cell.entries]


def cells_of(library: Library, *fields: object, case: str = "jia") -> tuple[Cell, ...]:
    return only_row(build_grid("t", spec("cases", cases=[case], columns=list(fields)), library)).cells


def test_a_case_row_shows_front_matter_and_typed_tables(small_library: Library) -> None:
    lead, place, bodies = cells_of(
        small_library, column("牵头主体"), column("地点"), column("组织.主体", 类型=["党委", "社区"])
    )
    assert texts(lead) == ["甲社区党委"]
    assert lead.entries[0].notes[0].text == "党委"
    assert texts(place) == ["浙江省甲市"]
    assert texts(bodies) == ["甲社区党委", "网格小组"]
    assert [str(entry.evidence) for entry in bodies.entries] == ["P02", "P02"]
    assert str(bodies.entries[1].destination) == "cases/jia.html#org-team"


def test_relations_are_told_in_words_and_an_open_object_says_so(small_library: Library) -> None:
    (cell,) = cells_of(small_library, column("组织.关系"))
    assert texts(cell) == [
        "甲社区党委 领导 网格小组",
        "甲社区党委 联动 甲物业公司",
        "甲物业公司 联动 （对象材料未说明）",
    ]
    (linked,) = cells_of(small_library, column("组织.关系", 关系="领导"))
    assert texts(linked) == ["甲社区党委 领导 网格小组"]


def test_a_whole_table_carries_its_conditions_and_status(small_library: Library) -> None:
    problems, milestones, documents, figures = cells_of(
        small_library, column("问题"), column("时间线"), column("文件与标准.名称"), column("数字", 标记="疫情防控期间")
    )
    assert cell_words(problems) == "停车难（对策：楼栋网格、每月议事）［段1］"
    assert [entry.status for entry in milestones.entries] == [Status.ACHIEVED, Status.TARGET]
    assert cell_words(documents) == "《甲社区议事规则》（仅见名称）［段2］"
    assert cell_words(figures) == "走访：1200余户（材料称已实现）（疫情防控期间）（口径：累计；范围：甲社区）［段2］"


def test_a_table_without_such_a_row_claims_no_silence_of_the_source(small_library: Library) -> None:
    whole, names, relations = cells_of(
        small_library, column("组织"), column("组织.主体"), column("组织.关系"), case="yi"
    )
    assert [cell_words(cell) for cell in (whole, names, relations)] == [NOT_LISTED] * 3


def test_a_column_left_blank_says_that_the_source_does_not_say(small_library: Library) -> None:
    (issuers,) = cells_of(small_library, column("文件与标准.制定主体"))
    assert cell_words(issuers) == UNKNOWN


def test_families_are_rows_and_cases_columns(small_library: Library) -> None:
    grid = build_grid("t", spec("families", parts=[{"heading": "网格", "where": {"类别": "网格管理"}}]), small_library)
    assert [c.label for c in grid.parts[0].columns] == ["甲社区", "乙小区"]
    row = only_row(grid)
    assert row.head.text == "网格管理"
    assert [texts(cell) for cell in row.cells] == [["楼栋网格"], ["三清约定"]]
    assert row.cells[0].entries[0].notes[0].text == "党员、楼长"


def test_cases_are_chosen_by_their_front_matter(small_library: Library) -> None:
    parts = [{"heading": "社区", "where": {"主体类型": "党委"}}]
    assert (
        only_row(build_grid("t", spec("cases", columns=[column("标题")], parts=parts), small_library)).head.text
        == "甲社区"
    )


def test_figures_carry_status_evidence_conditions_and_verdict(small_library: Library) -> None:
    fields = ("数值", "状态", "时段", "基期", "口径", "可比性")
    grid = build_grid("t", spec("figures", columns=[column(name) for name in fields]), small_library)
    rows = {row.anchor: row for row in grid.rows()}
    assert list(rows) == ["row-jia-visits", "row-jia-satisfied", "row-yi-goal", "row-jia-fewer"]
    value, status, _, baseline, basis, verdict = rows["row-yi-goal"].cells
    assert (texts(value), value.entries[0].status) == (["90%以上"], Status.TARGET)
    assert texts(status) == ["目标"]
    assert (baseline.entries, baseline.blank) == ((), "不适用")
    assert (basis.entries, basis.blank) == ((), UNKNOWN)
    assert texts(verdict) == [
        "口径未披露（没有写明：口径）",
        "不可比：目标≠已实现、变化≠水平、口径不同（不一样的：范围）、口径未披露（3 项没有写明）、不是确数",
    ]
    assert rows["row-jia-visits"].cells[0].entries[0].flags == ("疫情防控期间",)
    assert (
        cell_words(rows["row-jia-fewer"].cells[5])
        == "口径未披露（没有写明：时段、口径、基期）\n不可比：指标不同、率≠件数、百分点≠百分比、口径未披露（3 项没有写明）（对照：本案“满意度”）"
    )


def test_a_table_of_figures_without_groups_says_on_its_page_that_it_mixes(small_library: Library) -> None:
    (view,) = table_views(small_library, Fragments(small_library))
    heading = next(section.html for section in view.sections if section.anchor == "group-1-1")
    assert UNSORTED in heading
    assert MIXED in heading
    alone = spec("figures", columns=[column("数值")], parts=[{"heading": "数", "where": {"状态": "目标"}}])
    (group,) = build_grid("t", alone, small_library).parts[0].groups
    assert (group.heading, group.note) == ("", "")


def test_a_group_that_mixes_targets_with_results_says_so(small_library: Library) -> None:
    def groups(group: list[str]) -> list[tuple[str, str]]:
        part = {"heading": "数", "where": {"可比指标": "有值"}, "group": group}
        grid = build_grid("t", spec("figures", columns=[column("数值")], parts=[part]), small_library)
        return [(g.heading, g.note) for g in grid.parts[0].groups]

    assert groups(["量的种类"]) == [("率", MIXED), ("数量的变化", "")]
    assert groups(["量的种类", "状态"]) == [
        ("率 · 材料称已实现", ""),
        ("率 · 目标", ""),
        ("数量的变化 · 材料称已实现", ""),
    ]


def test_parts_without_rows_are_left_out_and_anchors_are_unique(small_library: Library) -> None:
    parts = [
        {"heading": "无", "where": {"状态": "背景"}},
        {"heading": "有指标", "where": {"可比指标": "有值"}},
        {"heading": "无指标", "where": {"可比指标": "留空"}},
    ]
    grid = build_grid("t", spec("figures", columns=[column("数值")], parts=parts), small_library)
    assert [part.heading for part in grid.parts] == ["有指标", "无指标"]
    assert [len(group.rows) for part in grid.parts for group in part.groups] == [3, 1]


def test_the_sources_list_only_what_is_cited(small_library: Library) -> None:
    grid = build_grid("t", spec("figures", cases=["yi"], columns=[column("数值")]), small_library)
    (source,) = grid.sources
    assert (source.id, source.cases, [label for label, _ in source.paragraphs]) == ("yi-report", ("乙小区",), ["段2"])


def test_the_shipped_tables_show_every_case_they_can_and_never_mix_status_unsaid(real_library: Library) -> None:
    everyone = {case.meta.short for case in real_library.cases.values()}
    for id_, table in real_library.tables.items():
        grid = build_grid(id_, table, real_library)
        assert len({row.anchor for row in grid.rows()}) == len(list(grid.rows()))
        shown = {name for source in grid.sources for name in source.cases}
        # A case may have no record of a kind (no document, no team); every other table has something of each case.
        assert shown == everyone or (table.rows == "records" and shown < everyone), id_
        for part in grid.parts:
            for group in part.groups:
                kinds = [c.kind for c in part.columns]
                if ColumnKind.FIGURE not in kinds:
                    continue
                statuses = {row.cells[kinds.index(ColumnKind.FIGURE)].entries[0].status for row in group.rows}
                reached = {status in (Status.TARGET, Status.PLAN) for status in statuses}
                assert len(reached) == 1 or group.note == MIXED


def test_the_outcomes_table_holds_every_figure_that_has_a_measure(real_library: Library) -> None:
    grid = build_grid("outcomes", real_library.tables["outcomes"], real_library)
    shown = {row.anchor for row in grid.rows()}
    for case in real_library.cases.values():
        for figure in case.rows(Figure):
            if figure.measure:
                assert f"row-{case.id}-{figure.id}" in shown
