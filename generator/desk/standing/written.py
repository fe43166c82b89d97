"""What is written of a case: its five parts, and how much of its prose and of its rows rests on evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ...library.linking.grounds import is_ground
from ...library.linking.references import find_references, without_links
from ...library.linking.texts import evidenced
from ...library.model import Case
from ...library.reading.body import paragraphs
from ...library.reading.cases import PARTS
from ...library.reading.slips import NOTES
from ...library.sections import Prose, Section

_MARKED = tuple(f"{note}：" for note in NOTES)
_OPENING = 20


@dataclass(frozen=True)
class Bare:
    """A paragraph that neither names its evidence nor is marked as the editors' own."""

    line: int
    opening: str


@dataclass(frozen=True)
class Written:
    """``wanting`` says of each part that is not whole what it lacks: 没有, 没有内容, 待写."""

    wanting: dict[str, str]
    paragraphs: int
    bare: tuple[Bare, ...]
    rows: int
    rows_resting: int
    rows_editorial: int

    @property
    def parts(self) -> int:
        """How many of the five parts are whole."""
        return len(PARTS) - len(self.wanting)

    @property
    def resting(self) -> int:
        """How many paragraphs name their evidence or are marked."""
        return self.paragraphs - len(self.bare)


def written(case: Case, placeholders: Collection[int]) -> Written:
    """What is written of ``case``; ``placeholders`` are the lines that ask to be written."""
    texts = list(_paragraphs(case))
    bare = tuple(Bare(text.at.line, _opening(text)) for text in texts if not _rests(text))
    evidence = [record.evidence for record in evidenced(case)]
    return Written(
        dict(_wanting(case, placeholders)),
        len(texts),
        bare,
        len(evidence),
        sum(bool(each.paragraphs or each.editorial) for each in evidence),
        sum(bool(each.editorial and not each.paragraphs) for each in evidence),
    )


def _paragraphs(case: Case) -> Iterator[Prose]:
    for section in case.sections():
        for block in section.blocks:
            if isinstance(block, Prose):
                yield from paragraphs(block)


def _rests(text: Prose) -> bool:
    return text.text.startswith(_MARKED) or any(is_ground(one.target) for one in find_references(text))


def _opening(text: Prose) -> str:
    plain = without_links(text.text).replace("\n", "").replace("**", "")
    return plain if len(plain) <= _OPENING else f"{plain[:_OPENING]}……"


def _wanting(case: Case, placeholders: Collection[int]) -> Iterator[tuple[str, str]]:
    starts = sorted(part.at.line for part in case.parts)
    for title in PARTS:
        part = next((part for part in case.parts if part.title == title), None)
        if part is None:
            yield title, "没有"
        elif part.is_empty:
            yield title, "没有内容"
        elif any(line in _lines(part, starts) for line in placeholders):
            yield title, "待写"


def _lines(part: Section, starts: list[int]) -> range:
    """The lines from the part's heading to the next part's."""
    after = next((start for start in starts if start > part.at.line), None)
    return range(part.at.line, after or 10**9)
