"""Tables whose rows are clauses of the manuals: what each rests on, and that none passes for an official one."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from generator.compare.cells import ColumnKind, Grid, GridRow
from generator.compare.checking.spec_check import check_spec
from generator.compare.checking.spec_coverage import check_coverage
from generator.compare.fields.clause_fields import clause_fields
from generator.compare.grid import build_grid
from generator.compare.output.export import to_csv, to_xlsx
from generator.compare.output.flat import body, header
from generator.compare.output.wording import cell_words
from generator.compare.rows.clause_rows import chosen_manuals, clauses_of
from generator.content import load_content
from generator.library.model import Library
from generator.library.table_spec import TableSpec
from generator.report import Diagnostics, Position
from generator.views.render import Fragments
from generator.views.tables import table_views
from tests.html import parse

BASE: dict[str, object] = {"title": "条款对照", "question": "依据什么？", "reading": "一行一条。", "rows": "clauses"}
DEMO, PAIR = "楼长工作指引（本库据案例编写）", "两栋楼约定指引（本库据案例编写）"
NO_EVIDENCE = "对照表 t 没有“依据” 一列，读者分不清哪些条款仅为建议。请加入 field 为 依据 的一列。"


@pytest.fixture(name="library", scope="module")
def _library(small_library: Library) -> Library:
    return small_library


def columns(*fields: str) -> list[dict[str, object]]:
    return [{"label": field, "field": field} for field in fields]


def grid_of(library: Library, *fields: str, **rest: object) -> Grid:
    spec = TableSpec.model_validate({**BASE, "columns": columns(*(fields or ("依据",))), **rest})
    return build_grid("t", spec, library)


def groups(library: Library, **part: object) -> list[tuple[str, list[str]]]:
    grid = grid_of(library, parts=[{"heading": "条款", **part}])
    return [(group.heading, [row.head.text for row in group.rows]) for part_ in grid.parts for group in part_.groups]


def row_of(grid: Grid, anchor: str) -> GridRow:
    return next(row for row in grid.rows() if row.anchor == anchor)


def told(library: Library, **spec: object) -> list[str]:
    diagnostics = Diagnostics()
    paths: list[tuple[str | int, ...]] = []

    def at(path: tuple[str | int, ...]) -> Position:
        paths.append(path)
        return Position("t.yml", len(paths))

    check_spec("t", TableSpec.model_validate({**BASE, **spec}), library, at, diagnostics)
    return [f"{'.'.join(map(str, path))} {item.message}" for path, item in zip(paths, diagnostics, strict=True)]


def test_every_field_tells_a_clause_in_words(library: Library) -> None:
    row = row_of(grid_of(library, *clause_fields()), "row-demo-1-1")
    assert dict(zip(clause_fields(), map(cell_words, row.cells), strict=True)) == {
        "指引": "楼长指引",
        "书名": DEMO,
        "章": "第一章 怎样登记",
        "条号": "1.1",
        "条文": "登记居民反映的事项，写明网格和时间。",
        "责任": "楼长",
        "频次": "每日［建议］",
        "记录": "登记表［建议］",
        "依据": "甲社区 段2",
        "依据案例": "甲社区",
        "案例数": "1",
        "依据性质": "案例材料",
    }
    assert (row.head.text, row.owner, str(row.head.destination)) == (
        "1.1 当日逐件登记",
        "楼长指引",
        "manuals/demo/01-dengji.html#c1-1",
    )


def test_a_clause_of_advice_says_so_and_rests_on_no_case(library: Library) -> None:
    row = row_of(grid_of(library, "责任", "频次", "依据案例", "案例数", "依据", "依据性质"), "row-demo-1-2")
    assert [cell_words(cell) for cell in row.cells] == [
        "楼长、社区", "定期（间隔自定）", "没有案例", "0", "建议", "仅为建议",
    ]  # fmt: skip


def test_a_clause_that_rests_on_two_cases_names_both_with_their_paragraphs(library: Library) -> None:
    evidence, cases, number = row_of(grid_of(library, "依据", "依据案例", "案例数"), "row-demo-2-1").cells
    assert cell_words(evidence) == "甲社区 段1、甲社区 段2、乙小区 段1"
    assert [(e.text, str(e.destination)) for e in cases.entries] == [
        ("甲社区", "cases/jia.html"),
        ("乙小区", "cases/yi.html"),
    ]
    assert cell_words(number) == "2"


def test_a_source_of_which_no_case_is_written_stands_under_its_own_title(library: Library) -> None:
    alone = replace(library, cases={"jia": library.cases["jia"]})
    evidence, cases = row_of(grid_of(alone, "依据", "依据案例"), "row-pair-1-1").cells
    assert cell_words(evidence) == "乙小区纪事 段1"
    assert [(entry.text, entry.destination) for entry in cases.entries] == [("乙小区纪事", None)]


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ({"依据案例": "乙小区"}, ["row-demo-2-1", "row-pair-1-1"]),
        ({"依据案例": "留空"}, ["row-demo-1-2", "row-pair-1-2"]),
        ({"责任": "楼长"}, ["row-demo-1-1", "row-demo-1-2"]),
        ({"频次": "每月", "依据性质": "案例材料"}, ["row-demo-2-1"]),
        ({"案例数": ["0", "2"]}, ["row-demo-1-2", "row-demo-2-1", "row-pair-1-2"]),
    ],
)
def test_clauses_are_chosen_by_any_of_their_values(library: Library, where: object, found: list[str]) -> None:
    grid = grid_of(library, parts=[{"heading": "甲", "where": where}])
    assert [row.anchor for row in grid.rows()] == found


def test_groups_stand_in_the_order_of_their_lists_and_clauses_as_written(library: Library) -> None:
    demo = ["1.1 当日逐件登记", "1.2 每周核对一次", "2.1 每月议事一次"]
    assert groups(library, group=["书名"]) == [(DEMO, demo), (PAIR, ["1.1 商定约定", "1.2 公布约定"])]
    assert groups(library, group=["书名", "依据性质"]) == [
        (f"{DEMO} · 案例材料", [demo[0], demo[2]]),
        (f"{DEMO} · 仅为建议", [demo[1]]),
        (f"{PAIR} · 案例材料", ["1.1 商定约定"]),
        (f"{PAIR} · 仅为建议", ["1.2 公布约定"]),
    ]
    assert [heading for heading, _ in groups(library, group=["频次"])] == ["每日", "每月", "一次", "定期"]
    assert [heading for heading, _ in groups(library, group=["依据案例"])][1] == "没有依据案例"


def test_no_number_of_cases_puts_a_clause_before_another(library: Library) -> None:
    """A clause that rests on more cases is not a better one: the order is that of the books, whatever the counts."""
    (group,) = grid_of(library, "案例数", "依据").parts[0].groups
    assert [row.cells[0].entries[0].text for row in group.rows] == ["1", "0", "2", "1", "0"]
    assert [heading for heading, _ in groups(library, group=["案例数"])] == ["案例数 1", "案例数 0", "案例数 2"]


def test_manuals_are_chosen_by_their_ids(library: Library) -> None:
    grid = grid_of(library, manuals=["pair"])
    assert [row.anchor for row in grid.rows()] == ["row-pair-1-1", "row-pair-1-2"]
    assert grid.summary is not None
    assert [row.name for row in grid.summary.rows] == [PAIR]
    assert [source.id for source in grid.sources] == ["yi-report"]


def test_the_summary_counts_each_book_and_all(library: Library) -> None:
    summary = grid_of(library).summary
    assert summary is not None
    assert summary.head == ("书名", "共有", "多个案例", "一个案例", "仅为建议")
    assert [(row.name, row.counts) for row in summary.rows] == [
        (DEMO, (3, 1, 1, 1)),
        (PAIR, (2, 0, 1, 1)),
        ("合计", (5, 1, 2, 2)),
    ]
    assert summary.lines()[1] == f"{DEMO}：共有 3 条，多个案例 1 条，一个案例 1 条，仅为建议 1 条"


def test_the_sources_are_those_that_the_clauses_cite(library: Library) -> None:
    cited = [(source.id, [label for label, _ in source.paragraphs]) for source in grid_of(library).sources]
    assert cited == [("jia-report", ["段1", "段2"]), ("yi-report", ["段1"])]


# --- specs -----------------------------------------------------------------------------------------------------------


def test_sound_specs_are_silent(library: Library) -> None:
    part = {"heading": "甲", "where": {"依据性质": "仅为建议", "频次": "有值"}, "group": ["书名", "章"]}
    assert told(library, columns=columns(*clause_fields()), parts=[part], manuals=["demo"]) == []
    own = [{"heading": "甲", "columns": columns("依据")}]
    assert told(library, parts=own) == []


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ({"columns": columns("依据", "频度")}, "columns.1.field 对照表 t field：没有“频度” 这个字段。是否为“频次”？"),
        ({"columns": columns("依据"), "manuals": ["demi"]}, "manuals.0 对照表 t manuals：手册“demi” 不在 demo、pair 之中。是否为“demo”？"),
        ({"columns": columns("依据"), "cases": ["jia"]},
         "cases 对照表 t 的行是条款，不用 cases 选。要只看依据某个案例的条款，请在 parts 的 where 写 依据案例。"),
        ({"columns": columns("责任")}, f"columns {NO_EVIDENCE}"),
        ({"columns": columns("依据"), "parts": [{"heading": "甲"}, {"heading": "乙", "columns": columns("责任")}]}, f"parts.1.columns {NO_EVIDENCE}"),
        ({"columns": columns("依据"), "parts": [{"heading": "甲", "group": ["书铭"]}]}, "parts.0.group.0 对照表 t group：没有“书铭” 这个字段。是否为“书名”？"),
        ({"columns": columns("依据"), "parts": [{"heading": "甲", "where": {"依据性质": "建议"}}]},
         "parts.0.where.依据性质.0 对照表 t where 依据性质：“建议” 不在 案例材料、仅为建议、有值、留空 之中。是否为“仅为建议”？"),
        ({"columns": columns("依据"), "parts": [{"heading": "甲", "where": {"依据案例": "甲"}}]},
         "parts.0.where.依据案例.0 对照表 t where 依据案例：“甲” 不在 甲社区、乙小区、有值、留空 之中。是否为“甲社区”？"),
        ({"columns": [{"label": "依据", "field": "依据", "where": {"频次": "每月"}}]},
         "columns.0.where 对照表 t 字段“依据” 只有一个值，不能再选行。请删去 where。"),
        ({"rows": "figures", "columns": columns("状态"), "manuals": ["demo"]}, "manuals 对照表 t 的行不是 clauses，不写 manuals。请删去。"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_place(library: Library, spec: dict[str, object], message: str) -> None:
    assert told(library, **spec) == [message]


def test_a_library_without_manuals_has_no_table_of_clauses(library: Library) -> None:
    bare = replace(library, book=None)
    assert told(bare, columns=columns("依据")) == [
        "rows 对照表 t 的行是手册的条款，本库还没有手册。请先在 content/manuals 写手册，或移走这张表。"
    ]
    assert grid_of(bare).parts == ()


def test_clauses_that_no_part_chooses_are_warned_of(library: Library) -> None:
    def warned(*wheres: dict[str, object], **rest: object) -> list[str]:
        diagnostics = Diagnostics()
        parts = [{"heading": "甲", "where": where} for where in wheres]
        spec = TableSpec.model_validate({**BASE, "columns": columns("依据"), "parts": parts, **rest})
        check_coverage("t", spec, library, lambda path: Position("t.yml"), diagnostics)
        return [item.message for item in diagnostics.warnings]

    assert warned({"依据性质": "案例材料"}, {"依据性质": "仅为建议"}) == []
    assert warned({"依据性质": "案例材料"}) == []
    assert warned({"频次": "每日"}, {"频次": ["每月", "一次"]}) == [
        "对照表 t 没有列入条款用到的频次 定期，这些行不会出现。请在 where 中补上；本就只选一部分的，写 partial: true。"
    ]
    assert warned({"频次": "每日"}, {"频次": ["每月", "一次"]}, manuals=["pair"]) == []
    assert warned({"频度": "每日"}, {"频度": "每月"}) == []


def test_a_mistaken_spec_of_families_does_not_stop_the_check(small_library: Library) -> None:
    parts = [{"heading": "甲", "where": {"类形": "甲"}}, {"heading": "乙", "where": {"类形": "乙"}}]
    spec = TableSpec.model_validate({**BASE, "rows": "families", "parts": parts})
    diagnostics = Diagnostics()
    check_coverage("t", spec, small_library, lambda path: Position("t.yml"), diagnostics)
    assert list(diagnostics) == []


# --- files and page --------------------------------------------------------------------------------------------------


def test_files_name_the_whole_title_of_the_book_in_every_row(library: Library) -> None:
    parts = [{"heading": "条款", "group": ["书名"]}]
    for grid in (grid_of(library, "频次", "案例数", "依据"), grid_of(library, "频次", "案例数", "依据", parts=parts)):
        assert header(grid) == ["书名", "条款", "频次", "案例数", "依据"]
        assert [row[0] for row in body(grid)] == [DEMO] * 3 + [PAIR] * 2
    mixed = grid_of(library, parts=[{"heading": "条款", "group": ["书名", "依据性质"]}])
    assert header(mixed)[:2] == ["分组", "书名"]


def test_csv_tells_advice_and_case_in_words_and_the_count_as_a_number(library: Library) -> None:
    text = to_csv(grid_of(library, "频次", "案例数", "依据")).decode("utf-8-sig")
    assert text.splitlines()[1] == f'"{DEMO}","1.1 当日逐件登记","每日［建议］",1,"甲社区 段2"'
    assert text.splitlines()[2] == f'"{DEMO}","1.2 每周核对一次","定期（间隔自定）",0,"建议"'
    notes = [row[0] for row in csv.reader(io.StringIO(text)) if len(row) == 1]
    assert "小结：合计：共有 5 条，多个案例 1 条，一个案例 2 条，仅为建议 2 条" in notes


def test_a_workbook_has_typed_counts_and_a_sheet_of_the_summary(library: Library) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(grid_of(library, "案例数", "依据"))))
    assert book.sheetnames == ["对照表", "小结", "来源"]
    rows = list(book["对照表"].iter_rows(min_row=5, max_row=10, values_only=True))
    assert rows[0] == ("书名", "条款", "案例数", "依据")
    assert [row[2] for row in rows[1:]] == [1, 0, 2, 1, 0]
    assert rows[3] == (DEMO, "2.1 每月议事一次", 2, "甲社区 段1、甲社区 段2、乙小区 段1")
    assert list(book["小结"].iter_rows(values_only=True))[-1] == ("合计", 5, 1, 2, 2)
    assert [row[5] for row in book["来源"].iter_rows(min_row=2, values_only=True)] == ["段1", "段2", "段1"]


@pytest.fixture
def page(small_site: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Makes the sections of a spec's page from its YAML and returns the file they are in."""

    def build(text: str) -> Path:
        (small_site / "content/tables/clauses.yml").write_text(text, "utf-8")
        diagnostics = Diagnostics()
        library = load_content(small_site, diagnostics)
        assert list(map(str, diagnostics)) == []
        assert library is not None
        view = next(v for v in table_views(library, Fragments(library)) if v.address.page == "tables/clauses.html")
        file = tmp_path / "page.html"
        file.write_text("\n".join(section.html for section in view.sections), "utf-8")
        return file

    return build


