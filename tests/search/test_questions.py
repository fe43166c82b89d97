"""Readers' questions in the browser's index: which records each leads to, on made-up records and on the real library."""

from __future__ import annotations

import json
from pathlib import Path

from generator.library.address import Address
from generator.library.model import Library
from generator.search.browser.build import build
from generator.search.browser.questions_table import questions_table
from generator.search.questions import Asked, library_questions
from generator.search.records import Block, Record

RECORDS = [
    Record("a.html", "top", "甲", "甲", "案例", blocks=(Block("甲", True),)),
    Record("a.html", "figures", "甲", "数字", "案例", blocks=(Block("数字", True), Block("八成", place="fig-eighty"))),
    Record("b.html", "top", "乙", "乙", "案例", blocks=(Block("乙", True),)),
]
HERE = Address("faq.html", "q-x")


def led_to(*answers: Address) -> list[object]:
    rows = questions_table([Asked("问", ("又问",), HERE, ("甲",), answers)], RECORDS)
    assert all(row[:5] == ["问", ["又问"], ["甲"], "faq.html", "q-x"] for row in rows)
    return [row[5] for row in rows]


def test_an_answer_is_a_section_a_row_in_it_or_a_page() -> None:
    assert led_to(Address("a.html", "figures")) == [[1]]
    assert led_to(Address("a.html", "fig-eighty")) == [[1]]
    assert led_to(Address("b.html")) == [[2]]


def test_answers_keep_their_order_and_none_comes_twice() -> None:
    assert led_to(Address("b.html"), Address("a.html", "fig-eighty"), Address("a.html", "figures")) == [[2, 1]]


def test_a_question_whose_answers_search_leaves_out_is_left_out() -> None:
    assert led_to(Address("my.html"), Address("a.html", "gone")) == []


def test_a_question_that_a_page_of_the_site_answers_is_kept() -> None:
    assert led_to(Address("compare.html")) == [[]]


def test_a_library_without_questions_has_no_script_of_them() -> None:
    assert "questions.js" not in build(RECORDS)
    assert "questions.js" in build(RECORDS, questions=[Asked("问", (), HERE, (), (Address("b.html"),))])


def test_every_question_of_the_library_leads_to_all_its_answers(real_library: Library, built_site: Path) -> None:
    asked = library_questions(real_library)
    script = (built_site / "search/questions.js").read_text("utf-8")
    rows = json.loads(script[script.index("[[") : script.rindex("]]") + 2])
    assert [row[0] for row in rows] == [each.question for each in asked]
    page = (built_site / "faq.html").read_text("utf-8")
    assert all(f'id="{row[4]}"' in page for row in rows)
