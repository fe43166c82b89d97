"""What the diagram shows: the case's organisations, what they are linked to, and each link's word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...library.model import Case
from ...library.rows import Document, Mechanism, Organisation, Row, Site
from ...library.values import UNKNOWN
from .text import wrap

ORGANISATION, MECHANISM, SITE, DOCUMENT, OPEN = "organisation", "mechanism", "site", "document", "open"
_KINDS: dict[type[Row], str] = {Organisation: ORGANISATION, Mechanism: MECHANISM, Site: SITE, Document: DOCUMENT}
VERTICAL = "上下"
UPWARD = ("报告",)
"""Relations whose subject is the lower one: who reports stands below whom it reports to."""


@dataclass(frozen=True)
class Node:
    """A box: its id, what it is, and its name in lines."""

    id: str
    kind: str
    lines: tuple[str, ...]
    name: str
    lead: bool = False


@dataclass(frozen=True)
class Link:
    """A line from ``upper`` to ``lower``. ``sideways`` links are equals; ``rising`` ones point from lower to upper."""

    upper: str
    lower: str
    word: str
    sideways: bool
    rising: bool = False


@dataclass(frozen=True)
class Graph:
    """Nodes by id in the order of the table, and links between them."""

    nodes: Mapping[str, Node]
    links: tuple[Link, ...]


def case_graph(case: Case, relations: Mapping[str, str]) -> Graph:
    """Take the graph from a case's 组织 table. ``relations`` tells 上下 or 并列 for each relation's word."""
    rows = {row.id: row for row in case.all_rows()}
    organisations = case.rows(Organisation)
    nodes = {row.id: _node(row, case.meta.lead.name) for row in organisations}
    words: dict[tuple[str, str, bool, bool], list[str]] = {}
    for row in organisations:
        for edge in row.edges:
            target = f"{row.id}?" if edge.target == UNKNOWN else edge.target
            nodes.setdefault(target, _open(target) if edge.target == UNKNOWN else _node(rows[target]))
            key = _ends(row.id, target, relations.get(edge.relation) == VERTICAL, edge.relation in UPWARD)
            words.setdefault(key, []).append(edge.relation)
    links = (
        Link(up, down, "、".join(dict.fromkeys(said)), side, rising) for (up, down, side, rising), said in words.items()
    )
    return Graph(nodes, tuple(links))


def _ends(subject: str, target: str, vertical: bool, rising: bool) -> tuple[str, str, bool, bool]:
    """The key that links between the same two nodes share, so that their words stand on one line."""
    if rising and vertical:
        return target, subject, False, True
    return subject, target, not vertical, False


def _node(row: Row, lead: str = "") -> Node:
    return Node(row.id, _KINDS.get(type(row), MECHANISM), wrap(row.label), row.label, row.label == lead)


def _open(id_: str) -> Node:
    return Node(id_, OPEN, (UNKNOWN,), UNKNOWN)
