"""Finds the dates that a text gives, as the library's timeline writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from ...library.dates import parse_date

_DIGITS = "〇○零一二三四五六七八九"
CALENDAR = re.compile(
    r"(?<!\d)(?:[12]\d{3}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
    r"|(?:[12]\d{3}年?[—–～~至-]+)?[12]\d{3}(?:年代?|(?=[—–～~至-]+[12]\d{3}年))度?(?:[—–～~至-]*\d{1,2}月)?(?:份|\d{1,2}日)?(?:[年月]?[底初末])?(?:以来|至今)?"
    rf"|[{_DIGITS}]{{4}}年"
    r"|(?:前|近|过去|未来|连续|头)\d+(?:个月|个季度|个工作日|年|天|周)"
    r"|\d{2}世纪(?:\d0年代)?|\d0年代"
    r"|\d{1,2}(?:[—–～~至-]+\d{1,2})?月(?:份|[底初末]|[上中下]旬|\d{1,2}(?:[—–～~至-]+\d{1,2})?日)?"
    r"|\d{1,2}(?:[—–～~至-]+\d{1,2})?日(?!均)|\d{1,2}[:：]\d{2}(?!\d)|\d{1,2}[时点](?:\d{1,2}分|半)?(?!\d))",
    re.ASCII,
)
"""Whatever counts years, months, days or the time of day: none of it is a figure."""
_TOLD = re.compile(r"\d{4}-\d{2}-\d{2}|\d{4}(?:[—至]\d{4})?年.*|\d{1,2}月(?:\d{1,2}日|底)", re.ASCII)


def find_dates(text: str) -> Iterator[tuple[str, int]]:
    """The dates worth a line of the timeline, each with its place: with a year, or with month and day."""
    for match in CALENDAR.finditer(text):
        if _TOLD.fullmatch(match[0]) and "年代" not in match[0]:
            with suppress(ValueError):
                yield parse_date(match[0]).literal, match.start()
