"""content/manuals/ to a :class:`Book`: one folder a manual, one file a chapter, checklist or form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...report import Diagnostics, Position
from ..book import FOLDER, Book, BookMeta, Manual, ManualMeta
from ..checking.care import check_personal
from ..checking.placeholders import check_placeholders
from ..files import ContentFile, has_id_name, read_content
from ..sections import Prose
from ..strict_yaml import Located
from ..validate import near_slug
from .free_page import FreePage, read_free_page
from .front import UNREAD, Front, read_front, salvaged
from .manual_parts import Parts

INDEX = "index.md"
_NO_PAGE = FreePage((), ())


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
        self.reading = BookReading(broken={("source", UNREAD)})

    def read(self, folder: Path) -> BookReading:
        manuals = {path.name: self._manual(path) for path in self._folders(folder)}
        file = self._file(folder / INDEX)
        front = read_front(file, BookMeta, self.diagnostics) if file else None
        page = self._page(file, front)
        meta = front.meta if front and front.meta else BookMeta(title="-")
        at = Position((folder / INDEX).relative_to(self.root).as_posix())
        self.reading.book = Book(meta, page.intro, page.sections, manuals, at)
        return self.reading

    def _folders(self, folder: Path) -> Iterator[Path]:
        """The manuals' folders in order; what does not belong beside them is told."""
        for path in sorted(folder.iterdir()):
            at = Position(path.relative_to(self.root).as_posix())
            if path.name.startswith(".") or path.name == INDEX:
                continue
            if not path.is_dir():
                self.diagnostics.error(at, f"这里只放 {INDEX} 和各手册的文件夹。请移入手册的文件夹，或移走。")
            elif has_id_name(path.name, at, self.diagnostics):
                yield path
            else:
                self.reading.broken |= {("manual", path.name), ("manual", near_slug(path.name))}

    def _file(self, path: Path) -> ContentFile | None:
        file = read_content(self.root, path, self.diagnostics)
        if file:
            check_personal(file, self.diagnostics)
            check_placeholders(file, self.diagnostics)
        return file

    def _page(self, file: ContentFile | None, front: Front[BookMeta] | Front[ManualMeta] | None) -> FreePage:
        return (
            read_free_page(front.matter, file.path, self.diagnostics) if file and front and front.matter else _NO_PAGE
        )

    def _manual(self, folder: Path) -> Manual:
        """Read a manual. What its front page lacks is told and left empty, so that its chapters are checked all the same."""
        at = Position((folder / INDEX).relative_to(self.root).as_posix())
        exists = (folder / INDEX).exists()
        if not exists:
            self.diagnostics.error(at, f"这本手册没有首页 {INDEX}，请建立它，写上 title、short、source、roles、added。")
        file = self._file(folder / INDEX) if exists else None
        front = read_front(file, ManualMeta, self.diagnostics) if file else None
        if front and front.located:
            self.reading.fronts[folder.name] = front.located
        meta = front.meta if front and front.meta else salvaged(front.located if front else None)
        page = self._page(file, front)
        parts = Parts(folder, self.root, meta.source, self.diagnostics)
        self.reading.broken |= parts.broken
        if exists and not parts.chapters and ("part", folder.name) not in parts.broken:
            self.diagnostics.error(at, "这本手册没有一章。请加入 01-….md，写上条款。")
        summary = self._summary(page.intro, at) if front and front.matter else Prose("", at)
        chapters, sheets = tuple(parts.chapters), tuple(parts.sheets)
        return Manual(folder.name, meta, summary, page.sections, chapters, sheets, at)

    def _summary(self, intro: tuple[Prose, ...], at: Position) -> Prose:
        if not intro:
            self.diagnostics.error(at, "没有导语。请在题头之后用一段话写明给谁用、用来做什么。")
            return Prose("", at)
        if "\n\n" in intro[0].text:
            line = intro[0].at.line + intro[0].text.partition("\n\n")[0].count("\n") + 2
            self.diagnostics.error(
                Position(at.path, line), "导语只写一段，这里又有一段。其余请写到二级标题（##）之下。"
            )
        return intro[0]
