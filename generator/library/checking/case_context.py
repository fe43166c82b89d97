"""What one case is checked against: shared by the rules on its tables and the rules on its prose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...report import Diagnostics, Position
from ..entries import Vocabulary
from ..linking.index import Index
from ..model import Case
from ..strict_yaml import Located, Path


@dataclass(frozen=True)
class CaseContext:
    """A case with what it is checked against. ``place`` gives the position of a front-matter value."""

    case: Case
    index: Index
    vocabulary: Vocabulary
    place: Callable[[Path], Position]
    diagnostics: Diagnostics


def place_in(located: Located | None, at: Position) -> Callable[[Path], Position]:
    """A function from a path in the front matter to its position; ``at`` where nothing is known."""
    return located.position if located else lambda _path: at
