"""What must agree across the library once every file is read: closed lists, evidence, ids, care.

Each rule is one function over one case; `check_case` is their list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ..report import Diagnostics, Position, not_among, suggestion
from .cases import SUMMARY_LIMIT
from .link import Index, paragraph_problem
from .model import Case, Prose, Vocabulary
from .references import CLAIM, LINK, find_references, position_in, without_links
from .rows import (
    PANDEMIC,
    UNKNOWN,
    Document,
    Edge,
    Figure,
    FigureMark,
    Mechanism,
    Organisation,
    Problem,
    Row,
    Site,
)
from .strict_yaml import Located, Path
from .texts import case_texts, evidenced

SUPERLATIVE = re.compile(r"首个|首家|首创|率先|唯一|第一本|第一声|第一家|全国第一")
_NUMBER = re.compile(r"(?<![第\dA-Za-zP.])\d[\d,]*(?:\.\d+)?(?!\d|[年月日]|[A-Za-z])")
_NO_FIGURE = re.compile(r"段\d+(?:[、和至—-]\d+)*|\d+(?:[—至-]\d+)+(?=[年月日])|(?m:^\s*\d+\.\s)")
"""Numbers that are none of the case's figures: paragraph numbers, ranges of dates, list numbers."""
_QUOTATION = re.compile(r"(?m)^>.*$")


@dataclass(frozen=True)
class CaseContext:
    """A case with what it is checked against. ``place`` gives the position of a front-matter value."""

    case: Case
    index: Index
    vocabulary: Vocabulary
    place: Callable[[Path], Position]
    diagnostics: Diagnostics


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
        _summary,
        _quotations,
        _superlatives,
        _numbers,
        _links_in_names,
    ):
        rule(context)


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
            if problem and not context.index.told(paragraph, context.case):
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
            message = f"{subject}{figure.measure} 的单位是“{wanted}”，数值的单位是“{figure.quantity.unit}”。请换指标或留空。"
            context.diagnostics.error(at, message)


def _key_figures(context: CaseContext) -> None:
    figures = {figure.id: figure for figure in context.case.rows(Figure)}
    for number, id_ in enumerate(context.case.meta.key_figures):
        at = context.place(("key_figures", number))
        if (context.case.id, id_) in context.index.faulty:
            continue
        if id_ not in figures:
            context.diagnostics.error(at, f"题头 key_figures: “{id_}” 不是数字表的编号。{suggestion(id_, figures)}")
        elif figures[id_].mark is FigureMark.PANDEMIC:
            context.diagnostics.error(at, f"题头 key_figures: “{id_}” 是{PANDEMIC}的数字，不列入关键数字。请换一个。")


def _summary(context: CaseContext) -> None:
    length = len(without_links(context.case.summary.text))
    if length > SUMMARY_LIMIT:
        at = context.case.summary.at
        context.diagnostics.error(at, f"导语有 {length} 字，超过 {SUMMARY_LIMIT} 字。请压缩成一句话做法。")


def _quotations(context: CaseContext) -> None:
    for prose in case_texts(context.case):
        for match in re.finditer(r"(?m)(?:^>.*\n?)+", prose.text):
            inner = Prose(match[0], prose.at)
            if not any(reference.scheme == "P" for reference in find_references(inner)):
                at = position_in(prose, match.start())
                context.diagnostics.error(at, "引文没有注明段落。请在引文末尾加 [段5](P5) 这样的依据。")


def _superlatives(context: CaseContext) -> None:
    for prose in case_texts(context.case):
        open_text = LINK.sub(_blank_unless_open, _QUOTATION.sub(_blank, prose.text))
        for match in SUPERLATIVE.finditer(open_text):
            at = position_in(prose, match.start())
            message = f"“{match[0]}” 是材料的自我评价。请写作 [{match[0]}…](claim:P12)，页面会注明“文中自述”，或放在引文里。"
            context.diagnostics.error(at, message)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _blank_unless_open(match: re.Match[str]) -> str:
    """Hide claims, and the targets of other links; the words of other links stay open to the rule."""
    if match["target"].startswith(f"{CLAIM}:"):
        return _blank(match)
    return f" {match['text']} ".ljust(len(match[0]))


def _numbers(context: CaseContext) -> None:
    known = {number for row in context.case.all_rows() for text in _row_words(row) for number in _NUMBER.findall(text)}
    for prose in case_texts(context.case):
        bare = LINK.sub(_blank, _QUOTATION.sub(_blank, prose.text))
        bare = _NO_FIGURE.sub(_blank, bare)
        for match in _NUMBER.finditer(bare):
            if match[0] not in known:
                message = f"数字“{match[0]}” 在本案的数字表里没有。请加入数字表并写成 fig: 链接，或检查是否写错。"
                context.diagnostics.warning(position_in(prose, match.start()), message)


def _row_words(row: Row) -> list[str]:
    """The words of a row that name figures: a figure's literal, a name that has a number in it."""
    words = [row.label] if not row.linked else []
    words += [part for part in getattr(row, "parts", ())]
    return [*words, row.quantity.literal] if isinstance(row, Figure) else words


def _links_in_names(context: CaseContext) -> None:
    for row in context.case.all_rows():
        for name, field in type(row).model_fields.items():
            value = getattr(row, name)
            column = field.alias or ""
            if isinstance(value, str) and column not in row.linked and "](" in value:
                context.diagnostics.error(row.cells[column], f"{row.table} {row.id} {column}: 这一格不能写链接，只写文字。")


def place_in(located: Located | None, at: Position) -> Callable[[Path], Position]:
    """A function from a path in the front matter to its position; ``at`` where nothing is known."""
    return located.position if located else lambda _path: at
