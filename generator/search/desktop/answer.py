"""Search on the desktop: the same records, folding, query rules and exact set as in the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from ..excerpt import Piece, excerpt, marked
from ..fields import Chosen, choose
from ..query import Query, parse_query
from ..records import Record, by_place
from .whoosh_index import current_index

Key = tuple[str, str]
Find = Callable[[str], dict[Key, float]]


@dataclass(frozen=True)
class Hit:
    """One record found. ``match`` is ``exact`` (the query stands in one block) or ``words`` (each of its words does).

    ``place`` is the anchor of the row or card that the excerpt shows, else the record's own.
    """

    page: str
    anchor: str
    place: str
    title: str
    heading: str
    type: str
    match: str
    score: float
    heading_pieces: tuple[Piece, ...]
    pieces: tuple[Piece, ...]

    @property
    def excerpt(self) -> str:
        """The excerpt as plain text; ``pieces`` says which parts of it are hits. Empty when the heading is all."""
        return "".join(text for text, _ in self.pieces)


def search(records: Iterable[Record], cache_dir: Path, query: str, limit: int | None = None) -> list[Hit]:
    """Return what the query finds in the records, best first, at most ``limit`` hits.

    The index is kept under ``cache_dir`` and brought up to date first. Raises TimeoutError when another process keeps
    it busy and OSError when the folder cannot be written.
    """
    known = {(record.page, record.anchor): record for record in records}
    facets = _facets(known.values())
    parsed = parse_query(query, facets)
    if not parsed.whole:
        return []
    with current_index(known.values(), cache_dir) as index:
        hits = _hits(parsed, choose(parsed.fields, facets), known, index.find)
        return list(islice(hits, limit))


def _facets(records: Iterable[Record]) -> dict[str, list[str]]:
    """Every facet's values, in the order they first come."""
    found: dict[str, dict[str, None]] = {}
    for record in records:
        for name, values in record.facets.items():
            found.setdefault(name, {}).update(dict.fromkeys(values))
    return {name: list(values) for name, values in found.items()}


def _hits(parsed: Query, chosen: Chosen, known: dict[Key, Record], find: Find) -> Iterator[Hit]:
    exact = _all_of([parsed.whole], [], find)
    yield from _ranked(exact, known, "exact", [parsed.whole])
    words = _second_reading(parsed, chosen, known, find)
    rest = {key: score for key, score in words.items() if key not in exact}
    yield from _ranked(rest, known, "exact" if len(parsed.words) < 2 else "words", parsed.words)


def _second_reading(parsed: Query, chosen: Chosen, known: dict[Key, Record], find: Find) -> dict[Key, float]:
    """Records with the words of the query on pages that have its fields; without words, the first record of each page."""
    if not (parsed.words or parsed.fields):
        return {}
    firsts = {record.page: key for key, record in reversed(known.items())}
    found = (
        _all_of(parsed.words, parsed.excluded, find)
        if parsed.words
        else dict.fromkeys(reversed(firsts.values()), 0.0)
    )
    return {key: score for key, score in found.items() if chosen.wants(known[key].facets)}


def _all_of(terms: Sequence[str], excluded: Sequence[str], find: Find) -> dict[Key, float]:
    """Return the records that hold every term and none of the excluded, with the sum of their scores."""
    scores = find(terms[0])
    for term in terms[1:]:
        found = find(term) if scores else {}
        scores = {key: score + found[key] for key, score in scores.items() if key in found}
    for term in excluded:
        without = find(term) if scores else {}
        scores = {key: score for key, score in scores.items() if key not in without}
    return scores


def _ranked(scores: dict[Key, float], known: dict[Key, Record], match: str, terms: Sequence[str]) -> Iterator[Hit]:
    order = {key: number for number, key in enumerate(known)}
    for key in sorted(scores, key=lambda key: (-scores[key], order[key])):
        yield _hit(known[key], match, scores[key], terms)


def _hit(record: Record, match: str, score: float, terms: Sequence[str]) -> Hit:
    place, pieces = excerpt(record.heading, by_place(record.blocks), terms)
    return Hit(
        page=record.page,
        anchor=record.anchor,
        place=place or record.anchor,
        title=record.title,
        heading=record.heading,
        type=record.kind,
        match=match,
        score=score,
        heading_pieces=marked(record.heading, terms),
        pieces=pieces,
    )
