"""Milestones and other dated rows in time: by year, and what has no year after all that has one, as it was written."""

from __future__ import annotations

from .dates import UNDATED, PartialDate

TimeKey = tuple[int, int, int]
_LAST: TimeKey = (10_000, 0, 0)


def time_key(date: PartialDate | None) -> TimeKey:
    """Sorts dates in time. All without a year are equal and last, so that a stable sort keeps them in their order."""
    return date.sort_key if date is not None and date.year else _LAST


def lane_of(date: PartialDate | None) -> str:
    """The year (``2019年``) that a date stands under, or 年份未载 where the source gives no year or no date."""
    return date.lane if date is not None else UNDATED
