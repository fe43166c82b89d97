"""One table of examples for two judges: what Python says of each pair in verdicts.json; tests/js/verdict.test.js asks the page's."""

from __future__ import annotations

import json
import os
import re
from itertools import combinations
from pathlib import Path

import pytest
from verdict_table import TABLE, candidates, chosen, corners, decoded, encoded, figures_of, signature, told_of, written

from generator.compare.asking.side_by_side import Data, judged_data, places_data
from generator.compare.judging.comparability import Reason, Relation, compare
from generator.compare.judging.judged import CHANGE, POINTS
from generator.compare.judging.reasons import Verdict
from generator.library.figures import WORDS
from generator.library.model import Library

SCRIPT = Path(__file__).resolve().parents[2] / "theme/static/compare-verdict.js"
HELP = "Run VERDICTS=overwrite python -m pytest tests/compare/test_verdict_table.py and read the diff."


@pytest.fixture(scope="module")
def table(real_library: Library, small_library: Library) -> Data:
    if os.environ.get("VERDICTS") == "overwrite":
        TABLE.write_text(written(encoded(chosen(candidates(real_library, small_library)))), "utf-8")
    return json.loads(TABLE.read_text("utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def verdicts(table: Data) -> list[Verdict]:
    figures = [decoded(told) for told in table["figures"]]  # type: ignore[attr-defined]
    return [compare(figures[a], figures[b]) for a, b, *_ in table["pairs"]]  # type: ignore[attr-defined]


def test_every_figure_of_the_table_is_read_as_it_is_written(table: Data) -> None:
    for told in table["figures"]:  # type: ignore[attr-defined]
        item = decoded(told)
        assert {"case": item.case_id, "places": places_data(item.places), **judged_data(item)} == told, HELP


def test_python_says_what_the_table_says(table: Data, verdicts: list[Verdict]) -> None:
    for (_, _, *words), verdict in zip(table["pairs"], verdicts, strict=True):  # type: ignore[arg-type]
        assert told_of(verdict) == words, HELP


def test_the_table_has_every_reason_and_relation_and_stays_small(verdicts: list[Verdict]) -> None:
    assert {reason for verdict in verdicts for reason in verdict.reasons} == set(Reason)
    assert {verdict.relation for verdict in verdicts} == set(Relation)
    assert {len(verdict.reasons) for verdict in verdicts} >= {0, 1, 2, 3}
    assert {(reason,) for reason in Reason if reason is not Reason.RATE_NOT_COUNT and reason is not Reason.KIND} <= {
        verdict.reasons for verdict in verdicts
    }
    assert len(verdicts) <= 300


def test_every_combination_of_reasons_in_the_libraries_is_in_the_table(
    real_library: Library, small_library: Library, verdicts: list[Verdict]
) -> None:
    held = {signature(verdict) for verdict in verdicts}
    for library in (real_library, small_library):
        met = {signature(compare(a, b)) for a, b in combinations(figures_of(library), 2)}
        assert met <= held, HELP


def test_every_corner_of_the_rule_is_in_the_table(table: Data) -> None:
    pairs = table["pairs"]
    assert isinstance(pairs, list)
    for (a, b), (*_, words, brief) in zip(corners(), pairs, strict=False):
        assert [words, brief] == told_of(compare(a, b)), HELP


def test_the_page_knows_the_same_closed_words() -> None:
    script = SCRIPT.read_text("utf-8")
    assert re.findall(r"'([^']+)'", script[script.index("const REASON") : script.index("const ORDER")])[:13] == list(
        Reason
    )
    for words in (POINTS, WORDS, (CHANGE,), tuple(Relation)):
        assert all(f"'{word}'" in script for word in words)
