"""Runs of Han, or of letters and digits, and their pairs of neighbouring characters: what sections can share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

WORDS = re.compile("[\u3400-\u9fff]{2,}|[a-z0-9.%]{2,}")


def pairs_of(folded: str) -> Iterator[str]:
    """Return the pairs of characters of a folded text, none across a border of its runs."""
    for run in WORDS.findall(folded):
        yield from map("".join, pairwise(run))
