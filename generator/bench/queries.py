"""What is asked: runs of characters from anywhere, the harsh way, and what is frequent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import numpy as np
from numpy.random import Generator

from ..search.analysis import fold
from ..search.records import Record
from .corpus import Corpus
from .likeness import common_pairs

RUNS, WORDS, CHARACTERS, PAIRS = "任意 2—6 字", "常用词", "单字", "最常见的双字"
TWO, NEAR = "两个词（空格隔开）", "两段相接（没有原样，找相近）"
GROUPS = (RUNS, WORDS, CHARACTERS, PAIRS, TWO, NEAR)
SHORTEST, LONGEST = 2, 6
FEW = 20
"""How many queries each group of frequent ones has, at most."""

SAMPLED = 1_000
"""Documents that tell which pairs and characters are common."""


@dataclass(frozen=True)
class Query:
    """A text to ask for, and the group it is counted in."""

    group: str
    text: str


def draw_queries(corpus: Corpus, documents: int, count: int) -> list[Query]:
    """Return ``count`` runs of 2 to 6 characters and a few queries of each other group; the same for the same corpus.

    Of two runs joined, with a space or without, hardly a record holds both.
    """
    random = np.random.default_rng([corpus.seed, documents, count])
    few = min(FEW, count)
    sample = list(corpus.records(min(documents, SAMPLED)))
    runs = _runs(corpus, documents, count, random)
    found = {
        RUNS: runs,
        WORDS: corpus.vocabulary.frequent(few),
        CHARACTERS: _characters(sample, few),
        PAIRS: common_pairs(sample, few),
        TWO: list(map(" ".join, pairwise(runs)))[:few],
        NEAR: list(map("".join, pairwise(runs)))[:few],
    }
    return [Query(group, text) for group in GROUPS for text in found[group]]


def _runs(corpus: Corpus, documents: int, count: int, random: Generator) -> list[str]:
    """Runs at random places of random blocks of random documents, words or not."""
    wanted = Counter(random.integers(documents, size=count).tolist())
    pages = islice(corpus.pages(documents), max(wanted) + 1)
    return [_run(page, random) for number, page in enumerate(pages) for _ in range(wanted[number])]


def _run(page: Sequence[Record], random: Generator) -> str:
    """A run of one block of the page; every place of its text is as likely as any other."""
    length = int(random.integers(SHORTEST, LONGEST + 1))
    texts = [text for record in page for block in record.blocks if len(text := fold(block.text)) >= length]
    places = np.cumsum([len(text) - length + 1 for text in texts])
    place = int(random.integers(places[-1]))
    index = int(np.searchsorted(places, place, side="right"))
    start = place - int(places[index - 1]) if index else place
    return texts[index][start : start + length]


def _characters(sample: Iterable[Record], count: int) -> list[str]:
    """Half of them the most common characters, half from everywhere down to the rarest."""
    counted = Counter(char for record in sample for block in record.blocks for char in fold(block.text))
    ordered = [char for char, _ in counted.most_common()]
    common = count - count // 2
    rest = ordered[common:]
    step = max(1, len(rest) // max(1, count // 2))
    return ordered[:common] + rest[step - 1 :: step][: count // 2]
