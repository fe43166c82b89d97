"""The closed list of fields of a table whose rows are the records of one typed table, and how each is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...library.chronology import lane_of
from ...library.dates import PartialDate
from ...library.model import Case, Library
from ...library.rows import ROW_TYPES, Figure, Organisation, Problem, Row, columns
from ...library.values import UNKNOWN, DocumentState, Status
from ...markup.plain import plain
from ..cells import NOT_LISTED, Cell, Entry
from .case_choice import case_values, case_words
from .case_fields import HEAD_FIELDS
from .closed import row_words
from .entries import column_text, column_value, edge_entries, label_of, row_entry, written

EVIDENCE, STATUS, TIME, YEAR = "依据", "状态", "时间", "年份"
RELATION, OBJECT, ANSWERS = "关系", "对象", "对策"
HEADS = {
    "问题": "问题", "组织": "主体", "机制": "机制", "实践点": "实践点", "荣誉": "荣誉", "可复制要点": "要点",
    "局限": "局限", "时间线": "事项", "文件与标准": "文件",
}  # fmt: skip
"""The typed tables whose records may be rows, and what stands over their labels. 数字 has rules of its own (figures)."""


def record_fields(table: str) -> list[str]:
    """What a table of records may show and choose by: the columns of ``table``, then what is known of the case."""
    own = [name for name in columns(ROW_TYPES[table]) if name not in ("编号", OBJECT)]
    if TIME in own:
        own.insert(own.index(TIME) + 1, YEAR)
    return list(dict.fromkeys((*own, *HEAD_FIELDS)))


def record_words(library: Library, table: str) -> dict[str, list[str]]:
    """The words that the fields of ``table`` may hold, where they are a closed list, in their order."""
    fields = record_fields(table)
    known = {**case_words(library), **row_words(library, table)}
    return {name: words for name, words in known.items() if name in fields}


@dataclass(frozen=True)
class RecordRow:
    """A row of a case's typed table as a row of a comparison table."""

    library: Library
    case: Case
    row: Row

    @property
    def head(self) -> Entry:
        """The row's label, leading to the row on its case's page."""
        return Entry(plain(self.row.label), self.case.id, destination=self.case.address.at(self.row.anchor))

    @property
    def status(self) -> Status | DocumentState | None:
        """The row's status or state; None where its table has none."""
        value = self._value(STATUS) if self._has(STATUS) else None
        return value if isinstance(value, Status | DocumentState) else None

    @property
    def date(self) -> PartialDate | None:
        """The row's date; None where it is blank or the table has none."""
        value = self._value(TIME) if self._has(TIME) else None
        return value if isinstance(value, PartialDate) else None

    def values(self, name: str) -> tuple[str, ...]:
        """The plain values in a field as an editor writes them, for choosing and grouping. Raises KeyError for no such field."""
        if name == YEAR:
            return (lane_of(self.date),)
        if not self._has(name):
            return case_values(self.library, self.case, name)
        if name == EVIDENCE:
            evidence = self.row.evidence
            return tuple(filter(None, (*(paragraph.label for paragraph in evidence.paragraphs), evidence.editorial)))
        if name == RELATION and isinstance(self.row, Organisation):
            return tuple(edge.relation for edge in self.row.edges)
        if name == ANSWERS and isinstance(self.row, Problem):
            return tuple(label_of(self.case, answer) for answer in self.row.answers)
        value = self._value(name)
        return value if isinstance(value, tuple) else (written(self.row, name),)

    def cell(self, name: str) -> Cell:
        """What stands in a field. Raises KeyError for a field that does not exist."""
        if name == YEAR:
            return Cell((Entry(lane_of(self.date), self.case.id),))
        if not self._has(name):
            return Cell((Entry(HEAD_FIELDS[name](self.library, self.case), self.case.id),))
        if name == EVIDENCE:
            return Cell((Entry("", self.case.id, self.row.evidence),))
        if name == STATUS:
            return Cell((Entry("", self.case.id, status=self.status),))
        if name == RELATION and isinstance(self.row, Organisation):
            pairs = ((self.row, edge) for edge in self.row.edges)
            return Cell(edge_entries(self.case, pairs, named=False), NOT_LISTED)
        if name == ANSWERS and isinstance(self.row, Problem):
            return Cell(tuple(self._answers(self.row)), NOT_LISTED)
        text = column_text(self.row, name)
        return Cell((Entry(text, self.case.id),) if text else (), UNKNOWN)

    def _answers(self, problem: Problem) -> Iterator[Entry]:
        """The mechanisms that answer a problem, each on its own evidence and leading to its own row."""
        rows = {row.id: row for row in self.case.all_rows()}
        for answer in problem.answers:
            yield row_entry(self.case, rows[answer], rows[answer].label)

    def _has(self, name: str) -> bool:
        return name in columns(type(self.row))

    def _value(self, name: str) -> object:
        return column_value(self.row, name)


def records_of(library: Library, case: Case, table: str) -> Iterator[RecordRow]:
    """The records of one table of a case, in their order. Raises KeyError for a table that does not exist."""
    for row in case.rows(ROW_TYPES[table]):
        assert not isinstance(row, Figure)
        yield RecordRow(library, case, row)
