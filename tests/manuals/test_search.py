"""Clauses in the desktop search: kind, book and number in every answer."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main


def test_desktop_search_finds_a_clause_with_its_book_and_number(small_site: Path) -> None:
    run = CliRunner().invoke(main, ["search", "--root", str(small_site), "--json", "当日逐件登记"])
    assert run.exit_code == 0, run.output
    hits = json.loads(run.output)["hits"]
    clause = next(hit for hit in hits if hit["page"] == "manuals/demo/01-dengji.html")
    assert clause["type"] == "条款"
    assert clause["title"].startswith("楼长工作指引（本库据案例编写）")
    assert clause["anchor"] == "c1-1"


def test_desktop_search_shows_the_book_in_the_terminal(small_site: Path) -> None:
    run = CliRunner().invoke(main, ["search", "--root", str(small_site), "每月议事"])
    assert "楼长工作指引（本库据案例编写）" in run.output
    assert "2.1 每月议事一次" in run.output
