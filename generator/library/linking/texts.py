"""Every piece of text that may hold references, wherever it stands: one walk that linking and checking share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..book import Blanks, Book, Checks, Clause, Manual, Sheet
from ..course import Course
from ..entries import Term
from ..faq import Faq
from ..model import Case, Page
from ..rows import Edge, Organisation, Row
from ..sections import Prose, Questions, RecordTable, Section
from ..strict_yaml import Located


def section_texts(section: Section) -> Iterator[Prose]:
    """The prose, questions and text cells of one section, without its subsections."""
    for block in section.blocks:
        if isinstance(block, Prose):
            yield block
        elif isinstance(block, Questions):
            yield from block.items
        elif isinstance(block, RecordTable):
            for row in block.rows:
                yield from row_texts(row)


def row_texts(row: Row) -> Iterator[Prose]:
    """The cells of a row that may hold references, as prose at the cell's place."""
    for column, value in row.texts():
        if value:
            yield Prose(value, row.cells.get(column, row.at))


def word_cells(row: Row) -> Iterator[tuple[str, str]]:
    """The columns of a row that may hold no reference, with their words; a list gives each of its items."""
    for name, field in type(row).model_fields.items():
        value, column = getattr(row, name), field.alias or ""
        if column and column not in row.linked and column in row.cells:
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str):
                    yield column, text


def case_texts(case: Case) -> Iterator[Prose]:
    """All text of a case, in reading order."""
    yield case.summary
    for section in case.sections():
        yield from section_texts(section)


def book_texts(book: Book) -> Iterator[Prose]:
    """The text of the manuals' common front page."""
    yield from book.intro
    for section in book.sections:
        yield from section_texts(section)


def manual_texts(manual: Manual) -> Iterator[Prose]:
    """All text of a manual: its front page, its chapters, its checklists and forms."""
    yield manual.summary
    for section in manual.sections:
        yield from section_texts(section)
    for chapter in manual.chapters:
        yield from chapter.intro
        for clause in chapter.clauses:
            yield from clause_texts(clause)
    for sheet in manual.sheets:
        yield from sheet_texts(sheet)


def clause_texts(clause: Clause) -> Iterator[Prose]:
    """A clause's text, its record and its notes."""
    yield clause.text
    yield Prose(clause.duty.record.text, clause.duty.cells["记录"])
    yield from clause.notes


def sheet_texts(sheet: Sheet) -> Iterator[Prose]:
    """The text of a checklist or form: prose, items, filled cells."""
    yield from sheet.intro
    for section in sheet.sections:
        for block in section.blocks:
            if isinstance(block, Checks):
                yield from (item.text for item in block.items)
            elif isinstance(block, Blanks):
                yield from block.cells
            else:
                yield block


def course_texts(course: Course) -> Iterator[Prose]:
    """The text of a course that may hold references: all but what its questions ask."""
    yield from course.intro
    for step in course.steps:
        yield from step.intro
        yield from (task.text for task in step.tasks)
        for question in step.questions:
            yield from question.told_texts()


def faq_texts(faq: Faq) -> Iterator[Prose]:
    """The text of the questions' page that may hold references: its introduction, and where each question is answered."""
    yield from faq.intro
    yield from (entry.links for entry in faq.entries())


def page_texts(page: Page) -> Iterator[Prose]:
    """The text of a page of plain prose."""
    yield from (block for block in page.intro if isinstance(block, Prose))
    for section in page.sections:
        for part in section.walk():
            yield from section_texts(part)


def term_texts(terms: Mapping[str, Term], located: Located) -> Iterator[Prose]:
    """The definitions of the glossary; ``located`` is terms.yml."""
    for name, term in terms.items():
        if term.definition:
            yield Prose(term.definition, located.position((name, "definition")))


def spec_texts(located: Located) -> Iterator[Prose]:
    """Every word of a .yml file's values, at its place."""
    for path, at in located.positions.items():
        value: object = located.value
        for part in path:
            value = value[part] if isinstance(value, dict | list) else None  # type: ignore[index]
        if isinstance(value, str):
            yield Prose(value, at)


def evidenced(case: Case) -> Iterator[Row | Edge]:
    """Everything of a case that has a 依据 cell."""
    for row in case.all_rows():
        yield row
        if isinstance(row, Organisation):
            yield from row.edges[1:] if row.relation else row.edges
