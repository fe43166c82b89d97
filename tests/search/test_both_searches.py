"""The desktop search puts into each tier the very sections that the browser's does, on the real library."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_pages import read_blocks, runs
from judged import hits_and_tiers, questions

from generator.library.model import Library
from generator.search.desktop.answer import search
from generator.search.records import Record
from generator.search.synonyms import Synonyms, synonym_groups

ALL = 1_000_000
SHARED_TIERS = {"exact", "words", "context", "synonym"}
"""What pinyin meant and what comes near is the browser's alone."""


@pytest.mark.no_cover  # much of the same, which other tests measure
def test_both_searches_find_the_same_in_each_tier(
    built_site: Path, real_library: Library, real_records: list[Record], tmp_path: Path
) -> None:
    queries = [question.query for question in questions() if not question.held_out]
    queries += [*runs(read_blocks(built_site), count=40, seed=7), "省份:浙江 网格", "物业 -红色", "业委会 网格"]
    ours, synonyms = real_records, Synonyms(tuple(synonym_groups(real_library)))
    for query, theirs in zip(queries, hits_and_tiers(built_site, queries, ALL), strict=True):
        hits = search(ours, tmp_path, query, synonyms=synonyms).hits
        found = {(f"{hit.page}#{hit.anchor}", hit.match) for hit in hits}
        assert found == {hit for hit in theirs if hit[1] in SHARED_TIERS}, query
