"""A manual as pieces: what it is, its clauses with duty and evidence, its checklists and forms to write in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...library.book import Chapter, Clause, Manual
from ...library.duty import ADVISED, Said
from ...library.rows import Document
from ...library.sections import Prose
from ...markup.plain import plain
from ..document import Block, Heading, PageBreak, Paragraph, ParagraphKind
from ..inline import Run, RunKind, Runs, plain_runs
from ..setter import Setter
from ..tabular import Row
from .cells import cell, table, word_cell
from .pieces import Piece
from .sheet import sheet_blocks

FRONT = "前言和分工"
_LEVEL = 1
"""Of a chapter's heading; clauses are one below."""


def manual_pieces(manual: Manual, setter: Setter) -> Iterator[Piece]:
    """The pieces of a manual: what opens it, its own front pages, chapters and their clauses, checklists and forms."""
    writer = _ManualWriter(manual, setter)
    yield Piece("", "", 0, tuple(writer.top()))
    yield Piece("front", FRONT, 1, tuple(writer.front()))
    for chapter in manual.chapters:
        yield Piece(chapter.key, chapter.title, 1, tuple(writer.chapter(chapter)))
        for clause in chapter.clauses:
            yield Piece(clause.address.anchor, clause.label, 2, tuple(writer.clause(clause)))
    for sheet in manual.sheets:
        blocks = (PageBreak(), *sheet_blocks(sheet, manual.context, setter, _LEVEL))
        yield Piece(sheet.id, sheet.title, 1, blocks)


class _ManualWriter:
    def __init__(self, manual: Manual, setter: Setter) -> None:
        self.manual, self.setter = manual, setter

    def _prose(self, prose: Prose, kind: ParagraphKind = ParagraphKind.BODY) -> tuple[Block, ...]:
        return self.setter.blocks(prose, self.manual.context, kind)

    def top(self) -> Iterator[Block]:
        """What the manual is for, how much of it is advice, and what it must not be taken for."""
        yield from self._prose(self.manual.summary, ParagraphKind.LEAD)
        clauses = list(self.manual.clauses())
        advice = sum(clause.duty.is_advice for clause in clauses)
        counted = f"{len(self.manual.chapters)} 章 {len(clauses)} 条：{len(clauses) - advice} 条有案例依据，{advice} 条是建议。"
        yield Paragraph(plain_runs(f"全书 {counted}"), ParagraphKind.SMALL)
        official = [self._official(name) for name in self.manual.meta.official]
        if official:
            told = f"本指引据案例材料编写，条款不是下列文件的条款：{'；'.join(official)}。"
            yield Paragraph((Run("不是官方文件：", RunKind.STRONG), Run(told)), ParagraphKind.NOTE)

    def _official(self, name: str) -> str:
        case_id, _, row_id = name.partition("/")
        case = self.setter.library.cases[case_id]
        row = next(row for row in case.rows(Document) if row.id == row_id)
        return f"{plain(row.name)}（{case.meta.short}，{row.state.value}）"

    def front(self) -> Iterator[Block]:
        """The manual's own pages before its chapters, and who does what."""
        for section in self.manual.sections:
            for part in section.walk():
                yield Heading(_LEVEL + part.level - 2, plain_runs(part.title), numbered=False)
                for block in part.blocks:
                    yield from self._prose(block) if isinstance(block, Prose) else ()
        yield Heading(_LEVEL, plain_runs("谁来做"), numbered=False)
        rows = [Row((word_cell(role), word_cell(note), word_cell(self._of(role)))) for role, note in self._roles()]
        yield table("谁来做", ("责任", "是谁", "条款"), rows, (22, 48, 30))

    def _roles(self) -> Iterable[tuple[str, str]]:
        return self.manual.meta.roles.items()

    def _of(self, role: str) -> str:
        return "、".join(clause.number for clause in self.manual.clauses() if role in clause.duty.role_names)

    def chapter(self, chapter: Chapter) -> Iterator[Block]:
        """A chapter's heading and what it says before its clauses."""
        name, _, title = chapter.heading.partition(" ")
        yield Heading(_LEVEL, plain_runs(title), f"{name} ", numbered=False)
        for prose in chapter.intro:
            yield from self._prose(prose)

    def clause(self, clause: Clause) -> Iterator[Block]:
        """A clause: what to do, whose duty it is, on what evidence."""
        yield Heading(_LEVEL + 1, plain_runs(clause.title), f"{clause.number} ", numbered=False)
        yield from self._prose(clause.text, ParagraphKind.RULE)
        duty = clause.duty
        said = (duty.roles, duty.frequency, duty.record)
        row = Row(
            (
                *(cell(self._said(value)) for value in said),
                cell(self.setter.evidence(duty.evidence, self.manual.context)),
            )
        )
        yield table(
            f"{clause.number} 的责任、频次、记录和依据", ("责任", "频次", "记录", "依据"), [row], (27, 23, 25, 25)
        )
        for note in clause.notes:
            yield from self._prose(note)

    def _said(self, value: Said) -> Runs:
        runs = self.setter.inline(value.text, self.manual.context)
        return (*runs, Run(ADVISED, RunKind.EDITORIAL)) if value.advised else runs
