"""The summary of a case on one page: what it is, its key figures, its ways, what can be taken over, and what is not known.

How much of it fits only the writer can measure, so it is made in several variants, the richest first; each says how much it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ...library.handout_spec import HandoutSpec
from ...library.model import Case, Library
from ...library.rows import Lesson, Limit, Mechanism
from ...library.rows import Row as Record
from ...views.headline import headline_figures
from ...views.render import edition
from ..document import Block, Cover, Document, Heading, Item, ListBlock, ListKind, Paragraph, ParagraphKind
from ..inline import Run, Runs, plain_runs
from ..setter import Setter
from ..tabular import Cell, Row, Table
from .case import case_facts
from .cells import cell, joined, strong
from .closing import source_words
from .compose import cover_date
from .figures import KEY_FIGURES, NOT_COMPARABLE, key_figure_table
from .portions import Portion, portions

SUBTITLE = "案例一页纸"
_HOW_TO_READ = f"〔〕内是依据，段号指来源的段落。{NOT_COMPARABLE}案例全文、全部数字和术语见"
_WHERE = "的案例页和讲义。"


def summary_variants(spec: HandoutSpec, library: Library) -> tuple[Document, ...]:
    """The summary of the case that ``spec`` is all of, in variants from the richest to the poorest."""
    writer, day = _SummaryWriter(library.cases[spec.case], Setter(library)), edition(library)
    compiler = library.about.meta.compiler
    cover = Cover(
        spec.title, "　".join((SUBTITLE, compiler, cover_date(spec, library))), compiler, cover_date(spec, library)
    )
    return tuple(Document(cover, day, tuple(writer.blocks(portion))) for portion in portions(writer.whole))


class _SummaryWriter:
    """Reads the text of the case once for all variants."""

    def __init__(self, case: Case, setter: Setter) -> None:
        self.case, self.setter = case, setter
        self.opening = tuple(self._opening())
        self.figures = key_figure_table(headline_figures(case), case.id, setter)
        self.mechanisms = [(row.family, self._said(row.name, row)) for row in case.rows(Mechanism)]
        self.lessons = [(self._said(row.text, row), self._inline(row.conditions)) for row in case.rows(Lesson)]
        self.limits = [self._said(row.text, row) for row in case.rows(Limit)]
        self.whole = Portion(len(self.mechanisms), len(self.lessons), len(self.limits), len(self.figures.rows))

    def blocks(self, portion: Portion) -> Iterator[Block]:
        """Everything that stands below the title."""
        yield from self.opening
        whole = self.whole
        yield from _part(KEY_FIGURES, self._figures(portion.figures), whole.figures - portion.figures)
        yield from _part("办法", self._ways(portion.mechanisms), whole.mechanisms - portion.mechanisms)
        yield from _part("可复制要点", self._lessons(portion), whole.lessons - portion.lessons, not portion.conditions)
        yield from _part("局限", _list(self.limits[: portion.limits]), whole.limits - portion.limits)

    def _opening(self) -> Iterator[Block]:
        """The practice in a sentence, what identifies the case, and how to read what follows."""
        yield from self.setter.blocks(self.case.summary, self.case.id, ParagraphKind.LEAD)
        place, lead, setting, (name, title), as_of = case_facts(self.case, self.setter.library)
        source = name, f"{title}（{source_words(self.setter.library.sources[self.case.meta.source])}）"
        rows = (_fact_row(place, setting), _fact_row(lead), _fact_row(source), _fact_row(as_of))
        yield Table(f"{self.case.meta.short}案例概况", (), rows, (11, 50, 9, 30))
        yield Paragraph(
            plain_runs(f"{_HOW_TO_READ}《{self.setter.library.about.meta.title}》{_WHERE}"), ParagraphKind.SMALL
        )

    def _inline(self, text: str) -> Runs:
        return self.setter.inline(text, self.case.id)

    def _said(self, text: str, record: Record) -> Runs:
        """A record's words and the marks of what it rests on."""
        return (*self._inline(text), *self.setter.evidence(record.evidence, self.case.id))

    def _figures(self, most: int) -> Iterator[Block]:
        if most:
            yield replace(self.figures, rows=self.figures.rows[:most])

    def _ways(self, most: int) -> Iterator[Block]:
        """The mechanisms in a paragraph, by family, families and mechanisms in the case's own order."""
        families: dict[str, list[Runs]] = {}
        for family, name in self.mechanisms[:most]:
            families.setdefault(family, []).append(name)
        told = ((*strong(plain_runs(f"{family}：")), *joined(names, "、")) for family, names in families.items())
        if most:
            yield Paragraph((*joined(told, "；"), Run("。")))

    def _lessons(self, portion: Portion) -> Iterator[Block]:
        chosen = self.lessons[: portion.lessons]
        told = ((*said, *((Run("　适用条件："), *needs) if portion.conditions else ())) for said, needs in chosen)
        yield from _list(told)


def _part(title: str, blocks: Iterable[Block], left: int, unconditioned: bool = False) -> Iterator[Block]:
    """A part under its heading, and what of it is left out; nothing of a part that the case does not have."""
    told = tuple(blocks)
    if told or left:
        yield Heading(1, plain_runs(title), numbered=False)
        yield from told
    lacking = [*([f"另有 {left} 项"] if left else ()), *(["各项的适用条件"] if told and unconditioned else ())]
    if lacking:
        yield Paragraph(plain_runs(f"{'，以及'.join(lacking)}，见案例全文。"), ParagraphKind.SMALL)


def _list(items: Iterable[Runs]) -> Iterator[Block]:
    made = tuple(Item(runs) for runs in items)
    if made:
        yield ListBlock(made, ListKind.NUMBER)


def _fact_row(*facts: tuple[str, str]) -> Row:
    """A row of facts, each behind its name; a single one takes the whole row."""
    cells: list[Cell] = []
    for name, text in facts:
        cells += [cell(strong(plain_runs(name))), cell(plain_runs(text))]
    if len(facts) == 1:
        cells[-1] = Cell(cells[-1].paragraphs, 3)
    return Row(tuple(cells))
