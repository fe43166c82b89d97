"""A grid as a workbook: sheet 对照表 with typed numbers, filters and frozen panes; sheet 来源 with its paragraphs."""

from __future__ import annotations

import io
import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ..cells import Grid
from ..summary import Summary
from .figure_sheet import COLUMNS, FIGURES, figure_rows
from .flat import DISCLAIMER, Value, body, header, notes

CREATED = datetime(2000, 1, 1)
"""One date for every build: the workbook depends on the content alone."""

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32767
_WIDTHS = {
    "数": 10,
    "前值": 8,
    "单位": 8,
    "状态": 13,
    "标记": 12,
    "依据": 12,
    "对照项": 20,
    "案例": 10,
    "书名": 24,
    "条款": 24,
    "责任": 22,
    "频次": 16,
    "记录": 22,
    "依据案例": 10,
    "案例数": 8,
    "部分": 16,
    "分组": 16,
    "数值": 14,
    "时段": 16,
    "基期": 14,
    "可比性": 60,
}
_WIDE, _WIDEST, _PAGE = 32, 60, 120
A4, A3, WIDE_SHEET = 9, 8, 10
"""Excel's numbers of the papers, and the columns beyond which a sheet needs the larger."""
"""Width of every other column, in characters (a Chinese character takes two): at least, at most, and of all together."""
CONTINUED = "（续）"
NUMBER = "数"
_LINE, _TALLEST = 14.0, 409.0
"""Points a line of 10-point text takes, and the tallest row that Excel allows."""
_RULE = {"bottom": 1, "bottom_color": "#d8dee4"}
_FONT = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "top"}


