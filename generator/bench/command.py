"""`bench search` from its options to its page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import Progress

from ..search.records import Record
from .corpus import Corpus
from .likeness import pair_spread
from .measure import measure
from .report import to_markdown


def bench_search(
    real: Iterable[Record], documents: Sequence[int], queries: int, seed: int, browser: bool = True
) -> str:
    """Measure the search at each number of documents and return the page (Markdown); progress goes to stderr.

    ``real`` are the records of the library itself, to which the corpus is compared.
    Raises BrowserMissingError and PageError.
    """
    corpus = Corpus(seed)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        measured = [measure(corpus, size, queries, progress, browser) for size in sorted(set(documents))]
    likeness = pair_spread(real), pair_spread(corpus.records(max(documents)))
    return to_markdown(measured, likeness, _command(documents, queries, seed, browser), seed)


def _command(documents: Sequence[int], queries: int, seed: int, browser: bool) -> str:
    """The command that makes the same page."""
    sizes = "".join(f" --documents {size}" for size in sorted(set(documents)))
    return (
        f"python -m generator bench search{sizes} --queries {queries} --seed {seed}{'' if browser else ' --no-browser'}"
    )
