"""A table asked for in the words of a command: some cases and some fields, laid side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...library.model import Library
from ...library.rows import ROW_TYPES
from ...library.table_spec import TableColumn, TableSpec
from ...report import listed, suggestion
from ..cells import Grid
from ..fields.case_fields import HEAD_FIELDS, all_case_fields
from ..fields.library_fields import CLAUSES, FAMILY, is_library_field, nearest_field
from ..fields.measure_cells import FIGURES_CAUTION, MEASURE
from ..fields.section_cells import SECTION
from ..grid import build_grid
from ..output.figure_sheet import FIGURES, figures_spec

DEFAULT_FIELDS = ("地点", "场景", "牵头主体", "问题", "机制", "数字", "局限", "材料截至")
"""Who and where, what for, how, with which figures, and what the material leaves open."""

TITLE = "自选案例对照"
READING = "各案例同一字段并排，照材料列出，不评高低。名称相同的，所指不一定相同。"
_FIGURE_FIELDS = (FIGURES, MEASURE)


class RequestError(ValueError):
    """The command asks for what does not exist; the message tells everything that is wrong, one thing a line."""


def ask(library: Library, cases: Sequence[str], fields: Sequence[str] = ()) -> Grid:
    """Return the table of ``fields`` (as typed after --fields, DEFAULT_FIELDS when none) of ``cases`` (ids or short names).

    Raises RequestError.
    """
    if faults := request_faults(library, cases, fields):
        raise RequestError("\n".join(faults))
    ids, names = [_case_id(library, name) for name in cases], _names(library, fields)
    spec = _spec(library, [id_ for id_ in ids if id_], names)
    figures = figures_spec(spec, names)
    return replace(build_grid("", spec, library), figures=build_grid("", figures, library) if figures else None)


def request_faults(library: Library, cases: Sequence[str], fields: Sequence[str] = ()) -> list[str]:
    """Return what is wrong with such a request, one thing a line; no table is made for it, so the library may have errors."""
    ids = [_case_id(library, name) for name in cases]
    return [*_case_faults(library, cases, ids), *_field_faults(library, _names(library, fields))]


def _names(library: Library, fields: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_split(fields, library))) or list(DEFAULT_FIELDS)


def _spec(library: Library, ids: list[str], names: list[str]) -> TableSpec:
    told = "、".join(library.cases[id_].meta.short for id_ in ids)
    has_figures = any(name.partition(".")[0] in _FIGURE_FIELDS for name in names)
    return TableSpec(
        title=TITLE,
        question=f"{told}各是怎样？",
        reading=READING,
        rows="cases",
        cases=tuple(ids),
        columns=tuple(TableColumn(label=_label(library, name), field=name) for name in names),
        transpose=True,
        cautions=(FIGURES_CAUTION,) if has_figures else (),
    )


def _case_id(library: Library, name: str) -> str | None:
    if name in library.cases:
        return name
    return next((case.id for case in library.cases.values() if case.meta.short == name), None)


def _case_faults(library: Library, cases: Sequence[str], ids: Sequence[str | None]) -> Iterator[str]:
    for name, id_ in zip(cases, ids, strict=True):
        if id_ is None:
            yield f"没有案例“{name}”。{_nearest_case(library, name)}"
    for id_ in dict.fromkeys(filter(None, ids)):
        if ids.count(id_) > 1:
            yield f"案例“{id_}” 写了两次。请删去一处。"
    if len(cases) < 2:
        yield "对照至少要两个案例。请再写一个，如 compare xitang chengdu。"


def _nearest_case(library: Library, name: str) -> str:
    shorts = {case.meta.short: case.id for case in library.cases.values()}
    near = suggestion(name, [*library.cases, *shorts])
    if near:
        return near
    return f"可用的有 {listed(library.cases)}。"


def _field_faults(library: Library, names: Iterable[str]) -> Iterator[str]:
    known = all_case_fields(library)
    for name in names:
        if name not in known:
            hint = nearest_field(name, library) or suggestion(name, known) or _fields_there_are()
            yield f"--fields：没有“{name}” 这个字段。{hint}"


def _fields_there_are() -> str:
    """The fields by kind: with every column and heading there would be hundreds."""
    dotted = (f"{name}.…" for name in (MEASURE, FAMILY, SECTION))
    return f"可用的有 {'、'.join((*HEAD_FIELDS, *ROW_TYPES, *dotted, CLAUSES))}，写法见 docs/table-specs.md。"


def _label(library: Library, name: str) -> str:
    """指标.satisfaction is named by the measure; 机制类别.网格管理 keeps its first word, which says what the second one is."""
    head, _, rest = name.partition(".")
    if not is_library_field(name) or not rest:
        return name
    return f"{head}：{library.measures[rest].name if head == MEASURE else rest}"


def _split(fields: Iterable[str], library: Library) -> Iterator[str]:
    """The names in what was typed: parted by commas, by those of a Chinese keyboard too unless a field's name has them."""
    known = all_case_fields(library)
    for piece in (piece.strip() for typed in fields for piece in typed.split(",")):
        yield from [piece] if piece in known else filter(None, map(str.strip, re.split("[，、]", piece)))
