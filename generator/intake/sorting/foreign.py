"""Lines that are no part of the article although nothing beside them says so: its title once more, another article after its end.

A false cut is worse than a kept line. Another article is set aside only where three things meet: a line like a title or a source in the later part;
a sign that the one before ended or another begins there (an author's line, a line in brackets, page text); and names of places and bodies on both
sides that hardly ever are the same. Two of the three are only told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .names import names
from .origin import told_origin
from .paragraphs import SET_ASIDE, Kind, Paragraph, is_byline, is_numbered, spaced_names

LATE = 0.3
LEAST_TEXT = 200
"""Characters before and after, for what they speak of to be known."""
MOST_TEXT = 200_000
"""Characters; a longer file is no article and is not looked through."""
MOST_ALIKE = 0.25
LEAST_NAMED = 6
MOST_NAMES = 100
MOST_DOUBTS = 3
"""Every heading after the first such place is one too."""
_TITLE = range(6, 41)
_FOLDED = re.compile(r"[\W_]+")
_BRACKETED = re.compile("[(（][^()（）]{4,60}[)）]")


@dataclass(frozen=True)
class Doubt:
    """A line that may begin another article, and why it was not set aside."""

    text: str
    why: str


def without_repeats(lines: Sequence[Paragraph], title: str) -> list[Paragraph]:
    """Set aside each line that is the title and nothing else, but for the first."""
    folded, seen, result = _fold(title), False, []
    for line in lines:
        same = bool(folded) and line.kind not in SET_ASIDE and _fold(line.text) == folded
        result.append(replace(line, kind=Kind.REPEATED) if same and seen else line)
        seen = seen or same
    return result


def without_foreign(lines: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Doubt]]:
    """Set aside what follows the place where another article begins, if there is one for certain; and tell where one may."""
    doubts: list[Doubt] = []
    for at, parted in _places(lines):
        if parted.certain:
            tail = [replace(one, kind=Kind.OTHER, why=parted.why) if _own(one) else one for one in lines[at:]]
            return [*lines[:at], *tail], []
        doubts.append(Doubt(lines[at].text, parted.why))
    return list(lines), doubts[:MOST_DOUBTS]


@dataclass(frozen=True)
class _Parted:
    certain: bool
    why: str


def _places(lines: Sequence[Paragraph]) -> Iterator[tuple[int, _Parted]]:
    """The places where what is spoken of changes altogether, in order."""
    own = [line.text for line in lines if _own(line)]
    whole = sum(map(len, own))
    named = names("\n".join(own)) if whole <= MOST_TEXT else {}
    here, there, passed = Counter[str](), Counter(dict(Counter(named).most_common(MOST_NAMES))), 0
    for at, line in enumerate(lines if named else ()):
        if not _own(line):
            continue
        begins, ended = _begins(line), at > 0 and _sign(lines, at)
        if (begins or ended) and min(passed, whole - passed) >= LEAST_TEXT and _differ(here, there):
            yield at, _Parted(begins and ended and passed >= LATE * whole, _told(here, there))
        passed += len(line.text)
        told = Counter({name: line.text.count(name) for name in (*here, *there)})
        here, there = here + told, there - told


def _own(line: Paragraph) -> bool:
    return line.kind not in SET_ASIDE


def _begins(line: Paragraph) -> bool:
    """Whether an article may begin with this line: short, without an end and a number, or the line that tells a source."""
    title = (
        line.kind in (Kind.TEXT, Kind.CAPTION) and len(line.text) in _TITLE and line.text[-1] not in "。；：，、…;:,"
    )
    return (title and not is_numbered(line.text) and not _BRACKETED.fullmatch(line.text)) or told_origin(line.text)


def _sign(lines: Sequence[Paragraph], at: int) -> bool:
    """Whether an article ended just before or, by its author's line or source, begins just after."""
    before, after = lines[at - 1], lines[at + 1 : at + 3]
    ended = before.kind in (Kind.BYLINE, Kind.PAGE, Kind.REPEATED) or _BRACKETED.fullmatch(before.text)
    return bool(ended) or any(is_byline(one.text) or spaced_names(one.text) or told_origin(one.text) for one in after)


def _differ(here: Counter[str], there: Counter[str]) -> bool:
    """Whether two parts name enough, and hardly anything that the other names."""
    enough = min(here.total(), there.total()) >= LEAST_NAMED
    return enough and max(_shared(here, there), _shared(there, here)) <= MOST_ALIKE


def _shared(named: Counter[str], other: Counter[str]) -> float:
    """How much of what one part names the other names too."""
    return sum(times for name, times in named.items() if other[name]) / named.total()


def _told(here: Counter[str], there: Counter[str]) -> str:
    first, second = ("、".join(name for name, _ in named.most_common(3)) for named in (here, there))
    return f"前面说的是{first}，从这里起说的是{second}"


def _fold(text: str) -> str:
    return _FOLDED.sub("", text)
