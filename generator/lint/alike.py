"""文字相近: a sentence that stands in two places of the library in nearly the same words.

Two sentences of LEAST Chinese characters or more are alike when of their pairs of neighbouring characters, each counted
once, SHARE are in both (the Sørensen–Dice coefficient: twice what is common, by what there is in each). What must be the
same wherever it is told does not count: quotations, titles in 《》, and the words of links to figures, names and terms.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import chain, pairwise

from ..library.checking.care import WORK
from ..library.linking.references import CLAIM, LINK, OUTSIDE, position_in, without_links, without_quotations
from ..library.sections import Prose
from ..report import Position
from ..rules import ALIKE
from .linted import Linted
from .reading.spoken import hanzi
from .reading.texts import glossary_texts, plain, prose_texts

LEAST = 25
SHARE = 0.8
_RUN = 4
"""Sentences that are alike have somewhere as many characters in a row in common."""
_RAREST = 8
"""By so many of its runs, the rarest that are not its own alone, a sentence is looked for: others are turns of speech."""
_MOST = 30
"""A run in more sentences than this is a turn of speech too; the first of them are looked at."""
_TRIED = 3
"""Of the sentences that share runs with one, those that share most are compared."""
_SENTENCE = re.compile(r"[^。！？；\n]+")
_SHOWN = 24


@dataclass(frozen=True)
class Sentence:
    """A sentence as a reader hears it, and its characters as they are compared."""

    words: str
    key: str
    at: Position


def check_alike(linted: Linted) -> None:
    """Tell every sentence that is like an earlier one: once, beside the one most like it."""
    library = linted.library
    texts = [*prose_texts(library), *glossary_texts(library)]
    sentences = sorted((each for prose in texts for each in _sentences(prose)), key=lambda sentence: sentence.at)
    told: set[tuple[str, int, Position]] = set()
    for later, earlier in alike(sentences):
        place = (later.at.path, later.at.line, Position(earlier.at.path, earlier.at.line))
        if place not in told:
            told.add(place)
            linted.diagnostics.found(ALIKE, later.at, _message(later, earlier))


def alike(sentences: list[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield each sentence that is like an earlier one with the one most like it."""
    first: dict[str, int] = {}
    seen: dict[str, list[int]] = {}
    keys = [sentence.key for sentence in sentences]
    runs = {key: _runs(key) for key in keys}
    counted = Counter(chain.from_iterable(runs.values()))
    for index, key in enumerate(keys):
        if key in first:
            yield sentences[index], sentences[first[key]]
            continue
        first[key] = index
        common = nsmallest(_RAREST, (run for run in runs[key] if counted[run] > 1), key=counted.__getitem__)
        shared = Counter(chain.from_iterable(seen.get(run, ()) for run in common))
        tried = [each for each, count in shared.most_common(_TRIED) if count > 1]
        likeness, near = max(((_likeness(key, keys[each]), -each) for each in tried), default=(0.0, 0))
        if likeness >= SHARE:
            yield sentences[index], sentences[-near]
        for run in common:
            holders = seen.setdefault(run, [])
            if len(holders) < _MOST:
                holders.append(index)


def _likeness(one: str, other: str) -> float:
    pairs, others = set(pairwise(one)), set(pairwise(other))
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def _runs(key: str) -> list[str]:
    """The runs of characters of a sentence, each once, in their order."""
    return list(dict.fromkeys([key[at : at + _RUN] for at in range(len(key) - _RUN + 1)]))


def _sentences(prose: Prose) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(without_quotations(prose.text)):
        key = plain(WORK.sub("", LINK.sub(_own_words, match[0])))
        if hanzi(key) >= LEAST:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Sentence(without_links(match[0]), key, position_in(prose, start))


def _own_words(match: re.Match[str]) -> str:
    """The words of a link are the library's own only where it leads outside or marks a claim."""
    is_own = OUTSIDE.match(match["target"]) or match["target"].startswith(f"{CLAIM}:")
    return match["text"] if is_own else ""


def _message(later: Sentence, earlier: Sentence) -> str:
    run = SequenceMatcher(None, later.words, earlier.words, autojunk=False).find_longest_match()
    shared = later.words[run.a : run.a + run.size].strip("，、：；（）“” ")
    shown = shared if len(shared) <= _SHOWN else f"{shared[:_SHOWN]}……"
    place = f"{earlier.at.path}:{earlier.at.line}"
    return f"这一句与 {place} 的相近，都有“{shown}”。请只留一处，另一处写链接，或各写各的。"
