"""Measures the browser's index of a made-up library of one size: building it, its files, and queries in a browser."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.progress import Progress

from ..search.browser.build import build
from ..search.records import Record
from .browser import Answers, Asked, ask_all
from .corpus import Corpus
from .exactness import plain_scan
from .queries import GROUPS, Query, draw_queries
from .site import write_site
from .sizes import Weight, weigh

SAMPLE = 60
"""Queries whose exact hits are compared with a plain scan."""


@dataclass(frozen=True)
class Cost:
    """What one query cost: weights of the scripts it loads, milliseconds from nothing and with its scripts loaded."""

    weights: dict[str, Weight]
    cold: float
    warm: float


@dataclass(frozen=True)
class Asking:
    """What the queries cost, by group; bytes of heap after them; exact hits: queries compared, and those that differ."""

    costs: dict[str, list[Cost]]
    heap: int
    compared: int
    differing: tuple[str, ...]


@dataclass(frozen=True)
class Measured:
    """One size. ``text_bytes``: UTF-8 of all blocks; ``build_seconds``: processor time; ``asking`` only with a browser."""

    documents: int
    characters: int
    text_bytes: int
    build_seconds: float
    weights: dict[str, Weight]
    asking: Asking | None


def measure(corpus: Corpus, documents: int, queries: int, progress: Progress, browser: bool = True) -> Measured:
    """Measure at so many documents. Raises BrowserMissingError and PageError."""
    pages = progress.track(corpus.pages(documents), documents, description=f"编写 {documents:,} 篇语料")
    items = [record for page in pages for record in page]
    texts = [block.text for record in items for block in record.blocks]
    characters, text_bytes = sum(map(len, texts)), sum(len(text.encode()) for text in texts)
    del texts
    index, seconds = _built(items, progress)
    del items  # the browser needs the memory; what is asked for later is written again
    sizes = {name: len(content) for name, content in index.items()}
    asking = _ask(corpus, documents, queries, index, progress) if browser else None
    return Measured(documents, characters, text_bytes, seconds, weigh(sizes), asking)


def _built(items: Sequence[Record], progress: Progress) -> tuple[dict[str, bytes], float]:
    """The index, and the processor time it took."""
    task = progress.add_task("建立索引", total=None)
    started = time.process_time()
    index = build(items)
    seconds = time.process_time() - started
    progress.update(task, total=1, completed=1)
    return index, seconds


def _ask(corpus: Corpus, documents: int, count: int, index: dict[str, bytes], progress: Progress) -> Asking:
    queries = draw_queries(corpus, documents, count)
    sample = _sample([query.text for query in queries])
    with tempfile.TemporaryDirectory() as folder:
        page = write_site(Path(folder) / "site", index)

        def track(texts: Sequence[str], description: str) -> Iterable[str]:
            return progress.track(texts, description=description)

        answers = ask_all(page, [query.text for query in queries], sample, track)
    pages = progress.track(corpus.pages(documents), documents, description="逐块查找，作为对照")
    right = plain_scan((record for page in pages for record in page), sample)
    sizes = {name: len(content) for name, content in index.items()}
    differing = tuple(text for text in sample if answers.exact[text] != right[text])
    return Asking(_by_group(queries, answers, sizes), answers.heap, len(sample), differing)


def _sample(texts: list[str]) -> list[str]:
    """Some of the queries of every group, each once."""
    return list(dict.fromkeys(texts[:: max(1, len(texts) // SAMPLE)]))


def _by_group(queries: list[Query], answers: Answers, sizes: dict[str, int]) -> dict[str, list[Cost]]:
    costs: dict[str, list[Cost]] = {group: [] for group in GROUPS}
    for query, asked in zip(queries, answers.asked, strict=True):
        costs[query.group].append(_cost(asked, sizes))
    return costs


def _cost(asked: Asked, sizes: dict[str, int]) -> Cost:
    return Cost(weigh(sizes, [f"{name}.js" for name in asked.loaded]), asked.cold, asked.warm)
