"""A second reader of the browser's index, in Python and straight from its description: what search-index.js must do."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import accumulate

from generator.search.analysis import fold
from generator.search.browser.dense import decode

_SCRIPT = re.compile(
    r'PracticeSearch\.register\("(?P<name>[^"]+)","(?P<edition>[0-9a-f]+)",(?P<table>.*)\);\n', re.DOTALL
)
LONGEST_GRAM = 8


class ShardReader:
    """Answers from the files of ``browser.build``."""

    def __init__(self, files: dict[str, bytes]) -> None:
        scripts = [_SCRIPT.fullmatch(content.decode("utf-8", "surrogatepass")) for content in files.values()]
        assert all(scripts)
        self.editions = {script["edition"] for script in scripts if script}
        self.tables = {script["name"]: json.loads(script["table"]) for script in scripts if script}
        self.manifest = self.tables["manifest"]
        self.lists = {
            (name, other): list(accumulate(decode(codes)))
            for table in self._all("postings")
            for name, (others, lists) in table.items()
            for other, codes in zip(others, lists.split(" "), strict=True)
        }
        runs = [
            text[start : start + size]
            for size, text in enumerate(self.manifest["common"], start=1)
            for start in range(0, len(text), size)
        ]
        heads = [entry for table in self._all("heads") for entry in table]
        pages = iter([page for table in self._all("lists") for page in table])
        listed = [[next(pages) for _ in range(count)] for count in decode(self.manifest["listed"])]
        self.heads = dict(zip(runs, heads, strict=True))
        self.common = {run: set().union(*map(_records, group)) for run, group in zip(runs, listed, strict=True)}
        self.places = [
            (page, anchor) for table in self._all("places") for page, _, _, rows in table for anchor, _ in rows
        ]

    def _all(self, kind: str) -> list:
        return [table for name, table in sorted(self.tables.items()) if name.startswith(f"{kind}-")]

    def find(self, query: str) -> set[tuple[str, str]]:
        """Return (page, anchor) of every record that holds the query in one block."""
        text = fold(query)
        if text in self.common:
            return {self.places[number] for number in self.common[text]}
        return {self.places[self.record(position)] for position in self.positions(text)} if text else set()

    def positions(self, text: str) -> set[int]:
        """Return where folded text that is not common begins: grams that cover it must stand at their distances."""
        if len(text) == 1:
            return {position for (name, _), found in self.lists.items() if name == text for position in found}
        found: set[int] | None = None
        covered = 0
        while covered < len(text):
            start, end = self.gram_over(text, covered)
            its = {position - start for position in self.gram(text[start:end])}
            found = its if found is None else found & its
            covered = end
        return found or set()

    def gram_over(self, text: str, at: int) -> tuple[int, int]:
        """Return the gram that begins at a character or, at the end of the text, before it."""
        end = min(at + 2, len(text))
        while end < len(text) and self.is_common(text[at:end]):
            end += 1
        start = at
        while end - start < 2 or self.is_common(text[start:end]):
            start -= 1
        return start, end

    def is_common(self, run: str) -> bool:
        return run in self.common

    def gram(self, run: str) -> list[int]:
        if len(run) == 2 or self.is_common(run[:-1]):
            return self.lists.get((run[:-1], run[-1]), [])
        return self.lists.get((" " + run[1:], run[0]), [])

    def record(self, position: int) -> int:
        """Return the record that holds a position."""
        heading, name, bits = self.manifest["slots"]
        count = self.manifest["records"]
        if position < count * heading:
            return position // heading
        if position < count * (heading + name):
            return (position - count * heading) // name
        slot = (position - count * (heading + name)) >> bits
        return slot - sum(extra <= slot for extra in self.extras())

    @cache  # noqa: B019 - a reader lives as long as its test
    def extras(self) -> list[int]:
        return list(accumulate(decode(self.manifest["extras"])))


def _records(page: str) -> set[int]:
    return set(accumulate(decode(page)[::2]))
