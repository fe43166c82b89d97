"""Which pictures given figures get: series as steps, before and after, bars of comparable groups; else cards with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from ...compare.judging.comparability import FigureInCase, compare
from ...compare.judging.groups import Items, comparable_groups, lookalikes, series
from ...compare.judging.ranking import is_rankable
from ...library.values import FigureMark
from .bars import bars
from .change import change
from .marks import goal_words
from .picture import Picture, Pictures
from .steps import steps

MOST = 12
"""Pictures shown in one place; a library of ten thousand cases must not make a page of ten thousand pictures."""
_PAIRS = 6


def figure_pictures(items: Iterable[FigureInCase]) -> Pictures:
    """All pictures of ``items``, at most MOST: those that compare first, then those that decline to."""
    found = tuple(_pictures(tuple(items)))
    return Pictures(found[:MOST], max(0, len(found) - MOST))


def _pictures(items: Items) -> Iterator[Picture]:
    order = {id(item): number for number, item in enumerate(items)}
    for group in comparable_groups(items):
        if is_rankable(group):
            yield bars(tuple(sorted(group, key=lambda item: order[id(item)])))
    for group in series(items):
        picture = steps(group)
        if picture:
            yield picture
    for item in items:
        if _tells_both_ends(item):
            yield change(item)
    for group in lookalikes(items):
        yield cards(group)


def _tells_both_ends(item: FigureInCase) -> bool:
    quantity = item.figure.quantity
    return quantity.start is not None and quantity.value is not None and item.figure.mark is not FigureMark.PANDEMIC


def cards(group: Items) -> Picture:
    """Figures that look alike and are not: one card each, and in words why they are not one chart."""
    title = f"{group[0].case_name}：{len(group)}个数{goal_words(group[0].figure.status)}各看各的，不画成一张图"
    held: dict[str, list[str]] = {}
    for a, b in combinations(group, 2):
        held.setdefault(compare(a, b).brief, []).append(f"“{a.figure.name}”与“{b.figure.name}”")
    lines = tuple(f"{words}（{_some(pairs)}）。" for words, pairs in held.items())
    return Picture("cards", title, lines=lines, figures=group)


def _some(pairs: list[str]) -> str:
    more = len(pairs) - _PAIRS
    return "；".join(pairs[:_PAIRS]) + (f"；等{len(pairs)}对" if more > 0 else "")
