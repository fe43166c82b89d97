"""The page of one case: its five parts with their typed tables, and what is told about it beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from ..compare.fields.case_choice import shows_case
from ..library.book import Clause, Manual
from ..library.model import Case, Library
from ..library.rows import Figure, Milestone, Organisation
from ..library.sections import Block, Prose, Questions, RecordTable, Section
from ..markup.render import Renderer
from .charts.on_pages import case_pictures, pictures_html
from .cited import cited_sources
from .facets import Facets, search_facets
from .headline import headline_figures
from .orgchart import org_chart
from .page import TOP, PageView, SectionView
from .reading_time import minutes_to_read
from .related import related_cases
from .render import Fragments
from .timeline import lanes
from .words import Rows, Words

KIND = "案例"
LIMITS = "局限"
ROW_TEMPLATES = {
    "问题": "problems",
    "组织": "organisations",
    "机制": "mechanisms",
    "实践点": "sites",
    "数字": "figures",
    "荣誉": "honours",
    "可复制要点": "lessons",
    LIMITS: "limits",
    "时间线": "timeline",
    "文件与标准": "documents",
}


@dataclass(frozen=True)
class PlacePart:
    """Neighbouring levels of a place that the source all tells, or all leaves to be inferred."""

    text: str
    inferred: bool


Resting = Mapping[str, list[tuple[Manual, list[Clause]]]]
"""The clauses that each source is evidence for, by manual."""


def case_view(case: Case, library: Library, facets: Facets, fragments: Fragments, resting: Resting) -> PageView:
    """Make the view of a case page; ``resting`` is what `resting_clauses` returns of the library."""
    renderer = Renderer(library, case.address.page)
    writer = _SectionWriter(case, library, facets, fragments, renderer)
    sections = [writer.section(section) for section in case.sections()]
    return PageView(
        address=case.address,
        title=case.meta.title,
        template="case.html",
        kind=KIND,
        facets=search_facets(case),
        sections=(writer.top(minutes_to_read(sections)), *sections),
        context={
            "case": case,
            "crumb": case.meta.short,
            "source": library.sources[case.meta.source],
            "cited": cited_sources(case, library),
            "related": related_cases(case, library, facets),
            "tables": tables_showing(case, library),
            "resting": resting.get(case.meta.source, []),
            "facets": facets,
            "words": Words(renderer, case.id, TOP),
            "charts": writer.pictures.drawn,
        },
        added=case.meta.added.literal,
        basket=f"case:{case.id}",
    )


def tables_showing(case: Case, library: Library) -> list[tuple[str, str]]:
    """The comparison tables that show the case: id and question."""
    return [(id_, spec.question) for id_, spec in library.tables.items() if shows_case(library, spec, case)]


def resting_clauses(library: Library) -> Resting:
    """The clauses by the sources that they rest on: read once for all cases."""
    found: dict[str, list[Clause]] = {}
    for clause in library.clauses:
        for source in dict.fromkeys(paragraph.source for paragraph in clause.duty.evidence.paragraphs):
            found.setdefault(source, []).append(clause)
    return {source: _by_manual(library, clauses) for source, clauses in found.items()}


def _by_manual(library: Library, clauses: Iterable[Clause]) -> list[tuple[Manual, list[Clause]]]:
    manuals = library.book.manuals if library.book else {}
    return [(manuals[id_], list(own)) for id_, own in groupby(clauses, key=lambda clause: clause.manual)]


def places(case: Case) -> list[list[PlacePart]]:
    """The case's places as runs of levels, each told by the source or marked as inferred."""
    levels = ("province", "city", "county", "town")
    result = []
    for place in case.meta.places:
        named = [(level in place.inferred, str(getattr(place, level))) for level in levels if getattr(place, level)]
        runs = groupby(named, key=lambda pair: pair[0])
        result.append([PlacePart("".join(name for _, name in run), inferred) for inferred, run in runs])
    return result


def _is_aside(block: Block) -> bool:
    return isinstance(block, Questions) or (isinstance(block, RecordTable) and block.table == LIMITS)


class _SectionWriter:
    """Writes the sections of one case as HTML."""

    def __init__(self, case: Case, library: Library, facets: Facets, fragments: Fragments, renderer: Renderer) -> None:
        self.case, self.library, self.facets = case, library, facets
        self.fragments, self.renderer, self.rows = fragments, renderer, Rows(case)
        self.pictures = case_pictures(case, library)

    def top(self, minutes: int) -> SectionView:
        """The page's heading, what it is about, how many ``minutes`` the rest takes to read, and its key figures."""
        case = self.case
        html = self.fragments.render(
            "fragments/case-top.html",
            case=case,
            places=places(case),
            source=self.library.sources[case.meta.source],
            figures=headline_figures(case),
            facets=self.facets,
            minutes=minutes,
            page=case.address.page,
            words=Words(self.renderer, case.id, TOP),
        )
        return SectionView(TOP, case.meta.title, 1, html)

    def section(self, section: Section) -> SectionView:
        """One section without its subsections."""
        words = Words(self.renderer, self.case.id, section.anchor)
        blocks = [self._block(block, words) for block in section.blocks]
        html = self.fragments.render("fragments/section.html", section=section, blocks=blocks)
        return SectionView(section.anchor, section.title, section.level, html, any(map(_is_aside, section.blocks)))

    def _block(self, block: Block, words: Words) -> str:
        if isinstance(block, Prose):
            return words.prose(block)
        if isinstance(block, Questions):
            return self.fragments.render("fragments/rows/questions.html", items=block.items, words=words)
        return self._table(block, words)

    def _table(self, block: RecordTable, words: Words) -> str:
        return self.fragments.render(
            f"fragments/rows/{ROW_TEMPLATES[block.table]}.html",
            table=block.table,
            rows=block.rows,
            named=self.rows,
            chart=org_chart(self.case, dict(self.library.vocabulary.relations))
            if block.table == Organisation.table
            else "",
            lanes=lanes(self.case.rows(Milestone)) if block.table == Milestone.table else [],
            pictures=pictures_html(self.pictures, self.renderer, self.fragments) if block.table == Figure.table else "",
            measures=self.library.measures,
            facets=self.facets,
            page=self.case.address.page,
            words=words,
        )
