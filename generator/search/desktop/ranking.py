"""How well records answer: BM25F (Robertson & Zaragoza 2009) as in the browser (``theme/static/search-rank.js``)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..analysis import fold
from ..browser.layout import BODY, HEADING, NAME
from ..browser.scoring import HEADING_SHARE, K1, WEIGHTS, B
from ..records import Block, Record
from ..weights import ASIDE, FEW_PAGES, HALF, KINDS, NEAR, SUBJECT, TITLE

Key = tuple[str, str]
BORDER = " "


@dataclass(frozen=True)
class Found:
    """What was found of one term: each record's weight and the places of the term in each of its fields.

    ``titled``: pages with the term in their title; ``headed``: records with it in their heading.
    ``rarity``: how much the term tells (inverse document frequency).
    """

    weights: Mapping[Key, float]
    places: Mapping[Key, Sequence[list[int]]]
    titled: frozenset[str]
    headed: frozenset[Key]
    rarity: float


class Ranking:
    """Scores of the records of one library. ``firsts`` are the keys of each page's first record, which holds its title."""

    def __init__(self, known: Mapping[Key, Record]) -> None:
        self._known = known
        pages: dict[str, Key] = {}
        for page, anchor in known:
            pages.setdefault(page, (page, anchor))
        self.firsts = frozenset(pages.values())
        self._texts: dict[Key, tuple[str, str, str]] = {}
        body = sum(len(block.text) + 1 for record in known.values() for block in record.blocks if not block.is_heading)
        self._average = max(1.0, body / max(1, len(known)))

    def texts(self, key: Key) -> tuple[str, str, str]:
        """Return a record's folded headings, names of rows and cards, and other text; borders between blocks."""
        if key not in self._texts:
            record = self._known[key]
            stretches: tuple[list[str], list[str], list[str]] = ([], [], [])
            for block in record.blocks:
                stretches[_field(block, record)].append(fold(block.text))
            heading, name, body = map(BORDER.join, stretches)
            self._texts[key] = (heading, name, body)
        return self._texts[key]

    def found(self, term: str, candidates: Iterable[Key]) -> Found:
        """Return what the candidates hold of the folded ``term``; those that do not hold all of it are left out."""
        places = {key: [_places(text, term) for text in self.texts(key)] for key in candidates}
        held = {key: found for key, found in places.items() if any(found)}
        weights = {key: self._weight(key, found, len(term)) for key, found in held.items()}
        headed = frozenset(key for key, found in held.items() if found[HEADING])
        titled = frozenset(page for page, _ in self.firsts & headed)
        rarity = math.log(1 + (len(self._known) - len(held) + 0.5) / (len(held) + 0.5))
        return Found(weights, held, titled, headed, rarity)

    def _weight(self, key: Key, places: Sequence[list[int]], length: int) -> float:
        heading, _, body = self.texts(key)
        share = HEADING_SHARE + (1 - HEADING_SHARE) * min(1, length / max(1, len(heading)))
        norm = 1 - B + B * len(body) / self._average
        factors = {HEADING: share, NAME: 1.0, BODY: 1 / norm}
        return sum(WEIGHTS[field] * factors[field] * len(places[field]) for field in factors)

    def together(self, founds: Sequence[Found], key: Key) -> float:
        """Return the score of a record for several terms, more where neighbours among them stand together."""
        total = sum(self._score(found, key) for found in founds)
        for one, other in pairwise(founds):
            total += NEAR * min(one.rarity, other.rarity) * _nearness(one, other, key)
        return total * self.prior(key) * (SUBJECT if any(_is_subject(found, key) for found in founds) else 1)

    def _score(self, found: Found, key: Key) -> float:
        weight = found.weights.get(key, 0.0) + (TITLE if key[0] in found.titled else 0.0)
        return found.rarity * weight / (K1 + weight)

    def prior(self, key: Key) -> float:
        """Return what the kind of a record's page counts, and of the record itself."""
        record = self._known[key]
        return KINDS.get(record.kind, 1.0) * (ASIDE if record.aside else 1)


def _is_subject(found: Found, key: Key) -> bool:
    """Whether the term names what few pages are about, and the record is on one of them or has it in its heading."""
    return 0 < len(found.titled) <= FEW_PAGES and (key[0] in found.titled or key in found.headed)


def _field(block: Block, record: Record) -> int:
    if block.is_name and block.text != record.heading:
        return NAME
    return HEADING if block.is_heading else BODY


def _places(text: str, term: str) -> list[int]:
    found = []
    at = text.find(term)
    while at >= 0:
        found.append(at)
        at = text.find(term, at + 1)
    return found


def _nearness(one: Found, other: Found, key: Key) -> float:
    """1 for terms that touch, falling with the distance between them; 0 when they share no field of the record."""
    least = min(
        (
            distance
            for a, b in zip(one.places.get(key, ()), other.places.get(key, ()), strict=False)
            for distance in _distances(a, b)
        ),
        default=math.inf,
    )
    return HALF / (HALF + least)


def _distances(a: Sequence[int], b: Sequence[int]) -> Iterable[int]:
    """Distances between neighbours of two rising lists."""
    at = 0
    for place in a:
        while at < len(b) and b[at] < place:
            at += 1
        yield from (abs(place - near) for near in b[max(0, at - 1) : at + 1])
