"""What is called by a name of its own, and so must be written as everybody writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...library.checking.care import WORK
from ...library.linking.references import CLAIM, LINK
from ...library.model import Library
from ...library.rows import Document, Figure, Honour, Mechanism, Organisation, Row, Site
from .texts import plain

SHORTEST, LONGEST = 6, 24
"""Characters of a name. A shorter one is a word like any other, a longer list item is a sentence; titles may be of any length."""
SHORTEST_PART = 4
"""Characters of what a mechanism or organisation is made of: 党建引领、三级联动 are names one behind the other."""
LONGEST_QUOTED = 15
"""Characters between “ and ”: a slogan or a word spoken of. What is longer is a quotation, and belongs in one."""
_QUOTED = re.compile("“[^”]*”")


@dataclass(frozen=True)
class Names:
    """All names, spelled as texts are compared, by their first characters."""

    by_start: dict[str, tuple[str, ...]]

    def marks(self, key: str, text: str, origins: tuple[int, ...]) -> list[bool]:
        """For each character of ``key``, which was spelled from ``text``, whether it belongs to a name."""
        marked = [False] * len(key)
        for at in range(len(key) - SHORTEST_PART + 1):
            for name in self.by_start.get(key[at : at + SHORTEST_PART], ()):
                if key.startswith(name, at):
                    marked[at : at + len(name)] = [True] * len(name)
        inside = {place for start, end in _marked_names(text) for place in range(start, end)}
        return [known or origins[at] in inside for at, known in enumerate(marked)]


def _marked_names(text: str) -> Iterator[tuple[int, int]]:
    """Where titles in 《》, short quotations and claims marked as the source's own stand."""
    yield from (link.span("text") for link in LINK.finditer(text) if link["target"].startswith(f"{CLAIM}:"))
    yield from (match.span() for match in WORK.finditer(text))
    yield from (match.span() for match in _QUOTED.finditer(text) if SHORTEST <= len(match[0]) - 2 <= LONGEST_QUOTED)


def listed_names(library: Library) -> Names:
    """The names that the library lists."""
    found: dict[str, dict[str, None]] = {}
    for shortest, names in ((SHORTEST, _names(library)), (SHORTEST_PART, _parts(library))):
        for name in names:
            key = plain(name)
            if len(key) >= shortest:
                found.setdefault(key[:SHORTEST_PART], {})[key] = None
    return Names({start: tuple(names) for start, names in found.items()})


def _names(library: Library) -> Iterator[str]:
    for source in library.sources.values():
        yield from (source.full_title, source.publisher, "".join(source.authors), *source.authors)
    for name, term in library.terms.items():
        yield from _short((name, *term.synonyms))
    for case in library.cases.values():
        yield case.meta.lead.name
        for row in case.all_rows():
            yield from _of_row(row)


def _of_row(row: Row) -> Iterator[str]:
    if isinstance(row, Document | Organisation | Honour):
        yield row.label
    if isinstance(row, Site | Mechanism | Figure):
        yield from _short((row.label,))


def _parts(library: Library) -> Iterator[str]:
    for case in library.cases.values():
        for mechanism in case.rows(Mechanism):
            yield from _short(mechanism.parts)
        for organisation in case.rows(Organisation):
            yield from _short(organisation.members)


def _short(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if len(name) <= LONGEST)
