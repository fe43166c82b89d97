"""Warns of what a table would leave out in silence: words that cases use and that none of its parts or columns chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..library.model import Case, Library
from ..library.rows import ROW_TYPES, Mechanism, Row
from ..library.table_spec import TableSpec
from ..report import Diagnostics, Position
from .entries import column_text
from .fields import ANY

Path = tuple[str | int, ...]
Split = tuple[Path, type[Row], str, set[str]]
"""Where the spec splits a typed table, the table, the column it splits by, and the words it chooses."""


def check_coverage(
    spec_id: str, spec: TableSpec, library: Library, at: Callable[[Path], Position], diagnostics: Diagnostics
) -> None:
    """Warn of each word in use that a spec which splits a table by that column nowhere names."""
    cases = [library.cases[id_] for id_ in spec.cases or library.cases if id_ in library.cases]
    for path, kind, column, chosen in _splits(spec):
        missing = [word for word in _used(cases, kind, column) if word not in chosen and ANY not in chosen]
        if missing:
            message = f"对照表 {spec_id} 没有列入{kind.table}表用到的{column} {'、'.join(missing)}，这些行不会出现。请在 where 中补上。"
            diagnostics.warning(at(path), message)


def _splits(spec: TableSpec) -> Iterator[Split]:
    """A spec splits a table when two parts, or two columns of whole rows, choose by the same column of it."""
    if spec.rows == "families":
        yield from _split(("parts",), Mechanism, (part.where.items() for part in spec.parts))
    elif spec.rows == "cases":
        for table, kind in ROW_TYPES.items():
            yield from _split(("columns",), kind, (c.where.items() for c in spec.columns if c.field == table))


def _split(path: Path, kind: type[Row], wheres: Iterable[Iterable[tuple[str, tuple[str, ...]]]]) -> Iterator[Split]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for where in wheres:
        for column, words in where:
            found.setdefault(column, []).append(words)
    for column, choices in found.items():
        if len(choices) > 1:
            yield path, kind, column, {word for words in choices for word in words}


def _used(cases: Iterable[Case], kind: type[Row], column: str) -> list[str]:
    words = (column_text(row, column) for case in cases for row in case.rows(kind))
    return list(dict.fromkeys(filter(None, words)))
