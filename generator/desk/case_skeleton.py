"""A case begun: its five parts, and of the typed tables those whose cells are words."""

from __future__ import annotations

from collections.abc import Iterable

from ..library.entries import Vocabulary
from ..library.rows import ROW_TYPES, columns
from .wanted import Wanted, choice, scalar


def case_text(wanted: Wanted) -> str:
    """The text of a new case. A number is never stood in for: the table of figures is explained, not begun."""
    words, number = wanted.vocabulary, wanted.first_paragraph(wanted.source)
    return f"""---
# 写法见 docs/content-format.md；井号后面是说明，写好后可以删去。
title: {scalar(wanted.title)}
short: {scalar(wanted.short_title(8))}
source: {wanted.source}
places: [{{province: 待写：省份, city: 待写：城市}}]   # 材料没有写、由编者补的层级列入 inferred
lead:
  name: 待写：牵头主体
  type: {_first(words.lead_types)}      # 待写：核对，可选 {choice(words.lead_types)}
setting: {_first(words.settings)}      # 待写：核对，可选 {choice(words.settings)}
added: "{wanted.today.isoformat()}"
# key_figures: [数字表的编号]   关键数字，至多 6 个，有了数字表再写
# 类型表，各写在一个三级标题下，用不着的整张删去。列名带星号的必写：
{_explained()}
---
待写：用一句话说出做法，六十字以内。

## 背景与起因

待写：问题从哪里来。[段{number}](P{number})

{_table("问题", ("编号", "问题", "依据"), ("problem-1", "待写", f"P{number:02d}"))}
## 做法与经过

待写：做了什么，怎样做的。[段{number}](P{number})

{_practice(words, number)}
## 成效与反响

待写：有什么成效，材料没有说的写明没有。数字写进“数字”表。[段{number}](P{number})

## 探讨与评论

编者分析：待写：有什么可学，有什么要留意。

{_table("可复制要点", ("编号", "要点", "适用条件", "依据"), ("lesson-1", "待写", "待写", "编者分析"))}
{_table("局限", ("编号", "局限", "依据"), ("limit-1", "待写", "编者分析"))}
### 讨论题

1. 待写：可以讨论的问题？

## 附录

{_table("时间线", ("编号", "时间", "事项", "状态", "依据"), ("event-1", "年份未载", "待写", "背景", f"P{number:02d}"))}"""


def _practice(words: Vocabulary, number: int) -> str:
    evidence = f"P{number:02d}"
    organisation = ("group", "待写：主体", _first(words.lead_types), evidence)
    mechanism = ("mechanism-1", "待写：名称", _first(words.families), evidence)
    return "\n".join(
        (
            _table("组织", ("编号", "主体", "类型", "依据"), organisation),
            _table("机制", ("编号", "名称", "类别", "依据"), mechanism),
        )
    )


def _table(name: str, heads: Iterable[str], cells: Iterable[str]) -> str:
    heads = tuple(heads)
    rows = (heads, ("---",) * len(heads), tuple(cells))
    return "\n".join([f"### {name}", "", *(f"| {' | '.join(row)} |" for row in rows), ""])


def _explained() -> str:
    """Every typed table with its columns, as comments."""
    return "\n".join(
        f"#   {name}：{' '.join(column + '*' * needed for column, needed in columns(record).items())}"
        for name, record in ROW_TYPES.items()
    )


def _first(words: tuple[str, ...]) -> str:
    return words[0] if words else "待写"
