"""A course's self-test as handouts: the paper asks everything and tells nothing, the answers tell everything."""

from __future__ import annotations

import pytest

from generator.handouts.document import Document, Heading, PageBreak, runs_in
from generator.handouts.docx.writer import to_docx
from generator.handouts.inline import text_of
from generator.handouts.making.compose import make_document
from generator.library.course import Course
from generator.library.handout_spec import HandoutPart, HandoutSpec
from generator.library.model import Library
from generator.library.question import QuestionKind
from generator.markup.plain import plain
from generator.views.quiz import lettered, right_words

from .reading import Word


@pytest.fixture(scope="module")
def course(small_library: Library) -> Course:
    return small_library.courses["rumen"]


def made(library: Library, **part: str) -> Document:
    return make_document(HandoutSpec(title="自测", parts=(HandoutPart(**part),)), library)  # type: ignore[arg-type]


def said(document: Document) -> str:
    return "\n".join(text_of(runs) for runs in runs_in(document.blocks))


def test_the_paper_asks_every_question_with_all_that_is_chosen_from(small_library: Library, course: Course) -> None:
    paper = said(made(small_library, paper="rumen"))
    for question in course.questions():
        assert f"（{question.kind}）{question.stem.text}" in paper
        assert all(f"{letter}. {text}" in paper for letter, text in lettered(question))


def test_the_paper_tells_no_answer_and_explains_no_term(small_library: Library, course: Course) -> None:
    paper = said(made(small_library, paper="rumen"))
    assert "解析" not in paper and "答案：" not in paper and "用到的术语" not in paper
    for question in course.questions():
        for told in question.told_texts():
            assert told is question.again or plain(told.text)[:6] not in paper


def test_the_answer_sheet_is_a_page_of_its_own_with_room_for_each_question(
    small_library: Library, course: Course
) -> None:
    blocks = made(small_library, paper="rumen").blocks
    sheet = next(index for index, block in enumerate(blocks) if isinstance(block, PageBreak))
    head, *rest = blocks[sheet + 1 :]
    assert isinstance(head, Heading) and text_of(head.runs) == "答题卡"
    numbers = {text_of(runs) for runs in runs_in(tuple(rest))}
    assert {str(number) for number in range(1, len(list(course.questions())) + 1)} <= numbers


def test_the_answers_tell_of_every_question_what_is_right_why_and_where(small_library: Library, course: Course) -> None:
    answers = said(made(small_library, answers="rumen"))
    for question in course.questions():
        if question.kind is not QuestionKind.OPEN:
            assert f"答案：{right_words(question)}" in answers
        if question.explanation:
            assert plain(question.explanation.text).partition("段")[0][:8] in answers
    assert "〔甲社区 段2〕" in answers and "来源与段落" in answers


def test_both_open_in_word_with_the_questions_as_numbered_there(small_library: Library, course: Course) -> None:
    for part in ({"paper": "rumen"}, {"answers": "rumen"}):
        text = Word(to_docx(made(small_library, **part))).text
        for number, question in enumerate(course.questions(), start=1):
            assert f"{number}." in text and question.stem.text in text
