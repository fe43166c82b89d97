"""Text in its order: prose, typed tables and questions under the headings of a content file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..report import Position
from .rows import Row


@dataclass(frozen=True)
class Prose:
    """Markdown between tables and headings, without raw HTML; ``at`` is its first line."""

    text: str
    at: Position


@dataclass(frozen=True)
class RecordTable:
    """A typed table: its heading's word and its rows in order."""

    table: str
    rows: tuple[Row, ...]
    at: Position


@dataclass(frozen=True)
class Questions:
    """讨论题: an ordered list, one item a question."""

    items: tuple[Prose, ...]
    at: Position


Block = Prose | RecordTable | Questions


@dataclass(frozen=True)
class Section:
    """A heading (level 2 or 3), its blocks, and for level 2 its subsections."""

    title: str
    anchor: str
    level: int
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    at: Position

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under its heading but headings."""
        return not any(section.blocks for section in self.walk())

    def walk(self) -> Iterator[Section]:
        """The section itself and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()
