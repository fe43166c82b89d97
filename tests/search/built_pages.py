"""The oracle of search over the real library: the built HTML alone, read without any code of ours but the folding."""

from __future__ import annotations

import random
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from generator.search.analysis import fold

Key = tuple[str, str]
Blocks = dict[Key, list[str]]
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _TextContents(HTMLParser):
    """The textContent of every element with data-record."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[str, list[str]]] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        record = dict(attrs).get("data-record")
        if record is not None:
            assert not self.inside, f"nested data-record {record}"
            self.blocks.append((record, []))
        if tag not in _VOID and (self.inside or record is not None):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside:
            assert self.inside.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert "data-record" not in dict(attrs)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.blocks[-1][1].append(data)


def read_blocks(site: Path) -> Blocks:
    """Return (page, anchor) → texts of its blocks, for all pages of a built site; blocks without a token left out."""
    found: Blocks = {}
    for path in sorted(site.rglob("*.html")):
        parser = _TextContents()
        parser.feed(path.read_text(encoding="utf-8"))
        for anchor, parts in parser.blocks:
            if fold("".join(parts)):
                found.setdefault((path.relative_to(site).as_posix(), anchor), []).append("".join(parts))
    return found


def scan(blocks: Blocks, query: str) -> set[Key]:
    """Return the records that hold the folded query in one block."""
    wanted = fold(query)
    return {key for key, texts in blocks.items() if wanted and any(wanted in _folded(text) for text in texts)}


@cache
def _folded(text: str) -> str:
    return fold(text)


def runs(blocks: Blocks, count: int, seed: int, longest: int = 8) -> list[str]:
    """Draw runs of 1 to ``longest`` characters of the blocks, wherever words and inline markup begin and end."""
    chance = random.Random(seed)
    texts = [" ".join(text.split()) for group in blocks.values() for text in group]
    drawn: dict[str, None] = {}
    while len(drawn) < count:
        text = chance.choice(texts)
        length = chance.randint(1, min(longest, len(text)))
        start = chance.randrange(len(text) - length + 1)
        if fold(text[start : start + length]):
            drawn[text[start : start + length]] = None
    return list(drawn)
