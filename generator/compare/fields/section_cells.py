"""章节.…: what a part or section of a case's text says first, leading to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...library.evidence import PARAGRAPH, Evidence, Paragraph
from ...library.linking.references import CLAIM, LINK
from ...library.model import Case, Library
from ...library.reading.cases import PARTS, TYPED_ANCHORS
from ...library.rows import Figure
from ...library.sections import Prose, Section
from ...markup.plain import plain
from ..cells import NOT_LISTED, Cell, Entry, Note

SECTION = "章节"
_NOT_A_PARAGRAPH = re.compile(r"(?:[-*+]|\d+\.)\s|>")


def section_names(library: Library) -> list[str]:
    """The five parts, then the headings that the cases give their own sections."""
    own = (section.title for case in library.cases.values() for part in case.parts for section in _own(part))
    return list(dict.fromkeys((*PARTS, *own)))


def section_cell(library: Library, case: Case, title: str) -> Cell:
    """The titles of a part's own sections; of a section, or a part without any, its first paragraph."""
    found = next((section for section in case.sections() if section.title == title), None)
    if found is None:
        return Cell(blank=NOT_LISTED)
    own = list(_own(found))
    if own:
        return Cell(tuple(Entry(s.title, case.id, destination=case.address.at(s.anchor)) for s in own))
    opening = _opening(found)
    return Cell((_told(library, case, found, opening),) if opening else (), NOT_LISTED)


def _own(part: Section) -> Iterator[Section]:
    """The sections below a part that hold text; typed tables have fields of their own."""
    return (section for section in part.sections if section.title not in TYPED_ANCHORS)


def _opening(section: Section) -> str:
    """The first paragraph, before any list or quotation; '' when the section begins with none."""
    paragraphs = (
        text.strip() for block in section.blocks if isinstance(block, Prose) for text in block.text.split("\n\n")
    )
    return next((text for text in paragraphs if text and not _NOT_A_PARAGRAPH.match(text)), "")


def _told(library: Library, case: Case, section: Section, text: str) -> Entry:
    """A paragraph in plain words that lead to its section; what it cites as evidence, its figures with their status."""
    found = [library.destinations.get((case.id, match["target"])) for match in LINK.finditer(text)]
    targets = [destination.target for destination in found if destination]
    paragraphs = dict.fromkeys(target for target in targets if isinstance(target, Paragraph))
    figures = {id(target): target for target in targets if isinstance(target, Figure)}.values()
    # A mark of evidence has no words of its own; it stands after the entry, with those of the whole paragraph.
    words = LINK.sub(lambda match: "" if _is_mark(match["target"]) else match[0], text)
    notes = tuple(Note(row.name, f"{row.quantity.literal}，{row.status.display}{_care(row)}") for row in figures)
    return Entry(
        plain(" ".join(words.split("\n"))),
        case.id,
        Evidence(tuple(paragraphs)),
        notes=notes,
        destination=case.address.at(section.anchor),
    )


def _is_mark(target: str) -> bool:
    """Whether a link is a bare mark of evidence (P14); a claim (claim:P14) has words of its own."""
    return PARAGRAPH.fullmatch(target) is not None and not target.startswith(f"{CLAIM}:")


def _care(figure: Figure) -> str:
    return f"，{figure.mark.value}" if figure.mark else ""
