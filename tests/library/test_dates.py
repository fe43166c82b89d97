"""Partial dates: as precise as the source, never more."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.dates import parse_date, parse_full_date


@pytest.mark.parametrize(
    ("literal", "sort_key", "lane"),
    [
        ("2019-07-22", (2019, 7, 22), "2019年"),
        ("2019年7月22日", (2019, 7, 22), "2019年"),
        ("2017年", (2017, 0, 0), "2017年"),
        ("到2020年底", (2020, 13, 0), "2020年"),
        ("2022年底", (2022, 13, 0), "2022年"),
        ("2018年至今", (2018, 0, 0), "2018年"),
        ("2020至2022年", (2020, 0, 0), "2020年"),
        ("2019年度", (2019, 0, 0), "2019年"),
        ("8月3日", (0, 8, 3), "年份未载"),
        ("今年8月底前", (0, 8, 0), "年份未载"),
        ("今年年底前", (0, 13, 0), "年份未载"),
        ("不久前", (0, 0, 0), "年份未载"),
        ("年份未载", (0, 0, 0), "年份未载"),
    ],
)
def test_what_can_be_known_is_read_and_no_year_is_inferred(
    literal: str, sort_key: tuple[int, int, int], lane: str
) -> None:
    date = parse_date(literal)
    assert (date.literal, date.sort_key, date.lane) == (literal, sort_key, lane)


def test_year_end_comes_after_every_month_of_its_year_and_before_the_next() -> None:
    literals = ["2021年", "2020年底", "2020-12-31", "2020年3月"]
    assert sorted(literals, key=lambda text: parse_date(text).sort_key) == [
        "2020年3月",
        "2020-12-31",
        "2020年底",
        "2021年",
    ]


@pytest.mark.parametrize(
    "literal", ["", "2021-13-01", "2021-02-45", "13月1日", "2021-02-30", "0月3日", "2021年2月29日", "99999年", "202O年"]
)
def test_impossible_dates_are_refused(literal: str) -> None:
    with pytest.raises(ValueError, match=r"。$"):
        parse_date(literal)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("2020/5/1", "2020-05-01"),
        ("2020.5", "2020年5月"),
        ("２０２０年", "2020年"),
        ("二〇二〇年底", "2020年底"),
        ("2020-5-1起", "2020-05-01起"),
    ],
)
def test_slip_is_told_with_the_nearest_right_date(written: str, near: str) -> None:
    with pytest.raises(ValueError, match=rf"是否为“{near}”？$"):
        parse_date(written)


@pytest.mark.parametrize("literal", ["今天", "2026年1月", "2026/01/02", "2026-1-2", "2026-02-30"])
def test_date_known_to_the_day_is_nothing_less(literal: str) -> None:
    with pytest.raises(ValueError, match=r"[。？]$"):
        parse_full_date(literal)


@given(st.text(max_size=20))
def test_any_text_gives_a_date_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert parse_date(text).literal == text.strip()
