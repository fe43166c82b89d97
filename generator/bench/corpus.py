"""A made-up library of any size: documents of about 1,500 characters in sections, the same for the same seed.

A document has a topic, whose words it prefers, words of its own, and repeats what it has said (burstiness: Church & Gale
1995); there are sentences that many documents repeat, numbers with units, a little Latin, quoted names, rows of short cells.
The documents of a small corpus are the first ones of a large one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from ..search.records import Record
from .document import SECTIONS, FacetTable, document
from .tokens import numerals, phrases, quoted
from .vocabulary import Ints, Vocabulary, pick, zipf_mandelbrot

BATCH = 256
"""Documents drawn at once; each batch has a generator of its own."""

TOKENS = 860
"""Drawn for a document; it ends where its sections are full."""

# How many there are of each, and their share of all tokens; what is left is drawn from the whole vocabulary. Chosen so that
# pairs of characters are spread as in the real library (``likeness``).
TOPICS, TOPIC_WORDS, TOPIC_SHARE, TOPIC_PHRASES = 12, 600, 0.40, 0.3
OWN_WORDS, OWN_SHARE = 24, 0.16
PHRASES, PHRASE_SHARE = 20_000, 0.28
NUMERALS, NUMERAL_SHARE = 20_000, 0.02
QUOTED, QUOTED_SHARE = 4_000, 0.006
REPEAT_SHARE = 0.40
"""Tokens that repeat an earlier one of their document."""

ENDINGS = ("", "，", "、", "。", "；", "：", "（", "）")
ENDING_SHARES = (0.795, 0.105, 0.03, 0.05, 0.006, 0.006, 0.004, 0.004)
STOCK_SENTENCES, STOCK_TOKENS = 400, 14
STOCK_A_SECTION = 2

_PHRASE_LAW = np.cumsum(zipf_mandelbrot(PHRASES, 3.0, 1.0))
_TOPIC_LAW = np.cumsum(zipf_mandelbrot(TOPIC_WORDS, 6.0, 1.0))
_OWN_LAW = np.cumsum(zipf_mandelbrot(OWN_WORDS, 1.0, 1.0))
_STOCK_LAW = np.cumsum(zipf_mandelbrot(STOCK_SENTENCES, 4.0, 0.9))


class Corpus:
    """The documents of one seed."""

    def __init__(self, seed: int = 1) -> None:
        self.seed = seed
        random = np.random.default_rng([seed])
        self.vocabulary = Vocabulary(random)
        extra = [
            *phrases(self.vocabulary, random, PHRASES),
            *numerals(random, NUMERALS),
            *quoted(self.vocabulary, random, QUOTED),
        ]
        self._tokens = np.concatenate([self.vocabulary.words, np.array(extra, dtype=object)])
        self._topics = self._topic_tokens(random)
        self._stock = self._stock_sentences(random)
        self._facets = FacetTable()

    def records(self, documents: int) -> Iterator[Record]:
        """Return the records of the first so many documents, page by page in reading order."""
        return (record for page in self.pages(documents) for record in page)

    def pages(self, documents: int) -> Iterator[list[Record]]:
        """Return the records of the first so many documents, a list for each."""
        batches = range(-(-documents // BATCH))
        return islice((page for batch in batches for page in self._batch(batch)), documents)

    def _batch(self, batch: int) -> Iterator[list[Record]]:
        random = np.random.default_rng([self.seed, batch + 1])
        pieces = self._pieces(random)
        stock = pick(_STOCK_LAW, random, (BATCH, SECTIONS, STOCK_A_SECTION)).tolist()
        for number in range(BATCH):
            sentences = ["".join(self._stock[index] for index in section) for section in stock[number]]
            facets = self._facets.draw(random)
            yield document(batch * BATCH + number, pieces[number].tolist(), sentences, facets, random)

    def _pieces(self, random: Generator) -> NDArray[np.object_]:
        """Tokens with what ends them, (documents, tokens)."""
        ids = self._ids(random)
        endings = pick(np.cumsum(ENDING_SHARES), random, ids.shape)
        pieces = self._tokens[ids] + np.array(ENDINGS, dtype=object)[endings]
        return np.asarray(pieces, dtype=object)

    def _ids(self, random: Generator) -> Ints:
        shape = (BATCH, TOKENS)
        rows = np.arange(BATCH)[:, None]
        ids = self.vocabulary.draw(random, shape)
        topics = self._topics[random.integers(TOPICS, size=BATCH)]
        of_topic = topics[rows, pick(_TOPIC_LAW, random, shape)]
        own = self._own_words(random)[rows, pick(_OWN_LAW, random, shape)]
        phrases = len(self.vocabulary.words) + pick(_PHRASE_LAW, random, shape)
        numerals = len(self.vocabulary.words) + PHRASES + random.integers(NUMERALS, size=shape)
        quotes = len(self.vocabulary.words) + PHRASES + NUMERALS + random.integers(QUOTED, size=shape)
        limits = np.cumsum([PHRASE_SHARE, NUMERAL_SHARE, QUOTED_SHARE, OWN_SHARE, TOPIC_SHARE])
        kind = np.searchsorted(limits, random.random(shape), side="right")
        drawn = np.choose(kind, [phrases, numerals, quotes, own, of_topic, ids])
        earlier = (random.random(shape) * np.arange(TOKENS)).astype(np.int64)
        return np.where(random.random(shape) < REPEAT_SHARE, np.take_along_axis(drawn, earlier, 1), drawn)

    def _topic_tokens(self, random: Generator) -> Ints:
        """The words and phrases of each topic, the most frequent first."""
        tokens = self.vocabulary.draw(random, (TOPICS, TOPIC_WORDS))
        phrases = len(self.vocabulary.words) + random.integers(PHRASES, size=tokens.shape)
        return np.where(random.random(tokens.shape) < TOPIC_PHRASES, phrases, tokens)

    def _own_words(self, random: Generator) -> Ints:
        """What a document keeps naming: words from the whole list, rare ones as well."""
        flat = np.cumsum(self.vocabulary.probabilities**0.5)
        return pick(flat, random, (BATCH, OWN_WORDS))

    def _stock_sentences(self, random: Generator) -> list[str]:
        ids = self.vocabulary.draw(random, (STOCK_SENTENCES, STOCK_TOKENS))
        lengths = random.integers(5, STOCK_TOKENS + 1, size=STOCK_SENTENCES).tolist()
        rows = self.vocabulary.words[ids].tolist()
        return ["".join(row[:length]) + "。" for row, length in zip(rows, lengths, strict=True)]
