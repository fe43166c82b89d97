"""Facets on the desktop: their values, the ones asked for by --facet, and how many hits have each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ...report import not_among
from ..fields import Chosen, Field, choose, facet_named
from ..records import Record

Values = Mapping[str, tuple[str, ...]]
_BETWEEN = re.compile("[:：=＝]")


class FacetError(Exception):
    """A facet or value asked for that the library does not have; the message names those it has."""


def facet_values(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Return the values of every facet, in the order in which they first come."""
    found: dict[str, dict[str, None]] = {}
    for record in records:
        for name, values in record.facets.items():
            found.setdefault(name, {}).update(dict.fromkeys(values))
    return {name: tuple(values) for name, values in found.items()}


def read_facets(given: Iterable[str], known: Values) -> Chosen:
    """Read ``省份:浙江`` or ``类型=案例``. Raises FacetError when facet or value is unknown or missing."""
    chosen = choose([_field(text, known) for text in given], known)
    if chosen.unknown:
        raise FacetError("\n".join(unknown_messages(chosen)))
    return chosen


def unknown_messages(chosen: Chosen) -> list[str]:
    """Word what is wrong with each field whose value no page has."""
    return [not_among(name, shortened(typed), values, _LISTED) for name, typed, values in chosen.unknown]


def shortened(text: str) -> str:
    """Return what was typed as a message repeats it: not all of a long one, and nothing that a terminal obeys."""
    told = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return "".join(char if char.isprintable() else " " for char in told)


_LISTED, _SHOWN = 30, 40


def _field(text: str, known: Values) -> Field:
    name, value = (*_BETWEEN.split(text, maxsplit=1), "")[:2]
    facet = facet_named(name, known)
    if facet is None:
        raise FacetError(not_among("筛选项", name, known))
    if not value.strip():
        raise FacetError(f"--facet {text} 没有写值，应如 --facet {facet}:{next(iter(known[facet]))}。")
    return facet, value


def count_facets(
    hits: Sequence[Mapping[str, Sequence[str]]], known: Values, chosen: Chosen
) -> dict[str, dict[str, int]]:
    """Return facet → value → how many of the hits have it, most first, as if that facet itself were not chosen.

    ``hits``: the facets of each hit's page.
    """
    return {name: _count(name, hits, values, chosen) for name, values in known.items()}


def _count(
    name: str, hits: Sequence[Mapping[str, Sequence[str]]], values: Sequence[str], chosen: Chosen
) -> dict[str, int]:
    others = Chosen({other: wanted for other, wanted in chosen.wanted.items() if other != name}, ())
    counts = Counter(value for facets in hits if others.wants(facets) for value in facets.get(name, ()))
    return {value: counts[value] for value in sorted(values, key=lambda value: -counts[value]) if counts[value]}
