"""The timeline's lanes: one a year in order, and 年份未载 last."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ..library.rows import Milestone

_NO_YEAR = 10_000


def lanes(milestones: Iterable[Milestone]) -> list[tuple[str, list[Milestone]]]:
    """Group milestones by lane. Within a year they stand by date; where no year is told, in the order of the file."""
    ordered = sorted(milestones, key=lambda row: row.date.sort_key if row.date.year else (_NO_YEAR, 0, 0))
    return [(lane, list(rows)) for lane, rows in groupby(ordered, key=lambda row: row.date.lane)]
