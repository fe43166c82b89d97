"""The desktop's index when a process is killed while it writes, and when two processes use it at once."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from pathlib import Path

import pytest
from desktop_process import library
from search_corpus import plain_scan

from generator.search.desktop.answer import search

SCRIPT = Path(__file__).with_name("desktop_process.py")


def started(cache: Path, seed: int, rounds: int) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT), str(cache), str(seed), str(rounds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == b"started"
    return process


def wait_until_it_writes(cache: Path, process: subprocess.Popen[bytes]) -> None:
    """Until a segment is being written: its files come and the state of what they are does not."""
    while not any((cache / "search").glob("*.tmp*")) and not any((cache / "search").glob("*.trm")):
        assert process.poll() is None, process.communicate()
        time.sleep(0.002)


@pytest.mark.skipif(not hasattr(__import__("signal"), "SIGKILL"), reason="no SIGKILL on this system")
def test_an_index_whose_writer_was_killed_is_made_again_with_a_word_about_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    process = started(tmp_path, 1, 1)
    wait_until_it_writes(tmp_path, process)
    process.kill()
    process.communicate()
    assert not (tmp_path / "search" / "state.json").exists()
    items = library("新词")
    with caplog.at_level(logging.WARNING):
        found = {(hit.page, hit.anchor) for hit in search(items, tmp_path, "新词").hits}
    assert found == plain_scan(items, "新词") != set()
    assert "正在重建" in caplog.text


def test_two_processes_that_change_and_ask_at_once_are_both_answered_rightly(tmp_path: Path) -> None:
    processes = [started(tmp_path, seed, 8) for seed in (1, 2)]
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors.decode("utf-8", "replace")
        assert "正在重建" not in errors.decode("utf-8", "replace")
