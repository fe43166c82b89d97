"""What every chart is made of: the outer element with its text alternative, words, lines, and scales with plain ends.

Looks are classes of charts.css and presentation attributes, since the pages' security policy forbids style attributes.
"""

from __future__ import annotations

from math import ceil, floor, log10

from markupsafe import Markup

from ..orgchart.text import units, wrap

EM, SMALL, LINE = 14.0, 12.0, 18.0
_IMAGE, _LINKED = "img", "group"

__all__ = ["EM", "LINE", "SMALL", "circle", "document", "line", "n", "rows_of", "scale", "text", "units", "wrap"]


def document(
    title: str, description: str, width: float, height: float, body: Markup, *, linked: bool = False
) -> Markup:
    """The whole SVG. One that holds links is a group, since an image hides its links from a screen reader."""
    role = _LINKED if linked else _IMAGE
    return Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" role="{role}" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
        "<title>{title}</title><desc>{description}</desc>{body}</svg>"
    ).format(role=role, w=n(width), h=n(height), title=title, description=description, body=body)


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "middle") -> Markup:
    """Words with their baseline at ``y``; ``anchor`` is start, middle or end, ``kind`` a class."""
    named = Markup(' class="{}"').format(kind) if kind else Markup("")
    return Markup('<text{} x="{}" y="{}" text-anchor="{}">{}</text>').format(named, n(x), n(y), anchor, words)


def rows_of(x: float, y: float, words: str, most: float, kind: str = "", anchor: str = "middle") -> Markup:
    """Words broken into lines of about ``most`` characters, the first baseline at ``y``."""
    lines = wrap(words, most)
    return Markup("").join(text(x, y + index * LINE, words, kind, anchor) for index, words in enumerate(lines))


def line(kind: str, *points: tuple[float, float]) -> Markup:
    """A line through ``points``."""
    return Markup('<path class="{}" d="M{}"/>').format(kind, "L".join(f"{n(x)} {n(y)}" for x, y in points))


def circle(kind: str, x: float, y: float, radius: float) -> Markup:
    """A circle."""
    return Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>').format(kind, n(x), n(y), n(radius))


def scale(low: float, high: float) -> tuple[float, float]:
    """Round ends for an axis that holds ``low`` to ``high`` with some room on both sides: 82 and 87 give 80 and 90."""
    spread = (high - low) or abs(high) or 1.0
    step = 10.0 ** floor(log10(spread))
    step *= next(factor for factor in (1, 2, 5, 10) if factor * step >= spread)
    first, last = floor(low / step) * step, ceil(high / step) * step
    return (first - step if first == low and low > 0 else first), (last + step if last == high else last)


def n(number: float) -> str:
    """A number as SVG takes it, to a tenth, the same on every machine."""
    return f"{round(number, 1) + 0.0:.1f}".removesuffix(".0")
