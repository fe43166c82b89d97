"""The numbers of a chapter's clauses: ``2.3``, half-width, in order, each told once where it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...report import Diagnostics, Position

_HEADING = re.compile(r"(?P<given>(?P<chapter>\d{1,3})[.．](?P<item>\d{1,3}))\s+(?P<title>\S.*)")
_ALMOST = re.compile(r"\d+\s*[.．。、·-]\s*\d+(?!\s*[年月日—至-])")


@dataclass(frozen=True)
class Numbered:
    """A clause's heading: its number as written, and what that says."""

    given: str
    chapter: int
    item: int
    title: str


def read_number(heading: str) -> Numbered | None:
    """Read ``2.3 题``; None when it is not of that form."""
    match = _HEADING.fullmatch(heading)
    return Numbered(match["given"], int(match["chapter"]), int(match["item"]), match["title"]) if match else None


def looks_numbered(heading: str) -> bool:
    """Whether a heading was meant to be a clause's: it begins with two numbers and what stands for a point."""
    return bool(_ALMOST.match(heading))


@dataclass
class NumberCheck:
    """Follows the numbers of one chapter; ``faulty`` collects those that links may lead to in vain."""

    chapter: int
    diagnostics: Diagnostics
    faulty: set[str] = field(default_factory=set)
    _place: int = 0
    _last: int = 0

    @property
    def wanted(self) -> str:
        """The number that belongs to the next clause."""
        return f"{self.chapter}.{self._last + 1}"

    def skip(self) -> None:
        """Pass over a heading without a number, which was told: it takes the number wanted."""
        self.faulty.add(self.wanted)
        self._place, self._last = self._place + 1, self._last + 1

    def check(self, number: Numbered, at: Position) -> None:
        """Tell a number that neither fits its place nor follows the one before, or is written oddly."""
        self._place += 1
        chapter, item, given, wanted = number.chapter, number.item, number.given, self.wanted
        sound = chapter == self.chapter and item in (self._place, self._last + 1)
        if not sound:
            first = min(self._place, self._last + 1, item)
            last = max(self._place, self._last + 1, item if chapter == self.chapter else 0)
            self.faulty |= {f"{self.chapter}.{each}" for each in range(max(first, 1), last + 1)}
        if chapter != self.chapter:
            message = f"条号“{given}” 不在第 {self.chapter} 章。章号就是文件名的号。是否为“{wanted}”？"
        elif not sound and item <= self._last:
            message = f"条号“{given}” 重复或倒序。条号从 1 起依次编。是否为“{wanted}”？"
        elif not sound:
            message = f"条号“{given}” 之前缺少“{wanted}”。条号从 1 起依次编，不跳号。是否为“{wanted}”？"
        elif given != f"{chapter}.{item}":
            message = f"条号用半角数字，不加 0。是否为“{chapter}.{item}”？"
        else:
            message = ""
        if message:
            self.diagnostics.error(at, message)
        self._last = item if chapter == self.chapter else self._last + 1
