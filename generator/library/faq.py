"""按问题找 (content/faq.md): what readers ask in their own words, and where the library answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..report import Position
from .address import Address
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
    """One question: the ``wordings`` that readers use for it as well, and the links to what answers it, the best first.

    ``targets`` are those links' targets as written; ``places`` what they call the cases that they lead to (西塘 of 西塘：数字).
    """

    question: str
    wordings: tuple[str, ...]
    links: Prose
    targets: tuple[str, ...]
    places: tuple[str, ...]
    anchor: str
    at: Position


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
