"""data/facts.json: every typed record of every case, for tools and for checking against the sources."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..library.model import Case, Library
from ..library.rows import Document, Figure, Milestone, Row
from ..markup.plain import plain

PATH = "data/facts.json"


def facts_json(library: Library) -> bytes:
    """Return all records as JSON, in the order of the cases and their tables.

    ``literal`` is a figure's or date's wording as the source gives it, of other rows their label; fields that a row
    does not have are empty strings, and ``value`` is null where no number is given.
    """
    records = [fact for case in library.cases.values() for fact in case_facts(case)]
    return (json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode()


def case_facts(case: Case) -> Iterator[dict[str, object]]:
    """The records of one case."""
    for row in case.all_rows():
        label = plain(row.label)
        yield {
            "case": case.id,
            "id": row.id,
            "type": row.table,
            "label": label,
            "literal": label,
            **_EMPTY,
            **_own(row),
            "evidence": str(row.evidence),
            "source": case.meta.source,
            "page": str(case.address.at(row.anchor)),
        }


_EMPTY: dict[str, object] = {
    "value": None,
    "unit": "",
    "approx": "",
    **dict.fromkeys(("status", "basis", "period", "baseline", "scope", "measure"), ""),
}


def _own(row: Row) -> dict[str, object]:
    """What only some tables have."""
    if isinstance(row, Figure):
        quantity = row.quantity
        told = {name: getattr(row, name) for name in ("basis", "period", "baseline", "scope", "measure")}
        return {
            "literal": quantity.literal,
            "value": quantity.value,
            "unit": quantity.unit,
            "approx": quantity.approx,
            "status": row.status.value,
            **told,
        }
    if isinstance(row, Milestone):
        return {"literal": row.date.literal, "status": row.status.value}
    return {"status": row.state.value} if isinstance(row, Document) else {}