def to_xlsx(grid: Grid) -> bytes:
    """Return ``grid`` as an .xlsx file. Text never becomes a formula or a link; numbers are typed, their literal beside them."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"title": grid.title, "subject": grid.question, "comments": DISCLAIMER, "created": CREATED})
    _Sheet(book, "对照表").table(grid)
    if grid.figures and grid.figures.parts:
        _Sheet(book, FIGURES).figures(grid.figures)
    if grid.summary:
        _Sheet(book, "小结").summary(grid.summary)
    _Sheet(book, "来源").sources(grid)
    book.close()
    return stream.getvalue()


class _Sheet:
    """One worksheet and the formats it uses."""

    def __init__(self, book: xlsxwriter.Workbook, name: str) -> None:
        self.sheet: Worksheet = book.add_worksheet(name)
        self.title: Format = book.add_format({**_FONT, "bold": True, "font_size": 14})
        self.note: Format = book.add_format({**_FONT, "font_color": "#57606a"})
        self.head: Format = book.add_format(
            {**_FONT, "bold": True, "bg_color": "#efebe5", "bottom": 1, "text_wrap": True}
        )
        self.text: Format = book.add_format({**_FONT, **_RULE, "text_wrap": True})
        self.number: Format = book.add_format({**_FONT, **_RULE, "num_format": "General", "align": "right"})

    def table(self, grid: Grid) -> None:
        """Title, how to read, header, rows, notes; printing landscape with the header repeated."""
        names = header(grid)
        widths, head = _widths(names), names.index(grid.head_label)
        rows = [piece for row in body(grid) for piece in _pieces(row, widths, head)]
        self._put(0, 0, f"{grid.question}（{grid.title}）", self.title)
        self._put(1, 0, grid.reading, self.note)
        self._put(2, 0, f"{DISCLAIMER}。材料截至见“来源”表。", self.note)
        first = 4
        self._rows(first, [names], self.head)
        self._rows(first + 1, rows, self.text, widths)
        self.sheet.set_row(0, 24)
        self.sheet.set_row(first, 18)
        self._filter(names, first, len(rows))
        self.sheet.freeze_panes(first + 1, head + 1)
        for index, width in enumerate(widths):
            self.sheet.set_column(index, index, width)
        for offset, note in enumerate(notes(grid)[2:], start=first + len(rows) + 2):
            self._put(offset, 0, note, self.note)
        self._print(first, first, len(names))

    def figures(self, figures: Grid) -> None:
        """The figures of the table one a row, typed, each with its status."""
        widths = [_WIDTHS.get(name, _WIDE) for name in COLUMNS]
        rows = [piece for row in figure_rows(figures) for piece in _pieces(row, widths, COLUMNS.index("指标"))]
        self._put(0, 0, figures.title, self.title)
        self._put(1, 0, figures.reading, self.note)
        self._put(2, 0, f"{DISCLAIMER}。材料截至见“来源”表。", self.note)
        self._listing(COLUMNS, rows, widths, fixed=COLUMNS.index("数值") + 1, top=4)

    def sources(self, grid: Grid) -> None:
        """Each source with the paragraphs that the table cites."""
        names = ["案例", "题名", "发布者", "日期", "材料截至", "段", "段落开头"]
        rows: list[list[Value]] = [
            ["、".join(source.cases), source.title, source.publisher, source.date, source.as_of, label, f"{opening}……"]
            for source in grid.sources
            for label, opening in source.paragraphs
        ]
        self._listing(names, rows, (10, 36, 18, 12, 30, 7, 28))

    def summary(self, summary: Summary) -> None:
        """The counts, typed."""
        rows: list[list[Value]] = [[row.name, *map(float, row.counts)] for row in summary.rows]
        self._listing(summary.head, rows, (44, *(12 for _ in summary.head[1:])))

    def _listing(
        self, names: Sequence[str], rows: Sequence[Sequence[Value]], widths: Sequence[int], fixed: int = 0, top: int = 0
    ) -> None:
        """A plain sheet: a header in row ``top`` and rows, filtered; its head and ``fixed`` columns frozen."""
        self._rows(top, [names], self.head, widths)
        self._rows(top + 1, rows, self.text, widths)
        self._filter(names, top, max(len(rows), 1))
        self.sheet.freeze_panes(top + 1, fixed)
        for index, width in enumerate(widths):
            self.sheet.set_column(index, index, width)
        self._print(top, top, len(names))

    def _filter(self, names: Sequence[str], top: int, count: int) -> None:
        """Filter the rows by the columns before the typed numbers: a button on 数 would sort named places by value.

        xlsxwriter cannot hide the button of one column, and a sheet has one filter, over columns that touch.
        """
        last = names.index(NUMBER) if NUMBER in names else len(names)
        if last:
            self.sheet.autofilter(top, 0, top + count, last - 1)

    def _rows(
        self, top: int, rows: Iterable[Sequence[Value]], style: Format, widths: Sequence[int] | None = None
    ) -> None:
        """Write rows; with ``widths`` of the columns each row is made as tall as its text, which LibreOffice leaves undone."""
        for offset, row in enumerate(rows):
            if widths:
                self.sheet.set_row(top + offset, _height(row, widths))
            for column, value in enumerate(row):
                self._put(top + offset, column, value, style)

    def _put(self, row: int, column: int, value: Value, style: Format) -> None:
        if value == "":
            self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, str):
            # write_string, never write: what looks like a formula, link or number is text.
            self.sheet.write_string(row, column, _FORBIDDEN.sub("", value)[:_LONGEST], style)
        else:
            self.sheet.write_number(row, column, value, self.number)

    def _print(self, first: int, last: int, columns: int) -> None:
        """One page wide, its head repeated; so many columns on A4 could not be read, so a wide sheet prints on A3."""
        self.sheet.set_landscape()
        self.sheet.set_paper(A3 if columns > WIDE_SHEET else A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(first, last)


def _widths(names: Sequence[str]) -> list[int]:
    """The width of each column: where few columns of text share the page each gets more of it."""
    free = sum(name not in _WIDTHS for name in names)
    wide = max(_WIDE, min(_WIDEST, _PAGE // max(free, 1)))
    return [_WIDTHS.get(name, wide) for name in names]


def _pieces(row: Sequence[Value], widths: Sequence[int], head: int) -> list[Sequence[Value]]:
    """A row, or the rows it is continued in where it would be taller than Excel shows: cut between entries, never in one."""
    if _lines_of(row, widths) * _LINE <= _TALLEST:
        return [row]
    columns = [_chunks(value, width) for value, width in zip(row, widths, strict=True)]
    pieces: list[Sequence[Value]] = []
    for number in range(max(map(len, columns))):
        piece: list[Value] = [chunks[number] if number < len(chunks) else "" for chunks in columns]
        if number:
            piece[: head + 1] = [*row[:head], f"{row[head]}{CONTINUED}"]
        pieces.append(piece)
    return pieces


def _chunks(value: Value, width: int) -> list[Value]:
    """The entries of a cell, as many together as a row has room for."""
    if not isinstance(value, str):
        return [value]
    chunks, room = [""], 0.0
    for entry in value.split("\n"):
        height = _lines(entry, width) * _LINE
        if chunks[-1] and height > room:
            chunks.append("")
        if not chunks[-1]:
            room = _TALLEST
        chunks[-1] += f"\n{entry}" if chunks[-1] else entry
        room -= height
    return [*chunks]


def _height(row: Sequence[Value], widths: Sequence[int]) -> float:
    """The height in points that shows the whole text of every cell of a row, as far as Excel allows."""
    return min(_TALLEST, _lines_of(row, widths) * _LINE)


def _lines_of(row: Sequence[Value], widths: Sequence[int]) -> int:
    return max(_lines(str(value), width) for value, width in zip(row, widths, strict=True))


def _lines(text: str, width: int) -> int:
    """How many lines ``text`` takes in a column ``width`` characters wide."""
    return sum(max(1, math.ceil(_width(line) / width)) for line in text.split("\n"))


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line)
