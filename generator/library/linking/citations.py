"""Which paragraphs of which sources a case cites: the list at the end of its page."""

from __future__ import annotations

from collections.abc import Iterator

from ..evidence import Paragraph
from ..model import Case, Library
from .references import find_references
from .texts import case_texts, evidenced


def cited_paragraphs(case: Case, library: Library) -> tuple[Paragraph, ...]:
    """Return the paragraphs that the case's page must list, by source and number, each once.

    They are those cited in its tables and prose, and those of its own source that a manual or course cites: their
    evidence marks lead there.
    """
    from_outside = library.outside_citations.get(case.meta.source, frozenset())
    return tuple(sorted({*_from_rows(case), *_from_prose(case, library), *from_outside}))


def _from_rows(case: Case) -> Iterator[Paragraph]:
    for row in evidenced(case):
        yield from row.evidence.paragraphs


def _from_prose(case: Case, library: Library) -> Iterator[Paragraph]:
    for prose in case_texts(case):
        for reference in find_references(prose):
            destination = library.destinations.get((case.id, reference.target))
            if destination and isinstance(destination.target, Paragraph):
                yield destination.target
