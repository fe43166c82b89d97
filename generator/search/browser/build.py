"""The browser's index: plain classic scripts, each handing one table to ``PracticeSearch.register``.

The positions of pairs of characters (``positions``) are sorted by pair and cut into shards by size, so that pairs that
begin alike stand together (docs/decisions/0003-search-index.md).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from ..analysis import character_data
from ..records import Record, by_page, by_place
from .dense import encode, encode_rising
from .positions import END, HEADING_SPACE, Layout

ONE_SHARD = 768 * 1024
"""Up to this many bytes postings stay in one script: reading one file from a USB stick beats reading two."""

SHARD_SIZE = 48 * 1024
Table = dict[str, object]


@dataclass(frozen=True)
class _Entry:
    """One pair of characters and the codes of its postings."""

    first: str
    second: str
    codes: str

    def size(self, is_first: bool) -> int:
        """How many bytes it takes in a shard; ``is_first``: it is the first there that begins with its character."""
        group = len(self.first.encode()) + len('"":["",""],') if is_first else 0
        return group + len(self.second.encode()) + len(self.codes) + len(END)


def build(items: Iterable[Record], one_shard: int = ONE_SHARD, shard_size: int = SHARD_SIZE) -> dict[str, bytes]:
    """Return the index as files (path under ``search/`` → content), the same for the same records.

    Postings, and record texts apart from them, stay in one script up to ``one_shard`` bytes and are cut into scripts of
    about ``shard_size`` bytes beyond it.
    """
    pages = by_page(items)
    ordered = [record for group in pages.values() for record in group]
    layout = Layout.of(ordered)
    postings = _cut_postings(_entries(layout.pairs), one_shard, shard_size)
    texts = _cut_records(ordered, one_shard, shard_size)
    tables: dict[str, Table] = {"folding": dict(character_data())}
    tables |= {f"postings-{number:04d}": dict(shard) for number, (_, shard) in enumerate(postings)}
    tables |= {f"records-{number:04d}": shard for number, (_, shard) in enumerate(texts)}
    edition = hashlib.blake2b(_json(tables).encode(), digest_size=6).hexdigest()
    tables["manifest"] = _manifest(layout, pages) | {
        "postings": [first for first, _ in postings],
        "records": encode(first for first, _ in texts),
    }
    return {f"{name}.js": _script(name, edition, table) for name, table in sorted(tables.items())}


def _sort_key(text: str) -> bytes:
    """Order strings as the browser's ``<`` does, by UTF-16 units."""
    return text.encode("utf-16-be", "surrogatepass")


def _entries(pairs: dict[str, list[int]]) -> list[_Entry]:
    return [_Entry(pair[0], pair[1], encode_rising(pairs[pair])) for pair in sorted(pairs, key=_sort_key)]


def _cut_postings(entries: list[_Entry], one_shard: int, shard_size: int) -> list[tuple[str, dict[str, list[str]]]]:
    """Return (first pair, {first character: [second characters, postings]}) for each shard, in order."""
    total = sum(entry.size(before.first != entry.first) for before, entry in pairwise([_Entry("", "", ""), *entries]))
    limit = _limit(total, one_shard, shard_size)
    shards: list[tuple[str, dict[str, list[str]]]] = []
    filled = limit
    for entry in entries:
        if filled >= limit:
            shards.append((entry.first + entry.second, {}))
            filled = 0
        groups = shards[-1][1]
        filled += entry.size(entry.first not in groups)
        group = groups.setdefault(entry.first, ["", ""])
        group[0] += entry.second
        group[1] += (END if group[1] else "") + entry.codes
    return shards


def _cut_records(ordered: list[Record], one_shard: int, shard_size: int) -> list[tuple[int, Table]]:
    """Return (number of its first record, what is shown of its records) for each shard, in order."""
    entries = [[record.anchor, record.heading, by_place(record.blocks)] for record in ordered]
    sizes = [len(_json(entry).encode()) for entry in entries]
    limit = _limit(sum(sizes), one_shard, shard_size)
    shards: list[tuple[int, Table]] = []
    filled, pages, rows = limit, [], []  # type: int, list[list[str]], list[list[object]]
    for number, (record, entry, size) in enumerate(zip(ordered, entries, sizes, strict=True)):
        if filled >= limit:
            filled, pages, rows = 0, [], []
            shards.append((number, {"pages": pages, "rows": rows}))
        page = [record.page, record.title, record.kind]
        if not pages or pages[-1] != page:
            pages.append(page)
        rows.append([len(pages) - 1, *entry])
        filled += size
    return shards


def _limit(total: int, one_shard: int, shard_size: int) -> int:
    return total + 1 if total <= one_shard else shard_size


def _manifest(layout: Layout, pages: dict[str, list[Record]]) -> Table:
    return {
        "headingSpace": HEADING_SPACE,
        "longest": layout.longest,
        "lengths": encode(layout.lengths),
        "pages": encode(len(group) for group in pages.values()),
        "facets": _facets(pages),
    }


def _facets(pages: dict[str, list[Record]]) -> list[list[object]]:
    """Return [[facet, [[value, its pages], …]], …] with values in the order they first come."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, group in enumerate(pages.values()):
        for name, values in group[0].facets.items():
            for value in dict.fromkeys(values):
                found.setdefault(name, {}).setdefault(value, []).append(number)
    return [
        [name, [[value, encode_rising(numbers)] for value, numbers in values.items()]] for name, values in found.items()
    ]


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _script(name: str, edition: str, table: Table) -> bytes:
    """Return the script of one table. The edition tells files of two builds apart that got mixed on a USB stick."""
    return f'PracticeSearch.register("{name}","{edition}",{_json(table)});\n'.encode()
