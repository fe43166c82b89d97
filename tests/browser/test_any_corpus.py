"""The shipped search scripts in a real browser on file://, over random libraries: the exact hits are the plain scan's."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

sys.path.append(str(Path(__file__).resolve().parents[1] / "search"))

from search_corpus import libraries, plain_scan, texts

from generator.bench.site import write_site
from generator.search.browser.build import build
from generator.search.records import Record

QUERIES = 40
TINY = {"one_shard": 0, "shard_size": 60}
EXCLUDES = re.compile(r"(^|\s)[-－](?![\s0-9０-９])")
"""A query that leaves words out has exact hits of its own rule; tests/js/tiers.test.js has those."""


@pytest.fixture(scope="module")
def any_page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.reuse, Phase.generate],  # making an example smaller takes minutes in a browser
)
@given(
    library=libraries(),
    others=st.lists(texts, max_size=5),
    chance=st.randoms(use_true_random=False),
    threshold=st.sampled_from([1, 3, None]),
)
def test_exact_hits_of_any_library_are_those_of_a_plain_scan(
    any_page: Page, tmp_path_factory: pytest.TempPathFactory, library: list[Record], others: list[str], chance: Random,
    threshold: int | None,
) -> None:  # fmt: skip
    index = build(library, threshold=threshold, **(TINY if threshold else {}))
    page_file = write_site(tmp_path_factory.mktemp("any") / "site", index)
    faults: list[str] = []
    any_page.once("pageerror", lambda error: faults.append(str(error)))
    any_page.goto(page_file.as_uri())
    any_page.evaluate("PracticeBench.forget()")
    for query in [*drawn(library, chance), *others]:
        if not EXCLUDES.search(query):
            found = any_page.evaluate("(query) => PracticeBench.exact(query, 1e6)", query)
            assert set(map(tuple, found)) == plain_scan(library, query), query
    assert faults == []


def drawn(library: list[Record], chance: Random) -> list[str]:
    """Runs of 1 to 30 characters of the blocks, some of them over a border."""
    text = "".join(block.text for record in library for block in record.blocks)
    starts = [chance.randrange(len(text)) for _ in range(QUERIES)] if text else []
    return [text[start : start + chance.choice((1, 2, 2, 3, 4, 6, 12, 30))] for start in starts]
