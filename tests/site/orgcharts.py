"""Helpers for the tests of the organisation diagram: graphs by hand, and what lies on what in the drawing."""

from __future__ import annotations

from itertools import combinations

from generator.views.orgchart.graph import ORGANISATION, Graph, Link, Node
from generator.views.orgchart.layers import parts
from generator.views.orgchart.measure import WORD_EM, word_width
from generator.views.orgchart.placing import DUMMY_MARK, Layout, lay_out
from generator.views.orgchart.routing import Routed, route
from generator.views.orgchart.text import wrap

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def graph(links: list[tuple[str, str, str, bool]], alone: tuple[str, ...] = ()) -> Graph:
    """Make a graph of organisations from (upper, lower, word, sideways); every end is a node named after its id."""
    ids = dict.fromkeys([id_ for link in links for id_ in link[:2]] + list(alone))
    nodes = {id_: Node(id_, ORGANISATION, wrap(id_), id_) for id_ in ids}
    return Graph(nodes, tuple(Link(*link) for link in links))


def drawn(of: Graph) -> list[Routed]:
    """Lay out and route all parts of a graph."""
    return [route(lay_out(of, part)) for part in parts(of)]


def boxes(routed: Routed) -> dict[str, Box]:
    """The box of every node of a part."""
    layout: Layout = routed.layout
    return {
        id_: (layout.left[id_], top, layout.left[id_] + layout.width[id_], top + layout.height[id_])
        for rank, top in enumerate(routed.top)
        for id_ in layout.row(rank)
        if DUMMY_MARK not in id_
    }


def words(routed: Routed) -> dict[str, Box]:
    """The room that every relation's word takes, by word and number."""
    found = [line.word for line in routed.lines if line.word]
    return {
        f"{word} {number}": (x - word_width(word) / 2, y - WORD_EM * 0.85, x + word_width(word) / 2, y + WORD_EM * 0.15)
        for number, (x, y, word) in enumerate(found)
    }


def overlaps(routed: Routed) -> list[tuple[str, str]]:
    """Every pair of boxes or words that lie on one another, by name."""
    things = boxes(routed) | words(routed)
    return [(one, other) for one, other in combinations(things, 2) if _meet(things[one], things[other])]


def _meet(one: Box, other: Box) -> bool:
    slack = 0.5
    apart = (
        one[2] <= other[0] + slack
        or other[2] <= one[0] + slack
        or one[3] <= other[1] + slack
        or other[3] <= one[1] + slack
    )
    return not apart


def crossings(routed: Routed) -> int:
    """How many pairs of lines of different links cross (a flat stretch of one over an upright one of the other)."""
    flat, upright = [], []
    for number, line in enumerate(routed.lines):
        for (x1, y1), (x2, y2) in zip(line.points, line.points[1:], strict=False):
            if abs(y1 - y2) < 0.1 and abs(x1 - x2) > 0.1:
                flat.append((number, min(x1, x2), max(x1, x2), y1))
            elif abs(x1 - x2) < 0.1:
                upright.append((number, x1, min(y1, y2), max(y1, y2)))
    return len(
        {
            frozenset((a, b))
            for a, left, right, y in flat
            for b, x, top, bottom in upright
            if a != b and left + 1 < x < right - 1 and top + 1 < y < bottom - 1
        }
    )
