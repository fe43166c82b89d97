"""The pages behind a manual's chapters: checklists (``- [ ] …``) and forms (tables with empty cells)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from ...report import Diagnostics, Position
from ..book import Blanks, CheckItem, Checks, SheetKind, SheetSection
from ..sections import Prose
from ..slug import unique_slugs, words_key
from .body import Chunk, Heading, paragraphs
from .slips import BOX
from .tables import PipeTable

_ITEM = re.compile(r"- \[(?P<mark>[ xX]?)\] +(?P<text>\S.*)")
_ALMOST_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)?\s*(?:[\[【［]\s*[xX✓√]?\s*[\]】］](?!\()|[□☐☑✓✔√■])")
MOST_COLUMNS = 8


def read_sheet(
    chunks: list[Chunk], kind: SheetKind, at: Position, diagnostics: Diagnostics
) -> tuple[tuple[Prose, ...], tuple[SheetSection, ...]]:
    """Return what stands before the first heading, and the sections of a checklist or form."""
    reader = _SheetReader(kind, diagnostics)
    intro = [piece for chunk in chunks[: _first_heading(chunks)] for piece in reader.intro(chunk)]
    groups: list[tuple[Heading, list[Chunk]]] = []
    for chunk in chunks[_first_heading(chunks) :]:
        if isinstance(chunk, Heading):
            groups.append((chunk, []))
        else:
            groups[-1][1].append(chunk)
    if not groups and not reader.misplaced:
        diagnostics.error(at, f"{kind.value}没有内容。请用二级标题（##）分节，{reader.wanted}")
    anchors = unique_slugs(heading.title for heading, _ in groups)
    sections = tuple(reader.section(heading, inner, f"s-{anchors[heading.title]}") for heading, inner in groups)
    return tuple(intro), sections


def _first_heading(chunks: list[Chunk]) -> int:
    return next((index for index, chunk in enumerate(chunks) if isinstance(chunk, Heading)), len(chunks))


class _SheetReader:
    def __init__(self, kind: SheetKind, diagnostics: Diagnostics) -> None:
        self.kind, self.diagnostics = kind, diagnostics
        self.seen: set[str] = set()
        self.keys: set[str] = set()
        self.misplaced = False

    @property
    def wanted(self) -> str:
        return (
            "其下逐行写“- [ ] 检查内容（[2.1](clause:2.1)）”。"
            if self.kind is SheetKind.CHECKLIST
            else "其下写表格，空格留给填写。"
        )

    def intro(self, chunk: Chunk) -> Iterator[Prose]:
        """The paragraphs of ``chunk``, which stands before any heading; what belongs under one is told."""
        for piece in paragraphs(chunk) if isinstance(chunk, Prose) else (chunk,):
            if isinstance(piece, Prose) and not self._is_list(piece):
                yield piece
            else:
                self.misplaced = True
                self.diagnostics.error(piece.at, f"这里要先有二级标题（##），{self.wanted}")

    def _is_list(self, prose: Prose) -> bool:
        return self.kind is SheetKind.CHECKLIST and bool(_ALMOST_ITEM.match(prose.text))

    def section(self, heading: Heading, chunks: list[Chunk], anchor: str) -> SheetSection:
        if heading.level != 2:
            self.diagnostics.error(heading.at, "这一页只用二级标题（##）。")
        if heading.title in self.seen:
            self.diagnostics.error(heading.at, f"标题“{heading.title}” 重复。请合并或改名。")
        self.seen.add(heading.title)
        blocks = list(self._blocks(chunks))
        needed: type = Checks if self.kind is SheetKind.CHECKLIST else Blanks
        if not any(isinstance(block, needed) for block in blocks):
            self.diagnostics.error(
                heading.at, f"“{heading.title}” 之下没有可{'勾的项' if needed is Checks else '填的表'}，{self.wanted}"
            )
        return SheetSection(heading.title, anchor, tuple(blocks), heading.at)

    def _blocks(self, chunks: list[Chunk]) -> Iterator[Prose | Checks | Blanks]:
        for chunk in chunks:
            if isinstance(chunk, PipeTable):
                yield self._blanks(chunk)
            elif isinstance(chunk, Prose):
                for is_list, pieces in groupby(paragraphs(chunk), key=self._is_list):
                    if is_list:
                        yield Checks(tuple(self._items(pieces)))
                    else:
                        yield from pieces

    def _items(self, pieces: Iterable[Prose]) -> Iterator[CheckItem]:
        for piece in pieces:
            for number, line in enumerate(piece.text.split("\n")):
                at = Position(piece.at.path, piece.at.line + number)
                match = _ITEM.fullmatch(line.rstrip())
                if match and match["mark"] == " ":
                    yield self._item(match["text"], Position(at.path, at.line, match.start("text") + 1))
                elif not BOX.match(line):  # told by slips
                    self.diagnostics.error(at, "检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。")

    def _item(self, text: str, at: Position) -> CheckItem:
        key = words_key(text)
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
