"""A case as pieces: what it is about, its key figures, its five parts and their sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...library.model import Case, Library
from ...library.sections import Prose, Questions, Section
from ...views.cases import places
from ...views.headline import headline_figures
from ..document import Block, Heading, ParagraphKind, Question
from ..inline import plain_runs
from ..setter import Setter
from ..tabular import Row
from .cells import cell, table
from .figures import KEY_FIGURES, figure_cards
from .pieces import Piece
from .rows import RecordWriter

FIGURES_ID = "key-figures"
WRITING_LINES = 4
"""Lines under a question: two or three sentences of handwriting."""


def case_pieces(case: Case, setter: Setter) -> Iterator[Piece]:
    """The pieces of a case: what opens it, its key figures, its parts and their sections."""
    writer = _CaseWriter(case, setter)
    yield Piece("", "", 0, tuple(writer.top()))
    figures = headline_figures(case)
    if figures:
        blocks = (_heading(KEY_FIGURES, 1, numbered=False), figure_cards(figures, case.id, setter))
        yield Piece(FIGURES_ID, KEY_FIGURES, 1, blocks)
    for part in case.parts:
        yield from writer.section(part, 1)


def place_words(case: Case) -> str:
    """Where the case is; a level that the source leaves to be inferred says so."""
    return "、".join("".join(part.text + "（推断）" * part.inferred for part in runs) for runs in places(case))


def case_facts(case: Case, library: Library) -> tuple[tuple[str, str], ...]:
    """What identifies a case, each with its name: place, who leads, setting, source, as of when."""
    meta, source = case.meta, library.sources[case.meta.source]
    return (
        ("地点", place_words(case)),
        ("牵头", f"{meta.lead.name}（{meta.lead.type}）"),
        ("场景", meta.setting),
        ("来源", source.full_title),
        ("材料截至", source.as_of),
    )


class _CaseWriter:
    def __init__(self, case: Case, setter: Setter) -> None:
        self.case, self.setter, self.records = case, setter, RecordWriter(case, setter)

    def top(self) -> Iterator[Block]:
        """The practice in a sentence, and what identifies the case."""
        yield from self.setter.blocks(self.case.summary, self.case.id, ParagraphKind.LEAD)
        yield self._facts()

    def _facts(self) -> Block:
        facts = case_facts(self.case, self.setter.library)
        rows = [Row((cell(plain_runs(name)), cell(plain_runs(text)))) for name, text in facts]
        return table(f"{self.case.meta.short}案例概况", ("项目", "内容"), rows, (18, 82))

    def section(self, section: Section, depth: int) -> Iterator[Piece]:
        """A section, then all below it."""
        blocks = (_heading(section.title, depth), *self._blocks(section))
        yield Piece(section.anchor, section.title, depth, blocks)
        for inner in section.sections:
            yield from self.section(inner, depth + 1)

    def _blocks(self, section: Section) -> Iterator[Block]:
        for block in section.blocks:
            if isinstance(block, Prose):
                yield from self.setter.blocks(block, self.case.id)
            elif isinstance(block, Questions):
                yield from questions(self.case, block.items, self.setter)
            else:
                yield from self.records.blocks(block)


def _heading(title: str, level: int, numbered: bool = True) -> Heading:
    return Heading(level, plain_runs(title), numbered=numbered)


def questions(case: Case, items: Iterable[Prose], setter: Setter, lines: int = WRITING_LINES) -> Iterator[Block]:
    """Questions for discussion, each with lines to write on."""
    for number, item in enumerate(items, start=1):
        yield Question(number, setter.inline(item.text, case.id), lines)
