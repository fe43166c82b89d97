"""`check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ..lint.run import lint
from ..paths import Project
from ..report import Diagnostics
from .common import json_option, printable, root_option, tell


@click.command()
@root_option
@json_option
def check(root: Path, as_json: bool) -> None:
    """检查 content/，列出全部问题，不生成任何文件。规则见 docs/check-rules.md。"""  # noqa: D400, D415
    diagnostics = Diagnostics()
    lint(Project(root.resolve()), diagnostics)
    if as_json:
        click.echo(printable(json.dumps([item.as_dict() for item in diagnostics], ensure_ascii=False, indent=1)))
    else:
        tell(diagnostics)
    sys.exit(1 if diagnostics.errors else 0)
