"""The browser's tables of names: pairs of neighbouring syllables, single syllables, the names, synonyms, readings.

A name's number is its rank, so that smaller is better; its syllable ``n`` has position ``number * STRIDE + n``. How the
tables are asked is told in docs/decisions/0011-names-and-pinyin.md and done by ``theme/static/search-names.js``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, pairwise, repeat
from operator import attrgetter

from ..names import Name
from ..pinyin import Spoken, reading_tables, syllables
from ..synonyms import Group
from .dense import encode_rising

STRIDE = 64
"""Syllables a name is found by; the rest of a longer one is not looked at."""
BEST = 48
"""How many names that begin with a character, and as many others that hold it, are kept for a query of one syllable."""
ROWS_SHARE = 3
"""Names that are suggested together stand far apart: their scripts are this many times smaller than others."""
Table = dict[str, object]


@dataclass(frozen=True)
class _Item:
    """One entry of a table: the key it is found by, and the values that stand under that key."""

    key: str
    values: tuple[str, ...]

    def size(self, is_first: bool) -> int:
        """How many bytes it takes; ``is_first``: it is the first of its script under its key."""
        own = len(self.key.encode()) + len('"":[],') if is_first else 0
        return own + sum(len(value.encode()) + len('"",') for value in self.values)


def name_tables(
    names: Sequence[Name], groups: Iterable[Group], one_shard: int, shard_size: int, wordings: Iterable[Group] = ()
) -> tuple[Table, dict[str, Table]]:
    """Return what the manifest says of names, and the scripts' tables by name.

    ``names`` are in their rank (``library_names``); ``groups`` are synonyms, ``wordings`` words that readers type for one
    another. Up to ``one_shard`` bytes all stand in one script, beyond that in
    scripts of about ``shard_size`` bytes; synonyms and readings have scripts of their own.
    """
    spoken = [syllables(name.text)[:STRIDE] for name in names]
    items = {"pairs": list(_pairs(spoken)), "singles": list(_singles(spoken))}
    rows = _Rows(names)
    manifest: Table = {"kinds": rows.kinds, "stride": STRIDE}
    tables: dict[str, Table] = {
        "names-synonyms": {
            "groups": [list(group) for group in groups],
            "wordings": [list(group) for group in wordings],
        },
        "names-readings": dict(reading_tables(spoken)),
    }
    if sum(item.size(True) for item in (*items["pairs"], *items["singles"])) + sum(rows.sizes) <= one_shard:
        tables["names"] = {part: _table(found) for part, found in items.items()}
        tables["names"]["rows"] = rows.table(0, len(names))
        return manifest, tables
    cuts: dict[str, Sequence[tuple[object, Table]]] = {part: _cut(found, shard_size) for part, found in items.items()}
    cuts["rows"] = rows.cut(shard_size // ROWS_SHARE)
    for part, cut in cuts.items():
        tables |= {f"names-{part}-{number:04d}": table for number, (_, table) in enumerate(cut)}
    return manifest | {"cut": {part: [first for first, _ in cut] for part, cut in cuts.items()}}, tables


def _pairs(spoken: list[list[Spoken]]) -> Iterator[_Item]:
    """Neighbours by the initials of both, then their syllables, then their characters."""
    found: dict[tuple[str, str], list[int]] = {}
    for number, name in enumerate(spoken):
        for place, ((first, one), (second, two)) in enumerate(pairwise(name)):
            key = f"{one[0]}{two[0]}{one} {two}"
            found.setdefault((key, first + second), []).append(number * STRIDE + place)
    for key, chars in sorted(found, key=lambda entry: [_units(text) for text in entry]):
        yield _Item(key, (chars, encode_rising(found[key, chars])))


def _singles(spoken: list[list[Spoken]]) -> Iterator[_Item]:
    """Syllables with their characters: the best names that begin with each, and the best of the others."""
    found: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for number, name in enumerate(spoken):
        for place, (char, syllable) in enumerate(name):
            kept = found.setdefault((syllable, char), ([], []))[min(place, 1)]
            if len(kept) < BEST and (not kept or kept[-1] // STRIDE != number):
                kept.append(number * STRIDE + place)
    for syllable, char in sorted(found, key=lambda entry: [_units(text) for text in entry]):
        starts, others = found[syllable, char]
        yield _Item(syllable, (char, encode_rising(sorted(starts + others))))


def _units(text: str) -> bytes:
    """What the browser's ``<`` compares: UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def _table(items: Iterable[_Item]) -> Table:
    under: dict[str, list[str]] = {}
    for item in items:
        under.setdefault(item.key, []).extend(item.values)
    return dict(under)


def _cut(items: Iterable[_Item], limit: int) -> list[tuple[str, Table]]:
    """Return (first key, table) for each script, in order. All entries of a key stand in one script."""
    parts: list[list[_Item]] = []
    filled = limit
    for _, group in groupby(items, key=attrgetter("key")):
        if filled >= limit:
            parts.append([])
            filled = 0
        for is_first, item in zip(chain((True,), repeat(False)), group, strict=False):
            filled += item.size(is_first)
            parts[-1].append(item)
    return [(part[0].key, _table(part)) for part in parts]


class _Rows:
    """The names as they are shown, by number."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.kinds = list(dict.fromkeys(name.kind for name in names))
        kinds = {kind: number for number, kind in enumerate(self.kinds)}
        self.rows = [(name.page, [name.text, kinds[name.kind], name.anchor]) for name in names]
        self.sizes = [len(json.dumps(row, ensure_ascii=False).encode()) for row in self.rows]

    def cut(self, limit: int) -> list[tuple[int, Table]]:
        """Return (number of its first name, its pages and names) for each part."""
        parts: list[tuple[int, Table]] = []
        start = filled = 0
        for number, size in enumerate([*self.sizes, limit]):
            if (filled >= limit and number > start) or number == len(self.rows):
                parts.append((start, self.table(start, number)))
                start, filled = number, 0
            filled += size
        return parts

    def table(self, start: int, end: int) -> Table:
        """Return the pages and names of one part."""
        pages: dict[str, int] = {}
        rows = [[*row, pages.setdefault(page, len(pages))] for page, row in self.rows[start:end]]
        return {"pages": list(pages), "names": rows}
