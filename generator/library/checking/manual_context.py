"""What one manual is checked against: shared by the rules on its front page, its clauses and its names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...report import Diagnostics, Position
from ..book import Manual
from ..entries import Vocabulary
from ..linking.index import Index
from ..sections import Prose
from ..strict_yaml import Path


@dataclass(frozen=True)
class ManualContext:
    """A manual with what it is checked against. ``place`` gives the position of a front-matter value."""

    manual: Manual
    index: Index
    vocabulary: Vocabulary
    place: Callable[[Path], Position]
    diagnostics: Diagnostics

    @property
    def has_lost_part(self) -> bool:
        """Whether a whole file of the manual could not be read, which was told: what it holds is not known."""
        return ("part", self.manual.id) in self.index.broken

    def names(self) -> Iterator[tuple[str, Prose]]:
        """Everything short that a page shows and that may hold no reference, with what it is called."""
        meta, manual = self.manual.meta, self.manual
        yield "题头 title", Prose(meta.title, self.place(("title",)))
        yield "题头 short", Prose(meta.short, self.place(("short",)))
        for role, words in meta.roles.items():
            yield "题头 roles", Prose(role, self.place(("roles", role)))
            yield "题头 roles", Prose(words, self.place(("roles", role)))
        for section in manual.sections:
            yield "标题", Prose(section.title, section.at)
        for chapter in manual.chapters:
            yield "题头 title", Prose(chapter.title, Position(chapter.at.path, 2))
            for clause in chapter.clauses:
                yield "标题", Prose(clause.title, clause.at)
        for sheet in manual.sheets:
            yield "题头 title", Prose(sheet.title, Position(sheet.at.path, 2))
            for part in sheet.sections:
                yield "标题", Prose(part.title, part.at)
