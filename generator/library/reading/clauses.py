"""A chapter's body: headings ``## 2.3 题``, each with the clause's text, its one-row table, and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...report import Diagnostics, Position
from ..address import Address
from ..book import Clause, clause_anchor
from ..duty import Duty
from ..linking.references import without_links
from ..sections import Prose
from .body import Chunk, Heading
from .clause_numbers import NumberCheck, read_number
from .duty_row import read_duty
from .tables import PipeTable

_BLOCK = re.compile(r"(?m)^ *(?:[-*+]\s|\d+[.]\s|>)")
_WORD = re.compile(r"[^\W\d_]")
TITLE_LIMIT = 20
COLUMNS = "责任、频次、记录、依据"


@dataclass
class ClauseReader:
    """Reads the clauses of one chapter; ``faulty`` collects the numbers told as wrong, so nothing else complains of them."""

    manual: str
    chapter: int
    address: Address
    source: str
    diagnostics: Diagnostics
    faulty: set[str] = field(default_factory=set)

    def read(self, chunks: list[Chunk]) -> tuple[tuple[Prose, ...], tuple[Clause, ...]]:
        """Return what stands before the first clause, and the clauses that are whole."""
        intro: list[Prose] = []
        groups: list[tuple[Heading, list[Chunk]]] = []
        for chunk in chunks:
            if isinstance(chunk, Heading):
                groups.append((chunk, []))
            elif groups:
                groups[-1][1].append(chunk)
            elif isinstance(chunk, Prose):
                intro.append(chunk)
            else:
                self.diagnostics.error(chunk.at, "表格要放在条款标题之下，如“## 2.3 当日登记诉求”。")
        numbers = NumberCheck(self.chapter, self.diagnostics, self.faulty)
        clauses = [self._clause(heading, inner, numbers) for heading, inner in groups]
        return tuple(intro), tuple(clause for clause in clauses if clause)

    def _clause(self, heading: Heading, chunks: list[Chunk], numbers: NumberCheck) -> Clause | None:
        given = read_number(heading.title)
        if heading.level != 2 or given is None:
            self.diagnostics.error(
                heading.at, f"条款标题应为“## {numbers.wanted} 短题”：二级标题，章号、点、条号、空格、短题。"
            )
            numbers.skip()
            return None
        numbers.check(given, heading.at)
        self._check_title(given.title, heading.at)
        number = f"{self.chapter}.{given.item}"
        duty = self._duty(number, heading, chunks)
        text = self._text(number, heading, chunks)
        if duty is None or text is None:
            self.faulty.add(number)
            return None
        address = self.address.at(clause_anchor(number))
        notes = tuple(chunk for chunk in _after_table(chunks) if isinstance(chunk, Prose))
        return Clause(self.manual, self.chapter, given.item, given.title, text, duty, notes, address, heading.at)

    def _check_title(self, title: str, at: Position) -> None:
        if "](" in title or "**" in title:
            self.diagnostics.error(at, f"标题“{title}” 里不用链接和加粗。请只写文字。")
        elif len(title) > TITLE_LIMIT:
            self.diagnostics.error(at, f"条款短题有 {len(title)} 字，超过 {TITLE_LIMIT} 字。请改短，细节写进条文。")

    def _duty(self, number: str, heading: Heading, chunks: list[Chunk]) -> Duty | None:
        tables = [chunk for chunk in chunks if isinstance(chunk, PipeTable)]
        if len(tables) != 1 or len(tables[0].rows) != 1:
            what = "没有表格" if not tables else f"有 {len(tables)} 张表格" if len(tables) > 1 else "的表格不是一行"
            self.diagnostics.error(heading.at, f"条款 {number} {what}。每条之下写一张一行的表：{COLUMNS}。")
            return None
        return read_duty(tables[0], f"条款 {number}", self.source, self.diagnostics)

    def _text(self, number: str, heading: Heading, chunks: list[Chunk]) -> Prose | None:
        first = chunks[0] if chunks else None
        if not isinstance(first, Prose):
            self.diagnostics.error(heading.at, f"条款 {number} 没有条文。标题之下先写一段条文，再写 {COLUMNS} 的表。")
            return None
        if _BLOCK.search(first.text):
            message = f"条款 {number} 的条文写成了列表或引文。条文是一段话，请改写；列表写在表格之后作说明。"
            self.diagnostics.error(first.at, message)
            return None
        if not _WORD.search(without_links(first.text)):
            self.diagnostics.error(first.at, f"条款 {number} 的条文没有文字。请写明做什么。")
        if "\n\n" in first.text:
            at = Position(first.at.path, first.at.line + first.text.partition("\n\n")[0].count("\n") + 2)
            self.diagnostics.error(
                at, f"条款 {number} 的条文只写一段，一条只说一件事。其余写在表格之后作说明，或另立一条。"
            )
        return first


def _after_table(chunks: list[Chunk]) -> list[Chunk]:
    index = next(index for index, chunk in enumerate(chunks) if isinstance(chunk, PipeTable))
    return chunks[index + 1 :]
