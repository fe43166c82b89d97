"""The pages of courses: what a learner sees before answering, what the paper and the answers say, how long it takes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from generator.library.address import Address
from generator.library.files import ContentFile
from generator.library.model import Library
from generator.library.question import Choices, Pairs, QuestionKind, Sequence, shuffled
from generator.library.reading.courses import read_course
from generator.report import Diagnostics
from generator.views.page import PageView, SectionView
from generator.views.quiz import lettered, numbered, right_value, right_words
from generator.views.reading_time import ReadingTimes, characters, minutes

COURSE, PAPER, ANSWERS = (f"courses/rumen{end}.html" for end in ("", "-paper", "-answers"))
TEMPLATE = re.compile(r"<template.*?</template>", re.S)


def test_the_small_course_has_every_kind_of_question(small_library: Library) -> None:
    assert {question.kind for question in small_library.courses["rumen"].questions()} == set(QuestionKind)


def test_no_answer_is_on_the_page_outside_what_a_browser_never_shows(pages: Mapping[str, str]) -> None:
    shown = TEMPLATE.sub("", pages[COURSE])
    for told in ("停车难，投诉是后来的数字", "没有表决", "材料只说划到楼栋", "正确答案", "参考答案："):
        assert told not in shown
    assert shown.count("data-question=") == len(TEMPLATE.findall(pages[COURSE])) == 6


def test_the_paper_holds_every_question_and_no_answer(pages: Mapping[str, str], small_library: Library) -> None:
    paper = pages[PAPER]
    for number, question in enumerate(small_library.courses["rumen"].questions(), start=1):
        assert f'id="q{number}"' in paper
        assert all(text.text in paper for text in question.plain_texts())
        assert all(
            told.text.partition("[")[0] not in paper for told in question.told_texts() if told is not question.again
        )
    assert "答题卡" in paper


def test_the_answers_say_of_every_question_what_is_right_and_why(
    pages: Mapping[str, str], small_library: Library
) -> None:
    answers = pages[ANSWERS]
    for question in small_library.courses["rumen"].questions():
        assert right_words(question) in answers
        for told in question.told_texts():
            assert told.text.partition("[")[0].removeprefix("- ") in answers
    assert 'href="../cases/jia.html#P01"' in answers


def test_search_knows_a_course_by_its_introduction_and_reads_neither_steps_nor_questions(
    pages: Mapping[str, str],
) -> None:
    records = re.findall(r'<(\w+)[^>]*data-record="([^"]*)"[^>]*>(.*?)</\1>', pages[COURSE], re.S)
    assert {anchor for _, anchor, _ in records} == {"top"}
    told = "".join(words for _, _, words in records)
    assert "入门：议事怎样开" in told and "议事会做什么" in told and "第一次参加议事的楼长" in told
    assert "data-record" not in pages[PAPER] + pages[ANSWERS]


def test_what_is_right_is_told_as_it_is_shown(small_library: Library) -> None:
    for question in small_library.courses["rumen"].questions():
        answer, value = question.answer, right_value(question)
        if isinstance(answer, Choices):
            assert [answer.options[int(index)].text for index in value.split("-")] == [
                answer.options[i].text for i in answer.right
            ]
        elif isinstance(answer, Sequence):
            shown = [text for _, text in lettered(question)]
            by_place = sorted(zip(map(int, value.split("-")), shown, strict=True))
            assert [text for _, text in by_place] == [item.text for item in answer.items]
            letters = dict(lettered(question))
            assert [letters[letter] for letter in right_words(question).split("→")] == [
                item.text for item in answer.items
            ]
        elif isinstance(answer, Pairs):
            shown = [text for _, text in lettered(question)]
            chosen = [shown[int(index)] for index in value.split("-")]
            assert chosen == [right.text for _, right in answer.pairs]


def test_an_order_to_find_is_never_shown_solved() -> None:
    for count in range(2, 7):
        for seed in map(str, range(50)):
            assert shuffled(count, seed) == shuffled(count, seed) != tuple(range(count))
            assert sorted(shuffled(count, seed)) == list(range(count))


def test_numbers_are_those_of_the_order_in_the_course(small_library: Library) -> None:
    course = small_library.courses["rumen"]
    assert list(numbered(course).values()) == list(range(1, 7))
    assert len(numbered(course)) == 6


def test_reading_time_counts_a_section_with_what_stands_below_it() -> None:
    def section(anchor: str, level: int, count: int) -> SectionView:
        return SectionView(anchor, "", level, Markup("<p>{}</p>").format("字" * count))

    sections = (section("top", 1, 250), section("a", 2, 500), section("b", 3, 250), section("c", 2, 125))
    times = ReadingTimes([PageView(Address("x.html"), "", "", sections=sections)])
    assert minutes(times.of(Address("x.html", "a"))) == 3
    assert minutes(times.of(Address("x.html", "b"))) == 1
    assert minutes(times.of(Address("x.html"))) == 5  # four and a half
    assert times.of(Address("x.html", "gone")) == times.of(Address("gone.html")) == 0


def test_marks_and_tags_take_no_time() -> None:
    assert characters('<a href="x.html#P01">网格</a>，共 96 个。') == 6


def test_a_kept_answer_stays_with_its_question_until_what_is_asked_changes(small_site: Path) -> None:
    file = small_site / "content/courses/rumen.md"
    text = file.read_text("utf-8")

    def keys(changed: str) -> list[str]:
        course = read_course(ContentFile("content/courses/rumen.md", changed), Diagnostics())
        assert course
        return [question.key for question in course.questions()]

    before = keys(text)
    assert len(set(before)) == len(before) == 6
    assert keys(text.replace("写的是停车难", "写明了停车难")) == before
    assert keys(text.replace("- [ ] 投诉难", "- [ ] 投诉多"))[1:] == before[1:]
    assert keys(text.replace("- [ ] 投诉难", "- [ ] 投诉多"))[0] != before[0]
    assert keys(text.replace("答案：错", "答案：对"))[2] != before[2]
