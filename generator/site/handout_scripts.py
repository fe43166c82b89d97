"""data/handouts/: what my.html makes handouts from; one script for each case, manual, table and source, loaded only when used."""

from __future__ import annotations

from collections.abc import Container, Iterator

from ..handouts.asking import EXCERPT, LONGEST_SUBTITLE
from ..handouts.browser.closing import head_data, sources_data, terms_data
from ..handouts.browser.paper import paper_css
from ..handouts.browser.units import units
from ..handouts.document import FOOTER, LONG
from ..handouts.docx.office import office_data
from ..handouts.docx.writer import ABOVE_TITLE, TITLE_LINE
from ..handouts.orientation import NEAR
from ..library.model import Library
from ..views.orgchart.text import BREAKING
from ..views.render import edition
from .scripts import assigned, entered

FOLDER = "data/handouts"
_GLOBAL = "window.PracticeHandout"


def handout_scripts(library: Library, offered: Container[str]) -> Iterator[tuple[str, bytes]]:
    """Return path and bytes of each classic script, and of the style of the paper.

    ``offered`` are the names (``case:xitang``) of what the site's pages offer to a reader's basket.
    """
    yield f"{FOLDER}/common.js", assigned(f"{_GLOBAL}Common", _common(library))
    yield f"{FOLDER}/office.js", assigned(f"{_GLOBAL}Office", office_data(library.about.meta.compiler))
    yield f"{FOLDER}/terms.js", assigned(f"{_GLOBAL}Terms", terms_data(library))
    yield f"{FOLDER}/paper.css", paper_css().encode()
    for key, told in sources_data(library).items():
        yield f"{FOLDER}/source-{key}.js", entered(f"{_GLOBAL}Sources", key, told)
    for unit in units(library, offered):
        yield f"{FOLDER}/{unit.kind}-{unit.id}.js", entered(f"{_GLOBAL}Units", unit.name, unit.data)


def _common(library: Library) -> dict[str, object]:
    about = library.about.meta
    return {
        "library": about.title, "licence": about.licence, "compiler": about.compiler, "edition": edition(library), "line": FOOTER, "longFrom": LONG,
        "sources": head_data(), "breaking": BREAKING,
        "rules": _rules(),
    }  # fmt: skip


def _rules() -> dict[str, object]:
    """What the page goes by when it composes, as the writers of Python do."""
    return {
        "titleLine": TITLE_LINE, "aboveTitle": ABOVE_TITLE, "near": NEAR, "longestSubtitle": LONGEST_SUBTITLE, "excerpt": EXCERPT,
    }  # fmt: skip
