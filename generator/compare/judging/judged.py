"""A figure with everything that decides whether it may be held against another."""

from __future__ import annotations

from dataclasses import dataclass

from ...library.entries import Measure, Place
from ...library.figures import WORDS
from ...library.model import Case, Library
from ...library.rows import Figure

CHANGE = "的变化"
"""How the name of a kind of change ends (率的变化, 数量的变化)."""

POINTS = ("个百分点", "百分点")


@dataclass(frozen=True)
class FigureInCase:
    """A figure with what decides about it beyond its own row: its case, the case's places, its measure (None if blank)."""

    case_id: str
    case_name: str
    places: tuple[Place, ...]
    figure: Figure
    measure: Measure | None = None

    @classmethod
    def of(cls, library: Library, case: Case, figure: Figure) -> FigureInCase:
        """Take ``figure`` of ``case`` with its measure. Raises KeyError when its measure is not in the library."""
        measure = library.measures[figure.measure] if figure.measure else None
        return cls(case.id, case.meta.short, case.meta.places, figure, measure)

    @property
    def is_points(self) -> bool:
        """Whether the figure is a difference in percentage points (5个百分点, 82%→87%)."""
        quantity = self.figure.quantity
        return quantity.unit in POINTS or (quantity.unit == "%" and quantity.start is not None)

    @property
    def is_change(self) -> bool:
        """Whether the figure tells a change, by its literal or by its measure's kind; else it is a level."""
        by_measure = self.measure is not None and self.measure.kind.endswith(CHANGE)
        return by_measure or self.figure.quantity.is_change or self.is_points

    @property
    def unit(self) -> str:
        """The unit as written; a bare word (全覆盖) speaks in its measure's unit."""
        if self.figure.quantity.literal in WORDS and self.measure is not None:
            return self.measure.unit
        return self.figure.quantity.unit

    @property
    def kind(self) -> str:
        """量的种类, by the measure; empty when no measure is named."""
        return self.measure.kind if self.measure else ""

    @property
    def blanks(self) -> tuple[str, ...]:
        """The columns that decide about comparing and that the source, or the editor, leaves blank."""
        figure = self.figure
        stated = {"可比指标": figure.measure, "时段": figure.period, "口径": figure.basis, "范围": figure.scope}
        if self.is_change:
            stated["基期"] = figure.baseline
        return tuple(name for name, text in stated.items() if not text.strip())
