"""A grid as one flat sheet: the header and rows that CSV and XLSX share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...library.figures import Quantity
from ...markup.plain import plain
from ..cells import Column, ColumnKind, Entry, Grid, GridRow, Group, Part
from .wording import cell_words, evidence_words, status_words

Value = str | float
DISCLAIMER = "据公开材料整理，未经本库核实"
FIGURE_COLUMNS = ("数", "前值", "单位", "状态", "标记", "依据")
"""What follows a literal: 数 is typed where the literal is exact (a decrease is negative, 82%→87% gives 87 and 前值 82)."""


Place = Callable[[Part, Group, GridRow], str]


def header(grid: Grid) -> list[str]:
    """The columns of the flat sheet."""
    return [*_places(grid), grid.head_label, *(name for column in all_columns(grid) for name in _names(column))]


def body(grid: Grid) -> Iterator[list[Value]]:
    """The rows of the flat sheet, one for each row of the grid, as long as the header."""
    columns, places = all_columns(grid), _places(grid)
    for part in grid.parts:
        for group in part.groups:
            for row in group.rows:
                told = [place(part, group, row) for place in places.values()]
                yield [*told, plain(row.head.text), *_values(part, row, columns)]


def _places(grid: Grid) -> dict[str, Place]:
    """The columns that say where in the table a row stands, as far as the table has such places."""
    places: dict[str, Place] = {}
    if len(grid.parts) > 1:
        places["部分"] = lambda part, group, row: part.heading
    groups = [group for part in grid.parts for group in part.groups if group.heading]
    if any(group.heading != _owner(grid, row) for group in groups for row in group.rows):
        places["分组"] = lambda part, group, row: group.heading
    if any(row.owner for row in grid.rows()):
        places[grid.owner_label] = lambda part, group, row: _owner(grid, row)
    return places


def _owner(grid: Grid, row: GridRow) -> str:
    """What a row belongs to, by its whole name."""
    return grid.owners.get(row.owner, row.owner)


def notes(grid: Grid) -> list[str]:
    """What must stand with the numbers wherever they go: how to read them, cautions, sources, that nobody verified them."""
    read = [
        f"{grid.title}：{grid.question}",
        f"怎样读：{grid.reading}",
        *(f"口径提示：{plain(text)}" for text in grid.cautions),
        *([f"小结：{line}" for line in grid.summary.lines()] if grid.summary else []),
    ]
    heads = (row.head for row in grid.rows())
    meanings = dict.fromkeys(
        f"{plain(head.text)}，{note.label}：{plain(note.text)}" for head in heads for note in head.notes
    )
    mixed = {f"{group.heading}：{group.note}" for part in grid.parts for group in part.groups if group.note}
    sources = [
        f"来源：{'、'.join(s.cases)}：{s.title}（{s.publisher}，{s.date}），材料截至：{s.as_of}" for s in grid.sources
    ]
    return [
        *read,
        *meanings,
        *sorted(mixed),
        *(f"注：{plain(text)}" for text in grid.footnotes),
        *sources,
        f"{DISCLAIMER}。",
    ]


def all_columns(grid: Grid) -> list[Column]:
    """The columns of all parts, each once, in the order of the part that has most."""
    widest = sorted(grid.parts, key=lambda part: -len(part.columns))
    return list(dict.fromkeys(column for part in widest for column in part.columns))


def _names(column: Column) -> list[str]:
    return [column.label, *FIGURE_COLUMNS] if column.kind is ColumnKind.FIGURE else [column.label]


def _values(part: Part, row: GridRow, columns: list[Column]) -> Iterator[Value]:
    cells = dict(zip(part.columns, row.cells, strict=True))
    for column in columns:
        cell = cells.get(column)
        if column.kind is ColumnKind.FIGURE:
            yield from _figure(cell.entries[0] if cell and cell.entries else None)
        elif column.kind is ColumnKind.COUNT:
            yield float(cell.entries[0].text) if cell else ""
        else:
            yield cell_words(cell) if cell else ""


def _figure(entry: Entry | None) -> list[Value]:
    if entry is None or entry.quantity is None:
        return [""] * (1 + len(FIGURE_COLUMNS))
    quantity = entry.quantity
    start: Value = "" if quantity.start is None or not quantity.is_exact else quantity.start
    number = exact(quantity)
    return [
        quantity.literal,
        "" if number is None else number,
        start,
        quantity.unit,
        status_words(entry),
        "、".join(entry.flags),
        evidence_words(entry.evidence),
    ]


def exact(quantity: Quantity) -> float | None:
    """The number a spreadsheet may calculate with: None where the literal has 近, 余, 以上, 万 … or no number."""
    number = quantity.exact
    return -number if number is not None and quantity.direction == "down" else number
