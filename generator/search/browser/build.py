"""The browser's index: plain classic scripts, each handing one table to ``PracticeSearch.register``.

docs/decisions/0003-search-index.md tells the form of the tables.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from ...remembering import Memory
from .. import weights
from ..analysis import character_data
from ..names import Name
from ..questions import Asked
from ..records import Record, by_page, by_place
from ..synonyms import Group
from .catalogue import Catalogue
from .common import Head, heads
from .dense import encode, encode_rising
from .grams import find_grams, utf16
from .layout import HEADING_SLOT, NAME_SLOT, Layout, lay_out
from .names_table import name_tables
from .questions_table import questions_table
from .scoring import HEADING_SHARE, IMPACTS, K1, LENGTH_STEPS, WEIGHTS, B, average_length
from .shards import Table, cut_tables, numbered, postings_tables, script, to_json

ONE_SHARD = 768 * 1024
"""Up to this many bytes postings stay in one script: reading one file from a USB stick beats reading two."""

SHARD_SIZE = 48 * 1024
TEXTS_FACTOR = 3
"""Scripts of texts are this many times larger, for the sake of their number: they are read for what is on the screen only."""

PLACES_SHARE = 2
"""Scripts of places are this many times smaller: the hits of one query stand far apart."""

_NAMES = Memory[tuple[Table, dict[str, Table]]](4)


def build(
    items: Iterable[Record],
    names: Sequence[Name] = (),
    synonyms: Iterable[Group] = (),
    wordings: Iterable[Group] = (),
    questions: Iterable[Asked] = (),
    one_shard: int = ONE_SHARD,
    shard_size: int = SHARD_SIZE,
    threshold: int | None = None,
) -> dict[str, bytes]:
    """Return the index as files (path under ``search/`` → content), the same for the same records.

    ``names``, ``synonyms``, ``wordings`` and ``questions`` are what a reader may type otherwise. Each kind of table stays in one script up to ``one_shard``
    bytes and is cut into scripts of about ``shard_size`` bytes beyond it. What stands more than ``threshold`` times has no
    list of positions (``grams``).
    """
    pages = by_page(items)
    ordered = [record for group in pages.values() for record in group]
    layout, catalogue = lay_out(ordered), Catalogue.of(pages)
    grams = find_grams(layout, threshold)
    keys, postings = postings_tables(grams, layout, one_shard, shard_size)
    known = list(heads(dict(sorted(grams.common.items(), key=lambda item: utf16(item[0]))), layout, catalogue))
    manifest, tables = _heads(known, shard_size)
    asked = (tuple(names), tuple(synonyms), one_shard, shard_size, tuple(wordings))
    names_part, names_tables = _NAMES.made(asked, lambda: name_tables(*asked))
    places, place_tables = cut_tables(_places(pages), one_shard, shard_size // PLACES_SHARE)
    texts, text_tables = cut_tables(_texts(ordered), one_shard, shard_size * TEXTS_FACTOR)
    tables |= numbered("postings", postings) | numbered("places", place_tables) | numbered("texts", text_tables)
    tables |= {name: to_json(table) for name, table in names_tables.items()}
    tables |= {"folding": to_json(character_data()), "catalogue": to_json(catalogue.table(layout))}
    manifest |= _manifest(layout) | {"postings": keys, "places": encode(places), "texts": encode(texts)}
    manifest["names"] = names_part if names else None
    asked_by_readers = questions_table(questions, ordered)
    manifest["questions"] = len(asked_by_readers)
    tables |= {"questions": to_json(asked_by_readers)} if asked_by_readers else {}
    return _scripts(tables, manifest)


def _scripts(tables: Mapping[str, str], manifest: Table) -> dict[str, bytes]:
    whole = to_json([to_json(manifest), *sorted(tables.items())])
    edition = hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    named = {**tables, "manifest": to_json(manifest)}
    return {f"{name}.js": script(name, edition, table) for name, table in sorted(named.items())}


def _manifest(layout: Layout) -> Table:
    return {
        "records": layout.records,
        "slots": [HEADING_SLOT, NAME_SLOT, layout.body_bits],
        "extras": encode_rising(layout.extras),
        "longest": layout.longest,
        "scoring": {
            "k1": K1, "b": B, "weights": list(WEIGHTS.values()), "impacts": IMPACTS, "lengthSteps": LENGTH_STEPS, "headingShare": HEADING_SHARE,
            "averageLength": average_length(layout.lengths), **weights.table(),
        },
    }  # fmt: skip


def _heads(known: Sequence[Head], shard_size: int) -> tuple[Table, dict[str, str]]:
    """What the manifest says of common runs, and the scripts of their heads and of their records' pages.

    ``common``: all runs by length, sorted; a run's number is its place in all of them. ``heads``: the number of each
    script's first run. ``listed``: how many pages of records each run has; a page's number is its place in all of them.
    """
    by_length = sorted(known, key=lambda head: (len(head.run), utf16(head.run)))
    starts, tables = cut_tables([head.entry for head in by_length], 0, shard_size)
    pages = list(chain.from_iterable(head.pages for head in by_length))
    lists, list_tables = cut_tables(pages, 0, shard_size)
    longest = max((len(head.run) for head in known), default=0)
    common = ["".join(head.run for head in by_length if len(head.run) == size) for size in range(1, longest + 1)]
    listed = encode(len(head.pages) for head in by_length)
    manifest: Table = {"common": common, "listed": listed, "heads": encode(starts), "lists": encode(lists)}
    return manifest, numbered("heads", tables) | numbered("lists", list_tables)


def _places(pages: Mapping[str, Sequence[Record]]) -> list[object]:
    """One entry a page: its path, title, kind, and the anchor and heading of each record."""
    return [
        [page, group[0].title, group[0].kind, [[record.anchor, record.heading] for record in group]]
        for page, group in pages.items()
    ]


def _texts(ordered: Iterable[Record]) -> list[object]:
    """One entry a record: the texts of each row or card, by place."""
    return [by_place(record.blocks) for record in ordered]
