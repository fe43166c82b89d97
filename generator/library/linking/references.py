"""References in text: `[522名](fig:members)`, `[段15](P15)`, `[全国首个](claim:P12)`, found with their places.

This is the only grammar of links in content; the markup that renders them uses the same pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...report import Diagnostics, Position
from ..evidence import PARAGRAPH
from ..sections import Prose

LINK = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\((?P<target>[^()\s]+)\)")
CLAIM = "claim"
OUTSIDE = re.compile(r"https?://")
QUOTATION = re.compile(r"(?m)(?:^>.*\n?)+")
"""A quotation: its lines one after the other."""
_TARGET = r"(?:[Pp]\d|[a-z]+[:：])"
_ALMOST = re.compile(
    rf"\]\(|\]\[|\[[^\[\]\n]*\]\s+\(|[\]】］]\s*[（(](?=\s*{_TARGET})|(?<![\]】］])[（(](?:fig|mech|org|claim|term):"
)


@dataclass(frozen=True)
class Reference:
    """One link as written. ``scheme`` is ``fig``, ``term``, ``claim`` …, ``P`` for a bare paragraph, ``https`` for outside."""

    text: str
    target: str
    at: Position

    @property
    def scheme(self) -> str:
        """What kind of thing the link names."""
        if PARAGRAPH.fullmatch(self.target) and not self.target.startswith(f"{CLAIM}:"):
            return "P"
        return "https" if OUTSIDE.match(self.target) else self.target.partition(":")[0]

    @property
    def name(self) -> str:
        """What stands after the scheme."""
        return self.target.partition(":")[2]


def find_references(prose: Prose) -> Iterator[Reference]:
    """Yield the links of ``prose`` in order."""
    for match in LINK.finditer(prose.text):
        yield Reference(match["text"], match["target"], position_in(prose, match.start()))


def outside_links(named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The addresses outside among the targets of a library's ``destinations`` (context, target): each once, in order."""
    return tuple(sorted({target for _, target in named if OUTSIDE.match(target)}))


def check_links(prose: Prose, diagnostics: Diagnostics) -> None:
    """Tell what looks like a link and is none, so that no reader meets brackets."""
    rest = LINK.sub(blank, prose.text)
    for match in _ALMOST.finditer(rest):
        at = position_in(prose, match.start())
        diagnostics.error(
            at,
            "链接写法有误。应为 [文字](目标)，中间无空格，目标里无空格和括号，方括号、圆括号都用半角，如 [522名](fig:members)。",
        )


def position_in(prose: Prose, index: int) -> Position:
    """The place of the character at ``index`` of the text."""
    line = prose.text.count("\n", 0, index)
    column = index - (prose.text.rfind("\n", 0, index) + 1) + 1
    first = prose.at.column - 1 if line == 0 else 0
    return Position(prose.at.path, prose.at.line + line, column + first)


def without_links(text: str) -> str:
    """The text as a reader hears it: each link replaced by its words."""
    return LINK.sub(lambda match: match["text"], text)


def without_quotations(text: str) -> str:
    """The text with its quotations blanked: their words are the source's, and the loader holds them to their evidence."""
    return QUOTATION.sub(blank, text)


def blank(match: re.Match[str]) -> str:
    """Spaces in place of a match, its line ends kept, so that positions stay."""
    return re.sub(r"[^\n]", " ", match[0])
