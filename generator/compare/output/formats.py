"""The formats a table can be given out in, and which one a command means."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ..asking.adhoc import RequestError
from ..cells import Grid
from .export import BOM, figures_csv, to_csv, to_xlsx
from .json_export import to_json
from .terminal import to_text

TEXT, JSON = "文本", "json"
_FILE_WIDTH = 100
"""Columns of a text file, in halves of a Chinese character."""
_COLOUR = re.compile(r"\x1b\[[\d;]*m")
_FIGURES_FILE = "-数字"
"""What the name of the file of figures beside a CSV ends with: one CSV cannot hold two tables that programs read."""


def _csv_on_screen(grid: Grid) -> bytes:
    """The table and, after an empty line, its figures: what the two files hold."""
    figures = _figures_csv(grid)
    return to_csv(grid) + (b"\r\n" + figures.removeprefix(BOM.encode()) if figures else b"")


def _figures_csv(grid: Grid) -> bytes:
    return figures_csv(grid.figures) if grid.figures and grid.figures.parts else b""


FORMATS: dict[str, Callable[[Grid], bytes]] = {
    TEXT: lambda grid: (_COLOUR.sub("", to_text(grid, _FILE_WIDTH)) + "\n").encode(),
    "csv": _csv_on_screen,
    "xlsx": to_xlsx,
    JSON: to_json,
}
"""How each format is made as bytes."""
_ENDINGS = {".txt": TEXT, ".csv": "csv", ".xlsx": "xlsx", ".json": JSON}


def files(kind: str, grid: Grid, output: Path) -> dict[Path, bytes]:
    """The files that hold ``grid`` in format ``kind``: ``output``, and beside a CSV the one of its figures."""
    figures = _figures_csv(grid) if kind == "csv" else b""
    if not figures:
        return {output: FORMATS[kind](grid)}
    return {output: to_csv(grid), output.with_name(f"{output.stem}{_FIGURES_FILE}{output.suffix}"): figures}


def chosen_format(named: str | None, as_json: bool, output: Path | None) -> str:
    """Return the format meant by --format, --json and the ending of the file to write.

    Raises RequestError when they contradict each other, tell nothing, or would put a workbook on the screen.
    """
    if as_json and named not in (None, JSON):
        raise RequestError(f"--json 和 --format {named} 不能同时用。请留下一个。")
    kind = JSON if as_json else named
    if output is None:
        if kind == "xlsx":
            raise RequestError("xlsx 不能显示在屏幕上。请加 --output 和文件名，如 --output 对照.xlsx。")
        return kind or TEXT
    by_name = _ENDINGS.get(output.suffix.lower())
    if kind and by_name and kind != by_name:
        raise RequestError(f"文件名 {output.name} 同 --format {kind} 不一致。请改文件名，或改用 --format {by_name}。")
    if not kind and not by_name:
        raise RequestError(f"文件名 {output.name} 看不出格式。请以 {'、'.join(_ENDINGS)} 结尾，或另写 --format。")
    return kind or by_name or TEXT
