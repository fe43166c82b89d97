"""Asks the queries in headless Chromium on file:// and takes down what each loads and how long it takes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .exactness import Key

if TYPE_CHECKING:
    from playwright.sync_api import Page

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
    "chromium-headless-shell",
)
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--enable-precise-memory-info",
)  # fmt: skip
EVERYTHING = 10_000_000
"""A limit that no answer reaches: 50,000 documents have some 250,000 records."""

Track = Callable[[Sequence[str], str], Iterable[str]]
"""Goes through texts and shows how far it has got: (texts, what is being done)."""


class BrowserMissingError(Exception):
    """There is no browser to measure in; the message says what to do."""


class PageError(Exception):
    """The page failed while it was measured; the message is the browser's."""


@dataclass(frozen=True)
class Asked:
    """What one query cost: scripts loaded from a fresh page, milliseconds then and when they are loaded."""

    text: str
    total: int
    loaded: tuple[str, ...]
    cold: float
    warm: float


@dataclass(frozen=True)
class Answers:
    """All queries of one library, the bytes of heap still needed after them, and the exact hits of the sampled ones."""

    asked: tuple[Asked, ...]
    heap: int
    exact: dict[str, set[Key]]


def ask_all(page_file: Path, texts: Sequence[str], sample: Sequence[str], track: Track) -> Answers:
    """Ask every text, and the sampled ones for all their exact hits.

    Raises BrowserMissingError, and PageError when a script fails or a file is missing.
    """
    with _open(page_file) as page:
        cold = [_call(page, "cold", text) for text in track(texts, "逐条查询，每次从头加载")]
        page.evaluate("PracticeBench.forget()")
        warm = [_call(page, "warm", text) for text in track(texts, "逐条查询，文件已加载")]
        heap = _heap(page)
        exact = {text: set(map(tuple, _call(page, "exact", text, EVERYTHING))) for text in track(sample, "核对命中")}
    if missing := sorted({name for answer in cold for name in answer["missing"]}):
        raise PageError(f"检索文件读不出来：{'、'.join(missing)}")
    asked = tuple(
        Asked(text, answer["total"], tuple(answer["loaded"]), answer["milliseconds"], milliseconds)
        for text, answer, milliseconds in zip(texts, cold, warm, strict=True)
    )
    return Answers(asked, heap, exact)


def _heap(page: Page) -> int:
    """What the scripts still need: collected thoroughly, for V8 keeps sources and literals of scripts that ran, until memory is short."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    session.send("HeapProfiler.collectGarbage")
    session.detach()
    return int(page.evaluate("PracticeBench.heap()"))


def _call(page: Page, name: str, *arguments: object) -> Any:
    return page.evaluate(f"(given) => PracticeBench.{name}(...given)", list(arguments))


@contextmanager
def _open(page_file: Path) -> Iterator[Page]:
    path = find_browser()
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError as problem:
        raise BrowserMissingError(
            "没有安装 playwright。请运行 pip install playwright，或加 --no-browser 只测索引。"
        ) from problem
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
            page = browser.new_page()
            failures: list[str] = []
            page.on("pageerror", lambda error: failures.append(str(error)))
            page.goto(page_file.as_uri())
            if failures:
                raise PageError("；".join(failures))
            yield page
            browser.close()
    except Error as problem:
        raise PageError(problem.message) from problem


def find_browser() -> str:
    """Return the path of a Chromium-type browser; PRACTICE_BROWSER in the environment comes first.

    Raises BrowserMissingError.
    """
    found = [os.environ.get("PRACTICE_BROWSER"), *map(shutil.which, BROWSERS)]
    path = next(filter(None, found), None)
    if path is None:
        raise BrowserMissingError(
            "没有找到 Chromium。请安装，或用环境变量 PRACTICE_BROWSER 指明，或加 --no-browser 只测索引。"
        )
    return path
