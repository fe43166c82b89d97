"""The timeline's lanes: one a year in order, and 年份未载 last."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ..library.chronology import time_key
from ..library.rows import Milestone


def lanes(milestones: Iterable[Milestone]) -> list[tuple[str, list[Milestone]]]:
    """Group milestones by lane. Within a year they stand by date; where no year is told, in the order of the file."""
    ordered = sorted(milestones, key=lambda row: time_key(row.date))
    return [(lane, list(rows)) for lane, rows in groupby(ordered, key=lambda row: row.date.lane)]
