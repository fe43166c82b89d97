"""data/compare/: what compare.html reads; one script of names, and one of each case's own, loaded only when it is chosen."""

from __future__ import annotations

from collections.abc import Iterator

from ..compare.asking.side_by_side import case_data, index_data
from ..library.model import Library
from ..views.render import DISCLAIMER, edition, mark_classes
from .scripts import assigned, entered

INDEX_PATH = "data/compare/index.js"
INDEX_GLOBAL, CASES_GLOBAL = "window.PracticeCompareIndex", "window.PracticeCompareCases"


def compare_scripts(library: Library) -> Iterator[tuple[str, bytes]]:
    """Return path and bytes of each classic script; their text reaches the page through textContent alone."""
    index = {
        "library": library.about.meta.title,
        "edition": edition(library),
        "disclaimer": DISCLAIMER,
        "marks": mark_classes(),
        **index_data(library),
    }
    yield INDEX_PATH, assigned(INDEX_GLOBAL, index)
    for case in library.cases.values():
        yield f"data/compare/{case.id}.js", entered(CASES_GLOBAL, case.id, case_data(library, case))
