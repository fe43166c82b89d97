"""Figure literals: read as written, nothing lost, nonsense refused."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.figures import FigureError, Quantity, parse_figure


@pytest.mark.parametrize(
    ("literal", "value", "unit", "approx", "direction", "start"),
    [
        ("2912户", 2912, "户", "", "", None),
        ("1200余个", 1200, "个", "余", "", None),
        ("近20%", 20, "%", "近", "", None),
        ("25%左右", 25, "%", "左右", "", None),
        ("70%以上", 70, "%", "以上", "", None),
        ("降低47.2%", 47.2, "%", "", "down", None),
        ("提升30%以上", 30, "%", "以上", "up", None),
        ("82%→87%", 87, "%", "", "", 82),
        ("99.97%", 99.97, "%", "", "", None),
        ("3.3亿人次", 330_000_000, "人次", "", "", None),
        ("2万余辆", 20_000, "辆", "余", "", None),
        ("近百万人次", 1_000_000, "人次", "近", "", None),
        ("上千名", 1000, "名", "上", "", None),
        ("几十家", None, "家", "几", "", None),
        ("五类32项", 32, "项", "", "", None),
        ("三大类92条", 92, "条", "", "", None),
        ("约170余个", 170, "个", "约余", "", None),
        ("近3000件每年", 3000, "件/年", "近", "", None),
        ("近3000件/年", 3000, "件/年", "近", "", None),
        ("超过200万", 2_000_000, "", "超过", "", None),
        ("1,500多个", 1500, "个", "多", "", None),
        ("十五个月", 15, "个月", "", "", None),
        ("一百二十人", 120, "人", "", "", None),
        ("365天*24小时", 365, "天*24小时", "", "", None),
        ("全覆盖", None, "", "", "", None),
        ("一半", None, "", "", "", None),
        ("逾200家", 200, "家", "逾", "", None),
        ("不足20%", 20, "%", "不足", "", None),
        ("5分钟之内", 5, "分钟", "之内", "", None),
        ("数十家", None, "家", "数", "", None),
        ("三四十个", None, "个", "三四", "", None),
        ("上万人", 10_000, "人", "上", "", None),
        ("12—15个", None, "个", "至", "", None),
        ("20%-30%", None, "%", "至", "", None),
        ("百分之二十", 20, "%", "", "", None),
        ("百分之十二点五", 12.5, "%", "", "", None),
        ("百分百", 100, "%", "", "", None),
        ("60㎡", 60, "㎡", "", "", None),
    ],
)
def test_literal_is_read_with_value_unit_approximation_and_direction(
    literal: str, value: float | None, unit: str, approx: str, direction: str, start: float | None
) -> None:
    assert parse_figure(literal) == Quantity(literal, value, unit, approx, direction, start)


@pytest.mark.parametrize(
    "literal",
    ["", " ", "很多", "约", "%", "降低", "82%→", "82%→87户", "1→2→3", "12个个个!", "-5", "=1+1", "1.2.3",
     "三分之一", "1个多亿", "12,00个", "1,2,3个", "2020年", "万元", "30—20个", "2个半", "100名余"],
)  # fmt: skip
def test_nonsense_is_refused_with_words(literal: str) -> None:
    with pytest.raises(FigureError, match=r"[。？]$"):
        parse_figure(literal)


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("约 20 %", "约20%"),
        ("近20％", "近20%"),
        ("１２００余个", "1200余个"),
        ("1，200个", "1,200个"),
        ("82%->87%", "82%→87%"),
        ("由82%提高到87%", "82%→87%"),
        ("下降了20%", "下降20%"),
        ("同比增长20%", "增长20%"),
        ("达到20%", "20%"),
        ("12个。", "12个"),
        ("每月1次", "1次每月"),
        ("7×24小时", "7*24小时"),
        ("522名（含预备党员）", "522名"),
    ],
)
def test_slip_is_told_with_the_nearest_right_literal(written: str, near: str) -> None:
    with pytest.raises(FigureError, match=rf"是否为“{re.escape(near)}”？$"):
        parse_figure(written)


@pytest.mark.parametrize(
    ("literal", "change"), [("降低47.2%", True), ("82%→87%", True), ("99.97%", False), ("全覆盖", False)]
)
def test_change_is_told_from_level(literal: str, change: bool) -> None:
    assert parse_figure(literal).is_change is change


@given(st.text(max_size=30))
def test_any_text_gives_a_quantity_or_a_figure_error(text: str) -> None:
    with suppress(FigureError):
        assert parse_figure(text).literal == text.strip()


@given(st.integers(0, 10**9), st.sampled_from(["", "近", "约", "超过"]), st.sampled_from(["个", "户", "人次", "%", ""]))
def test_plain_numbers_keep_value_approximation_and_unit(number: int, before: str, unit: str) -> None:
    quantity = parse_figure(f"{before}{number}{unit}")
    assert (quantity.value, quantity.approx, quantity.unit) == (number, before, unit)
