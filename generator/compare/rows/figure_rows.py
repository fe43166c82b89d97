"""The rows of a table of figures: in the order of the closed lists, then by measure, case and time; never by value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from ...library.dates import parse_date
from ...library.model import Case, Library
from ...library.rows import Figure
from ...library.table_spec import TableColumn, TablePart
from ...library.values import Status
from ..cells import UNSORTED, Entry, GridRow, Group, Note
from ..choosing import chosen
from ..fields.case_fields import FigureRow, figure_value, read_figure
from ..judging.comparability import FigureInCase
from ..judging.peers import Peers

MIXED = "这一组既有目标（或计划），也有材料称已实现的数：目标不是结果，状态逐一标明，不可并作一列比较。"
UNKNOWN_TIME = (0, 0, 0)
MEANING = "指"
_UNREACHED = (Status.TARGET, Status.PLAN)


def figure_groups(
    library: Library, cases: list[Case], part: TablePart, columns: Iterable[TableColumn]
) -> Iterator[Group]:
    """The rows of one part in their groups; a group that mixes targets with results says so."""
    rows = [FigureRow(case, FigureInCase.of(library, case, figure)) for case in cases for figure in case.rows(Figure)]
    rows = [row for row in rows if chosen(part.where, partial(figure_value, row))]
    grouped: dict[tuple[str, ...], list[FigureRow]] = {}
    for row in sorted(rows, key=_order(library, part, cases)):
        grouped.setdefault(tuple(figure_value(row, name) for name in part.group), []).append(row)
    peers = Peers(row.item for row in rows)
    for key, members in grouped.items():
        heading = " · ".join(_group_word(name, value) for name, value in zip(part.group, key, strict=True))
        told = tuple(_figure_row(replace(row, peers=peers.of(row.item)), columns) for row in members)
        mixed = _mixed(members)
        yield Group("", heading or (UNSORTED if mixed else ""), told, MIXED if mixed else "")


def _figure_row(row: FigureRow, columns: Iterable[TableColumn]) -> GridRow:
    measure = row.item.measure
    notes = (Note(MEANING, measure.meaning),) if measure else ()
    head = Entry(row.figure.name, row.case.id, notes=notes, destination=row.case.address.at(row.figure.anchor))
    cells = tuple(read_figure(row, column.field) for column in columns)
    return GridRow(f"row-{row.case.id}-{row.figure.id}", head, cells, row.case.meta.short)


def _group_word(name: str, value: str) -> str:
    return Status(value).display if name == "状态" else value or f"未标{name}"


def _mixed(rows: list[FigureRow]) -> bool:
    return {row.figure.status in _UNREACHED for row in rows} == {True, False}


def _time(period: str) -> tuple[int, int, int]:
    """When a period begins; free words (接管一年) tell no time."""
    try:
        return parse_date(period).sort_key
    except ValueError:
        return UNKNOWN_TIME


def _order(library: Library, part: TablePart, cases: list[Case]) -> Callable[[FigureRow], tuple[object, ...]]:
    """Groups in the order of the closed lists; in a group by measure, then case, then time, else as written."""
    ranks = {
        "量的种类": _places(library.vocabulary.measure_kinds),
        "状态": _places(status.value for status in Status),
        "案例": _places(case.meta.short for case in cases),
    }
    measures = _places(["", *library.measures])
    order = _places(case.id for case in cases)

    def key(row: FigureRow) -> tuple[object, ...]:
        grouped = tuple(_rank(ranks.get(name, {}), figure_value(row, name)) for name in part.group)
        measured = measures[row.figure.measure]
        time = _time(row.figure.period) if measured else UNKNOWN_TIME
        return (*grouped, measured, order[row.case.id], time)

    return key


def _places(words: Iterable[str]) -> Mapping[str, int]:
    """Where each word stands in a closed list."""
    return {word: place for place, word in enumerate(dict.fromkeys(words))}


def _rank(known: Mapping[str, int], value: str) -> tuple[int, str]:
    """The place of a word of a closed list; of others, behind every list, the word itself."""
    return (known[value], "") if value in known else (len(known), value)
