"""Related sections: those that share the most telling runs of characters with a section, or with all of a page.

Pairs of neighbouring characters are counted, without a word list: a pair weighs by how often it stands in what is asked for
and how few records have it (tf·idf, Salton & Buckley 1988); a record scores by the pairs it shares, for its length.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...report import not_among
from ..analysis import fold
from ..records import Record
from .reasons import Reasons
from .runs import pairs_of

TELLING = 150
"""So many of the most telling pairs stand for what is asked for."""
MOST = 100
_REPEATING = ("表", "来源")
"""Pages of these types repeat row by row what the cases say; they would stand above everything else."""
_COMMON = 0.05
"""A pair that stands in this share of all records tells nothing."""

Key = tuple[str, str]


class PlaceError(Exception):
    """A case, page or section that is not in the library; the message names the nearest."""


@dataclass(frozen=True)
class Related:
    """A record, how much it shares, and the most telling runs that it shares, as written there."""

    key: Key
    score: float
    shared: tuple[str, ...]


def related(known: Mapping[Key, Record], place: str) -> list[Related]:
    """Return the records that share most with ``place``: a case's id, a page, or page#anchor; the best first.

    Records of the same page, of tables and of sources are left out. Raises PlaceError when there is no such place.
    """
    asked = _keys_at(place, known)
    texts = {key: _text(record) for key, record in known.items()}
    pairs = {key: Counter(pairs_of(text)) for key, text in texts.items()}
    rarity = _rarity(pairs.values())
    weights = _telling([pairs[key] for key in asked], rarity)
    asked_text = "\n".join(texts[key] for key in asked)
    others = [key for key in known if key[0] != asked[0][0] and known[key].kind not in _REPEATING]
    scores = {key: _score(weights, pairs[key], texts[key]) for key in others}
    best = sorted((key for key in others if scores[key] > 0), key=lambda key: -scores[key])
    reasons = Reasons(asked_text, weights, known.values())
    hits = (Related(key, scores[key], reasons.of(known[key])) for key in best[:MOST])
    return [hit for hit in hits if hit.shared]


def _keys_at(place: str, known: Mapping[Key, Record]) -> list[Key]:
    page, _, anchor = place.partition("#")
    page = page if page.endswith(".html") else f"cases/{page}.html"
    keys = [key for key in known if key[0] == page]
    if not keys:
        ids = dict.fromkeys(key[0].removeprefix("cases/").removesuffix(".html") for key in known if "cases/" in key[0])
        raise PlaceError(not_among("案例或页面", place, ids, 12))
    if anchor and (page, anchor) not in known:
        raise PlaceError(not_among(f"{page} 的小节", anchor, [found for _, found in keys], 12))
    return [(page, anchor)] if anchor else keys


def _text(record: Record) -> str:
    return "\n".join(fold(block.text) for block in record.blocks)


def _rarity(pairs: Iterable[Mapping[str, int]]) -> dict[str, float]:
    counted = [*pairs]
    having = Counter(pair for held in counted for pair in held)
    return {
        pair: math.log(len(counted) / count) if count < _COMMON * len(counted) + 1 else 0
        for pair, count in having.items()
    }


def _telling(asked: Sequence[Mapping[str, int]], rarity: Mapping[str, float]) -> dict[str, float]:
    """The most telling pairs of what is asked for, each with its weight by how many of its sections have it.

    What a table repeats in every row (材料称已实现) counts once.
    """
    counts: Counter[str] = Counter()
    for pairs in asked:
        counts.update(pairs.keys())
    weights = {pair: (1 + math.log(count)) * rarity[pair] for pair, count in counts.items()}
    best = sorted(weights, key=lambda pair: -weights[pair])
    return {pair: weights[pair] for pair in best[:TELLING] if weights[pair] > 0}


def _score(weights: Mapping[str, float], pairs: Mapping[str, int], text: str) -> float:
    shared = sum(weights[pair] ** 2 for pair in weights.keys() & pairs.keys())
    return shared / math.sqrt(len(text) + 80)
