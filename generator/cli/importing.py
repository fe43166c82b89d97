"""`import`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from ..intake.drafting.putting import DraftLeftError
from ..intake.gathering import Gathered, clashes, gather
from ..intake.importing import import_file, known_texts
from ..intake.mending.decoding import NotTextError
from ..report import reason
from ..saving import SaveError
from .common import printable, root_option, stop


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@root_option
@click.option("--overwrite", is_flag=True, help="intake/ 里已有的也覆盖；content/ 里的从不覆盖。")
@click.option("--no-draft", is_flag=True, help="不写案例草稿，不动 content/。")
def import_(files: tuple[Path, ...], root: Path, overwrite: bool, no_draft: bool) -> None:
    """把损坏的文章（txt、html、docx，也可给文件夹）修成分段编号的文字，放进 intake/，另写一份报告和案例的草稿；从不覆盖已有的文件。"""  # noqa: D400, D415
    root = root.resolve()
    gathered = gather(files)
    if alike := clashes(gathered.files):
        stop("\n".join([*alike, "一个文件也没有写。"]), 1)
    faults = [*_not_opened(gathered), *_import_all(gathered, root, overwrite, not no_draft)]
    if faults:
        stop("\n".join(faults), 1)


def _not_opened(gathered: Gathered) -> Iterator[str]:
    if gathered.passed:
        click.echo(f"文件夹里另有 {gathered.passed} 个文件不是 txt、html、docx，没有读。")
    for problem in gathered.closed:
        yield f"{problem.filename}：文件夹打不开（{reason(problem)}）。"
    if not gathered.files:
        yield "没有可以导入的文件（txt、html、docx）。请检查路径。"


def _import_all(gathered: Gathered, root: Path, overwrite: bool, draft: bool) -> list[str]:
    """Import file after file, each told when it is done; return what could not be imported."""
    known, console, faults = known_texts(root), Console(stderr=True), []
    for number, path in enumerate(gathered.files, start=1):
        try:
            with console.status(escape(printable(f"{number}/{len(gathered.files)} 正在读 {path.name}"))) as status:
                for told in import_file(path, root, known, overwrite, draft):
                    status.stop()  # or what is told would stand in the middle of it
                    click.echo(printable(told))
                    status.start()
        except (NotTextError, SaveError, DraftLeftError) as problem:
            faults.append(f"{path}：{problem}")
        except OSError as problem:
            faults.append(f"{path}：文件无法读取（{reason(problem)}）。")
    return faults
