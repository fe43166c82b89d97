"""The figures that a draft starts with: each with its paragraph, what it may count and a guess of its status."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...library.checking.check_prose import PANDEMIC_WORDS
from ...library.figures import Quantity
from ..sorting.paragraphs import Kind, Paragraph
from .labels import label
from .numbers import Passed, Place, bare, find_numbers
from .status import ENDS, Guess, guess_status

MOST = 300
"""Rows of a draft; a file with more figures is a statistical table, and no editor reads on."""
_READ = (Kind.TEXT, Kind.CAPTION)
_NEAR = 200
"""Characters on either side of a figure that are asked about it."""


@dataclass(frozen=True)
class Candidate:
    """A figure found: its id, where it stands and how, what it may count (empty: not known) and its status, guessed."""

    id: str
    paragraph: int
    quantity: Quantity
    written: str
    label: str
    guess: Guess
    in_pandemic: bool


@dataclass
class Scan:
    """What a text has of numbers: those taken, those left with the reason and the paragraph of each, and where the search ended early."""

    taken: list[Candidate] = field(default_factory=list)
    passed: list[tuple[int, Passed]] = field(default_factory=list)
    ended_at: int = 0


def find_candidates(paragraphs: Iterable[Paragraph]) -> Scan:
    """Return the candidate figures of an article, in its order, and the numbers that were seen and left."""
    scan = Scan()
    for paragraph in paragraphs:
        if len(scan.taken) >= MOST:
            scan.ended_at = paragraph.number
            break
        if paragraph.kind in _READ:
            _scan(paragraph, scan)
    return scan


def _scan(paragraph: Paragraph, scan: Scan) -> None:
    text = bare(paragraph.text)
    places, passed, hidden = find_numbers(text, MOST)
    scan.passed += [(paragraph.number, one) for one in passed]
    seen: set[str] = set()
    last: tuple[Place, str] | None = None
    for place in places:
        literal = place.quantity.literal
        if literal in seen:
            scan.passed.append((paragraph.number, Passed(literal, "同一段里已取")))
            continue
        seen.add(literal)
        words = _label(hidden, place, last)
        last = place, words
        scan.taken.append(
            Candidate(
                f"fig-p{paragraph.number:02d}-{len(seen)}",
                paragraph.number,
                place.quantity,
                text[place.start : place.end],
                words,
                guess_status(text[max(0, place.start - _NEAR) : place.start], literal),
                _in_pandemic(text, place, words),
            )
        )


def _label(text: str, place: Place, last: tuple[Place, str] | None) -> str:
    """The words beside a figure; a further value of the same unit in the same sentence goes on with those of the one before."""
    quantity = place.quantity
    first = max(place.start - _NEAR, last[0].end if last else 0)
    is_rate = quantity.unit == "%" or quantity.is_change or not quantity.unit
    words = label(text[first : place.start], text[place.end : place.end + _NEAR], is_rate)
    if words or last is None:
        return words
    before, told = last
    goes_on = before.quantity.unit == quantity.unit or not quantity.unit
    return told if goes_on and not ENDS.search(text, before.end, place.start) else ""


def _in_pandemic(text: str, place: Place, words: str) -> bool:
    """Whether the sentence of a figure, or the one before it, speaks of the pandemic."""
    before = ENDS.split(text[max(0, place.start - _NEAR) : place.start])[-2:]
    after = ENDS.split(text[place.end : place.end + _NEAR])[0]
    return PANDEMIC_WORDS.search("".join([*before, after, words])) is not None
