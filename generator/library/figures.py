"""Figure literals: `1200余个`, `近20%`, `82%→87%`, `五类32项`, `全覆盖`, read without losing how they were written.

The grammar is this library's own (docs/content-format.md, 数值). A literal is

    [direction] [approximation] number [approximation] [unit] [bound] [per]

or two of them joined by an arrow (a change) or a dash (a range), or a closed word. Nothing is ever displayed from the parsed value: pages,
charts and exports show the literal.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field

DIRECTIONS = {
    **dict.fromkeys(("降低", "下降", "减少"), "down"),
    **dict.fromkeys(("提升", "提高", "上升", "增长", "增加"), "up"),
}
WORDS = ("全覆盖", "全部", "一半", "半数", "过半", "半数以上")
ARROW = "→"
_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}

_BEFORE = "将近|接近|近|大约|约|超过|超|逾|不少于|不低于|至少|不超过|不足|不到|至多|最多|上"
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零一二三四五六七八九两几数十百千]+|(?=[万亿]))"
_PATTERN = re.compile(
    rf"(?P<direction>{'|'.join(DIRECTIONS)})?"
    rf"(?P<before>(?:{_BEFORE})*)"
    rf"{_NUMBER}(?P<scale>[万亿]*)(?P<after>[余多来]?)(?P<scale_after>[万亿]?)"
    r"(?P<unit>%|个百分点|[一-鿿A-Za-z㎡²³]*?(?:\*\d+[一-鿿]+)?)(?P<bound>以上|以下|以内|之内|左右|上下)?(?P<per>(?:每|/)[年月日天季周])?",
    re.ASCII,
)
_RANGE = re.compile(r"(?P<start>.*?\d(?P<unit>%?))[—–～~至到-]+(?P<end>\d.*)", re.ASCII)
_PERCENT = re.compile(r"(?P<before>.*?)(?:百分之(?P<number>[零一二三四五六七八九十百点\d.]+)|百分百)(?P<rest>.*)")
_NEIGHBOURS = re.compile(r"(?:一二|二三|两三|三四|三五|四五|五六|六七|七八|八九)")
"""三四十个, 两三家: a range in words, which has no one value."""
_CLAIM = re.compile(r"零(?!个)[一-鿿]{2,}")
"""零感染, 零发案: a claim that there was none, which nobody counted as they would 0起."""
_UNREADABLE_UNIT = re.compile(r"分之|^分百$|余|多[万亿]|半$|不到|[零一二三四五六七八九两几十百千万亿]+[个名人家户次]")
_YEAR = re.compile(r"[12]\d{3}年")
_CLASSES = re.compile(
    r"(?P<classes>(?:\d+|[一二三四五六七八九十两]+)大?[类种])(?P<rest>(?:\d|[一二三四五六七八九十]).+)"
)
_SLIPS = (
    (re.compile(r"\s+"), ""),
    (re.compile(r"[-—–=]+[>＞]|⇒|➔"), ARROW),
    (re.compile(r"(?<=\d)，(?=\d{3})"), ","),
    (re.compile(r"^[“\"‘']|[”\"’'。，；、,;]+$"), ""),
    (re.compile(r"[由从](.+?)(?:提升|提高|上升|增长|增加|下降|降低|减少)?[到至为](.+)"), r"\1→\2"),
    (re.compile(r"^(.*?\d.*?)(?:提升|提高|上升|增长|增加|下降|降低|减少)[到至为](.+)"), r"\1→\2"),
    (re.compile(r"×"), "*"),
    (re.compile(r"^(?:同比|环比|较上年|较同期)"), ""),
    (re.compile(r"^(约|大约)为"), r"\1"),
    (re.compile(r"^(提升|提高|上升|增长|增加|下降|降低|减少)了"), r"\1"),
    (re.compile(r"^(?:达到|高达|多达|共计|共|达)"), ""),
    (re.compile(r"^每([年月日天季周])(.+)$"), r"\2每\1"),
    (re.compile(r"[（(].*[）)]$"), ""),
)
"""How editors write what the grammar writes otherwise; tried in turn for the nearest right value."""
_HELP = "可写：1200余个、近20%、降低47.2%、30%以上、82%→87%、12—15个、五类32项、全覆盖。"


class FigureError(ValueError):
    """The literal does not follow the grammar; the message is for the editor."""


@dataclass(frozen=True)
class Quantity:
    """A parsed figure literal.

    ``value`` is the number as a float (a percentage stays 47.2), None where the source gives none (几十家, 12—15个, 全覆盖);
    ``start`` the value before an arrow; ``approx`` the words 近 余 约 以上… in the order written; ``direction``
    'up', 'down' or ''; ``unit`` as written, with ``/月`` or ``/年`` where a rate per period is given; ``rounded`` whether
    the number is written short (14万), so that its last digits are not told.
    """

    literal: str
    value: float | None
    unit: str
    approx: str = ""
    direction: str = ""
    start: float | None = None
    rounded: bool = field(default=False, compare=False)

    @property
    def is_change(self) -> bool:
        """Whether the figure tells a change (降低47.2%, 82%→87%) and not a level."""
        return bool(self.direction) or self.start is not None

    @property
    def is_exact(self) -> bool:
        """Whether order and difference can be told from the number: not 近20%, 70%以上, 14万, 全覆盖, 零感染."""
        return self.value is not None and not self.approx and not self.rounded

    @property
    def exact(self) -> float | None:
        """``value`` where it is exact."""
        return self.value if self.is_exact else None


def parse_figure(literal: str) -> Quantity:
    """Parse ``literal`` as written in a 数值 cell.

    Raises FigureError when it is empty or does not follow the grammar; its message offers the nearest literal that does.
    """
    text = literal.strip()
    if not text:
        raise FigureError("是空的。请照材料填写，如 1200余个、近20%、82%→87%、全覆盖。")
    try:
        return _parse(text)
    except FigureError as problem:
        near = _nearest(text)
        raise FigureError(f"{problem}是否为“{near}”？" if near else str(problem)) from None


def figure_written(text: str, loosely: bool = False) -> Quantity | None:
    """The figure that ``text`` is, None where it is none.

    ``loosely`` takes what the grammar has other words for, in those words: 从82%上升到87% is ``82%→87%``, 降低了5% is ``降低5%``.
    """
    with suppress(FigureError):
        return _parse(text)
    near = _nearest(text) if loosely else ""
    return _parse(near) if near else None


def _nearest(text: str) -> str:
    """The literal an editor most likely meant: half-width, without spaces, in the grammar's own words; or nothing."""
    near = unicodedata.normalize("NFKC", text.replace("㎡", "\0")).replace("\0", "㎡")
    for pattern, replacement in _SLIPS:
        near = pattern.sub(replacement, near)
        if near != text:
            with suppress(FigureError):
                return _parse(near).literal
    return ""


