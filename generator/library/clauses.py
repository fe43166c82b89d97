"""A chapter's body: headings ``## 2.3 题``, each with the clause's text, its one-row table, and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..report import Diagnostics, Position
from .address import Address
from .body import Chunk, Heading
from .book import Clause, clause_anchor
from .duty import Duty
from .sections import Prose
from .tables import PipeTable
from .typed_rows import read_duty

_NUMBERED = re.compile(r"(?P<chapter>\d+)[.．](?P<item>\d+)\s+(?P<title>\S.*)")
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
    _next: int = 1

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
        clauses = [self._clause(heading, inner) for heading, inner in groups]
        return tuple(intro), tuple(clause for clause in clauses if clause)

    def _clause(self, heading: Heading, chunks: list[Chunk]) -> Clause | None:
        match = _NUMBERED.fullmatch(heading.title)
        if heading.level != 2 or match is None:
            self.diagnostics.error(
                heading.at, f"条款标题应为“## {self.chapter}.{self._next} 短题”：二级标题，章号、点、条号、空格、短题。"
            )
            self.faulty.add(f"{self.chapter}.{self._next}")
            self._next += 1
            return None
        self._check_number(int(match["chapter"]), int(match["item"]), heading.at)
        self._check_title(match["title"], heading.at)
        number = f"{self.chapter}.{match['item']}"
        duty = self._duty(number, heading, chunks)
        text = self._text(number, heading, chunks)
        if duty is None or text is None:
            self.faulty.add(number)
            return None
        address = self.address.at(clause_anchor(number))
        notes = tuple(chunk for chunk in _after_table(chunks) if isinstance(chunk, Prose))
        return Clause(
            self.manual, self.chapter, int(match["item"]), match["title"], text, duty, notes, address, heading.at
        )

    def _check_number(self, chapter: int, item: int, at: Position) -> None:
        wanted, given = f"{self.chapter}.{self._next}", f"{chapter}.{item}"
        if (chapter, item) != (self.chapter, self._next):
            self.faulty |= {f"{self.chapter}.{missing}" for missing in range(self._next, max(item, self._next) + 1)}
        if chapter != self.chapter:
            self.diagnostics.error(
                at, f"条号“{given}” 不在第 {self.chapter} 章。章号就是文件名的号。是否为“{wanted}”？"
            )
        elif item < self._next:
            self.diagnostics.error(at, f"条号“{given}” 重复或倒序。条号从 1 起依次编。是否为“{wanted}”？")
        elif item > self._next:
            self.diagnostics.error(at, f"条号“{given}” 之前缺少“{wanted}”。条号从 1 起依次编，不跳号。")
        self._next = max(item, self._next - 1) + 1

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
        if "\n\n" in first.text:
            at = Position(first.at.path, first.at.line + first.text.partition("\n\n")[0].count("\n") + 2)
            self.diagnostics.error(
                at, f"条款 {number} 的条文只写一段，一条只说一件事。其余写在表格之后作说明，或另立一条。"
            )
        return first


def _after_table(chunks: list[Chunk]) -> list[Chunk]:
    index = next(index for index, chunk in enumerate(chunks) if isinstance(chunk, PipeTable))
    return chunks[index + 1 :]
