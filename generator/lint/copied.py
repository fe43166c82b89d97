"""照抄材料: words of the library that stand word for word in a text of intake/. Facts and names carry over, sentences do not.

Characters are compared folded, without punctuation, spaces and what a link leads to. A run of RUN characters or more that
is also in an article is told when OWN of them belong to no name; names are what the library itself lists (``names.py``), and
short quotations and claims that are marked as the source's own. Quotations with their evidence are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ..intake.kept import KeptText, kept_texts
from ..library.linking.references import LINK, position_in, without_quotations
from ..library.sections import Prose
from ..report import Position
from ..rules import COPIED
from .linted import Linted
from .reading.names import Names, listed_names
from .reading.texts import (
    GAP,
    cell_texts,
    glossary_texts,
    list_texts,
    plain,
    prose_texts,
    title_texts,
)

RUN, OWN = 15, 9
_BLOCK = (RUN + 1) // 2
"""Every run of RUN characters holds a whole block of this length that begins at a multiple of it."""
_SHOWN = 40


@dataclass(frozen=True)
class Spelled:
    """A text's characters as they are compared, where each stands in the text, and where the signs of links stand."""

    key: str
    origins: tuple[int, ...]
    markup: frozenset[int]


@dataclass
class _Articles:
    """The articles, and where in them each block of characters stands."""

    keys: list[str] = field(default_factory=list)
    paragraphs: list[list[tuple[int, str]]] = field(default_factory=list)
    """For each article: where a paragraph begins, and how it is called."""
    blocks: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, text: KeptText) -> None:
        key, starts = "", []
        for number, paragraph in text.paragraphs:
            starts.append((len(key), f"{text.path} 段{number}"))
            key += plain(paragraph)
        for at in range(0, len(key) - _BLOCK + 1, _BLOCK):
            self.blocks.setdefault(key[at : at + _BLOCK], []).append((len(self.keys), at))
        self.keys.append(key)
        self.paragraphs.append(starts)

    def place(self, article: int, at: int) -> str:
        """The paragraph that holds a character of an article."""
        return next(name for start, name in reversed(self.paragraphs[article]) if start <= at)

    def runs(self, key: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, paragraph) of the longest runs of ``key`` that are in an article, none inside another."""
        done = at = 0
        while at <= len(key) - _BLOCK:
            found = self.blocks.get(key[at : at + _BLOCK])
            at += 1
            if found:
                grown = (self._grown(key, at - 1, *place) for place in found)
                start, end, paragraph = max(grown, key=lambda run: run[1] - run[0])
                if end - start >= RUN and end > done:
                    yield start, end, paragraph
                    done = end
                    at = max(at, end - _BLOCK + 1)

    def _grown(self, key: str, at: int, article: int, origin: int) -> tuple[int, int, str]:
        """A block that is the same grown to both sides as far as the texts agree."""
        text, start, end = self.keys[article], at, at + _BLOCK
        shift = origin - at
        while start > 0 and start + shift > 0 and key[start - 1] == text[start + shift - 1]:
            start -= 1
        while end < len(key) and end + shift < len(text) and key[end] == text[end + shift]:
            end += 1
        return start, end, self.place(article, start + shift)


def check_copied(linted: Linted) -> None:
    """Tell every run that an editor took over, at its place, with the paragraph it is from."""
    articles = _Articles()
    for text in kept_texts(linted.project.root):
        if text.fault:
            linted.diagnostics.found(COPIED, Position(text.path), f"无法读取（{text.fault}），没有同它比对。")
        articles.add(text)
    if articles.blocks:
        names = listed_names(linted.library)
        for prose in _texts(linted):
            for at, message in _found(prose, articles, names):
                linted.diagnostics.found(COPIED, at, message)


def _texts(linted: Linted) -> Iterable[Prose]:
    library = linted.library
    yield from prose_texts(library)
    yield from glossary_texts(library)
    yield from list_texts(library)
    yield from title_texts(library)
    for case in library.cases.values():
        yield from cell_texts(case)


def _found(prose: Prose, articles: _Articles, names: Names) -> Iterator[tuple[Position, str]]:
    text = without_quotations(prose.text)
    runs = list(articles.runs(plain(LINK.sub(_words, text))))
    if not runs:
        return
    spelled = spell(text)
    named = names.marks(spelled.key, text, spelled.origins)
    for start, end, place in runs:
        own = sum(not named[at] for at in range(start, end))
        if own >= OWN:
            first, last = spelled.origins[start], spelled.origins[end - 1]
            words = "".join(text[at] for at in range(first, last + 1) if at not in spelled.markup)
            shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}……"
            told = f"有 {end - start} 字同 {place} 一字不差：“{shown}”。请用自己的话写；要引原话的，放在引文（>）里并注明段落。"
            yield position_in(prose, first), told


def _words(link: re.Match[str]) -> str:
    """Of a link its words count, not where it leads; a figure's literal must be as the source has it, and no run reaches across."""
    return GAP * len(link["text"]) if link["target"].startswith("fig:") else link["text"]


def spell(text: str) -> Spelled:
    """Spell a text as it is compared, with the places of its characters."""
    links = list(LINK.finditer(text))
    markup = {at for link in links for at in (link.start(), *range(link.end("text"), link.end()))}
    words = {at: char for link in links for at, char in zip(range(*link.span("text")), _words(link), strict=True)}
    pairs = [(each, at) for at, char in enumerate(text) if at not in markup for each in plain(words.get(at, char))]
    return Spelled("".join(each for each, _ in pairs), tuple(at for _, at in pairs), frozenset(markup))
