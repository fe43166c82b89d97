"""What the commands share: options, the library of a project, and how they speak to a terminal."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click

from ..content import load_content
from ..library.model import Library
from ..report import Diagnostics

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="项目所在的文件夹，默认为当前文件夹。",
)
output_option = click.option(
    "--output", type=click.Path(path_type=Path), default=None, help="输出文件夹，默认为项目中的 output/。"
)
json_option = click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供其他程序读取。")

_COMMAS = str.maketrans("，、", ",,")


def split(typed: Iterable[str]) -> tuple[str, ...]:
    """What was typed after an option, parted by commas of either kind; each once."""
    pieces = (piece.strip() for text in typed for piece in text.translate(_COMMAS).split(","))
    return tuple(dict.fromkeys(filter(None, pieces)))


def sound(root: Path) -> Library:
    """The library of a project; with errors in its content they are told, and the command ends with 1."""
    diagnostics = Diagnostics()
    library = load_content(root.resolve(), diagnostics)
    if library is None or diagnostics.errors:
        tell(diagnostics)
        sys.exit(1)
    return library


def stop(message: str, code: int) -> NoReturn:
    """End the command with a message: 1 when something is wrong with what it works on, 2 with how it was called."""
    click.echo(printable(message), err=True)
    sys.exit(code)


def columns() -> int:
    """How wide the terminal is; where there is none, as wide as reads well."""
    return shutil.get_terminal_size((100, 24)).columns


def printable(text: str) -> str:
    """Text that any terminal takes: a file name may hold bytes that are no character."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def tell(diagnostics: Diagnostics) -> None:
    """List what was found, and how much of it."""
    for item in diagnostics:
        click.echo(printable(str(item)), err=True)
    click.echo(diagnostics.total(), err=True)
