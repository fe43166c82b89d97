"""The words of a made-up language that is spread like modern Chinese; nothing in it is anybody's text.

Words of one to four characters have the token shares of modern Chinese. Within each length frequencies follow
Zipf–Mandelbrot, 1 / (rank + shift) ** exponent (Mandelbrot 1953), and so do the characters that words are made of. The
lists are so long that a small corpus meets only their heads: the words met grow with the corpus (Heaps 1978).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

FUNCTION_CHARACTERS = "的是在和不有了对为由以等并与及将把到从各后前中上下也就都要可其又被按经向"
"""Those of official prose, the most frequent first."""


@dataclass(frozen=True)
class WordLength:
    """How the words of one length are spread: share of all tokens, size of the list, shift and exponent of its law."""

    characters: int
    share: float
    size: int
    shift: float
    exponent: float


WORD_LENGTHS = (
    WordLength(1, 0.25, 1_500, 6.0, 1.6),
    WordLength(2, 0.55, 60_000, 24.0, 1.8),
    WordLength(3, 0.12, 60_000, 16.0, 1.7),
    WordLength(4, 0.08, 60_000, 16.0, 1.7),
)
CHARACTER_SHIFT, CHARACTER_EXPONENT = 45.0, 1.6
"""Large shifts with large exponents: a library on one subject has a broad head and few rare words (see ``likeness``)."""


def zipf_mandelbrot(size: int, shift: float, exponent: float) -> Floats:
    """Return the probabilities of ranks 1 to ``size``."""
    weights = (np.arange(1, size + 1) + shift) ** -exponent
    return np.asarray(weights / weights.sum())


def level_one_characters() -> list[str]:
    """Return the 3,755 characters of GB 2312 level 1, the common ones."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return [char for char in (code.decode("gb2312", "ignore") for code in codes) if char]


class Vocabulary:
    """All words, those of one length side by side, each length's most frequent first; the same for the same generator."""

    def __init__(self, random: Generator) -> None:
        content = [char for char in level_one_characters() if char not in FUNCTION_CHARACTERS]
        self._characters = random.permutation(np.array(content, dtype=object))
        self._weights = zipf_mandelbrot(len(content), CHARACTER_SHIFT, CHARACTER_EXPONENT)
        lists = [self._list_of(length, random) for length in WORD_LENGTHS]
        self.words: NDArray[np.object_] = np.array([word for words in lists for word in words], dtype=object)
        laws = [
            length.share * zipf_mandelbrot(len(words), length.shift, length.exponent)
            for length, words in zip(WORD_LENGTHS, lists, strict=True)
        ]
        self.probabilities: Floats = np.concatenate(laws)

    def _list_of(self, length: WordLength, random: Generator) -> list[str]:
        """Words of one length, each once. Chance alone orders them, so that common characters make rare words too."""
        if length.characters == 1:
            return [*FUNCTION_CHARACTERS, *self._characters][: length.size]
        drawn = random.choice(self._characters, (length.size * 2, length.characters), p=self._weights)
        return list(dict.fromkeys("".join(row) for row in drawn.tolist()))[: length.size]

    @cached_property
    def _cumulative(self) -> Floats:
        return np.cumsum(self.probabilities)

    def draw(self, random: Generator, shape: tuple[int, ...]) -> Ints:
        """Return the numbers of words drawn by frequency."""
        return pick(self._cumulative, random, shape)

    def frequent(self, count: int, characters: int = 2) -> list[str]:
        """Return the most frequent words of at least so many characters."""
        order = np.argsort(-self.probabilities, kind="stable")
        return [word for word in self.words[order[: count * 20]] if len(word) >= characters][:count]


def pick(cumulative: Floats, random: Generator, shape: tuple[int, ...]) -> Ints:
    """Draw ranks by their cumulative probabilities."""
    found = np.searchsorted(cumulative, random.random(shape) * cumulative[-1], side="right")
    return np.asarray(np.minimum(found, len(cumulative) - 1))
