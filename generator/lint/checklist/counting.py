"""Counts in words: how many there are, which, and on which lines of the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ...library.rows import Figure
from ...report import Position, listed

_MOST = 8
"""A line names at most this many."""


def count(names: Collection[str], unit: str) -> str:
    """``2 项：甲、乙``; of many the first ones."""
    return f"{len(names)} {unit}" + (f"：{listed(names, _MOST)}" if names else "")


def places(found: Collection[Position], unit: str) -> str:
    """``2 处：在 5、9 行``."""
    lines = "、".join(str(at.line) for at in found)
    return f"{len(found)} {unit}" + (f"：在 {lines} 行" if found else "")


def with_line(name: str, at: Position) -> str:
    """``甲（5 行）``."""
    return f"{name}（{at.line} 行）"


def literals(figures: Iterable[Figure]) -> list[str]:
    """The figures as written, each with its line."""
    return [with_line(figure.quantity.literal, figure.at) for figure in figures]
