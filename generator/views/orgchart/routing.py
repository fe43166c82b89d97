"""Lines: out of the bottom of a box, along a track between two ranks, into the top of the box below.

Lines of one kind from one box share their way until they part, as on an organisation chart. Each line has its own place
on the top of the box it comes to, wide enough for its word, so words never lie on one another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .graph import Link
from .measure import word_width
from .placing import DUMMY_MARK, Layout, Segment

FIRST_TRACK, TRACK, WORD_ROOM = 14.0, 16.0, 30.0
_STYLE_OFFSET, _PARALLEL = 18.0, 20.0
_NEARLY_STRAIGHT, _FROM_CORNER = 14.0, 22.0


@dataclass(frozen=True)
class Line:
    """A drawn line: its corner points, and where its arrow and word stand (None where it only passes)."""

    points: tuple[tuple[float, float], ...]
    sideways: bool
    arrow: tuple[float, float, str] | None = None
    word: tuple[float, float, str] | None = None


@dataclass
class Bus:
    """The segments of one kind out of one box, and the stretch of track that they share."""

    start: float
    ends: list[tuple[float, Segment]]
    track: int = -1

    @property
    def span(self) -> tuple[float, float]:
        """The least and greatest x that the bus needs."""
        xs = [self.start, *(x for x, _ in self.ends)]
        return min(xs), max(xs)

    @property
    def straight(self) -> bool:
        """Whether it goes straight down."""
        low, high = self.span
        return high - low < 1


@dataclass
class Routed:
    """A layout with y for its ranks and all its lines."""

    layout: Layout
    top: list[float] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    height: float = 0.0


def route(layout: Layout) -> Routed:
    """Give ranks their y, from 0, and draw all lines of a part."""
    routed = Routed(layout)
    y = 0.0
    for rank in range(len(layout.rows)):
        routed.top.append(y)
        bottom = y + max(layout.height[id_] for id_ in layout.row(rank))
        buses, arcs = _buses(layout, rank), _arcs(layout, rank)
        tracks = _assign_tracks(buses, arcs)
        last = rank == len(layout.rows) - 1
        y = bottom + (FIRST_TRACK + tracks * TRACK if tracks else 8.0 * (not last)) + (0.0 if last else WORD_ROOM)
        _draw_buses(routed, rank, bottom, y, buses)
        _draw_arcs(routed, rank, bottom, arcs)
        _draw_neighbours(routed, rank)
    routed.height = y
    return routed


def _buses(layout: Layout, rank: int) -> list[Bus]:
    here = [segment for segment in layout.segments if segment.upper in layout.row(rank)]
    grouped: dict[tuple[str, bool, bool], list[Segment]] = {}
    for segment in here:
        grouped.setdefault((segment.upper, segment.link.sideways, segment.link.rising), []).append(segment)
    starts: dict[Segment, float] = {}
    for (upper, sideways, rising), segments in grouped.items():
        kinds = [key[1:] for key in grouped if key[0] == upper]
        kinds.sort(key=lambda kind: _mean(layout.centre(s.lower) for s in grouped[upper, *kind]))
        shift = (kinds.index((sideways, rising)) - (len(kinds) - 1) / 2) * _STYLE_OFFSET
        starts |= dict.fromkeys(segments, layout.centre(upper) + shift)
    entries = _entries(layout, starts)
    return [Bus(starts[segments[0]], [(entries[s], s) for s in segments]) for segments in grouped.values()]


def _mean(numbers: Iterable[float]) -> float:
    values = list(numbers)
    return sum(values) / len(values)


def _entries(layout: Layout, starts: dict[Segment, float]) -> dict[Segment, float]:
    """Where each line comes to the top of its box: straight down where it can, side by side with room for their words."""
    result: dict[Segment, float] = {}
    for lower in dict.fromkeys(segment.lower for segment in starts):
        coming = sorted((s for s in starts if s.lower == lower), key=lambda s: starts[s])
        if DUMMY_MARK in lower:
            result |= dict.fromkeys(coming, _passing(layout, lower, starts[coming[0]]))
            continue
        widths = [word_width(s.link.word) + 8 for s in coming]
        places = _spread(
            [_above(layout, lower, starts[s]) for s in coming], widths, layout.left[lower], layout.width[lower]
        )
        result |= dict(zip(coming, places, strict=True))
    return result


def _above(layout: Layout, box: str, start: float) -> float:
    """Where a line would best come to a box: straight from where it starts when that is above the box, else its middle."""
    middle = layout.centre(box)
    return start if abs(start - middle) <= layout.width[box] / 2 - _FROM_CORNER else middle


def _passing(layout: Layout, dummy: str, start: float) -> float:
    """The x at which a line passes a rank; a dummy is moved a little when that makes the line straight."""
    if abs(layout.centre(dummy) - start) <= _NEARLY_STRAIGHT:
        layout.left[dummy] = start - layout.width[dummy] / 2
    return layout.centre(dummy)


def _spread(wanted: list[float], widths: list[float], left: float, width: float) -> list[float]:
    """Places near ``wanted``, each with its width, in order, within a box (or centred on it when they need more room)."""
    total = sum(widths)
    low = left + min(6.0, (width - total) / 2)
    high = left + width - min(6.0, (width - total) / 2)
    places: list[float] = []
    for index, (place, own) in enumerate(zip(wanted, widths, strict=True)):
        first = low if index == 0 else places[-1] + widths[index - 1] / 2
        last = high - sum(widths[index + 1 :])
        places.append(min(max(place, first + own / 2), last - own / 2))
    return places


def _arcs(layout: Layout, rank: int) -> list[tuple[Link, Bus]]:
    """Links between boxes of one rank that do not stand side by side: they pass below the rank."""
    row = layout.row(rank)
    arcs = []
    for number, link in enumerate(layout.part.side):
        if link.upper in row and abs(row.index(link.upper) - row.index(link.lower)) > 1:
            shift = 26.0 + 8.0 * (number % 3)
            towards = 1 if layout.centre(link.lower) > layout.centre(link.upper) else -1
            bus = Bus(layout.centre(link.upper) + towards * shift, [])
            bus.ends.append((layout.centre(link.lower) - towards * shift, Segment(link.upper, link.lower, link)))
            arcs.append((link, bus))
    return arcs


def _assign_tracks(buses: list[Bus], arcs: list[tuple[Link, Bus]]) -> int:
    """Give each bus that turns a track on which it meets no other; return how many tracks there are."""
    turning = [bus for _, bus in arcs] + sorted(
        (b for b in buses if not b.straight), key=lambda b: (b.span[1] - b.span[0], b.span)
    )
    tracks: list[list[Bus]] = []
    for bus in turning:
        low, high = bus.span
        free = (i for i, taken in enumerate(tracks) if all(high + 8 < t.span[0] or low - 8 > t.span[1] for t in taken))
        bus.track = next(free, len(tracks))
        if bus.track == len(tracks):
            tracks.append([])
        tracks[bus.track].append(bus)
    return len(tracks)


def _draw_buses(routed: Routed, rank: int, bottom: float, next_top: float, buses: list[Bus]) -> None:
    layout = routed.layout
    for bus in buses:
        for x, segment in bus.ends:
            start = (
                routed.top[rank] + layout.height[segment.upper] if DUMMY_MARK not in segment.upper else routed.top[rank]
            )
            turn = bottom + FIRST_TRACK + bus.track * TRACK
            end = next_top
            points = [(bus.start, start), (bus.start, turn), (x, turn), (x, end)]
            if bus.straight:
                points = [(bus.start, start), (bus.start, end)]
            routed.lines.append(_line(points, segment))


def _line(points: list[tuple[float, float]], segment: Segment) -> Line:
    link = segment.link
    arrives = DUMMY_MARK not in segment.lower
    arrow = None
    if link.rising and DUMMY_MARK not in segment.upper:
        arrow = (*points[0], "up")
    elif arrives and not link.rising:
        arrow = (*points[-1], "down")
    word = (points[-1][0], points[-1][1] - 13, link.word) if arrives else None
    return Line(tuple(points), link.sideways, arrow, word)


def _draw_arcs(routed: Routed, rank: int, bottom: float, arcs: list[tuple[Link, Bus]]) -> None:
    layout, top = routed.layout, routed.top[rank]
    for link, bus in arcs:
        end = bus.ends[0][0]
        turn = bottom + FIRST_TRACK + bus.track * TRACK
        points = (
            (bus.start, top + layout.height[link.upper]),
            (bus.start, turn),
            (end, turn),
            (end, top + layout.height[link.lower]),
        )
        routed.lines.append(
            Line(points, link.sideways, (*points[-1], "up"), ((bus.start + end) / 2, turn + 4, link.word))
        )


def _draw_neighbours(routed: Routed, rank: int) -> None:
    layout, row = routed.layout, routed.layout.row(rank)
    drawn: dict[frozenset[str], int] = {}
    for link in layout.part.side:
        if link.upper in row and abs(row.index(link.upper) - row.index(link.lower)) == 1:
            pair = frozenset((link.upper, link.lower))
            together = sum({other.upper, other.lower} == pair for other in layout.part.side)
            number = drawn[pair] = drawn.get(pair, -1) + 1
            height = min(layout.height[link.upper], layout.height[link.lower])
            y = routed.top[rank] + height / 2 + (number - (together - 1) / 2) * _PARALLEL
            routed.lines.append(_level_line(layout, link, y, row.index(link.upper) < row.index(link.lower)))


def _level_line(layout: Layout, link: Link, y: float, forward: bool) -> Line:
    left, right = (link.upper, link.lower) if forward else (link.lower, link.upper)
    ends = ((layout.left[left] + layout.width[left], y), (layout.left[right], y))
    points = ends if forward else ends[::-1]
    word = ((ends[0][0] + ends[1][0]) / 2, y - 6, link.word)
    return Line(points, link.sideways, (*points[1], "right" if forward else "left"), word)
