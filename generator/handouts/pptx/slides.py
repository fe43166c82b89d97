"""A handout's slides before they are drawn: one idea each, what does not fit goes on to the next, evidence in the notes."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..picture import Picture

CONTINUED = "（续）"
"""Behind the title of a slide, or the name of a row, that goes on from the one before."""


@dataclass(frozen=True)
class Points:
    """Short paragraphs, one below the other."""

    texts: tuple[str, ...]


@dataclass(frozen=True)
class SlideRow:
    """The texts of a row, and what the speaker should know of it; ``heading`` has one text across the table."""

    cells: tuple[str, ...]
    note: str
    heading: bool = False


@dataclass(frozen=True)
class SlideTable:
    """A header (none when empty) and rows; ``widths`` of columns, ``heights`` of rows and ``size`` of type in points."""

    header: tuple[str, ...]
    rows: tuple[SlideRow, ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float


@dataclass(frozen=True)
class Card:
    """A figure: what it counts, its value as written, its status, its conditions."""

    name: str
    value: str
    status: str
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class Cards:
    """Figures side by side, at most three."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Shown:
    """A picture of ``width`` × ``height`` points, or the chart of its numbers in the same room; below it what it is."""

    picture: Picture
    width: float
    height: float
    caption: str
    caption_height: float


@dataclass(frozen=True)
class Asking:
    """A question for discussion, alone on its slide."""

    text: str


@dataclass(frozen=True)
class Section:
    """A new part begins: its name, large."""


Body = Points | SlideTable | Cards | Shown | Asking | Section


@dataclass(frozen=True)
class Slide:
    """One slide. ``notes`` are what the speaker needs beside it, each a paragraph: evidence, conditions, the whole sentence."""

    title: str
    body: Body
    notes: tuple[str, ...] = field(default=())
