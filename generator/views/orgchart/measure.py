"""Sizes, in pixels at the diagram's own scale: boxes, gaps, and the room a relation's word needs."""

from __future__ import annotations

from collections.abc import Iterable

from .graph import Graph, Link
from .text import MOST_UNITS, units

WIDEST = 880.0
EM, LINE, PAD = 14.0, 20.0, 10.0
WORD_EM = 12.0
BOX = MOST_UNITS * EM + 2 * PAD
GAP = 20.0
DUMMY = 10.0


def word_width(word: str) -> float:
    """The width of a relation's word on a line."""
    return units(word) * WORD_EM


def node_width(graph: Graph, id_: str, links: Iterable[Link]) -> float:
    """The width of a box: as wide as its lines, and as the words of ``links`` that come to its top side by side."""
    node = graph.nodes[id_]
    text = max(units(line) for line in node.lines) * EM + 2 * PAD + 2
    ports = sum(word_width(link.word) + 8 for link in links if link.lower == id_)
    return max(text, ports, 96.0)


def node_height(graph: Graph, id_: str) -> float:
    """The height of a box."""
    return len(graph.nodes[id_].lines) * LINE + 2 * PAD


def side_gap(left: str, right: str, links: Iterable[Link]) -> float:
    """The room between two neighbours of a chain: enough for the word of the link between them."""
    words = [link.word for link in links if {link.upper, link.lower} == {left, right}]
    return max((word_width(word) + 28 for word in words), default=GAP)
