"""The first page: search, three doors, the cases, the tables as questions, and what the library holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..library.address import Address
from ..library.book import Manual
from ..library.model import Library
from ..library.rows import Document, Figure, Mechanism
from ..markup.plain import plain
from .facets import Facets
from .listing import case_card
from .page import PageView

ADDRESS = Address("index.html")


@dataclass(frozen=True)
class Holding:
    """One line of what the library holds."""

    count: int
    name: str
    address: Address | None = None


def home_view(library: Library, facets: Facets) -> PageView:
    """Make the first page."""
    mechanisms = next(facet for facet in facets.facets if facet.name == "机制类别")
    widest = sorted(mechanisms.values, key=lambda value: -len(value.cases))[:8]
    return PageView(
        ADDRESS,
        library.about.meta.title,
        "home.html",
        context={
            "cards": [case_card(case, library, ADDRESS.page) for case in library.cases.values()],
            "mechanisms": widest,
            "holdings": holdings(library),
            "summaries": {manual.id: plain(manual.summary.text) for manual in _manuals(library)},
        },
    )


def _manuals(library: Library) -> Iterable[Manual]:
    return library.book.manuals.values() if library.book else ()


def holdings(library: Library) -> list[Holding]:
    """Count what the library holds."""
    cases = library.cases.values()
    book = [Holding(len(library.clauses), "指引条款", library.book.address)] if library.book else []
    return [
        Holding(len(library.cases), "案例", Address("cases/index.html")),
        Holding(sum(len(case.rows(Mechanism)) for case in cases), "机制"),
        Holding(sum(len(case.rows(Figure)) for case in cases), "数字"),
        Holding(sum(len(case.rows(Document)) for case in cases), "文件与标准"),
        *book,
        Holding(len(library.tables), "对照表", Address("tables/index.html")),
        Holding(len(library.terms), "术语", Address("terms.html")),
        Holding(len(library.sources), "来源", Address("sources.html")),
    ]
