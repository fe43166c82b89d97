"""The made-up library: the same every time, of the size promised, and spread like a real one."""

from __future__ import annotations

from collections import Counter
from itertools import islice, pairwise

import numpy as np
import pytest

from generator.bench.corpus import BATCH, Corpus
from generator.bench.document import LENGTH, SECTIONS
from generator.bench.exactness import plain_scan
from generator.bench.likeness import STRETCH, PairSpread, common_pairs, pair_spread
from generator.bench.queries import GROUPS, LONGEST, RUNS, SHORTEST, draw_queries
from generator.bench.vocabulary import FUNCTION_CHARACTERS, WORD_LENGTHS, Vocabulary, level_one_characters
from generator.search.analysis import fold
from generator.search.records import Record

DOCUMENTS = BATCH + 44
"""More than a batch."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus(1)


@pytest.fixture(scope="module")
def pages(corpus: Corpus) -> list[list[Record]]:
    return list(corpus.pages(DOCUMENTS))


def test_a_seed_gives_the_same_corpus_and_another_seed_another(pages: list[list[Record]]) -> None:
    assert list(Corpus(1).pages(DOCUMENTS)) == pages
    assert next(Corpus(2).pages(1)) != pages[0]


def test_a_small_corpus_is_the_start_of_a_large_one(corpus: Corpus, pages: list[list[Record]]) -> None:
    assert list(corpus.pages(BATCH - 1)) == pages[: BATCH - 1]


def test_every_document_has_its_length_and_sections(pages: list[list[Record]]) -> None:
    lengths = [sum(len(block.text) for record in page for block in record.blocks) for page in pages]
    assert min(lengths) >= LENGTH and max(lengths) < LENGTH * 1.1
    assert {len(page) for page in pages} == {SECTIONS}
    assert len({page[0].page for page in pages}) == DOCUMENTS
    assert all(record.blocks[0].is_heading and record.blocks[0].text == record.heading for record in pages[7])
    assert {len({block.place for block in record.blocks}) for record in pages[7]} == {1, 5}


def test_every_document_has_a_value_of_every_facet_and_values_differ_in_frequency(pages: list[list[Record]]) -> None:
    provinces = Counter(value for page in pages for value in page[0].facets["省份"])
    assert all(all(record.facets[name] for name in ("类型", "省份", "主体类型", "场景", "机制")) for record in pages[0])
    assert len(provinces) > 20 and max(provinces.values()) > 5 * min(provinces.values())


def test_level_one_of_gb2312_is_whole() -> None:
    characters = level_one_characters()
    assert (len(set(characters)), characters[0], characters[-1]) == (3_755, "啊", "座")


def test_tokens_have_the_lengths_of_modern_chinese(corpus: Corpus) -> None:
    vocabulary = corpus.vocabulary
    drawn = vocabulary.words[vocabulary.draw(np.random.default_rng(0), (20_000,))]
    lengths = Counter(map(len, drawn))
    for length in WORD_LENGTHS:
        assert lengths[length.characters] / drawn.size == pytest.approx(length.share, abs=0.02)
    assert Counter(drawn).most_common(1)[0][0] == FUNCTION_CHARACTERS[0]


def test_no_word_is_listed_twice() -> None:
    words = Vocabulary(np.random.default_rng(3)).words.tolist()
    assert len(words) == len(set(words)) > 100_000


def test_pairs_of_characters_are_spread_as_in_the_real_library(corpus: Corpus, real_records: list[Record]) -> None:
    real = pair_spread(real_records)
    made = pair_spread(corpus.records(100))
    assert STRETCH <= real.characters < STRETCH * 1.01 and STRETCH <= made.characters < STRETCH * 1.01
    for of_real, of_made in zip(real.shares, made.shares, strict=True):
        assert of_made == pytest.approx(of_real, rel=0.2)
    assert real.distinct < made.distinct < real.distinct * 1.6  # a large library has more words than five cases


def test_new_pairs_keep_coming_but_ever_fewer(pages: list[list[Record]]) -> None:
    half, whole = (
        pair_spread((record for page in pages[:count] for record in page), 10**9).distinct for count in (150, 300)
    )
    assert half * 1.2 < whole < half * 1.8


def test_a_document_repeats_its_own_words(pages: list[list[Record]]) -> None:
    """Pairs that stand 20 to 60 times in all stand in far fewer documents than chance would spread them over."""
    texts = [[fold(block.text) for record in page for block in record.blocks] for page in pages]
    documents = [Counter(pair for text in page for pair in pairwise(text)) for page in texts]
    whole = sum(documents, Counter())
    middle = [pair for pair, count in whole.items() if 20 <= count <= 60]
    held = sum(sum(pair in document for document in documents) for pair in islice(middle, 400))
    chance = sum(DOCUMENTS * (1 - (1 - 1 / DOCUMENTS) ** whole[pair]) for pair in islice(middle, 400))
    assert held < 0.85 * chance


def test_queries_are_the_same_every_time_and_runs_stand_in_the_corpus(corpus: Corpus) -> None:
    queries = draw_queries(corpus, 40, 30)
    assert queries == draw_queries(corpus, 40, 30)
    assert [query.group for query in queries] == [RUNS] * 30 + [group for group in GROUPS[1:] for _ in range(20)]
    runs = [query.text for query in queries if query.group == RUNS]
    assert {len(run) for run in runs} == set(range(SHORTEST, LONGEST + 1))
    assert all(plain_scan(corpus.records(40), runs).values())


def test_a_plain_scan_stays_within_a_block(corpus: Corpus) -> None:
    record = next(corpus.records(1))
    first, second = (fold(block.text) for block in record.blocks[:2])
    across = first[-1] + second[:3]
    assert plain_scan([record], [first, across]) == {first: {(record.page, record.anchor)}, across: set()}


def test_the_spread_of_an_empty_library_is_nothing() -> None:
    assert pair_spread([]) == PairSpread(0, 0, (0.0, 0.0, 0.0))
    assert common_pairs([], 5) == []
