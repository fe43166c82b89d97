"""`content/` to a checked :class:`Library`: read every file, resolve every reference, tell every fault, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from ..report import Diagnostics, Position
from .book import Book
from .checking.care import check_care, check_superlatives
from .checking.case_context import CaseContext, place_in
from .checking.check import check_case
from .checking.check_courses import check_course
from .checking.check_glossary import check_terms
from .checking.check_handouts import check_file_names, check_handout, handout_texts
from .checking.check_manuals import check_manual
from .checking.check_wordings import check_wordings
from .checking.manual_context import ManualContext
from .course import COURSE_CONTEXT, Course
from .entries import Measure, Source, Term, Vocabulary, Wordings
from .handout_spec import HandoutSpec
from .linking.index import Index
from .linking.link import Linker
from .linking.texts import book_texts, case_texts, course_texts, manual_texts, page_texts, spec_texts, term_texts
from .model import Case, Destination, Library, Page
from .reading.cases import CaseReading, read_case
from .reading.content_files import ContentReader
from .reading.manuals import BookReading, read_book
from .sections import Prose
from .strict_yaml import Located
from .table_spec import TableSpec
from .validate import validate


def load_library(root: Path, diagnostics: Diagnostics) -> Library | None:
    """Read and check the content of the project at ``root``.

    Every fault goes to ``diagnostics``; the library is None only when a file it cannot do without could not be read.
    """
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
    about = loader.about()
    tables = loader.tables()
    handouts = loader.handouts()
    courses = loader.courses()
    readings = [read_case(file, diagnostics) for file in loader.files("cases", ".md", "case")]
    manuals = read_book(root, diagnostics)
    if vocabulary is None or sources is None or terms is None or measures is None or about is None:
        return None
    index = _index(readings, sources, terms, tables, measures, loader.broken | manuals.broken, manuals.book, courses)
    handout_files = {id_: loader.located[f"handouts/{id_}"] for id_ in handouts}
    own_words = [prose for id_, spec in handouts.items() for prose in handout_texts(spec, handout_files[id_])]
    destinations = _link(index, about, loader.located["terms.yml"], own_words, diagnostics)
    table_files = {id_: loader.located[f"tables/{id_}"] for id_ in tables}
    for file in table_files.values():
        check_superlatives(spec_texts(file), diagnostics)
    check_terms(terms, index, loader.located["terms.yml"], diagnostics)
    _check_handouts(handouts, handout_files, own_words, index, diagnostics)
    _check_cases(readings, index, vocabulary, diagnostics)
    _check_manuals(manuals, index, vocabulary, diagnostics)
    for course in courses.values():
        check_course(course, index, diagnostics)
    return Library(
        about,
        index.cases,
        tables,
        sources,
        terms,
        measures,
        vocabulary,
        destinations,
        table_files,
        index.book,
        wordings,
        handouts,
        handout_files,
        courses,
        {name: located for name, located in loader.located.items() if name.endswith(".yml")},
    )


def _check_handouts(
    handouts: Mapping[str, HandoutSpec],
    files: Mapping[str, Located],
    own_words: Iterable[Prose],
    index: Index,
    diagnostics: Diagnostics,
) -> None:
    check_care(own_words, diagnostics)
    for id_, handout in handouts.items():
        check_handout(id_, handout, files[id_], index, diagnostics)
    check_file_names(handouts, files, diagnostics)


def _check_cases(
    readings: Iterable[CaseReading], index: Index, vocabulary: Vocabulary, diagnostics: Diagnostics
) -> None:
    for reading in readings:
        if reading.case:
            place = place_in(reading.front, reading.case.at)
            check_case(CaseContext(reading.case, index, vocabulary, place, diagnostics))


def _check_manuals(manuals: BookReading, index: Index, vocabulary: Vocabulary, diagnostics: Diagnostics) -> None:
    check_care(book_texts(index.book) if index.book else (), diagnostics)
    for manual in index.book.manuals.values() if index.book else ():
        place = place_in(manuals.fronts.get(manual.id), manual.at)
        check_manual(ManualContext(manual, index, vocabulary, place, diagnostics))


def _wordings(loader: ContentReader, diagnostics: Diagnostics) -> tuple[tuple[str, ...], ...]:
    """The groups of wordings.yml, which a library need not have."""
    located = loader.yaml("wordings.yml") if loader.is_there("wordings.yml") else None
    found = validate(Wordings, located, "wordings.yml", diagnostics) if located else None
    if located is None or found is None:
        return ()
    check_wordings(found, located, diagnostics)
    return found.groups


def _link(
    index: Index, about: Page, terms_file: Located, handout_words: Iterable[Prose], diagnostics: Diagnostics
) -> dict[tuple[str, str], Destination]:
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
    linker.resolve_all(page_texts(about), "")
    linker.resolve_all(term_texts(index.terms, terms_file), "")
    linker.resolve_all(handout_words, "")
    return linker.destinations


def _index(
    readings: Iterable[CaseReading],
    sources: Mapping[str, Source],
    terms: Mapping[str, Term],
    tables: Mapping[str, TableSpec],
    measures: Mapping[str, Measure],
    broken: Iterable[tuple[str, str]],
    book: Book | None,
    courses: Mapping[str, Course],
) -> Index:
    readings = list(readings)
    cases: dict[str, Case] = {reading.id: reading.case for reading in readings if reading.case}
    faulty = frozenset((reading.id, row_id) for reading in readings for row_id in reading.faulty)
    no_case = {("case", reading.id) for reading in readings if reading.case is None}
    return Index(cases, sources, terms, tables, measures, faulty, frozenset(broken) | no_case, book, courses)
