"""`mkdocs build` by itself: a preview of the book, and content errors told without a traceback."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(small_site: Path) -> Path:
    """The small site as a whole project, with the settings and the theme beside its content."""
    shutil.copy(ROOT / "mkdocs.yml", small_site)
    shutil.copytree(ROOT / "theme/manual", small_site / "theme/manual")
    return small_site


def mkdocs(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *options]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False, encoding="utf-8")


def test_mkdocs_alone_makes_a_preview_whose_links_lead_somewhere(project: Path) -> None:
    run = mkdocs(project)
    assert run.returncode == 0, run.stderr
    preview = project / ".cache/preview"
    assert "当日逐件登记" in (preview / "manuals/demo/01-dengji.html").read_text("utf-8")
    assert (preview / "assets/site.css").is_file()
    assert "现在只预览手册" in (preview / "cases/jia.html").read_text("utf-8")
    assert not (project / "output").exists()


def test_served_from_a_root_of_its_own_the_book_is_found_below_manuals_too(project: Path) -> None:
    assert mkdocs(project, "--site-dir", ".cache/served").returncode == 0
    served = project / ".cache/served"
    for path in (
        "demo/01-dengji.html",
        "manuals/index.html",
        "manuals/demo/index.html",
        "assets/manual.css",
        "terms.html",
    ):
        assert (served / path).is_file(), path


def test_content_errors_stop_mkdocs_and_are_told_in_the_editors_words(project: Path) -> None:
    chapter = project / "content/manuals/demo/01-dengji.md"
    chapter.write_text(chapter.read_text("utf-8").replace("| P02 |", "| P09 |"), "utf-8")
    run = mkdocs(project)
    assert run.returncode == 1
    assert "条款 1.1 依据“P09” 无法找到" in run.stderr
    assert "Traceback" not in run.stderr
