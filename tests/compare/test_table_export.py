"""CSV and XLSX: what a spreadsheet gets, and that nothing in it runs."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from generator.compare.cells import Cell, Column, ColumnKind, Entry, Grid, GridRow, Group, Note, Part
from generator.compare.grid import build_grid
from generator.compare.output.export import safe_text, to_csv, to_xlsx
from generator.compare.output.flat import body, exact, header
from generator.library.figures import parse_figure
from generator.library.model import Library
from generator.library.values import UNKNOWN, Status
from generator.markup.plain import plain

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def grid_of(*cells: tuple[str, str]) -> Grid:
    """A grid of one row; each cell is its column's label and text, a label 数值 holding a figure."""
    columns, filled = [], []
    for label, text in cells:
        is_figure = label == "数值"
        quantity = parse_figure(text) if is_figure else None
        columns.append(Column(label, ColumnKind.FIGURE if is_figure else ColumnKind.TEXT))
        filled.append(Cell((Entry(text, status=Status.ACHIEVED if is_figure else None, quantity=quantity),)))
    row = GridRow("row-1", Entry("行"), tuple(filled))
    return Grid(
        "t",
        "表",
        "问？",
        "读法。",
        "指标",
        (Part("part-1", "", "", tuple(columns), (Group("group-1-1", "", (row,)),)),),
    )


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheet_of(data: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data))["对照表"]


def value_under(sheet: Worksheet, name: str) -> object:
    head = next(row for row in sheet.iter_rows() if row[0].value == "指标")
    column = next(cell.column for cell in head if cell.value == name)
    return sheet.cell(head[0].row + 1, column).value


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-x", "--1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u3000=1", "＝1", "-1+1", "+3%", "-"]
)
def test_a_text_that_a_spreadsheet_would_run_is_quoted_in_csv(text: str) -> None:
    assert safe_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-47.2", "-3%", "-1,200", "47.2", "近20%", "", "保利 - 西塘", "82%→87%"])
def test_numbers_and_plain_text_stay_as_they_are_in_csv(text: str) -> None:
    assert safe_text(text) == text


@given(st.text())
def test_no_csv_text_starts_a_formula(text: str) -> None:
    safe = safe_text(text)
    bare = safe.lstrip(" \u3000\xa0")
    assert not bare.startswith(DANGEROUS) or re.fullmatch(r"-\d[\d,]*(\.\d+)?%?", safe)


@given(st.sampled_from(DANGEROUS), st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=20))
def test_no_text_becomes_a_formula_in_a_workbook(start: str, rest: str) -> None:
    data = to_xlsx(grid_of(("说明", start + rest)))
    for name in ("xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"):
        assert b"<f>" not in zipfile.ZipFile(io.BytesIO(data)).read(name)
    for row in sheet_of(data).iter_rows():
        assert all(cell.data_type != "f" for cell in row)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30))
def test_text_survives_the_round_trip(text: str) -> None:
    data = to_xlsx(grid_of(("说明", text)))
    assert value_under(sheet_of(data), "说明") == (plain(text) or UNKNOWN)


def test_control_characters_do_not_break_a_workbook() -> None:
    assert value_under(sheet_of(to_xlsx(grid_of(("说明", "甲\x00\x0b乙")))), "说明") == "甲乙"


def test_csv_has_bom_crlf_header_rows_and_notes(small_library: Library) -> None:
    data = to_csv(build_grid("outcomes", small_library.tables["outcomes"], small_library))
    assert data.startswith(b"\xef\xbb\xbf")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith('"分组","案例","指标"')
    assert '"据公开材料整理，未经本库核实。"' in lines
    assert any("材料截至：" in line for line in lines)


@pytest.mark.parametrize(
    ("literal", "number", "start"),
    [
        ("降低47.2%", -47.2, None),
        ("上升5%", 5, None),
        ("82%→87%", 87, 82),
        ("2912户", 2912, None),
        ("近20%", None, None),
        ("70%以上", None, None),
        ("全覆盖", None, None),
        ("1200余个", None, None),
    ],
)
def test_a_number_is_typed_only_where_it_is_exact_and_its_literal_stands_beside(
    literal: str, number: float | None, start: float | None
) -> None:
    sheet = sheet_of(to_xlsx(grid_of(("数值", literal))))
    assert value_under(sheet, "数值") == literal
    assert value_under(sheet, "数") == number
    assert value_under(sheet, "前值") == start
    assert value_under(sheet, "状态") == "材料称已实现"


def test_a_decrease_is_a_negative_number_in_csv() -> None:
    names, row = rows_of(to_csv(grid_of(("数值", "降低47.2%"))))[:2]
    assert row[names.index("数")] == "-47.2"
    assert exact(parse_figure("降低47.2%")) == -47.2


def test_every_row_is_as_long_as_the_header(real_library: Library) -> None:
    for id_, table in real_library.tables.items():
        grid = build_grid(id_, table, real_library)
        assert {len(row) for row in body(grid)} == {len(header(grid))}


