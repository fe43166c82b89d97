"""Cases that work alike: those that share families of mechanisms, rare families counting for more."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nsmallest

from ..library.model import Case, Library
from ..library.rows import Mechanism
from .facets import Facets, families

LIMIT = 3
FAMILIES_SHOWN = 3


@dataclass(frozen=True)
class SharedFamily:
    """A family that two cases have, with the mechanisms of each."""

    family: str
    here: tuple[Mechanism, ...]
    there: tuple[Mechanism, ...]


@dataclass(frozen=True)
class Related:
    """Another case and why it is named: the families shared, rarest first, and how many in all."""

    case: Case
    shared: tuple[SharedFamily, ...]
    total: int


def related_cases(case: Case, library: Library, facets: Facets) -> list[Related]:
    """Return up to three other cases, those with the most telling families in common first."""
    holders = {value.word: value.cases for facet in facets.facets if facet.name == "机制类别" for value in facet.values}
    weight = {family: 1 / len(cases) for family, cases in holders.items()}
    mine = sorted(families(case), key=lambda family: -weight[family])
    scores: dict[str, float] = {}
    for family in mine:
        for id_ in holders[family]:
            scores[id_] = scores.get(id_, 0.0) + weight[family]
    scores.pop(case.id, None)
    nearest = nsmallest(LIMIT, scores, key=lambda id_: (-scores[id_], id_))
    return [_related(case, other, _shared(mine, families(other))) for other in map(library.cases.__getitem__, nearest)]


def _shared(mine: list[str], theirs: tuple[str, ...]) -> list[str]:
    return [family for family in mine if family in theirs]


def _related(case: Case, other: Case, shared: list[str]) -> Related:
    rows = tuple(SharedFamily(family, _of(case, family), _of(other, family)) for family in shared[:FAMILIES_SHOWN])
    return Related(other, rows, len(shared))


def _of(case: Case, family: str) -> tuple[Mechanism, ...]:
    return tuple(row for row in case.rows(Mechanism) if row.family == family)
