"""`pack`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from ..build import Choose
from ..build import build as build_library
from ..pack.bundle import PackError
from ..pack.packages import packages
from ..pack.selection import selected
from ..paths import Project
from ..report import Diagnostics
from ..saving import SaveError, save
from .common import root_option, sound, split, stop, tell
from .shelving import make_and_tell

_MEGABYTE = 1_000_000


@click.command()
@root_option
@click.option(
    "--only", multiple=True, help="只带这些：如 cases/xitang,tables,manuals/guanjia；没带的页面会说明。不写为全部。"
)
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
@click.option("--no-handouts", is_flag=True, help="不生成讲义，只带已经做好的，快得多。")
@click.option("--overwrite", is_flag=True, help="文件已经有了也覆盖。")
def pack(
    root: Path, only: tuple[str, ...], megabytes: float | None, output: Path, no_handouts: bool, overwrite: bool
) -> None:
    """生成讲义和实践库并打成压缩包（可分成几个，可只带一部分），带说明和校验和，解压后双击打开。"""  # noqa: D400, D415
    library, project = sound(root), Project(root.resolve())
    try:
        choice = selected(split(only), library) if only else None
        if not no_handouts:
            make_and_tell(library, project)
        with _built(project, choice.applied if choice else None) as site:
            made = packages(site, library, round((megabytes or 0) * _MEGABYTE), part=choice is not None)
        save({output / name: content for name, content in made.items()}, overwrite, make_folder=True)
    except PackError as problem:
        stop(str(problem), 1)
    except SaveError as problem:
        stop(str(problem), 2)
    for name, content in made.items():
        click.echo(f"已写入 {output / name}（{len(content) / _MEGABYTE:.1f} MB）")


@contextmanager
def _built(project: Project, choose: Choose | None) -> Iterator[Path]:
    """The built site: the project's own, or, of a part, one that is there only as long as it is packed."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site" if choose else project.output
        # A part has its own book, which must not take the place of the whole one in the cache.
        project_ = project if choose is None else Project(project.root, Path(folder) / "cache")
        diagnostics = Diagnostics()
        if build_library(project_, site, diagnostics, choose) is None:
            tell(diagnostics)
            raise SystemExit(1)
        yield site
