"""关键数字: the figures of a case that a reader sees first."""

from __future__ import annotations

from ..library.model import Case
from ..library.rows import Figure
from ..library.values import FigureMark


def headline_figures(case: Case) -> tuple[Figure, ...]:
    """A case's key figures in the editor's order. Those of the pandemic years are left out, whatever the front matter says."""
    figures = (case.figure(id_) for id_ in case.meta.key_figures)
    return tuple(figure for figure in figures if figure.mark is not FigureMark.PANDEMIC)
