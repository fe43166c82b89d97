"""What a reader may hold cases against each other by, on compare.html: the closed list, in the order of its rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Dimension:
    """What a row of the view tells. ``key`` stands in the page's address; ``field`` is the field of a table of cases.

    ``kind``: ``words`` closed words, held equal or different; ``text`` free words; ``list`` entries of a typed table;
    ``families`` mechanisms, a row a family; ``figures`` figures, a row a measure; ``other-figures`` those without one.
    """

    key: str
    label: str
    kind: str
    group: str
    field: str


_BASIC, _DOING, _FIGURES, _SEEN, _PAPERS = "基本情况", "问题与做法", "数字", "反响与探讨", "时间与文件"
DIMENSIONS = (
    Dimension("place", "地点", "text", _BASIC, "地点"),
    Dimension("province", "省份", "words", _BASIC, "省份"),
    Dimension("setting", "场景", "words", _BASIC, "场景"),
    Dimension("lead", "牵头主体", "text", _BASIC, "牵头主体"),
    Dimension("lead-type", "主体类型", "words", _BASIC, "主体类型"),
    Dimension("practice", "一句话做法", "prose", _BASIC, "导语"),
    Dimension("as-of", "材料截至", "text", _BASIC, "材料截至"),
    Dimension("problems", "问题", "list", _DOING, "问题"),
    Dimension("organisations", "组织", "list", _DOING, "组织"),
    Dimension("relations", "组织关系", "list", _DOING, "组织.关系"),
    Dimension("families", "机制类别", "words", _DOING, ""),
    Dimension("mechanisms", "机制", "families", _DOING, "机制"),
    Dimension("sites", "实践点", "list", _DOING, "实践点"),
    Dimension("figures", "指标数字", "figures", _FIGURES, ""),
    Dimension("other-figures", "其他数字", "other-figures", _FIGURES, ""),
    Dimension("honours", "荣誉", "list", _SEEN, "荣誉"),
    Dimension("lessons", "可复制要点", "list", _SEEN, "可复制要点"),
    Dimension("limits", "局限", "list", _SEEN, "局限"),
    Dimension("timeline", "时间线", "list", _PAPERS, "时间线"),
    Dimension("documents", "文件与标准", "list", _PAPERS, "文件与标准"),
)
DEFAULT = ("place", "setting", "lead", "lead-type", "practice", "families", "figures", "limits")
"""The dimensions shown until a reader picks others."""
