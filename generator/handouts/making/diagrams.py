"""The organisation diagram of a case as pictures: sheets that fit the page, drawn anew and wider for slides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

from ...library.model import Case
from ...views.orgchart import Diagram, org_diagrams
from .. import layout
from ..ink import inked
from ..inline import Run, RunKind
from ..picture import Picture

Room = tuple[float, float]
_SLIDE: Room = (864.0, 318.0)
"""Points below the title of a slide, above two lines of caption."""
_PAPER_SCALES = (0.625, 7 / 12)
"""Points per px: relation words, the smallest text (12 px), are printed at 7.5 pt where all parts fit so, at 7 pt else."""
_SLIDE_SCALES = (0.7, 0.57)
"""On slides boxes (14 px) are written at 10 pt, or 8 pt, half the size of a table's text and still to be read near by."""


_SHARES = (1.0, 0.85)
"""Of the room's width for which a diagram is laid out: one whose rows grow beyond it may fit when it aims for less."""


def diagram_pictures(case: Case, relations: Mapping[str, str]) -> tuple[Picture, ...]:
    """The pictures of a case's organisations; none where a part is too large to be read on the page: the table says it all.

    ``relations`` is the vocabulary's 关系. The slides' own stand with the first.
    """
    paper = _fitting(case, relations, layout.picture_room(), _PAPER_SCALES)
    slides = _fitting(case, relations, _SLIDE, _SLIDE_SCALES)
    return tuple(replace(picture, slides=() if number else slides) for number, picture in enumerate(paper))


def _fitting(case: Case, relations: Mapping[str, str], room: Room, scales: tuple[float, ...]) -> tuple[Picture, ...]:
    """The sheets at the first of ``scales`` at which every part of the diagram fits the room."""
    for scale, share in product(scales, _SHARES):
        widest, highest = (length / scale for length in room)
        drawn = org_diagrams(case, relations, widest * share, highest)
        pictures = tuple(_picture(diagram, number, len(drawn)) for number, diagram in enumerate(drawn, start=1))
        if all(picture.width <= widest and picture.height <= highest for picture in pictures):
            return pictures
    return ()


def _picture(diagram: Diagram, number: int, count: int) -> Picture:
    ink = inked(diagram.svg)
    title = f"{diagram.title}（{number}/{count}）" if count > 1 else diagram.title
    caption = (Run(f"{title}。", RunKind.STRONG), Run(diagram.legend))
    return Picture(title, ink.svg, ink.width, ink.height, f"{title}。{ink.told}。", caption)
