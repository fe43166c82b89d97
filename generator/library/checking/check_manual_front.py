"""Rules of a manual's front page: its title, its source, the documents it must not be confused with, its roles."""

from __future__ import annotations

import re

from ...report import not_among, suggestion
from ...rules import IDLE_ROLE
from ..book import TITLE_END
from ..linking.references import without_links
from ..model import Case
from ..rows import Document
from .manual_context import ManualContext

SUMMARY_LIMIT = 120
TITLE_BRACKET = "（本库据案例编写）"


def check_title(context: ManualContext) -> None:
    """The title ends as every manual's does, no two manuals share a name, the summary is short."""
    meta, at = context.manual.meta, context.place(("title",))
    wide = re.sub(r"\s*[（(]\s*本库据案例编写\s*[）)]$", TITLE_BRACKET, meta.title)
    if meta.title and not meta.title.endswith(TITLE_END) and wide.endswith(TITLE_END):
        context.diagnostics.error(at, f"题头 title: 书名末尾的括号用全角，前后不空格。是否为“{wide}”？")
    elif meta.title and not meta.title.endswith(TITLE_END):
        message = f"题头 title: “{meta.title}” 会被当作官方手册。书名要以“{TITLE_END}”结尾。"
        context.diagnostics.error(at, message)
    manuals = context.index.book.manuals.values() if context.index.book else ()
    for other in manuals:
        for name in ("title", "short"):
            if other.id < context.manual.id and getattr(other.meta, name) == getattr(meta, name) != "":
                message = f"题头 {name}: “{getattr(meta, name)}” 与手册 {other.id} 相同。请改一个。"
                context.diagnostics.error(context.place((name,)), message)
    length = len(without_links(context.manual.summary.text))
    if length > SUMMARY_LIMIT:
        context.diagnostics.error(
            context.manual.summary.at, f"导语有 {length} 字，超过 {SUMMARY_LIMIT} 字。请压缩，其余写到二级标题之下。"
        )


def check_source(context: ManualContext) -> None:
    """The source is one that the library has."""
    source = context.manual.meta.source
    if source not in context.index.sources and ("source", source) not in context.index.broken:
        message = not_among("题头 source: ", source, context.index.sources)
        context.diagnostics.error(context.place(("source",)), message)


def check_official(context: ManualContext) -> None:
    """The documents not to be confused with the manual are rows of cases."""
    for number, name in enumerate(context.manual.meta.official):
        case_id, _, row_id = name.partition("/")
        case = context.index.cases.get(case_id)
        at = context.place(("official", number))
        if ("case", case_id) in context.index.broken or (case_id, row_id) in context.index.faulty:
            continue
        if case is None:
            homes = [id_ for id_, each in context.index.cases.items() if _has_document(each, name)]
            hint = "是否为" + "或".join(f"“{id_}/{name}”" for id_ in homes) + "？" if homes else ""
            hint = hint or f"没有案例“{case_id}”。{suggestion(case_id, context.index.cases)}"
            message = f"题头 official: “{name}” 应写 案例/文件编号"
            context.diagnostics.error(at, f"{message}{'。' if homes else '，'}{hint}")
            continue
        documents = [row.id for row in case.rows(Document)]
        if row_id not in documents:
            near = suggestion(name, [f"{case_id}/{known}" for known in documents])
            context.diagnostics.error(at, f"题头 official: “{row_id}” 不是案例 {case_id} 文件与标准表的编号。{near}")


def _has_document(case: Case, id_: str) -> bool:
    return any(row.id == id_ for row in case.rows(Document))


def check_roles(context: ManualContext) -> None:
    """Every role has a clause."""
    used = {role for clause in context.manual.clauses() for role in clause.duty.role_names}
    for role in context.manual.meta.roles:
        if role not in used and not context.has_lost_part:
            at = context.place(("roles", role))
            context.diagnostics.found(
                IDLE_ROLE, at, f"题头 roles: “{role}” 没有一条条款由其负责。请删去，或检查责任一格的写法。"
            )
