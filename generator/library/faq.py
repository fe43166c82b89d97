"""按问题找 (content/faq.md): what readers ask in their own words, and where the library answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..report import Position
from .address import Address
from .linking.references import find_references
from .sections import Prose

FAQ = Address("faq.html")
FAQ_FILE = "faq.md"
ANSWER_SCHEMES = (
    "case", "clause", "manual", "sheet", "table", "term", "course", "mech", "org", "site", "fig", "doc",
    "about", "page",
)  # fmt: skip
"""What an entry may lead to: what the library itself tells."""


@dataclass(frozen=True)
class FaqEntry:
    """One question: the ``wordings`` that readers use for it as well, and the links to what answers it, the best first."""

    question: str
    wordings: tuple[str, ...]
    links: Prose
    anchor: str
    at: Position

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets of the links, as written."""
        return tuple(reference.target for reference in find_references(self.links))

    @property
    def places(self) -> tuple[str, ...]:
        """What the links call the cases that they lead to: the words before the colon of their text (西塘：数字)."""
        cases = (reference.text for reference in find_references(self.links) if reference.scheme == "case")
        return tuple(dict.fromkeys(text.partition("：")[0] for text in cases))


@dataclass(frozen=True)
class FaqTopic:
    """A heading and the questions below it."""

    title: str
    anchor: str
    entries: tuple[FaqEntry, ...]


@dataclass(frozen=True)
class Faq:
    """The page: its introduction and its topics."""

    intro: tuple[Prose, ...]
    topics: tuple[FaqTopic, ...]

    def entries(self) -> Iterator[FaqEntry]:
        """All questions in order."""
        for topic in self.topics:
            yield from topic.entries
