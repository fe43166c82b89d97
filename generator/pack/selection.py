"""A part of the library to hand on: the pages chosen as they are, in place of every other one a page that says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ..library.course import BESIDE, COURSES
from ..library.model import Library
from ..report import not_among
from ..views.page import TOP, PageView, SectionView
from .bundle import PackError

_PARTS = ("cases", "tables", "manuals", COURSES)
_COMPARE = "compare"
_LISTS = ("cases/index.html", "manuals/index.html", f"{COURSES}/index.html")
"""Kept whatever is chosen; the list of tables is not, for it leads to files."""
_SHOWN = 30


@dataclass(frozen=True)
class Selection:
    """What is handed on, as it was asked for: ``cases/xitang``, ``tables``, ``courses/rumen``, ``compare``."""

    names: tuple[str, ...]

    def applied(self, pages: Sequence[PageView]) -> list[PageView]:
        """The pages, those left out replaced; what leads into the library (home, lists, terms, sources) is never left out."""
        told = [page for page in pages if self._is_named(page)]
        return [page if self._is_kept(page) else _left_out(page, told) for page in pages]

    def _is_kept(self, page: PageView) -> bool:
        path = page.address.page
        leads = path in _LISTS or ("/" not in path and path != f"{_COMPARE}.html")
        return leads or self._is_named(page)

    def _is_named(self, page: PageView) -> bool:
        path = page.address.page
        return any(path == f"{name}.html" or path.startswith(f"{name}/") for name in self._pages)

    @property
    def _pages(self) -> set[str]:
        """The names with those of a course's paper and answers, which go where the course goes."""
        beside = (f"{name}{end}" for name in self.names if name.startswith(f"{COURSES}/") for end in BESIDE)
        return {*self.names, *beside}


def selected(names: Iterable[str], library: Library) -> Selection:
    """The selection of these names. Raises PackError for one that is no part of the library."""
    known = (
        *_PARTS,
        *(f"cases/{id_}" for id_ in library.cases),
        *(f"tables/{id_}" for id_ in library.tables),
        *(f"manuals/{id_}" for id_ in (library.book.manuals if library.book else ())),
        *(f"{COURSES}/{id_}" for id_ in library.courses),
        *(["handouts"] if library.handouts else []),
        _COMPARE,
    )
    wanted = tuple(dict.fromkeys(name.strip("/").removesuffix(".html") for name in names))
    faults = [not_among("--only：内容", name, known) for name in wanted if name not in known]
    if faults:
        raise PackError("\n".join(faults))
    return Selection(wanted)


def _left_out(page: PageView, told: Sequence[PageView]) -> PageView:
    """The page that stands in place of ``page``; it names those of ``told`` that were asked for by themselves."""
    here = [(other.title, other.address) for other in told if other.kind and not _is_inner(other)]
    return PageView(
        page.address,
        page.title,
        "left-out.html",
        sections=(SectionView(TOP, page.title, 1, Markup("")),),
        context={"crumb": page.context.get("crumb", page.title), "here": here[:_SHOWN]},
        in_book=page.in_book,
    )


def _is_inner(page: PageView) -> bool:
    """A chapter or sheet, to which its manual's front page leads."""
    return page.in_book and not page.address.page.endswith("/index.html")
