"""A mistake of an editor: one edit of the small site, and the whole of what the program must say about it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from generator.cli import main


class Bad(NamedTuple):
    """One mistake: ``old`` becomes ``new`` (the whole file when old is empty) in ``file``; the lines that must come out."""

    name: str
    file: str
    old: str
    new: str
    says: list[str]


def apply(root: Path, bad: Bad) -> None:
    """Make the mistake in the copy of the small site."""
    file = root / bad.file
    if bad.old:
        text = file.read_text("utf-8")
        assert bad.old in text, "the small site changed: this mistake no longer edits anything"
        file.write_text(text.replace(bad.old, bad.new, 1), "utf-8")
    else:
        file.write_text(bad.new, "utf-8")


def told(root: Path, command: str) -> list[str]:
    """Run a command that must fail with exit code 1; return its lines without the closing count."""
    result = CliRunner().invoke(main, [command, "--root", str(root)])
    assert result.exit_code == 1, result.output
    *lines, total = result.output.strip().split("\n")
    assert total == f"共 {len(lines)} 个错误、0 个警告。"
    return lines
