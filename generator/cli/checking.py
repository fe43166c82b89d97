"""`check`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ..lint.changes.findings import findings
from ..lint.changes.history import HistoryError
from ..lint.checklist.four_tests import checklist
from ..paths import Project
from ..report import not_among
from .common import json_option, printable, root_option, sound, stop, tell
from .rechecking import check_again_and_again


@click.command()
@root_option
@json_option
@click.option("--since", metavar="提交", default="", help="只列这个提交之后动过的地方，如 HEAD、main；错误总是列出。")
@click.option("--watch", "watched", is_flag=True, help="不结束，每次保存后再检查一遍；按 Ctrl+C 结束。")
@click.option("--checklist", "case", metavar="案例", help="不检查，只列出一个案例的四性自查清单（markdown）。")
def check(root: Path, as_json: bool, since: str, watched: bool, case: str | None) -> None:
    """检查 content/，列出全部问题，不生成任何文件。规则见 docs/check-rules.md。"""  # noqa: D400, D415
    project = Project(root.resolve())
    if case is not None:
        _checklist(root, case)
    elif watched and as_json:
        stop("--watch 是给人看的，不能同 --json 一起用。程序请每次运行 check --json。", 2)
    elif watched:
        check_again_and_again(project, since)
    else:
        _check(project, since, as_json)


def _check(project: Project, since: str, as_json: bool) -> None:
    try:
        found, left_out = findings(project, since)
    except HistoryError as problem:
        stop(str(problem), 2)
    if as_json:
        click.echo(printable(json.dumps([item.as_dict() for item in found], ensure_ascii=False, indent=1)))
    else:
        tell(found)
    if since:
        click.echo(left_out, err=True)
    sys.exit(1 if found.errors else 0)


def _checklist(root: Path, id_: str) -> None:
    library = sound(root)
    if id_ not in library.cases:
        stop(not_among("案例", id_, library.cases), 2)
    click.echo(printable(checklist(library.cases[id_], library)))
