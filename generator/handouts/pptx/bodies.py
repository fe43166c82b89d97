"""Draws what a slide says below its title: points, a native table, cards of figures, a picture, a question."""

from __future__ import annotations

from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.util import Pt

from .geometry import (
    BETWEEN,
    BODY_HEIGHT,
    BODY_SIZE,
    BODY_TOP,
    CARD_SIZE,
    CARD_VALUE,
    INNER,
    LEFT,
    PADDING,
    TITLE_SIZE,
)
from .pictures import draw_picture
from .slides import Asking, Body, Card, Cards, Points, Shown, SlideTable
from .text import ACCENT, GREY, INK, add_box, rgb, say

_GUTTER = 18.0
_HEAD, _GROUP, _PLAIN = "E9EBEE", "F4F5F6", "FFFFFF"
_PLAIN_GRID = "{5940675A-B579-460E-94D1-54222C63F5DA}"
"""The table style 无样式，网格型, which every version of PowerPoint and WPS has."""


def draw_body(slide: Slide, body: Body) -> None:
    """Draw ``body`` on the slide."""
    if isinstance(body, Points):
        say(add_box(slide, BODY_TOP, BODY_HEIGHT), body.texts, BODY_SIZE, after=BETWEEN)
    elif isinstance(body, SlideTable):
        _table(slide, body)
    elif isinstance(body, Cards):
        for number, card in enumerate(body.cards):
            _card(slide, card, number, len(body.cards))
    elif isinstance(body, Shown):
        draw_picture(slide, body)
    elif isinstance(body, Asking):
        say(add_box(slide, BODY_TOP + 40, BODY_HEIGHT - 40), [body.text], TITLE_SIZE)


def _table(slide: Slide, body: SlideTable) -> None:
    extra = 1 if body.header else 0
    frame = slide.shapes.add_table(len(body.rows) + extra, len(body.widths), Pt(LEFT), Pt(BODY_TOP), Pt(INNER), Pt(20))
    table = frame.table
    next(table._tbl.iter(qn("a:tableStyleId"))).text = _PLAIN_GRID
    table.first_row, table.horz_banding = bool(body.header), False
    for number, width in enumerate(body.widths):
        table.columns[number].width = Pt(width)
    if body.header:
        _row(table, 0, body.header, body.size, _HEAD, strong=True)
    for number, (row, height) in enumerate(zip(body.rows, body.heights, strict=True), start=extra):
        table.rows[number].height = Pt(height)
        if row.heading:
            table.cell(number, 0).merge(table.cell(number, len(body.widths) - 1))
        _row(table, number, row.cells, body.size, _GROUP if row.heading else _PLAIN, strong=row.heading)


def _row(table: Table, number: int, texts: tuple[str, ...], size: float, fill: str, strong: bool) -> None:
    for cell, text in zip(table.rows[number].cells, texts, strict=False):
        _fill(cell, text, size, fill, strong)


def _fill(cell: _Cell, text: str, size: float, fill: str, strong: bool) -> None:
    cell.fill.solid()  # type: ignore[no-untyped-call]
    cell.fill.fore_color.rgb = rgb(fill)
    say(cell.text_frame, [text], size, INK, strong)
    cell.margin_left = cell.margin_right = cell.margin_top = cell.margin_bottom = Pt(PADDING)


def _card(slide: Slide, card: Card, number: int, count: int) -> None:
    width = (INNER - _GUTTER * (count - 1)) / count
    left = LEFT + number * (width + _GUTTER)
    rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left), Pt(BODY_TOP), Pt(width), Pt(3))
    rule.fill.solid()
    rule.fill.fore_color.rgb = rgb(ACCENT)
    rule.line.fill.background()
    say(add_box(slide, BODY_TOP + 16, 66, left, width), [card.name], CARD_SIZE + 3, GREY)
    say(add_box(slide, BODY_TOP + 86, 56, left, width), [card.value], value_size(card.value, width), INK, strong=True)
    say(add_box(slide, BODY_TOP + 146, 26, left, width), [card.status], CARD_SIZE, ACCENT)
    say(add_box(slide, BODY_TOP + 180, BODY_HEIGHT - 180, left, width), card.conditions, CARD_SIZE - 1, INK, after=4)


def value_size(value: str, width: float) -> float:
    """The size in which a value stands on one line."""
    return min(CARD_VALUE, (width - 6) / max(1, len(value)))
