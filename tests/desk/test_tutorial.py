"""docs/写一个案例.md, followed: what it says that the commands answer, they answer, and its case is accepted and built."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.paths import Project
from generator.report import Diagnostics

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs/写一个案例.md").read_text("utf-8")
TUTORIAL = ROOT / "docs/tutorial"


def run(*words: str) -> str:
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.output
    return result.output


def test_following_it_leads_from_the_raw_file_to_the_page(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    root = ("--root", str(tmp_path))
    assert f"```\n{run('import', str(TUTORIAL / 'liuxiang.txt'), *root)}```" in TEXT
    imported = (tmp_path / "intake/liuxiang.txt").read_text("utf-8")
    assert "以⟦内⟧" in imported and "怕⟦?⟧" in imported and "东河" not in imported
    shutil.copy(TUTORIAL / "liuxiang.md", tmp_path / "content/cases/liuxiang.md")
    sources = tmp_path / "content/sources.yml"
    before, _, _ = sources.read_text("utf-8").partition("liuxiang:\n")
    sources.write_text(before + (TUTORIAL / "sources.yml").read_text("utf-8"), "utf-8")
    assert run("check", *root).startswith("没有发现问题。")
    built = build(Project(tmp_path), tmp_path / "output", Diagnostics())
    assert built is not None
    page = (tmp_path / "output/cases/liuxiang.html").read_text("utf-8")
    assert "6小时→2小时以内" in page and "待写" not in page


def test_it_names_commands_that_are_there_and_shows_what_the_case_has() -> None:
    for command in re.findall(r"(?m)^python -m generator (\S+)", TEXT):
        run(command, "--help")
    case = (TUTORIAL / "liuxiang.md").read_text("utf-8")
    for shown in re.findall(r"```markdown\n(.+?)\n```", TEXT):
        assert shown in case
