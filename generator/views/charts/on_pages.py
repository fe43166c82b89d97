"""The charts as pages show them: of a case's own figures, and above the tables that hold the same data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from ...compare.cells import Grid, GridRow, Part
from ...compare.judging.judged import FigureInCase
from ...library.address import Address
from ...library.model import Case, Library
from ...library.rows import Figure, Milestone, Row
from ...library.table_spec import TableSpec
from ...markup.render import Renderer
from ..render import Fragments
from .choosing import figure_pictures
from .matrix import Family, mechanism_matrix
from .picture import Picture, Pictures, Point
from .timeline import Event, milestone_timeline

_TEMPLATE = "fragments/charts/pictures.html"


@dataclass(frozen=True)
class ChartWords:
    """What the template of pictures calls: links from this page, and evidence marks."""

    renderer: Renderer

    def href(self, address: Address) -> str:
        """The link from this page to ``address``."""
        return address.seen_from(self.renderer.page)

    def evidence(self, point: Point) -> Markup:
        """The evidence marks of one figure of a picture."""
        return self.renderer.evidence(point.evidence, point.context)


def pictures_html(pictures: Pictures, renderer: Renderer, fragments: Fragments) -> Markup:
    """The pictures as HTML; empty when there is none."""
    return fragments.render(_TEMPLATE, pictures=pictures, charts=ChartWords(renderer)) if pictures else Markup("")


def case_pictures(case: Case, library: Library) -> Pictures:
    """The pictures of a case's own figures."""
    return figure_pictures(FigureInCase.of(library, case, figure) for figure in case.rows(Figure))


def table_pictures(grid: Grid, spec: TableSpec, library: Library) -> dict[str, Pictures]:
    """The pictures that stand above each part of a table, by the part's anchor; '' is above them all."""
    if spec.rows == "families":
        return {"": _alone(_matrix(grid))}
    if spec.rows == "records" and spec.table == Milestone.table:
        return {"": _alone(milestone_timeline(list(_events(grid, library))))}
    if spec.rows == "figures":
        return {part.anchor: figure_pictures(_figures(part, library)) for part in grid.parts}
    return {}


def _alone(picture: Picture | None) -> Pictures:
    return Pictures((picture,)) if picture else Pictures()


def _matrix(grid: Grid) -> Picture | None:
    cases = [column.label for column in grid.parts[0].columns] if grid.parts else []
    families = [
        Family(row.head.text, f"#{row.anchor}", tuple(len(cell.entries) for cell in row.cells)) for row in grid.rows()
    ]
    return mechanism_matrix(cases, families)


def _events(grid: Grid, library: Library) -> Iterator[Event]:
    """The table's milestones, lane by lane in the library's order of cases; one that stands in two parts counts once."""
    found: dict[str, dict[str, Event]] = {}
    for row in grid.rows():
        milestone, case = _record(row, Milestone.prefix, library), row.head.context
        if isinstance(milestone, Milestone):
            event = Event(library.cases[case].meta.short, milestone.date, milestone.status, f"#{row.anchor}")
            found.setdefault(case, {}).setdefault(milestone.id, event)
    for case in library.cases:
        yield from found.get(case, {}).values()


def _figures(part: Part, library: Library) -> Iterator[FigureInCase]:
    for row in _rows(part):
        figure = _record(row, Figure.prefix, library)
        if isinstance(figure, Figure):
            yield FigureInCase.of(library, library.cases[row.head.context], figure)


def _rows(part: Part) -> Iterable[GridRow]:
    return (row for group in part.groups for row in group.rows)


def _record(row: GridRow, prefix: str, library: Library) -> Row | None:
    """The record that a table's row leads to on its case page."""
    case, address = library.cases.get(row.head.context), row.head.destination
    if case is None or address is None or not address.anchor.startswith(f"{prefix}-"):
        return None
    records: tuple[Row, ...] = (*case.rows(Figure), *case.rows(Milestone))
    return next((record for record in records if record.anchor == address.anchor), None)
