"""Blocks of a document as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.xmlchemy import BaseOxmlElement

from ..document import Block, Heading, Item, ListBlock, ListKind, Paragraph, ParagraphKind, Question, SourceList
from ..inline import Run, Runs
from ..layout import UPRIGHT, twips
from ..tabular import FigureCards, Table
from . import styles
from .tables import set_cards, set_table
from .words import Places, set_runs
from .xml import make, run

_STYLES = {
    ParagraphKind.BODY: styles.BODY,
    ParagraphKind.LEAD: styles.LEAD,
    ParagraphKind.QUOTE: styles.QUOTE,
    ParagraphKind.NOTE: styles.NOTE,
    ParagraphKind.SMALL: styles.SMALL,
    ParagraphKind.RULE: styles.RULE,
}
_BOX, _DASH = "□", "——"
"""An item without a number begins with a dash, as in official documents; it fills the two characters of the indent."""


def set_block(block: Block, places: Places, new_page: bool = False) -> Iterator[BaseOxmlElement]:
    """The elements of ``block``; ``new_page`` begins the first of them on a new page."""
    if isinstance(block, Heading):
        type_ = styles.STYLES[styles.HEADINGS[block.level - 1]].type
        runs = (*([Run(block.number)] if block.number else []), *block.runs)
        words = places.marked(block, *set_runs(runs, type_, places))
        yield paragraph(styles.HEADINGS[block.level - 1], *words, new_page=new_page)
    elif isinstance(block, Paragraph):
        yield _set(block.runs, _STYLES[block.kind], places, new_page)
    elif isinstance(block, ListBlock):
        yield from _list(block, places, 0)
    elif isinstance(block, Table | FigureCards):
        yield set_table(block, places) if isinstance(block, Table) else set_cards(block, places)
        yield paragraph(styles.GAP)  # two tables without a paragraph between them would become one
    elif isinstance(block, Question):
        yield from _question(block, places)
    elif isinstance(block, SourceList):
        yield from _sources(block, places)


def paragraph(style: str, *inside: BaseOxmlElement, new_page: bool = False) -> BaseOxmlElement:
    """A paragraph of a style."""
    properties = make("pPr", make("pStyle", val=style))
    if new_page:
        properties.append(make("pageBreakBefore"))
    return make("p", properties, *inside)


def starts_page(block: Block) -> bool:
    """Whether a page break before ``block`` can be its own property."""
    return isinstance(block, Heading | Paragraph)


def _set(runs: Runs, style: str, places: Places, new_page: bool = False) -> BaseOxmlElement:
    return paragraph(style, *set_runs(runs, styles.STYLES[style].type, places), new_page=new_page)


def _list(block: ListBlock, places: Places, depth: int) -> Iterator[BaseOxmlElement]:
    """Items with their marks written out: what stands on paper is what is in the file, in every program."""
    style = styles.CHECK if block.kind is ListKind.CHECK else styles.LIST
    for number, item in enumerate(block.items, start=block.start):
        mark = {ListKind.NUMBER: f"{number}.", ListKind.CHECK: _BOX}.get(block.kind, _DASH)
        yield from _item(item, mark, style, places, depth)


def _item(item: Item, mark: str, style: str, places: Places, depth: int) -> Iterator[BaseOxmlElement]:
    for number, runs in enumerate((item.runs, *item.more)):
        element = _set((Run(f"{mark}\t" if not number else "\t"), *runs), style, places)
        if depth:
            _indent_more(element, depth)
        yield element
    if item.below:
        yield from _list(item.below, places, depth + 1)


def _indent_more(element: BaseOxmlElement, depth: int) -> None:
    """Two characters further for each list that this one stands below."""
    size = styles.STYLES[styles.LIST].type.size
    left = 200 * (depth + 1)
    indent = make("ind", leftChars=left, left=round(left * size / 5), hangingChars=200, hanging=round(40 * size))
    element[0].append(indent)


def _question(block: Question, places: Places) -> Iterator[BaseOxmlElement]:
    yield _set((Run(f"{block.number}.\t"), *block.runs), styles.QUESTION, places)
    for _ in range(block.lines):
        tabs = make("tabs", make("tab", val="right", leader="underscore", pos=twips(UPRIGHT.text_width)))
        line = paragraph(styles.WRITING, run("\t", styles.STYLES[styles.WRITING].type))
        line[0].append(tabs)
        yield line


def _sources(block: SourceList, places: Places) -> Iterator[BaseOxmlElement]:
    type_ = styles.STYLES[styles.SOURCE].type
    for place in block.places:
        label = places.marked(place.paragraph, run(place.label, type_))
        yield paragraph(styles.SOURCE, *label, *set_runs((Run("\t"), *place.runs), type_, places))
