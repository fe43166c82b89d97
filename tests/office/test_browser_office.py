"""The Excel files that the page makes, made in node from one hard example and read by others' programs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from tests.libreoffice import convert

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLE: dict[str, Any] = json.loads((ROOT / "tests/office/example.json").read_text(encoding="utf-8"))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DISCLAIMER = "学习资料·据公开材料整理，未经本库核实"

Tree = ElementTree.Element


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    subprocess.run(["node", str(ROOT / "tests/js/make_office.js"), str(folder)], check=True, timeout=60)
    return folder


@pytest.fixture(scope="module")
def book(folder: Path) -> Workbook:
    return load_workbook(folder / "example.xlsx")


def clean(value: object) -> str:
    return FORBIDDEN.sub("", str(value))


def shown(cell: Any) -> Any:
    """What a cell of the example is worth in a workbook."""
    if isinstance(cell, dict):
        literal = cell.get("literal")
        return literal if literal in ("全覆盖", "20万人次") else cell["number"]
    value = "\n".join(cell) if isinstance(cell, list) else cell
    return clean(value) or None if isinstance(value, str) else value


# -- the workbook


def test_every_part_has_the_one_date_and_no_compression(folder: Path) -> None:
    with zipfile.ZipFile(folder / "example.xlsx") as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_sheets_of_one_name_are_told_apart(book: Workbook) -> None:
    assert book.sheetnames[:3] == ["对照表", "对照表（2）", "对照表（3）"]
    assert len(book.sheetnames[3]) == 31
    assert book.sheetnames[3].startswith("一 二 三 四 很长")


@pytest.mark.parametrize("index", range(4))
def test_every_cell_is_what_was_given(book: Workbook, index: int) -> None:
    given, sheet = EXAMPLE["xlsx"]["sheets"][index], book.worksheets[index]
    rows = given["head"] + given["rows"]
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            found = sheet.cell(number, column)
            assert unescaped(found.value) == shown(cell), found.coordinate
            assert found.data_type != "f", found.coordinate
    below = [row[0].value for row in sheet.iter_rows(min_row=len(rows) + 2)]
    assert [note for note in below if note] == given.get("notes", [])


def unescaped(value: Any) -> Any:
    """openpyxl leaves the escape of _x0041_ as it stands in the file."""
    return value.replace("_x005F_", "_") if isinstance(value, str) else value


def test_a_number_is_typed_and_its_format_shows_the_literal(book: Workbook) -> None:
    formats = {book.worksheets[0].cell(row, 1).value: book.worksheets[0].cell(row, 2) for row in range(4, 12)}
    assert (formats["报案率"].value, formats["报案率"].number_format) == (-47.2, '"降低"0.0"%";"降低"0.0"%"')
    assert (formats["员工"].value, formats["员工"].number_format) == (1200, '#,##0"余个"')
    assert (formats["比例"].value, formats["比例"].number_format) == (47.2, "0.00")
    assert (formats["户数"].value, formats["户数"].number_format) == (2912, 'General"户"')
    assert [formats[name].data_type for name in ("报案率", "户数", "覆盖", "人次")] == ["n", "n", "s", "s"]


def test_what_looks_like_a_formula_is_marked_as_text(book: Workbook) -> None:
    marked = {cell.value for row in book.worksheets[1].iter_rows() for cell in row if cell.quotePrefix}
    assert {"=1+1", "+86 571", "@SUM(A1)", "-47.2%"} <= marked


def test_heads_are_frozen_filtered_and_printed_on_every_page(book: Workbook) -> None:
    first, _, third, _ = book.worksheets
    assert (first.freeze_panes, first.auto_filter.ref, first.print_title_rows) == ("B4", "A3:D11", "$3:$3")
    assert [str(merged) for merged in first.merged_cells.ranges] == ["A1:D1", "A2:D2", "A13:D13", "A14:D14"]
    assert (third.freeze_panes, third.auto_filter.ref) == ("A2", None)
    for sheet in book.worksheets:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert DISCLAIMER in sheet.oddFooter.left.text


def test_widths_are_those_given_unless_a_text_would_not_fit(book: Workbook) -> None:
    def widths(index: int) -> list[int]:
        return [round(each.width - 0.7109375) for each in book.worksheets[index].column_dimensions.values()]

    assert widths(0) == [14, 12, 40, 18]
    narrow, wide = widths(3)
    assert narrow == 8
    assert wide > 12
    heights = [book.worksheets[0].row_dimensions[row].height for row in range(1, 12)]
    assert all(height and height <= 409 for height in heights)
    assert heights[3] > 6 * heights[4]


def test_the_workbook_names_itself_and_its_maker_but_no_time(folder: Path, book: Workbook) -> None:
    assert (book.properties.title, book.properties.creator) == (EXAMPLE["xlsx"]["title"], "实践库")
    with zipfile.ZipFile(folder / "example.xlsx") as archive:
        assert b"dcterms" not in archive.read("docProps/core.xml")


def test_every_relation_leads_to_a_part_and_every_part_has_a_type(folder: Path) -> None:
    with zipfile.ZipFile(folder / "example.xlsx") as archive:
        names = set(archive.namelist())
        rels = next(each for each in names if each.startswith("xl/_rels/"))
        targets = {f"xl/{node.get('Target')}" for node in ElementTree.fromstring(archive.read(rels))}
        typed = {node.get("PartName", "")[1:] for node in ElementTree.fromstring(archive.read("[Content_Types].xml"))}
    assert targets <= names
    assert names - {each for each in names if each.endswith(".rels")} - {"[Content_Types].xml"} <= typed


# -- LibreOffice


@pytest.fixture(scope="module")
def printed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook as PDF, made by LibreOffice with a profile of its own."""
    target = tmp_path_factory.mktemp("pdf")
    (made,) = convert([folder / "example.xlsx"], "pdf", target, tmp_path_factory.mktemp("profile"))
    return made


def printed_text(file: Path) -> str:
    """What a PDF says, without white space, page numbers apart from it."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext 未安装：apt-get install poppler-utils")
    done = subprocess.run([pdftotext, str(file), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s", "", done.stdout)


def test_libreoffice_prints_the_whole_workbook(printed: Path) -> None:
    text = printed_text(printed)
    for wanted in (
        "降低47.2%",
        "82%→87%",
        "1,200余个",
        "47.20",
        "2912户",
        "全覆盖",
        "20万人次",
        "=1+1",
        "_x0041_",
        "𠮷",
    ):
        assert wanted in text
    long = EXAMPLE["xlsx"]["sheets"][0]["rows"][0][2]
    times = sum(
        str(row).count("第一轮走访")
        for sheet in EXAMPLE["xlsx"]["sheets"]
        for row in [sheet["rows"], sheet.get("notes", [])]
    )
    assert text.count("第一轮走访") == times
    assert long in text
    assert "###" not in text
