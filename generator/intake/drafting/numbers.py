"""Finds the figures of a text: where a number stands, how far its literal goes, and which numbers are no figures.

What a literal is, the library's own parser decides; here is only where to try, which units count, and what to leave alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...library.figures import ARROW, DIRECTIONS, WORDS, Quantity, figure_written
from .dates import CALENDAR

_UNITS = frozenset(re.findall(r"\S+", (
    "% 个百分点 倍 个 名 人 人次 人口 位 户 户次 家 家次 项 条 件 起 次 场 场次 批 批次 类 种 套 支 座 处 所 间 栋 幢 辆 台 部 份 册 本 篇 期 轮 组 块 片 "
    "张 只 棵 株 盏 把 门 方面 个方面 岁 周年 个月 个小时 个工作日 天 小时 分钟 年 分 元 万元 亿元 亩 公顷 平方米 平方公里 ㎡ 米 公里 千米 吨 公斤 千克 "
    "千瓦 千瓦时"
)))  # fmt: skip
"""Measure words of Chinese and units of measurement: what follows a number is a figure's unit only if it is one of these."""
_BEGINNINGS = frozenset({unit[0] for unit in _UNITS} | set("余多来几数整点分"))
"""What may stand behind the first numeral of a figure."""
_OF_TIME = frozenset(("个月", "个小时", "个工作日", "天", "小时", "分钟", "年", "岁", "周年"))
_ALONE = frozenset(["年", "分"])
"""Units that are more often the beginning of another word: 分队, 年度."""
_SKIPPED = (
    ("书名里的数", re.compile(r"《[^《》]*》")),
    ("年份、日期、时刻", CALENDAR),
    ("次序", re.compile(r"第[\d零一二三四五六七八九十百千]+|^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）、．]|\.(?!\d))", re.ASCII)),
    ("名称、编号", re.compile(
        r"[A-Za-z][A-Za-z+-]{0,20}\d[\d.]*|\d[\d.]{0,20}\+?[A-Za-z]+|(?<!\d)\d+(?:[-+:：/]\d+)+(?!\d*%)|(?<!\d)\d{11}(?!\d)|〔[^〔〕]*〕\d*号?", re.ASCII)),
    ("百分数的区间", re.compile(r"(?<![从由\d.])\d+(?:\.\d+)?%?[—–～~至到-]+\d+(?:\.\d+)?%", re.ASCII)),
)  # fmt: skip
"""What is no figure of a case, and why, in the words of the report."""
_NUMBER = re.compile(
    r"(?:百分之)?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|[几数零一二三四五六七八九十百千万亿两]+)|百分百", re.ASCII
)
_WORD = re.compile(rf"(?<=实现|达到)(?:{'|'.join(WORDS)})")
_SPACE = re.compile(r"(?<=\d) +(?=[一-鿿%]|\d{3}(?!\d))|(?<=[一-鿿]) +(?=\d)", re.ASCII)
_PLAIN = str.maketrans("０１２３４５６７８９％", "0123456789%")
_WORDS = re.compile("[一-鿿]{0,4}")
HIDDEN = "□"
"""Stands for each character of what is no figure, so that places stay what they are."""
_GOES_ON = re.compile(r"[一-鿿㎡²³%*/.,—–～~\d-]{0,10}", re.ASCII)
_BACK = 8
"""How many characters a literal may begin before its digits."""
_JOIN = re.compile(rf"了?(?:{'|'.join(DIRECTIONS)})?了?[到至为]|[→➔⇒]|-+>")


@dataclass(frozen=True)
class Place:
    """A figure in a text: what it is read as, and from where to where it stands there."""

    quantity: Quantity
    start: int
    end: int


@dataclass(frozen=True)
class Passed:
    """A number that is taken for no figure, and why."""

    literal: str
    why: str


def without_marks(text: str) -> str:
    """A text without the marks of mending."""
    return text.replace("⟦", "").replace("⟧", "")


def bare(text: str) -> str:
    """The text that is searched: without marks of mending and without spaces about digits, which are narrow."""
    return _SPACE.sub("", without_marks(text).translate(_PLAIN))


