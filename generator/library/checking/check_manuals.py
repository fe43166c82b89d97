"""Rules of the manuals: none passes for an official book, every clause says who, how often and on what evidence.

Each rule is one function over one manual; `check_manual` is their list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...report import not_among
from ...rules import CLAUSE_NUMBER
from ..book import Clause, Manual, SheetKind
from ..duty import ADVISED
from ..evidence import ADVICE, ANALYSIS
from ..linking.link import paragraph_problem
from ..linking.references import LINK, blank, find_references, position_in, without_links
from ..linking.texts import clause_texts, manual_texts
from ..sections import Prose
from .care import check_care, check_numbers
from .check_manual_front import check_official, check_roles, check_source, check_title
from .check_prose import row_words
from .manual_context import ManualContext
from .official_names import check_official_names
from .punctuation import check_punctuation

CLAUSE_LIMIT = 120
_SEPARATOR = re.compile(r"[，,；;/／\s]+")
_BARE_CLAUSE = re.compile(
    r"(?<![\dA-Za-z.:/~≥≤<>+-])(?P<number>\d{1,2}\.\d{1,2})(?![\d.]|[%％‰℃A-Za-z]|\s*[万亿元米平公里吨千克升度倍个小分点天年月日户人次件岁亩])"
)
"""What looks like a clause's number: ``2.9``, but not ``4.5%`` or ``1.5米``."""


def check_manual(context: ManualContext) -> None:
    """Apply every rule to one manual."""
    for rule in (
        check_title,
        check_source,
        check_official,
        check_roles,
        check_official_names,
        _clauses,
        _checklists,
        _texts,
    ):
        rule(context)


def _clauses(context: ManualContext) -> None:
    for clause in context.manual.clauses():
        for rule in (_closed_words, _evidence, _advice, _length):
            rule(context, clause)


def _closed_words(context: ManualContext, clause: Clause) -> None:
    roles, frequencies = context.manual.meta.roles, context.vocabulary.frequencies
    given = clause.duty.roles.text
    unknown = [role for role in clause.duty.role_names if roles and role not in roles]
    if any(_SEPARATOR.search(role) for role in unknown):
        near = _SEPARATOR.sub("、", given).strip("、") + ADVISED * clause.duty.roles.advised
        message = f"条款 {clause.number} 责任: 几个名称用、隔开。是否为“{near}”？"
        context.diagnostics.error(clause.duty.cells["责任"], message)
    else:
        for role in unknown:
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
    check_punctuation((prose for _, prose in context.names()), diagnostics)
    _bare_numbers(context)
    facts = (Prose(_BARE_CLAUSE.sub(blank, prose.text), prose.at) for prose in _told_as_fact(manual))
    check_numbers(facts, _figure_words(context), "所依据案例", diagnostics)


def _bare_numbers(context: ManualContext) -> None:
    """Warn of what looks like a clause's number, is no link, and leads nowhere."""
    known = {clause.number for clause in context.manual.clauses()}
    for prose in () if context.has_lost_part else manual_texts(context.manual):
        for match in _BARE_CLAUSE.finditer(LINK.sub(blank, prose.text)):
            number = match["number"]
            if number not in known and ("clause", f"{context.manual.id}/{number}") not in context.index.broken:
                message = f"“{number}” 不是本指引的条号。引用条款写作 [2.1](clause:2.1)；是数值的，数字后写上单位。"
                context.diagnostics.found(CLAUSE_NUMBER, position_in(prose, match.start()), message)


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
