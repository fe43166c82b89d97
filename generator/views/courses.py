"""学习: the list of courses, and of each course its page, its printed paper, and the page of answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..library.address import Address
from ..library.book import Sheet
from ..library.course import COURSE_CONTEXT, COURSES, Course, Step, Task, TaskKind
from ..library.model import Library
from ..markup.render import Renderer
from .cited import course_sources
from .page import TOP, PageView, SectionView
from .quiz import QuestionView, answering_seconds, numbered, question_view
from .reading_time import ReadingTimes, characters, minutes, seconds
from .render import Fragments
from .words import Words

KIND = "课程"
ADDRESS, TITLE = Address(f"{COURSES}/index.html"), "学习"
_CHECK_SECONDS = 10
_LOOK_SECONDS = 300
"""A table is not read through: at most this long for the rows that matter."""


@dataclass(frozen=True)
class TaskView:
    """A task: its words as HTML, and how many minutes it takes."""

    task: Task
    html: Markup
    minutes: int


@dataclass(frozen=True)
class StepView:
    """A step of a course on its page."""

    step: Step
    intro: tuple[Markup, ...]
    tasks: tuple[TaskView, ...]
    questions: tuple[QuestionView, ...]
    minutes: int


@dataclass(frozen=True)
class CourseView:
    """A course with its steps: what its page, its paper, its answers and the list of courses show."""

    course: Course
    steps: tuple[StepView, ...]

    @property
    def minutes(self) -> int:
        """How long the whole course takes."""
        return sum(step.minutes for step in self.steps)

    @property
    def questions(self) -> tuple[QuestionView, ...]:
        """All questions in order."""
        return tuple(question for step in self.steps for question in step.questions)


def course_views(library: Library, fragments: Fragments, pages: Sequence[PageView]) -> Iterator[PageView]:
    """Make the pages of all courses; none for a library that has none. ``pages`` are those that a task may lead to."""
    if not library.courses:
        return
    times = ReadingTimes(pages)
    views = [_CourseReader(course, library, times).view() for course in library.courses.values()]
    yield PageView(ADDRESS, TITLE, "course-list.html", context={"courses": views})
    for view in views:
        yield _course_page(view, library, fragments)
        if view.questions:
            yield _beside(view, "paper", view.course.paper, "试卷")
            yield _beside(view, "answers", view.course.answers, "参考答案与解析")


class _CourseReader:
    def __init__(self, course: Course, library: Library, times: ReadingTimes) -> None:
        self.course, self.library, self.times = course, library, times
        self.renderer = Renderer(library, course.address.page)
        self.numbers = numbered(course)

    def view(self) -> CourseView:
        return CourseView(self.course, tuple(self._step(step) for step in self.course.steps))

    def _step(self, step: Step) -> StepView:
        words = Words(self.renderer, COURSE_CONTEXT, "")  # what a step says of cases, search finds in the cases
        intro = tuple(words.prose(prose) for prose in step.intro)
        read = [(task, self._seconds(task)) for task in step.tasks]
        tasks = tuple(TaskView(task, words.inline(task.text.text), minutes(time)) for task, time in read)
        questions = tuple(question_view(self.numbers[each.key], each, words) for each in step.questions)
        total = seconds(sum(map(characters, intro))) + sum(time for _, time in read)
        total += sum(map(answering_seconds, step.questions))
        return StepView(step, intro, tasks, questions, minutes(total))

    def _seconds(self, task: Task) -> float:
        destination = self.library.destinations[COURSE_CONTEXT, task.target]
        sheet = destination.target
        items = len(list(sheet.items())) if isinstance(sheet, Sheet) else 0
        time = self.times.of(destination.address) + items * _CHECK_SECONDS
        return min(time, _LOOK_SECONDS) if task.kind is TaskKind.LOOK else time


def _course_page(view: CourseView, library: Library, fragments: Fragments) -> PageView:
    course = view.course
    words = Words(Renderer(library, course.address.page), COURSE_CONTEXT, TOP)
    shown = {"view": view, "course": course, "page": course.address.page}
    top = SectionView(TOP, course.meta.title, 1, fragments.render("fragments/course/top.html", words=words, **shown))
    steps = tuple(
        SectionView(
            each.step.anchor, each.step.title, 2, fragments.render("fragments/course/step.html", shown=each, **shown)
        )
        for each in view.steps
    )
    return PageView(
        course.address,
        course.meta.title,
        "course.html",
        KIND,
        sections=(top, *steps),
        context={"course": view, "cited": course_sources(course, library)},
        added=course.meta.added.literal,
    )


def _beside(view: CourseView, kind: str, address: Address, title: str) -> PageView:
    """The paper or the answers. They have no kind, so that no search shows an answer, or a false statement as a hit."""
    course = view.course
    return PageView(
        address,
        f"{course.meta.title}：{title}",
        f"course-{kind}.html",
        subject=f"{kind}:{course.id}",
        context={"course": view, "parents": ((course.meta.title, course.address.page),), "crumb": title},
    )
