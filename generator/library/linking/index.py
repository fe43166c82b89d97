"""Everything a reference can lead to, by id, and what was told as wrong and so is not told again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..book import FOLDER, Book
from ..course import Course
from ..entries import Measure, Source, Term
from ..evidence import Paragraph
from ..model import Case, Page, home_cases
from ..table_spec import TableSpec

_PAGE = re.compile(
    r"(?:\.{0,2}/)*(?:content/|output/)?(?:(?P<folder>cases|tables|courses|manuals)/)?(?P<id>[a-z0-9-]+)"
    r"(?:/index)?(?:\.(?:html?|md|yml|csv|xlsx))?(?:#.*)?"
)


@dataclass(frozen=True)
class Index:
    """Everything a reference can lead to, by id, and what was told as wrong and so is not told again.

    ``faulty`` holds (case, row id); ``broken`` holds ("case" | "source" | "term" | "measure" | "table" | "course", id) and what
    BookReading says of manuals.
    """

    cases: Mapping[str, Case]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    tables: Mapping[str, TableSpec]
    measures: Mapping[str, Measure]
    faulty: frozenset[tuple[str, str]] = frozenset()
    broken: frozenset[tuple[str, str]] = frozenset()
    book: Book | None = None
    courses: Mapping[str, Course] = field(default_factory=dict)
    about: Page | None = None
    lacking: frozenset[str] = frozenset()
    """Pages of ``page:`` links that this library does not have."""

    @cached_property
    def homes(self) -> Mapping[str, Case]:
        """The case written from each source."""
        return home_cases(self.cases)

    def own_source(self, context: str) -> str:
        """The source that a bare ``P14`` means in a case or manual; '' elsewhere."""
        if context in self.cases:
            return self.cases[context].meta.source
        manuals = self.book.manuals if self.book else {}
        manual = manuals.get(context.removeprefix(f"{FOLDER}/"))
        return manual.meta.source if manual and context == manual.context else ""

    def named_by(self, path: str) -> str:
        """What a link to a file or page names, as a reference would be written: ``case:yi`` for ``../cases/yi.html``; '' for nothing."""
        match = _PAGE.fullmatch(path)
        manuals = self.book.manuals if self.book else {}
        known = {"case": self.cases, "table": self.tables, "course": self.courses, "manual": manuals}
        for kind, things in known.items() if match else ():
            if match and match["id"] in things and match["folder"] in (None, f"{kind}s"):
                return f"{kind}:{match['id']}"
        return ""

    def told(self, paragraph: Paragraph, own_source: str) -> bool:
        """Whether the paragraph's source was already told as wrong: in sources.yml, or in the front matter that names it."""
        misnamed = own_source == paragraph.source and paragraph.source not in self.sources
        return misnamed or ("source", paragraph.source) in self.broken
