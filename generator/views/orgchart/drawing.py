"""The diagram as SVG: classes for looks, since the pages' security policy forbids style attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from markupsafe import Markup

from ...library.model import Case
from ...library.rows import Organisation
from .graph import DOCUMENT, MECHANISM, OPEN, ORGANISATION, SITE, Graph, Link, Node, case_graph
from .layers import parts
from .measure import EM, LINE, PAD, WIDEST
from .placing import DUMMY_MARK, lay_out
from .routing import Line, Routed, route
from .sheets import Sheet, sheets

MARGIN = 6.0
_KEPT = 512
_LEGEND = {
    ORGANISATION: "方框：组织",
    MECHANISM: "圆角：机制",
    SITE: "切角：实践点",
    DOCUMENT: "折角：文件",
    OPEN: "虚框：材料未说明",
}
_ARROWS = {"down": "l-4.5-8h9z", "up": "l-4.5 8h9z", "right": "l-8-4.5v9z", "left": "l8-4.5v9z"}


@dataclass(frozen=True)
class Diagram:
    """A drawing as SVG with its text alternative, and in ``legend`` what its shapes and lines mean."""

    title: str
    svg: Markup
    legend: str


def org_chart(case: Case, relations: Mapping[str, str]) -> Markup:
    """Return a ``figure`` with the case's organisations as SVG and a legend; empty when there is no organisation.

    ``relations`` is the vocabulary's 关系: how each relation's word is drawn.
    """
    return Markup("").join(
        Markup(
            '<figure class="orgchart"><div class="orgchart-box" tabindex="0" role="group" aria-label="{title}，可左右滚动">'
            "{svg}</div><figcaption>{legend}</figcaption></figure>"
        ).format(title=drawn.title, svg=drawn.svg, legend=drawn.legend)
        for drawn in org_diagrams(case, relations)
    )


def org_diagrams(
    case: Case, relations: Mapping[str, str], widest: float = WIDEST + 2 * MARGIN, highest: float = inf
) -> tuple[Diagram, ...]:
    """The case's organisations on sheets of at most ``widest`` × ``highest`` px; none when there is no organisation.

    A connected part is never torn: one that is larger makes a larger sheet.
    """
    if not case.rows(Organisation):
        return ()
    graph = case_graph(case, relations)
    title = f"{case.meta.short}：组织及其关系"
    return _diagrams(title, tuple(graph.nodes.values()), graph.links, widest, highest)


@lru_cache(maxsize=_KEPT)
def _diagrams(
    title: str, nodes: tuple[Node, ...], links: tuple[Link, ...], widest: float, highest: float
) -> tuple[Diagram, ...]:
    """Laid out once while a process lasts: that takes a tenth of a second for each width."""
    graph, inner = Graph({node.id: node for node in nodes}, links), widest - 2 * MARGIN
    routed = [route(lay_out(graph, part, inner)) for part in parts(graph, inner)]
    return tuple(_diagram(graph, sheet, title) for sheet in sheets(routed, inner, highest - 2 * MARGIN))


def _diagram(graph: Graph, sheet: Sheet, title: str) -> Diagram:
    shown = _shown(graph, sheet)
    body = Markup("").join(_part(graph, routed, x, y) for routed, x, y in sheet.placed)
    width, height = _n(sheet.width + 2 * MARGIN), _n(sheet.height + 2 * MARGIN)
    svg = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        "<title>{title}</title><desc>{desc}</desc>"
        '<g transform="translate({m} {m})">{body}</g></svg>'
    ).format(title=title, w=width, h=height, m=_n(MARGIN), desc=_description(shown), body=body)
    return Diagram(title, svg, _legend(shown))


def _shown(graph: Graph, sheet: Sheet) -> Graph:
    """Of the graph what stands on a sheet."""
    ids = {id_ for routed, _, _ in sheet.placed for id_ in routed.layout.left}
    nodes = {id_: node for id_, node in graph.nodes.items() if id_ in ids}
    return Graph(nodes, tuple(link for link in graph.links if link.upper in ids))


def _part(graph: Graph, routed: Routed, x: float, y: float) -> Markup:
    layout = routed.layout
    lines = Markup("").join(map(_path, routed.lines))
    boxes = Markup("").join(
        _box(graph.nodes[id_], layout.left[id_], routed.top[rank], layout.width[id_], layout.height[id_])
        for rank in range(len(layout.rows))
        for id_ in layout.row(rank)
        if DUMMY_MARK not in id_
    )
    words = Markup("").join(map(_word, routed.lines))
    return Markup('<g transform="translate({} {})">{}{}{}</g>').format(_n(x), _n(y), lines, boxes, words)


def _path(line: Line) -> Markup:
    way = "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in line.points)
    kind = "side" if line.sideways else "down"
    path = Markup('<path class="line {}" d="{}"/>').format(kind, way)
    if line.arrow:
        x, y, direction = line.arrow
        path += Markup('<path class="arrow" d="M{} {}{}"/>').format(_n(x), _n(y), _ARROWS[direction])
    return path


def _word(line: Line) -> Markup:
    if line.word is None:
        return Markup("")
    x, y, word = line.word
    return Markup('<text class="word" x="{}" y="{}">{}</text>').format(_n(x), _n(y), word)


def _box(node: Node, x: float, y: float, width: float, height: float) -> Markup:
    middle, first = _n(x + width / 2), y + PAD + LINE / 2 + EM * 0.36
    spans = Markup("").join(
        Markup('<text x="{}" y="{}">{}</text>').format(middle, _n(first + index * LINE), line)
        for index, line in enumerate(node.lines)
    )
    classes = f"node {node.kind}{' lead' if node.lead else ''}"
    return Markup('<g class="{}"><path d="{}"/>{}</g>').format(classes, _outline(node.kind, x, y, width, height), spans)


def _outline(kind: str, x: float, y: float, width: float, height: float) -> str:
    """The box's shape, which tells what it is: square, rounded, cut or folded corners."""
    w, h, c = width, height, 10.0
    if kind == MECHANISM:
        return _rounded(x, y, w, h, min(h / 2, 18.0))
    if kind == SITE:
        return f"M{_n(x + c)} {_n(y)}h{_n(w - 2 * c)}l{c:g} {c:g}v{_n(h - 2 * c)}l-{c:g} {c:g}h-{_n(w - 2 * c)}l-{c:g}-{c:g}v-{_n(h - 2 * c)}z"
    if kind == DOCUMENT:
        return f"M{_n(x)} {_n(y)}h{_n(w - c)}l{c:g} {c:g}v{_n(h - c)}h-{_n(w)}zM{_n(x + w - c)} {_n(y)}v{c:g}h{c:g}"
    return _rounded(x, y, w, h, 3.0)


