"""Text in boxes: how wide it is in units of one Han character, and where its lines break."""

from __future__ import annotations

from math import ceil

MOST_UNITS = 9.0
_NARROW = 0.56
_SLACK, _ALMOST = 2.0, 0.5
"""How far from the even place a line may break to keep a word whole, in units."""
_NEVER_FIRST = "、，。：；！？）》”’·"
_NEVER_LAST = "（《“‘"
_GOOD_LAST = "、，；：—）》”区市县镇局"
# fmt: off
_WORDS = (
    "红色物业", "红色管家", "案例", "对照", "讲义", "物业", "管理", "行业", "服务", "党委", "党支部", "党组织", "党小组", "党群", "党建", "委员会",
    "社区", "街道", "公司", "企业", "小区", "机制", "模式", "体系", "中心", "实施", "意见",
    "建设", "治理", "工作", "协调", "运行", "创建", "示范", "表彰", "居民", "业主", "镇街", "责任",
)
# fmt: on
"""Words that box labels are made of: a line does not break inside one where it can help it."""
BREAKING = {
    "narrow": _NARROW,
    "slack": _SLACK + _ALMOST,
    "neverFirst": _NEVER_FIRST,
    "neverLast": _NEVER_LAST,
    "goodLast": _GOOD_LAST,
    "words": _WORDS,
}
"""What the page's own wrap goes by, when it sets a title."""


def units(text: str) -> float:
    """The width of ``text``: one for a Han character or full-width mark, about half for Latin and digits."""
    return sum(_NARROW if char.isascii() else 1.0 for char in text)


def wrap(text: str, most: float = MOST_UNITS) -> tuple[str, ...]:
    """Break ``text`` into lines of about ``most`` units, all of like length, at the border of words where one is near."""
    count = ceil(units(text) / most)
    if count < 2:
        return (text,)
    target = units(text) / count
    places = [index for index in range(1, len(text)) if _may_break(text, index)]
    near = [index for index in places if abs(units(text[:index]) - target) <= _SLACK + _ALMOST]
    if not near:
        return (text,)
    index = min(near, key=lambda index: (_cost(text, index, target), index))
    return (text[:index], *wrap(text[index:], most))


def _may_break(text: str, index: int) -> bool:
    before, here = text[index - 1], text[index]
    inside_word = before.isascii() and here.isascii() and before.isalnum() and here.isalnum()
    return not inside_word and here not in _NEVER_FIRST and before not in _NEVER_LAST


def _cost(text: str, index: int, target: float) -> float:
    cost = abs(units(text[:index]) - target)
    if any(word in text[max(0, index - len(word) + 1) : index + len(word) - 1] for word in _WORDS):
        cost += 2.0
    if text[index - 1] in _GOOD_LAST or text.startswith(("（", *_WORDS), index):
        cost -= 1.0
    return cost
