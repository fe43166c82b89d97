"""Cases side by side as plain data: what compare.html lays out when a reader picks cases and dimensions.

Nothing is judged here: each figure carries what `comparability.compare` reads, and theme/static/compare-verdict.js, its twin,
judges the pairs that a reader chose. tests/compare/verdicts.json holds the two to the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...library.entries import Place
from ...library.evidence import Evidence
from ...library.linking.link import paragraph_place
from ...library.model import Case, Library
from ...library.rows import Figure, Mechanism
from ...library.table_spec import TableColumn
from ...markup.plain import plain
from ..cells import Cell, Entry
from ..fields.case_fields import read_case
from ..judging.comparability import FigureInCase
from .dimensions import DEFAULT, DIMENSIONS

Data = dict[str, object]
"""What JSON can hold."""


def index_data(library: Library) -> Data:
    """What the page needs before any case is chosen: cases by name, dimensions, and the closed lists in their order."""
    dimensions = [{"key": d.key, "label": d.label, "kind": d.kind, "group": d.group} for d in DIMENSIONS]
    measures = [{"id": id_, "name": m.name, "meaning": plain(m.meaning)} for id_, m in library.measures.items()]
    return {
        "dimensions": dimensions,
        "defaults": list(DEFAULT),
        "families": list(library.vocabulary.families),
        "measures": measures,
        "cases": [[case.id, case.meta.short, case.meta.title] for case in library.cases.values()],
    }


def case_data(library: Library, case: Case) -> Data:
    """Everything the page may show of one case, links relative to the site's root."""
    cells: Data = {}
    blanks: dict[str, str] = {}
    for dimension in DIMENSIONS:
        if dimension.kind in ("text", "prose", "list"):
            cell = _read(library, case, dimension.field)
            entries = _entries(library, cell)
            if dimension.kind != "list":  # the column's head leads to the case already
                entries = [{key: value for key, value in entry.items() if key != "href"} for entry in entries]
            cells[dimension.key], blanks[dimension.key] = entries, cell.blank
    return {
        "id": case.id,
        "short": case.meta.short,
        "title": case.meta.title,
        "href": str(case.address),
        "places": places_data(case.meta.places),
        "words": _words(case),
        "cells": cells,
        "blanks": blanks,
        "families": _families(library, case),
        "figures": [_figure(library, case, figure) for figure in case.rows(Figure)],
        "sources": list(_sources(library, case)),
    }


def judged_data(item: FigureInCase) -> Data:
    """All that decides about comparing a figure, but its case and places: what PracticeVerdict.compare reads."""
    figure, quantity, measure = item.figure, item.figure.quantity, item.measure
    return {
        "name": figure.name,
        "status": figure.status.value,
        "literal": quantity.literal,
        "value": quantity.exact,
        "start": quantity.start,
        "unit": quantity.unit,
        "approx": quantity.approx,
        "direction": quantity.direction,
        "period": figure.period,
        "baseline": figure.baseline,
        "basis": figure.basis,
        "scope": figure.scope,
        "mark": figure.mark.value if figure.mark else "",
        "measure": {"id": figure.measure, "name": measure.name, "unit": measure.unit, "kind": measure.kind}
        if measure
        else None,
    }


def places_data(places: Iterable[Place]) -> list[list[object]]:
    """Places, each as its four levels and the levels inferred: two are one place when all of it agrees."""
    return [[place.province, place.city, place.county, place.town, list(place.inferred)] for place in places]


def _read(library: Library, case: Case, field: str, **where: str) -> Cell:
    chosen = {column: (word,) for column, word in where.items()}
    return read_case(library, case, TableColumn.model_construct(label=field, field=field, where=chosen))


def _words(case: Case) -> dict[str, list[str]]:
    """The closed words of the case, each once."""
    return {
        "province": list(dict.fromkeys(place.province for place in case.meta.places)),
        "setting": [case.meta.setting],
        "lead-type": [case.meta.lead.type],
        "families": list(dict.fromkeys(row.family for row in case.rows(Mechanism))),
    }


def _families(library: Library, case: Case) -> Data:
    known = dict.fromkeys(row.family for row in case.rows(Mechanism))
    return {family: _entries(library, _read(library, case, Mechanism.table, 类别=family)) for family in known}


def _figure(library: Library, case: Case, figure: Figure) -> Data:
    """A figure for display and for judging; conditions are told as written."""
    return {
        **judged_data(FigureInCase.of(library, case, figure)),
        "id": figure.id,
        "href": str(case.address.at(figure.anchor)),
        "marks": _marks(library, case.id, figure.evidence),
    }


def _entries(library: Library, cell: Cell) -> list[Data]:
    return [_entry(library, entry) for entry in cell.entries]


def _entry(library: Library, entry: Entry) -> Data:
    """An entry without its empty parts."""
    told: Data = {
        "text": plain(entry.text),
        "status": entry.status.value if entry.status else "",
        "flags": list(entry.flags),
        "notes": [[note.label, plain(note.text)] for note in entry.notes],
        "marks": _marks(library, entry.context, entry.evidence),
        "href": str(entry.destination) if entry.destination else "",
    }
    return {key: value for key, value in told.items() if value}


def _marks(library: Library, context: str, evidence: Evidence) -> list[list[str]]:
    """Evidence labels with where they lead; 建议 and 编者分析 lead nowhere."""
    places = (paragraph_place(p, context, library.cases, library.homes) for p in evidence.paragraphs)
    marks = [[place.label, str(place.address)] for place in places]
    return [*marks, *([[evidence.editorial, ""]] if evidence.editorial else [])]


def _sources(library: Library, case: Case) -> Iterator[Data]:
    """The sources that the case's records rest on, its own first."""
    for key in _cited(case):
        source = library.sources[key]
        yield {
            "id": key,
            "title": source.full_title,
            "publisher": source.publisher,
            "date": source.date.literal,
            "asOf": source.as_of,
        }


def _cited(case: Case) -> Iterable[str]:
    others = (paragraph.source for row in case.all_rows() for paragraph in row.evidence.paragraphs)
    return dict.fromkeys([case.meta.source, *others])
