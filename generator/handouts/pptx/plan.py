"""A document cut into slides: every heading, sentence, figure, row and question of it in its order.

Evidence is for the speaker, in the notes, where the paragraphs stand whole. The terms used and the paragraphs of sources are
left to the handout on paper; which sources there are is the last slide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ..document import Block, Document, Heading, Item, ListBlock, Paragraph, ParagraphKind, Question, SourceList
from ..inline import Runs, text_of
from ..making.closing import SOURCES, TERMS
from ..picture import Picture
from ..tabular import FigureCard, FigureCards, Table
from .geometry import BETWEEN, BODY_HEIGHT, BODY_SIZE, INNER
from .measure import pieces, sentences, text_height
from .pictures import picture_slides
from .slides import CONTINUED, Asking, Card, Cards, Points, Section, Slide
from .tables import table_slides
from .words import evidence_words, spoken

MOST_POINTS = 6
MOST_CHARACTERS = 150
"""A longer sentence is cut: nobody reads five lines off a wall."""
CARDS = 3
Thing = TypeVar("Thing")


def plan(document: Document) -> list[Slide]:
    """Return the slides that follow the cover."""
    planner = _Planner(document)
    for block in document.blocks:
        planner.take(block)
    return planner.finished()


class _Planner:
    """Holds points until they are a slide."""

    def __init__(self, document: Document) -> None:
        self.slides: list[Slide] = []
        self.title, self.left_out = document.cover.title, False
        self.divided = _divided(document.blocks)
        self.points: list[str] = []
        self.notes: list[str] = []
        self.sources: list[str] = []

    def take(self, block: Block) -> None:
        """Add one block of the document."""
        if isinstance(block, Heading):
            self._heading(block)
        elif self.left_out:
            return
        elif isinstance(block, Paragraph) and block.kind is ParagraphKind.SMALL:
            self.notes.append(text_of(block.runs))
        elif isinstance(block, Paragraph):
            self._say(block.runs)
        elif isinstance(block, ListBlock):
            for runs in _items(block.items):
                self._say(runs)
        else:
            self._show(block)

    def finished(self) -> list[Slide]:
        """All slides, the sources last."""
        self._flush()
        if self.sources:
            self.slides += [Slide(SOURCES, Points(tuple(some))) for some in _groups(self.sources, MOST_POINTS)]
        return self.slides

    def _heading(self, block: Heading) -> None:
        self._flush()
        words = text_of(block.runs)
        if self.left_out and block.level > 1:
            self.sources.append(words)
            return
        self.left_out = words in (TERMS, SOURCES)
        self.title = block.text
        if block in self.divided and not self.left_out:
            self.slides.append(Slide(block.text, Section()))

    def _say(self, runs: Runs) -> None:
        """A paragraph, its sentences as points; whole and with its evidence in the notes."""
        points = [piece for sentence in sentences(spoken(runs)) for piece in pieces(sentence, MOST_CHARACTERS)]
        if self.points and not _fits([*self.points, *points]):
            self._flush()
        for point in points:
            if not _fits([*self.points, point]):
                self._flush()
            self.points.append(point)
        self.notes.append(text_of(runs))

    def _show(self, block: Block) -> None:
        """What fills slides of its own; a remark on how to read it goes to the notes of the first."""
        remarks = self.notes if not self.points else []
        self._flush()
        slides = [*_slides_of(block, self.title)]
        self.slides += [replace(slide, notes=(*remarks, *slide.notes)) for slide in slides[:1]] + slides[1:]

    def _flush(self) -> None:
        if self.points:
            is_more = bool(self.slides) and self.slides[-1].title in (self.title, self.title + CONTINUED)
            is_more = is_more and isinstance(self.slides[-1].body, Points)
            title = self.title + CONTINUED * is_more
            self.slides.append(Slide(title, Points(tuple(self.points)), tuple(self.notes)))
        self.points, self.notes = [], []


def _divided(blocks: Iterable[Block]) -> set[Heading]:
    """The headings of the first level that have others below them: each begins with a slide of its own."""
    found: set[Heading] = set()
    part = None
    for block in blocks:
        if isinstance(block, Heading):
            part = block if block.level == 1 else part
            if part and block.level > 1:
                found.add(part)
    return found


def _groups(items: Sequence[Thing], size: int) -> list[Sequence[Thing]]:
    return [items[start : start + size] for start in range(0, len(items), size)]


def _fits(points: Sequence[str]) -> bool:
    height = sum(text_height(point, BODY_SIZE, INNER) + BETWEEN for point in points)
    return len(points) <= MOST_POINTS and height <= BODY_HEIGHT


def _items(items: Iterable[Item]) -> Iterator[Runs]:
    for item in items:
        yield item.runs
        yield from item.more
        yield from _items(item.below.items) if item.below else ()


def _slides_of(block: Block, title: str) -> Iterator[Slide]:
    if isinstance(block, Table):
        yield from table_slides(block, title)
    elif isinstance(block, FigureCards):
        for cards in _groups(block.cards, CARDS):
            yield Slide(title, Cards(tuple(map(_card, cards))), tuple(map(_card_note, cards)))
    elif isinstance(block, Picture):
        yield from picture_slides(block, title)
    elif isinstance(block, Question):
        yield Slide(title, Asking(f"{block.number}. {spoken(block.runs)}"), (text_of(block.runs),))
    elif isinstance(block, SourceList):
        return


def _card(card: FigureCard) -> Card:
    conditions = tuple(f"{label}：{spoken(runs)}" for label, runs in card.conditions)
    return Card(spoken(card.name), card.value, "　".join((card.status, *card.cares)), conditions)


def _card_note(card: FigureCard) -> str:
    return f"{text_of(card.name)}　{card.value}　{card.status}　{evidence_words(card.evidence)}"
