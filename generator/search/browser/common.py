"""Answers for what stands too often to be looked up by position: single characters and very common runs.

For each such run a *head* holds what a first page of results needs: how many records and pages hold it, the counts of all
facets, and the best records. All its records stand in *pages* of ``PAGE`` records, the best first, within a page in order
of their numbers; they are read when more results, a filter or a second word ask for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .catalogue import Catalogue
from .dense import encode, encode_lists
from .layout import Ints, Layout
from .scoring import impacts

BEST = 60
"""How many of the best records a head holds: more than a first page of results shows."""

PAGE = 8192


@dataclass(frozen=True)
class Head:
    """What is known of a common run: its entry in the table of heads, and the pages of its records."""

    run: str
    entry: list[object]
    pages: list[str]


def heads(common: Mapping[str, Ints], layout: Layout, catalogue: Catalogue) -> Iterator[Head]:
    """Yield the head of each common run, in the order given; ``common`` tells where in the text each stands."""
    for run, indexes in common.items():
        records, scores = impacts(layout.positions[indexes], len(run), layout)
        order = np.lexsort((records, -scores))
        yield Head(run, _entry(records, scores, order, catalogue), list(_pages(records, scores, order)))


def _entry(records: Ints, scores: Ints, order: Ints, catalogue: Catalogue) -> list[object]:
    """[records, pages, counts of all facet values in the catalogue's order, the best records and their impacts]."""
    pages = catalogue.page_of[records]
    best = order[:BEST]
    pairs = np.stack([records[best], scores[best]], axis=1)
    return [
        len(records),
        len(np.unique(pages)),
        encode(catalogue.count(pages).tolist()),
        encode(pairs.ravel().tolist()),
    ]


def _pages(records: Ints, scores: Ints, order: Sequence[int] | Ints) -> Iterator[str]:
    """Records and impacts of one page after the other: the step from the record before, then the impact."""
    for start in range(0, len(order), PAGE):
        page = np.sort(np.asarray(order[start : start + PAGE]))
        steps = np.diff(records[page], prepend=0)
        codes, _ = encode_lists(np.stack([steps, scores[page]], axis=1).ravel(), [0])
        yield codes[1:]