def test_the_page_names_the_book_links_clause_case_and_paragraph_and_marks_advice(page: Callable[[str], Path]) -> None:
    file = page(
        "title: 条款\nquestion: 依据什么？\nreading: 一行一条。\nrows: clauses\n"
        "columns: [{label: 频次, field: 频次}, {label: 案例, field: 依据案例}, {label: 依据, field: 依据}]\n"
    )
    said, html = parse(file), file.read_text("utf-8")
    assert DEMO in html
    assert {
        "../manuals/demo/index.html",
        "../manuals/demo/01-dengji.html#c1-1",
        "../cases/jia.html",
        "../cases/jia.html#P02",
    } <= set(said.links)
    assert 'data-label="甲社区 段2"' in html
    assert html.count('class="editorial" data-label="建议"') == 4
    assert all(text.strip() for _, text in said.blocks)


def test_the_shipped_table_shows_every_clause_once(real_library: Library) -> None:
    grid = build_grid("clauses", real_library.tables["clauses"], real_library)
    shown = [row.anchor for row in grid.rows()]
    assert len(shown) == len(set(shown)) == len(real_library.clauses)
    for row in clauses_of(real_library, chosen_manuals(real_library, ())):
        assert row_of(grid, f"row-{row.manual.id}-{row.clause.chapter}-{row.clause.item}").owner
    assert {column.kind for part in grid.parts for column in part.columns} == {ColumnKind.TEXT, ColumnKind.COUNT}
    titles = {manual.meta.title for manual in chosen_manuals(real_library, ())}
    assert {group.heading for part in grid.parts for group in part.groups} == titles
