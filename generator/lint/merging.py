"""不可比: figures that the library calls incomparable, in one sentence added, averaged, ranked, or written as one range."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from ..compare.judging.comparability import Relation, compare
from ..report import Position
from ..rules import NOT_COMPARABLE
from .linted import Linted
from .reading.spoken import Stretch
from .reading.told import Mention, Told
from .reading.words import refuses

_JOINED = re.compile(
    r"合计|总计|共计|相加|加起来|之和|总和|加总|累加|平均(?!每)(?=[为是值数算]|下来|起来|[^，：]{0,2}[〇\d])|均值|高于|低于|多于|少于|高出|低出|多出|相差|差距|领先|落后|优于|好于"
    r"|排名|排在|居首|是[^，：]{0,12}倍|比(?![例如方率较重作])[^，：〇]{0,12}〇+[^，：〇]{0,6}[高低多少大小快慢好强]"
    r"|[由从]〇+[^，：〇]{0,2}[升降增减涨提上下][^，：〇]{0,2}[到至为]〇"
)
_RANGE = re.compile("[—–~～至到-]+")


def check_merging(linted: Linted) -> None:
    """Apply the rule to all text."""
    for told in linted.told:
        for sentence in told.spoken.sentences():
            named = told.named_in(sentence)
            if len(named) > 1 and not refuses(sentence.text):
                _joined(linted, told, sentence, named)
                _ranges(linted, told, named)


def _joined(linted: Linted, told: Told, sentence: Stretch, named: Sequence[Mention]) -> None:
    match = _JOINED.search(_masked(sentence, named))
    if match:
        word = re.sub("〇+", "……", match[0])
        at = told.spoken.at(sentence.start + match.start())
        _tell(linted, at, combinations(named, 2), f"这里却写在一起说“{word}”")


def _masked(sentence: Stretch, named: Sequence[Mention]) -> str:
    """The sentence with 〇 for each figure: 超过 in 超过200万 compares nothing. Places stay."""
    text = sentence.text
    for mention in named:
        first, last = mention.start - sentence.start, mention.end - sentence.start
        text = text[:first] + "〇".rjust(last - first, "〇") + text[last:]
    return text


def _ranges(linted: Linted, told: Told, named: Sequence[Mention]) -> None:
    for one, other in pairwise(named):
        if _RANGE.fullmatch(told.spoken.text, one.end, other.start):
            _tell(linted, told.spoken.at(one.start), [(one, other)], "这里却合写成一个区间")


def _tell(linted: Linted, at: Position, pairs: Iterable[tuple[Mention, Mention]], what: str) -> None:
    """Tell the first pair that is not comparable, with the reasons."""
    for one, other in pairs:
        verdict = compare(one.item, other.item)
        if one.item.figure is not other.item.figure and verdict.relation is Relation.INCOMPARABLE:
            message = f"{_named(one)}与{_named(other)}{verdict.brief}。{what}。请分开写，不相加、不平均、不比高低。"
            linted.diagnostics.found(NOT_COMPARABLE, at, message)
            return


def _named(mention: Mention) -> str:
    return f"“{mention.item.figure.quantity.literal}”（{mention.item.figure.name}）"
