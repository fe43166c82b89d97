"""The report's part on figures: what a draft takes and what each guess rests on, and the numbers that were seen and left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from .candidates import MOST, Candidate, Scan

_SHOWN = 12
"""Examples of each kind of number left."""


def candidate_items(scan: Scan) -> list[str]:
    """One line a candidate."""
    return [_item(one) for one in scan.taken]


def passed_items(scan: Scan) -> list[str]:
    """One line for each reason to leave numbers, with how many and where."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for paragraph, one in scan.passed:
        groups[one.why].append(f"P{paragraph:02d} {one.literal}")
    told = [f"{why} {len(items)} 处：{'、'.join(_some(items))}" for why, items in groups.items()]
    return [*told, f"已满 {MOST} 个，从 P{scan.ended_at:02d} 起没有再找"] if scan.ended_at else told


def _some(items: list[str]) -> Iterator[str]:
    yield from items[:_SHOWN]
    if len(items) > _SHOWN:
        yield f"另 {len(items) - _SHOWN} 处"


def _item(one: Candidate) -> str:
    quantity = one.quantity
    literal = quantity.literal if quantity.literal == one.written else f"{quantity.literal}（原文“{one.written}”）"
    parts = [
        f"单位 {quantity.unit or '没有'}",
        *([f"约数 {quantity.approx}"] if quantity.approx else []),
        f"状态猜作“{one.guess.status}”（{one.guess.reason}）",
        f"指标“{one.label}”" if one.label else "指标待写",
        *(["说到疫情"] if one.in_pandemic else []),
    ]
    return f"P{one.paragraph:02d} **{literal}**：{'，'.join(parts)}"
