"""What the case list can be narrowed by: province, who leads, setting, family of mechanisms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..library.address import Address
from ..library.model import Case, Library
from ..library.rows import Mechanism
from ..library.slug import unique_slugs

CASE_LIST = Address("cases/index.html")


@dataclass(frozen=True)
class FacetValue:
    """One value of a facet, the page that lists its cases, and their ids."""

    facet: str
    word: str
    address: Address
    cases: tuple[str, ...]


@dataclass(frozen=True)
class Facet:
    """A facet with the values that some case has, in the vocabulary's order or that of first use."""

    name: str
    slug: str
    values: tuple[FacetValue, ...]

    def value(self, word: str) -> FacetValue:
        """The value named ``word``. Raises StopIteration when no case has it."""
        return next(value for value in self.values if value.word == word)


@dataclass(frozen=True)
class Facets:
    """All facets of a library, in the order shown."""

    facets: tuple[Facet, ...]

    def address(self, facet: str, word: str) -> Address:
        """The page that lists the cases with this value."""
        return next(item for item in self.facets if item.name == facet).value(word).address


def provinces(case: Case) -> tuple[str, ...]:
    """The provinces of a case, each once."""
    return tuple(dict.fromkeys(place.province for place in case.meta.places))


def families(case: Case) -> tuple[str, ...]:
    """The families of a case's mechanisms, each once."""
    return tuple(dict.fromkeys(row.family for row in case.rows(Mechanism)))


_FACETS: tuple[tuple[str, str, Callable[[Case], tuple[str, ...]]], ...] = (
    ("省份", "province", provinces),
    ("主体类型", "lead", lambda case: (case.meta.lead.type,)),
    ("场景", "setting", lambda case: (case.meta.setting,)),
    ("机制类别", "mechanism", families),
)


def build_facets(library: Library) -> Facets:
    """Collect every facet's values and the cases that have them."""
    listed = (*library.vocabulary.lead_types, *library.vocabulary.settings, *library.vocabulary.families)
    rank = {word: index for index, word in enumerate(listed)}
    return Facets(tuple(_facet(library, rank, *facet) for facet in _FACETS))


def _facet(
    library: Library, rank: dict[str, int], name: str, slug: str, words_of: Callable[[Case], tuple[str, ...]]
) -> Facet:
    cases: dict[str, list[str]] = {}
    for case in library.cases.values():
        for word in words_of(case):
            cases.setdefault(word, []).append(case.id)
    words = sorted(cases, key=lambda word: rank.get(word, 0))
    slugs = unique_slugs(words)
    values = (
        FacetValue(name, word, Address(f"cases/by/{slug}-{slugs[word]}.html"), tuple(cases[word])) for word in words
    )
    return Facet(name, slug, tuple(values))


def search_facets(case: Case) -> dict[str, tuple[str, ...]]:
    """The facets under which search files a case page."""
    return {
        "省份": provinces(case),
        "主体类型": (case.meta.lead.type,),
        "场景": (case.meta.setting,),
        "机制": families(case),
    }
