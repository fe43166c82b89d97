"""What the browser knows of every record and page before it reads any of them: lengths, pages, facets, dates, asides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from ..records import Record
from .dense import encode, encode_rising
from .layout import Ints, Layout
from .scoring import length_classes

Facets = dict[str, dict[str, list[int]]]
"""Facet → value → the numbers of the pages that have it, all in the order they first come."""


@dataclass(frozen=True)
class Catalogue:
    """``page_of``: the number of each record's page. ``pages`` tells how many records each page has."""

    page_of: Ints
    pages: list[int]
    facets: Facets
    added: list[str]
    asides: list[int]
    """Numbers of the records that ask about, or qualify, what others state."""

    @classmethod
    def of(cls, pages: Mapping[str, Sequence[Record]]) -> Catalogue:
        """Read the facets and dates off each page's first record, the asides off all."""
        sizes = [len(group) for group in pages.values()]
        facets: Facets = {}
        for number, group in enumerate(pages.values()):
            for name, values in group[0].facets.items():
                for value in dict.fromkeys(values):
                    facets.setdefault(name, {}).setdefault(value, []).append(number)
        added = [group[0].added for group in pages.values()]
        ordered = chain.from_iterable(pages.values())
        asides = [number for number, record in enumerate(ordered) if record.aside]
        return cls(np.repeat(np.arange(len(sizes)), sizes), sizes, facets, added, asides)

    def count(self, pages: Ints) -> Ints:
        """Return for every value of every facet how many of ``pages`` (numbers, repeated as often as they count) have it."""
        times = np.bincount(pages, minlength=len(self.pages))
        return np.array(
            [times[having].sum() for values in self.facets.values() for having in values.values()], dtype=int
        )

    def table(self, layout: Layout) -> dict[str, object]:
        """Return the script's table. Dates: all of them, and for each page the number of its own."""
        dates = sorted(set(self.added))
        return {
            "lengths": encode(length_classes(layout.lengths).tolist()),
            "headings": encode(layout.headings.tolist()),
            "pages": encode(self.pages),
            "facets": [
                [name, [[value, encode_rising(numbers)] for value, numbers in values.items()]]
                for name, values in self.facets.items()
            ],
            "asides": encode_rising(self.asides),
            "dates": dates,
            "added": encode(map(dates.index, self.added)) if len(dates) > 1 else "",
        }
