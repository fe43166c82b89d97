"""Peers: what a reader might hold against a figure, found without looking at every pair."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from making import figure, measure

from generator.compare.judging.comparability import FigureInCase
from generator.compare.judging.peers import LIMIT, Peers

RATE, COUNT, COVERAGE = measure("满意度"), measure("走访", "数量", "户"), measure("覆盖率")
LITERALS = {RATE.name: ("82%", "90%以上", "82%→87%"), COUNT.name: ("12户", "30余户"), COVERAGE.name: ("50%", "全覆盖")}


@st.composite
def figures(draw: st.DrawFn) -> list[FigureInCase]:
    made = []
    for number in range(draw(st.integers(0, 12))):
        of = draw(st.sampled_from([RATE, COUNT, COVERAGE]))
        named = draw(st.booleans())
        literal = draw(st.sampled_from(LITERALS[of.name]))
        made.append(
            figure(
                literal, of.name, of=of if named else None, case=draw(st.sampled_from(["jia", "yi"])), 编号=f"f{number}"
            )
        )
    return made


def tempting(item: FigureInCase, other: FigureInCase) -> bool:
    """The rule itself, pair by pair."""
    alike = other.unit == item.unit or (bool(item.kind) and other.kind == item.kind)
    same = bool(item.figure.measure) and item.figure.measure == other.figure.measure
    return other is not item and (same or (bool(sides(item) & sides(other)) and alike))


def sides(item: FigureInCase) -> set[bool]:
    """A change told by its two ends is read as a level too."""
    return {item.is_change, item.is_change and item.figure.quantity.start is None}


@given(figures())
def test_peers_are_those_of_the_rule_in_the_order_of_the_table(items: list[FigureInCase]) -> None:
    peers = Peers(items)
    for item in items:
        assert list(peers.of(item)) == [other for other in items if tempting(item, other)]


def test_in_a_large_table_the_nearest_are_kept() -> None:
    own = [figure("82%", of=RATE, 编号=f"f{n}") for n in range(5)]
    others = [figure("50%", "覆盖率", of=COVERAGE, case=f"c{n}", 编号="f") for n in range(2000)]
    found = Peers([*others, *own]).of(own[0])
    assert len(found) == LIMIT
    assert all(peer in found for peer in own[1:])
