"""What a table spec may name, by what its rows are: fields, and closed words to choose rows by; and the nearest of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from ...library.model import Library
from ...library.rows import ROW_TYPES
from ...library.table_spec import RECORD_TABLES, TableSpec
from ...report import listed, suggestion
from ..fields.case_choice import CASE_CHOICES, case_words
from ..fields.case_fields import MECHANISM_COLUMNS, all_case_fields, case_fields, figure_fields
from ..fields.clause_fields import clause_fields, closed_words
from ..fields.closed import row_words
from ..fields.library_fields import FORMS, nearest_field
from ..fields.record_fields import record_fields, record_words
from ..fields.section_cells import SECTION


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
    if FORMS[-1] not in allowed:
        return suggestion(name, allowed) or _some(allowed)
    head, _, rest = name.partition(".")
    if head == SECTION and rest in ROW_TYPES:
        return f"“{rest}” 是类型表，不是章节，请写 field: {rest}。"
    # The headings of every case would fill a screen: their form is enough.
    known = [*case_fields(), *FORMS]
    return nearest_field(name, library) or suggestion(name, allowed) or _some(known)


def _some(known: Collection[str]) -> str:
    """What there is, as much of it as a message has room for."""
    more = "，见 docs/table-specs.md" if len(known) > FEW else ""
    return f"可用的有 {listed(known, FEW)}{more}。"


FEW = 5
"""A message that has no nearest word names at most this many of the fields of a table of cases."""

_MEANT = {
    "已实现": ("完成", "已完成", "实现", "达成", "已达成", "结果"),
    "计划": ("规划", "拟", "拟建", "将来"),
    "目标": ("指标值", "预期", "要求"),
    "现状": ("目前", "现在", "当前"),
    "背景": ("此前", "以前", "历史"),
}
"""Words that editors write for those of a closed list, too unlike them to be found by their characters."""


def meant_word(value: str, closed: Collection[str]) -> str:
    """The word of ``closed`` that an editor's own word stands for; else the only one that has a character of it; or nothing."""
    for word, others in _MEANT.items():
        if word in closed and value in others:
            return word
    if suggestion(value, closed):
        return ""
    alike = [word for word in closed if set(word) & set(value)]
    return alike[0] if len(alike) == 1 else ""
