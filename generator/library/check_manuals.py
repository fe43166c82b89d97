"""Rules of the manuals: none passes for an official book, every clause says who, how often and on what evidence.

Each rule is one function over one manual; `check_manual` is their list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..report import Diagnostics, Position, not_among, suggestion
from .book import TITLE_END, Clause, Manual, SheetKind
from .care import check_care, check_numbers
from .check_prose import row_words
from .duty import ADVISED
from .entries import Vocabulary
from .evidence import ADVICE, ANALYSIS
from .link import Index, paragraph_problem
from .references import find_references, without_links
from .rows import Document
from .sections import Prose
from .strict_yaml import Path
from .texts import clause_texts, manual_texts

CLAUSE_LIMIT = 120
SUMMARY_LIMIT = 120


@dataclass(frozen=True)
class ManualContext:
    """A manual with what it is checked against. ``place`` gives the position of a front-matter value."""

    manual: Manual
    index: Index
    vocabulary: Vocabulary
    place: Callable[[Path], Position]
    diagnostics: Diagnostics


def check_manual(context: ManualContext) -> None:
    """Apply every rule to one manual."""
    for rule in (_title, _source, _official, _roles, _clauses, _checklists, _texts):
        rule(context)


def _title(context: ManualContext) -> None:
    meta, at = context.manual.meta, context.place(("title",))
    if not meta.title.endswith(TITLE_END):
        message = f"题头 title: “{meta.title}” 会被当作官方手册。书名要以“{TITLE_END}”结尾。"
        context.diagnostics.error(at, message)
    manuals = context.index.book.manuals.values() if context.index.book else ()
    for other in manuals:
        for name in ("title", "short"):
            if other.id < context.manual.id and getattr(other.meta, name) == getattr(meta, name):
                message = f"题头 {name}: “{getattr(meta, name)}” 与手册 {other.id} 相同。请改一个。"
                context.diagnostics.error(context.place((name,)), message)
    length = len(without_links(context.manual.summary.text))
    if length > SUMMARY_LIMIT:
        context.diagnostics.error(
            context.manual.summary.at, f"导语有 {length} 字，超过 {SUMMARY_LIMIT} 字。请压缩，其余写到二级标题之下。"
        )


def _source(context: ManualContext) -> None:
    source = context.manual.meta.source
    if source not in context.index.sources and ("source", source) not in context.index.broken:
        message = not_among("题头 source: ", source, context.index.sources)
        context.diagnostics.error(context.place(("source",)), message)


def _official(context: ManualContext) -> None:
    for number, name in enumerate(context.manual.meta.official):
        case_id, _, row_id = name.partition("/")
        case = context.index.cases.get(case_id)
        at = context.place(("official", number))
        if ("case", case_id) in context.index.broken or (case_id, row_id) in context.index.faulty:
            continue
        if case is None:
            hint = suggestion(case_id, context.index.cases)
            context.diagnostics.error(at, f"题头 official: “{name}” 应写 案例/文件编号，没有案例“{case_id}”。{hint}")
            continue
        documents = [row.id for row in case.rows(Document)]
        if row_id not in documents:
            near = suggestion(name, [f"{case_id}/{known}" for known in documents])
            context.diagnostics.error(at, f"题头 official: “{row_id}” 不是案例 {case_id} 文件与标准表的编号。{near}")


def _roles(context: ManualContext) -> None:
    used = {role for clause in context.manual.clauses() for role in clause.duty.role_names}
    for role in context.manual.meta.roles:
        if role not in used and ("part", context.manual.id) not in context.index.broken:
            at = context.place(("roles", role))
            context.diagnostics.warning(
                at, f"题头 roles: “{role}” 没有一条条款由其负责。请删去，或检查责任一格的写法。"
            )


def _clauses(context: ManualContext) -> None:
    for clause in context.manual.clauses():
        for rule in (_closed_words, _evidence, _advice, _length):
            rule(context, clause)


def _closed_words(context: ManualContext, clause: Clause) -> None:
    roles, frequencies = context.manual.meta.roles, context.vocabulary.frequencies
    for role in clause.duty.role_names:
        if role not in roles:
            message = not_among(f"条款 {clause.number} 责任: ", role, roles)
            context.diagnostics.error(clause.duty.cells["责任"], f"{message}名称先写进本手册题头的 roles。")
    if clause.duty.how_often not in frequencies:
        message = not_among(f"条款 {clause.number} 频次: ", clause.duty.how_often, frequencies)
        context.diagnostics.error(clause.duty.cells["频次"], message)


def _evidence(context: ManualContext, clause: Clause) -> None:
    at, evidence = clause.duty.cells["依据"], clause.duty.evidence
    for paragraph in evidence.paragraphs:
        problem = paragraph_problem(paragraph, context.index.sources)
        if problem and not context.index.told(paragraph, context.manual.meta.source):
            context.diagnostics.error(at, f"条款 {clause.number} 依据“{paragraph.key}” 无法找到：{problem}")
    if evidence.paragraphs and evidence.editorial:
        message = f"条款 {clause.number} 依据: 段号和{evidence.editorial}不能并写。材料没有说的那一格末尾写{ADVISED}，或另立一条。"
        context.diagnostics.error(at, message)
    elif evidence.editorial == ANALYSIS:
        message = f"条款 {clause.number} 依据: 条款是要人去做的事，没有案例依据的只能写 {ADVICE}。是否为“{ADVICE}”？"
        context.diagnostics.error(at, message)


def _advice(context: ManualContext, clause: Clause) -> None:
    """A clause that is advice as a whole does not say so cell by cell: what says it twice hides where it matters."""
    if clause.duty.is_advice:
        for column, said in clause.duty.said():
            if said.advised:
                message = f"条款 {clause.number} {column}: 整条已是建议，这一格不再写{ADVISED}。请删去。"
                context.diagnostics.error(clause.duty.cells[column], message)


def _length(context: ManualContext, clause: Clause) -> None:
    length = len(without_links(clause.text.text))
    if length > CLAUSE_LIMIT:
        message = (
            f"条款 {clause.number} 的条文有 {length} 字，超过 {CLAUSE_LIMIT} 字。一条只说一件事，请改短或分成两条。"
        )
        context.diagnostics.error(clause.text.at, message)


def _checklists(context: ManualContext) -> None:
    for sheet in context.manual.sheets:
        for item in sheet.items() if sheet.kind is SheetKind.CHECKLIST else ():
            if not any(reference.scheme == "clause" for reference in find_references(item.text)):
                message = "这一项没有注明核对哪一条。请在末尾写上条款，如（[2.1](clause:2.1)）。"
                context.diagnostics.error(item.text.at, message)


def _texts(context: ManualContext) -> None:
    manual, diagnostics = context.manual, context.diagnostics
    check_care(manual_texts(manual), diagnostics)
    check_numbers(_told_as_fact(manual), _figure_words(context), "所依据案例", diagnostics)


def _figure_words(context: ManualContext) -> Iterator[str]:
    """The words that name figures in the cases that the manual rests on."""
    sources = {p.source for clause in context.manual.clauses() for p in clause.duty.evidence.paragraphs}
    for case in (context.index.homes[source] for source in sources if source in context.index.homes):
        for row in case.all_rows():
            yield from row_words(row)


def _told_as_fact(manual: Manual) -> Iterator[Prose]:
    """The clauses that rest on cases: a number there is a figure of a case; in advice it is our own."""
    for clause in manual.clauses():
        if not clause.duty.is_advice:
            texts = list(clause_texts(clause))
            yield from (texts[0], *texts[2:])
