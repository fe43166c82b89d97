"""The files of one manual: chapters, checklists and forms, in order, whatever its front page says."""

from __future__ import annotations

import re
from pathlib import Path

from ...report import Diagnostics, Position
from ..address import Address
from ..book import FOLDER, Chapter, PartMeta, Sheet, SheetKind
from ..checking.care import check_personal
from ..checking.placeholders import check_placeholders
from ..files import read_content
from ..validate import near_slug
from .body import Chunk, Heading, read_chunks
from .clause_numbers import looks_numbered
from .clauses import ClauseReader
from .front import read_front
from .sheets import read_sheet

CHAPTER = "章"
_NUMBERED = re.compile(r"\d{2}-[a-z0-9-]+")
_COUNTED = re.compile(r"\d")


class Parts:
    """The chapters and sheets of one manual, and in ``broken`` what was told as faulty, so that nothing else complains of it."""

    def __init__(self, folder: Path, root: Path, source: str, diagnostics: Diagnostics) -> None:
        self.manual, self.root, self.source, self.diagnostics = folder.name, root, source, diagnostics
        self.chapters: list[Chapter] = []
        self.sheets: list[Sheet] = []
        self.broken: set[tuple[str, str]] = set()
        self._last = 0
        paths = [path for path in sorted(folder.iterdir()) if path.name[0] != "." and path.name != "index.md"]
        named = [path for path in paths if self._is_named(path)]
        self._in_order = ("part", self.manual) not in self.broken
        for path in named:
            self._read(path)

    def _is_named(self, path: Path) -> bool:
        """Whether a file is named as a part; what is not is told, and may be the part that others miss."""
        if path.suffix == ".md" and re.fullmatch(_NUMBERED, path.stem) and path.stem.isascii():
            return True
        near = near_slug(path.stem)
        hint = f"是否为“{near}.md”？" if path.suffix == ".md" and _NUMBERED.fullmatch(near) else ""
        message = f"手册的文件名应为 index.md 或“两位数-拼音.md”，如 02-meiri.md。请改名或移走。{hint}"
        self.diagnostics.error(Position(path.relative_to(self.root).as_posix()), message)
        if path.suffix == ".md" or _COUNTED.match(path.name):
            self.broken.add(("part", self.manual))
        return False

    def _read(self, path: Path) -> None:
        at = Position(path.relative_to(self.root).as_posix())
        self._check_number(path.stem, at)
        file = read_content(self.root, path, self.diagnostics)
        front = read_front(file, PartMeta, self.diagnostics) if file else None
        if file:
            check_personal(file, self.diagnostics)
            check_placeholders(file, self.diagnostics)
        if file is None or front is None or front.matter is None:
            self.broken.add(("part", self.manual))
            return
        chunks = read_chunks(front.matter.body, file.path, front.matter.body_line, self.diagnostics)
        if front.meta is None or front.located is None:
            self.broken.add(("part", self.manual))
            return
        headings = [chunk.title for chunk in chunks if isinstance(chunk, Heading)]
        kind, title = front.meta.kind, front.meta.title
        if kind != CHAPTER and headings and all(map(looks_numbered, headings)):
            self.diagnostics.error(front.located.position(("kind",)), "这一页写的是条款，题头不写 kind。请删去这一行。")
            kind = CHAPTER
        address = Address(f"{FOLDER}/{self.manual}/{path.stem}.html")
        if kind != CHAPTER:
            sheet_kind = SheetKind(kind)
            intro, sections = read_sheet(chunks, sheet_kind, at, self.diagnostics)
            self.sheets.append(Sheet(path.stem, sheet_kind, title, address, intro, sections, at))
        elif any(map(looks_numbered, headings)):
            self._chapter(int(path.stem[:2]), title, address, chunks, at)
        else:
            self._told_without_clauses(int(path.stem[:2]), at)

    def _told_without_clauses(self, number: int, at: Position) -> None:
        self.broken.add(("part", self.manual))
        self.diagnostics.error(
            at,
            "这一页没有条款。是检查表或表单的，题头写 kind: 检查表 或 kind: 表单；"
            f"是章的，条款写作“## {number}.1 短题”，其下一段条文和一行的表。",
        )

    def _chapter(self, number: int, title: str, address: Address, chunks: list[Chunk], at: Position) -> None:
        if self.sheets:
            self.diagnostics.error(at, "章要排在检查表和表单之前。请调整文件名前的号。")
        reader = ClauseReader(self.manual, number, address, self.source, self.diagnostics)
        intro, clauses = reader.read(chunks)
        self.broken |= {("clause", f"{self.manual}/{given}") for given in reader.faulty}
        self.chapters.append(Chapter(number, title, address, intro, clauses, at))

    def _check_number(self, stem: str, at: Position) -> None:
        number, wanted = int(stem[:2]), self._last + 1
        if number != wanted and self._in_order:
            name = f"{wanted:02d}-{stem.partition('-')[2]}.md"
            self.diagnostics.error(at, f"文件的号应从 01 起依次编，不跳号、不重号。是否为“{name}”？")
        self._last = number
