"""Partial dates as the sources give them: `2019-07-22`, `2022年底`, `2018年至今`, `8月3日` (no year).

A date without a year is kept in a lane of its own (年份未载); no year is ever inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

UNDATED = "年份未载"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_CHINESE = re.compile(r"(?:(?P<year>\d{4})年?)?度?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?P<end>年?底|年末|月底)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as precise as the source: ``year`` None means the source gives no year.

    ``sort_key`` orders dates within one lane: year, month, day, with 年底 after every month of its year.
    """

    sort_key: tuple[int, int, int]
    literal: str
    year: int | None

    @property
    def lane(self) -> str:
        """The timeline lane: the year, or 年份未载."""
        return UNDATED if self.year is None else f"{self.year}年"


def parse_date(literal: str) -> PartialDate:
    """Parse a 时间 cell. Any wording is allowed; what can be known (year, month, day) is read from its start.

    Raises ValueError when it is empty or names an impossible month or day.
    """
    text = literal.strip()
    if not text:
        raise ValueError("是空的。材料没有时间的，写“年份未载”。")
    match = _ISO.match(text) or re.search(_CHINESE, re.sub(r"^(?:到|截至|约|今年)", "", text))
    year, month, day = (int(match[name]) if match and match[name] else 0 for name in ("year", "month", "day"))
    if month > 12 or day > 31:
        raise ValueError(f"“{text}” 的月、日超出范围。月为 1—12，日为 1—31。")
    at_end = match is not None and "end" in match.groupdict() and match["end"] in ("年底", "底", "年末")
    return PartialDate((year, 13 if at_end and not month else month, day), text, year or None)
