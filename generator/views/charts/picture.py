"""A picture with what stands below it: the same in words, point by point, with status and evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from ...compare.fields.case_fields import NOT_APPLICABLE
from ...compare.judging.comparability import FigureInCase
from ...library.address import Address
from ...library.evidence import Evidence
from ...library.values import UNKNOWN, Status

_NO_DRAWING = Markup("")
_UNTIL_NOW, _NO_END = "至今", f"截止时间{UNKNOWN}"


@dataclass(frozen=True)
class Term:
    """One condition of a figure as its source states it, and in ``note`` what the source leaves open."""

    label: str
    text: str
    note: str = ""

    @property
    def told(self) -> str:
        """The term on one line: 时段：2021年至今（截止时间材料未说明）."""
        note = f"（{self.note}）" if self.text and self.note else self.note
        return f"{self.label}：{self.text}{note}"


def terms(item: FigureInCase) -> tuple[Term, ...]:
    """时段, 基期, 口径 and 范围 of a figure; a level that names no 基期 needs none."""
    figure = item.figure
    no_baseline = UNKNOWN if item.is_change else NOT_APPLICABLE
    until_now = _NO_END if figure.period.endswith(_UNTIL_NOW) else ""
    return (
        Term("时段", figure.period, until_now if figure.period else UNKNOWN),
        Term("基期", figure.baseline, "" if figure.baseline else no_baseline),
        Term("口径", figure.basis, "" if figure.basis else UNKNOWN),
        Term("范围", figure.scope, "" if figure.scope else UNKNOWN),
    )


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
    terms: tuple[Term, ...] = ()

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
            terms(item),
        )


@dataclass(frozen=True)
class Count:
    """How many milestones of one status, and where the table says the first."""

    status: Status
    number: int
    href: str


@dataclass(frozen=True)
class Lane:
    """One case of a timeline: under each year that holds any, the counts by status."""

    case: str
    years: tuple[tuple[str, tuple[Count, ...]], ...]


@dataclass(frozen=True)
class Picture:
    """One picture: ``kind`` is its class, ``svg`` empty where figures stand as cards because no chart may hold them.

    ``lines`` are told below it in plain words. ``figures`` are what it shows, ``ranked`` that they come in order of value.
    ``lanes`` say a timeline once more as a list, which a narrow screen shows in place of the drawing.
    """

    kind: str
    title: str
    svg: Markup = _NO_DRAWING
    lines: tuple[str, ...] = ()
    figures: tuple[FigureInCase, ...] = ()
    ranked: bool = False
    lanes: tuple[Lane, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """Its figures as the list below it says them."""
        return tuple(map(Point.of, self.figures))


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
