"""The site's drawings as pictures for paper: every class of its style sheets becomes attributes, in black and grey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from . import layout

_SVG = "{http://www.w3.org/2000/svg}"
_WORDS = ("title", "desc")
_INK, _GREY, _PALE, _WASH, _PAPER = "#000", "#444", "#999", "#f0f0f0", "#fff"
_OUTLINE = {"fill": "none", "stroke": _INK}
_RULES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("text", "", {"fill": _INK, "font-size": "14"}),
    ("text", "small", {"fill": _GREY, "font-size": "12"}),
    ("text", "literal", {"font-weight": "600"}),
    ("path", "grid", {"fill": "none", "stroke": _PALE}),
    ("path", "way", {**_OUTLINE, "stroke-width": "1.6"}),
    ("path", "open-end", {**_OUTLINE, "stroke-width": "1.6"}),
    ("path", "before", {**_OUTLINE, "stroke-width": "3"}),
    ("path", "dashed", {"stroke": _GREY, "stroke-dasharray": "6 4"}),
    ("", "mark", {"fill": _PAPER, "stroke": _INK, "stroke-width": "1.8"}),
    ("", "mark achieved", {"fill": _INK}),
    ("", "mark current", {"fill": _INK}),
    ("", "mark plan", {"stroke-dasharray": "2.5 2.5"}),
    ("", "mark target", {}),
    ("", "mark background", {}),
    ("", "mark inner", {}),
    ("rect", "bar", {"fill": "#bbb", "stroke": _INK, "stroke-width": "1.5"}),
    ("rect", "bar background", {"fill": "none"}),
    ("rect", "bar unreached", {"fill": "none", "stroke-dasharray": "6 4"}),
    ("path", "node", {"fill": _PAPER, "stroke": _INK, "stroke-width": "1.2"}),
    ("text", "node", {"text-anchor": "middle"}),
    ("path", "node organisation", {"fill": _WASH}),
    ("path", "node lead", {"stroke-width": "2.6"}),
    ("text", "node lead", {"font-weight": "600"}),
    ("path", "node mechanism", {"stroke": _GREY}),
    ("path", "node site", {"stroke": _GREY}),
    ("path", "node document", {"stroke": _GREY}),
    ("path", "node open", {"fill": "none", "stroke": _GREY, "stroke-dasharray": "4 3"}),
    ("text", "node open", {"fill": _GREY}),
    ("path", "line", {**_OUTLINE, "stroke-width": "1.2"}),
    ("path", "line down", {}),
    ("path", "line side", {"stroke": _GREY, "stroke-dasharray": "5 3"}),
    ("path", "arrow", {"fill": _INK}),
    # The white edge keeps a word readable where a line passes below it.
    ("text", "word", {"fill": _INK, "font-size": "12", "text-anchor": "middle", "stroke": _PAPER, "stroke-width": "5",
                      "stroke-linejoin": "round", "paint-order": "stroke"}),
)  # fmt: skip
"""Element ('' for any), classes that it or what it stands in must have, attributes; a later rule goes over an earlier one."""
_KNOWN = frozenset(name for _, classes, _ in _RULES for name in classes.split())
_FAMILIES = ", ".join(f"'{name}'" for name in (layout.HEITI.name, *layout.HEITI.fallbacks))


@dataclass(frozen=True)
class Inked:
    """SVG that needs nothing else, its size in px, and the text alternative that the drawing carried."""

    svg: str
    width: float
    height: float
    told: str


@lru_cache(maxsize=1024)
def inked(svg: str) -> Inked:
    """Return a drawing of the site for paper. Raises ValueError for a class that no rule knows: it would print unstyled."""
    root = ElementTree.fromstring(svg)
    told = root.findtext(f"{_SVG}desc") or ""
    made = _copy(root, frozenset())
    made.attrib = {"xmlns": _SVG[1:-1], **made.attrib, "font-family": _FAMILIES}
    text = ElementTree.tostring(made, encoding="unicode")
    return Inked(text, float(root.attrib["width"]), float(root.attrib["height"]), told)


def _copy(element: Element, above: frozenset[str]) -> Element:
    """The element without classes and roles; ``above`` are the classes that it stands in."""
    tag, own = element.tag.removeprefix(_SVG), frozenset(element.get("class", "").split())
    if own - _KNOWN:
        raise ValueError(f"no rule for the class {', '.join(sorted(own - _KNOWN))}")
    kept = {name: value for name, value in element.attrib.items() if name not in ("class", "role")}
    made = Element(tag, {**kept, **_looks(tag, own | above)})
    made.text = element.text
    made.extend([_copy(child, own | above) for child in _drawn(element)])
    return made


def _drawn(element: Element) -> Iterator[Element]:
    return (child for child in element if child.tag.removeprefix(_SVG) not in _WORDS)


def _looks(tag: str, classes: frozenset[str]) -> dict[str, str]:
    if tag not in ("text", "path", "rect", "circle"):
        return {}
    looks: dict[str, str] = {}
    for named, needed, attributes in _RULES:
        if named in ("", tag) and classes.issuperset(needed.split()):
            looks |= attributes
    return looks
