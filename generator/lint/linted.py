"""What the rules are given: the library, the project it stands in, and where to tell what they find."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ..library.model import Case, Library
from ..paths import Project
from ..report import Diagnostics
from .reading.mentions import FigureFinder
from .reading.told import Told, told_by


@dataclass(frozen=True)
class Linted:
    """One run of the rules."""

    library: Library
    project: Project
    diagnostics: Diagnostics

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """The cases whose files have no errors: of a row that could not be read a rule would say that it is missing."""
        faulty = {error.at.path for error in self.diagnostics.errors}
        return tuple(case for case in self.library.cases.values() if case.at.path not in faulty)

    @cached_property
    def figures(self) -> FigureFinder:
        """What finds figures in words."""
        return FigureFinder(self.library)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Everything that editors wrote as text, by paragraphs, with the figures that each names."""
        return tuple(map(self.figures.named, told_by(self.cases, self.library)))
