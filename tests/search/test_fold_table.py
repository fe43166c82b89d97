"""The character table: made by the script that is in the package, and fit for both readers."""

from __future__ import annotations

import unicodedata
from collections import Counter

from generator.search.analysis import character_data, fold
from generator.search.fold_table import TABLE, as_text, classes, representative, table


def test_the_committed_table_is_what_the_script_makes() -> None:
    assert TABLE.read_text(encoding="utf-8") == as_text(table()), "run: python -m generator.search.fold_table"


def test_characters_joined_through_a_third_are_one_class() -> None:
    assert classes([("後", "后"), ("裏", "里"), ("裡", "裏"), ("里", "里"), ("人", "人")]) == [
        ["后", "後"],
        ["裏", "裡", "里"],
    ]


def test_the_representative_is_simplified_and_common() -> None:
    assert representative(["臺", "台", "檯"], {"台"}) == "台"
    assert representative(["𱊜", "𪈼"], {"𱊜"}) == "𱊜"


def test_no_character_is_folded_twice() -> None:
    data = character_data()
    assert len(data["from"]) == len(data["to"]) == len(set(data["from"]))
    assert not set(data["from"]) & set(data["to"])
    assert fold(data["from"]) == data["to"]
    assert fold(data["to"]) == data["to"]


def test_the_table_holds_only_characters_that_normalising_leaves_alone() -> None:
    data = character_data()
    assert all(unicodedata.normalize("NFKC", char).lower() == char for char in data["from"] + data["to"])
    assert max(Counter(data["to"]).values()) < 8, "a class that grew this large joins words that differ"
