"""content/manuals/ to a :class:`Book`: one folder a manual, one file a chapter, checklist or form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..report import Diagnostics, Position
from .address import Address
from .body import Chunk, FrontMatter, read_chunks, split_front_matter
from .book import FOLDER, Book, BookMeta, Chapter, Manual, ManualMeta, PartMeta, Sheet, SheetKind
from .clauses import ClauseReader
from .files import ContentFile, has_id_name, read_content
from .free_page import read_free_page
from .sections import Prose
from .sheets import read_sheet
from .strict_yaml import Located, read_yaml
from .validate import validate

Meta = TypeVar("Meta", bound=BaseModel)
INDEX = "index"
CHAPTER = "章"
_NUMBERED = re.compile(r"(?P<number>\d{2})-[a-z0-9-]+")


@dataclass
class BookReading:
    """What content/manuals/ gave: the book where it could be made, front matter by manual, and what was told as faulty."""

    book: Book | None = None
    fronts: dict[str, Located] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """("manual", id), ("clause" | "sheet", "<manual>/<number or stem>"), and ("part", manual) where a whole file failed."""


def read_book(root: Path, diagnostics: Diagnostics) -> BookReading:
    """Read the manuals of the project at ``root``; a project without the folder has no book."""
    folder = root / "content" / FOLDER
    return _BookReader(root, diagnostics).read(folder) if folder.is_dir() else BookReading()


class _BookReader:
    def __init__(self, root: Path, diagnostics: Diagnostics) -> None:
        self.root, self.diagnostics = root, diagnostics
        self.reading = BookReading()

    def read(self, folder: Path) -> BookReading:
        manuals = {}
        for path in self._listed(folder, folders=True):
            manual = self._manual(path)
            if manual:
                manuals[path.name] = manual
            else:
                self.reading.broken.add(("manual", path.name))
        file = self.file(folder / "index.md")
        opened = self.open(file, BookMeta) if file else None
        if file and opened:
            front, meta, _ = opened
            page = read_free_page(front, file.path, self.diagnostics)
            self.reading.book = Book(meta, page.intro, page.sections, manuals, Position(file.path))
        return self.reading

    def _listed(self, folder: Path, folders: bool) -> Iterator[Path]:
        """The folders, or else the numbered files, of a folder, in order; what does not belong there is told."""
        for path in sorted(folder.iterdir()):
            if path.name.startswith(".") or path.name == f"{INDEX}.md":
                continue
            at = Position(path.relative_to(self.root).as_posix())
            if folders and path.is_dir() and has_id_name(path.name, at, self.diagnostics):
                yield path
            elif folders and not path.is_dir():
                self.diagnostics.error(at, f"这里只放 {INDEX}.md 和各手册的文件夹。请移入手册的文件夹，或移走。")
            elif not folders and (path.suffix != ".md" or not _NUMBERED.fullmatch(path.stem)):
                message = f"手册的文件名应为 {INDEX}.md 或“两位数-拼音.md”，如 02-meiri.md。请改名或移走。"
                self.diagnostics.error(at, message)
            elif not folders:
                yield path

    def file(self, path: Path) -> ContentFile | None:
        """Read a file of the book."""
        return read_content(self.root, path, self.diagnostics)

    def open(self, file: ContentFile, model: type[Meta]) -> tuple[FrontMatter, Meta, Located] | None:
        """Read a file's front matter as ``model``."""
        front = split_front_matter(file, self.diagnostics)
        located = read_yaml(front.text, file.path, self.diagnostics, first_line=2) if front else None
        meta = validate(model, located, "题头", self.diagnostics) if located else None
        return (front, meta, located) if front and meta and located else None

    def _manual(self, folder: Path) -> Manual | None:
        file = self.file(folder / f"{INDEX}.md")
        opened = self.open(file, ManualMeta) if file else None
        if file is None or opened is None:
            return None
        front, meta, located = opened
        self.reading.fronts[folder.name] = located
        page = read_free_page(front, file.path, self.diagnostics)
        summary = self._summary(page.intro, file)
        parts = _Parts(folder.name, meta.source, self)
        for path in self._listed(folder, folders=False):
            parts.read(path)
        if not parts.chapters:
            self.diagnostics.error(Position(file.path), "这本手册没有一章。请加入 01-….md，写上条款。")
        if summary is None:
            return None
        return Manual(
            folder.name,
            meta,
            summary,
            page.sections,
            tuple(parts.chapters),
            tuple(parts.sheets),
            Position(file.path),
        )

    def _summary(self, intro: tuple[Prose, ...], file: ContentFile) -> Prose | None:
        if not intro:
            self.diagnostics.error(Position(file.path), "没有导语。请在题头之后用一段话写明给谁用、用来做什么。")
            return None
        if "\n\n" in intro[0].text:
            line = intro[0].at.line + intro[0].text.partition("\n\n")[0].count("\n") + 2
            self.diagnostics.error(
                Position(file.path, line), "导语只写一段，这里又有一段。其余请写到二级标题（##）之下。"
            )
        return intro[0]


class _Parts:
    """The chapters and sheets of one manual, in the order of their files."""

    def __init__(self, manual: str, source: str, reader: _BookReader) -> None:
        self.manual, self.source, self.reader, self.diagnostics = manual, source, reader, reader.diagnostics
        self.chapters: list[Chapter] = []
        self.sheets: list[Sheet] = []
        self._last = 0

    def read(self, path: Path) -> None:
        """Read one file, which follows those read before."""
        at = Position(path.relative_to(self.reader.root).as_posix())
        self._check_number(path.stem, at)
        file = self.reader.file(path)
        opened = self.reader.open(file, PartMeta) if file else None
        if file is None or opened is None:
            self.reader.reading.broken.add(("part", self.manual))
            return
        front, meta, _ = opened
        chunks = read_chunks(front.body, file.path, front.body_line, self.diagnostics)
        address = Address(f"{FOLDER}/{self.manual}/{path.stem}.html")
        if meta.kind == CHAPTER:
            self._chapter(int(path.stem[:2]), meta.title, address, chunks, at)
        else:
            kind = SheetKind(meta.kind)
            intro, sections = read_sheet(chunks, kind, at, self.diagnostics)
            self.sheets.append(Sheet(path.stem, kind, meta.title, address, intro, sections, at))

    def _chapter(self, number: int, title: str, address: Address, chunks: list[Chunk], at: Position) -> None:
        if self.sheets:
            self.diagnostics.error(at, "章要排在检查表和表单之前。请调整文件名前的号。")
        reader = ClauseReader(self.manual, number, address, self.source, self.diagnostics)
        intro, clauses = reader.read(chunks)
        self.reader.reading.broken |= {("clause", f"{self.manual}/{given}") for given in reader.faulty}
        if not clauses and not reader.faulty:
            self.diagnostics.error(at, "这一章没有条款。条款写作“## 1.1 短题”，其下一段条文和一行的表。")
        self.chapters.append(Chapter(number, title, address, intro, clauses, at))

    def _check_number(self, stem: str, at: Position) -> None:
        number, wanted = int(stem[:2]), self._last + 1
        if number != wanted:
            name = f"{wanted:02d}-{stem.partition('-')[2]}.md"
            self.diagnostics.error(at, f"文件的号应从 01 起依次编，不跳号、不重号。是否为“{name}”？")
        self._last = number
