"""Rows and columns of a table exchanged, so that its page and every file follow."""

from __future__ import annotations

from dataclasses import replace

from .cells import Column, Entry, Grid, GridRow, Group, Part

HEAD_LABEL = "对照项"


def transpose(grid: Grid) -> Grid:
    """Return ``grid`` with its columns as rows and its rows as columns, part by part; its groups become one.

    A column may then hold cells of any kind, so none is a column of figures or counts: nothing in it can be sorted by value.
    """
    return replace(grid, head_label=HEAD_LABEL, parts=tuple(map(_part, grid.parts)))


def _part(part: Part) -> Part:
    rows = [row for group in part.groups for row in group.rows]
    lines = tuple(
        GridRow(f"{part.anchor}-row-{number}", Entry(column.label), tuple(row.cells[number - 1] for row in rows))
        for number, column in enumerate(part.columns, start=1)
    )
    heads = tuple(Column(row.head.text) for row in rows)
    group = Group(part.groups[0].anchor if part.groups else "", "", lines, "".join(group.note for group in part.groups))
    return replace(part, columns=heads, groups=(group,))
