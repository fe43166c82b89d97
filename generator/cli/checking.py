"""`check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ..lint.four_tests import checklist
from ..lint.run import lint
from ..paths import Project
from ..report import Diagnostics, not_among
from .common import json_option, printable, root_option, sound, stop, tell


@click.command()
@root_option
@json_option
@click.option("--checklist", "case", metavar="案例", help="不检查，只列出一个案例的四性自查清单（markdown）。")
def check(root: Path, as_json: bool, case: str | None) -> None:
    """检查 content/，列出全部问题，不生成任何文件。规则见 docs/check-rules.md。"""  # noqa: D400, D415
    if case is not None:
        _checklist(root, case)
        return
    diagnostics = Diagnostics()
    lint(Project(root.resolve()), diagnostics)
    if as_json:
        click.echo(printable(json.dumps([item.as_dict() for item in diagnostics], ensure_ascii=False, indent=1)))
    else:
        tell(diagnostics)
    sys.exit(1 if diagnostics.errors else 0)


def _checklist(root: Path, id_: str) -> None:
    library = sound(root)
    if id_ not in library.cases:
        stop(not_among("案例", id_, library.cases), 2)
    click.echo(printable(checklist(library.cases[id_], library)))
