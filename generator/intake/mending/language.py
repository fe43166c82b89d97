"""What reads as Chinese: how often characters follow one another in the text at hand and in the library's own content."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise
from math import log

from .gbk import PUNCTUATION, common, is_hanzi, plain

_SHARE = 0.8
"""The weight of pairs seen, against characters seen: the mixture of Jelinek and Mercer (1980)."""
_RARE = 0.002
_USUAL = 0.3
_FULL = str.maketrans(",;:!?()\n", "，；：！？（）。")


class Language:
    """Pairs of neighbouring characters of one or more texts, traditional and simplified held for the same."""

    def __init__(self, texts: Iterable[str] = (), weight: int = 1) -> None:
        self._after: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._before: Counter[str] = Counter()
        self._seen: Counter[str] = Counter()
        self._forms: Counter[str] = Counter()
        self._total = 0
        self._chances: dict[tuple[str, str], float] = {}
        for text in texts:
            self.learn(text, weight)

    def learn(self, text: str, weight: int = 1) -> None:
        """Count the pairs of one more text, each ``weight`` times. Only Chinese and its punctuation is counted."""
        self._forms.update(text)
        plainer = simple(text)
        for pair, count in Counter(pairwise(plainer)).items():
            if _counts(pair[0]) and _counts(pair[1]):
                self._after[pair[0]][pair[1]] += count * weight
                self._before[pair[0]] += count * weight
        for char, count in Counter(plainer).items():
            if _counts(char):
                self._seen[char] += count * weight
                self._total += count * weight
        self._chances.clear()

    def knows(self, char: str) -> bool:
        """Whether a character is worth considering: common, or one that the texts use."""
        return common(char) or plain().get(char, char) in self._seen

    def uses(self, char: str) -> int:
        """How often the texts write a character in just this form."""
        return self._forms[char]

    def followers(self, char: str) -> Iterable[str]:
        """The characters seen after one, in simplified form."""
        return self._after[plain().get(char, char)]

    def has(self, first: str, second: str) -> bool:
        """Whether the texts have one character after the other."""
        return bool(first) and self._after[simple(first)][simple(second)] > 0

    def chance(self, first: str, second: str) -> float:
        """The logarithm of how likely ``second`` is after ``first`` (0 is certain). Both single characters, or empty."""
        key = first, second
        if key not in self._chances:
            self._chances[key] = self._chance(simple(first), simple(second))
        return self._chances[key]

    def _chance(self, first: str, second: str) -> float:
        alone = (self._seen[second] + (_USUAL if common(second) else _RARE)) / (self._total + 3000)
        before = self._before[first]
        seen = self._after[first][second] / before if before else 0.0
        return log(_SHARE * seen + (1 - _SHARE) * alone)

    def score(self, before: str, text: str) -> float:
        """The sum of the chances along a text that follows the character ``before``."""
        return sum(self.chance(first, second) for first, second in zip((before, *text), text, strict=False))


def _counts(char: str) -> bool:
    return is_hanzi(char) or char in PUNCTUATION


def simple(text: str) -> str:
    """Text as it is counted: each character simplified by itself, punctuation full width."""
    table = plain()
    return "".join([table.get(char, char) for char in text.translate(_FULL)])
