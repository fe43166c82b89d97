"""The tiers of an answer, each below the one before and without its records, as in the browser (search-tiers.js).

First what holds the query whole; then all of its words, some of them perhaps in the title of the page only; then
synonyms of terms.yml.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .. import weights
from ..analysis import fold
from ..fields import Chosen
from ..query import Query
from ..records import Record
from ..synonyms import Synonyms
from .ranking import Found, Key, Ranking

EXACT, WORDS, CONTEXT, SYNONYM = "exact", "words", "context", "synonym"
VARIANTS = 3
"""At most so many readings of several words with one of them said otherwise."""


@dataclass(frozen=True)
class Ranked:
    """A record in a tier. ``via`` is what was looked for instead of the query; ``terms`` are the folded runs found."""

    key: Key
    match: str
    score: float
    terms: tuple[str, ...]
    via: str = ""


class Tiers:
    """Puts the records that answer a query into tiers.

    ``candidates`` tells the records that may hold a folded run; ``chosen`` is the reading of the query's fields.
    """

    def __init__(
        self,
        known: Mapping[Key, Record],
        ranking: Ranking,
        candidates: Callable[[str], Sequence[Key]],
        synonyms: Synonyms,
        query: Query,
        chosen: Chosen,
    ) -> None:
        self._known, self._ranking, self._candidates, self._synonyms = known, ranking, candidates, synonyms
        self._query, self._chosen = query, chosen
        self._founds: dict[str, Found] = {}

    def ranked(self) -> Iterator[list[Ranked]]:
        """Yield the tiers; a record stands in the first that has it, once, as the best of its kind there."""
        taken: set[Key] = set()
        for tier in (self._exact(), self._words(), self._synonymous()):
            found: dict[Key, Ranked] = {}
            for hit in tier:
                if hit.key not in taken:
                    found.setdefault(hit.key, hit)
            taken |= found.keys()
            yield [*found.values()]

    def _exact(self) -> Iterator[Ranked]:
        yield from self._run(EXACT, self._query.whole)
        if not self._is_several:
            yield from self._second(EXACT)

    @property
    def _is_several(self) -> bool:
        """Whether the second reading says something else than the whole."""
        return len(self._query.words) > 1 or self._query.cut

    def _words(self) -> Iterator[Ranked]:
        if self._is_several:
            yield from self._second(WORDS)
        yield from self._second(CONTEXT)

    def _synonymous(self) -> Iterator[Ranked]:
        words = self._query.words
        if self._query.fields:
            return
        for other in self._synonyms.of(words[0] if len(words) == 1 and self._query.cut else self._query.whole):
            yield from self._run(SYNONYM, fold(other), other)
        variants = [(at, other) for at, word in enumerate(words) for other in self._synonyms.of(word)]
        for at, other in variants[: VARIANTS if len(words) > 1 else 0]:
            said = (*words[:at], fold(other), *words[at + 1 :])
            yield from self._all_of(SYNONYM, said, other)
            yield from self._all_of(CONTEXT, said, other)

    def _run(self, match: str, term: str, via: str = "") -> Iterator[Ranked]:
        found = self._found(term)
        for key in found.weights:
            yield Ranked(key, match, self._ranking.together([found], key), (term,), via)

    def _second(self, match: str) -> Iterator[Ranked]:
        """The second reading of the query: words, what is excluded, fields. Of fields alone each page's first record."""
        query = self._query
        if query.words:
            yield from self._all_of(match, query.words)
        elif query.fields and match == EXACT:
            for key in self._ranking.firsts:
                if self._is_wanted(key):
                    yield Ranked(key, match, self._ranking.prior(key), ())

    def _all_of(self, match: str, terms: tuple[str, ...], via: str = "") -> Iterator[Ranked]:
        """Records with all the terms; for CONTEXT those where some of them stand in the title of the page only."""
        founds = [self._found(term) for term in terms]
        for key in dict.fromkeys(key for found in founds for key in found.weights):
            holds_all = all(key in found.weights for found in founds)
            is_titled = all(key in found.weights or key[0] in found.titled for found in founds)
            if (is_titled and not holds_all if match == CONTEXT else holds_all) and self._is_wanted(key):
                score = self._ranking.together(founds, key) * (weights.CONTEXT if match == CONTEXT else 1)
                yield Ranked(key, SYNONYM if via else match, score, terms, via)

    def _is_wanted(self, key: Key) -> bool:
        """Whether fields and excluded words leave the record."""
        excluded = any(key in self._found(term).weights for term in self._query.excluded)
        return not excluded and self._chosen.wants(self._known[key].facets)

    def _found(self, term: str) -> Found:
        if term not in self._founds:
            self._founds[term] = self._ranking.found(term, self._candidates(term) if term else ())
        return self._founds[term]
