"""LibreOffice opens every export as it is, and reads in it what was written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell

from generator.compare.asking.adhoc import ask
from generator.compare.cells import Grid
from generator.compare.grid import build_grid
from generator.compare.output.export import to_csv, to_xlsx
from generator.library.model import Library
from tests.compare.test_table_export import grid_of
from tests.libreoffice import CSV, convert

HARD = "=1+1 “引号”&<b>\n=2\u3000第二行 🈳 𠮷"
Values = list[list[object]]


@dataclass(frozen=True)
class Opened:
    """Each workbook and each CSV → as LibreOffice saved it again; and the PDFs of the workbooks."""

    books: dict[Path, Path]
    lists: dict[Path, Path]
    printed: tuple[Path, ...]


@pytest.fixture(scope="module")
def opened(real_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    folder, profile = tmp_path_factory.mktemp("导出 文件"), tmp_path_factory.mktemp("profile")
    books: dict[str, Path] = {}
    lists: dict[str, Path] = {}
    for name, grid in grids(real_library).items():
        books[name] = folder / f"{name}.xlsx"
        books[name].write_bytes(to_xlsx(grid))
        lists[name] = folder / f"{name}.csv"
        lists[name].write_bytes(to_csv(grid))
    files = list(books.values())
    saved = convert(files, "xlsx", folder / "saved", profile)
    read = convert(list(lists.values()), "xlsx", folder / "read", profile, CSV)
    printed = convert(files, "pdf", folder / "pdf", profile)
    return Opened(
        dict(zip(books.values(), saved, strict=True)), dict(zip(lists.values(), read, strict=True)), tuple(printed)
    )


def grids(library: Library) -> dict[str, Grid]:
    """Every shipped table, one asked for by command, and one of what makes files break."""
    shipped = {id_: build_grid(id_, spec, library) for id_, spec in library.tables.items()}
    return {
        **shipped,
        "asked": ask(library, list(library.cases)[:2]),
        "hard": grid_of(("说明", HARD), ("数值", "降低47.2%")),
    }


def sheets(path: Path) -> dict[str, Values]:
    """The values of every sheet, without the empty rows and columns at its end."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: trimmed([[cell.value for cell in row] for row in sheet.iter_rows()]) for sheet in book}


def trimmed(rows: Values) -> Values:
    told = [row[: max((i + 1 for i, value in enumerate(row) if value is not None), default=0)] for row in rows]
    while told and not told[-1]:
        told.pop()
    return told


def test_every_workbook_is_opened_and_printed(opened: Opened) -> None:
    assert len(opened.printed) == len(opened.books) > 3
    for pdf in opened.printed:
        assert pdf.read_bytes().startswith(b"%PDF"), pdf.name


def test_what_a_workbook_says_is_read_back_cell_by_cell(opened: Opened) -> None:
    for written, saved in opened.books.items():
        assert sheets(saved) == sheets(written), written.name


def test_numbers_stay_numbers_and_nothing_becomes_a_formula(opened: Opened) -> None:
    counted = 0
    for written, saved in opened.books.items():
        after = openpyxl.load_workbook(saved)
        for sheet, cell in cells(written):
            found = after[sheet][cell.coordinate]
            assert found.data_type != "f", (written.name, cell.coordinate)
            if cell.data_type == "n" and cell.value is not None:
                counted += 1
                assert (found.data_type, found.value) == ("n", cell.value), (written.name, cell.coordinate)
    assert counted > 50


def test_filters_and_repeated_heads_survive(opened: Opened) -> None:
    for written, saved in opened.books.items():
        before, after = (openpyxl.load_workbook(path)["对照表"] for path in (written, saved))
        assert after.auto_filter.ref == before.auto_filter.ref, written.name
        assert after.print_title_rows == before.print_title_rows, written.name


def test_csv_is_read_with_every_word_in_its_place(opened: Opened) -> None:
    for written, read in opened.lists.items():
        lines = csv.reader(io.StringIO(written.read_bytes().decode("utf-8-sig"), newline=""))
        (found,) = sheets(read).values()
        said = [[None if value is None else str(value) for value in row] for row in found]
        assert said == trimmed([[value or None for value in row] for row in lines]), written.name


def test_csv_text_that_looks_like_a_formula_is_not_run(opened: Opened) -> None:
    for written, read in opened.lists.items():
        assert [cell.coordinate for _, cell in cells(read) if cell.data_type == "f"] == [], written.name


def cells(path: Path) -> Iterator[tuple[str, Cell]]:
    for sheet in openpyxl.load_workbook(path):
        for row in sheet.iter_rows():
            for cell in row:
                yield sheet.title, cell
