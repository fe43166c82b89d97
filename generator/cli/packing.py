"""`pack`."""

from __future__ import annotations

from pathlib import Path

import click

from ..build import build as build_library
from ..pack.bundle import PackError
from ..pack.packages import packages
from ..paths import Project
from ..report import Diagnostics
from ..saving import SaveError, save
from .common import root_option, sound, stop, tell

_MEGABYTE = 1_000_000


@click.command()
@root_option
@click.option(
    "--split",
    "megabytes",
    type=click.FloatRange(min=1),
    default=None,
    help="每个压缩包最多多少 MB（发邮件用），如 20。",
)
@click.option(
    "--output", type=click.Path(path_type=Path), default=".", help="放到这个文件夹，没有就建立；默认为当前文件夹。"
)
@click.option("--overwrite", is_flag=True, help="文件已经有了也覆盖。")
def pack(root: Path, megabytes: float | None, output: Path, overwrite: bool) -> None:
    """生成实践库并打成压缩包（可分成几个），带说明和校验和，解压后双击打开。"""  # noqa: D400, D415
    library, project, diagnostics = sound(root), Project(root.resolve()), Diagnostics()
    if build_library(project, project.output, diagnostics) is None:
        tell(diagnostics)
        raise SystemExit(1)
    try:
        made = packages(project.output, library, round((megabytes or 0) * _MEGABYTE))
        save({output / name: content for name, content in made.items()}, overwrite, make_folder=True)
    except PackError as problem:
        stop(str(problem), 1)
    except SaveError as problem:
        stop(str(problem), 2)
    for name, content in made.items():
        click.echo(f"已写入 {output / name}（{len(content) / _MEGABYTE:.1f} MB）")
