"""For each field a value that stands in the library: the first one short enough, so that the same content gives the same examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from pydantic import BaseModel

from ..library.book import PartMeta
from ..library.dates import PartialDate
from ..library.duty import Said
from ..library.entries import Source, Wordings
from ..library.evidence import Evidence
from ..library.figures import Quantity
from ..library.model import Library
from ..library.rows import Row

_SHORT = 24
_ITEMS = 3
_NEVER = {(Source, "authors"), (Source, "paragraphs")}
"""Names of persons and words of the articles stand in sources.yml, and need not stand elsewhere."""
Examples = Mapping[tuple[type[BaseModel], str], str]
"""By model and attribute, as an editor writes it."""


def examples(library: Library) -> dict[tuple[type[BaseModel], str], str]:
    """Return an example of every field that the content of ``library`` fills and that a line has room for."""
    found: dict[tuple[type[BaseModel], str], str] = {}
    for record in _records(library):
        written = (name for name in type(record).model_fields if name in record.model_fields_set)
        for place in ((type(record), name) for name in written):
            literal = (
                _cell(getattr(record, place[1])) if isinstance(record, Row) else _literal(getattr(record, place[1]))
            )
            if literal and len(literal) <= _SHORT and place not in _NEVER:
                found.setdefault(place, literal)
    return found


def _cell(value: object) -> str:
    """A value as it stands in a cell of a table, where a list has no brackets."""
    return (
        "、".join(value)
        if isinstance(value, tuple) and all(isinstance(item, str) for item in value)
        else _literal(value)
    )


def _records(library: Library) -> Iterator[BaseModel]:
    for case in library.cases.values():
        yield from chain(_inside(case.meta), *map(_inside, case.all_rows()))
    for entries in (library.sources, library.terms, library.measures, library.tables, library.handouts):
        for entry in entries.values():
            yield from _inside(entry)
    yield from (library.vocabulary, library.about.meta)
    yield from (course.meta for course in library.courses.values())
    if library.wordings:
        yield Wordings.model_validate({"日常说法": library.wordings})
    yield from _of_book(library)


def _of_book(library: Library) -> Iterator[BaseModel]:
    if library.book:
        yield library.book.meta
        for manual in library.book.manuals.values():
            yield manual.meta
            yield from (PartMeta(title=chapter.title) for chapter in manual.chapters)
            yield from (PartMeta(title=sheet.title, kind=sheet.kind) for sheet in manual.sheets)
        yield from (clause.duty for clause in library.clauses)


def _inside(value: object) -> Iterator[BaseModel]:
    """A model and those that its fields hold."""
    if isinstance(value, BaseModel):
        yield value
        for attribute in type(value).model_fields:
            yield from _inside(getattr(value, attribute))
    elif isinstance(value, tuple):
        for item in value:
            yield from _inside(item)


def _literal(value: Any) -> str:
    """A value as an editor writes it; nothing for what has fields of its own."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, PartialDate | Quantity):
        return value.literal
    if isinstance(value, Said):
        return value.text
    if isinstance(value, Mapping):
        key, inner = next(iter(value.items()), ("", ""))
        return f"{key}: {told}" if (told := _literal(inner)) else ""
    if isinstance(value, tuple):
        items = [_literal(item) for item in value[:_ITEMS]]
        return f"[{', '.join(items)}]" if items and all(items) else ""
    return str(value) if isinstance(value, str | int | Evidence) else ""
