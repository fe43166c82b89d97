"""The standing of a whole library, as far as it can be told where its content has errors."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from ...library.files import read_content
from ...library.handout_spec import HandoutFormat
from ...library.model import Case, Library
from ...library.reading.cases import read_case
from ...lint.run import lint
from ...paths import Project
from ...report import Diagnostic, Diagnostics
from ...rules import PLACEHOLDER, Level
from .history import Commit, History, LastChange, read_history
from .shelved import State, States, handout_states, handouts_with
from .written import Written, written

_COMMITS = 5


@dataclass(frozen=True)
class Found:
    """What `check` finds in a file or several: how many of each, and the lines that ask to be written."""

    errors: int
    warnings: int
    hints: int
    placeholders: tuple[int, ...]


@dataclass(frozen=True)
class Piece:
    """A case, manual or course: what it is called, what is found in it, when it was changed."""

    id: str
    name: str
    path: str
    found: Found
    last: LastChange


@dataclass(frozen=True)
class CaseStanding(Piece):
    """A case. ``written`` is None where its file cannot be read as one; ``handouts`` None where errors keep them from being judged."""

    written: Written | None
    commits: tuple[Commit, ...]
    handouts: Mapping[str, Mapping[HandoutFormat, State]] | None


@dataclass(frozen=True)
class Standing:
    """All of a library. ``has_history`` where git could be asked."""

    cases: tuple[CaseStanding, ...]
    manuals: tuple[Piece, ...]
    courses: tuple[Piece, ...]
    errors: int
    has_history: bool


def standing(project: Project, only: Collection[str] = ()) -> Standing:
    """Return how far the library of ``project`` is; of its cases ``only`` those, where any are named. Nothing is written."""
    diagnostics = Diagnostics()
    library = lint(project, diagnostics)
    gathering = _Gathering(project, library, list(diagnostics), read_history(project.root, "content"))
    cases = {id_: case for id_, case in gathering.cases().items() if id_ in only or not only}
    asked = {name for id_ in cases for name in handouts_with(id_, library.handouts)} if library else set()
    states = handout_states(library, project, asked) if library and not diagnostics.errors else None
    told = tuple(gathering.case(id_, case, states) for id_, case in cases.items())
    manuals = tuple(gathering.manuals())
    return Standing(told, manuals, tuple(gathering.courses()), len(diagnostics.errors), gathering.history.is_known)


@dataclass(frozen=True)
class _Gathering:
    project: Project
    library: Library | None
    found: list[Diagnostic]
    history: History

    def cases(self) -> dict[str, Case | None]:
        """Every case file by its id, as a case where it can be read as one."""
        paths = sorted((self.project.content / "cases").glob("*.md"))
        if self.library:
            return {path.stem: self.library.cases.get(path.stem) for path in paths}
        files = {path.stem: read_content(self.project.root, path, Diagnostics()) for path in paths}
        return {stem: read_case(file, Diagnostics()).case if file else None for stem, file in files.items()}

    def case(self, id_: str, case: Case | None, states: States | None) -> CaseStanding:
        path = f"content/cases/{id_}.md"
        found = self._found([path])
        handouts = handouts_with(id_, self.library.handouts) if self.library else []
        return CaseStanding(
            id_,
            case.meta.short if case else "",
            path,
            found,
            self.history.last([path]),
            written(case, found.placeholders) if case else None,
            self.history.commits.get(path, ())[:_COMMITS],
            {name: states[name] for name in handouts} if states is not None else None,
        )

    def manuals(self) -> Iterable[Piece]:
        book = self.library.book if self.library else None
        for folder in sorted(path for path in (self.project.content / "manuals").glob("*/") if path.name[0] != "."):
            manual = book.manuals.get(folder.name) if book else None
            paths = [path.relative_to(self.project.root).as_posix() for path in sorted(folder.glob("*.md"))]
            if paths:
                name = manual.meta.short if manual else ""
                yield Piece(
                    folder.name, name, paths[0].rpartition("/")[0], self._found(paths), self.history.last(paths)
                )

    def courses(self) -> Iterable[Piece]:
        known = self.library.courses if self.library else {}
        for path in sorted((self.project.content / "courses").glob("*.md")):
            name = path.relative_to(self.project.root).as_posix()
            course = known.get(path.stem)
            short = course.meta.short if course else ""
            yield Piece(path.stem, short, name, self._found([name]), self.history.last([name]))

    def _found(self, paths: Iterable[str]) -> Found:
        wanted = set(paths)
        items = [item for item in self.found if item.at.path in wanted]
        counted = {level: sum(item.level is level for item in items) for level in Level}
        lines = tuple(item.at.line for item in items if item.rule == PLACEHOLDER.name)
        return Found(counted[Level.ERROR], counted[Level.WARNING], counted[Level.HINT], lines)
