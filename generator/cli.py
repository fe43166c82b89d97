"""Commands, thin: each parses its words, calls one function and says how it went.

Exit codes: 0 done, 1 the content has errors (all listed), 2 wrong use.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from . import __version__
from .library.load import load_library
from .report import Diagnostics


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="实践库 %(version)s")
def main() -> None:
    """实践库：由 markdown 生成可双击打开的实践案例库。"""


def _list(diagnostics: Diagnostics, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([item.as_dict() for item in diagnostics], ensure_ascii=False, indent=1))
        return
    for item in diagnostics:
        click.echo(str(item), err=True)
    click.echo(diagnostics.total(), err=True)


@main.command()
@click.option("--root", type=click.Path(path_type=Path, exists=True, file_okay=False), default=Path("."), help="项目文件夹。")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 列出，供其他程序读取。")
def check(root: Path, as_json: bool) -> None:
    """检查 content/，列出全部问题，不生成任何文件。"""
    diagnostics = Diagnostics()
    load_library(root.resolve(), diagnostics)
    _list(diagnostics, as_json)
    sys.exit(1 if diagnostics.errors else 0)
