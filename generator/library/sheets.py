"""The pages behind a manual's chapters: checklists (``- [ ] …``) and forms (tables with empty cells)."""

from __future__ import annotations

import hashlib
import re

from ..report import Diagnostics, Position
from .body import Chunk, Heading
from .book import Blanks, CheckItem, Checks, SheetKind, SheetSection
from .sections import Prose
from .slug import unique_slugs
from .tables import PipeTable

_ITEM = re.compile(r"- \[(?P<mark>[ xX]?)\] +(?P<text>\S.*)")
_ALMOST_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)?\s*\[\s*[xX✓√]?\s*\]")
MOST_COLUMNS = 8
KEY_LENGTH = 6
"""Hexadecimal digits of an item's key: 16 million, for a few dozen items on a page."""


def read_sheet(
    chunks: list[Chunk], kind: SheetKind, at: Position, diagnostics: Diagnostics
) -> tuple[tuple[Prose, ...], tuple[SheetSection, ...]]:
    """Return what stands before the first heading, and the sections of a checklist or form."""
    reader = _SheetReader(kind, diagnostics)
    intro = [chunk for chunk in chunks[: _first_heading(chunks)] if reader.is_prose(chunk)]
    groups: list[tuple[Heading, list[Chunk]]] = []
    for chunk in chunks[_first_heading(chunks) :]:
        if isinstance(chunk, Heading):
            groups.append((chunk, []))
        else:
            groups[-1][1].append(chunk)
    if not groups:
        diagnostics.error(at, f"{kind.value}没有内容。请用二级标题（##）分节，{reader.wanted}")
    anchors = unique_slugs(heading.title for heading, _ in groups)
    sections = tuple(reader.section(heading, inner, f"s-{anchors[heading.title]}") for heading, inner in groups)
    return tuple(chunk for chunk in intro if isinstance(chunk, Prose)), sections


def _first_heading(chunks: list[Chunk]) -> int:
    return next((index for index, chunk in enumerate(chunks) if isinstance(chunk, Heading)), len(chunks))


class _SheetReader:
    def __init__(self, kind: SheetKind, diagnostics: Diagnostics) -> None:
        self.kind, self.diagnostics = kind, diagnostics
        self.seen: set[str] = set()
        self.keys: set[str] = set()

    @property
    def wanted(self) -> str:
        return (
            "其下逐行写“- [ ] 检查内容（[2.1](clause:2.1)）”。"
            if self.kind is SheetKind.CHECKLIST
            else "其下写表格，空格留给填写。"
        )

    def is_prose(self, chunk: Chunk) -> bool:
        if isinstance(chunk, PipeTable) or (isinstance(chunk, Prose) and _ALMOST_ITEM.match(chunk.text)):
            self.diagnostics.error(chunk.at, f"这里要先有二级标题（##），{self.wanted}")
            return False
        return True

    def section(self, heading: Heading, chunks: list[Chunk], anchor: str) -> SheetSection:
        if heading.level != 2:
            self.diagnostics.error(heading.at, "这一页只用二级标题（##）。")
        if heading.title in self.seen:
            self.diagnostics.error(heading.at, f"标题“{heading.title}” 重复。请合并或改名。")
        self.seen.add(heading.title)
        blocks = [self._block(chunk) for chunk in chunks if not isinstance(chunk, Heading)]
        needed: type = Checks if self.kind is SheetKind.CHECKLIST else Blanks
        if not any(isinstance(block, needed) for block in blocks):
            self.diagnostics.error(
                heading.at, f"“{heading.title}” 之下没有可{'勾的项' if needed is Checks else '填的表'}，{self.wanted}"
            )
        return SheetSection(heading.title, anchor, tuple(blocks), heading.at)

    def _block(self, chunk: Prose | PipeTable) -> Prose | Checks | Blanks:
        if isinstance(chunk, PipeTable):
            return self._blanks(chunk)
        if self.kind is SheetKind.CHECKLIST and _ALMOST_ITEM.match(chunk.text):
            return Checks(tuple(self._items(chunk)))
        return chunk

    def _items(self, prose: Prose) -> list[CheckItem]:
        items = []
        for number, line in enumerate(prose.text.split("\n")):
            at = Position(prose.at.path, prose.at.line + number)
            match = _ITEM.fullmatch(line.rstrip())
            if match and match["mark"] == " ":
                items.append(self._item(match["text"], Position(at.path, at.line, match.start("text") + 1)))
            elif line.strip():
                self.diagnostics.error(at, "检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。")
        return items

    def _item(self, text: str, at: Position) -> CheckItem:
        key = hashlib.sha256(text.encode()).hexdigest()[:KEY_LENGTH]
        if key in self.keys:
            self.diagnostics.error(at, "这一项同前面的一项重复。请删去或改写。")
        self.keys.add(key)
        return CheckItem(Prose(text, at), key)

    def _blanks(self, table: PipeTable) -> Blanks:
        if self.kind is SheetKind.CHECKLIST:
            self.diagnostics.error(table.at, "检查表里不放表格。要填写的表请另立表单（kind: 表单）。")
        if len(table.header) > MOST_COLUMNS:
            self.diagnostics.error(
                table.at, f"表有 {len(table.header)} 列，超过 {MOST_COLUMNS} 列，A4 纸上写不下。请分成两张。"
            )
        for row in table.rows:
            if len(row) != len(table.header):
                self.diagnostics.error(
                    row[0].at, f"表格的这一行有 {len(row)} 格，表头有 {len(table.header)} 列。两者要相同。"
                )
        cells = [cell for row in (table.header, *table.rows) for cell in row if cell.text]
        return Blanks(
            tuple(cell.text for cell in table.header),
            tuple(tuple(cell.text for cell in row) for row in table.rows),
            tuple(Prose(cell.text, cell.at) for cell in cells),
        )
