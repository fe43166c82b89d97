"""Tables of Word: columns that fill the page exactly, heads that repeat, rows that stay whole where they can."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from docx.oxml.xmlchemy import BaseOxmlElement

from .. import layout
from ..inline import Runs, plain_runs, text_of
from ..layout import SIDEWAYS, UPRIGHT, column_widths
from ..tabular import Cell, FigureCard, FigureCards, Row, Table
from . import styles
from .words import Places, set_runs
from .xml import make, run

SHADE, GROUP_SHADE = "E7E6E6", "F2F2F2"
MARGIN = 85
"""Twips at each side of a cell: 1.5 mm."""
WRITING_HEIGHT = 567
"""Twips: 10 mm, a line of handwriting."""
WHOLE = 160
"""Characters in its fullest cell up to which a row is kept on one page."""


def set_table(table: Table, places: Places) -> BaseOxmlElement:
    """A table as an element of the body."""
    widths = column_widths(table.widths, SIDEWAYS if table.landscape else UPRIGHT)
    style = styles.DENSE if table.dense or len(table.header) >= layout.DENSE_FROM else styles.TABLE
    head = Row(tuple(Cell((runs,)) for runs in table.header))
    rows = [_row(head, widths, styles.TABLE_HEAD, places, header=True)]
    rows += [_row(row, widths, style, places) for row in table.rows]
    return _frame(widths, rows, table.title)


def set_cards(cards: FigureCards, places: Places) -> BaseOxmlElement:
    """Key figures, two side by side."""
    widths = column_widths((1, 1), UPRIGHT)
    pairs = zip_longest(cards.cards[::2], cards.cards[1::2])
    rows = [
        make(
            "tr",
            make("trPr", make("cantSplit")),
            *(_card(card, width, places) for card, width in zip(pair, widths, strict=True)),
        )
        for pair in pairs
    ]
    return _frame(widths, rows, "关键数字")


def _frame(widths: tuple[int, ...], rows: Iterable[BaseOxmlElement], title: str) -> BaseOxmlElement:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = make("tblBorders", *(make(edge, val="single", sz=4, space=0, color="000000") for edge in edges))
    margins = make("tblCellMar", make("left", w=MARGIN, type_="dxa"), make("right", w=MARGIN, type_="dxa"))
    properties = make(
        "tblPr",
        make("tblW", w=sum(widths), type_="dxa"),
        make("jc", val="center"),
        borders,
        make("tblLayout", type_="fixed"),
        margins,
        make("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
        make("tblCaption", val=title),
    )
    grid = make("tblGrid", *(make("gridCol", w=width) for width in widths))
    return make("tbl", properties, grid, *rows)


def _row(row: Row, widths: tuple[int, ...], style: str, places: Places, header: bool = False) -> BaseOxmlElement:
    properties = make("trPr")
    if header or row.heading or row.blank or _is_short(row):
        properties.append(make("cantSplit"))
    if row.blank:
        properties.append(make("trHeight", val=WRITING_HEIGHT, hRule="atLeast"))
    if header:
        properties.append(make("tblHeader"))
    cells, column = [], 0
    for cell in row.cells:
        width = sum(widths[column : column + cell.spans])
        shade = SHADE if header else GROUP_SHADE if row.heading else ""
        cells.append(
            _cell(cell.paragraphs, width, styles.GROUP_HEAD if row.heading else style, places, cell.spans, shade)
        )
        column += cell.spans
    return make("tr", properties, *cells)


def _is_short(row: Row) -> bool:
    return max((sum(len(text_of(runs)) for runs in cell.paragraphs) for cell in row.cells), default=0) <= WHOLE


def _cell(
    paragraphs: Iterable[Runs], width: int, style: str, places: Places, spans: int = 1, shade: str = ""
) -> BaseOxmlElement:
    properties = make("tcPr", make("tcW", w=width, type_="dxa"))
    if spans > 1:
        properties.append(make("gridSpan", val=spans))
    if shade:
        properties.append(make("shd", val="clear", color="auto", fill=shade))
    properties.append(make("vAlign", val="center" if shade else "top"))
    return make("tc", properties, *(_paragraph(runs, style, places) for runs in (tuple(paragraphs) or ((),))))


def _paragraph(runs: Runs, style: str, places: Places) -> BaseOxmlElement:
    type_ = styles.STYLES[style].type
    return make("p", make("pPr", make("pStyle", val=style)), *set_runs(runs, type_, places))


def _card(card: FigureCard | None, width: int, places: Places) -> BaseOxmlElement:
    """A card; without one an empty cell, where their number is odd."""
    if card is None:
        return _cell((), width, styles.TABLE, places)
    return make("tc", make("tcPr", make("tcW", w=width, type_="dxa")), *_card_paragraphs(card, places))


def _card_paragraphs(card: FigureCard, places: Places) -> Iterator[BaseOxmlElement]:
    value = run(card.value, styles.STYLES[styles.CARD_VALUE].type)
    yield make("p", make("pPr", make("pStyle", val=styles.CARD_VALUE)), value)
    cares = "".join(f"［{care}］" for care in card.cares)
    yield _paragraph((*card.name, *plain_runs(cares)), styles.TABLE, places)
    yield _paragraph((*plain_runs(card.status), *card.evidence), styles.TABLE, places)
    for label, runs in card.conditions:
        yield _paragraph((*plain_runs(f"{label}："), *runs), styles.DENSE, places)
