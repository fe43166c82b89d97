"""The shapes of a status, as everywhere on the site: ● 材料称已实现, ■ 现状, ◎ 目标, ○ 计划 (dashed), ▫ 背景."""

from __future__ import annotations

from markupsafe import Markup

from ...library.values import Status
from .svg import circle, n, text

CLASSES = {
    Status.ACHIEVED: "achieved",
    Status.CURRENT: "current",
    Status.TARGET: "target",
    Status.PLAN: "plan",
    Status.BACKGROUND: "background",
}
UNREACHED = (Status.TARGET, Status.PLAN)
NOT_A_RESULT = {Status.TARGET: "目标，不是结果", Status.PLAN: "计划，不是结果"}


def status_words(status: Status) -> str:
    """The status for a reader; a target or plan says that it is no result."""
    return NOT_A_RESULT.get(status, status.display)


def goal_words(status: Status) -> str:
    """（目标） behind a title whose figures are targets or plans, so that the title alone does not sound like a result."""
    return f"（{status.display}）" if status in UNREACHED else ""


def status_key(status: Status, left: float, y: float) -> Markup:
    """The shape and what it means, inside the picture: a picture is copied into slides without its caption."""
    return status_mark(status, left + 6, y - 4, 5.0) + text(left + 18, y, status_words(status), "small", "start")


def status_mark(status: Status, x: float, y: float, radius: float = 6.0) -> Markup:
    """The shape of ``status`` around a point. Targets and plans are never filled."""
    kind = f"mark {CLASSES[status]}"
    if status in (Status.CURRENT, Status.BACKGROUND):
        side = radius * 1.7
        return Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}"/>').format(
            kind, n(x - side / 2), n(y - side / 2), n(side), n(side)
        )
    outer = circle(kind, x, y, radius)
    return outer + circle(f"{kind} inner", x, y, radius / 2) if status is Status.TARGET else outer
