"""Pipe tables as written: header, rule line, rows of cells, each with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...report import Diagnostics, Position

_RULE = re.compile(r":?-+:?")
_LINKED = re.compile(r"\\.|\]\([^()\s]*\)")
_CELL = re.compile(r"((?:\\.|[^|\\])*)(\||$)")


@dataclass(frozen=True)
class Cell:
    r"""One cell's text, trimmed, with ``\|`` read as ``|``, and where its text begins."""

    text: str
    at: Position


@dataclass(frozen=True)
class PipeTable:
    """A table as written: header cells and rows of cells."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    at: Position


def parse_table(lines: list[str], at: Position, diagnostics: Diagnostics) -> PipeTable | None:
    """Read the lines of a pipe table; None, with a diagnostic, when header and rule line are not there."""
    rows: list[tuple[Cell, ...]] = []
    for index, line in enumerate(lines):
        place = Position(at.path, at.line + index)
        if line.strip():
            rows.append(_cells(_mended(line, place, diagnostics), place))
        elif lines[index - 1].strip():
            diagnostics.error(place, "表格中间有空行，其后的各行会脱离表格。请删去空行。")
    if len(rows) < 2 or not _is_rule(rows[1]):
        diagnostics.error(at, "表格缺少表头下的横线。表头之下应有一行 |---|---|，每列一个。")
        return PipeTable(rows[0], tuple(rows[1:]), at)
    if len(rows[1]) != len(rows[0]):
        place = Position(at.path, at.line + 1)
        diagnostics.error(place, f"横线有 {len(rows[1])} 格，表头有 {len(rows[0])} 列。两行的格数要相同。")
    return PipeTable(rows[0], tuple(rows[2:]), at)


def is_table_line(line: str) -> bool:
    """Whether a line is a row of a table, or was meant to be one: begun with a full-width bar, or with none."""
    bare = line.lstrip()
    if bare.startswith((">", "#")):
        return False
    return bare.startswith(("|", "｜")) or _LINKED.sub("", bare).count("|") >= 2


def has_rule(lines: list[str]) -> bool:
    """Whether the second line is the rule below a header."""
    return (
        len(lines) > 1
        and "|" in lines[1]
        and _is_rule(_cells(lines[1] if lines[1].lstrip().startswith("|") else f"|{lines[1]}", Position("")))
    )


def _is_rule(cells: tuple[Cell, ...]) -> bool:
    return all(_RULE.fullmatch(cell.text) for cell in cells)


def _mended(line: str, at: Position, diagnostics: Diagnostics) -> str:
    """The line as a row; what keeps other programs from reading it as one is told."""
    if "｜" in line and (line.lstrip().startswith("｜") or line.count("｜") > 1):
        place = Position(at.path, at.line, line.index("｜") + 1)
        diagnostics.error(place, "表格用了全角竖线“｜”。请改成半角的 |。")
        line = line.replace("｜", "|")
    if not line.lstrip().startswith("|"):
        diagnostics.error(at, "表格的行要以 | 开头、以 | 结尾。不是表格的，竖线请改用全角“｜”。")
        return f"|{line}"
    return line


def _cells(line: str, at: Position) -> tuple[Cell, ...]:
    start = line.index("|") + 1
    end = len(line.rstrip())
    if end > start and line[end - 1] == "|" and line[end - 2] != "\\":
        end -= 1
    cells = []
    position = start
    while position <= end:
        match = _CELL.match(line, position, end)
        raw = match[1] if match else line[position:end]
        lead = len(raw) - len(raw.lstrip())
        cells.append(Cell(raw.strip().replace("\\|", "|"), Position(at.path, at.line, position + lead + 1)))
        position += len(raw) + 1
    return tuple(cells)
