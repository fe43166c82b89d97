"""The built library as files: no dead link, no inline script, light pages, facts as in the tables."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.library.model import Library
from generator.library.rows import Figure
from tests.html import Parsed, pages, parse

FIXED_LAYOUT = (
    "index.html", "cases/index.html", "cases/xitang.html", "tables/index.html", "tables/clauses.html", "tables/governance.html", "tables/mechanisms.html",
    "tables/outcomes.html", "terms.html", "sources.html", "search.html", "about.html", "data/facts.json", "service-worker.js",
    "manifest.webmanifest",
)  # fmt: skip


@pytest.fixture(scope="session")
def parsed(built_site: Path) -> dict[str, Parsed]:
    return {path.relative_to(built_site).as_posix(): parse(path) for path in pages(built_site)}


@pytest.mark.parametrize("path", FIXED_LAYOUT)
def test_layout_is_the_one_that_others_rely_on(built_site: Path, path: str) -> None:
    assert (built_site / path).is_file()


def test_no_link_is_dead(built_site: Path, parsed: dict[str, Parsed]) -> None:
    dead = [
        f"{name}: {link}"
        for name, page in parsed.items()
        for link in page.links
        if not leads_somewhere(built_site, name, link, parsed)
    ]
    assert dead == []


def leads_somewhere(root: Path, name: str, link: str, parsed: dict[str, Parsed]) -> bool:
    path, _, fragment = link.partition("#")
    path = path.partition("?")[0]
    target = (root / name).parent / unquote(path) if path else root / name
    if not target.resolve().is_file():
        return False
    page = parsed.get(target.resolve().relative_to(root.resolve()).as_posix())
    return not fragment or (page is not None and unquote(fragment) in page.ids)


def test_resources_are_files_of_the_site(built_site: Path, parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        for resource in page.resources:
            assert ((built_site / name).parent / resource).is_file(), f"{name}: {resource}"


def test_no_page_has_inline_script_or_style(parsed: dict[str, Parsed]) -> None:
    assert {name: page.inline for name, page in parsed.items() if page.inline} == {}


def test_every_page_forbids_what_it_does_not_use(built_site: Path) -> None:
    for path in pages(built_site):
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', path.read_text("utf-8"))
        assert policy, path
        assert "default-src 'none'" in policy[1]
        assert "unsafe" not in policy[1]


def test_ids_are_unique_on_their_page(parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        assert [id_ for id_, count in Counter(page.ids).items() if count > 1] == [], name


def test_headings_begin_with_one_h1_and_skip_no_level(parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        assert page.headings.count(1) == 1, name
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (name, page.headings)


def test_every_searchable_block_belongs_to_an_anchor_of_its_page(parsed: dict[str, Parsed]) -> None:
    for name, page in parsed.items():
        assert {record for record, _ in page.blocks} <= set(page.ids), name


def test_cost_of_a_page_does_not_grow_with_the_library(parsed: dict[str, Parsed], real_library: Library) -> None:
    """The header and footer list places, never cases: a page of prose names no case it does not speak of."""
    assert not any("cases/xitang" in link for link in parsed["about.html"].links)


def test_facts_are_the_rows_of_the_tables(built_site: Path, real_library: Library) -> None:
    facts = json.loads((built_site / "data/facts.json").read_text("utf-8"))
    figures = {(fact["case"], fact["id"]): fact for fact in facts if fact["type"] == "数字"}
    rows = [(case, row) for case in real_library.cases.values() for row in case.rows(Figure)]
    assert len(figures) == len(rows) > 60
    for case, row in rows:
        fact = figures[case.id, row.id]
        assert (fact["literal"], fact["status"], fact["evidence"]) == (
            row.quantity.literal,
            row.status,
            str(row.evidence),
        )


def test_every_row_of_every_case_is_a_fact(built_site: Path, real_library: Library) -> None:
    facts = json.loads((built_site / "data/facts.json").read_text("utf-8"))
    wanted = {(case.id, row.id) for case in real_library.cases.values() for row in case.all_rows()}
    assert {(fact["case"], fact["id"]) for fact in facts} == wanted


def test_every_page_says_that_nothing_was_verified(built_site: Path) -> None:
    for path in pages(built_site):
        assert "据公开材料整理，未经本库核实" in path.read_text("utf-8"), path


def test_case_pages_say_as_of_when(built_site: Path, real_library: Library) -> None:
    for case in real_library.cases.values():
        text = (built_site / case.address.page).read_text("utf-8")
        assert "材料截至" in text
        assert "材料称已实现" in text


def test_tables_are_downloads_that_excel_opens_right(built_site: Path, real_library: Library) -> None:
    for table in real_library.tables:
        data = (built_site / f"tables/{table}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
        assert len(rows) > 3
        assert (built_site / f"tables/{table}.xlsx").read_bytes().startswith(b"PK")
