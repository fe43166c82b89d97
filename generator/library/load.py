"""`content/` to a checked :class:`Library`: read every file, resolve every reference, tell every fault, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from ..report import Diagnostics, Position
from .about import read_about
from .case_context import CaseContext, place_in
from .cases import CaseReading, read_case
from .check import check_case
from .check_glossary import check_terms
from .check_prose import check_superlatives
from .entries import Measure, Source, Term, Vocabulary
from .files import ContentFile, read_content
from .link import Index, Linker
from .model import Case, Destination, Library, Page
from .sections import Prose
from .strict_yaml import Located, read_yaml
from .table_spec import TableSpec
from .texts import case_texts, section_texts
from .validate import validate

EntryType = TypeVar("EntryType", bound=BaseModel)
RESERVED = ("index", "by")
"""Case and table ids that the site's own pages take (cases/index.html, cases/by/)."""


@dataclass
class _Loader:
    """One run over ``content/``; every method adds to the same diagnostics."""

    root: Path
    diagnostics: Diagnostics
    located: dict[str, Located] = field(default_factory=dict)
    broken: set[tuple[str, str]] = field(default_factory=set)
    """(kind, id) of what was told as wrong, so that references to it are not told again."""

    @property
    def content(self) -> Path:
        return self.root / "content"

    def yaml(self, name: str) -> Located | None:
        """Read ``content/<name>`` as strict YAML."""
        file = self._read(self.content / name)
        located = read_yaml(file.text, file.path, self.diagnostics) if file else None
        if located:
            self.located[name] = located
        return located

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
            self.diagnostics.warning(
                Position(f"content/{folder}"), f"content/{folder}/ 里没有案例。请放入 {ending} 文件。"
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
        elif not stem.isascii() or not stem.replace("-", "a").isalnum() or stem != stem.lower() or stem.startswith("-"):
            self.diagnostics.error(at, f"文件名“{stem}” 就是编号，只能用小写字母、数字和连字符。请改名。")
        elif stem in RESERVED:
            page = f"{path.parent.name}/{stem}"
            self.diagnostics.error(at, f"文件名“{stem}” 与网站自己的页面 {page}.html 相同，两页会写到一处。请改名。")
        else:
            return True
        return False

    def _read(self, path: Path) -> ContentFile | None:
        return read_content(self.root, path, self.diagnostics)

    def tables(self) -> dict[str, TableSpec]:
        """The comparison tables' specs."""
        specs: dict[str, TableSpec] = {}
        for file in self.files("tables", ".yml", "table"):
            id_ = Path(file.path).stem
            located = read_yaml(file.text, file.path, self.diagnostics)
            spec = validate(TableSpec, located, f"对照表 {id_}", self.diagnostics) if located else None
            if spec and located:
                self.located[f"tables/{id_}"] = located
                specs[id_] = spec
            else:
                self.broken.add(("table", id_))
        return specs

    def about(self) -> Page | None:
        """The library's own page."""
        file = self._read(self.content / "about.md")
        return read_about(file, self.diagnostics) if file else None


def load_library(root: Path, diagnostics: Diagnostics) -> Library | None:
    """Read and check the content of the project at ``root``.

    Every fault goes to ``diagnostics``; the library is None only when a file it cannot do without could not be read.
    """
    loader = _Loader(root, diagnostics)
    if not loader.content.is_dir():
        diagnostics.error(Position("content"), "没有 content/ 文件夹。请在项目所在的文件夹里运行，或用 --root 指明。")
        return None
    vocabulary_yaml = loader.yaml("vocabulary.yml")
    vocabulary = validate(Vocabulary, vocabulary_yaml, "词表", diagnostics) if vocabulary_yaml else None
    sources = loader.entries("sources.yml", "source", Source, "来源")
    terms = loader.entries("terms.yml", "term", Term, "术语")
    measures = loader.entries("measures.yml", "measure", Measure, "可比指标")
    about = loader.about()
    tables = loader.tables()
    readings = [read_case(file, diagnostics) for file in loader.files("cases", ".md", "case")]
    if vocabulary is None or sources is None or terms is None or measures is None or about is None:
        return None
    index = _index(readings, sources, terms, tables, measures, loader.broken)
    destinations = _link(index, about, loader.located["terms.yml"], diagnostics)
    table_files = {id_: loader.located[f"tables/{id_}"] for id_ in tables}
    for file in table_files.values():
        check_superlatives(_spec_texts(file), diagnostics)
    check_terms(terms, index, loader.located["terms.yml"], diagnostics)
    for reading in readings:
        if reading.case:
            place = place_in(reading.front, reading.case.at)
            check_case(CaseContext(reading.case, index, vocabulary, place, diagnostics))
    return Library(about, index.cases, tables, sources, terms, measures, vocabulary, destinations, table_files)


def _link(
    index: Index, about: Page, terms_file: Located, diagnostics: Diagnostics
) -> dict[tuple[str, str], Destination]:
    """Resolve every reference there is, before anything is rendered."""
    linker = Linker(index, diagnostics)
    for case in index.cases.values():
        linker.resolve_all(case_texts(case), case.id)
    linker.resolve_all(_page_texts(about), "")
    linker.resolve_all(_term_texts(index.terms, terms_file), "")
    return linker.destinations


def _index(
    readings: Iterable[CaseReading],
    sources: Mapping[str, Source],
    terms: Mapping[str, Term],
    tables: Mapping[str, TableSpec],
    measures: Mapping[str, Measure],
    broken: Iterable[tuple[str, str]],
) -> Index:
    readings = list(readings)
    cases: dict[str, Case] = {reading.id: reading.case for reading in readings if reading.case}
    faulty = frozenset((reading.id, row_id) for reading in readings for row_id in reading.faulty)
    no_case = {("case", reading.id) for reading in readings if reading.case is None}
    return Index(cases, sources, terms, tables, measures, faulty, frozenset(broken) | no_case)


def _spec_texts(located: Located) -> Iterable[Prose]:
    """Every word of a table's spec, at its place."""
    for path, at in located.positions.items():
        value: object = located.value
        for part in path:
            value = value[part] if isinstance(value, dict | list) else None  # type: ignore[index]
        if isinstance(value, str):
            yield Prose(value, at)


def _page_texts(page: Page) -> Iterable[Prose]:
    yield from (block for block in page.intro if isinstance(block, Prose))
    for section in page.sections:
        for part in section.walk():
            yield from section_texts(part)


def _term_texts(terms: Mapping[str, Term], located: Located) -> Iterable[Prose]:
    for name, term in terms.items():
        if term.definition:
            yield Prose(term.definition, located.position((name, "definition")))
