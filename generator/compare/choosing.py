"""Which rows a table spec's ``where`` chooses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

ANY, NONE = "有值", "留空"
"""In a choice of rows: any value at all, and no value."""

Choice = Mapping[str, tuple[str, ...]]


def chosen(where: Choice, value_of: Callable[[str], str]) -> bool:
    """Whether a row is among those that ``where`` asks for; ``value_of`` gives its value in a column."""
    return chosen_among(where, lambda column: (value_of(column),))


def chosen_among(where: Choice, values_of: Callable[[str], Sequence[str]]) -> bool:
    """Whether ``where`` asks for a row that may have several values in a column, or none: one that fits is enough."""
    return all(
        any(_is(value, wanted) for value in values_of(column) or ("",) for wanted in values)
        for column, values in where.items()
    )


def _is(value: str, wanted: str) -> bool:
    return bool(value) if wanted == ANY else not value if wanted == NONE else value == wanted
