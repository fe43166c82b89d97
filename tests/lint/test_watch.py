"""`check --watch`: again at every save, and what is new."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main, rechecking
from generator.lint.changes.difference import Difference
from generator.paths import Project
from generator.report import Diagnostics, Position
from generator.rules import BARE_NUMBER, PLACEHOLDER, Rule
from tests.lint.test_silences import edit
from tests.signals import heed_interrupts

WAIT = 30


class Watching:
    """The command as an editor's program runs it."""

    def __init__(self, root: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", "check", "--watch", "--root", str(root)],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=Path(__file__).resolve().parents[2],
            env=os.environ | {"PYTHONUTF8": "1"}, encoding="utf-8", preexec_fn=heed_interrupts,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stderr
        for line in self.process.stderr:
            self.lines.put(line.rstrip("\n"))

    def run(self) -> list[str]:
        """The lines of the next run, from its beginning to its end."""
        lines, until = [], time.monotonic() + WAIT
        while not lines or lines[-1] != "检查完成":
            lines.append(self.lines.get(timeout=max(0.1, until - time.monotonic())))
        return lines


@pytest.fixture
def watching(small_site: Path) -> Iterator[Watching]:
    watching = Watching(small_site)
    yield watching
    watching.process.kill()
    watching.process.wait()


def test_every_save_is_checked_between_two_lines_until_the_person_ends_it(small_site: Path, watching: Watching) -> None:
    assert watching.run() == ["检查开始", "没有发现问题。", "检查完成"]
    edit(small_site, "只有两栋楼", "只有 37 户")
    begun, found, total, difference, _ = watching.run()
    assert begun == "检查开始：content/cases/yi.md 有变动"
    assert "警告（数字无出处）：数字“37”" in found
    assert (total, difference) == ("共 0 个错误、1 个警告。", "同上次相比，新的 1 处。")
    (small_site / "intake").mkdir()
    (small_site / "intake/a.txt").write_text("P01 别的话。\n", "utf-8")
    assert watching.run()[-2] == "同上次相比没有变化。"
    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(WAIT) == 0
    assert watching.lines.get(timeout=WAIT) == "不再检查。"


def test_a_fault_of_the_program_ends_one_run_and_not_the_watch(
    small_site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object) -> None:
        raise ValueError("坏了")

    def saves(self: object, _: object) -> Iterator[list[Path]]:
        yield [small_site / "content/cases/yi.md"]
        raise KeyboardInterrupt

    monkeypatch.setattr(rechecking, "findings", fails)
    monkeypatch.setattr("generator.desk.watching.Watch.changes", saves)
    rechecking.check_again_and_again(Project(small_site), "")
    told = capsys.readouterr().err.splitlines()
    fault = "程序出错，这一次没有检查完（ValueError: 坏了）。请告诉维护者；下次保存后会再检查。"
    assert told == [
        "检查开始",
        fault,
        "检查完成",
        "检查开始：content/cases/yi.md 有变动",
        fault,
        "检查完成",
        "不再检查。",
    ]


def test_for_a_program_it_is_wrong_use(small_site: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--root", str(small_site), "--watch", "--json"])
    assert (result.exit_code, "程序请每次运行 check --json" in result.output) == (2, True)


def findings(*found: tuple[Rule | None, int, str]) -> Diagnostics:
    diagnostics = Diagnostics()
    for rule, line, message in found:
        at = Position("content/cases/yi.md", line)
        diagnostics.found(rule, at, message) if rule else diagnostics.error(at, message)
    return diagnostics


def test_what_only_moved_is_neither_new_nor_mended() -> None:
    difference = Difference()
    assert difference.since_last(findings((BARE_NUMBER, 3, "甲 有 610 字"), (PLACEHOLDER, 4, "乙"))) == ""
    moved = findings((BARE_NUMBER, 5, "甲 有 613 字"), (PLACEHOLDER, 6, "乙"))
    assert difference.since_last(moved) == "同上次相比没有变化。"
    assert (
        difference.since_last(findings((PLACEHOLDER, 6, "乙"), (PLACEHOLDER, 7, "乙")))
        == "同上次相比，新的 1 处，改好 1 处。"
    )


def test_what_errors_hide_is_not_called_mended_nor_new_when_it_is_back() -> None:
    difference = Difference()
    difference.since_last(findings((PLACEHOLDER, 6, "乙")))
    assert difference.since_last(findings((None, 1, "错"))) == "同上次相比，新的 1 处。"
    assert difference.since_last(findings((PLACEHOLDER, 6, "乙"))) == "同上次相比，改好 1 处。"
