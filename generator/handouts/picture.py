"""Pictures: a drawing that stands alone, and the numbers of one that a slide can draw as a chart to be edited."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .inline import Runs


class ChartKind(StrEnum):
    """How the numbers of a chart stand to each other."""

    BARS = "bars"
    """Lengths of one comparable group."""
    STEPS = "steps"
    """One measure at several times."""
    CHANGE = "change"
    """One figure before and after."""


@dataclass(frozen=True)
class ChartPoint:
    """One number: what or when it is, its value, and how the source writes it (60%)."""

    category: str
    value: float
    literal: str


@dataclass(frozen=True)
class Chart:
    """Exact numbers of one unit and one status. ``is_goal``: they are a target or plan, which ``status`` says is no result.

    ``low`` and ``high`` are the ends of the axis of values, zero among them.
    """

    kind: ChartKind
    series: str
    unit: str
    status: str
    is_goal: bool
    points: tuple[ChartPoint, ...]
    low: float
    high: float


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG in black and grey without links or classes, ``width`` × ``height`` in px, text not below 12.

    ``alt`` tells all that it shows in words; ``caption`` its title, how it is to be read, and its figures with status and evidence.
    ``chart`` are its numbers where a chart of them would say the same. ``slides`` are what slides show in its place (a drawing
    for paper is too high for them); None: the picture itself.
    """

    title: str
    svg: str
    width: float
    height: float
    alt: str
    caption: Runs
    chart: Chart | None = None
    slides: tuple[Picture, ...] | None = None
