"""Rules of care on a case's text: a short summary, quotations with evidence, superlatives marked, figures referred to."""

from __future__ import annotations

import re

from .case_context import CaseContext
from .cases import SUMMARY_LIMIT
from .model import Prose
from .references import CLAIM, LINK, find_references, position_in, without_links
from .rows import Figure, Row
from .texts import case_texts

SUPERLATIVE = re.compile(r"首个|首家|首创|率先|唯一|第一本|第一声|第一家|全国第一")
_NUMBER = re.compile(r"(?<![第\dA-Za-zP.])\d[\d,]*(?:\.\d+)?(?!\d|[年月日]|[A-Za-z])")
_NO_FIGURE = re.compile(r"段\d+(?:[、和至—-]\d+)*|\d+(?:[—至-]\d+)+(?=[年月日])|(?m:^\s*\d+\.\s)")
"""Numbers that are none of the case's figures: paragraph numbers, ranges of dates, list numbers."""
_QUOTATION = re.compile(r"(?m)^>.*$")


def check_prose(context: CaseContext) -> None:
    """Apply every rule on text to one case."""
    for rule in (_summary, _quotations, _superlatives, _numbers, _links_in_names):
        rule(context)


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
    words += getattr(row, "parts", ())
    return [*words, row.quantity.literal] if isinstance(row, Figure) else words


def _links_in_names(context: CaseContext) -> None:
    for row in context.case.all_rows():
        for name, field in type(row).model_fields.items():
            value = getattr(row, name)
            column = field.alias or ""
            if isinstance(value, str) and column not in row.linked and "](" in value:
                context.diagnostics.error(row.cells[column], f"{row.table} {row.id} {column}: 这一格不能写链接，只写文字。")
