"""A handout's parts, as an editor or a command names them, to one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...compare.asking.adhoc import ask
from ...library.dates import parse_full_date
from ...library.handout_spec import WHOLE_KINDS, HandoutPart, HandoutSpec
from ...library.model import Library
from ...views.render import edition
from ..asking import EXCERPT
from ..document import Block, Cover, Document, Heading, PageBreak
from ..fitting import fitted
from ..inline import plain_runs
from ..numbering import numbered
from ..setter import Setter
from .case import case_pieces, questions
from .closing import closing_blocks
from .grid import grid_blocks, table_blocks
from .manual import manual_pieces
from .paper import ANSWERS, PAPER, answers_blocks, paper_blocks
from .pieces import blocks_of, chosen
from .text import text_blocks


def make_document(spec: HandoutSpec, library: Library) -> Document:
    """Make the handout ``spec``, whose ids and titles all exist. Raises RequestError for fields that do not."""
    setter = Setter(library)
    blocks = tuple(_Composer(spec, setter).blocks())
    if {part.kind for part in spec.parts} == {"paper"}:  # nothing that would help to answer
        return Document(_cover(spec, library), edition(library), tuple(fitted(numbered(blocks))))
    # After several parts the closing begins a page, so that a part can be copied without it.
    between = (PageBreak(),) if len(spec.parts) > 1 else ()
    whole = (*blocks, *between, *closing_blocks(blocks, setter))
    return Document(_cover(spec, library), edition(library), tuple(fitted(numbered(whole))))


def _cover(spec: HandoutSpec, library: Library) -> Cover:
    """With whatever date, it says from what library of which day the handout is."""
    about = library.about.meta
    source = f"选自《{about.title}》" + (f"，{_until(library)}" if spec.date else "")
    lines = (source, f"内容许可 {about.licence}")
    return Cover(spec.title, spec.subtitle, about.compiler, cover_date(spec, library), lines)


def cover_date(spec: HandoutSpec, library: Library) -> str:
    """The day in words, as the cover has it: the handout's own, or that of the library."""
    return date_words(spec.date.literal) if spec.date else _until(library)


def _until(library: Library) -> str:
    return f"收录截至{date_words(edition(library))}"


def date_words(day: str) -> str:
    """``2026-11-22`` as an official document writes it: ``2026年11月22日``. Raises ValueError for what is no day."""
    year, month, date = parse_full_date(day).sort_key
    return f"{year}年{month}月{date}日"


class _Composer:
    def __init__(self, spec: HandoutSpec, setter: Setter) -> None:
        self.spec, self.setter, self.library = spec, setter, setter.library

    def blocks(self) -> Iterator[Block]:
        """All parts in order; a part that is the whole handout has no heading above its own."""
        parts = self.spec.parts
        if len(parts) == 1 and parts[0].kind in WHOLE_KINDS and not parts[0].heading:
            yield from self._inner(parts[0], 1)
            return
        for number, part in enumerate(parts):
            if part.new_page or (number and part.kind in (*WHOLE_KINDS, "compare")):
                yield PageBreak()
            if part.kind != "text":
                yield Heading(1, plain_runs(part.heading or self._name(part) + EXCERPT * part.is_excerpt))
            yield from self._inner(part, 2 if part.kind != "text" else 1)

    def _name(self, part: HandoutPart) -> str:
        if part.kind == "case":
            return self.library.cases[part.case].meta.title
        if part.kind == "manual" and self.library.book:
            return self.library.book.manuals[part.manual].meta.title
        if part.kind == "table":
            return self.library.tables[part.table].title
        if part.kind in ("paper", "answers"):
            course = self.library.courses[part.paper or part.answers]
            return f"{course.meta.title}：{PAPER if part.paper else ANSWERS}"
        return "案例并列" if part.kind == "compare" else "讨论题"

    def _inner(self, part: HandoutPart, level: int) -> Iterator[Block]:
        if part.kind == "case":
            pieces = case_pieces(self.library.cases[part.case], self.setter)
            yield from blocks_of(chosen(pieces, level, part.sections))
        elif part.kind == "manual" and self.library.book:
            pieces = manual_pieces(self.library.book.manuals[part.manual], self.setter)
            yield from blocks_of(chosen(pieces, level, part.chapters))
        elif part.kind == "table":
            yield from table_blocks(part.table, self.setter, level)
        elif part.kind == "compare":
            yield from grid_blocks(ask(self.library, part.compare, part.fields), self.setter, level)
        elif part.kind == "questions":
            yield from self._questions(part, level)
        elif part.kind == "paper":
            yield from paper_blocks(self.library.courses[part.paper])
        elif part.kind == "answers":
            yield from answers_blocks(self.library.courses[part.answers], self.setter)
        else:
            yield from text_blocks(part.heading, part.text, part.steps, self.setter, level)

    def _questions(self, part: HandoutPart, level: int) -> Iterator[Block]:
        """The questions chosen, under the name of each case; numbered anew in each."""
        for case_id, choices in groupby(part.chosen_questions, key=lambda choice: choice[0]):
            case, numbers = self.library.cases[case_id], [number for _, number in choices]
            yield Heading(level, plain_runs(case.meta.short))
            items = [item for count, item in enumerate(case.questions, start=1) if {"", str(count)} & set(numbers)]
            yield from questions(case, items, self.setter)
