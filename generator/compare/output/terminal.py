"""A grid as text for a terminal: a table where its columns have room, else one block a row; nothing is cut off."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from rich.box import MINIMAL
from rich.cells import cell_len, chop_cells
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ...markup.plain import plain
from ..cells import Cell, Grid, GridRow, Part
from .flat import notes
from .wording import entry_words

ROOM = 28
"""A column narrower than 14 Chinese characters is a ribbon that nobody reads."""
_HEAD = 20
_GAP = 3
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal might obey; a line break stays."""
_TOKEN = re.compile(r"[“‘《【［]*(?:段\d+|（[^（）]{1,7}）|（?(?:[!-~]+|.))[，。、；：？！”’）》】］…]*", re.DOTALL)
"""What stays on one line: a Latin word or number, 段14, a short bracket, signs that neither begin nor end a line in Chinese."""
_RAGGED = re.compile(r" +((?:\x1b\[[\d;]*m)*)$")


def to_text(grid: Grid, width: int) -> str:
    """Return ``grid`` as lines at most ``width`` columns wide; bold is marked by ANSI codes, for the caller to strip."""
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        highlight=False,
        emoji=False,
    )
    told = notes(grid)
    above = 2 + len(grid.cautions)
    with console.capture() as capture:
        for line in told[:above]:
            console.print(_wrapped(line, width))
        for part in grid.parts:
            console.print()
            console.print(_part(grid, part, width))
        console.print()
        for line in told[above:]:
            console.print(_wrapped(line, width))
    return "\n".join(_RAGGED.sub(r"\1", line) for line in capture.get().split("\n")).rstrip("\n")


def _part(grid: Grid, part: Part, width: int) -> RenderableType:
    rows = [row for group in part.groups for row in group.rows]
    head = min(_HEAD, max(cell_len(_clean(plain(row.head.text))) for row in rows))
    head = max(head, cell_len(grid.head_label))
    room = (width - head - _GAP) // len(part.columns) - _GAP if part.columns else width
    body = _table(grid, part, rows, head, room) if room >= ROOM else _blocks(part, rows, width)
    return Group(*([Text(part.heading, "bold")] if part.heading else []), body)


def _table(grid: Grid, part: Part, rows: Iterable[GridRow], head: int, room: int) -> Table:
    table = Table(box=MINIMAL, show_edge=False, show_lines=True, pad_edge=False, header_style="bold")
    table.add_column(_wrapped(grid.head_label, head), width=head, no_wrap=True, style="bold")
    for column in part.columns:
        table.add_column(_wrapped(column.label, room), width=room, no_wrap=True)
    for row in rows:
        cells = (Text("\n".join(_cell_lines(cell, room))) for cell in row.cells)
        table.add_row(_wrapped(_name(row), head), *cells)
    return table


def _blocks(part: Part, rows: Iterable[GridRow], width: int) -> Group:
    """The stacked form: each row under its name, each of its columns named."""
    said: list[RenderableType] = []
    for row in rows:
        said.append(Text(f"【{_name(row)}】", "bold"))
        for column, cell in zip(part.columns, row.cells, strict=True):
            said.append(Padding(Text(column.label, "bold"), (0, 0, 0, 2)))
            said.append(Padding(Text("\n".join(_cell_lines(cell, width - 4))), (0, 0, 0, 4)))
    return Group(*said)


def _name(row: GridRow) -> str:
    return plain(f"{row.owner}：{row.head.text}" if row.owner else row.head.text)


def _cell_lines(cell: Cell, width: int) -> Iterator[str]:
    """The lines of a cell; several entries are told apart by a mark, what follows in an entry stands under its words."""
    if len(cell.entries) < 2:
        yield from wrap(entry_words(cell.entries[0]) if cell.entries else cell.blank, width)
        return
    for entry in cell.entries:
        for number, line in enumerate(wrap(entry_words(entry), width - 2)):
            yield ("  " if number else "- ") + line


def _wrapped(text: str, width: int) -> Text:
    return Text("\n".join(wrap(text, width)))


def wrap(text: str, width: int) -> list[str]:
    """Break ``text`` into lines of at most ``width`` columns; no character but spaces at a break is lost."""
    lines: list[str] = []
    for paragraph in _clean(text).split("\n"):
        line = ""
        for token in _TOKEN.findall(paragraph):
            if line and cell_len(line + token.rstrip()) > width:
                lines.append(line.rstrip())
                line = ""
            if cell_len(token) > width:
                *full, token = chop_cells(token, width)
                lines += full
            line += token if line else token.lstrip(" ")
        lines.append(line.rstrip())
    return lines


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)
