"""The Word and Excel files that the page makes, made in node from one hard example and read by others' programs."""

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


@pytest.fixture(scope="module")
def parts(folder: Path) -> dict[str, Tree]:
    """Every part of the document, parsed."""
    with zipfile.ZipFile(folder / "example.docx") as archive:
        assert archive.testzip() is None
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def text_of(node: Tree) -> str:
    """Text of a node as a reader sees it, breaks and tabs included."""
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (piece for run in node.iter(f"{W}r") for piece in run)
    return "".join((piece.text or "") if piece.tag == f"{W}t" else signs.get(piece.tag, "") for piece in runs)


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
    for name in ("example.xlsx", "example.docx"):
        with zipfile.ZipFile(folder / name) as archive:
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


# -- the document


def test_every_style_that_is_used_is_defined(parts: dict[str, Tree]) -> None:
    defined = {style.get(f"{W}styleId") for style in parts["word/styles.xml"].iter(f"{W}style")}
    used = {
        node.get(f"{W}val")
        for part in parts.values()
        for tag in ("pStyle", "rStyle", "tblStyle")
        for node in part.iter(f"{W}{tag}")
    }
    assert used <= defined
    assert {"Title", "Subtitle", "Heading1", "Heading2", "Heading3", "ListBullet", "ListNumber", "TableGrid"} <= used


def test_headings_have_levels_that_navigation_shows(parts: dict[str, Tree]) -> None:
    styles = {style.get(f"{W}styleId"): style for style in parts["word/styles.xml"].iter(f"{W}style")}
    for level in (1, 2, 3):
        style = styles[f"Heading{level}"]
        assert style.find(f"{W}name").get(f"{W}val") == f"heading {level}"  # type: ignore[union-attr]
        assert next(style.iter(f"{W}outlineLvl")).get(f"{W}val") == str(level - 1)


def test_every_run_has_a_chinese_font_and_the_hint(parts: dict[str, Tree]) -> None:
    names = {font.get(f"{W}name") for font in parts["word/fontTable.xml"]}
    runs = [run for name, part in parts.items() if name.startswith("word/") for run in part.iter(f"{W}r")]
    assert len(runs) > 200
    for run in runs:
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert fonts.get(f"{W}eastAsia") in names
        assert fonts.get(f"{W}hint") == "eastAsia"


def test_chinese_quotes_and_dashes_are_set_in_the_chinese_font(parts: dict[str, Tree]) -> None:
    marked = [run for run in parts["word/document.xml"].iter(f"{W}r") if re.search("[“”‘’…—]", text_of_run(run))]
    assert marked
    for run in marked:
        fonts = run.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert fonts.get(f"{W}ascii") == fonts.get(f"{W}hAnsi") == fonts.get(f"{W}eastAsia")


def text_of_run(run: Tree) -> str:
    return "".join(node.text or "" for node in run.iter(f"{W}t"))


