"""Figure literals: `1200余个`, `近20%`, `82%→87%`, `五类32项`, `全覆盖`, read without losing how they were written.

The grammar is this library's own (docs/content-format.md, 数值). A literal is

    [direction] [approximation] number [approximation] [unit] [bound] [per]

or two of them joined by an arrow, or a closed word. Nothing is ever displayed from the parsed value: pages,
charts and exports show the literal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

DIRECTIONS = {
    **dict.fromkeys(("降低", "下降", "减少"), "down"),
    **dict.fromkeys(("提升", "提高", "上升", "增长", "增加"), "up"),
}
WORDS = ("全覆盖",)
ARROW = "→"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

_NUMBER = r"(?P<number>\d[\d,]*(?:\.\d+)?|[零一二三四五六七八九两几十百千]+)"
_PATTERN = re.compile(
    rf"(?P<direction>{'|'.join(DIRECTIONS)})?"
    r"(?P<before>(?:近|约|超过|超|不少于|不低于|上)*)"
    rf"{_NUMBER}(?P<scale>[万亿]?)(?P<after>[余多来]?)(?P<scale_after>[万亿]?)"
    r"(?P<unit>%|个百分点|[一-鿿A-Za-z]*?(?:\*\d+[一-鿿]+)?)(?P<bound>以上|以下|以内|左右)?(?P<per>(?:每|/)[年月日天季周])?"
)
_CLASSES = re.compile(r"(?P<classes>(?:\d+|[一二三四五六七八九十两]+)大?[类种])(?P<rest>(?:\d|[一二三四五六七八九十]).+)")


class FigureError(ValueError):
    """The literal does not follow the grammar; the message is for the editor."""


@dataclass(frozen=True)
class Quantity:
    """A parsed figure literal.

    ``value`` is the number as a float (a percentage stays 47.2), None where the source gives none (几十家, 全覆盖);
    ``start`` the value before an arrow; ``approx`` the words 近 余 约 以上… in the order written; ``direction``
    'up', 'down' or ''; ``unit`` as written, with ``/月`` or ``/年`` where a rate per period is given.
    """

    literal: str
    value: float | None
    unit: str
    approx: str = ""
    direction: str = ""
    start: float | None = None

    @property
    def is_change(self) -> bool:
        """Whether the figure tells a change (降低47.2%, 82%→87%) and not a level."""
        return bool(self.direction) or self.start is not None


def parse_figure(literal: str) -> Quantity:
    """Parse ``literal`` as written in a 数值 cell.

    Raises FigureError when it is empty or does not follow the grammar.
    """
    text = literal.strip()
    if not text:
        raise FigureError("是空的。请照材料填写，如 1200余个、近20%、82%→87%、全覆盖。")
    if text in WORDS:
        return Quantity(text, None, "")
    if ARROW in text:
        return _parse_change(text)
    classes = _CLASSES.fullmatch(text)
    return _parse_single(classes["rest"] if classes else text, text)


def _parse_change(text: str) -> Quantity:
    halves = [half.strip() for half in text.split(ARROW)]
    if len(halves) != 2:
        raise FigureError(f"“{text}” 有多个箭头。一个数值只写一次变化，如 82%→87%。")
    start, end = (_parse_single(half, text) for half in halves)
    if start.unit != end.unit:
        raise FigureError(f"“{text}” 箭头两边单位不同（{start.unit or '无'}、{end.unit or '无'}）。两边请用同一单位。")
    return Quantity(text, end.value, end.unit, start.approx + end.approx, "", start.value)


def _parse_single(text: str, literal: str) -> Quantity:
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise FigureError(f"“{literal}” 无法识别。可写：1200余个、近20%、降低47.2%、30%以上、82%→87%、五类32项、全覆盖。")
    approx = "".join((match["before"], match["after"], match["bound"] or ""))
    if "几" in match["number"]:
        approx = "几" + approx
    value = _value(match["number"], match["scale"] + match["scale_after"])
    unit = match["unit"] + (match["per"] or "").replace("每", "/")
    return Quantity(literal, value, unit, approx, DIRECTIONS.get(match["direction"] or "", ""))


def _value(number: str, scale: str) -> float | None:
    factor = 1.0
    for char in scale:
        factor *= _SCALES[char]
    if number[0].isdigit():
        return round(float(number.replace(",", "")) * factor, 6)
    spelled = _spelled(number)
    return None if spelled is None else spelled * factor


def _spelled(text: str) -> float | None:
    """Read a Chinese numeral below ten thousand (五, 十五, 百, 一百二十); None when it holds 几."""
    if "几" in text:
        return None
    total, digit = 0, 0
    for char in text:
        if char in _SCALES:
            total += (digit or 1) * _SCALES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return float(total + digit)
