"""Search on the desktop: the same records, folding, query rules, exact set and facets as in the browser."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ..excerpt import Piece, excerpt, marked
from ..fields import Chosen, choose
from ..query import Query, parse_query
from ..records import Record, by_place
from ..synonyms import Synonyms
from .facets import count_facets, facet_values
from .ranking import Key, Ranking
from .tiers import Ranked, Tiers
from .whoosh_index import current_index

RELEVANCE, ADDED = "relevance", "added"
NOTHING = Chosen({}, ())


@dataclass(frozen=True)
class Hit:
    """One record found. ``match`` is its tier: exact, words, context or synonym (see ``tiers``); ``via`` a synonym.

    ``place`` is the anchor of the row or card that the excerpt shows, else the record's own.
    """

    page: str
    anchor: str
    place: str
    title: str
    heading: str
    type: str
    match: str
    via: str
    score: float
    terms: tuple[str, ...]
    heading_pieces: tuple[Piece, ...]
    pieces: tuple[Piece, ...]

    @property
    def excerpt(self) -> str:
        """The excerpt as plain text; ``pieces`` says which parts of it are hits. Empty when the heading is all."""
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True)
class Answer:
    """The records and pages found in all tiers, the best hits of them, and how many have each value of each facet.

    ``chosen`` is how the fields of the query were read; with ``unknown`` ones in it the words were not looked for.
    """

    query: str
    total: int
    pages: int
    hits: tuple[Hit, ...]
    facets: Mapping[str, Mapping[str, int]]
    chosen: Chosen


def search(
    records: Iterable[Record],
    cache_dir: Path,
    query: str,
    *,
    limit: int | None = None,
    facets: Chosen = NOTHING,
    sort: str = RELEVANCE,
    synonyms: Synonyms | None = None,
) -> Answer:
    """Return what the query finds in the records, best first, at most ``limit`` hits.

    ``facets`` are asked for beside the query and hold for all tiers. ``sort`` is RELEVANCE, or ADDED: by 入库日期 within
    each tier, the latest first. The index is kept under ``cache_dir`` and brought up to date first. Raises TimeoutError
    when another process keeps it busy and OSError when the folder cannot be written.
    """
    known = {(record.page, record.anchor): record for record in records}
    values = facet_values(known.values())
    parsed = parse_query(query, values)
    chosen = choose(parsed.fields, values)
    found = _found(known, cache_dir, parsed, chosen, synonyms or Synonyms(())) if parsed.whole else []
    ordered = [hit for tier in found for hit in _ordered(tier, known, sort)]
    kept = [hit for hit in ordered if facets.wants(known[hit.key].facets)]
    return Answer(
        query,
        len(kept),
        len({page for page, _ in (hit.key for hit in kept)}),
        tuple(_hit(known[hit.key], hit) for hit in kept[:limit]),
        count_facets([known[hit.key].facets for hit in ordered], values, facets),
        chosen,
    )


def _found(
    known: Mapping[Key, Record], cache_dir: Path, parsed: Query, chosen: Chosen, synonyms: Synonyms
) -> list[list[Ranked]]:
    with current_index(known.values(), cache_dir) as index:
        return [*Tiers(known, Ranking(known), index.candidates, synonyms, parsed, chosen).ranked()]


def _ordered(tier: list[Ranked], known: Mapping[Key, Record], sort: str) -> list[Ranked]:
    order = {key: number for number, key in enumerate(known)}
    best = sorted(tier, key=lambda hit: (-hit.score, order[hit.key]))
    return sorted(best, key=lambda hit: known[hit.key].added, reverse=True) if sort == ADDED else best


def _hit(record: Record, found: Ranked) -> Hit:
    place, pieces = excerpt(record.heading, by_place(record.blocks), found.terms)
    return Hit(
        page=record.page,
        anchor=record.anchor,
        place=place or record.anchor,
        title=record.title,
        heading=record.heading,
        type=record.kind,
        match=found.match,
        via=found.via,
        score=found.score,
        terms=found.terms,
        heading_pieces=marked(record.heading, found.terms),
        pieces=pieces,
    )
