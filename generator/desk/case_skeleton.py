"""A case begun: its five parts, and of the typed tables those whose cells are words, or what a text tells beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..library.rows import ROW_TYPES, Document, Figure, Milestone, Row, columns
from .wanted import Wanted, choice, scalar

Cells = Mapping[str, str]
"""One row of a typed table, by its columns."""


@dataclass(frozen=True)
class Known:
    """What is known before an editor writes: nothing for a case begun by hand, what its text tells for a draft.

    ``places`` is a value of YAML; those ending in ``note`` are comments for the editor.
    """

    title_note: str = ""
    short_note: str = ""
    places: str = "[{province: 待写：省份, city: 待写：城市}]"
    places_note: str = "材料没有写、由编者补的层级列入 inferred"
    rows: Mapping[type[Row], tuple[Cells, ...]] = field(default_factory=dict)


def case_text(wanted: Wanted, known: Known | None = None) -> str:
    """The text of a new case, with ``known`` where it was found. A number is never stood in for: without one there is no table of figures."""
    known = known or Known()
    words, number = wanted.vocabulary, wanted.first_paragraph(wanted.source)
    evidence = f"P{number:02d}"
    event = {"编号": "event-1", "时间": "年份未载", "事项": "待写", "状态": "背景", "依据": evidence}
    counted, named = (known.rows.get(kind, ()) for kind in (Figure, Document))
    figures = f"{_table(Figure.table, *counted)}\n" if counted else ""
    documents = f"\n{_table(Document.table, *named)}" if named else ""
    return f"""---
# 写法见 docs/content-format.md；井号后面是说明，写好后可以删去。
title: {scalar(wanted.title)}{_note(known.title_note)}
short: {scalar(wanted.short_title(8))}{_note(known.short_note)}
source: {wanted.source}
places: {known.places}{_note(known.places_note)}
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

{_table("问题", {"编号": "problem-1", "问题": "待写", "依据": evidence})}
## 做法与经过

待写：做了什么，怎样做的。[段{number}](P{number})

{_table("组织", {"编号": "group", "主体": "待写：主体", "类型": _first(words.lead_types), "依据": evidence})}
{_table("机制", {"编号": "mechanism-1", "名称": "待写：名称", "类别": _first(words.families), "依据": evidence})}
## 成效与反响

待写：有什么成效，材料没有说的写明没有。数字写进“数字”表。[段{number}](P{number})

{figures}## 探讨与评论

编者分析：待写：有什么可学，有什么要留意。

{_table("可复制要点", {"编号": "lesson-1", "要点": "待写", "适用条件": "待写", "依据": "编者分析"})}
{_table("局限", {"编号": "limit-1", "局限": "待写", "依据": "编者分析"})}
### 讨论题

1. 待写：可以讨论的问题？

## 附录

{_table(Milestone.table, *known.rows.get(Milestone, (event,)))}{documents}"""


def _table(name: str, *rows: Cells) -> str:
    heads = tuple(rows[0])
    lines = (heads, ("---",) * len(heads), *(tuple(row[head] for head in heads) for row in rows))
    return "\n".join([f"### {name}", "", *(f"| {' | '.join(line)} |" for line in lines), ""])


def _note(words: str) -> str:
    return f"   # {words}" if words else ""


def _explained() -> str:
    """Every typed table with its columns, as comments."""
    return "\n".join(
        f"#   {name}：{' '.join(column + '*' * needed for column, needed in columns(record).items())}"
        for name, record in ROW_TYPES.items()
    )


def _first(words: Iterable[str]) -> str:
    return next(iter(words), "待写")
