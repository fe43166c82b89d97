"""Facets as fields of a query: ``省份:浙江``. Its twin in the browser is part of ``theme/static/search-query.js``."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from .analysis import fold

Field = tuple[str, str]
"""A facet's name and the value as it was typed."""


@dataclass(frozen=True)
class Chosen:
    """Fields held against what the pages have: a page is wanted that has one of the values of every facet.

    ``unknown`` are fields whose value no page has, each as (facet, value as typed, the values there are). With one of
    these nothing is wanted: a mistyped value is to be told, not passed over.
    """

    wanted: Mapping[str, tuple[str, ...]]
    unknown: tuple[tuple[str, str, tuple[str, ...]], ...]

    def wants(self, facets: Mapping[str, Collection[str]]) -> bool:
        """Whether a page with these values (facet → values) is wanted."""
        has_all = all(set(values) & set(facets.get(name, ())) for name, values in self.wanted.items())
        return has_all and not self.unknown


def facet_named(typed: str, names: Collection[str]) -> str | None:
    """Return the facet that is meant: the one with this name, else the only one that begins with it."""
    wanted = fold(typed)
    equal = [name for name in names if fold(name) == wanted]
    meant = equal or [name for name in names if wanted and fold(name).startswith(wanted)]
    return meant[0] if len(meant) == 1 else None


def choose(fields: Sequence[Field], facets: Mapping[str, Sequence[str]]) -> Chosen:
    """Hold fields against ``facets``, the values each facet has. Values of one facet are alternatives."""
    wanted: dict[str, tuple[str, ...]] = {}
    unknown: list[tuple[str, str, tuple[str, ...]]] = []
    for name, typed in fields:
        values = facets.get(name, ())
        meant = _values_meant(typed, values)
        wanted[name] = tuple(dict.fromkeys((*wanted.get(name, ()), *meant)))
        if not meant:
            unknown.append((name, typed, tuple(values)))
    return Chosen(wanted, tuple(unknown))


def _values_meant(typed: str, values: Sequence[str]) -> list[str]:
    """The value that is equal; else those that begin with what was typed; else those that contain it."""
    wanted = fold(typed)
    folded = {value: fold(value) for value in values}
    return (
        [value for value in values if folded[value] == wanted]
        or [value for value in values if folded[value].startswith(wanted)]
        or [value for value in values if wanted in folded[value]]
    )
