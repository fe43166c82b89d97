"""指标.…: the figures of one measure in a table of cases, side by side to be read; and why they are not to be ranked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import combinations

from ...library.model import Case, Library
from ...library.rows import Figure
from ...library.table_spec import TableColumn
from ..cells import NOT_LISTED, Cell, Entry, Note
from ..choosing import Choice, chosen
from ..judging.comparability import FigureInCase, Reason, compare
from .entries import column_text, row_entry, written

MEASURE = "指标"
JUDGED = 24
"""More figures than this in a column are not judged pair by pair; that they are not ranked is told all the same."""
NUMBERS = (Figure.table, f"{Figure.table}.数值")
"""The fields that show the figures of a case whatever they count."""
FIGURES_CAUTION = (
    "各案例的数字并排只供阅读，不排名次，不相减。时段、基期、口径、范围有一项不同或没有写明，就不能比；目标不是结果。"
)
_CONDITIONS = ("时段", "基期", "口径", "范围")


def measure_cell(library: Library, case: Case, measure: str, where: Choice) -> Cell:
    """The case's figures of ``measure``: literal, status, conditions as notes, what the source leaves open, evidence."""
    return Cell(tuple(_entry(case, item) for item in _items(library, case, measure, where)), NOT_LISTED)


def measure_cautions(library: Library, cases: Iterable[Case], columns: Iterable[TableColumn]) -> Iterator[str]:
    """For each column that shows figures of several cases, of one measure or of any: that they are not ranked, and why."""
    known = list(cases)
    for column in columns:
        head, _, measure = column.field.partition(".")
        if column.field in NUMBERS:
            if sum(_shows(case, column.where) for case in known) > 1:
                yield FIGURES_CAUTION
            continue
        if head != MEASURE or not measure:
            continue
        items = [item for case in known for item in _items(library, case, measure, column.where)]
        if len({item.case_id for item in items}) > 1 and (why := _why(items)) is not None:
            yield f"“{column.label}”一栏并列几个案例的数，只供各自阅读，不排名，不相减。{why}"


def _shows(case: Case, where: Choice) -> bool:
    return any(chosen(where, partial(written, row)) for row in case.rows(Figure))


def _items(library: Library, case: Case, measure: str, where: Choice) -> list[FigureInCase]:
    rows = (row for row in case.rows(Figure) if row.measure == measure and chosen(where, partial(written, row)))
    return [FigureInCase.of(library, case, row) for row in rows]


def _entry(case: Case, item: FigureInCase) -> Entry:
    figure = item.figure
    named = item.measure is None or figure.name != item.measure.name
    told = [Note(MEASURE, figure.name)] if named else []
    told += [Note(name, text) for name in _CONDITIONS if (text := column_text(figure, name))]
    if item.blanks:
        told.append(Note(Reason.UNDISCLOSED, f"{'、'.join(item.blanks)}没有写明"))
    return row_entry(case, figure, figure.quantity.literal, tuple(told))


def _why(items: list[FigureInCase]) -> str | None:
    """The verdicts of pairs of different cases, each once; None when every pair is comparable."""
    pairs = [(a, b) for a, b in combinations(items[:JUDGED], 2) if a.case_id != b.case_id]
    verdicts = [compare(a, b) for a, b in pairs]
    words = list(dict.fromkeys(verdict.brief for verdict in verdicts if not verdict.comparable))
    if not words and len(items) <= JUDGED:
        return None
    return "".join(f"{word}。" for word in words)
