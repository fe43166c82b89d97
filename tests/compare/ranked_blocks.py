"""Find what built files put into one ranked or charted group, and judge it again: no page is believed that it compares rightly."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import combinations
from pathlib import Path
from posixpath import normpath

from generator.compare.judging.comparability import FigureInCase, Relation, compare
from generator.library.model import Library

RANKED, BARS, STEPS = "ranked", "chart-bars", "chart-steps"
GROUPING = {RANKED: Relation.COMPARABLE, BARS: Relation.COMPARABLE, STEPS: Relation.SERIES}
"""Classes that put figures together, and how every two of them must then stand to each other."""
FORBIDDEN_SHEET_PARTS = ("sortState", "conditionalFormatting", "<drawing", "dataBar", "colorScale")
RANK_WORDS = ("排名", "名次", "排行", "rank")
_VOID = {"meta", "link", "input", "br", "img", "hr", "source", "path", "rect", "line", "polygon", "use", "circle"}


@dataclass
class Block:
    """An element that puts figures together: its class, and the figures it links, in order."""

    kind: str
    figures: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder
        self.blocks: list[Block] = []
        self.sorted: list[str] = []
        self.stack: list[list[Block]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        opened = [Block(kind) for kind in GROUPING if kind in given.get("class", "").split()]
        self.blocks += opened
        self.sorted += [tag for name in ("aria-sort", "data-sort", "data-rank") if name in given]
        where = figure_id(normpath(f"{self.folder}/{given.get('href', '')}")) if tag == "a" else ""
        if where:
            for block in (block for blocks in (*self.stack, opened) for block in blocks):
                block.figures.append(where)
        if tag not in _VOID:
            self.stack.append(opened)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.stack.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            self.stack.pop()


def figure_id(address: str) -> str:
    """``jia/satisfied`` of ``cases/jia.html#fig-satisfied``; '' for any other address."""
    page, _, anchor = address.partition("#")
    if not (page.startswith("cases/") and anchor.startswith("fig-")):
        return ""
    return f"{page.removeprefix('cases/').removesuffix('.html')}/{anchor.removeprefix('fig-')}"


def read(html: str, path: str) -> tuple[list[Block], list[str]]:
    """The blocks of a page at ``path`` in the site that put figures together, and its elements that say they are sorted."""
    reader = _Reader(path.rpartition("/")[0] or ".")
    # A link to a figure of the page itself names no page.
    reader.feed(html.replace('href="#fig-', f'href="{path.rpartition("/")[2]}#fig-'))
    return reader.blocks, reader.sorted


def page_faults(html: str, path: str, library: Library) -> Iterator[str]:
    """What a page puts together that may not stand together, or says is in order."""
    blocks, marked = read(html, path)
    yield from (f"{path}: <{tag}> says that it is sorted" for tag in marked)
    for block in blocks:
        if len(set(block.figures)) < 2:
            yield f"{path}: a block of class {block.kind} names fewer than two figures: {block.figures}"
        for a, b in combinations(dict.fromkeys(block.figures), 2):
            found = compare(_item(library, a), _item(library, b))
            if found.relation is not GROUPING[block.kind]:
                yield f"{path}: {block.kind} holds {a} and {b}: {found.words}"


def sheet_faults(data: bytes, path: str) -> Iterator[str]:
    """What in a workbook orders, colours or draws its numbers."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if "/charts/" in name or "/drawings/" in name:
                yield f"{path}: {name}"
            if name.startswith("xl/worksheets/"):
                text = archive.read(name).decode()
                yield from (f"{path}: {name} has {word}" for word in FORBIDDEN_SHEET_PARTS if word in text)


def header_faults(names: list[str], path: str) -> Iterator[str]:
    """Columns or keys that give a rank."""
    for name in names:
        if any(word in name.lower() for word in RANK_WORDS):
            yield f"{path}: {name}"


def keys(value: object) -> Iterator[str]:
    """Every key of a JSON value, at any depth."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


def site_faults(output: Path, library: Library) -> list[str]:
    """Every fault of every page, CSV, XLSX and JSON of a built site."""
    faults: list[str] = []
    for file in sorted(output.rglob("*")):
        path = file.relative_to(output).as_posix()
        if file.suffix == ".html":
            faults += page_faults(file.read_text("utf-8"), path, library)
        elif file.suffix == ".xlsx":
            faults += sheet_faults(file.read_bytes(), path)
        elif file.suffix == ".csv":
            with file.open(encoding="utf-8-sig", newline="") as lines:
                faults += header_faults(next(csv.reader(lines)), path)
        elif file.suffix == ".json" and path.startswith(("tables/", "data/")):
            faults += header_faults(list(keys(json.loads(file.read_text("utf-8")))), path)
        elif path.startswith("data/compare/"):
            text = file.read_text("utf-8")
            told = text[text.index("{" if path.endswith("index.js") else "= {", 8) :].removeprefix("= ").rstrip(";\n")
            faults += header_faults(list(keys(json.loads(told))), path)
    return faults


def _item(library: Library, where: str) -> FigureInCase:
    case_id, _, figure_id = where.partition("/")
    case = library.cases[case_id]
    return FigureInCase.of(library, case, case.figure(figure_id))
