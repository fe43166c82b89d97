"""Nodes into rows: connected parts of the graph, chains of equals, and ranks no wider than the page.

After Sugiyama, Tagawa & Toda (1981): break cycles, rank by longest path, put dummies where a line passes a row. Equals
(并列) that allow it stand side by side in one rank; all other lines go from an upper rank to a lower one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from .graph import ORGANISATION, Graph, Link
from .measure import GAP, WIDEST, node_width, side_gap

LONGEST_CHAIN = 4


@dataclass
class Part:
    """A connected part of the graph: its chains, the rank of each chain, its links from rank to rank and sideways."""

    chains: list[list[str]]
    ranks: dict[int, int] = field(default_factory=dict)
    down: list[Link] = field(default_factory=list)
    side: list[Link] = field(default_factory=list)

    def chain_of(self) -> dict[str, int]:
        """The chain that each node is in."""
        return {node: index for index, chain in enumerate(self.chains) for node in chain}


def parts(graph: Graph, widest: float = WIDEST) -> list[Part]:
    """The connected parts of the graph, largest first, each with its chains in ranks that are no wider than they must."""
    groups = sorted(_connected(graph), key=lambda ids: -len(ids))
    return [_part(graph, ids, widest) for ids in groups]


def _connected(graph: Graph) -> list[list[str]]:
    home = {id_: id_ for id_ in graph.nodes}

    def root(id_: str) -> str:
        while home[id_] != id_:
            id_ = home[id_]
        return id_

    for link in graph.links:
        home[root(link.lower)] = root(link.upper)
    groups: dict[str, list[str]] = {}
    for id_ in graph.nodes:
        groups.setdefault(root(id_), []).append(id_)
    return list(groups.values())


def _part(graph: Graph, ids: list[str], widest: float) -> Part:
    inside = set(ids)
    links = [link for link in graph.links if link.upper in inside]
    part = Part(_chains(graph, ids, links))
    _rank(graph, part, links, widest)
    chain = part.chain_of()
    for link in links:
        level, below = part.ranks[chain[link.upper]], part.ranks[chain[link.lower]]
        if level == below:
            part.side.append(link)
        else:
            part.down.append(
                link if level < below else Link(link.lower, link.upper, link.word, link.sideways, not link.rising)
            )
    return part


def _chains(graph: Graph, ids: list[str], links: list[Link]) -> list[list[str]]:
    """Join organisations that are equals into rows of up to four, unless something leads from one to the other."""
    chains = {id_: [id_] for id_ in ids}
    for link in links:
        one, other = chains[link.upper], chains[link.lower]
        if not link.sideways or one is other or not _both_organisations(graph, link):
            continue
        joined = _joined(one, other, link)
        if joined and not _leads(chains, links, joined):
            chains |= dict.fromkeys(joined, joined)
    return list({id(chain): chain for chain in chains.values()}.values())


def _both_organisations(graph: Graph, link: Link) -> bool:
    return all(graph.nodes[id_].kind == ORGANISATION for id_ in (link.upper, link.lower))


def _joined(one: list[str], other: list[str], link: Link) -> list[str]:
    """One chain of both, with the link's ends side by side; empty when an end is inside its chain or it grows too long."""
    if len(one) + len(other) > LONGEST_CHAIN:
        return []
    left = one if one[-1] == link.upper else one[::-1] if one[0] == link.upper else []
    right = other if other[0] == link.lower else other[::-1] if other[-1] == link.lower else []
    return [*left, *right] if left and right else []


def _leads(chains: dict[str, list[str]], links: list[Link], joined: list[str]) -> bool:
    """Whether a path of vertical links leads from the joined nodes back to them."""
    below: dict[str, set[str]] = {}
    for link in links:
        if not link.sideways:
            below.setdefault(link.upper, set()).add(link.lower)
    todo = [node for id_ in joined for node in below.get(id_, ())]
    seen: set[str] = set()
    while todo:
        node = todo.pop()
        if node in joined:
            return True
        if node not in seen:
            seen.add(node)
            todo.extend(lower for mate in chains[node] for lower in below.get(mate, ()))
    return False


def _rank(graph: Graph, part: Part, links: list[Link], widest: float) -> None:
    chain = part.chain_of()
    order = _acyclic({(chain[link.upper], chain[link.lower]) for link in links}, len(part.chains))
    part.ranks = dict.fromkeys(range(len(part.chains)), 0)
    _push_down(part.ranks, order)
    _pull_roots(part.ranks, order)
    _narrow(graph, part, order, links, widest)


def _acyclic(pairs: Iterable[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """Turn round the links that would close a circle (found by depth-first search in order); drop links to oneself."""
    below: dict[int, list[int]] = {}
    for upper, lower in sorted(pairs):
        if upper != lower:
            below.setdefault(upper, []).append(lower)
    state = [0] * count
    kept: list[tuple[int, int]] = []

    def visit(node: int) -> None:
        state[node] = 1
        for lower in below.get(node, []):
            kept.append((lower, node) if state[lower] == 1 else (node, lower))
            if not state[lower]:
                visit(lower)
        state[node] = 2

    has_upper = {lower for lowers in below.values() for lower in lowers}
    for node in sorted(range(count), key=lambda node: (node in has_upper, node)):
        if not state[node]:
            visit(node)
    return sorted(set(kept))


def _push_down(ranks: dict[int, int], order: list[tuple[int, int]]) -> None:
    moved = True
    while moved:
        moved = False
        for upper, lower in order:
            if ranks[lower] <= ranks[upper]:
                ranks[lower] = ranks[upper] + 1
                moved = True


def _pull_roots(ranks: dict[int, int], order: list[tuple[int, int]]) -> None:
    """Stand a node that nothing leads to just above what it leads."""
    lowers = {lower for _, lower in order}
    for node in ranks:
        below = [ranks[lower] for upper, lower in order if upper == node]
        if node not in lowers and below:
            ranks[node] = min(below) - 1


def _narrow(graph: Graph, part: Part, order: list[tuple[int, int]], links: list[Link], widest: float) -> None:
    """Move chains to a rank below while theirs is wider than the page: first those that lead nothing, from the last."""
    rank = 0
    while rank <= max(part.ranks.values()):
        here = [index for index in part.ranks if part.ranks[index] == rank]
        while len(here) > 1 and _width(graph, part, here, links) > widest:
            here.sort(key=lambda index: (any(upper == index for upper, _ in order), -index))
            part.ranks[here.pop(0)] += 1
            _push_down(part.ranks, order)
        rank += 1


def _width(graph: Graph, part: Part, here: list[int], links: list[Link]) -> float:
    total = -GAP
    for index in here:
        chain = part.chains[index]
        total += sum(node_width(graph, id_, links) for id_ in chain) + GAP
        total += sum(side_gap(one, other, links) for one, other in pairwise(chain))
    return total
