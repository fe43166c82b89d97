"""Why a section is related to another: the most telling runs of characters that both hold, as they are written there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..analysis import character_data, fold, fold_with_origins
from ..records import Block, Record
from .runs import WORDS, pairs_of

REASONS = 4
SHORTEST = 3
"""Two characters are mostly the border of two words."""
_READABLE = 16
"""A longer run is a sentence quoted, not a word to give as a reason."""
_LOOSE = "的地得了着和与及或并在于由为从以把被将对等是有又也各该其这那个"
"""Characters that a reason neither begins nor ends with."""
_NUMERALS = "0123456789一二三四五六七八九十百千万亿两几余多"
"""Behind one of these stands a measure word (12项便民服务): a reason does not begin with it."""


class Reasons:
    """What records share with the text that is asked for."""

    def __init__(self, asked: str, weights: Mapping[str, float], records: Iterable[Record]) -> None:
        """``asked``: folded, its blocks in lines; ``weights`` of its pairs; ``records``: those whose names are known."""
        self._asked = asked
        self._weights = weights
        self._names = {fold(block.text) for record in records for block in record.blocks if _names(block)}

    def of(self, record: Record) -> tuple[str, ...]:
        """Return the runs of the record that stand in what is asked for, the most telling first, none within another.

        A run is cut where the texts differ, which may be within a word; where it holds a name of the library, that is
        given instead.
        """
        value = {}
        for block in record.blocks:
            folded = fold_with_origins(block.text)
            for start, end in _runs(folded.text, self._asked):
                first, last = self._name_within(folded.text, start, end)
                run = _unquoted(block.text[folded.starts[first] : folded.ends[last - 1]])
                value[run] = sum(self._weights.get(pair, 0.0) for pair in pairs_of(folded.text[start:end]))
        return _best(value)

    def _name_within(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Where the longest name stands in ``text[start:end]``; the whole of it when it holds none."""
        for length in range(end - start, SHORTEST - 1, -1):
            for first in range(start, end - length + 1):
                if text[first : first + length] in self._names:
                    return first, first + length
        return start, end


def _names(block: Block) -> bool:
    return (block.is_heading or block.is_name) and len(block.text) <= _READABLE


def _best(value: Mapping[str, float]) -> tuple[str, ...]:
    kept: list[str] = []
    for run in sorted(value, key=lambda run: -value[run]):
        is_word = value[run] > 0 and len(run) >= SHORTEST and " " not in run and not run.isdigit()
        if is_word and not any(run in other or other in run for other in kept):
            kept.append(run)
    return tuple(kept[:REASONS])


def _unquoted(text: str) -> str:
    """The text without quotation marks, of which a run may hold one of two."""
    return text.translate(dict.fromkeys(map(ord, character_data()["quotes"])))


def _runs(text: str, asked: str) -> Iterator[tuple[int, int]]:
    """Where the longest runs that stand in ``asked`` are, [start, end), none overlapping, without loose ends."""
    for words in WORDS.finditer(text):
        at = words.start()
        while at < words.end() - 1:
            end = at + 1
            while end < words.end() and text[at : end + 1] in asked:
                end += 1
            start, stop = _without_loose_ends(text, at, end)
            if 1 < stop - start <= _READABLE:
                yield start, stop
            at = end


def _without_loose_ends(text: str, start: int, end: int) -> tuple[int, int]:
    if start and text[start - 1] in _NUMERALS and text[start] not in _NUMERALS:
        start += 1
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    return start, end
