"""Places for nodes: the order within each rank that crosses least, then x near what a node is linked to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from .graph import Graph, Link
from .layers import Part
from .measure import DUMMY, WIDEST, node_height, node_width, side_gap

ROUNDS = 12
_CROSSING = 60.0
DUMMY_MARK = "~"


@dataclass(frozen=True)
class Segment:
    """The part of a link between one rank and the next; its ends are nodes or dummies."""

    upper: str
    lower: str
    link: Link


@dataclass
class Layout:
    """A part with its ranks in order and a place for each node. Dummies are ids with ``~``."""

    part: Part
    rows: list[list[list[str]]]
    """Rank → chains (a dummy is a chain of its own) → ids. Links of one kind from one node share their dummies."""
    segments: list[Segment]
    width: dict[str, float]
    height: dict[str, float]
    widest: float
    left: dict[str, float] = field(default_factory=dict)

    def centre(self, id_: str) -> float:
        """The x of a node's middle."""
        return self.left[id_] + self.width[id_] / 2

    def row(self, rank: int) -> list[str]:
        """The ids of a rank from left to right."""
        return [id_ for chain in self.rows[rank] for id_ in chain]


def lay_out(graph: Graph, part: Part, widest: float = WIDEST) -> Layout:
    """Order the ranks of a part and give each node its x, the leftmost being 0; ranks stay within ``widest`` if they can."""
    layout = _with_dummies(graph, part, widest)
    _pack(layout)
    _reduce_crossings(layout)
    _align(layout)
    least = min(layout.left.values())
    layout.left = {id_: left - least for id_, left in layout.left.items()}
    return layout


def _with_dummies(graph: Graph, part: Part, widest: float) -> Layout:
    depth = max(part.ranks.values()) + 1
    rows: list[list[list[str]]] = [[] for _ in range(depth)]
    for index, chain in enumerate(part.chains):
        rows[part.ranks[index]].append(list(chain))
    rank = {id_: part.ranks[index] for index, chain in enumerate(part.chains) for id_ in chain}
    width = {id_: node_width(graph, id_, part.down) for id_ in rank}
    height = {id_: node_height(graph, id_) for id_ in rank}
    segments: dict[tuple[str, str, str], Segment] = {}
    for link in part.down:
        upper = link.upper
        for level in range(rank[link.upper] + 1, rank[link.lower]):
            dummy = f"{link.upper}{DUMMY_MARK}{level}{'=' * link.sideways}{'^' * link.rising}"
            if dummy not in width:
                rows[level].append([dummy])
                width[dummy], height[dummy] = DUMMY, 0.0
            segments.setdefault((upper, dummy, ""), Segment(upper, dummy, link))
            upper = dummy
        segments[upper, link.lower, link.word] = Segment(upper, link.lower, link)
    return Layout(part, [row for row in rows if row], list(segments.values()), width, height, widest)


def _gap(layout: Layout, left: str, right: str) -> float:
    return side_gap(left, right, layout.part.side)


def _pack(layout: Layout) -> None:
    """Stand every rank close together, centred."""
    for rank in range(len(layout.rows)):
        row = layout.row(rank)
        gaps = [_gap(layout, one, other) for one, other in pairwise(row)]
        x = -(sum(layout.width[id_] for id_ in row) + sum(gaps)) / 2
        for id_, gap in zip(row, [*gaps, 0.0], strict=True):
            layout.left[id_] = x
            x += layout.width[id_] + gap


def _reduce_crossings(layout: Layout) -> None:
    """Swap neighbouring chains and turn chains round as long as that makes lines shorter or cross less."""
    best = _cost(layout)
    for _ in range(ROUNDS):
        before = best
        for row in layout.rows:
            for index in range(len(row)):
                best = _try(layout, row, index, best)
        if best >= before:
            return


def _try(layout: Layout, row: list[list[str]], index: int, best: float) -> float:
    for other in range(index + 1, len(row)):
        row[index], row[other] = row[other], row[index]
        cost = _repacked_cost(layout)
        if cost < best - 1e-6:
            best = cost
        else:
            row[index], row[other] = row[other], row[index]
    if len(row[index]) > 1:
        row[index].reverse()
        cost = _repacked_cost(layout)
        if cost < best - 1e-6:
            best = cost
        else:
            row[index].reverse()
    _pack(layout)
    return best


def _repacked_cost(layout: Layout) -> float:
    _pack(layout)
    return _cost(layout)


def _cost(layout: Layout) -> float:
    ends = [(layout.centre(segment.upper), layout.centre(segment.lower), segment) for segment in layout.segments]
    rank = {id_: index for index in range(len(layout.rows)) for id_ in layout.row(index)}
    total = sum(abs(upper - lower) for upper, lower, _ in ends)
    for index, (upper, lower, segment) in enumerate(ends):
        for other_upper, other_lower, other in ends[index + 1 :]:
            same = rank[segment.upper] == rank[other.upper]
            if same and (upper - other_upper) * (lower - other_lower) < 0:
                total += _CROSSING
    return total


def _align(layout: Layout) -> None:
    """Move nodes towards the middle of what they are linked to, keeping order, gaps and the page's width."""
    for round_ in range(ROUNDS):
        ranks = range(len(layout.rows))
        for rank in ranks if round_ % 2 == 0 else reversed(ranks):
            row = layout.row(rank)
            wanted = [_wanted(layout, id_) for id_ in row]
            _settle(layout, row, wanted)


def _wanted(layout: Layout, id_: str) -> float:
    near = [layout.centre(s.lower) for s in layout.segments if s.upper == id_]
    near += [layout.centre(s.upper) for s in layout.segments if s.lower == id_]
    return (sum(near) / len(near) if near else layout.centre(id_)) - layout.width[id_] / 2


def _settle(layout: Layout, row: Sequence[str], wanted: Sequence[float]) -> None:
    gaps = [_gap(layout, one, other) for one, other in pairwise(row)]
    widths = [layout.width[id_] for id_ in row]
    forward, backward = list(wanted), list(wanted)
    for i in range(1, len(row)):
        forward[i] = max(forward[i], forward[i - 1] + widths[i - 1] + gaps[i - 1])
    for i in range(len(row) - 2, -1, -1):
        backward[i] = min(backward[i], backward[i + 1] - widths[i] - gaps[i])
    lefts = [(one + other) / 2 for one, other in zip(forward, backward, strict=True)]
    _keep_within(lefts, widths, gaps, layout.widest / 2)
    layout.left |= dict(zip(row, lefts, strict=True))


def _keep_within(lefts: list[float], widths: list[float], gaps: list[float], limit: float) -> None:
    lefts[-1] = min(lefts[-1], limit - widths[-1])
    for i in range(len(lefts) - 2, -1, -1):
        lefts[i] = min(lefts[i], lefts[i + 1] - widths[i] - gaps[i])
    lefts[0] = max(lefts[0], -limit)
    for i in range(1, len(lefts)):
        lefts[i] = max(lefts[i], lefts[i - 1] + widths[i - 1] + gaps[i - 1])
