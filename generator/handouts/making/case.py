"""A case as blocks: what it is about, its key figures, and its five parts or the sections chosen of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...library.model import Case
from ...library.sections import Prose, Questions, Section
from ...views.cases import places
from ...views.headline import headline_figures
from ..document import Block, Heading, ParagraphKind, Question
from ..inline import plain_runs
from ..setter import Setter
from ..tabular import Row
from .cells import cell, table
from .figures import figure_cards
from .rows import RecordWriter

WRITING_LINES = 4
"""Lines under a question: two or three sentences of handwriting."""


def case_blocks(case: Case, setter: Setter, level: int, chosen: Iterable[str] = ()) -> Iterator[Block]:
    """The blocks of a case, its parts under headings of ``level``; ``chosen`` are the titles of sections, none for all."""
    writer = _CaseWriter(case, setter)
    titles = tuple(chosen)
    yield from writer.top(level, whole=not titles)
    for section in chosen_sections(case, titles):
        yield from writer.section(section, level)


def chosen_sections(case: Case, titles: Iterable[str]) -> tuple[Section, ...]:
    """The sections of a case with one of ``titles``, in its own order; those inside a chosen part come with it."""
    wanted = set(titles)
    if not wanted:
        return case.parts
    found: list[Section] = []
    for part in case.parts:
        if part.title in wanted:
            found.append(part)
        else:
            found.extend(section for section in part.sections if section.title in wanted)
    return tuple(found)


def place_words(case: Case) -> str:
    """Where the case is; a level that the source leaves to be inferred says so."""
    return "、".join("".join(part.text + "（推断）" * part.inferred for part in runs) for runs in places(case))


class _CaseWriter:
    def __init__(self, case: Case, setter: Setter) -> None:
        self.case, self.setter, self.records = case, setter, RecordWriter(case, setter)

    def top(self, level: int, whole: bool) -> Iterator[Block]:
        """The practice in a sentence, identity, and, with the ``whole`` case, the key figures."""
        yield from self.setter.blocks(self.case.summary, self.case.id, ParagraphKind.LEAD)
        yield self._facts()
        figures = headline_figures(self.case)
        if whole and figures:
            yield Heading(level, plain_runs("关键数字"), numbered=False)
            yield figure_cards(figures, self.case.id, self.setter)

    def _facts(self) -> Block:
        meta, source = self.case.meta, self.setter.library.sources[self.case.meta.source]
        facts = (
            ("地点", place_words(self.case)),
            ("牵头", f"{meta.lead.name}（{meta.lead.type}）"),
            ("场景", meta.setting),
            ("来源", source.full_title),
            ("材料截至", source.as_of),
        )
        rows = [Row((cell(plain_runs(name)), cell(plain_runs(text)))) for name, text in facts]
        return table(f"{meta.short}案例概况", ("项目", "内容"), rows, (18, 82))

    def section(self, section: Section, level: int) -> Iterator[Block]:
        """A section with all below it."""
        yield Heading(level, plain_runs(section.title))
        for block in section.blocks:
            if isinstance(block, Prose):
                yield from self.setter.blocks(block, self.case.id)
            elif isinstance(block, Questions):
                yield from questions(self.case, block.items, self.setter)
            else:
                yield from self.records.blocks(block)
        for inner in section.sections:
            yield from self.section(inner, level + 1)


def questions(case: Case, items: Iterable[Prose], setter: Setter, lines: int = WRITING_LINES) -> Iterator[Block]:
    """Questions for discussion, each with lines to write on."""
    for number, item in enumerate(items, start=1):
        yield Question(number, setter.inline(item.text, case.id), lines)
