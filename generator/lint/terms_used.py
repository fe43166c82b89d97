"""术语未收: names in quotation marks, and of mechanisms, that two texts or more use and the glossary does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from ..library.duty import Duty
from ..library.model import Case
from ..library.reading.slips import NOTES
from ..library.rows import ROW_TYPES, Limit, Mechanism, Organisation, columns
from ..library.values import Status
from ..report import Position
from ..rules import UNLISTED_TERM
from .linted import Linted
from .reading.told import Told

FROM_TEXTS = 2
"""A name that only one case or manual uses is explained where it stands."""
_LONGEST = 8
_NAME = re.compile(rf"“(?P<name>[一-鿿]{{2,{_LONGEST}}})”")
_HANZI = re.compile("[一-鿿]+")
_ORGANISATION_FROM = 5
"""Shorter names of organisations (社区, 物业公司) are common words."""
_TABLES: tuple[type[BaseModel], ...] = (*ROW_TYPES.values(), Duty)
_OWN_WORDS = {*NOTES, *Status, *ROW_TYPES, *(name for table in _TABLES for name in columns(table))}
"""What this library calls its own tables and columns."""
_MARKS = str.maketrans("", "", "“”‘’《》 ")


@dataclass(frozen=True)
class _Use:
    name: str
    text: str
    at: Position


def check_terms_used(linted: Linted) -> None:
    """Apply the rule to cases and manuals."""
    terms = linted.library.terms.items()
    known = "\n".join(_folded(word) for name, term in terms for word in (name, *term.synonyms))
    used: dict[str, list[_Use]] = {}
    for use in _uses(linted):
        if use.name not in known and use.name not in _OWN_WORDS:
            used.setdefault(use.name, []).append(use)
    for name, uses in used.items():
        texts = list(dict.fromkeys(use.text for use in uses))
        if len(texts) >= FROM_TEXTS:
            message = f"“{name}” 在{'、'.join(texts)}里都有，术语表没有收。请加进 terms.yml，材料没有解释的写 unexplained: true。"
            linted.diagnostics.found(UNLISTED_TERM, uses[0].at, message)


def _uses(linted: Linted) -> Iterator[_Use]:
    for told in linted.told:
        text = "" if _is_about_words(told) else _text_of(told, linted)
        for match in _NAME.finditer(told.spoken.text) if text else ():
            yield _Use(match["name"], text, told.spoken.at(match.start("name")))
    for case in linted.cases:
        yield from _named_rows(case)


def _is_about_words(told: Told) -> bool:
    """Notes and limits quote what a source says in order to speak of its words."""
    return bool(told.spoken.note) or told.spoken.text.startswith("说明：") or isinstance(told.row, Limit)


def _named_rows(case: Case) -> Iterator[_Use]:
    rows: tuple[Mechanism | Organisation, ...] = (*case.rows(Mechanism), *case.rows(Organisation))
    for row in rows:
        name = _folded(row.name)
        least = _ORGANISATION_FROM if isinstance(row, Organisation) else 2
        if _HANZI.fullmatch(name) and least <= len(name) <= _LONGEST:
            yield _Use(name, case.meta.short, row.at)


def _text_of(told: Told, linted: Linted) -> str:
    """The short name of the case or manual that a paragraph is of."""
    if told.case:
        return told.case.meta.short
    manuals = linted.library.book.manuals.values() if linted.library.book else ()
    return next((manual.meta.short for manual in manuals if manual.context == told.context), "")


def _folded(name: str) -> str:
    return name.translate(_MARKS)
