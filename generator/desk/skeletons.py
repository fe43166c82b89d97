"""The files that `new` writes: whole enough for `check` to accept, every place to be written marked 待写."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..library.book import TITLE_END
from .case_skeleton import case_text
from .wanted import Kind, Wanted, scalar

SOURCES = "content/sources.yml"
MANUALS = "content/manuals"


def skeleton(wanted: Wanted) -> dict[str, str]:
    """The text of every file of what is wanted, by its path in the project."""
    return _MAKERS[wanted.kind](wanted)


@dataclass(frozen=True)
class SourceLines:
    """What the entry of a source is begun with, each a value of YAML with its comment."""

    title: str = "待写：材料的标题      # 原文无标题的由编者拟，写在 note 里说明"
    authors: str = "[待写：作者或署名单位]"
    publisher: str = "未记载            # 待写：发布者，材料没有的不改"
    date: str = '年份未载               # 待写：发布日期，如 "2026-11-22"，材料没有的不改'
    paragraphs: tuple[tuple[str, str], ...] = (("P01", "待写：开头"),)
    captions: tuple[str, ...] = ()


def source_entry(key: str, lines: SourceLines | None = None) -> str:
    """The entry that a new source is begun with, at the end of sources.yml."""
    lines = lines or SourceLines()
    captions = f"  captions: [{', '.join(lines.captions)}]\n" if lines.captions else ""
    paragraphs = "".join(f"    {number}: {opening}\n" for number, opening in lines.paragraphs)
    return f"""{key}:
  title: {lines.title}
  authors: {lines.authors}
  publisher: {lines.publisher}
  date: {lines.date}
  as_of: 待写：材料截至        # 从材料本身能知道的时间
{captions}  paragraphs:                  # 一段一行：段号和开头，开头 12 字以内
{paragraphs}"""


def _case(wanted: Wanted) -> dict[str, str]:
    return {f"content/cases/{wanted.id}.md": case_text(wanted)}


def _manual(wanted: Wanted) -> dict[str, str]:
    stem = wanted.title.removesuffix(TITLE_END).removesuffix("指引")
    frequency = next(iter(wanted.vocabulary.frequencies), "每日")
    folder = f"{MANUALS}/{wanted.id}"
    index = f"""---
# 写法见 docs/manuals-format.md；井号后面是说明，写好后可以删去。
title: {scalar(stem + TITLE_END)}
short: {scalar(wanted.short_title(14))}
source: {wanted.source}
roles:                       # 责任一格只能写这里的名称
  待写责任人: 待写：用一句话说明是谁
added: "{wanted.today.isoformat()}"
---
待写：给谁用、用来做什么，一段。

## 适用范围

待写：哪些地方、什么情况下用。
"""
    chapter = f"""---
# 一章一个文件，下一章是 02-….md；检查表和表单在后，题头加 kind。
title: 待写：章名
---
待写：这一章说什么，一两句，可以删去。

## 1.1 待写：短题

待写：做什么，写成祈使句，一条只说一件事。

| 责任 | 频次 | 记录 | 依据 |
|---|---|---|---|
| 待写责任人 | {frequency} | 不另记 | 建议 |

说明：待写：依据有段号的，把“建议”换成段号；说明可以删去。
"""
    return {f"{folder}/index.md": index, f"{folder}/01-zhunbei.md": chapter}


def book_front() -> str:
    """The common front page of manuals, for the first manual of a library."""
    return "---\ntitle: 工作指引\n---\n待写：这几本指引是什么，给谁用。\n"


def _table(wanted: Wanted) -> dict[str, str]:
    chosen = f"cases: [{', '.join(wanted.cases)}]" if wanted.cases else "# cases: [案例编号]   # 不写为全部案例"
    text = f"""# 写法见 docs/table-specs.md；井号后面是说明，写好后可以删去。
title: {scalar(wanted.title)}
question: 待写：这张表要回答的问题
reading: 待写：怎样读这张表，一两句
rows: cases        # 一行是什么：cases 案例、families 机制类别、figures 数字、clauses 条款、records 一张类型表的行
{chosen}
columns:           # 待写：各列换成要看的，可用的字段见 docs/table-specs.md
  - {{label: 地点, field: 地点}}
  - {{label: 牵头主体, field: 牵头主体}}
  - {{label: 场景, field: 场景}}
"""
    return {f"content/tables/{wanted.id}.yml": text}


def _course(wanted: Wanted) -> dict[str, str]:
    steps = "\n".join(
        _step(case, f"[段{number}]({source}:P{number})")
        for case, source in zip(wanted.cases, wanted.case_sources, strict=True)
        for number in (wanted.first_paragraph(source),)
    )
    text = f"""---
# 写法见 docs/courses.md；井号后面是说明，写好后可以删去。
title: {scalar(wanted.title)}
short: {scalar(wanted.short_title(10))}
audience: 待写：给谁学，一句话
added: "{wanted.today.isoformat()}"
---
待写：学完能做什么，一段。

{steps}"""
    return {f"content/courses/{wanted.id}.md": text}


def _step(case: str, evidence: str) -> str:
    return f"""## 待写：看 {case} 的什么

待写：说清这一步看什么、想什么。{evidence}

- 阅读：[待写：案例名](case:{case})，待写：留意什么。

### 自测

#### 单选：待写：关于 {case} 的题干

- [x] 待写：对的选项
- [ ] 待写：错的选项
- [ ] 材料未说明

解析：待写：为什么对、错在哪里。{evidence}

再读：[待写：案例名](case:{case})
"""


def _handout(wanted: Wanted) -> dict[str, str]:
    parts = "\n".join(f"  - case: {case}      # 只印几节的加 sections: [章节标题]" for case in wanted.cases)
    text = f"""# 写法见 docs/handouts.md；井号后面是说明，写好后可以删去。
title: {scalar(wanted.title)}
subtitle: 待写：副题，没有的删去这一行
parts:             # 各部分，照印出的次序
  - heading: 怎样用这份讲义
    steps: [待写：第一步做什么, 待写：第二步做什么]
{parts}
"""
    return {f"content/handouts/{wanted.id}.yml": text}


_MAKERS: Mapping[Kind, Callable[[Wanted], dict[str, str]]] = {
    Kind.CASE: _case,
    Kind.MANUAL: _manual,
    Kind.TABLE: _table,
    Kind.COURSE: _course,
    Kind.HANDOUT: _handout,
}
