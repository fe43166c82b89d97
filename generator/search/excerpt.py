"""The part of a record to show for a query; the twin of ``theme/static/search-excerpt.js``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from .analysis import Folded, fold, fold_with_origins

BEFORE, AROUND = 24, 96
ELLIPSIS, BETWEEN = "…", " · "
Piece = tuple[str, bool]
"""A run of the original text and whether it is a hit."""


def excerpt(
    heading: str, groups: Iterable[tuple[str, Sequence[str]]], terms: Sequence[str]
) -> tuple[str, tuple[Piece, ...]]:
    """Return the place of the row or card with the most of the folded ``terms``, and what to show of it.

    Shown is its block with the most terms, cut around the first hit, and its neighbours as far as they fit. What only
    repeats the heading is left out; nothing may be left.
    """
    candidates = [
        (place, [text for text in texts if text != heading])
        for place, texts in groups
        if any(t != heading for t in texts)
    ]
    if not candidates:
        return "", ()
    place, texts = max(candidates, key=lambda group: _count(" ".join(map(fold, group[1])), terms))
    best = max(range(len(texts)), key=lambda index: _count(fold(texts[index]), terms))
    pieces: list[Piece] = []
    for index in _window([len(text) for text in texts], best):
        pieces += [(BETWEEN, False)] if pieces else []
        pieces += _cut(texts[index], _marks(fold_with_origins(texts[index]), terms))
    return place, tuple(pieces)


def marked(text: str, terms: Iterable[str]) -> tuple[Piece, ...]:
    """Return all of the text with the hits marked."""
    return tuple(_pieces(text, _marks(fold_with_origins(text), terms), 0, len(text)))


def _count(folded: str, terms: Iterable[str]) -> int:
    return sum(term in folded for term in terms)


def _window(sizes: Sequence[int], best: int) -> range:
    """The run of blocks around the best that fits, grown backwards first: the head of a row says what it is about."""
    first, last, room = best, best + 1, AROUND - sizes[best]
    while first > 0 and sizes[first - 1] <= room:
        first -= 1
        room -= sizes[first]
    while last < len(sizes) and sizes[last] <= room:
        room -= sizes[last]
        last += 1
    return range(first, last)


def _marks(folded: Folded, terms: Iterable[str]) -> list[tuple[int, int]]:
    """Where terms stand in the original text: [start, end) in order, none overlapping."""
    found: list[tuple[int, int]] = []
    for term in terms:
        at = folded.text.find(term)
        while at >= 0:
            found.append((folded.starts[at], folded.ends[at + len(term) - 1]))
            at = folded.text.find(term, at + len(term))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _cut(block: str, marks: list[tuple[int, int]]) -> list[Piece]:
    start, end = marks[0] if marks else (0, 0)
    first = start - BEFORE if start > BEFORE + 8 else 0
    last = min(len(block), max(end + BEFORE, first + AROUND))
    before, after = [(ELLIPSIS, False)] * (first > 0), [(ELLIPSIS, False)] * (last < len(block))
    return [*before, *_pieces(block, marks, first, last), *after]


def _pieces(text: str, marks: Iterable[tuple[int, int]], first: int, last: int) -> Iterator[Piece]:
    at = first
    for start, end in marks:
        if start < last:
            yield from (
                (piece, hit) for piece, hit in ((text[at:start], False), (text[start : min(end, last)], True)) if piece
            )
            at = min(end, last)
    if at < last:
        yield text[at:last], False