def _parse(text: str) -> Quantity:
    if text in WORDS:
        return Quantity(text, None, "")
    if _YEAR.fullmatch(text):
        raise FigureError(f"“{text}” 是年份，不是数值。时间写在“时段”一列。")
    if ARROW in text:
        return _parse_change(text)
    span = _RANGE.fullmatch(text)
    if span:
        return _parse_range(span, text)
    classes = _CLASSES.fullmatch(text)
    return _parse_single(classes["rest"] if classes else text, text)


def _parse_range(span: re.Match[str], text: str) -> Quantity:
    """12—15个, 20%—30%: between two numbers, so without a value of its own."""
    end = _parse_single(span["end"], text)
    start = _parse_single(span["start"], text)
    if (
        (start.unit and start.unit != end.unit)
        or end.direction
        or start.value is None
        or end.value is None
        or start.value >= end.value
    ):
        raise FigureError(f"“{text}” 无法识别。区间写作 12—15个、20%—30%，从小到大；前后两个值的变化写作 82%→87%。")
    return Quantity(text, None, end.unit, start.approx + "至" + end.approx, start.direction)


def _parse_change(text: str) -> Quantity:
    halves = [half.strip() for half in text.split(ARROW)]
    if len(halves) != 2:
        raise FigureError(f"“{text}” 有多个箭头。一个数值只写一次变化，如 82%→87%。")
    start, end = (_parse_single(half, text) for half in halves)
    if start.unit != end.unit:
        raise FigureError(f"“{text}” 箭头两边单位不同（{start.unit or '无'}、{end.unit or '无'}）。两边请用同一单位。")
    return Quantity(text, end.value, end.unit, start.approx + end.approx, "", start.value, start.rounded or end.rounded)


def _parse_single(text: str, literal: str) -> Quantity:
    percent = _PERCENT.fullmatch(text)
    if percent:
        text = f"{percent['before']}{_spelled_percent(percent['number'], literal)}%{percent['rest']}"
    match = _PATTERN.fullmatch(text)
    if (
        match is None
        or not (match["number"] or match["before"] or match["after"])
        or _UNREADABLE_UNIT.search(match["unit"])
    ):
        raise FigureError(f"“{literal}” 无法识别。{_HELP}")
    approx = "".join((match["before"], match["after"], match["bound"] or ""))
    spoken = next((word for word in ("几", "数") if word in match["number"]), "")
    neighbours = _NEIGHBOURS.search(match["number"])
    approx = (spoken or (neighbours[0] if neighbours else "")) + approx
    scale = match["scale"] + match["scale_after"]
    claim = _CLAIM.fullmatch(text) is not None
    value = None if neighbours or claim else _value(match["number"], scale)
    unit = match["unit"] + (match["per"] or "").replace("每", "/")
    return Quantity(literal, value, unit, approx, DIRECTIONS.get(match["direction"] or "", ""), rounded=bool(scale))


def _spelled_percent(number: str | None, literal: str) -> str:
    """百分之二十, 百分之20, 百分百: the number as digits."""
    if number is None or number == "百":
        return "100"
    whole, point, rest = number.partition("点")
    if re.fullmatch(r"\d+(?:\.\d+)?", number, re.ASCII):
        return number
    if set(whole) <= {*_DIGITS, "十", "百"} and whole and set(rest) <= set(_DIGITS) and bool(point) == bool(rest):
        return f"{_spelled(whole) or 0:.0f}" + ("." + "".join(str(_DIGITS[char]) for char in rest) if point else "")
    raise FigureError(f"“{literal}” 无法识别。{_HELP}")


def _value(number: str, scale: str) -> float | None:
    factor = 1.0
    for char in scale:
        factor *= _SCALES[char]
    if not number:
        return factor
    if number[0].isdigit():
        return round(float(number.replace(",", "")) * factor, 6)
    spelled = _spelled(number)
    return None if spelled is None else spelled * factor


def _spelled(text: str) -> float | None:
    """Read a Chinese numeral below ten thousand (五, 十五, 百, 一百二十); None when it holds 几 or 数."""
    if "几" in text or "数" in text:
        return None
    total, digit = 0, 0
    for char in text:
        if char in _SCALES:
            total += (digit or 1) * _SCALES[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return float(total + digit)
