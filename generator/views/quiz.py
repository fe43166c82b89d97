"""Questions as a page shows them: numbered, lettered, with the right answer in the words of a learner and of a script."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase

from markupsafe import Markup

from ..library.course import Course
from ..library.question import Choices, Pairs, Question, QuestionKind, Sequence, Verdict
from .words import Words

_SECONDS = {
    QuestionKind.SINGLE: 30, QuestionKind.VERDICT: 30, QuestionKind.MULTIPLE: 60, QuestionKind.ORDER: 60,
    QuestionKind.PAIRS: 60, QuestionKind.OPEN: 180,
}  # fmt: skip
SCRIPT_KINDS = {
    QuestionKind.SINGLE: "single", QuestionKind.MULTIPLE: "multiple", QuestionKind.VERDICT: "verdict",
    QuestionKind.ORDER: "order", QuestionKind.PAIRS: "pairs", QuestionKind.OPEN: "open",
}  # fmt: skip
"""What the scripts and styles call each kind."""


@dataclass(frozen=True)
class QuestionView:
    """A question of a page. ``lettered`` are its options, items or right column as shown, each with its letter; ``left`` the left column of pairs."""

    number: int
    question: Question
    lettered: tuple[tuple[str, str], ...]
    left: tuple[str, ...]
    right: str
    told: str
    model: tuple[Markup, ...]
    explanation: Markup | None
    again: Markup

    @property
    def script_kind(self) -> str:
        """What scripts and styles call its kind."""
        return SCRIPT_KINDS[self.question.kind]


def question_view(number: int, question: Question, words: Words) -> QuestionView:
    """Make the view of the question that has ``number`` in its course."""
    answer = question.answer
    return QuestionView(
        number,
        question,
        lettered(question),
        tuple(left.text for left, _ in answer.pairs) if isinstance(answer, Pairs) else (),
        right_value(question),
        right_words(question),
        tuple(words.prose(part) for part in question.told_model()),
        words.inline(question.explanation.text) if question.explanation else None,
        words.inline(question.again.text),
    )


def lettered(question: Question) -> tuple[tuple[str, str], ...]:
    """What is chosen from, in the order shown, each with its letter; nothing for 判断 and 简答."""
    answer = question.answer
    if isinstance(answer, Choices):
        shown = [option.text for option in answer.options]
    elif isinstance(answer, Sequence):
        shown = [answer.items[index].text for index in answer.shown]
    elif isinstance(answer, Pairs):
        shown = [answer.pairs[index][1].text for index in answer.shown]
    else:
        shown = []
    return tuple(zip(ascii_uppercase, shown, strict=False))


def right_value(question: Question) -> str:
    """The right answer as the script compares it.

    Choices: the indices of the right options, ``0-2``. 判断: ``1`` or ``0``. 排序: the place of each item shown, from 1,
    ``2-1-3``. 配对: the index of the letter for each row on the left, ``2-0-1``. 简答: ''.
    """
    answer = question.answer
    if isinstance(answer, Verdict):
        return str(int(answer.right))
    if isinstance(answer, Choices):
        return "-".join(map(str, answer.right))
    if isinstance(answer, Sequence):
        return "-".join(str(index + 1) for index in answer.shown)
    if isinstance(answer, Pairs):
        return "-".join(str(answer.shown.index(row)) for row in range(len(answer.pairs)))
    return ""


def right_words(question: Question) -> str:
    """The right answer by its letters, as a paper's key gives it: ``A、C``, ``对``, ``B→A→C``, ``1—C，2—A，3—B``; '' for 简答."""
    answer = question.answer
    if isinstance(answer, Verdict):
        return answer.word
    if isinstance(answer, Choices):
        return "、".join(ascii_uppercase[index] for index in answer.right)
    if isinstance(answer, Sequence):
        return "→".join(ascii_uppercase[answer.shown.index(place)] for place in range(len(answer.items)))
    if isinstance(answer, Pairs):
        rows = range(len(answer.pairs))
        return "，".join(f"{row + 1}—{ascii_uppercase[answer.shown.index(row)]}" for row in rows)
    return ""


def numbered(course: Course) -> dict[str, int]:
    """The number of each question of a course, by its key."""
    return {question.key: number for number, question in enumerate(course.questions(), start=1)}


def answering_seconds(question: Question) -> int:
    """How long a question takes to answer, as docs/courses.md states it."""
    return _SECONDS[question.kind]
