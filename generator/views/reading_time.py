"""How long a page or section takes to read: characters of its text over the pace of reading Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil

from ..library.address import Address
from .page import TOP, PageView, SectionView

PACE = 250
"""Characters a minute: adults read Chinese at 255 (IReST, Trauzettel-Klosinski and Dietz 2012), rounded down."""
_TAG = re.compile(r"<[^>]*>")
_CHARACTER = re.compile(r"[㐀-鿿0-9A-Za-z]")


def characters(html: str) -> int:
    """How many Han characters, Latin letters and digits the text of ``html`` has."""
    return len(_CHARACTER.findall(_TAG.sub("", html)))


def seconds(count: int) -> float:
    """How long ``count`` characters take to read."""
    return count * 60 / PACE


def minutes(time: float) -> int:
    """Seconds in whole minutes, as a reader is told them: at least one."""
    return max(1, ceil(time / 60))


def minutes_to_read(sections: Iterable[SectionView]) -> int:
    """How many minutes these sections take."""
    return minutes(seconds(sum(characters(section.html) for section in sections)))


class ReadingTimes:
    """The time that each page and section of the site takes."""

    def __init__(self, pages: Iterable[PageView]) -> None:
        self._pages = {page.address.page: page.sections for page in pages}

    def of(self, address: Address) -> float:
        """Seconds to read a section with its subsections, or a whole page; what is not there takes none."""
        sections = self._pages.get(address.page, ())
        if address.anchor and address.anchor != TOP:
            sections = _with_subsections(sections, address.anchor)
        return seconds(sum(characters(section.html) for section in sections))


def _with_subsections(sections: tuple[SectionView, ...], anchor: str) -> tuple[SectionView, ...]:
    first = next((index for index, section in enumerate(sections) if section.anchor == anchor), None)
    if first is None:
        return ()
    rest = sections[first + 1 :]
    end = next((index for index, section in enumerate(rest) if section.level <= sections[first].level), len(rest))
    return (sections[first], *rest[:end])
