"""What is shown of a hit, by the table that the browser's twin is held to as well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from search_corpus import texts

from generator.search.analysis import fold
from generator.search.excerpt import excerpt, marked

EXAMPLES = json.loads(Path(__file__).with_name("folding.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES["excerpts"], ids=lambda example: example["why"])
def test_excerpts_are_as_the_shared_table_says(example: dict[str, Any]) -> None:
    place, pieces = excerpt(example["heading"], example["groups"], example["terms"])
    assert (place, [list(piece) for piece in pieces]) == (example["place"], example["pieces"])


@pytest.mark.parametrize(("text", "terms", "pieces"), EXAMPLES["marked"])
def test_headings_are_marked_as_the_shared_table_says(text: str, terms: list[str], pieces: list[list[object]]) -> None:
    assert [list(piece) for piece in marked(text, terms)] == pieces


@given(texts, texts.map(fold).filter(bool))
def test_marking_loses_no_character_and_marks_what_folds_to_the_term(text: str, term: str) -> None:
    pieces = marked(text, [term])
    assert "".join(piece for piece, _ in pieces) == text
    assert any(hit for _, hit in pieces) == (term in fold(text))


@given(st.lists(texts, min_size=1, max_size=5), st.data())
def test_an_excerpt_of_a_record_that_holds_the_query_shows_it(blocks: list[str], data: st.DataObject) -> None:
    term = fold(data.draw(st.sampled_from(blocks)))
    assume(term)
    _, pieces = excerpt("标题", [("", blocks)], [term])
    assert any(hit for _, hit in pieces)
