"""The judgements of relevance are fit to measure with: real sections, enough questions, a third held out by position."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.search.analysis import fold
from generator.search.records import Record

KINDS = {
    *("name", "figure", "question", "place", "clause", "table"),
    *("synonym", "slip", "pinyin", "traditional", "words", "phrase"),
}
FEWEST_QUESTIONS = 120
FEWEST_OF_A_KIND = 4


@pytest.fixture(scope="module")
def judgements() -> list[dict[str, Any]]:
    text = Path(__file__).with_name("judgements.yml").read_text(encoding="utf-8")
    loaded: list[dict[str, Any]] = yaml.safe_load(text)
    return loaded


def test_every_judgement_has_the_same_four_fields(judgements: list[dict[str, Any]]) -> None:
    for judgement in judgements:
        assert list(judgement) == ["query", "kind", "right", "held_out"], judgement
        assert isinstance(judgement["query"], str) and fold(judgement["query"]), judgement
        assert isinstance(judgement["held_out"], bool), judgement


def test_every_right_section_is_a_record_of_the_library(
    judgements: list[dict[str, Any]], real_records: list[Record]
) -> None:
    places = {f"{record.page}#{record.anchor}" for record in real_records}
    unknown = [(judged["query"], place) for judged in judgements for place in judged["right"] if place not in places]
    assert unknown == []


def test_every_question_has_a_right_section_and_names_none_twice(judgements: list[dict[str, Any]]) -> None:
    for judgement in judgements:
        assert judgement["right"] and len(set(judgement["right"])) == len(judgement["right"]), judgement["query"]


def test_there_are_enough_questions_and_no_two_alike(judgements: list[dict[str, Any]]) -> None:
    asked = Counter(fold(judgement["query"]) for judgement in judgements)
    assert len(judgements) >= FEWEST_QUESTIONS
    assert [query for query, count in asked.items() if count > 1] == []


def test_every_kind_of_question_is_asked_several_times(judgements: list[dict[str, Any]]) -> None:
    kinds = Counter(judgement["kind"] for judgement in judgements)
    assert set(kinds) == KINDS
    assert [kind for kind, count in kinds.items() if count < FEWEST_OF_A_KIND] == []


def test_each_third_question_is_held_out(judgements: list[dict[str, Any]]) -> None:
    held = [number for number, judgement in enumerate(judgements, start=1) if judgement["held_out"]]
    assert held == list(range(3, len(judgements) + 1, 3))
    assert len(held) * 3 == len(judgements)
