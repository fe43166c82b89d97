"""Which cases a table is about: those named, narrowed by what their front matter, mechanisms and figures say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from ...library.model import Case, Library
from ...library.rows import Figure, Mechanism
from ...library.table_spec import TableSpec
from ..choosing import chosen_among
from .case_fields import HEAD_FIELDS

_SEVERAL: Mapping[str, Callable[[Case], Iterable[str]]] = {
    "地点": lambda case: ("".join(place.levels) for place in case.meta.places),
    "省份": lambda case: (place.province for place in case.meta.places),
    "机制类别": lambda case: (row.family for row in case.rows(Mechanism)),
    "可比指标": lambda case: (row.measure for row in case.rows(Figure) if row.measure),
}
"""What a case may have several values of: one that fits is enough to choose it."""

CASE_CHOICES = tuple(dict.fromkeys((*HEAD_FIELDS, *_SEVERAL)))
"""By what ``case_where`` chooses cases."""


def chosen_cases(library: Library, spec: TableSpec) -> list[Case]:
    """The cases of a table, in the spec's order or the library's. Raises KeyError for a case or field that does not exist."""
    named = [library.cases[case_id] for case_id in spec.cases] or list(library.cases.values())
    return [case for case in named if shows_case(library, spec, case)]


def shows_case(library: Library, spec: TableSpec, case: Case) -> bool:
    """Whether a table shows ``case``."""
    named = not spec.cases or case.id in spec.cases
    return named and chosen_among(spec.case_where, partial(case_values, library, case))


def case_values(library: Library, case: Case, name: str) -> tuple[str, ...]:
    """The values of a case under ``name``, for choosing. Raises KeyError for no such field."""
    if name in _SEVERAL:
        return tuple(dict.fromkeys(_SEVERAL[name](case)))
    return (HEAD_FIELDS[name](library, case),)


def case_words(library: Library) -> dict[str, list[str]]:
    """The words by which cases can be chosen where these are a closed list, in their order."""
    cases, words = list(library.cases.values()), library.vocabulary
    return {
        "案例": [case.meta.short for case in cases],
        "省份": list(dict.fromkeys(name for case in cases for name in case_values(library, case, "省份"))),
        "场景": list(words.settings),
        "主体类型": list(words.lead_types),
        "机制类别": list(words.families),
        "可比指标": list(library.measures),
    }
