"""Text as a reader hears it: without targets of links, marks of evidence, emphasis, quotations and white space.

Every character keeps its place in the file, so that a rule can look at plain words and still say where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ...library.evidence import PARAGRAPH
from ...library.linking.references import LINK, position_in
from ...library.reading.slips import NOTES
from ...library.sections import Prose
from ...report import Position

_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s+")
_SILENT = re.compile(r"\s+|\*\*")
_SENTENCE = re.compile("[^。；？！]+")
_CLAUSE = re.compile("[^。；？！，：]+")
_HANZI = re.compile("[一-鿿]")


def hanzi(text: str) -> int:
    """How many Chinese characters there are."""
    return len(_HANZI.findall(text))


@dataclass(frozen=True)
class Linked:
    """Words of a link: where they begin and end in the spoken text, and the link's target as written."""

    start: int
    end: int
    target: str


@dataclass(frozen=True)
class Stretch:
    """A part of a spoken text: a clause, a sentence."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the spoken text."""
        return self.start + len(self.text)

    @property
    def length(self) -> int:
        """How many Chinese characters it has."""
        return hanzi(self.text)


@dataclass(frozen=True)
class Spoken:
    """A paragraph, an item of a list or a cell. ``places`` has the place in ``prose.text`` of each character of ``text``."""

    prose: Prose
    text: str
    places: tuple[int, ...]
    links: tuple[Linked, ...]
    targets: tuple[str, ...]
    """The targets of all its links, those of evidence marks too."""

    @property
    def note(self) -> str:
        """编者分析, 建议 or 口径提示 where it begins so; else an empty string."""
        return next((word for word in NOTES if self.text.startswith(f"{word}：")), "")

    @property
    def length(self) -> int:
        """How many Chinese characters it has."""
        return hanzi(self.text)

    def at(self, index: int = 0) -> Position:
        """Where the character ``index`` of ``text`` stands."""
        return position_in(self.prose, self.places[index]) if self.places else self.prose.at

    def sentences(self) -> Iterator[Stretch]:
        """What stands between full stops, semicolons, question and exclamation marks."""
        return (Stretch(match[0], match.start()) for match in _SENTENCE.finditer(self.text))

    def clauses(self, sentence: Stretch) -> Iterator[Stretch]:
        """What stands between all punctuation but 、 in one of its sentences."""
        return (Stretch(match[0], sentence.start + match.start()) for match in _CLAUSE.finditer(sentence.text))


def blocks(prose: Prose) -> Iterator[tuple[int, int]]:
    """Where the blocks of ``prose`` begin and end: what blank lines part. A list is one block."""
    for match in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", prose.text):
        yield match.start(), match.end()


def items(prose: Prose) -> Iterator[Spoken]:
    """The paragraphs of ``prose`` and the items of its lists, each by itself; no quotations, whose words are the source's."""
    for start, end in blocks(prose):
        for first, last in _cut(prose.text, start, end):
            spoken = speak(prose, first, last)
            if spoken.text:
                yield spoken


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A block, or each item of a list; the lines of a quotation left out."""
    first = place = start
    for line in text[start:end].splitlines(keepends=True):
        mark = _ITEM.match(line)
        if mark or line.lstrip().startswith(">"):
            yield first, place
            first = place + (mark.end() if mark else len(line))
        place += len(line)
    yield first, place


@lru_cache(maxsize=32_768)
def speak(prose: Prose, start: int, end: int) -> Spoken:
    """The part of ``prose`` from ``start`` to ``end`` as a reader hears it. Checked at every save, most is as it was."""
    places: list[int] = []
    links: list[Linked] = []
    targets: list[str] = []
    for match in re.finditer(rf"{LINK.pattern}|[\s\S]", prose.text[start:end]):
        target = match["target"]
        if target is None:
            places.append(start + match.start())
            continue
        targets.append(target)
        if not PARAGRAPH.fullmatch(target):
            first = start + match.start("text")
            links.append(Linked(len(places), len(places) + len(match["text"]), target))
            places += range(first, first + len(match["text"]))
    return _without_silent(prose, places, links, tuple(targets))


def _without_silent(prose: Prose, places: list[int], links: list[Linked], targets: tuple[str, ...]) -> Spoken:
    raw = "".join(prose.text[place] for place in places)
    silent = {index for match in _SILENT.finditer(raw) for index in range(*match.span())}
    kept = [index for index in range(len(raw)) if index not in silent]
    moved = [0]
    for index in range(len(raw)):
        moved.append(moved[-1] + (index not in silent))
    return Spoken(
        prose,
        "".join(raw[index] for index in kept),
        tuple(places[index] for index in kept),
        tuple(Linked(moved[link.start], moved[link.end], link.target) for link in links),
        targets,
    )
