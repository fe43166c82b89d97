"""All words of the library with their places: what the rules that look across it read."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ...library.checking.check_handouts import handout_texts
from ...library.course import COURSE_CONTEXT
from ...library.linking.texts import (
    book_texts,
    case_texts,
    course_texts,
    faq_texts,
    manual_texts,
    page_texts,
    spec_texts,
    term_texts,
    word_cells,
)
from ...library.model import Case, Library
from ...library.sections import Prose
from ...search.analysis import fold

TERMS = "terms.yml"


def prose_texts(library: Library) -> Iterator[Prose]:
    """Everything that is told in sentences, file by file, without the glossary."""
    yield from page_texts(library.about)
    for case in library.cases.values():
        yield from case_texts(case)
    yield from (prose for prose, _ in texts_beside_cases(library))
    for course in library.courses.values():
        for question in course.questions():
            yield from question.plain_texts()
    yield from spec_files_texts(library)


def texts_beside_cases(library: Library) -> Iterator[tuple[Prose, str]]:
    """The text of manuals, courses, readers' questions and handouts that may hold references, each with their context."""
    if library.book:
        yield from ((prose, "") for prose in book_texts(library.book))
        for manual in library.book.manuals.values():
            yield from ((prose, manual.context) for prose in manual_texts(manual))
    for course in library.courses.values():
        yield from ((prose, COURSE_CONTEXT) for prose in course_texts(course))
    yield from ((prose, "") for prose in (faq_texts(library.faq) if library.faq else ()))
    for id_, handout in library.handouts.items():
        yield from ((prose, "") for prose in handout_texts(handout, library.handout_files[id_]))


def spec_files_texts(library: Library) -> Iterator[Prose]:
    """The words of the comparison tables' specs."""
    for file in library.table_files.values():
        yield from spec_texts(file)


def glossary_texts(library: Library) -> Iterator[Prose]:
    """The definitions of the glossary."""
    if TERMS in library.lists:
        yield from term_texts(library.terms, library.lists[TERMS])


def list_texts(library: Library) -> Iterator[Prose]:
    """The words of sources, measures and the other lists; of sources without what they cite of each paragraph."""
    for name, located in library.lists.items():
        if name != TERMS:
            yield from spec_texts(located)


def cell_texts(case: Case) -> Iterator[Prose]:
    """The cells of a case's tables that hold words and no references: names, conditions, scopes; not the ids."""
    for row in case.all_rows():
        for column, text in word_cells(row):
            if text and column != "编号":
                yield Prose(text, row.cells[column])


def title_texts(library: Library) -> Iterator[Prose]:
    """Titles and headings of cases, manuals and courses, and readers' questions."""
    for case in library.cases.values():
        yield Prose(f"{case.meta.title}\n{case.meta.short}\n{case.meta.lead.name}", case.at)
        yield from (Prose(section.title, section.at) for section in case.sections())
    for course in library.courses.values():
        yield Prose(f"{course.meta.title}\n{course.meta.audience}", course.at)
        yield from (Prose(step.title, step.at) for step in course.steps)
    for entry in library.faq.entries() if library.faq else ():
        yield Prose(entry.question, entry.at)
    for manual in library.book.manuals.values() if library.book else ():
        yield Prose("\n".join((manual.meta.title, *manual.meta.roles, *manual.meta.roles.values())), manual.at)
        yield from (Prose(chapter.title, chapter.at) for chapter in manual.chapters)
        yield from (Prose(clause.title, clause.at) for clause in manual.clauses())


GAP = "\0"
"""Stands in a spelled text for what is left out of it, so that no run reaches across."""


class _Spelling(dict[int, str]):
    """How each character is spelled, for ``str.translate``; entries are made when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = "".join(each for each in fold(chr(code)) if unicodedata.category(each)[0] in "LN")
        return self[code]


_SPELLING = _Spelling({ord(GAP): GAP})


def plain(text: str) -> str:
    """A text as texts are compared: folded as for search, punctuation and spaces dropped."""
    return text.translate(_SPELLING)
