"""Comparability told row by row: against which other figures, and why not."""

from __future__ import annotations

from collections.abc import Iterable

from ..cells import Entry, Note
from ..judging.comparability import FigureInCase, Relation, compare
from ..judging.reasons import undisclosed_words

_RANK = {Relation.COMPARABLE: 0, Relation.SERIES: 1, Relation.INCOMPARABLE: 2}


def verdict_entries(item: FigureInCase, peers: Iterable[FigureInCase]) -> tuple[Entry, ...]:
    """What ``item`` itself leaves open, then one entry for each verdict it gets, naming the figures that verdict holds for.

    Series and comparable figures come first. Empty when nothing is left open and there is no peer.
    """
    held: dict[tuple[Relation, str], list[FigureInCase]] = {}
    for peer in peers:
        verdict = compare(item, peer)
        held.setdefault((verdict.relation, verdict.brief), []).append(peer)
    ranked = sorted(held.items(), key=lambda pair: _RANK[pair[0][0]])
    own = (Entry(undisclosed_words(item.blanks)),) if item.blanks else ()
    told = tuple(Entry(words, notes=(Note("对照", _named(item, figures)),)) for (_, words), figures in ranked)
    return (*own, *told)


def _named(item: FigureInCase, peers: list[FigureInCase]) -> str:
    """The peers by case: ``本案2022年底的全覆盖`` within a series, ``西塘“报案率”“治安事件”`` elsewhere."""
    names: dict[str, list[str]] = {}
    for peer in peers:
        case = "本案" if peer.case_id == item.case_id else peer.case_name
        names.setdefault(case, []).append(_name(item, peer))
    return "；".join(case + "".join(dict.fromkeys(figures)) for case, figures in names.items())


def _name(item: FigureInCase, peer: FigureInCase) -> str:
    figure = peer.figure
    if figure.measure and figure.measure == item.figure.measure and peer.case_id == item.case_id:
        return f"“{figure.period} {figure.quantity.literal}”"
    return f"“{figure.name}”"
