"""Synonyms of terms.yml: words that stand for one another. The browser's twin is in ``theme/static/search-names.js``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from ..library.model import Library
from .analysis import fold

Group = tuple[str, ...]
SHORTEST = 2
"""A member of fewer characters is no word of a longer query."""


def synonym_groups(library: Library) -> list[Group]:
    """Return the words of each term that has synonyms, the term first."""
    return [(name, *term.synonyms) for name, term in library.terms.items() if term.synonyms]


@dataclass(frozen=True)
class Within:
    """A member found in a longer query at folded characters ``start`` to ``end``, and what stands for it."""

    start: int
    end: int
    alternatives: Group


@dataclass(frozen=True)
class Synonyms:
    """Groups of words, looked up by folded text."""

    groups: tuple[Group, ...]

    @cached_property
    def _others(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for group in self.groups:
            words = {fold(word): word for word in reversed(group)}
            for member in words:
                others = found.setdefault(member, {})
                for folded in map(fold, group):
                    if folded != member:
                        others.setdefault(folded, words[folded])
        return found

    def of(self, folded: str) -> Group:
        """Return the other members of the groups of ``folded``, as written; none when it is no member."""
        return tuple(self._others.get(folded, {}).values())

    def within(self, folded: str) -> list[Within]:
        """Return the members that a longer query holds, longest first, none inside another."""
        taken: list[Within] = []
        for start, end in sorted(self._places(folded), key=lambda place: (place[0] - place[1], place[0])):
            if all(end <= other.start or start >= other.end for other in taken):
                taken.append(Within(start, end, self.of(folded[start:end])))
        return taken

    def _places(self, folded: str) -> Iterable[tuple[int, int]]:
        lengths = {len(member) for member in self._others if SHORTEST <= len(member) < len(folded)}
        for start in range(len(folded)):
            for length in lengths:
                if folded[start : start + length] in self._others and start + length <= len(folded):
                    yield start, start + length
