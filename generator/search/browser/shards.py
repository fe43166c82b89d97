"""Cutting tables into scripts, and writing a table as a script."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from .dense import SEPARATOR, encode_lists
from .grams import Grams, utf16
from .layout import Layout

LARGE = 40_000_000
"""Beyond so many bytes the size of a script of postings grows with the square root of all, and so does their number: a large
library must still copy in good time."""

Table = dict[str, object]


def to_json(value: object) -> str:
    """Return the value as JSON that is also a JavaScript expression."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def script(name: str, edition: str, table: str) -> bytes:
    """Return the script of one table, given as JSON. The edition tells files of two builds apart that got mixed."""
    return f'PracticeSearch.register("{name}","{edition}",{table});\n'.encode("utf-8", "surrogatepass")


def cut(sizes: Sequence[int], limit: int) -> list[int]:
    """Return where parts begin when entries of these sizes are put together up to ``limit`` bytes, one at least."""
    starts: list[int] = []
    filled = limit
    for number, size in enumerate(sizes):
        if filled + size > limit and (filled or not starts):
            starts.append(number)
            filled = 0
        filled += size
    return starts


def limit_of(total: int, one_shard: int, shard_size: int) -> int:
    """Return how large a part may be: everything together as long as that is at most ``one_shard`` bytes."""
    return total + 1 if total <= one_shard else shard_size


def postings_tables(grams: Grams, layout: Layout, one_shard: int, shard_size: int) -> tuple[list[str], list[str]]:
    """Return the key of the first gram of each script of postings, and the scripts' tables as JSON.

    A table is {name of a group: [the grams' other characters, their lists of positions]}; a gram's key is the name of
    its group, a space and its other character, and keys are sorted as UTF-16.
    """
    if not grams.groups:
        return [], []
    codes, places = _encoded(grams, layout)
    sizes = np.diff(places) + np.array([len(utf16(other)) + 1 for group in grams.groups for other in group.others])
    counts = [len(group.others) for group in grams.groups]
    firsts = np.cumsum([0, *counts])
    sizes[firsts[:-1]] += np.array([len(group.name.encode("utf-8", "surrogatepass")) + 12 for group in grams.groups])
    total = int(sizes.sum())
    starts = cut(sizes.tolist(), limit_of(total, one_shard, round(shard_size * math.sqrt(max(1, total / LARGE)))))
    keys, tables = [], []
    for start, end in pairwise([*starts, len(sizes)]):
        group = int(np.searchsorted(firsts, start, side="right")) - 1
        keys.append(f"{grams.groups[group].name} {grams.groups[group].others[start - firsts[group]]}")
        tables.append(_table(grams, firsts, codes, places, start, end))
    return keys, tables


def _encoded(grams: Grams, layout: Layout) -> tuple[str, np.ndarray[tuple[int, ...], np.dtype[np.int64]]]:
    """The lists of all grams as one string of steps between positions."""
    begin = np.cumsum([0, *(len(group.indexes) for group in grams.groups[:-1])])
    starts = np.concatenate([group.starts + first for group, first in zip(grams.groups, begin, strict=True)])
    positions = layout.positions[np.concatenate([group.indexes for group in grams.groups])]
    steps = np.diff(positions, prepend=0)
    steps[starts] = positions[starts]
    return encode_lists(steps, starts)


def _table(
    grams: Grams,
    firsts: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
    codes: str,
    places: np.ndarray[tuple[int, ...], np.dtype[np.int64]],
    start: int,
    end: int,
) -> str:
    entries: list[str] = []
    number = int(np.searchsorted(firsts, start, side="right")) - 1
    while start < end:
        last = min(end, int(firsts[number + 1]))
        group = grams.groups[number]
        others = group.others[start - int(firsts[number]) : last - int(firsts[number])]
        lists = codes[int(places[start]) + len(SEPARATOR) : int(places[last])]
        entries.append(f'{to_json(group.name)}:[{to_json(others)},"{lists}"]')
        start, number = last, number + 1
    return "{" + ",".join(entries) + "}"


def cut_tables(entries: Sequence[object], one_shard: int, shard_size: int) -> tuple[list[int], list[str]]:
    """Return the number of the first entry of each script, and the scripts' tables: lists of entries as JSON."""
    texts = [to_json(entry) for entry in entries]
    sizes = [len(text.encode("utf-8", "surrogatepass")) + 1 for text in texts]
    starts = cut(sizes, limit_of(sum(sizes), one_shard, shard_size)) if texts else []
    return starts, [f"[{','.join(texts[start:end])}]" for start, end in pairwise([*starts, len(texts)])]


def numbered(kind: str, tables: Iterable[str]) -> dict[str, str]:
    """Name the tables of one kind."""
    return {f"{kind}-{number:04d}": table for number, table in enumerate(tables)}
