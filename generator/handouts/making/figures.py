"""Figures: the key ones as cards, all of them as a table; never without status, conditions and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...library.rows import Figure
from ...library.values import UNKNOWN
from ..document import Block, Paragraph, ParagraphKind
from ..inline import Run, Runs, plain_runs
from ..setter import Setter
from ..tabular import FigureCard, FigureCards, Row, Table
from .cells import cell, joined, labelled, strong, table, word_cell

CONDITIONS = (("时段", "period"), ("基期", "baseline"), ("口径", "basis"), ("范围", "scope"))
KEY_FIGURES = "关键数字"
_HEADER = ("指标", "数值", "状态", "时段、基期、口径、范围")
NOT_COMPARABLE = "口径未写明的数字，不能同别处的数字比较。“材料称已实现”指材料这样说，未经本库核实。"


def figure_cards(figures: Iterable[Figure], context: str, setter: Setter) -> FigureCards:
    """Cards of key figures, in order."""
    return FigureCards(tuple(_card(figure, context, setter) for figure in figures))


def figure_table(figures: Iterable[Figure], context: str, setter: Setter) -> Iterator[Block]:
    """All figures of a case, one a row, with what is told of each and what is not."""
    yield Paragraph(plain_runs(NOT_COMPARABLE), ParagraphKind.SMALL)
    rows = [_row(figure, context, setter, _measure(figure, setter)) for figure in figures]
    yield table("数字", _HEADER, rows, (24, 19, 15, 42))


def conditions(figure: Figure, context: str, setter: Setter) -> tuple[tuple[str, Runs], ...]:
    """When, against what, how counted and how far: each with 材料未说明 where the source is silent."""
    told = ((label, str(getattr(figure, name))) for label, name in CONDITIONS)
    return tuple((label, setter.inline(text, context) if text else plain_runs(UNKNOWN)) for label, text in told)


def _card(figure: Figure, context: str, setter: Setter) -> FigureCard:
    return FigureCard(
        setter.inline(figure.name, context),
        figure.quantity.literal,
        figure.status.display,
        _cares(figure),
        conditions(figure, context, setter),
        setter.evidence(figure.evidence, context),
    )


def _cares(figure: Figure) -> tuple[str, ...]:
    return (figure.mark.value,) if figure.mark else ()


def key_figure_table(figures: Iterable[Figure], context: str, setter: Setter) -> Table:
    """Key figures where there is no room for cards."""
    return table(KEY_FIGURES, _HEADER, (_row(figure, context, setter) for figure in figures), (24, 14, 16, 46))


def _row(figure: Figure, context: str, setter: Setter, *beside: Runs) -> Row:
    """``beside``: what else is told of it below its name."""
    name = strong(setter.inline(figure.name, context))
    cares = (plain_runs(f"［{care}］") for care in _cares(figure))
    return Row(
        (
            cell((*name, *setter.evidence(figure.evidence, context)), *cares, *beside),
            word_cell(figure.quantity.literal),
            word_cell(figure.status.display),
            cell(_told(conditions(figure, context, setter))),
        )
    )


def _measure(figure: Figure, setter: Setter) -> Runs:
    return plain_runs(f"可比指标：{setter.library.measures[figure.measure].name}" if figure.measure else "")


def _told(pairs: tuple[tuple[str, Runs], ...]) -> Runs:
    """``口径：起数；范围：西塘景区。时段、基期：材料未说明。`` in one paragraph."""
    silent = plain_runs(UNKNOWN)
    said = joined((labelled(label, runs) for label, runs in pairs if runs != silent), "；")
    names = "、".join(label for label, runs in pairs if runs == silent)
    return (*said, *([Run("。")] if said else []), *([Run(f"{names}：{UNKNOWN}。")] if names else []))
