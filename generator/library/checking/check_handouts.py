"""What a handout names must be there: cases and their sections, manuals and their chapters, tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...report import LISTED, Diagnostics, not_among
from ..book import Manual
from ..handout_spec import FULL_FORMATS, HandoutFormat, HandoutPart, HandoutSpec
from ..linking.index import Index
from ..model import Case
from ..sections import Prose
from ..strict_yaml import Located, Path


def handout_texts(spec: HandoutSpec, located: Located) -> Iterator[Prose]:
    """The editors' own words of a handout, at their places."""
    for path, text in spec.texts():
        yield Prose(text, located.position(path))


def check_handout(id_: str, spec: HandoutSpec, located: Located, index: Index, diagnostics: Diagnostics) -> None:
    """Tell every id and title of a handout that leads nowhere, at its line. What is broken itself was told before."""
    checker = _Checker(f"讲义 {id_}", located, index, diagnostics)
    for number, part in enumerate(spec.parts):
        checker.part(("parts", number), part)
    checker.formats(("formats",), spec)


def check_file_names(specs: Mapping[str, HandoutSpec], files: Mapping[str, Located], diagnostics: Diagnostics) -> None:
    """Tell every handout of which a file would have the name of another's: ``jia-summary.yml`` as PDF, the summary of jia."""
    taken: dict[str, str] = {}
    for id_, spec in specs.items():
        for kind in dict.fromkeys(spec.formats):
            other = taken.setdefault(kind.file_name(id_), id_)
            if other != id_:
                told = f"讲义 {id_}: 文件 {kind.file_name(id_)} 与讲义 {other} 的重名。请把其中一个 .yml 文件改名。"
                diagnostics.error(files[id_].at, told)


def section_titles(case: Case) -> tuple[str, ...]:
    """The titles by which a handout may choose sections of a case: its parts and what stands right below them."""
    return tuple(title for part in case.parts for title in (part.title, *(inner.title for inner in part.sections)))


def chapter_titles(manual: Manual) -> tuple[str, ...]:
    """The titles by which a handout may choose from a manual: chapters, checklists and forms."""
    return (*(chapter.title for chapter in manual.chapters), *(sheet.title for sheet in manual.sheets))


class _Checker:
    def __init__(self, subject: str, located: Located, index: Index, diagnostics: Diagnostics) -> None:
        self.subject, self.located, self.index, self.diagnostics = subject, located, index, diagnostics

    def part(self, path: Path, part: HandoutPart) -> None:
        manuals = self.index.book.manuals if self.index.book else {}
        self._ids(path, "case", "案例", (part.case,) if part.case else (), self.index.cases)
        self._ids(path, "manual", "手册", (part.manual,) if part.manual else (), manuals)
        self._ids(path, "table", "对照表", (part.table,) if part.table else (), self.index.tables)
        self._ids(path, "paper", "课程", (part.paper,) if part.paper else (), self.index.courses)
        self._ids(path, "answers", "课程", (part.answers,) if part.answers else (), self.index.courses)
        self._ids((*path, "compare"), None, "案例", part.compare, self.index.cases)
        self._questions((*path, "questions"), part)
        if part.case in self.index.cases:
            self._titles((*path, "sections"), "章节", part.sections, section_titles(self.index.cases[part.case]))
        # A chapter that could not be read is told where it stands; it is not missing here as well.
        if part.manual in manuals and ("part", part.manual) not in self.index.broken:
            self._titles((*path, "chapters"), "章", part.chapters, chapter_titles(manuals[part.manual]))

    def formats(self, path: Path, spec: HandoutSpec) -> None:
        """A summary is of one case; every format is named once."""
        for row, kind in enumerate(spec.formats):
            at = self.located.position((*path, row))
            if kind in spec.formats[:row]:
                self.diagnostics.error(at, f"{self.subject}: 格式“{kind}” 写了两次。请删去一个。")
            elif kind is HandoutFormat.SUMMARY and not spec.case:
                full = "、".join(FULL_FORMATS)
                told = f"summary（一页纸）只用于整个一个案例：parts 只写一项 case，不写 heading、sections。可用的有 {full}。"
                self.diagnostics.error(at, f"{self.subject}: {told}")

    def _questions(self, path: Path, part: HandoutPart) -> None:
        self._ids(path, None, "案例", tuple(case for case, _ in part.chosen_questions), self.index.cases)
        for row, (case_id, number) in enumerate(part.chosen_questions):
            case = self.index.cases.get(case_id)
            numbers = [str(count) for count in range(1, len(case.questions) + 1)] if case else []
            if case and "/" in part.questions[row] and number not in numbers:
                self._tell((*path, row), f"{case.meta.short}讨论题的题号", number, numbers)

    def _ids(self, path: Path, key: str | None, what: str, ids: tuple[str, ...], known: Collection[str]) -> None:
        kind = {"案例": "case", "手册": "manual", "对照表": "table", "课程": "course"}[what]
        for row, id_ in enumerate(ids):
            if id_ not in known and (kind, id_) not in self.index.broken:
                self._tell((*path, key or row), what, id_, known)

    def _titles(self, path: Path, what: str, titles: tuple[str, ...], known: Collection[str]) -> None:
        for row, title in enumerate(titles):
            if title not in known:
                self._tell((*path, row), what, title, known)

    def _tell(self, path: Path, what: str, name: str, known: Collection[str]) -> None:
        self.diagnostics.error(self.located.position(path), f"{self.subject}: {not_among(what, name, known, LISTED)}")
