"""Golden tables: what a table of each kind of rows says on the small site, as a page and as CSV.

The specs stand in tests/sites/small-tables, laid over a copy of the small site here only, so that they are in nobody's way.
After a wanted change: ``GOLDEN=overwrite python -m pytest tests/compare/test_golden_tables.py``, then read the diff.
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
from tests.test_golden import content_region

TESTS = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).resolve().parent / "golden"
SPECS = TESTS / "sites/small-tables"
NAMES = tuple(sorted(spec.stem for spec in SPECS.glob("*.yml")))
_CHART = re.compile(r'<figure class="chart.*?</figure>\s*', re.S)
"""Pictures repeat a table's words and have tests of their own."""
FILES = [f"{name}.{kind}" for name in NAMES for kind in ("html", "csv")]


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables folder of the small site, built with these specs."""
    root = tmp_path_factory.mktemp("tables") / "site"
    shutil.copytree(TESTS / "sites/small", root)
    shutil.copytree(SPECS, root / "content/tables", dirs_exist_ok=True)
    diagnostics = Diagnostics()
    assert build(Project(root), root / "output", diagnostics), list(map(str, diagnostics))
    assert not any(name in str(entry) for entry in diagnostics for name in NAMES), list(map(str, diagnostics))
    return root / "output/tables"


@pytest.mark.parametrize("name", FILES)
def test_a_table_of_the_small_site_says_what_its_golden_file_says(tables: Path, name: str) -> None:
    text = (tables / name).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    said = content_region(_CHART.sub("", text)) if name.endswith(".html") else text
    golden = GOLDEN / name
    if os.environ.get("GOLDEN") == "overwrite":
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said, "utf-8", newline="\n")
    assert said == golden.read_text("utf-8")


def test_every_kind_of_rows_has_its_golden_table() -> None:
    rows = {line.removeprefix("rows: ") for spec in SPECS.glob("*.yml") for line in spec.read_text("utf-8").split("\n")}
    assert {"cases", "families", "figures", "clauses", "records"} <= rows


def test_no_golden_table_is_unused() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(FILES)
