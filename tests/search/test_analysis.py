"""The folding and the reading of queries, by the table that the browser's twin is held to as well."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from search_corpus import fold_by_definition

from generator.search.analysis import character_data, fold, fold_with_origins
from generator.search.fields import choose
from generator.search.query import parse_query

EXAMPLES = json.loads(Path(__file__).with_name("folding.json").read_text(encoding="utf-8"))
unicode_texts = st.text(st.characters(exclude_categories=("Cs",)))
combining_texts = st.text("ae\u0301\u0316\u0323ｶﾞﾟか\u3099\u1112\u1161\u11ab\u0f71\u0f72q ﬁ", max_size=8)


@pytest.mark.parametrize(("why", "text", "folded"), EXAMPLES["fold"], ids=lambda value: None)
def test_text_folds_as_the_shared_table_says(why: str, text: str, folded: str) -> None:
    assert fold(text) == folded, why


@pytest.mark.parametrize(("text", "tokens"), EXAMPLES["origins"])
def test_every_token_knows_the_text_it_came_from(text: str, tokens: list[list[str]]) -> None:
    folded = fold_with_origins(text)
    origins = zip(folded.text, folded.starts, folded.ends, strict=True)
    assert [[token, text[start:end]] for token, start, end in origins] == tokens


@pytest.mark.parametrize(("text", "query"), EXAMPLES["queries"])
def test_queries_read_as_the_shared_table_says(text: str, query: dict[str, object]) -> None:
    assert json.loads(json.dumps(asdict(parse_query(text, EXAMPLES["facets"])))) == query


@pytest.mark.parametrize(("fields", "chosen"), EXAMPLES["fields"], ids=str)
def test_fields_choose_what_the_shared_table_says(fields: list[list[str]], chosen: dict[str, object]) -> None:
    found = choose([(name, value) for name, value in fields], EXAMPLES["facets"])
    as_lists = {"wanted": [*found.wanted.items()], "unknown": found.unknown}
    assert json.loads(json.dumps(as_lists)) == chosen


def test_a_page_is_wanted_that_has_a_value_of_every_field() -> None:
    chosen = choose([("省份", "浙江"), ("省份", "山东"), ("类型", "案例")], EXAMPLES["facets"])
    assert chosen.wants({"省份": ("江西省", "山东省"), "类型": ("案例",)})
    assert not chosen.wants({"省份": ("四川省",), "类型": ("案例",)})
    assert not chosen.wants({"类型": ("案例",)})
    assert not choose([("省份", "浙江"), ("省份", "火星")], EXAMPLES["facets"]).wants({"省份": ("浙江省",)})


@given(st.one_of(unicode_texts, combining_texts))
def test_folding_follows_its_definition_for_any_text(text: str) -> None:
    assert fold(text) == fold_by_definition(text)


@given(st.one_of(unicode_texts, combining_texts))
def test_folding_with_origins_is_the_same_folding(text: str) -> None:
    folded = fold_with_origins(text)
    assert folded.text == fold(text)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(fold(text[start:end]) for start, end in zip(folded.starts, folded.ends, strict=True))


@given(st.text(character_data()["spaces"] + 'ab-“”"网5省份:：', max_size=12))
def test_any_text_is_a_query_and_its_words_are_tokens(text: str) -> None:
    query = parse_query(text, ["省份"])
    assert query.whole == fold(text)
    assert all(word and fold(word) == word for word in query.words + query.excluded)
    assert all(name == "省份" and fold(value) for name, value in query.fields)


@pytest.mark.parametrize("conversion", ["s2t", "s2tw", "s2hk"])
def test_traditional_text_folds_like_the_simplified_it_was_made_from(conversion: str) -> None:
    simplified = "网格化治理中的党员干部后来发现头发里面复杂的周期制度只准台湾松树余下几个系统钟表征收划拨干部干净"
    assert fold(opencc.OpenCC(conversion).convert(simplified)) == fold(simplified)
