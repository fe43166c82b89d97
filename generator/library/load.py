"""`content/` to a checked :class:`Library`: read every file, resolve every reference, tell every fault, in one run."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..report import Diagnostics, Position
from .checking.care import check_care, check_superlatives
from .checking.case_context import CaseContext, place_in
from .checking.check import check_case
from .checking.check_courses import check_course
from .checking.check_faq import check_faq
from .checking.check_glossary import check_terms
from .checking.check_handouts import check_file_names, check_handout, handout_texts
from .checking.check_manuals import check_manual
from .checking.check_wordings import check_wordings
from .checking.manual_context import ManualContext
from .course import COURSE_CONTEXT, Course
from .entries import Measure, Source, Term, Vocabulary, Wordings
from .faq import Faq
from .handout_spec import HandoutSpec
from .linking.index import Index
from .linking.link import Linker
from .linking.texts import (
    book_texts,
    case_texts,
    course_texts,
    faq_texts,
    manual_texts,
    page_texts,
    spec_texts,
    term_texts,
)
from .model import Destination, Library, Page
from .reading.cases import CaseReading, read_case
from .reading.content_files import ContentReader
from .reading.manuals import BookReading, read_book
from .sections import Prose
from .strict_yaml import Located
from .table_spec import TableSpec
from .validate import validate


@dataclass(frozen=True)
class _Contents:
    """Everything that was read, before one thing is held against another."""

    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    measures: Mapping[str, Measure]
    wordings: tuple[tuple[str, ...], ...]
    about: Page
    tables: Mapping[str, TableSpec]
    handouts: Mapping[str, HandoutSpec]
    courses: Mapping[str, Course]
    faq: Faq | None
    cases: tuple[CaseReading, ...]
    manuals: BookReading
    located: Mapping[str, Located]
    """The YAML as it stands in its files, by name below content/."""
    broken: frozenset[tuple[str, str]]

    @property
    def table_files(self) -> dict[str, Located]:
        return {id_: self.located[f"tables/{id_}"] for id_ in self.tables}

    @property
    def handout_files(self) -> dict[str, Located]:
        return {id_: self.located[f"handouts/{id_}"] for id_ in self.handouts}

    def handout_words(self) -> Iterator[Prose]:
        """What the handouts themselves say."""
        for id_, spec in self.handouts.items():
            yield from handout_texts(spec, self.located[f"handouts/{id_}"])


def load_library(root: Path, diagnostics: Diagnostics) -> Library | None:
    """Read and check the content of the project at ``root``.

    Every fault goes to ``diagnostics``; the library is None only when a file it cannot do without could not be read.
    """
    read = _read(root, diagnostics)
    if read is None:
        return None
    index = _index(read)
    destinations = _link(index, read, diagnostics)
    _check_lists(read, index, diagnostics)
    _check_handouts(read, index, diagnostics)
    _check_cases(read, index, diagnostics)
    _check_manuals(read, index, diagnostics)
    for course in read.courses.values():
        check_course(course, index, diagnostics)
    if read.faq:
        check_faq(read.faq, diagnostics)
    return Library(
        about=read.about,
        cases=index.cases,
        tables=read.tables,
        sources=read.sources,
        terms=read.terms,
        measures=read.measures,
        vocabulary=read.vocabulary,
        destinations=destinations,
        table_files=read.table_files,
        book=index.book,
        wordings=read.wordings,
        handouts=read.handouts,
        handout_files=read.handout_files,
        courses=read.courses,
        faq=read.faq,
        lists={name: located for name, located in read.located.items() if name.endswith(".yml")},
    )


def _read(root: Path, diagnostics: Diagnostics) -> _Contents | None:
    """Read every file; None when one is missing that a library cannot do without."""
    loader = ContentReader(root, diagnostics)
    if not loader.content.is_dir():
        diagnostics.error(Position("content"), "没有 content/ 文件夹。请在项目所在的文件夹里运行，或用 --root 指明。")
        return None
    vocabulary_yaml = loader.yaml("vocabulary.yml")
    vocabulary = validate(Vocabulary, vocabulary_yaml, "词表", diagnostics) if vocabulary_yaml else None
    sources = loader.entries("sources.yml", "source", Source, "来源")
    terms = loader.entries("terms.yml", "term", Term, "术语")
    measures = loader.entries("measures.yml", "measure", Measure, "可比指标")
    wordings = _wordings(loader, diagnostics)
    about, tables, handouts, courses = loader.about(), loader.tables(), loader.handouts(), loader.courses()
    faq = loader.faq()
    cases = tuple(read_case(file, diagnostics) for file in loader.files("cases", ".md", "case"))
    manuals = read_book(root, diagnostics)
    if vocabulary is None or sources is None or terms is None or measures is None or about is None:
        return None
    broken = frozenset(loader.broken | manuals.broken)
    return _Contents(
        vocabulary, sources, terms, measures, wordings, about, tables, handouts, courses, faq, cases, manuals,
        loader.located, broken,
    )  # fmt: skip


def _wordings(loader: ContentReader, diagnostics: Diagnostics) -> tuple[tuple[str, ...], ...]:
    """The groups of wordings.yml, which a library need not have."""
    located = loader.yaml("wordings.yml") if loader.is_there("wordings.yml") else None
    found = validate(Wordings, located, "wordings.yml", diagnostics) if located else None
    if located is None or found is None:
        return ()
    check_wordings(found, located, diagnostics)
    return found.groups


def _index(read: _Contents) -> Index:
    cases = {reading.id: reading.case for reading in read.cases if reading.case}
    faulty = frozenset((reading.id, row_id) for reading in read.cases for row_id in reading.faulty)
    no_case = {("case", reading.id) for reading in read.cases if reading.case is None}
    return Index(
        cases, read.sources, read.terms, read.tables, read.measures, faulty, read.broken | no_case,
        read.manuals.book, read.courses, read.about, frozenset(_lacking(read)),
    )  # fmt: skip


def _lacking(read: _Contents) -> Iterator[str]:
    """The pages that a library has only where it has what they list."""
    has = {"manuals": read.manuals.book, "courses": read.courses, "handouts": read.handouts}
    yield from (name for name, things in has.items() if not things)


def _link(index: Index, read: _Contents, diagnostics: Diagnostics) -> dict[tuple[str, str], Destination]:
    """Resolve every reference there is, before anything is rendered."""
    linker = Linker(index, diagnostics)
    for case in index.cases.values():
        linker.resolve_all(case_texts(case), case.id)
    if index.book:
        linker.resolve_all(book_texts(index.book), "")
        for manual in index.book.manuals.values():
            linker.resolve_all(manual_texts(manual), manual.context)
    for course in index.courses.values():
        linker.resolve_all(course_texts(course), COURSE_CONTEXT)
    linker.resolve_all(page_texts(read.about), "")
    linker.resolve_all(faq_texts(read.faq) if read.faq else (), "")
    linker.resolve_all(term_texts(index.terms, read.located["terms.yml"]), "")
    linker.resolve_all(read.handout_words(), "")
    return linker.destinations


def _check_lists(read: _Contents, index: Index, diagnostics: Diagnostics) -> None:
    for file in read.table_files.values():
        check_superlatives(spec_texts(file), diagnostics)
    check_terms(read.terms, index, read.located["terms.yml"], diagnostics)


def _check_handouts(read: _Contents, index: Index, diagnostics: Diagnostics) -> None:
    check_care(read.handout_words(), diagnostics)
    for id_, handout in read.handouts.items():
        check_handout(id_, handout, read.handout_files[id_], index, diagnostics)
    check_file_names(read.handouts, read.handout_files, diagnostics)


def _check_cases(read: _Contents, index: Index, diagnostics: Diagnostics) -> None:
    for reading in read.cases:
        if reading.case:
            place = place_in(reading.front, reading.case.at)
            check_case(CaseContext(reading.case, index, read.vocabulary, place, diagnostics))


def _check_manuals(read: _Contents, index: Index, diagnostics: Diagnostics) -> None:
    check_care(book_texts(index.book) if index.book else (), diagnostics)
    for manual in index.book.manuals.values() if index.book else ():
        place = place_in(read.manuals.fronts.get(manual.id), manual.at)
        check_manual(ManualContext(manual, index, read.vocabulary, place, diagnostics))
