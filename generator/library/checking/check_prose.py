"""Rules on a case's text: those of care that hold for all text, and what its names, cells and figures must keep to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...report import Position
from ..linking.references import blank, without_links
from ..linking.texts import case_texts, row_texts, word_cells
from ..reading.cases import SUMMARY_LIMIT
from ..rows import Figure, Row
from ..sections import Prose
from ..values import PANDEMIC, FigureMark
from .care import SUPERLATIVE, TITLED, check_care, check_numbers
from .case_context import CaseContext
from .punctuation import check_punctuation

_BLOCK = re.compile(r"(?:[-*+]|\d+\.)\s|[>#]")
PANDEMIC_WORDS = re.compile("疫情|抗疫|防疫|核酸|新冠")


def check_prose(context: CaseContext) -> None:
    """Apply every rule on text to one case."""
    for rule in (
        _summary,
        _names,
        _links_in_names,
        _blocks_in_cells,
        _pandemic,
    ):
        rule(context)
    texts = list(case_texts(context.case))
    cells = [Prose(text, row.cells[column]) for row in context.case.all_rows() for column, text in word_cells(row)]
    words = (word for row in context.case.all_rows() for word in row_words(row))
    check_care(texts, context.diagnostics)
    check_punctuation(cells, context.diagnostics)
    check_numbers(texts, words, "本案", context.diagnostics)


def _summary(context: CaseContext) -> None:
    length = len(without_links(context.case.summary.text))
    if length > SUMMARY_LIMIT:
        at = context.case.summary.at
        context.diagnostics.error(at, f"导语有 {length} 字，超过 {SUMMARY_LIMIT} 字。请压缩成一句话做法。")


def _names(context: CaseContext) -> None:
    """No superlative where no claim can be written: titles, headings, names, cells without links."""
    for what, text, at in _all_names(context):
        match = SUPERLATIVE.search(TITLED.sub(blank, text))
        if match:
            message = f"{what}: “{match[0]}” 是材料的自我评价，这里写不了 claim: 链接。请删去，或改写在正文里。"
            context.diagnostics.error(at, message)
        elif what.startswith("题头") and ("](" in text or "**" in text):
            context.diagnostics.error(at, f"{what}: 不能写链接和加粗，只写文字。")


def _all_names(context: CaseContext) -> Iterator[tuple[str, str, Position]]:
    """Everything short that a page shows and that may hold no reference, with what it is and where it stands."""
    meta = context.case.meta
    yield "题头 title", meta.title, context.place(("title",))
    yield "题头 short", meta.short, context.place(("short",))
    yield "题头 lead.name", meta.lead.name, context.place(("lead", "name"))
    for section in context.case.sections():
        yield "标题", section.title, section.at
    for row in context.case.all_rows():
        for column, text in word_cells(row):
            yield f"{row.table} {row.id} {column}", text, row.cells[column]


def _blocks_in_cells(context: CaseContext) -> None:
    for row in context.case.all_rows():
        for prose in row_texts(row):
            if _BLOCK.match(prose.text):
                context.diagnostics.error(prose.at, "单元格里不用列表、标题和引文。请写成一句话，或分成几行。")


def _pandemic(context: CaseContext) -> None:
    for figure in context.case.rows(Figure):
        if (
            PANDEMIC_WORDS.search(f"{figure.name} {figure.period} {figure.scope}")
            and figure.mark is not FigureMark.PANDEMIC
        ):
            message = f"数字 {figure.id}: 是疫情期间的数字，“标记”一列应写 {PANDEMIC}。"
            context.diagnostics.error(figure.cells.get("标记", figure.at), message)


def row_words(row: Row) -> list[str]:
    """The words of a row that name figures: a figure's literal, a name that has a number in it."""
    words = [row.label] if not row.linked else []
    words += getattr(row, "parts", ())
    return [*words, row.quantity.literal] if isinstance(row, Figure) else words


def _links_in_names(context: CaseContext) -> None:
    for row in context.case.all_rows():
        for column, text in word_cells(row):
            what = "链接" if "](" in text else "加粗" if "**" in text else ""
            if what:
                context.diagnostics.error(
                    row.cells[column], f"{row.table} {row.id} {column}: 这一格不能写{what}，只写文字。"
                )
