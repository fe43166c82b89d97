"""`status`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from ..desk.standing.data import standing_json
from ..desk.standing.detail import detail
from ..desk.standing.gather import Standing, standing
from ..desk.standing.terminal import closing, overview
from ..paths import Project
from ..report import not_among
from .common import columns, json_option, printable, root_option, stop


@click.command()
@root_option
@json_option
@click.argument("ids", nargs=-1, metavar="[案例]...")
def status(root: Path, as_json: bool, ids: tuple[str, ...]) -> None:
    """看进度：各案例写全了没有、有没有依据、谁最后改的、讲义新不新；写案例编号看详情。什么也不改。"""  # noqa: D400, D415
    project = Project(root.resolve())
    if not project.content.is_dir():
        stop("没有 content/ 文件夹。请在项目所在的文件夹里运行，或用 --root 指明。", 1)
    _check(project, ids)
    found = standing(project, ids)
    click.echo(printable(standing_json(found) if as_json else _told(found, bool(ids))))
    sys.exit(1 if found.errors else 0)


def _check(project: Project, ids: tuple[str, ...]) -> None:
    """End the command with 2 where a case is asked for that there is not."""
    known = [path.stem for path in sorted((project.content / "cases").glob("*.md"))]
    for id_ in ids:
        if id_ not in known:
            stop(not_among("案例", id_, known, 12), 2)


def _told(found: Standing, in_detail: bool) -> str:
    if not in_detail:
        return overview(found, columns())
    return "\n\n".join([*map(detail, found.cases), *list(closing(found))[:-1]])
