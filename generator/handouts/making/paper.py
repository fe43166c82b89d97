"""The self-test of a course on paper: questions to answer, an answer sheet, and the answers with their reasons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...library.course import COURSE_CONTEXT, Course
from ...library.question import Pairs, QuestionKind
from ...library.question import Question as Asked
from ...views.quiz import lettered, right_words
from ..document import Block, Heading, PageBreak, Paragraph, ParagraphKind, Question
from ..inline import Run, RunKind, Runs, plain_runs
from ..setter import Setter
from ..tabular import Cell, Row, Table
from .cells import cell
from .weighing import weights

PAPER, ANSWERS = "自测试卷", "参考答案与解析"
SHEET = "答题卡"
_LINES = 5
_BLANK = "＿＿"
_NAMES = "单位：＿＿＿＿＿＿　姓名：＿＿＿＿　得分：＿＿＿"
"""As long as a line of the body takes."""
_HOW = "单选圈一个，多选圈全部正确的；排序依次填字母；配对填右列的字母；简答写在题下的横线上。"


def paper_blocks(course: Course) -> Iterator[Block]:
    """All questions of a course without their answers, then on a page of its own the sheet to answer on."""
    yield Paragraph(plain_runs(_NAMES))
    for number, question in enumerate(course.questions(), start=1):
        yield from _question(number, question, _LINES if question.kind is QuestionKind.OPEN else 0)
    yield PageBreak()
    yield Heading(1, plain_runs(SHEET), numbered=False)
    yield Paragraph(plain_runs(_NAMES))
    yield Paragraph(plain_runs(_HOW), ParagraphKind.SMALL)
    yield _sheet(tuple(course.questions()))


def answers_blocks(course: Course, setter: Setter) -> Iterator[Block]:
    """Each question with what is right and why, and what to read again."""
    for number, question in enumerate(course.questions(), start=1):
        yield from _question(number, question, 0)
        if question.kind is not QuestionKind.OPEN:
            yield Paragraph((Run("答案：", RunKind.STRONG), *plain_runs(right_words(question))))
        yield from _told(question, setter)


def _question(number: int, question: Asked, lines: int) -> Iterator[Block]:
    yield Question(number, plain_runs(f"（{question.kind}）{question.stem.text}"), lines)
    if isinstance(question.answer, Pairs):
        yield _columns(question, question.answer)
    else:
        for letter, text in lettered(question):
            yield Paragraph(plain_runs(f"{letter}. {text}"))


def _columns(question: Asked, pairs: Pairs) -> Table:
    left = [f"{number}. {prose.text}" for number, (prose, _) in enumerate(pairs.pairs, start=1)]
    right = [f"{letter}. {text}" for letter, text in lettered(question)]
    rows = tuple(Row((_cell(one), _cell(other))) for one, other in zip(left, right, strict=True))
    header = tuple(plain_runs(word) for word in pairs.head)
    return Table(question.stem.text, header, rows, weights(header, rows))


def _told(question: Asked, setter: Setter) -> Iterator[Block]:
    """What model answer, explanation and reading again say, each under its word."""
    model = question.told_model()
    for index, prose in enumerate(model):
        blocks = setter.blocks(prose, COURSE_CONTEXT)
        yield from _labelled("参考答案：", blocks) if index == 0 else blocks
    if question.explanation:
        yield Paragraph((Run("解析：", RunKind.STRONG), *setter.inline(question.explanation.text, COURSE_CONTEXT)))
    again = setter.inline(question.again.text, COURSE_CONTEXT)
    yield Paragraph((Run("再读：", RunKind.STRONG), *again))


def _labelled(label: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The label before the words of the first paragraph, or on a line of its own before a list."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        yield Paragraph((Run(label, RunKind.STRONG), *first.runs), first.kind)
        yield from blocks[1:]
    else:
        yield Paragraph((Run(label, RunKind.STRONG),))
        yield from blocks


def _sheet(questions: Sequence[Asked]) -> Table:
    """Numbers and room for the answers, in two halves side by side."""
    half = (len(questions) + 1) // 2
    told = [(str(number), _room(question)) for number, question in enumerate(questions, start=1)]
    told += [("", "")] * (2 * half - len(told))
    rows = tuple(
        Row(tuple(_cell(text) for text in (*one, *other)), blank=True)
        for one, other in zip(told[:half], told[half:], strict=True)
    )
    header = tuple(plain_runs(word) for word in ("题号", "答案") * 2)
    return Table(SHEET, header, rows, (1.0, 4.0, 1.0, 4.0))


def _room(question: Asked) -> str:
    """What stands in a question's cell of the answer sheet."""
    letters = [letter for letter, _ in lettered(question)]
    if question.kind is QuestionKind.OPEN:
        return "答在题下"
    if question.kind is QuestionKind.VERDICT:
        return "对　错"
    if question.kind is QuestionKind.ORDER:
        return "→".join(_BLANK for _ in letters)
    if question.kind is QuestionKind.PAIRS:
        return "　".join(f"{number}{_BLANK}" for number in range(1, len(letters) + 1))
    return "　".join(letters)


def _cell(text: str) -> Cell:
    said: Runs = plain_runs(text)
    return cell(said) if said else Cell()
