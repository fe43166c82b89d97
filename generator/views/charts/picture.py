"""A picture with what stands below it: the same in words, point by point, with status and evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from ...compare.comparability import FigureInCase
from ...library.address import Address
from ...library.evidence import Evidence
from ...library.values import UNKNOWN, Status

_NO_DRAWING = Markup("")


@dataclass(frozen=True)
class Point:
    """One figure of a picture as a list says it: literal, name, when and in which case, status, evidence, its row."""

    literal: str
    name: str
    period: str
    status: Status
    evidence: Evidence
    context: str
    destination: Address
    flags: tuple[str, ...] = ()

    @classmethod
    def of(cls, item: FigureInCase) -> Point:
        """The point of one figure; it leads to the figure's row on its case page."""
        figure = item.figure
        flags = (str(figure.mark.value),) if figure.mark else ()
        return cls(
            figure.quantity.literal,
            figure.name,
            figure.period or f"时段{UNKNOWN}",
            figure.status,
            figure.evidence,
            item.case_id,
            Address(f"cases/{item.case_id}.html", figure.anchor),
            flags,
        )


@dataclass(frozen=True)
class Picture:
    """One picture: ``kind`` is its class, ``svg`` empty where figures stand as cards because no chart may hold them.

    ``lines`` are told below it in plain words. ``ranked`` says that its points come in order of value.
    """

    kind: str
    title: str
    svg: Markup = _NO_DRAWING
    lines: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    ranked: bool = False


@dataclass(frozen=True)
class Pictures:
    """The pictures shown in one place, and how many more there are than fit there."""

    shown: tuple[Picture, ...] = field(default=())
    left_out: int = 0

    def __bool__(self) -> bool:
        return bool(self.shown)

    @property
    def drawn(self) -> bool:
        """Whether any of them is a drawing, which needs the charts' styles."""
        return any(picture.svg for picture in self.shown)
