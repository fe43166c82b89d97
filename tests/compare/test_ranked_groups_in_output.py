"""No output puts two incomparable figures into one ranked group: built files are read and every verdict is worked out anew."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
import xlsxwriter
from ranked_blocks import BARS, RANKED, STEPS, figure_id, header_faults, page_faults, read, sheet_faults, site_faults

from generator.build import build
from generator.compare.grid import build_grid
from generator.library.load import load_library
from generator.library.model import Library
from generator.paths import Project
from generator.report import Diagnostics

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/sites/small"
FIGURES = "| visits | 走访 |"
EQUAL = """\
| asked-east | 满意度（东片） | 84% | 已实现 | 2021年 | | 入户问卷 | 甲社区 | satisfaction | | P04 |
| asked-west | 满意度（西片） | 91% | 已实现 | 2021年 | | 入户问卷 | 甲社区 | satisfaction | | P04 |
"""


def built(root: Path) -> tuple[Path, Library]:
    diagnostics = Diagnostics()
    assert build(Project(root), root / "output", diagnostics), list(map(str, diagnostics))
    library = load_library(root, Diagnostics())
    assert library is not None
    return root / "output", library


@pytest.fixture(scope="module")
def equals(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Library]:
    """The small site with two figures that are comparable, and its library."""
    root = tmp_path_factory.mktemp("equals") / "site"
    shutil.copytree(SMALL, root)
    case = root / "content/cases/jia.md"
    text = case.read_text("utf-8")
    assert FIGURES in text
    case.write_text(text.replace(FIGURES, EQUAL + FIGURES), "utf-8")
    return built(root)


def blocks(output: Path, kind: str) -> list[tuple[str, set[str]]]:
    found = []
    for file in sorted(output.rglob("*.html")):
        path = file.relative_to(output).as_posix()
        found += [(path, set(b.figures)) for b in read(file.read_text("utf-8"), path)[0] if b.kind == kind]
    return found


# --- the shipped library ---


def test_nothing_built_from_the_library_ranks_what_is_not_comparable(built_site: Path, real_library: Library) -> None:
    assert site_faults(built_site, real_library) == []


def test_the_library_ranks_nothing_at_all(built_site: Path) -> None:
    assert blocks(built_site, RANKED) == blocks(built_site, BARS) == []


def test_the_only_figures_drawn_together_are_the_coverage_goals(built_site: Path) -> None:
    drawn = {frozenset(figures) for _, figures in blocks(built_site, STEPS)}
    assert drawn == {frozenset(f"chengyang/coverage-{year}" for year in (2020, 2021, 2022))}


# --- a site with two comparable figures ---


def test_two_comparable_figures_are_ranked_and_nobody_else_with_them(equals: tuple[Path, Library]) -> None:
    output, library = equals
    assert site_faults(output, library) == []
    ranked = [figures for path, figures in blocks(output, RANKED) if path == "tables/outcomes.html"]
    assert ranked == [{"jia/asked-east", "jia/asked-west"}]


# --- the rows themselves ---


@pytest.mark.parametrize(
    ("old", "new"),
    [("90%以上", "10%以上"), ("82%→87%", "12%→97%"), ("1200余户", "3余户"), ("降低20%", "降低99%"), ("84%", "99%")],
)
def test_rows_stand_in_the_same_order_whatever_the_values(tmp_path: Path, old: str, new: str) -> None:
    def anchors(change: tuple[str, str]) -> list[str]:
        root = tmp_path / change[1].encode().hex()
        shutil.copytree(SMALL, root)
        for case in (root / "content/cases").glob("*.md"):
            text = case.read_text("utf-8").replace(FIGURES, EQUAL + FIGURES)
            case.write_text(text.replace(*change), "utf-8")
        library = load_library(root, Diagnostics())
        assert library is not None
        grid = build_grid("outcomes", library.tables["outcomes"], library)
        return [row.anchor for row in grid.rows()]

    assert anchors((old, old)) == anchors((old, new))


# --- the checker itself ---


def page(kind: str, *figures: str) -> str:
    items = "".join(f'<li><a href="../cases/{case}.html#fig-{id_}">x</a></li>' for case, id_ in map(_split, figures))
    return f'<main><figure class="chart {kind}"><svg><path d="M0 0"/></svg><ul>{items}</ul></figure></main>'


def _split(where: str) -> list[str]:
    return where.split("/")


@pytest.mark.parametrize("kind", [RANKED, BARS, STEPS])
def test_the_checker_finds_a_rate_beside_a_count(real_library: Library, kind: str) -> None:
    found = list(
        page_faults(page(kind, "xitang/report-rate", "xitang/incidents"), "tables/outcomes.html", real_library)
    )
    assert len(found) == 1 and "率≠件数" in found[0]


def test_the_checker_finds_a_series_that_is_ranked(real_library: Library) -> None:
    html = page(RANKED, "chengyang/coverage-2020", "chengyang/coverage-2021")
    assert len(list(page_faults(html, "tables/outcomes.html", real_library))) == 1
    assert list(page_faults(html.replace(RANKED, STEPS), "tables/outcomes.html", real_library)) == []


def test_the_checker_finds_a_block_that_hides_what_it_ranks(real_library: Library) -> None:
    assert list(page_faults(page(RANKED), "tables/outcomes.html", real_library))


def test_the_checker_reads_links_on_the_case_page_itself(real_library: Library) -> None:
    links = (f'<li><a href="#fig-{name}">x</a></li>' for name in ("report-rate", "accidents"))
    html = f'<ul class="ranked">{"".join(links)}</ul>'
    assert len(list(page_faults(html, "cases/xitang.html", real_library))) == 1


def test_the_checker_finds_sorted_columns_ranks_and_drawn_sheets(real_library: Library) -> None:
    assert list(page_faults('<table><th aria-sort="descending">x</th></table>', "tables/a.html", real_library))
    assert list(header_faults(["指标", "名次"], "a.csv"))
    assert figure_id("tables/outcomes.html#fig-a") == ""


def test_the_checker_finds_a_workbook_that_orders_or_colours(tmp_path: Path) -> None:

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_column(0, 0, [3, 1, 2])
    sheet.conditional_format(0, 0, 2, 0, {"type": "data_bar"})
    book.close()
    assert list(sheet_faults(stream.getvalue(), "a.xlsx"))
