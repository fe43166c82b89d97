"""`handouts`."""

from __future__ import annotations

import time
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from ..handouts.batch import Batch, make_all
from ..library.model import Library
from ..paths import Project
from ..saving import SaveError
from .building import build_and_tell
from .common import output_option, root_option, sound, stop


@click.command()
@root_option
@output_option
def handouts(root: Path, output: Path | None) -> None:
    """生成 content/handouts/ 里的全部讲义，没有变的不重做，再生成实践库，网站里就有这些文件。"""  # noqa: D400, D415
    project, library = Project(root.resolve()), sound(root)
    make_and_tell(library, project)
    build_and_tell(project, output)


def make_and_tell(library: Library, project: Project) -> None:
    """Make all prepared handouts and say how many; where one cannot be made it is told, and the command ends with 1."""
    started = time.perf_counter()
    try:
        batch = _make(library, project)
    except SaveError as problem:
        stop(str(problem), 1)
    if batch.faults:
        stop("\n".join([*batch.faults, f"有 {len(batch.faults)} 个文件没有生成，网站没有动。"]), 1)
    kept = batch.files - batch.made
    took = time.perf_counter() - started
    click.echo(f"讲义 {batch.files} 个文件：新生成 {batch.made} 个，{kept} 个没有变，用时 {took:.1f} 秒。")


def _make(library: Library, project: Project) -> Batch:
    with Progress(console=Console(stderr=True), transient=True) as progress:
        line = progress.add_task("生成讲义", total=None)
        return make_all(library, project, lambda done, of: progress.update(line, completed=done, total=of))
