"""data/courses.js: what my.html tells of the courses that a reader keeps, of which it has only steps and answers by their keys."""

from __future__ import annotations

from ..library.course import Course
from ..library.model import Library
from .scripts import assigned

PATH = "data/courses.js"
_GLOBAL = "window.PracticeCourseList"


def courses_script(library: Library) -> bytes:
    """Return a classic script that assigns ``id → {title, page, steps: [[anchor, title], …], questions: [key, …]}`` to one global."""
    told = {course.id: _told(course) for course in library.courses.values()}
    return assigned(_GLOBAL, told)


def _told(course: Course) -> dict[str, object]:
    return {
        "title": course.meta.title,
        "page": course.address.page,
        "steps": [[step.anchor, step.title] for step in course.steps],
        "questions": [question.key for question in course.questions()],
    }
