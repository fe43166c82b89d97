"""How well a record answers for one run of characters: BM25F (Robertson & Zaragoza 2009), in 64 steps.

The browser scores by the same formula (``theme/static/search-rank.js``); its weights and the average length are handed to it
in the manifest. Scores made at build time only have to agree with one another.
"""

from __future__ import annotations

import numpy as np

from .layout import BODY, HEADING, NAME, Ints, Layout

IMPACTS = 64
"""Steps of a score, so that it takes one character."""

K1, B = 1.5, 0.75
"""Saturation of repetitions, and how far a long record is held against itself."""

WEIGHTS = {HEADING: 5.0, NAME: 1.5, BODY: 1.0}
HEADING_SHARE = 0.5
"""So much of its weight a hit in a heading has anyway; the rest is the share of the heading that it makes up."""

LENGTH_STEPS = 8
"""Lengths are kept to one step in so many of a doubling: about 9 %."""

LONGEST_LENGTH = 63


def length_classes(lengths: Ints) -> Ints:
    """Return the class of each length in positions: 0 for up to 8, then ``LENGTH_STEPS`` a doubling."""
    steps = np.round(LENGTH_STEPS * np.log2(np.maximum(lengths, 8) / 8))
    return np.minimum(steps, LONGEST_LENGTH).astype(np.int64)


def class_length(classes: Ints) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Return the length that each class stands for."""
    return np.asarray(8 * np.exp2(classes / LENGTH_STEPS), dtype=np.float64)


def average_length(lengths: Ints) -> float:
    """Return the average of the lengths as their classes tell them."""
    return float(np.round(class_length(length_classes(lengths)).mean(), 2)) if len(lengths) else 1.0


def impacts(positions: Ints, length: int, layout: Layout) -> tuple[Ints, Ints]:
    """Return the records that hold the run of ``length`` characters at ``positions``, rising, and each one's score in steps."""
    records = layout.record_of(positions)
    fields = layout.field_of(positions)
    held, inverse = np.unique(records, return_inverse=True)
    norm = 1 - B + B * class_length(length_classes(layout.lengths[held])) / average_length(layout.lengths)
    weights = np.array([WEIGHTS[field] for field in (HEADING, NAME, BODY)])[fields]
    shares = np.minimum(1, length / np.maximum(1, layout.headings[records]))
    weights = np.where(fields == HEADING, weights * (HEADING_SHARE + (1 - HEADING_SHARE) * shares), weights)
    weights = np.where(fields == BODY, weights / norm[inverse], weights)
    frequency = np.bincount(inverse, weights=weights, minlength=len(held))
    return held, np.floor(frequency / (K1 + frequency) * IMPACTS).astype(np.int64)
