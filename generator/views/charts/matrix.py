"""The mechanism × case matrix: which families a case's table has, with how many mechanisms, each cell a link to the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from .picture import Picture
from .svg import SMALL, document, n, text, units, wrap

MOST_CASES, MOST_FAMILIES = 12, 40
_CELL, _ROW, _GAP, _HEAD_LINE = 46.0, 28.0, 4.0, 16.0
_NAMES = 96.0
NOTHING = "未列"


@dataclass(frozen=True)
class Family:
    """A family of mechanisms: its name, the link to its row, and how many each case has, in the order of the cases."""

    name: str
    href: str
    counts: tuple[int, ...]


def mechanism_matrix(cases: Sequence[str], families: Sequence[Family]) -> Picture | None:
    """The picture of ``families`` over ``cases``, at most a dozen cases; None when there is nothing to draw."""
    shown, rows = cases[:MOST_CASES], families[:MOST_FAMILIES]
    if not shown or not rows:
        return None
    title = "哪类机制，哪些案例有"
    left_out = [
        *([f"另有{len(cases) - len(shown)}个案例"] if len(cases) > len(shown) else []),
        *([f"另有{len(families) - len(rows)}类机制"] if len(families) > len(rows) else []),
    ]
    lines = (
        "实框里是机制的项数；虚框写“未列”，是说这个案例的机制表没有这一类，不表示当地没有这样的做法。",
        "项数只反映材料写了多少，不表示工作多少，不排名。点方框到下表的那一行；机制名称和依据见下表。",
        *((f"图中没有画全，{'、'.join(left_out)}见下表。",) if left_out else ()),
    )
    description = "".join((*(_words(family, shown) for family in rows), *lines))
    return Picture("matrix", title, _draw(title, description, shown, rows), lines)


def _words(family: Family, cases: Sequence[str]) -> str:
    pairs = list(zip(cases, family.counts, strict=False))
    having = "、".join(f"{case}{count}项" for case, count in pairs if count)
    lacking = "、".join(case for case, count in pairs if not count)
    return f"{family.name}：{'；'.join(filter(None, (having, lacking and lacking + NOTHING)))}。"


def _draw(title: str, description: str, cases: Sequence[str], families: Sequence[Family]) -> Markup:
    heads = [wrap(case, 3.6) for case in cases]
    top = max(map(len, heads)) * _HEAD_LINE + 8
    names = max(_NAMES, max(units(family.name) for family in families) * SMALL + 12)
    body = Markup("").join(
        text(_middle(names, index), top - 8 - (len(head) - 1 - row) * _HEAD_LINE, words, "head")
        for index, head in enumerate(heads)
        for row, words in enumerate(head)
    )
    for number, family in enumerate(families):
        body += _family(family, names, top + number * _ROW, len(cases))
    return document(title, description, names + len(cases) * _CELL, top + len(families) * _ROW, body, linked=True)


def _middle(names: float, index: int) -> float:
    return names + (index + 0.5) * _CELL


def _family(family: Family, names: float, top: float, cases: int) -> Markup:
    """One row: its name and a box a case, as one link, so that a keyboard does not stop at every box."""
    middle = top + _ROW / 2 + 4
    boxes = Markup("").join(
        _box(count, names + index * _CELL + _GAP / 2, top + _GAP / 2)
        for index, count in enumerate(family.counts[:cases])
    )
    name = text(names - 10, middle, family.name, "", "end")
    return Markup('<a href="{}">{}{}</a>').format(family.href, name, boxes)


def _box(count: int, x: float, y: float) -> Markup:
    kind, words = ("has", f"{count}项") if count else ("lacks", NOTHING)
    box = Markup('<rect class="{}" x="{}" y="{}" width="{}" height="{}" rx="3"/>').format(
        kind, n(x), n(y), n(_CELL - _GAP), n(_ROW - _GAP)
    )
    return box + text(x + (_CELL - _GAP) / 2, y + (_ROW - _GAP) / 2 + 4, words, kind)
