"""Random records over a small alphabet, where chance finds every edge, and the plain scan that is the oracle."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from hypothesis import strategies as st

from generator.search.analysis import character_data, fold
from generator.search.records import Block, Record

Key = tuple[str, str]
ALPHABET = "网網格党黨建ab B5５.%，。、“”\"' -　𠮷😀㎡e\u0301ς\u200b"

texts = st.text(ALPHABET, min_size=1, max_size=14)
blocks = st.lists(st.builds(Block, texts, st.booleans()), max_size=4).map(tuple)


@st.composite
def libraries(draw: st.DrawFn, block_tuples: st.SearchStrategy[tuple[Block, ...]] = blocks) -> list[Record]:
    """A few pages with a few records each."""
    pages = draw(st.lists(st.lists(block_tuples, min_size=1, max_size=4), max_size=4))
    return [
        Record(f"cases/{page}.html", f"s{number}", f"案例{page}", f"第{number}节", "案例", {"类型": ("案例",)}, found)
        for page, group in enumerate(pages)
        for number, found in enumerate(group)
    ]


@st.composite
def libraries_and_queries(draw: st.DrawFn) -> tuple[list[Record], str]:
    """A library and a query: a run of characters of its blocks, which may reach over their borders, or any text."""
    library = draw(libraries())
    text = "".join(block.text for record in library for block in record.blocks)
    if not text or draw(st.integers(0, 3)) == 0:
        return library, draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return library, text[start : start + draw(st.integers(1, 10))]


def plain_scan(library: Iterable[Record], query: str) -> set[Key]:
    """Every record that holds the folded query in one of its folded blocks."""
    return scan_folded(library, fold(query))


def scan_folded(library: Iterable[Record], run: str) -> set[Key]:
    """Every record that holds a run of folded text. Folding again may change it: in a'\u0301 the mark joins the a once the quote is gone."""
    return {
        (record.page, record.anchor)
        for record in library
        if run and any(run in fold(block.text) for block in record.blocks)
    }


def fold_by_definition(text: str) -> str:
    """The folding as DESIGN words it, written a second time and slowly."""
    data = character_data()
    classes = dict(zip(data["from"], data["to"], strict=True)) | {"ς": "σ"}
    lowered = (part for char in unicodedata.normalize("NFKC", text) for part in char.lower())
    dropped = data["spaces"] + data["quotes"] + data["invisible"]
    return "".join(classes.get(char, char) for char in lowered if char not in dropped)


def read_library(path: Path) -> list[Record]:
    """Return the records of a JSON file such as ``tests/js/fixture/library.json``."""
    return [
        Record(
            **{name: row[name] for name in ("page", "anchor", "title", "heading", "kind")},
            facets={name: tuple(values) for name, values in row["facets"].items()},
            blocks=tuple(Block(*block) for block in row["blocks"]),
        )
        for row in json.loads(path.read_text(encoding="utf-8"))
    ]
