"""The desktop search over the real library, held against a plain scan of the built pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_pages import read_blocks, runs, scan

from generator.library.model import Library
from generator.search.analysis import fold
from generator.search.desktop.answer import search
from generator.search.records import Record


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_records_are_the_marked_blocks_of_the_built_pages(built_site: Path, real_records: list[Record]) -> None:
    built = {key: [fold(text) for text in texts] for key, texts in read_blocks(built_site).items()}
    ours = {(record.page, record.anchor): [fold(block.text) for block in record.blocks] for record in real_records}
    assert ours == built


def test_every_record_and_row_is_a_place_on_its_page(built_site: Path, real_records: list[Record]) -> None:
    for record in real_records:
        html = (built_site / record.page).read_text(encoding="utf-8")
        places = {block.place or record.anchor for block in record.blocks} | {record.anchor}
        assert [place for place in places if f'id="{place}"' not in html] == [], record.page


@pytest.mark.no_cover  # much of the same, which other tests measure
def test_runs_of_the_built_pages_are_found_exactly_where_they_stand(
    built_site: Path, real_records: list[Record], cache: Path
) -> None:
    blocks = read_blocks(built_site)
    for run in runs(blocks, count=120, seed=2):
        found = {(hit.page, hit.anchor) for hit in search(real_records, cache, run).hits if hit.match == "exact"}
        assert found == scan(blocks, run), run


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [("网格", "網格"), ("红色物业", "紅色物業"), ("业主委员会", "業主委員會"), ("党建联席会议", "黨建聯席會議")],
)
def test_traditional_queries_equal_simplified_ones(
    real_records: list[Record], cache: Path, simplified: str, traditional: str
) -> None:
    hits = search(real_records, cache, simplified).hits
    assert hits and hits == search(real_records, cache, traditional).hits


def test_every_example_query_of_the_home_page_finds_something(
    real_library: Library, real_records: list[Record], cache: Path
) -> None:
    assert all(search(real_records, cache, example).total for example in real_library.about.meta.examples)
