"""The pages of the comparison tables: one searchable section a row, so that a hit lands on its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ..compare.cells import ColumnKind, Entry, Grid, GridRow, Group, Part
from ..compare.grid import build_grid
from ..compare.judging.reasons import legend
from ..library.address import Address
from ..library.linking.references import LINK
from ..library.model import Library
from ..library.table_spec import TableSpec
from ..markup.render import Renderer
from .charts.on_pages import pictures_html, table_pictures
from .page import TOP, PageView, SectionView
from .render import Fragments

KIND = "表"
NOTES = "notes"


@dataclass(frozen=True)
class TableHtml:
    """One table of the page: what stands above it, its column heads, and its rows in reading order."""

    part: Part
    rows: tuple[Markup, ...]


class TableWords:
    """What the table templates call to put an entry's words, links and evidence on the page."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def inline(self, text: str, context: str = "") -> Markup:
        """Cell text as inline HTML, its references resolved."""
        return self._renderer.inline(text, context)

    def evidence(self, entry: Entry) -> Markup:
        """The entry's evidence marks; they lead to the paragraphs on its case's page."""
        return self._renderer.evidence(entry.evidence, entry.context)

    def href(self, entry: Entry) -> str:
        """The link to the entry's row on its case page, '' when it has none."""
        return self.to(entry.destination) if entry.destination else ""

    def to(self, address: Address) -> str:
        """The link from this page to ``address``."""
        return address.seen_from(self._renderer.page)

    def links_itself(self, entry: Entry) -> bool:
        """Whether the text already holds links, so that it cannot be one."""
        return LINK.search(entry.text) is not None


def table_views(library: Library, fragments: Fragments) -> list[PageView]:
    """Return the view of every comparison table, in the library's order."""
    grids = ((build_grid(id_, spec, library), spec) for id_, spec in library.tables.items())
    return [_TableWriter(grid, spec, library, fragments).view() for grid, spec in grids]


class _TableWriter:
    """Makes one table's page: every row once, as a search section and as a row of the page."""

    def __init__(self, grid: Grid, spec: TableSpec, library: Library, fragments: Fragments) -> None:
        self.grid, self.fragments = grid, fragments
        self.renderer = Renderer(library, grid.address.page)
        self.words = TableWords(self.renderer)
        self.pictures = table_pictures(grid, spec, library)

    def view(self) -> PageView:
        """The page."""
        sections: list[SectionView] = [self._section(TOP, self.grid.question, 1, "table-top")]
        tables = []
        for part in self.grid.parts:
            written = list(self._part(part))
            sections.extend(written)
            tables.append(
                TableHtml(part, tuple(section.html for section in written if section.level > 2 or not part.heading))
            )
        if self.grid.footnotes:
            sections.append(self._section(NOTES, "表注", 2, "table-notes"))
        heads = {section.anchor: section.html for section in sections if section.level == 2}
        return PageView(
            address=self.grid.address,
            title=self.grid.question,
            template="table.html",
            kind=KIND,
            basket=f"table:{self.grid.id}",
            sections=tuple(sections),
            context={
                "crumb": self.grid.title,
                "grid": self.grid,
                "tables": tables,
                "heads": heads,
                "csv": self._file("csv"),
                "xlsx": self._file("xlsx"),
                "pictures": self._pictures(),
                **(legend() if self._judges() else {"reasons": []}),
            },
        )

    def _pictures(self) -> dict[str, Markup]:
        """The pictures above each part by its anchor, '' above all; nothing where there is none."""
        return {
            anchor: pictures_html(pictures, self.renderer, self.fragments)
            for anchor, pictures in self.pictures.items()
            if pictures
        }

    def _judges(self) -> bool:
        """Whether the table tells reasons, so that their meanings must stand below it."""
        return any(column.kind is ColumnKind.VERDICT for part in self.grid.parts for column in part.columns)

    def _file(self, ending: str) -> str:
        return f"{self.grid.id}.{ending}"

    def _part(self, part: Part) -> Iterator[SectionView]:
        if part.heading:
            yield self._section(part.anchor, part.heading, 2, "table-part", part=part)
        for group in part.groups:
            if group.heading:
                yield self._section(group.anchor, group.heading, 3, "table-group", part=part, group=group)
            yield from self._rows(part, group)

    def _rows(self, part: Part, group: Group) -> Iterable[SectionView]:
        searched = not self.grid.owners  # a clause itself is found, on its own page
        for row in group.rows:
            yield self._section(
                row.anchor, _row_title(row), 4, "table-row", part=part, row=row, kinds=ColumnKind, searched=searched
            )

    def _section(self, anchor: str, title: str, level: int, template: str, **context: object) -> SectionView:
        html = self.fragments.render(
            f"fragments/{template}.html", grid=self.grid, words=self.words, anchor=anchor, title=title, **context
        )
        return SectionView(anchor, title, level, html)


def _row_title(row: GridRow) -> str:
    return f"{row.owner}：{row.head.text}" if row.owner else row.head.text
