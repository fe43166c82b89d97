"""Which paragraphs of which sources a case cites: the list at the end of its page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .evidence import Paragraph
from .model import Case, Destination
from .references import find_references
from .texts import case_texts, evidenced


def cited_paragraphs(case: Case, destinations: Mapping[tuple[str, str], Destination]) -> tuple[Paragraph, ...]:
    """Return the paragraphs cited in the case's tables and prose, by source and number, each once."""
    return tuple(sorted(set(_from_rows(case)) | set(_from_prose(case, destinations))))


def _from_rows(case: Case) -> Iterator[Paragraph]:
    for row in evidenced(case):
        yield from row.evidence.paragraphs


def _from_prose(case: Case, destinations: Mapping[tuple[str, str], Destination]) -> Iterator[Paragraph]:
    for prose in case_texts(case):
        for reference in find_references(prose):
            destination = destinations.get((case.id, reference.target))
            if destination and isinstance(destination.target, Paragraph):
                yield destination.target
