"""What must agree across the library once every file is read: closed lists, ids, evidence, measures.

Each rule is one function over one case; `check_case` is their list.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...report import not_among, suggestion
from ..linking.link import paragraph_problem
from ..linking.texts import evidenced
from ..rows import Document, Edge, Figure, Mechanism, Organisation, Problem, Row, Site
from ..strict_yaml import Path
from ..values import PANDEMIC, UNKNOWN, FigureMark
from .case_context import CaseContext
from .check_prose import check_prose


def check_case(context: CaseContext) -> None:
    """Apply every rule to one case."""
    for rule in (
        _closed_words,
        _unique_ids,
        _evidence,
        _organisation_targets,
        _answers,
        _measures,
        _key_figures,
        _places,
        _unique_names,
    ):
        rule(context)
    check_prose(context)


def _closed_words(context: CaseContext) -> None:
    vocabulary, meta = context.vocabulary, context.case.meta
    front: list[tuple[Path, str, Iterable[str]]] = [
        (("lead", "type"), meta.lead.type, vocabulary.lead_types),
        (("setting",), meta.setting, vocabulary.settings),
        (("source",), meta.source, context.index.sources),
    ]
    for path, value, allowed in front:
        if value not in allowed and ("source", value) not in context.index.broken:
            name = ".".join(map(str, path))
            context.diagnostics.error(context.place(path), not_among(f"题头 {name}: ", value, allowed))
    lists: dict[type[Row], tuple[str, str, Iterable[str]]] = {
        Organisation: ("类型", "type", vocabulary.lead_types),
        Mechanism: ("类别", "family", vocabulary.families),
        Site: ("类型", "type", vocabulary.site_types),
        Document: ("类型", "type", vocabulary.document_types),
    }
    for row in context.case.all_rows():
        column, name, allowed = lists.get(type(row), ("", "", ()))
        if column and getattr(row, name) not in allowed:
            message = not_among(f"{row.table} {row.id} {column}: ", getattr(row, name), allowed)
            context.diagnostics.error(row.cells[column], message)
    for organisation in context.case.rows(Organisation):
        for edge in organisation.edges:
            if edge.relation not in vocabulary.relations:
                message = not_among(f"组织 {organisation.id} 关系: ", edge.relation, vocabulary.relations)
                context.diagnostics.error(edge.cells["关系"], message)


def _unique_ids(context: CaseContext) -> None:
    seen: dict[str, Row] = {}
    for row in context.case.all_rows():
        if row.id in seen:
            first = seen[row.id]
            message = f"编号“{row.id}” 重复，第 {first.at.line} 行的{first.table}表已用。编号全案唯一，请改名。"
            context.diagnostics.error(row.at, message)
        seen.setdefault(row.id, row)


def _evidence(context: CaseContext) -> None:
    for row in evidenced(context.case):
        for paragraph in row.evidence.paragraphs:
            problem = paragraph_problem(paragraph, context.index.sources)
            if problem and not context.index.told(paragraph, context.case.meta.source):
                context.diagnostics.error(row.cells["依据"], f"依据“{paragraph.key}” 无法找到：{problem}")


def _organisation_targets(context: CaseContext) -> None:
    known = {row.id: row for row in context.case.all_rows()}
    for organisation in context.case.rows(Organisation):
        for edge in organisation.edges:
            _organisation_target(context, organisation, edge, known)


def _organisation_target(context: CaseContext, owner: Organisation, edge: Edge, known: Mapping[str, Row]) -> None:
    if edge.target == UNKNOWN or (context.case.id, edge.target) in context.index.faulty:
        return
    subject = f"组织 {owner.id} 对象: “{edge.target}”"
    if edge.target == owner.id:
        context.diagnostics.error(edge.cells["对象"], f"{subject} 是它自己。请写另一个主体的编号。")
    elif edge.target not in known:
        hint = suggestion(edge.target, known)
        message = f"{subject} 不是本案任何一行的编号。材料没有说的写 {UNKNOWN}。{hint}"
        context.diagnostics.error(edge.cells["对象"], message)


def _answers(context: CaseContext) -> None:
    mechanisms = [mechanism.id for mechanism in context.case.rows(Mechanism)]
    for problem in context.case.rows(Problem):
        for answer in problem.answers:
            if answer not in mechanisms and (context.case.id, answer) not in context.index.faulty:
                message = f"问题 {problem.id} 对策: “{answer}” 不是机制表的编号。{suggestion(answer, mechanisms)}"
                context.diagnostics.error(problem.cells["对策"], message)


def _measures(context: CaseContext) -> None:
    measures = context.index.measures
    for figure in context.case.rows(Figure):
        if not figure.measure or ("measure", figure.measure) in context.index.broken:
            continue
        at, subject = figure.cells["可比指标"], f"数字 {figure.id} 可比指标: "
        if figure.measure not in measures:
            context.diagnostics.error(at, not_among(subject, figure.measure, measures))
        elif figure.quantity.unit and figure.quantity.unit != measures[figure.measure].unit:
            wanted = measures[figure.measure].unit
            message = (
                f"{subject}{figure.measure} 的单位是“{wanted}”，数值的单位是“{figure.quantity.unit}”。请换指标或留空。"
            )
            context.diagnostics.error(at, message)


def _key_figures(context: CaseContext) -> None:
    figures = {figure.id: figure for figure in context.case.rows(Figure)}
    for number, id_ in enumerate(context.case.meta.key_figures):
        at = context.place(("key_figures", number))
        if (context.case.id, id_) in context.index.faulty:
            continue
        if id_ in context.case.meta.key_figures[:number]:
            context.diagnostics.error(at, f"题头 key_figures: “{id_}” 写了两次。请删去一处。")
        elif id_ not in figures:
            context.diagnostics.error(at, f"题头 key_figures: “{id_}” 不是数字表的编号。{suggestion(id_, figures)}")
        elif figures[id_].mark is FigureMark.PANDEMIC:
            context.diagnostics.error(at, f"题头 key_figures: “{id_}” 是{PANDEMIC}的数字，不列入关键数字。请换一个。")


def _places(context: CaseContext) -> None:
    for number, place in enumerate(context.case.meta.places):
        given = [level for level in ("province", "city", "county", "town") if getattr(place, level)]
        for index, level in enumerate(place.inferred):
            if level not in given:
                at = context.place(("places", number, "inferred", index))
                context.diagnostics.error(at, not_among("题头 places inferred: ", level, given))


def _unique_names(context: CaseContext) -> None:
    """Two cases of one name cannot be told apart in tables and lists."""
    for name in ("title", "short"):
        own = getattr(context.case.meta, name)
        others = (
            case
            for case in context.index.cases.values()
            if case.id < context.case.id and getattr(case.meta, name) == own
        )
        for other in others:
            context.diagnostics.error(
                context.place((name,)), f"题头 {name}: “{own}” 与案例 {other.id} 相同。请改一个。"
            )
