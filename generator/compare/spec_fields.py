"""What a table spec may name, by what its rows are: fields, and closed words to choose rows by; and the nearest of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from ..library.model import Library
from ..library.table_spec import RECORD_TABLES, TableSpec
from ..report import suggestion
from .case_choice import CASE_CHOICES, case_words
from .clause_fields import clause_fields, closed_words
from .closed import row_words
from .fields import MECHANISM_COLUMNS, all_case_fields, case_fields, figure_fields
from .library_fields import FORMS, nearest_field
from .record_fields import record_fields, record_words


def fields_of(spec: TableSpec, library: Library) -> list[str]:
    """The fields that the table may show; none while its typed table is not known."""
    if spec.rows == "records":
        return record_fields(spec.table) if spec.table in RECORD_TABLES else []
    if spec.rows == "cases":
        return all_case_fields(library)
    return {"families": list, "figures": figure_fields, "clauses": clause_fields}[spec.rows]()


def choices_of(spec: TableSpec, fields: Collection[str]) -> Collection[str]:
    """By what the rows of a part may be chosen."""
    return {"cases": CASE_CHOICES, "families": MECHANISM_COLUMNS}.get(spec.rows, fields)


def words_of(spec: TableSpec, library: Library) -> Mapping[str, Iterable[str]]:
    """The fields by which rows are chosen whose words are a closed list."""
    by_rows: dict[str, Callable[[], Mapping[str, Iterable[str]]]] = {
        "cases": lambda: case_words(library),
        "families": lambda: row_words(library, "机制"),
        "figures": lambda: row_words(library, "数字"),
        "clauses": lambda: closed_words(library),
        "records": lambda: record_words(library, spec.table),
    }
    return by_rows[spec.rows]()


def field_hint(name: str, allowed: Collection[str], library: Library) -> str:
    """The nearest of ``allowed`` to a name that is none of them; where none is near, what there is."""
    dotted = nearest_field(name, library) if FORMS[-1] in allowed else ""
    # The headings of every case would fill a screen: their form is enough.
    known = [*case_fields(), *FORMS] if FORMS[-1] in allowed else allowed
    return dotted or suggestion(name, allowed) or f"可用的有 {'、'.join(known)}。"
