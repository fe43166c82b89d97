"""The list of cases, whole and narrowed to one value of a facet, and the list of comparison tables."""

from __future__ import annotations

from dataclasses import dataclass

from ..library.address import Address
from ..library.model import Case, Library
from ..library.rows import Figure
from ..markup.render import Renderer
from .cases import PlacePart, places
from .facets import CASE_LIST, Facets, FacetValue, families, provinces
from .headline import headline_figures
from .page import PageView
from .words import Words

FIGURES_ON_CARD = 2
TABLE_LIST = Address("tables/index.html")


@dataclass(frozen=True)
class CaseCard:
    """What a list shows of a case."""

    case: Case
    places: list[list[PlacePart]]
    figures: tuple[Figure, ...]
    keys: dict[str, tuple[str, ...]]
    """The slug of each facet and the words under which the case is filed, for filtering on the page."""
    words: Words


def case_card(case: Case, library: Library, page: str) -> CaseCard:
    """Make the card of a case for ``page``. Figures of the pandemic years stay off cards."""
    shown = headline_figures(case)[:FIGURES_ON_CARD]
    keys = {
        "province": provinces(case),
        "lead": (case.meta.lead.type,),
        "setting": (case.meta.setting,),
        "mechanism": families(case),
    }
    return CaseCard(case, places(case), shown, keys, Words(Renderer(library, page), case.id, ""))


def case_list_view(library: Library, facets: Facets) -> PageView:
    """The list of all cases, with every facet."""
    return _list_view(CASE_LIST, "案例", library, facets, tuple(library.cases), None)


def facet_views(library: Library, facets: Facets) -> list[PageView]:
    """One list for each value of each facet: what a reader without JavaScript filters with."""
    return [
        _list_view(value.address, f"{value.facet}：{value.word}", library, facets, value.cases, value)
        for facet in facets.facets
        for value in facet.values
    ]


def _list_view(
    address: Address, title: str, library: Library, facets: Facets, cases: tuple[str, ...], chosen: FacetValue | None
) -> PageView:
    cards = [case_card(library.cases[id_], library, address.page) for id_ in cases]
    context = {"cards": cards, "facets": facets, "chosen": chosen, "total": len(library.cases), "whole": CASE_LIST}
    return PageView(address, title, "case-list.html", context=context)


def table_list_view(library: Library) -> PageView:
    """The list of comparison tables as questions."""
    return PageView(TABLE_LIST, "对照表", "table-list.html")
