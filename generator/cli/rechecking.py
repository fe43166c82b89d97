"""`check --watch`: once at the start, and again whenever something in content/ or intake/ is saved.

An editor's program follows it by the lines that begin with BEGUN and ENDED (a background task of VS Code): between them
stands the whole list each time, since what is not in it counts as mended.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Event

import click

from ..desk.watching import Watch
from ..intake.kept import FOLDER
from ..lint.changes.difference import Difference
from ..lint.changes.findings import findings
from ..lint.changes.history import HistoryError
from ..paths import Project
from ..report import listed
from .common import printable, tell

BEGUN, ENDED = "检查开始", "检查完成"
_NAMED = 3
_WRITTEN = (".md", ".yml", ".txt")


def check_again_and_again(project: Project, since: str) -> None:
    """Check until the person at the terminal ends it. A fault of the program ends one run, not the watch."""
    watch = Watch(project, settings=(), folders=(project.content, project.root / FOLDER))
    difference = Difference()
    try:
        _run(project, since, difference, "")
        for saved in watch.changes(Event()):
            _run(project, since, difference, _names(saved, project.root))
    except KeyboardInterrupt:
        _say("不再检查。")


def _run(project: Project, since: str, difference: Difference, why: str) -> None:
    _say(f"{BEGUN}{why}")
    try:
        found, left_out = findings(project, since)
        tell(found)
        for sentence in filter(None, (left_out, difference.since_last(found))):
            _say(sentence)
    except HistoryError as problem:
        _say(str(problem))
    except Exception as fault:
        _say(f"程序出错，这一次没有检查完（{type(fault).__name__}: {fault}）。请告诉维护者；下次保存后会再检查。")
    _say(ENDED)


def _names(saved: Iterable[Path], root: Path) -> str:
    """What was saved; without the files that an editor's program writes and takes away again."""
    names = [path.relative_to(root).as_posix() for path in saved if path.suffix in _WRITTEN]
    return f"：{listed(names, _NAMED)} 有变动" if names else ""


def _say(text: str) -> None:
    click.echo(printable(text), err=True)
