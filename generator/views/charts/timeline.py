"""The timeline over all cases: a lane a case, a column a year, 年份未载 apart; a shape and a word for each status.

No year is inferred, and what has none never stands between years. A long history is drawn from its latest years back,
earlier ones in one column, so that the picture keeps its size however large the library grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...library.dates import UNDATED, PartialDate
from ...library.values import Status
from .marks import status_mark
from .picture import Count, Lane, Picture
from .svg import document, line, rows_of, text

MOST_CASES, MOST_YEARS, MOST_MARKS = 12, 7, 6
_NAME, _COLUMN, _HEAD, _PAD = 84.0, 104.0, 34.0, 9.0
_MARK, _ENTRY = 15.0, 40.0


@dataclass(frozen=True)
class Event:
    """A milestone as the timeline takes it: whose, when, of which status, and the link to where the table says it."""

    case: str
    date: PartialDate
    status: Status
    href: str


@dataclass(frozen=True)
class _Column:
    label: str
    first: int
    last: int

    def holds(self, event: Event) -> bool:
        year = event.date.year or 0
        return self.first <= year <= self.last


def milestone_timeline(events: Sequence[Event]) -> Picture | None:
    """The picture of milestones in the order of their cases; None when there are none."""
    if not events:
        return None
    cases = list(dict.fromkeys(event.case for event in events))
    shown = cases[:MOST_CASES]
    drawn = [event for event in events if event.case in shown]
    columns = _columns(drawn)
    title = "各案例的先后：材料称已实现的同目标、计划分开看"
    lines = (
        "按案例和年份排列。目标和计划不是结果。",
        "项数只反映材料写了多少，不表示做了多少，不排名。",
        *(
            ("材料没有写年份的，单列为“年份未载”，不推算；“今年”“年底前”这样的说法也在其中。",)
            if any(event.date.year is None for event in drawn)
            else ()
        ),
        *(
            (f"图中只画前{len(shown)}个案例，另有{len(cases) - len(shown)}个见下表。",)
            if len(cases) > len(shown)
            else ()
        ),
        "点状态和项数，到表中的行；事项、原文时间和依据见下表。",
    )
    lanes = tuple(_lane(case, drawn, columns) for case in shown)
    description = "".join((*map(_lane_words, lanes), *lines[:-1]))
    return Picture("timeline", title, _draw(title, description, shown, drawn, columns), lines, lanes=lanes)


def _columns(events: Iterable[Event]) -> list[_Column]:
    """A column a year in order, the earliest joined when there are many, and 年份未载 last."""
    years = sorted({event.date.year for event in events if event.date.year is not None})
    late = years[-MOST_YEARS:]
    early = years[: -len(late)] if late else []
    columns = [_Column(f"{year}年", year, year) for year in late]
    if early:
        columns.insert(0, _Column(f"{early[-1]}年及以前", early[0], early[-1]))
    return [*columns, _Column(UNDATED, 0, 0)] if any(event.date.year is None for event in events) else columns


def _entries(case: str, column: _Column, events: Iterable[Event]) -> dict[Status, list[Event]]:
    found = [event for event in events if event.case == case and column.holds(event)]
    by_status = {status: [event for event in found if event.status is status] for status in Status}
    return {status: these for status, these in by_status.items() if these}


def _lane(case: str, events: Sequence[Event], columns: Iterable[_Column]) -> Lane:
    years = (
        (column.label, tuple(Count(status, len(found), found[0].href) for status, found in entries.items()))
        for column in columns
        if (entries := _entries(case, column, events))
    )
    return Lane(case, tuple(years))


def _lane_words(lane: Lane) -> str:
    """The lane in words, such as 西塘：2017年材料称已实现1项；年份未载计划1项."""
    cells = (
        f"{year}{'、'.join(f'{count.status.display}{count.number}项' for count in counts)}"
        for year, counts in lane.years
    )
    return f"{lane.case}：{'；'.join(cells)}。"


def _draw(
    title: str, description: str, cases: Sequence[str], events: Sequence[Event], columns: Sequence[_Column]
) -> Markup:
    width = _NAME + len(columns) * _COLUMN
    body = Markup("").join(
        rows_of(_NAME + (index + 0.5) * _COLUMN, 20, column.label, 8.0, "head") for index, column in enumerate(columns)
    )
    y = _HEAD
    for case in cases:
        cells = [_entries(case, column, events) for column in columns]
        height = max(max(map(len, cells)) * _ENTRY + _PAD, 44.0)
        body += line("grid", (0, y), (width, y)) + rows_of(0, y + 20, case, 5.0, "head", "start")
        body += Markup("").join(_cell(cell, _NAME + index * _COLUMN, y) for index, cell in enumerate(cells))
        y += height
    if columns[-1].label == UNDATED:
        apart = _NAME + (len(columns) - 1) * _COLUMN
        body = line("apart", (apart, 0), (apart, y)) + body
    return document(title, description, width, y + 4, body, linked=True)


def _cell(entries: dict[Status, list[Event]], left: float, top: float) -> Markup:
    return Markup("").join(
        _entry(status, events, left, top + _PAD + index * _ENTRY)
        for index, (status, events) in enumerate(entries.items())
    )


def _entry(status: Status, events: list[Event], left: float, top: float) -> Markup:
    """The marks of one status in one cell, at most six, with the status and the count in words below."""
    more = len(events) > MOST_MARKS
    marks = MOST_MARKS - 1 if more else len(events)
    middle = left + _COLUMN / 2
    first = middle - (marks - 1 + more) * _MARK / 2
    shapes = Markup("").join(status_mark(status, first + index * _MARK, top + 6, 5.0) for index in range(marks))
    shapes += text(first + marks * _MARK, top + 9, "…", "small") if more else ""
    words = text(middle, top + 27, f"{status.display} {len(events)}项", "small")
    return Markup('<a href="{}">{}{}</a>').format(events[0].href, shapes, words)
