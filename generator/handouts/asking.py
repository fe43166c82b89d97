"""A handout asked for in the words of a command: ids, or cases with sections and tables, to specs that can be made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..library.book import Manual
from ..library.checking.check_handouts import section_titles
from ..library.dates import parse_full_date
from ..library.files import is_stray
from ..library.handout_spec import HandoutPart, HandoutSpec
from ..library.model import Library
from ..report import listed, suggestion

TITLE = "实践案例讲义"
LONGEST_SUBTITLE = 60
EXCERPT = "（节选）"
"""Stands behind the name of what a handout has only in part."""
CASE, MANUAL, TABLE = "案例讲义", "工作指引讲义", "对照表讲义"


class HandoutError(ValueError):
    """The command asks for what does not exist; the message tells everything that is wrong, one thing a line."""


@dataclass(frozen=True)
class Request:
    """What was typed: ids of prepared handouts, cases, manuals and tables; or parts for a handout of one's own."""

    ids: Sequence[str] = ()
    cases: Sequence[str] = ()
    sections: Sequence[str] = ()
    tables: Sequence[str] = ()
    manuals: Sequence[str] = ()
    title: str = ""
    date: str = ""


def asked(request: Request, library: Library) -> dict[str, HandoutSpec]:
    """The handouts asked for, by the name of their file. Raises HandoutError."""
    faults = [*_cover_faults(request), *_id_faults(request, library), *_faults(request, library)]
    if faults:
        raise HandoutError("\n".join(faults))
    specs = {id_: prepared(id_, library) for id_ in dict.fromkeys(request.ids)}
    if _parts_asked(request):
        own = _own(request, library)
        specs[_file_name(request, library)] = own
    return {name: _dated(spec, request) for name, spec in specs.items()}


def prepared(id_: str, library: Library) -> HandoutSpec:
    """The handout of this id: one that an editor prepared, or all of a case, manual or table. Raises KeyError."""
    if id_ in library.handouts:
        return library.handouts[id_]
    if id_ in library.cases:
        return HandoutSpec(title=library.cases[id_].meta.title, subtitle=CASE, parts=(HandoutPart(case=id_),))
    if id_ in _manuals(library):
        return HandoutSpec(title=_manuals(library)[id_].meta.title, subtitle=MANUAL, parts=(HandoutPart(manual=id_),))
    return HandoutSpec(title=library.tables[id_].title, subtitle=TABLE, parts=(HandoutPart(table=id_),))


def all_ids(library: Library) -> tuple[str, ...]:
    """Every id that a handout can be made of."""
    return tuple(dict.fromkeys((*library.handouts, *library.cases, *_manuals(library), *library.tables)))


def _manuals(library: Library) -> Mapping[str, Manual]:
    return library.book.manuals if library.book else {}


def _parts_asked(request: Request) -> bool:
    return bool(request.cases or request.tables or request.manuals)


def _own(request: Request, library: Library) -> HandoutSpec:
    """One document of the parts asked for; a case without any of the sections asked for is left out."""
    wanted = set(request.sections)
    parts = [
        HandoutPart(case=id_, sections=tuple(title for title in section_titles(library.cases[id_]) if title in wanted))
        for id_ in request.cases
        if not wanted or wanted & set(section_titles(library.cases[id_]))
    ]
    parts += [HandoutPart(manual=id_) for id_ in request.manuals]
    parts += [HandoutPart(table=id_) for id_ in request.tables]
    return HandoutSpec(title=request.title or TITLE, subtitle=joined(_names(request, library)), parts=tuple(parts))


def joined(names: Iterable[str]) -> str:
    """The names, no more of them than a subtitle holds: ``西塘、成都等 7 种``."""
    all_names = list(names)
    shown = len(all_names)
    told = "、".join(all_names)
    while len(told) > LONGEST_SUBTITLE and shown > 1:
        shown -= 1
        told = f"{'、'.join(all_names[:shown])}等 {len(all_names)} 种"
    return told


def _names(request: Request, library: Library) -> Iterator[str]:
    excerpt = EXCERPT * bool(request.sections)
    yield from (library.cases[id_].meta.short + excerpt for id_ in request.cases)
    yield from (_manuals(library)[id_].meta.short for id_ in request.manuals)
    yield from (library.tables[id_].title for id_ in request.tables)


def _file_name(request: Request, library: Library) -> str:
    """``handout-xitang-chengdu``: ids, which every system takes in a file's name."""
    return "-".join(("handout", *request.cases, *request.manuals, *request.tables))[:80]


def _dated(spec: HandoutSpec, request: Request) -> HandoutSpec:
    given: dict[str, object] = {}
    if request.date:
        given["date"] = parse_full_date(request.date)
    if request.title:
        given["title"] = request.title
    return spec.model_copy(update=given)


def _cover_faults(request: Request) -> Iterator[str]:
    if any(is_stray(char) for char in request.title):
        yield "--title：有看不见的控制字符或特殊空格。请重写标题。"
    if request.date:
        try:
            parse_full_date(request.date)
        except ValueError as problem:
            yield f"--date：{problem}"


def _id_faults(request: Request, library: Library) -> Iterator[str]:
    known = all_ids(library)
    for id_ in request.ids:
        if id_ not in known:
            yield f"没有编号为“{id_}” 的讲义、案例、手册或对照表。{_hint(id_, known)}"
    options = (
        ("--cases", "案例", request.cases, library.cases),
        ("--manuals", "手册", request.manuals, _manuals(library)),
        ("--tables", "对照表", request.tables, library.tables),
    )
    for option, what, ids, there in options:
        for id_ in ids:
            if id_ not in there:
                yield f"{option}：没有{what}“{id_}”。{_hint(id_, tuple(there))}"


def _faults(request: Request, library: Library) -> Iterator[str]:
    """What is wrong with the request as a whole, and sections that no case asked for has."""
    if not request.ids and not _parts_asked(request):
        yield f"没有写要哪份讲义。可用的有 {listed(all_ids(library), 40)}；或用 --cases、--manuals、--tables 自选。"
    if request.sections and not request.cases:
        yield "--sections 要同 --cases 一起写，如 --cases xitang,chengdu --sections 做法与经过。"
    cases = [library.cases[id_] for id_ in request.cases if id_ in library.cases]
    titles = tuple(dict.fromkeys(title for case in cases for title in section_titles(case)))
    for title in request.sections if cases else ():
        if title not in titles:
            yield f"--sections：选定的案例没有“{title}” 这一节。{_hint(title, titles)}"


def _hint(name: str, known: Sequence[str]) -> str:
    return suggestion(name, known) or f"可用的有 {listed(known, 40)}。"
