"""A second reader of the browser's index, in Python and straight from its description: what search-index.js must do."""

from __future__ import annotations

import json
import re
from itertools import accumulate

from generator.search.analysis import fold
from generator.search.browser.dense import decode

_SCRIPT = re.compile(
    r'PracticeSearch\.register\("(?P<name>[^"]+)","(?P<edition>[0-9a-f]+)",(?P<table>.*)\);\n', re.DOTALL
)


class ShardReader:
    """Answers from the files of ``browser_index.build``."""

    def __init__(self, files: dict[str, bytes]) -> None:
        scripts = [_SCRIPT.fullmatch(content.decode()) for content in files.values()]
        assert all(scripts)
        self.editions = {script["edition"] for script in scripts if script}
        self.tables = {script["name"]: json.loads(script["table"]) for script in scripts if script}
        self.manifest = self.tables["manifest"]
        self.starts = [0, *accumulate(decode(self.manifest["lengths"]))]
        self.pairs = {
            first + second: list(accumulate(decode(codes)))
            for name, table in self.tables.items()
            if name.startswith("postings-")
            for first, (seconds, postings) in table.items()
            for second, codes in zip(seconds, postings.split(" "), strict=True)
        }
        self.records = [
            (table["pages"][row[0]], row)
            for name, table in sorted(self.tables.items())
            if name.startswith("records-")
            for row in table["rows"]
        ]

    def find(self, query: str) -> set[tuple[str, str]]:
        """Return (page, anchor) of every record that holds the query in one block."""
        text = fold(query)
        return {self.key(position) for position in self.positions(text)} if text else set()

    def positions(self, text: str) -> set[int]:
        """Return where folded, not empty text begins: pairs at 0, 2, 4 … and the last two must stand at their distances."""
        if len(text) == 1:
            return {position for pair, found in self.pairs.items() if pair[0] == text for position in found}
        cover = {*range(0, len(text) - 1, 2), len(text) - 2}
        shifted = (
            {position - offset for position in self.pairs.get(text[offset : offset + 2], ())} for offset in cover
        )
        return set.intersection(*shifted)

    def key(self, position: int) -> tuple[str, str]:
        """Return the record that holds a position."""
        number = max(number for number, start in enumerate(self.starts) if start <= position)
        (page, *_), (_, anchor, *_) = self.records[number]
        return page, anchor
