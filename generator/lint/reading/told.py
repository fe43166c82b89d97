"""Everything that editors wrote as text, cut into paragraphs, each with whose it is: one walk for all rules on words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...compare.judging.judged import FigureInCase
from ...library.linking.texts import row_texts
from ...library.model import Case, Library
from ...library.rows import Row
from ...library.sections import Prose, Questions, RecordTable
from .spoken import Spoken, Stretch, items
from .texts import texts_beside_cases


@dataclass(frozen=True)
class Mention:
    """A figure named from ``start`` to ``end`` of a spoken text; ``linked`` unless it stands there as a bare number."""

    start: int
    end: int
    item: FigureInCase
    linked: bool

    def within(self, stretch: Stretch) -> bool:
        """Whether it stands in this part of the text."""
        return stretch.start <= self.start and self.end <= stretch.end


@dataclass(frozen=True)
class Told:
    """A paragraph with whose it is and the figures that it names, in order.

    ``context`` is that of its references; ``case`` and ``row`` where it is of one.
    """

    spoken: Spoken
    context: str
    case: Case | None = None
    row: Row | None = None
    mentions: tuple[Mention, ...] = ()

    def named_in(self, stretch: Stretch) -> tuple[Mention, ...]:
        """The figures named in a part of the paragraph."""
        return tuple(mention for mention in self.mentions if mention.within(stretch))


def told_by(cases: Iterable[Case], library: Library) -> Iterator[Told]:
    """The paragraphs, items and cells of ``cases``, then those of manuals, courses and handouts."""
    for case in cases:
        for prose, row in _case_texts(case):
            for spoken in items(prose):
                yield Told(spoken, case.id, case, row)
    for prose, context in texts_beside_cases(library):
        for spoken in items(prose):
            yield Told(spoken, context)


def _case_texts(case: Case) -> Iterator[tuple[Prose, Row | None]]:
    """All of a case but its questions, which ask and tell nothing."""
    yield case.summary, None
    for section in case.sections():
        for block in section.blocks:
            if isinstance(block, RecordTable):
                yield from ((prose, row) for row in block.rows for prose in row_texts(row))
            elif not isinstance(block, Questions):
                yield block, None