def test_csv_and_workbook_hold_the_same_rows(real_library: Library) -> None:
    for id_, table in real_library.tables.items():
        grid = build_grid(id_, table, real_library)
        wanted = [[None if value == "" else value for value in row] for row in body(grid)]
        sheet = sheet_of(to_xlsx(grid))
        found = [
            [cell.value for cell in row]
            for row in sheet.iter_rows(min_row=6, max_row=5 + len(wanted), max_col=len(header(grid)))
        ]
        assert found == wanted
        written = rows_of(to_csv(grid))[1 : 1 + len(wanted)]
        assert [len(row) for row in written] == [len(row) for row in wanted]


def test_a_workbook_is_frozen_filtered_and_names_its_sources(real_library: Library) -> None:
    grid = build_grid("outcomes", real_library.tables["outcomes"], real_library)
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(grid)))
    assert book.sheetnames == ["对照表", "来源"]
    sheet = book["对照表"]
    assert sheet.freeze_panes == f"{openpyxl.utils.get_column_letter(header(grid).index('指标') + 2)}6"
    before = openpyxl.utils.get_column_letter(header(grid).index("数"))
    assert sheet.auto_filter.ref.startswith(f"A5:{before}"), "no button stands on 数"
    assert sheet.print_title_rows == "$5:$5"
    assert "据公开材料整理，未经本库核实" in str(sheet["A3"].value)
    told = [[cell.value for cell in row] for row in book["来源"].iter_rows()]
    assert told[0][:2] == ["案例", "题名"]
    assert len(told) == 1 + sum(len(source.paragraphs) for source in grid.sources)


def test_the_same_grid_gives_the_same_bytes(small_library: Library) -> None:
    grid = build_grid("outcomes", small_library.tables["outcomes"], small_library)
    assert to_xlsx(grid) == to_xlsx(replace(grid))
    assert to_csv(grid) == to_csv(replace(grid))
    dates = {info.date_time for info in zipfile.ZipFile(io.BytesIO(to_xlsx(grid))).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_what_a_source_says_of_itself_keeps_that_it_does() -> None:
    entry = Entry("[全国首个](claim:P12)导则，见[三大工程](mech:x)", notes=(Note("范围", "全市"),))
    assert plain(entry.text) == "全国首个（文中自述）导则，见三大工程"


def test_rows_of_a_workbook_are_as_tall_as_their_text() -> None:
    """A program that does not fit rows by itself would otherwise show the first line only."""
    short, long = grid_of(("说明", "一行")), grid_of(("说明", "甲乙丙丁" * 80))
    heights = [max(d.height or 0 for d in sheet_of(to_xlsx(grid)).row_dimensions.values()) for grid in (short, long)]
    assert heights[0] < 30 < 10 * 13 < heights[1] <= 409


def test_every_line_of_every_shipped_workbook_has_room(real_library: Library) -> None:
    for id_, spec in real_library.tables.items():
        sheet = sheet_of(to_xlsx(build_grid(id_, spec, real_library)))
        for row in sheet.iter_rows(min_row=6):
            lines = max(str(cell.value or "").count("\n") + 1 for cell in row)
            if lines > 1:
                assert (sheet.row_dimensions[row[0].row].height or 0) >= min(409, 13 * lines), (id_, row[0].row)


def test_a_row_taller_than_excel_shows_is_continued_between_entries() -> None:
    entries = tuple(Entry(f"第{number}项" + "甲乙丙丁" * 20) for number in range(60))
    columns = (Column("甲"), Column("乙"))
    row = GridRow("row-1", Entry("行"), (Cell(entries), Cell((Entry("一项"),))))
    part = Part("part-1", "", "", columns, (Group("group-1-1", "", (row,)),))
    sheet = sheet_of(to_xlsx(Grid("t", "表", "问？", "读法。", "指标", (part,))))
    found = [[cell.value for cell in line] for line in sheet.iter_rows(min_row=6)]
    told = found[: found.index([None, None, None])]
    assert [line[0] for line in told] == ["行", *["行（续）"] * (len(told) - 1)]
    assert len(told) > 1
    assert "\n".join(str(line[1]) for line in told) == "\n".join(plain(entry.text) for entry in entries)
    assert [line[2] for line in told] == ["一项", *[None] * (len(told) - 1)]
    assert all((sheet.row_dimensions[number].height or 0) < 409 for number in range(6, 6 + len(told)))
    assert sheet.auto_filter.ref == f"A5:C{5 + len(told)}"


def test_few_columns_share_the_page() -> None:
    few, many = (sheet_of(to_xlsx(grid_of(*((f"说明{n}", "字") for n in range(count))))) for count in (1, 6))
    assert few.column_dimensions["A"].width > 55
    assert 30 < many.column_dimensions["A"].width < 35


def test_a_wide_sheet_prints_on_paper_it_can_be_read_on(real_library: Library) -> None:
    for id_, paper in (("outcomes", "8"), ("problems", "9")):
        book = openpyxl.load_workbook(io.BytesIO(to_xlsx(build_grid(id_, real_library.tables[id_], real_library))))
        assert str(book["对照表"].page_setup.paperSize) == paper
