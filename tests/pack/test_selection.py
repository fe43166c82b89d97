"""A part of the library: what was chosen is whole, what was not says so, and no link is dead."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build
from generator.library.model import Library
from generator.output import MANIFEST
from generator.pack.bundle import PackError
from generator.pack.selection import selected
from generator.paths import Project
from generator.report import Diagnostics
from generator.site.offline import WORKER
from tests.html import pages, parse
from tests.site.test_offline import told

ROOT = Path(__file__).resolve().parents[2]
SAID = "这一页没有带上"


@pytest.fixture(scope="module")
def part(real_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("part")
    choice = selected(["cases/xitang", "tables/outcomes", "manuals/guanjia", "courses/guanjia"], real_library)
    assert build(Project(ROOT, folder / "cache"), folder / "site", Diagnostics(), choice.applied)
    return folder / "site"


def left_out(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in pages(site) if SAID in path.read_text("utf-8")}


def test_every_page_that_was_not_chosen_says_so(part: Path, built_site: Path) -> None:
    missing = left_out(part)
    assert {
        "cases/chengdu.html",
        "tables/index.html",
        "tables/clauses.html",
        "manuals/jingqu/index.html",
        "compare.html",
    } <= missing
    kept = {path.relative_to(built_site).as_posix() for path in pages(built_site)} - missing
    assert {"index.html", "cases/xitang.html", "cases/index.html", "tables/outcomes.html", "manuals/index.html"} <= kept
    assert {
        "courses/index.html",
        "courses/guanjia.html",
        "courses/guanjia-paper.html",
        "courses/guanjia-answers.html",
    } <= kept
    assert {"courses/shuzi.html", "courses/shuzi-answers.html"} <= missing
    assert {"manuals/guanjia/index.html", "search.html", "my.html", "terms.html", "sources.html", "about.html"} <= kept
    assert not [
        name for name in kept if name.startswith("cases/") and name not in ("cases/xitang.html", "cases/index.html")
    ]


def test_what_was_chosen_is_as_in_the_whole_library(part: Path, built_site: Path) -> None:
    for name in ("cases/xitang.html", "tables/outcomes.html", "manuals/guanjia/02-meiri.html", "tables/outcomes.xlsx"):
        path = built_site / name
        if path.exists():
            assert (part / name).read_bytes() == path.read_bytes(), name


def test_every_link_leads_to_a_page(part: Path) -> None:
    for path in pages(part):
        for link in parse(path).links:
            target = link.partition("#")[0].partition("?")[0]
            assert not target or (path.parent / target).resolve().is_file(), f"{path}: {link}"


def test_search_and_basket_hold_only_what_was_chosen(part: Path) -> None:
    data = {
        path.name for path in (part / "data/handouts").iterdir() if path.name.startswith(("case-", "manual-", "table-"))
    }
    assert data == {"case-xitang.js", "manual-guanjia.js", "table-outcomes.js"}
    assert not (part / "data/compare").exists()
    index = "".join(path.read_text("utf-8") for path in (part / "search").rglob("*.js") if path.name != "names.js")
    assert "cases/xitang.html" in index
    assert "cases/chengdu.html" not in index
    assert not (part / "tables/clauses.csv").exists()


def test_what_is_kept_for_reading_offline_is_the_part(part: Path) -> None:
    listed = told((part / WORKER).read_bytes())
    there = {path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file()}
    assert {*listed["now"], *listed["later"]} == there - {WORKER, MANIFEST}


def test_a_name_that_is_no_part_of_the_library_is_told_with_the_nearest(real_library: Library) -> None:
    with pytest.raises(PackError, match=r"--only：内容“cases/xitan” 不在 .* 之中。是否为“cases/xitang”？"):
        selected(["cases/xitan"], real_library)
