"""Courses as the library knows them: steps of reading, tables and checklists, each with questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from ..report import Position
from .address import Address
from .entries import Entry
from .question import Question
from .sections import Prose
from .values import FullyDated, Text

COURSES = "courses"
"""The folder of content and of the site."""
PAPER, ANSWERS = BESIDE = ("-paper", "-answers")
"""How the names of the two pages beside a course's own end."""
COURSE_CONTEXT = f"{COURSES}/"
"""The context of the courses' references; no case id holds a slash, so the two cannot meet."""


class CourseMeta(Entry, title="课程的题头"):
    """Front matter of content/courses/<id>.md."""

    title: Text = Field(max_length=24, description="课程名")
    short: Text = Field(max_length=10, description="简称，用于“我的资料”")
    audience: Text = Field(max_length=60, description="给谁学，一句话")
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
