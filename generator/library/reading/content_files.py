"""Reads the files of ``content/``, each by its own reader; every method adds to the same diagnostics."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ...report import Diagnostics, Position
from ...rules import NO_CASES
from ..checking.placeholders import check_placeholders
from ..course import Course
from ..faq import FAQ_FILE, Faq
from ..files import ContentFile, has_id_name, read_content
from ..handout_spec import HandoutSpec
from ..model import Page
from ..strict_yaml import Located, read_yaml
from ..table_spec import TableSpec
from ..validate import validate
from .about import read_about
from .courses import read_course
from .faq import read_faq

EntryType = TypeVar("EntryType", bound=BaseModel)
SpecType = TypeVar("SpecType", TableSpec, HandoutSpec)
_TABLE_FORM = (
    "应为键值，每行一个“键: 值”：title: 表名、question: 问题、reading: 怎样读、rows: cases，"
    "列写在 columns: 之下，如 - {label: 场景, field: 场景}。写法见 docs/table-specs.md。"
)
_HANDOUT_FORM = (
    "应为键值，每行一个“键: 值”：title: 标题，各部分写在 parts: 之下，如 - case: xitang。写法见 docs/handouts.md。"
)
RESERVED = ("index", "by")
"""Ids that the site's own pages take (cases/index.html, cases/by/)."""


@dataclass
class ContentReader:
    """One run over the content of the project at ``root``."""

    root: Path
    diagnostics: Diagnostics
    located: dict[str, Located] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of what was told as wrong, so that references to it are not told again."""

    @property
    def content(self) -> Path:
        """What editors write."""
        return self.root / "content"

    def yaml(self, name: str) -> Located | None:
        """Read ``content/<name>`` as strict YAML."""
        file = self._read(self.content / name)
        located = read_yaml(file.text, file.path, self.diagnostics) if file else None
        if located:
            self.located[name] = located
        return located

    def is_there(self, name: str) -> bool:
        """Whether ``content/<name>``, which a library can do without, is there."""
        return (self.content / name).exists()

    def entries(self, name: str, kind: str, model: type[EntryType], what: str) -> dict[str, EntryType] | None:
        """Read a YAML file that maps ids to entries. None when the file itself cannot be read."""
        located = self.yaml(name)
        if located is None:
            return None
        if not isinstance(located.value, dict):
            self.diagnostics.error(located.at, f"文件的内容应为键值，每个{what}一个编号。")
            return None
        found = {key: validate(model, inner, f"{what} {key}", self.diagnostics) for key, inner in located.items()}
        self.broken |= {(kind, key) for key, entry in found.items() if entry is None}
        return {key: entry for key, entry in found.items() if entry is not None}

    def files(self, folder: str, ending: str, kind: str) -> list[ContentFile]:
        """The files of a folder of content, in order; what does not belong there or cannot be read is told."""
        place = self.content / folder
        if not place.is_dir():
            self.diagnostics.error(
                Position(f"content/{folder}"), f"没有 content/{folder}/ 文件夹。请建立它并放入内容。"
            )
            return []
        if kind == "case" and not any(place.glob(f"*{ending}")):
            self.diagnostics.found(
                NO_CASES, Position(f"content/{folder}"), f"content/{folder}/ 里没有案例。请放入 {ending} 文件。"
            )
        paths = [
            path for path in sorted(place.iterdir()) if not path.name.startswith(".") and self._belongs(path, ending)
        ]
        read = {path.stem: self._read(path) for path in paths}
        self.broken |= {(kind, stem) for stem, file in read.items() if file is None}
        return [file for file in read.values() if file]

    def _belongs(self, path: Path, ending: str) -> bool:
        at = Position(path.relative_to(self.root).as_posix())
        stem = path.stem
        if path.suffix != ending or not path.is_file():
            self.diagnostics.error(at, f"这里只放 {ending} 文件。请移走，或把扩展名改为 {ending}。")
        elif has_id_name(stem, at, self.diagnostics):
            if stem not in RESERVED:
                return True
            page = f"{path.parent.name}/{stem}"
            self.diagnostics.error(at, f"文件名“{stem}” 与网站自己的页面 {page}.html 相同，两页会写到一处。请改名。")
        return False

    def _read(self, path: Path) -> ContentFile | None:
        file = read_content(self.root, path, self.diagnostics)
        if file:
            check_placeholders(file, self.diagnostics)
        return file

    def tables(self) -> dict[str, TableSpec]:
        """The comparison tables' specs, in the order of the list of tables."""
        return self._specs("tables", "table", TableSpec, "对照表", _TABLE_FORM)

    def handouts(self) -> dict[str, HandoutSpec]:
        """The handouts, which a library need not have, in the order of their list."""
        return (
            self._specs("handouts", "handout", HandoutSpec, "讲义", _HANDOUT_FORM) if self.is_there("handouts") else {}
        )

    def courses(self) -> dict[str, Course]:
        """The courses, which a library need not have, in the order of their list."""
        files = self.files("courses", ".md", "course") if self.is_there("courses") else []
        read = {Path(file.path).stem: read_course(file, self.diagnostics) for file in files}
        self.broken |= {("course", id_) for id_, course in read.items() if course is None}
        courses = [course for course in read.values() if course]
        return {course.id: course for course in sorted(courses, key=lambda course: (course.meta.order, course.id))}

    def faq(self) -> Faq | None:
        """The page of readers' questions, which a library need not have."""
        file = self._read(self.content / FAQ_FILE) if self.is_there(FAQ_FILE) else None
        return read_faq(file, self.diagnostics) if file else None

    def _specs(self, folder: str, kind: str, model: type[SpecType], what: str, form: str) -> dict[str, SpecType]:
        """The specs of a folder, one a file; ``form`` says how one is written, to an editor who wrote something else."""
        specs: dict[str, SpecType] = {}
        for file in self.files(folder, ".yml", kind):
            id_ = Path(file.path).stem
            located = read_yaml(file.text, file.path, self.diagnostics)
            if located and not isinstance(located.value, dict):
                self.diagnostics.error(located.at, f"{what} {id_} {form}")
                located = None
            spec = validate(model, located, f"{what} {id_}", self.diagnostics) if located else None
            if spec and located:
                self.located[f"{folder}/{id_}"] = located
                specs[id_] = spec
            else:
                self.broken.add((kind, id_))
        return dict(sorted(specs.items(), key=lambda item: (item[1].order, item[0])))

    def about(self) -> Page | None:
        """The library's own page."""
        file = self._read(self.content / "about.md")
        return read_about(file, self.diagnostics) if file else None
