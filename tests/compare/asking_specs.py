"""Table specs in a line, and what is said of them."""

from __future__ import annotations

from generator.compare.checking.spec_check import check_spec
from generator.compare.checking.spec_coverage import check_coverage
from generator.library.model import Library
from generator.library.table_spec import TableSpec
from generator.report import Diagnostics, Position

BASE: dict[str, object] = {"title": "表", "question": "问？", "reading": "读法。"}


def columns(*fields: str, **where: object) -> list[dict[str, object]]:
    """A column for each field, named after it."""
    return [{"label": field, "field": field, "where": where} for field in fields]


def told(library: Library, *, warnings: bool = False, **spec: object) -> list[str]:
    """What the check says of a spec, or with ``warnings`` what the coverage does: the key path, then the message."""
    diagnostics = Diagnostics()
    paths: list[tuple[str | int, ...]] = []

    def at(path: tuple[str | int, ...]) -> Position:
        paths.append(path)
        return Position("t.yml", len(paths))

    judge = check_coverage if warnings else check_spec
    judge("t", TableSpec.model_validate({**BASE, **spec}), library, at, diagnostics)
    return [f"{'.'.join(map(str, path))} {item.message}" for path, item in zip(paths, diagnostics, strict=True)]
