"""The half-character slip of GBK: a double byte cut in two, and all that follows read one byte out of step.

How it comes about: a page in GBK is worked on byte by byte. An annotation is put after two bytes although they are the end of one character and the
beginning of the next, or one byte of a character is lost. From there on every pair is made of the end of one character and the beginning of the next,
until a low byte that stands alone brings reader and text into step again. Pairs that stand for nothing vanish, and full-width signs are made narrow.

A reading is accepted only if cutting it gives exactly what stood there, it is far likelier Chinese than that, and no other reading comes near.
What several readings differ in is not guessed but marked ``⟦?⟧``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from .cutting import cut
from .gbk import LEADS, codes, is_hanzi, readings, table
from .language import Language, simple
from .search import SWALLOWED, SYLLABLE, Reading, Search

GAIN = 8.0
"""How much likelier than what stands there a reading must be (a factor of three thousand, as a logarithm)."""
MARGIN = 1.5
"""How much likelier than the next one (a factor of four and a half)."""
WORST = -7.5
"""A reading less likely than this for each character, on the average, is not Chinese."""
UNKNOWN = "⟦?⟧"
_LOST = re.compile("[?\ufffd]")
_ANNOTATION = re.compile(rf"\({SYLLABLE}\)")
_AFTER_LOST = re.compile("[?\ufffd][^\n]{0,40}")
_NEXT = 6
_EVIDENT = 3
"""Without an annotation that tells of a slip it is seen by what it left behind; signs alone prove nothing, one or two characters little."""
_FAR = 90
"""Characters looked at from a lost one on: a swallowed annotation, the longest run, and a swallowed annotation that ends it."""
_DEAREST = 200
"""Different places searched in one file; more is not one page's slip but another kind of damage, and the time of an editor."""


@dataclass(frozen=True)
class Mended:
    """One place: where it was in the text, what stood there, what stands there now."""

    start: int
    end: int
    before: str
    after: str

    @property
    def whole(self) -> bool:
        """Whether nothing had to be left unknown."""
        return UNKNOWN not in self.after


def mend(text: str, language: Language) -> tuple[str, list[Mended]]:
    """Return the text with its slips mended between ``⟦`` and ``⟧``, and each place. What is sound is not touched."""
    parts: list[str] = []
    places: list[Mended] = []
    found: dict[tuple[str, str], Mended | None] = {}
    done = 0
    for match in _LOST.finditer(text):
        start = match.start()
        key = last_whole(text[max(0, start - 60) : start]), text[start : start + _FAR].split("\n", 1)[0]
        if start < done or (key not in found and sum(map(bool, found.values())) >= _DEAREST):
            continue
        if key not in found:  # a page says the same in many places, and searching is dear
            found[key] = _at(*key, language)
        if one := found[key]:
            place = replace(one, start=start, end=start + one.end)
            parts += [text[done:start], place.after]
            places.append(place)
            done = place.end
    return "".join([*parts, text[done:]]), places


def _at(before: str, line: str, language: Language) -> Mended | None:
    """What stands at the beginning of ``line``, which follows the character ``before``; its place is counted from there."""
    told = SWALLOWED.match(line)
    begin = told.end() if told else 1
    run = line[begin:]
    if not before or not (told or _strange(run, language)):
        return None
    starts = _first_bytes(before, told[1]) if told else list(LEADS)
    found = [one for one in Search(language, run, before).readings(starts) if _gives(one, run)]
    if not told:
        found = [one for one in found if _is_evident(one, run, before, language)]
    after = _choose(found, run, before, language)
    if after is None:
        return Mended(0, 1, line[:20], UNKNOWN) if told or _very_strange(run, language) else None
    shown, end = after
    return Mended(0, begin + end, line[: begin + end], shown)


def _first_bytes(before: str, syllable: str) -> list[int]:
    """The bytes that, after the last byte of the character before, make one with the reading told: 當 and B5 are 94 B5, 數 shù."""
    if before not in codes():
        return []
    trail = codes()[before][1]
    return [lead for lead in LEADS if syllable in readings(table().get((trail, lead), ""))]


def _strange(run: str, language: Language) -> bool:
    """Whether what follows a ``?`` begins with characters, one at least, that Chinese seldom has."""
    chars = _wide(bare(run)[: 2 * _NEXT])[:_NEXT]
    scores = accumulate(language.chance(first, second) for first, second in zip(("", *chars), chars, strict=False))
    return any(score / count < WORST - 1 for count, score in enumerate(scores, start=1))


def _is_evident(one: Reading, run: str, before: str, language: Language) -> bool:
    """Whether enough of the run is explained; of a short one each pair of neighbours, its joins among them, must be known."""
    wide = len(_wide(run[: one.end]))
    whole = before + one.text + run[one.end : one.end + 1]
    return wide >= _EVIDENT or (wide > 0 and all(language.has(*pair) for pair in pairwise(whole)))


def _wide(text: str) -> list[str]:
    return [char for char in text if not char.isascii()]


def _very_strange(run: str, language: Language) -> bool:
    chars = _wide(bare(run)[: 2 * _NEXT])[:_NEXT]
    return sum(is_hanzi(char) and not language.knows(char) for char in chars) >= 2


def _choose(found: list[Reading], run: str, before: str, language: Language) -> tuple[str, int] | None:
    """The likeliest reading, or None. All are compared as far as the longest goes: the rest of a shorter one is what stands there."""
    if not found:
        return None
    far = max(one.end for one in found) + 3
    scored = sorted(((_total(one, run[:far], language), one) for one in found), key=lambda pair: -pair[0])
    best, first = scored[0]
    standing = language.score(before, "？" + bare(run[:far]))
    near = [one for score, one in scored if score > best - MARGIN]
    if best < standing + GAIN or first.score / len(first.text) < WORST:
        return None
    if first.doubt or len({one.end for one in near}) > 1:
        return None
    return _agreed(near, language), first.end


def _total(one: Reading, run: str, language: Language) -> float:
    return one.score + language.score(one.text[-1], bare(run[one.end :]))


def _agreed(near: list[Reading], language: Language) -> str:
    """What all readings have, with ``⟦?⟧`` for what they differ in; two forms of one character are no difference."""
    texts = [simple(one.text) for one in near]
    if len(set(texts)) == 1:
        same = max(near, key=lambda one: sum(map(language.uses, one.text)))
        return f"⟦{same.text}⟧"
    head = _alike(texts)
    room = min(len(text) for text in texts) - head
    tail = min(_alike([text[::-1] for text in texts]), room)
    text = near[0].text
    pieces = (f"⟦{text[:head]}⟧" if head else "", UNKNOWN, f"⟦{text[len(text) - tail :]}⟧" if tail else "")
    return "".join(pieces)


def _alike(texts: list[str]) -> int:
    count = 0
    for chars in zip(*texts, strict=False):
        if len(set(chars)) > 1:
            break
        count += 1
    return count


def _gives(one: Reading, run: str) -> bool:
    """Whether cutting a reading gives back exactly what stood there."""
    told = re.search(rf"\?{SYLLABLE}\)$", run[: one.end])
    return cut(one.text) == (run[: told.start()] + "?" if told else run[: one.end])


def sound(text: str) -> str:
    """Text to learn from: without annotations, and without what follows a ``?``, which may be out of step."""
    return _AFTER_LOST.sub("\n", bare(text))


def bare(text: str) -> str:
    """Text without annotations."""
    return _ANNOTATION.sub("", text)


def last_whole(text: str) -> str:
    """The last character of a text, annotations left out; empty where there is none."""
    return bare(text).rstrip("⟦⟧")[-1:].strip()
