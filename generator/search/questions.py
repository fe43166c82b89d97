"""What readers ask in their own words (content/faq.md), for search: it leads a question on to where the library answers it."""

from __future__ import annotations

from dataclasses import dataclass

from ..library.address import Address
from ..library.faq import FAQ
from ..library.linking.link_site import PAGES
from ..library.model import Library


@dataclass(frozen=True)
class Asked:
    """A question with its other ``wordings``, where it is listed, and what answers it, the best first.

    ``places``: the cases that it is about, as readers call them; none for a question of no case.
    """

    question: str
    wordings: tuple[str, ...]
    address: Address
    places: tuple[str, ...]
    answers: tuple[Address, ...]

    @property
    def leads_to_a_page(self) -> bool:
        """Whether one of the site's own pages answers it, which search itself leaves out."""
        return any(answer in PAGES.values() for answer in self.answers)


def library_questions(library: Library) -> list[Asked]:
    """Return all questions in the order of their page; none for a library that has no such page."""
    return [
        Asked(
            entry.question,
            entry.wordings,
            FAQ.at(entry.anchor),
            entry.places,
            tuple(library.destinations["", target].address for target in entry.targets),
        )
        for entry in (library.faq.entries() if library.faq else ())
    ]
