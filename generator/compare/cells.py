"""What a comparison table is made of, before it becomes a page, a CSV or a workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..library.address import Address
from ..library.evidence import Evidence
from ..library.figures import Quantity
from ..library.values import UNKNOWN, DocumentState, Status
from .summary import Summary


class ColumnKind(StrEnum):
    """What a column's cells hold, which decides how they are exported."""

    TEXT = "text"
    FIGURE = "figure"
    VERDICT = "verdict"
    COUNT = "count"


@dataclass(frozen=True)
class Note:
    """A condition told under an entry: its column name (时段, 组成) and its words, as cell markdown."""

    label: str
    text: str


@dataclass(frozen=True)
class Entry:
    """One thing said in a cell.

    ``text`` is cell markdown ('' where the evidence says it all) whose references belong to ``context``, a case's id or a
    manual's ('' for none); ``destination`` is where its page says it; ``flags`` are cares its display must take
    (疫情防控期间, 文中自述); ``evidence_words`` tell the evidence in files where paragraph numbers alone do not.
    """

    text: str
    context: str = ""
    evidence: Evidence = field(default_factory=Evidence)
    status: Status | DocumentState | None = None
    notes: tuple[Note, ...] = ()
    flags: tuple[str, ...] = ()
    destination: Address | None = None
    quantity: Quantity | None = None
    evidence_words: str = ""


NOT_LISTED = "本库未列"
"""A list of rows with nothing in it: the case's table has no such row, which is less than the source not saying it."""


UNSORTED = "未按状态分组"
"""The heading of a group that has none and must say that it mixes targets with results."""


@dataclass(frozen=True)
class Cell:
    """What stands in one row under one column. An empty cell reads ``blank``: why nothing stands there."""

    entries: tuple[Entry, ...] = ()
    blank: str = UNKNOWN


@dataclass(frozen=True)
class Column:
    """A heading and what stands under it."""

    label: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True)
class GridRow:
    """One row: its anchor on the table's page, its head, its cells, and the case or manual it belongs to ('' for none)."""

    anchor: str
    head: Entry
    cells: tuple[Cell, ...]
    owner: str = ""


@dataclass(frozen=True)
class Group:
    """Rows read together under a heading ('' for none); ``note`` says what must not be overlooked in it."""

    anchor: str
    heading: str
    rows: tuple[GridRow, ...]
    note: str = ""


@dataclass(frozen=True)
class Part:
    """A table of the page: heading ('' when the page has one table only), columns, groups."""

    anchor: str
    heading: str
    note: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class SourceNote:
    """A source the table rests on: who wrote it, as of when, and the opening of each paragraph cited."""

    id: str
    title: str
    publisher: str
    date: str
    as_of: str
    cases: tuple[str, ...]
    paragraphs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Grid:
    """A comparison table: what its page and its exports show, in order.

    ``head_label`` names the first column. ``owner_label`` names what rows belong to, and ``owners`` holds the whole name
    of an owner where files must tell more than the page does in every row. ``figures`` are those of a table asked for on
    the spot, one a row, which files hold typed.
    """

    id: str
    title: str
    question: str
    reading: str
    head_label: str
    parts: tuple[Part, ...]
    cautions: tuple[str, ...] = ()
    footnotes: tuple[str, ...] = ()
    sources: tuple[SourceNote, ...] = field(default=())
    owner_label: str = "案例"
    owners: Mapping[str, str] = field(default_factory=dict)
    summary: Summary | None = None
    figures: Grid | None = None

    @property
    def address(self) -> Address:
        """The table's page."""
        return Address(f"tables/{self.id}.html")

    def rows(self) -> Iterator[GridRow]:
        """All rows of all parts, in order."""
        for part in self.parts:
            for group in part.groups:
                yield from group.rows
