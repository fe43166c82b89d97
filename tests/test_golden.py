"""The good site: what each page of the small site says, held against golden files of its content region.

After a wanted change: ``GOLDEN=overwrite python -m pytest tests/test_golden.py``, then read the diff.
Only ``<main>`` is compared, with one element a line, so that a change of header or style touches no golden file.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator.build import build
from generator.paths import Project
from generator.report import Diagnostics

GOLDEN = Path(__file__).resolve().parent / "golden"
SMALL = Path(__file__).resolve().parent / "sites/small"
PAGES = (
    "index.html",
    "cases/index.html",
    "cases/jia.html",
    "cases/yi.html",
    "manuals/index.html",
    "manuals/demo/index.html",
    "manuals/demo/01-dengji.html",
    "manuals/demo/03-zicha.html",
    "manuals/demo/04-dengji.html",
    "tables/outcomes.html",
    "courses/index.html",
    "courses/rumen.html",
    "courses/rumen-paper.html",
    "courses/rumen-answers.html",
    "faq.html",
    "terms.html",
    "sources.html",
    "about.html",
)
FILES = ("data/facts.json", "tables/outcomes.csv")


@pytest.fixture(scope="module")
def small_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("small") / "site"
    shutil.copytree(SMALL, root)
    diagnostics = Diagnostics()
    assert build(Project(root), root / "output", diagnostics), list(map(str, diagnostics))
    return root / "output"


def golden_name(path: str) -> str:
    return path.replace("/", "_")


@pytest.mark.parametrize("path", [*PAGES, *FILES])
def test_small_site_says_what_its_golden_file_says(small_output: Path, path: str) -> None:
    text = (small_output / path).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    said = content_region(text) if path in PAGES else text
    golden = GOLDEN / golden_name(path)
    if os.environ.get("GOLDEN") == "overwrite":
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


def test_no_golden_file_is_unused() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {golden_name(path) for path in (*PAGES, *FILES)}


def content_region(html: str) -> str:
    """The ``<main>`` element with each block element on a line of its own, for readable diffs."""
    main = re.search(r"<main.*</main>", html, re.S)
    assert main
    spaced = re.sub(r"\s*\n\s*", "\n", main[0])
    return re.sub(r"(?<!\n)(?=<(?:p|li|td|th|tr|h\d|section|article|div|ul|ol|dl|dt|dd|table)\b)", "\n", spaced) + "\n"
