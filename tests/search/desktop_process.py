"""One search in a process of its own, for tests that stop it or run several at once: CACHE SEED ROUNDS.

Each round asks a library that differs from the one before in one page, and checks the answer against a plain scan.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "search")]

from search_corpus import plain_scan  # noqa: E402

from generator.search.desktop.answer import search  # noqa: E402
from generator.search.records import Block, Record  # noqa: E402

PAGES = 150


def library(word: str, length: int = 400) -> list[Record]:
    """Return many pages of some length, one of which holds ``word``."""
    blocks = [(Block(f"第{page}页" + chr(0x4E00 + page) * length),) for page in range(PAGES)]
    blocks[7] = (Block(f"这里有{word}"),)
    return [Record(f"p{page}.html", "top", "", "", "案例", {}, found) for page, found in enumerate(blocks)]


def main(cache: str, seed: str, rounds: str) -> None:
    """Search ``rounds`` times, each time in a library changed since; fail when an answer is wrong."""
    print("started", flush=True)
    for number in range(int(rounds)):
        items = library(f"甲{seed}乙{number}")
        for query in (f"甲{seed}乙{number}", "这里有", "第14"):
            hits = search(items, Path(cache), query).hits
            found = {(hit.page, hit.anchor) for hit in hits if hit.match == "exact"}
            assert found == plain_scan(items, query), query


if __name__ == "__main__":
    main(*sys.argv[1:])
