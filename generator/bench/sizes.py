"""What the files of an index are for, and what they weigh together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

POSTINGS, TEXTS, NAMES, START = "倒排", "原文与摘录", "篇目与名称", "开始时读一次"
KINDS = (POSTINGS, TEXTS, NAMES, START)
_BY_START_OF_NAME = {
    "texts": TEXTS, "places": NAMES, "names": NAMES, "manifest": START, "catalogue": START, "folding": START,
}  # fmt: skip


@dataclass(frozen=True)
class Weight:
    """So many files of so many bytes."""

    files: int = 0
    bytes: int = 0


def kind_of(name: str) -> str:
    """Return what a file of the index is for; what is not known to be anything else counts as postings."""
    return _BY_START_OF_NAME.get(name.partition(".")[0].partition("-")[0], POSTINGS)


def weigh(sizes: Mapping[str, int], names: Iterable[str] | None = None) -> dict[str, Weight]:
    """Return the weight of each kind among the named files (all unless given). ``sizes``: file name → bytes."""
    weights = dict.fromkeys(KINDS, Weight())
    for name in sizes if names is None else names:
        kind = kind_of(name)
        weights[kind] = Weight(weights[kind].files + 1, weights[kind].bytes + sizes[name])
    return weights