def test_missing_fonts_have_others_to_take(parts: dict[str, Tree]) -> None:
    others = {
        font.get(f"{W}name"): font.find(f"{W}altName").get(f"{W}val")  # type: ignore[union-attr]
        for font in parts["word/fontTable.xml"]
    }
    assert others["仿宋_GB2312"] == "仿宋,FangSong,华文仿宋,Noto Serif CJK SC"
    assert set(others) == {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"}


def test_pages_have_the_measures_of_gbt_9704(parts: dict[str, Tree]) -> None:
    pages = list(parts["word/document.xml"].iter(f"{W}sectPr"))
    assert [page.find(f"{W}pgSz").get(f"{W}orient") for page in pages] == [None, "landscape", None]  # type: ignore[union-attr]
    size, margins, grid = (pages[0].find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
    assert size is not None
    assert margins is not None
    assert grid is not None
    assert [millimetres(size, side) for side in ("w", "h")] == [210, 297]
    assert [millimetres(margins, side) for side in ("top", "bottom", "left", "right")] == [37, 35, 28, 26]
    assert grid.get(f"{W}linePitch") == "579"  # 22 lines in 225 mm
    body = next(s for s in parts["word/styles.xml"].iter(f"{W}style") if s.get(f"{W}styleId") == "Normal")
    assert next(body.iter(f"{W}sz")).get(f"{W}val") == "32"
    assert body.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "仿宋_GB2312"  # type: ignore[union-attr]


def millimetres(node: Tree, side: str) -> int:
    return round(int(node.get(f"{W}{side}", "0")) / 1440 * 25.4)


def test_table_heads_repeat_whole_and_rows_of_text_may_be_split(parts: dict[str, Tree]) -> None:
    tables = list(parts["word/document.xml"].iter(f"{W}tbl"))
    given = [block["table"] for block in EXAMPLE["docx"]["blocks"] if "table" in block]
    assert len(tables) == len(given)
    for table, model in zip(tables, given, strict=True):
        rows = table.findall(f"{W}tr")
        for mark in ("tblHeader", "cantSplit"):
            heads = [row.find(f"{W}trPr/{W}{mark}") is not None for row in rows]
            assert heads == [True] * bool(model["head"]) + [False] * len(model["rows"])


def test_table_cells_hold_what_was_given(parts: dict[str, Tree]) -> None:
    given = [block["table"] for block in EXAMPLE["docx"]["blocks"] if "table" in block]
    for table, model in zip(parts["word/document.xml"].iter(f"{W}tbl"), given, strict=True):
        grid = [int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol")]
        rows = [each for each in (model["head"], *model["rows"]) if each]
        for row, cells in zip(table.findall(f"{W}tr"), rows, strict=True):
            found = ["\n".join(map(text_of, cell.findall(f"{W}p"))) for cell in row.findall(f"{W}tc")]
            wanted = ["\n".join(cell) if isinstance(cell, list) else cell or "" for cell in cells]
            assert found == [clean(text) for text in wanted] + [""] * (len(grid) - len(cells))
        assert sum(grid) <= round((297 - 35 - 37) / 25.4 * 1440) + len(grid)


def test_prose_is_all_there_in_order(parts: dict[str, Tree]) -> None:
    body = parts["word/document.xml"].find(f"{W}body")
    assert body is not None
    found = [text for text in map(text_of, body.findall(f"{W}p")) if text]
    wanted = [EXAMPLE["docx"]["title"], EXAMPLE["docx"]["subtitle"], *prose(EXAMPLE["docx"]["blocks"])]
    assert found == wanted


def prose(blocks: list[dict[str, Any]]) -> list[str]:
    given = [block.get("heading") or block.get("text") or block.get("note") or block.get("list") for block in blocks]
    items = [item for each in given if each for item in (each if is_list_of_items(each) else [each])]
    return [clean("".join(run["text"] for run in item) if isinstance(item, list) else item) for item in items]


def is_list_of_items(given: Any) -> bool:
    return isinstance(given, list) and not all(isinstance(piece, dict) for piece in given)


def test_each_ordered_list_has_a_numbering_of_its_own(parts: dict[str, Tree]) -> None:
    defined = {num.get(f"{W}numId") for num in parts["word/numbering.xml"].iter(f"{W}num")}
    used = [node.get(f"{W}val") for node in parts["word/document.xml"].iter(f"{W}numId")]
    assert set(used) <= defined
    assert [number for number in used if number != "1"] == ["2", "2", "3", "3"]


def test_footers_carry_the_line_and_the_page_number_at_the_outer_edge(parts: dict[str, Tree]) -> None:
    footers = [text_of(parts[f"word/footer{number}.xml"]) for number in (1, 2, 3, 4)]
    assert footers == [f"{DISCLAIMER}\t— 1 —", f"— 1 —\t{DISCLAIMER}"] * 2
    fields = [next(parts[f"word/footer{number}.xml"].iter(f"{W}fldSimple")).get(f"{W}instr") for number in (1, 2, 3, 4)]
    assert fields == [" PAGE "] * 4
    assert text_of(parts["word/header.xml"]) == EXAMPLE["docx"]["header"]


def test_every_relation_leads_to_a_part_and_every_part_has_a_type(folder: Path) -> None:
    for name, main in (("example.docx", "word"), ("example.xlsx", "xl")):
        with zipfile.ZipFile(folder / name) as archive:
            names = set(archive.namelist())
            rels = next(each for each in names if each.startswith(f"{main}/_rels/"))
            targets = {f"{main}/{node.get('Target')}" for node in ElementTree.fromstring(archive.read(rels))}
            typed = {
                node.get("PartName", "")[1:] for node in ElementTree.fromstring(archive.read("[Content_Types].xml"))
            }
        assert targets <= names
        assert names - {each for each in names if each.endswith(".rels")} - {"[Content_Types].xml"} <= typed


def test_the_document_names_itself_and_its_maker_but_no_time(parts: dict[str, Tree]) -> None:
    values = {node.tag.rpartition("}")[2]: node.text for node in parts["docProps/core.xml"]}
    assert values == {
        "title": EXAMPLE["docx"]["title"],
        "creator": "实践库",
        "description": DISCLAIMER,
        "language": "zh-CN",
    }


# -- LibreOffice


@pytest.fixture(scope="module")
def printed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both files as PDF, made in one run of LibreOffice with a profile of its own."""
    target = tmp_path_factory.mktemp("pdf")
    files = []
    for kind in ("xlsx", "docx"):  # both would become example.pdf
        files.append(target / f"{kind}.{kind}")
        shutil.copy(folder / f"example.{kind}", files[-1])
    convert(files, "pdf", target, tmp_path_factory.mktemp("profile"))
    return target


def printed_text(file: Path) -> str:
    """What a PDF says, without white space, page numbers apart from it."""
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("pdftotext 未安装：apt-get install poppler-utils")
    done = subprocess.run([pdftotext, str(file), "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s", "", done.stdout)


def test_libreoffice_prints_the_whole_workbook(printed: Path) -> None:
    text = printed_text(printed / "xlsx.pdf")
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


def test_libreoffice_prints_the_whole_document(printed: Path) -> None:
    text = printed_text(printed / "docx.pdf")
    for wanted in ("编者分析：数字“降低47.2%”是比率", "第二段", "<b>&amp;</b>", "𠮷", "—1—", "—2—", DISCLAIMER):
        assert wanted in text
    sentence = EXAMPLE["docx"]["blocks"][1]["text"]
    # A page may end within a sentence, in any column: none of its characters is lost.
    given = str(EXAMPLE["docx"]["blocks"])
    assert {char for char in sentence if text.count(char) < given.count(char)} == set()
    assert text.count("序号内容状态") >= 4, "the head of the long table is on each of its pages"
