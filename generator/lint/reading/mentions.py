"""Where a paragraph names figures: by links, and in a case by bare numbers that can be none but one of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...compare.judging.judged import FigureInCase
from ...library.checking.care import WORK
from ...library.model import Case, Library
from ...library.rows import Figure
from .told import Mention, Told

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?[万亿]?")
_OTHER_UNIT = re.compile("个(?=月|百分点|工作日)")


class FigureFinder:
    """Finds the figures that paragraphs of a library name."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._by_number = {case.id: _by_number(case) for case in library.cases.values()}

    def named(self, told: Told) -> Told:
        """The paragraph with the figures that it names."""
        found = sorted((*self._linked(told), *self._bare(told)), key=lambda mention: mention.start)
        return replace(told, mentions=tuple(found))

    def judged(self, case: Case, figure: Figure) -> FigureInCase:
        """A figure as it is judged; a measure that could not be read counts as blank."""
        measure = self._library.measures.get(figure.measure)
        return FigureInCase(case.id, case.meta.short, case.meta.places, figure, measure)

    def _linked(self, told: Told) -> Iterator[Mention]:
        for link in told.spoken.links:
            destination = self._library.destinations.get((told.context, link.target))
            if destination and isinstance(destination.target, Figure):
                case = self._library.cases[link.target.partition(":")[2].rpartition("/")[0] or told.context]
                yield Mention(link.start, link.end, self.judged(case, destination.target), linked=True)

    def _bare(self, told: Told) -> Iterator[Mention]:
        if told.case is None:
            return
        text = WORK.sub(lambda match: "　" * len(match[0]), told.spoken.text)
        taken = {place for link in told.spoken.links for place in range(link.start, link.end)}
        for match in _NUMBER.finditer(text):
            known = self._by_number[told.case.id].get(match[0], ()) if match.start() not in taken else ()
            figure = _meant(text, match, known)
            if figure:
                end = match.end() + len(_after(figure, text[match.end() :]))
                yield Mention(match.start(), end, self.judged(told.case, figure), linked=False)


def _by_number(case: Case) -> dict[str, list[Figure]]:
    """The figures of a case that are one number with a unit, by that number as written."""
    found: dict[str, list[Figure]] = {}
    for figure in case.rows(Figure):
        numbers = _NUMBER.findall(figure.quantity.literal)
        if numbers and figure.quantity.unit and figure.quantity.start is None:
            found.setdefault(numbers[-1], []).append(figure)
    return found


def _meant(text: str, number: re.Match[str], known: Sequence[Figure]) -> Figure | None:
    """The one figure that a number with what stands around it can be; None where there are two or none."""
    named = [figure for figure in known if _after(figure, text[number.end() :])]
    verbatim = [figure for figure in named if _stands(figure, text, number.start())]
    best = verbatim or named
    return best[0] if len(best) == 1 else None


def _stands(figure: Figure, text: str, number: int) -> bool:
    """Whether the figure's whole literal stands here: 下降了30%以上 is 下降30%以上."""
    literal = figure.quantity.literal
    lead = literal.rindex(_NUMBER.findall(literal)[-1])
    return text.startswith(literal[lead:], number) and text[:number].removesuffix("了").endswith(literal[:lead])


def _after(figure: Figure, rest: str) -> str:
    """What follows the number that is still the figure: 余, the unit, 以上; empty where another unit follows."""
    match = re.match(rf"[余多来]?{re.escape(figure.quantity.unit)}(?:以上|以下|左右)?", rest)
    return match[0] if match and not _OTHER_UNIT.match(rest) else ""
