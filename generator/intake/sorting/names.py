"""The names of places and bodies that a text speaks of, as far as the word after them tells: 甲山 in 甲山区, 甲山街道, 甲山集团."""

from __future__ import annotations

import re
from collections import Counter

_NAME = re.compile("(?=([\u4e00-\u9fff]{2})(?:省|市|区|县|镇|乡|街道|村|社区|小区|景区|古镇|集团|公司|地产|物业))")
_GRAMMAR = frozenset(
    "的地得了着过是在和与及或对向为以从到由把被让使将给跟同各每本该此这那其某全整新老多个一二三四五六七八九十两几中内外上下前后里间等"
    "市区县镇乡村街社小住物业户"
)
_WORDS = (
    "城市 城乡 现代 国家 国有 产业 有限 股份 智慧 幸福 美丽 和谐 文明 示范 红色 传统 专业 优质 行政 管理 "
    "服务 企业 建设 基层 建立 纳入 实施 融入 推进 推动 加强 创建 打造 走进 进入 深入 引领 发挥 实行 组建 "
    "提升 重塑 改进 指导 动员 组织 联合 依托 围绕 聚焦 参与 协调 规范 开展 党员 居民 业委 "
)
_COMMON = frozenset(_WORDS.split())
LEAST_TOTAL = 4
_SHARE = 4
"""A name is followed by such a word at least once in four times; a verb only by chance."""


def names(text: str) -> dict[str, int]:
    """Return the first two characters of each name told more than once, and how often the text has them at all."""
    followed = Counter(match[1] for match in _NAME.finditer(text))
    counted = {name: text.count(name) for name, times in followed.items() if times >= 2 and _may_be(name)}
    return {name: total for name, total in counted.items() if total >= LEAST_TOTAL and _SHARE * followed[name] >= total}


def _may_be(name: str) -> bool:
    return name not in _COMMON and _GRAMMAR.isdisjoint(name)
