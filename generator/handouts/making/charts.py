"""The site's pictures of figures as pictures of a handout: drawing, numbers for a native chart, caption with every status.

Timeline and matrix are not among them: they count the rows of the table below them and lead to those, which on paper nothing can.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...views.charts import Picture as Drawn
from ...views.charts import Pictures, Point
from ..document import Block, Paragraph, ParagraphKind
from ..ink import inked
from ..inline import Run, RunKind, Runs, plain_runs
from ..picture import Picture
from ..setter import Setter, status_run
from .cells import joined
from .numbers import native_chart


def figure_pictures(pictures: Pictures, setter: Setter) -> Iterator[Block]:
    """What stands above a table of figures: pictures, and in words why figures that look alike are not drawn together."""
    for drawn in pictures.shown:
        if drawn.svg:
            yield _picture(drawn, setter)
        else:
            yield Paragraph((Run(f"{drawn.title}。", RunKind.STRONG), Run("".join(drawn.lines))), ParagraphKind.SMALL)


def _picture(drawn: Drawn, setter: Setter) -> Picture:
    ink = inked(drawn.svg)
    points = joined((_point(drawn, point, setter) for point in drawn.points), "；")
    caption = (Run(f"{drawn.title}。", RunKind.STRONG), Run("".join(drawn.lines)), *points, Run("。"))
    alt = f"{drawn.title}。{ink.told}"
    return Picture(drawn.title, ink.svg, ink.width, ink.height, alt, caption, native_chart(drawn))


def _point(drawn: Drawn, point: Point, setter: Setter) -> Runs:
    """One figure with its status and evidence: what the picture tells it by (name, time) before it."""
    name = {"bars": point.name, "steps": point.period}.get(drawn.kind, "")
    said = status_run("，".join((point.status.display, *point.flags)))
    return (
        *plain_runs(f"{name}：" if name else ""),
        Run(point.literal),
        said,
        *setter.evidence(point.evidence, point.context),
    )
