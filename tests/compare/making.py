"""Figures made by hand, so that a test shows everything that decides about comparing them."""

from __future__ import annotations

from generator.compare.judging.comparability import FigureInCase
from generator.library.entries import Measure, Place
from generator.library.rows import Figure

COMPLETE = {"时段": "2020年", "基期": "2019年", "口径": "入户问卷", "范围": "甲街道"}
"""Conditions that leave nothing open."""


def measure(name: str, kind: str = "率", unit: str = "%") -> Measure:
    return Measure(name=name, unit=unit, kind=kind, meaning=f"{name}的含义")


SATISFACTION = measure("满意度")


def figure(
    literal: str,
    name: str = "满意度",
    *,
    status: str = "已实现",
    of: Measure | None = None,
    case: str = "jia",
    place: Place | None = None,
    evidence: str = "P01",
    **columns: str,
) -> FigureInCase:
    """A figure as an editor writes it; ``of`` is its measure, ``columns`` its 时段, 基期, 口径, 范围, 标记."""
    row = {"编号": "f", "指标": name, "数值": literal, "状态": status, "依据": evidence, **columns}
    if of is not None:
        row["可比指标"] = of.name
    built = Figure.model_validate({key: value for key, value in row.items() if value}, context={"source": case})
    return FigureInCase(case, case, (place or Place(province=f"{case}省"),), built, of)
