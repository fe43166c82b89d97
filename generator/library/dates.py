"""Partial dates as the sources give them: `2019-07-22`, `2022年底`, `2018年至今`, `8月3日` (no year).

A date without a year is kept in a lane of its own (年份未载); no year is ever inferred.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date as calendar

UNDATED = "年份未载"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_CHINESE = re.compile(
    r"(?:(?P<year>\d{4})年?)?度?(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})日)?(?P<end>年?底|年末|月底)?"
)


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


_ALMOST = re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?=$|\D)")
_SPELLED_YEAR = re.compile(r"[〇○零一二三四五六七八九]{4}年")
_WIDE = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_SPELLED = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def _nearest(text: str) -> str:
    """How an editor's slip (2020/5/1, ２０２０年, 二〇二〇年) is written here; ``text`` itself when it is no slip."""
    near = text.translate(_WIDE)
    near = _SPELLED_YEAR.sub(lambda match: match[0].translate(_SPELLED), near)
    match = _ALMOST.match(near)
    if match and not _ISO.match(near):
        day = f"-{int(match['day']):02d}" if match["day"] else ""
        start = (
            f"{match['year']}-{int(match['month']):02d}{day}" if day else f"{match['year']}年{int(match['month'])}月"
        )
        near = start + near[match.end() :]
    return near


def _form(text: str) -> None:
    """Refuse what would be read as another date than it says. Raises ValueError."""
    near = _nearest(text)
    if near != text:
        raise ValueError(f"“{text}” 的写法不对。日期写作 2020-05-01、2020年5月、2020年底。是否为“{near}”？")
    if re.match(r"\d{5,}年|\d{3}年|\d{2}年\d{1,2}月|\d{3}[A-Za-z]年", text):
        raise ValueError(f"“{text}” 的年份不是四位数字。日期写作 2020-05-01、2020年5月；没有年份的写作 5月1日。")


def parse_full_date(literal: str) -> PartialDate:
    """Parse a date that the editors know to the day: ``2026-11-22``. Raises ValueError for anything else."""
    if not _ISO.fullmatch(literal.strip()):
        near = _nearest(literal.strip())
        hint = f"是否为“{near}”？" if _ISO.fullmatch(near) else ""
        raise ValueError(f"“{literal}” 应写作年-月-日，如 2026-11-22。{hint}")
    return parse_date(literal)


def parse_date(literal: str) -> PartialDate:
    """Parse a 时间 cell. Any wording is allowed; what can be known (year, month, day) is read from its start.

    Raises ValueError when it is empty or names an impossible month or day.
    """
    text = literal.strip()
    if not text:
        raise ValueError("是空的。材料没有时间的，写“年份未载”。")
    _form(text)
    match = _ISO.match(text) or re.search(_CHINESE, re.sub(r"^(?:到|截至|约|今年)", "", text))
    year, month, day = (int(match[name]) if match and match[name] else 0 for name in ("year", "month", "day"))
    if month > 12 or day > 31:
        raise ValueError(f"“{text}” 的月、日超出范围。月为 1—12，日为 1—31。")
    if match and (match["month"] or match["day"]) and not _is_real(year, month, day, match):
        raise ValueError(f"“{text}” 这一天不存在。请核对月、日。")
    at_end = match is not None and "end" in match.groupdict() and match["end"] in ("年底", "底", "年末")
    return PartialDate((year, 13 if at_end and not month else month, day), text, year or None)


def _is_real(year: int, month: int, day: int, match: re.Match[str]) -> bool:
    """Whether the calendar has such a day; 29 February passes where no year is given."""
    if (match["month"] and not month) or (match["day"] and not day):
        return False
    if not day or not month:
        return True
    try:
        calendar(year or 2000, month, day)
    except ValueError:
        return False
    return True
