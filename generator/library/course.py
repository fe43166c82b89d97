"""Courses as the library knows them: steps of reading, tables and checklists, with questions that are explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from pydantic import Field

from ..report import Position
from .address import Address
from .entries import Entry
from .sections import Prose
from .values import FullyDated, Text

COURSES = "courses"
"""The folder of content and of the site."""
PAPER, ANSWERS = BESIDE = ("-paper", "-answers")
"""How the names of the two pages beside a course's own end."""
COURSE_CONTEXT = f"{COURSES}/"
"""The context of the courses' references; no case id holds a slash, so the two cannot meet."""


class CourseMeta(Entry):
    """Front matter of content/courses/<id>.md."""

    title: Text = Field(max_length=24, description="课程名，24 字以内")
    short: Text = Field(max_length=10, description="简称，用于“我的资料”，10 字以内")
    audience: Text = Field(max_length=60, description="给谁学，60 字以内")
    order: int = Field(default=50, description="在课程列表里的次序，小的在前；同号的按编号")
    added: FullyDated = Field(description="入库日期，如 2026-11-26")


class TaskKind(StrEnum):
    """What a learner does with the page that a task links."""

    READ = "阅读"
    LOOK = "看表"
    FILL = "填表"


TASK_SCHEMES = {
    TaskKind.READ: ("case", "manual", "clause", "term"),
    TaskKind.LOOK: ("table",),
    TaskKind.FILL: ("sheet",),
}
"""What a task of each kind may link to."""


@dataclass(frozen=True)
class Task:
    """One thing to do: its link with what is said of it, and the link's target as written."""

    kind: TaskKind
    text: Prose
    target: str


class QuestionKind(StrEnum):
    """题型."""

    SINGLE = "单选"
    MULTIPLE = "多选"
    VERDICT = "判断"
    ORDER = "排序"
    PAIRS = "配对"
    OPEN = "简答"


@dataclass(frozen=True)
class Choices:
    """Options to choose from, and the indices of those that are right."""

    options: tuple[Prose, ...]
    right: tuple[int, ...]

    def words(self) -> tuple[str, ...]:
        """What a kept answer depends on; so of every kind of answer."""
        return (*(option.text for option in self.options), *map(str, self.right))


@dataclass(frozen=True)
class Verdict:
    """Whether the statement is right."""

    right: bool

    @property
    def word(self) -> str:
        """As an editor writes it and a reader marks it."""
        return "对" if self.right else "错"

    def words(self) -> tuple[str, ...]:
        """See Choices.words."""
        return (self.word,)


@dataclass(frozen=True)
class Sequence:
    """Items in their right order; ``shown`` is the order in which a page shows them, as indices."""

    items: tuple[Prose, ...]
    shown: tuple[int, ...]

    def words(self) -> tuple[str, ...]:
        """See Choices.words."""
        return tuple(item.text for item in self.items)


@dataclass(frozen=True)
class Pairs:
    """Two columns under their heads; ``shown`` is the order in which a page shows the right one, as indices."""

    head: tuple[str, str]
    pairs: tuple[tuple[Prose, Prose], ...]
    shown: tuple[int, ...]

    def words(self) -> tuple[str, ...]:
        """See Choices.words."""
        return tuple(cell.text for pair in self.pairs for cell in pair)


@dataclass(frozen=True)
class ModelAnswer:
    """What a good answer says: paragraphs and lists."""

    text: tuple[Prose, ...]

    def words(self) -> tuple[str, ...]:
        """None: what a learner wrote stays when the model answer is mended."""
        return ()


Answer = Choices | Verdict | Sequence | Pairs | ModelAnswer


@dataclass(frozen=True)
class Question:
    """One question. ``key`` changes with its words and answer, so that a kept answer never passes to another question.

    ``explanation`` is None only for an open question whose model answer names its evidence; ``again`` links what to read again.
    """

    kind: QuestionKind
    stem: Prose
    answer: Answer
    explanation: Prose | None
    again: Prose
    key: str

    def plain_texts(self) -> Iterator[Prose]:
        """What a learner reads before answering; it holds no links."""
        yield self.stem
        if isinstance(self.answer, Choices):
            yield from self.answer.options
        elif isinstance(self.answer, Sequence):
            yield from self.answer.items
        elif isinstance(self.answer, Pairs):
            yield from (cell for pair in self.answer.pairs for cell in pair)

    def told_model(self) -> tuple[Prose, ...]:
        """The model answer; nothing for a question that has a right one."""
        return self.answer.text if isinstance(self.answer, ModelAnswer) else ()

    def told_texts(self) -> Iterator[Prose]:
        """What a learner reads after answering; it holds the evidence."""
        yield from self.told_model()
        if self.explanation:
            yield self.explanation
        yield self.again


@dataclass(frozen=True)
class Step:
    """A step of a course. ``anchor`` follows its title, so that a kept tick stays with it when steps are put in between."""

    number: int
    title: str
    anchor: str
    intro: tuple[Prose, ...]
    tasks: tuple[Task, ...]
    questions: tuple[Question, ...]
    at: Position


@dataclass(frozen=True)
class Course:
    """One course: what it is for, and its steps in order."""

    id: str
    meta: CourseMeta
    intro: tuple[Prose, ...]
    steps: tuple[Step, ...]
    at: Position

    @property
    def address(self) -> Address:
        """The course's page."""
        return Address(f"{COURSES}/{self.id}.html")

    @property
    def paper(self) -> Address:
        """The printed paper's page."""
        return Address(f"{COURSES}/{self.id}{PAPER}.html")

    @property
    def answers(self) -> Address:
        """The page of answers."""
        return Address(f"{COURSES}/{self.id}{ANSWERS}.html")

    def questions(self) -> Iterator[Question]:
        """All questions in order; their numbers on every page and handout are their places here, from 1."""
        for step in self.steps:
            yield from step.questions


def shuffled(count: int, seed: str) -> tuple[int, ...]:
    """Indices of ``count`` (>= 2) things in an order that is not theirs, always the same for a seed."""
    order = list(range(count))
    random = Random(seed)
    while order == sorted(order):
        random.shuffle(order)
    return tuple(order)