def _rounded(x: float, y: float, w: float, h: float, r: float) -> str:
    a = f"a{_n(r)} {_n(r)} 0 0 1 "
    n = _n(r)
    return (
        f"M{_n(x + r)} {_n(y)}h{_n(w - 2 * r)}{a}{n} {n}v{_n(h - 2 * r)}{a}-{n} {n}"
        f"h-{_n(w - 2 * r)}{a}-{n}-{n}v-{_n(h - 2 * r)}{a}{n}-{n}z"
    )


def _description(graph: Graph) -> str:
    """Every relation as a sentence, then what has none and who leads, for readers who do not see the drawing."""
    name = {id_: node.name for id_, node in graph.nodes.items()}
    ends = ((link.lower, link.upper) if link.rising else (link.upper, link.lower) for link in graph.links)
    said = "；".join(
        f"{name[subject]} {link.word} {name[target]}" for (subject, target), link in zip(ends, graph.links, strict=True)
    )
    linked = {id_ for link in graph.links for id_ in (link.upper, link.lower)}
    alone = "、".join(name[id_] for id_ in graph.nodes if id_ not in linked)
    lead = "、".join(node.name for node in graph.nodes.values() if node.lead)
    return "。".join(filter(None, (said, alone and f"另有 {alone}", lead and f"牵头主体是 {lead}")))


def _legend(graph: Graph) -> str:
    kinds = {node.kind for node in graph.nodes.values()}
    shapes = [words for kind, words in _LEGEND.items() if kind in kinds]
    lead = ["粗框：牵头主体"] if any(node.lead for node in graph.nodes.values()) else []
    return (
        "。".join(
            ["；".join(shapes + lead), "实线：上下关系；虚线：并列关系", "连线上的字是材料写明的关系，依据见下表"]
        )
        + "。"
    )


def _n(number: float) -> str:
    """A number as SVG takes it, to a tenth, the same on every machine."""
    rounded = f"{round(number, 1) + 0.0:.1f}"
    return rounded.removesuffix(".0")