def find_numbers(text: str, most: int) -> tuple[list[Place], list[Passed], str]:
    """The figures of one paragraph in their order, ``most`` of them, the numbers that are none, and the text with these hidden."""
    passed: list[Passed] = []
    for why, pattern in _SKIPPED:
        for match in pattern.finditer(text):
            if re.search(r"\d", match[0]):
                passed.append(Passed(match[0], why))
        text = pattern.sub(lambda match: HIDDEN * len(match[0]), text)
    places: list[Place] = []
    for match in sorted([*_NUMBER.finditer(text), *_WORD.finditer(text)], key=lambda match: match.start()):
        since = places[-1].end if places else 0
        if match.start() < since or _is_a_word(match[0], text[match.end() : match.end() + 1]):
            continue
        if len(places) >= most:
            break
        found = _literal(text, match, since)
        why = _doubt(found, match[0]) if found else "没有认出单位" if re.search(r"\d", match[0]) else ""
        if found and not why:
            places.append(found)
        elif why and not (found and found.quantity.value == 1):
            passed.append(Passed(text[found.start : found.end] if found else _shown(text, match), why))
    return list(_joined(places, text)), passed, text


def _is_a_word(number: str, after: str) -> bool:
    """A numeral in one character with no unit behind it, 统一 or 百姓: nearly all that a text has, and never a figure."""
    return len(number) == 1 and not number.isdigit() and after not in _BEGINNINGS


def _literal(text: str, match: re.Match[str], since: int) -> Place | None:
    """The longest literal with a known unit around a number, not reaching back over ``since``."""
    goes_on = _GOES_ON.match(text, match.end())
    for end in range(goes_on.end() if goes_on else match.end(), match.end() - 1, -1):
        quantity = figure_written(text[match.start() : end])
        if quantity and _counts(quantity, text[end : end + 1]):
            break
    else:
        return None
    for start in range(max(since, match.start() - _BACK), match.start()):
        window = text[start:end]
        longer = figure_written(window, loosely=window.startswith(tuple(DIRECTIONS)))
        if longer and longer.unit == quantity.unit:
            return Place(longer, start, end)
    return Place(quantity, match.start(), end)


def _counts(quantity: Quantity, after: str) -> bool:
    """Whether the unit is one, and does not go on as another word."""
    unit = re.split(r"[/*]", quantity.unit)[0]
    if unit in _ALONE:
        return not re.match("[一-鿿]", after) or after in "的来"
    return unit in _UNITS or quantity.literal in WORDS or (not unit and quantity.rounded)


def _doubt(place: Place, number: str) -> str:
    """Why a literal is no figure after all: a number in characters is more often part of a name or a phrase."""
    quantity = place.quantity
    if re.search(r"\d", quantity.literal) or quantity.literal in WORDS or quantity.unit == "%":
        return ""
    small = quantity.value is not None and quantity.value < 10
    phrase = len(number) == 1 and not quantity.approx
    counted = quantity.unit and quantity.unit not in _OF_TIME
    return "" if counted and not small and not phrase else "汉字写的小数目或成语"


def _shown(text: str, match: re.Match[str]) -> str:
    return match[0] + (_WORDS.match(text, match.end()) or [""])[0]


def _joined(places: list[Place], text: str) -> Iterator[Place]:
    """Two values of one thing, 从82%上升到87%, as the one change that they are."""
    waiting: Place | None = None
    for place in places:
        change = waiting and _change(waiting, place, text)
        if change:
            yield change
            waiting = None
            continue
        if waiting:
            yield waiting
        waiting = place
    if waiting:
        yield waiting


def _change(first: Place, second: Place, text: str) -> Place | None:
    between = text[first.end : second.start]
    begins = text[: first.start].endswith(("从", "由"))
    if not _JOIN.fullmatch(between) or (between in ("到", "至", "为") and not begins):
        return None
    quantity = figure_written(f"{first.quantity.literal}{ARROW}{second.quantity.literal}")
    return replace(second, quantity=quantity, start=first.start - begins) if quantity else None
