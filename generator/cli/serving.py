"""`serve`."""

from __future__ import annotations

import os
import sys
import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import click

from ..build import build
from ..desk.live import Live, Told
from ..desk.mishaps import mishap
from ..desk.server import FRIENDLY, Desk, PortError, open_desk
from ..desk.watching import Watch
from ..paths import PRODUCT, Project
from ..report import Diagnostics
from .common import printable, root_option, stop, tell


@click.command()
@root_option
@click.option("--port", type=click.IntRange(0, 65535), default=0, help=f"端口；不写从 {FRIENDLY} 起找第一个空着的。")
@click.option("--no-open", is_flag=True, help="不打开浏览器，只显示网址。")
def serve(root: Path, port: int, no_open: bool) -> None:
    """边写边看：生成并打开网页，保存即更新；有错误时列在网页上和终端里，网页仍是上一次的。按 Ctrl-C 结束。"""  # noqa: D400, D415
    project = Project(root.resolve())
    try:
        desk = open_desk(port)
    except PortError as problem:
        stop(str(problem), 2)
    place = project.cache / "serve" / str(desk.server_port)  # nobody else can be there while the port is ours
    live = Live(place, lambda folder, found: _made(project, folder, found))
    try:
        _run(live, desk, project, opens=not no_open)
    except KeyboardInterrupt:
        click.echo("\n已停止。内容都在原处，要交出去的网页请用 build 生成。")
    finally:
        live.clear()


def _run(live: Live, desk: Desk, project: Project, opens: bool) -> None:
    desk.serve(live)
    click.echo("正在生成……")
    watch, last = Watch(project), _rebuilt(live, "开始", Told())
    click.echo(f"网址 {desk.address}（只有本机能打开）。保存文件即更新，按 Ctrl-C 结束。")
    if opens and _has_screen():
        webbrowser.open(desk.address)
    for changed in watch.changes(Event()):
        last = _rebuilt(live, _named(changed, project.root), last)


def _made(project: Project, folder: Path, found: Diagnostics) -> bool:
    """Build, and whatever goes wrong say it: the desk goes on."""
    try:
        return build(project, folder, found) is not None
    except (Exception, SystemExit) as problem:
        found.error(*mishap(problem, project.cache / "serve"))
        return False


def _rebuilt(live: Live, cause: str, last: Told) -> Told:
    """Build and say in a line what came of it; the problems when there are errors, or others than before."""
    started = time.perf_counter()
    told = live.rebuild()
    took = f"用时 {time.perf_counter() - started:.1f} 秒"
    click.echo(printable(f"{time.strftime('%H:%M:%S')} {cause}：{_outcome(told, last)}，{took}。"))
    if told.found.errors or list(told.found) != list(last.found):
        tell(told.found)
    return told


def _outcome(told: Told, last: Told) -> str:
    if told.found.errors:
        return "有错误，网页还是上一次生成的" if told.folder else "有错误，还没有网页"
    return "网页已更新" if told.edition != last.edition else "网页没有变化"


def _named(changed: Sequence[Path], root: Path) -> str:
    """The first file that changed, and of how many; not what an editor's program wrote beside it and took away again."""
    changed = [path for path in changed if path.exists()] or changed
    base = next((base for base in (root, PRODUCT) if changed[0].is_relative_to(base)), Path())
    name = changed[0].relative_to(base).as_posix()
    return name if len(changed) == 1 else f"{name} 等 {len(changed)} 个文件"


def _has_screen() -> bool:
    """Whether a browser can be shown: without a screen one that writes to the terminal would take it over."""
    return os.name == "nt" or sys.platform == "darwin" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))
