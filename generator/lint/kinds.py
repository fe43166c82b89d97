"""率与件数, 约数词: a figure told as another kind of quantity than it is, or as more exact than it is."""

from __future__ import annotations

import re

from ..rules import APPROXIMATION, RATE_AND_COUNT
from .linted import Linted
from .reading.told import Mention, Told

_NOUN = re.compile(
    "(?<![效频速汇功])率(?![先领])|件数|起数|案件|事件|事故|数量|(?:投诉|报案|受理|发案|案发|纠纷|信访|警情)(?:总?量|总?数)"
)
_RATES, _COUNTS = ("率", "率的变化"), ("数量", "数量的变化")
_NEAR = 4
"""How far from a bare number its 近, 余, 以上 may stand."""


def check_kinds(linted: Linted) -> None:
    """Apply both rules to all text."""
    for told in linted.told:
        for mention in told.mentions:
            _rate_and_count(linted, told, mention)
            if not mention.linked:
                _approximation(linted, told, mention)


def _rate_and_count(linted: Linted, told: Told, mention: Mention) -> None:
    """By the noun before the figure in its clause; the kind of quantity is that of its 可比指标."""
    nouns = _NOUN.findall(_before(told, mention))
    kind, figure = mention.item.kind, mention.item.figure
    wrong = ""
    if nouns:
        wrong = (
            "率" if kind in _COUNTS and nouns[-1] == "率" else "件数" if kind in _RATES and "率" not in nouns else ""
        )
    if wrong:
        message = f"“{figure.quantity.literal}”（{figure.name}）说的是“{kind}”，这里写成了{wrong}。请照指标写。"
        linted.diagnostics.found(RATE_AND_COUNT, told.spoken.at(mention.start), message)


def _before(told: Told, mention: Mention) -> str:
    """What the clause says before the figure, after the figure before it."""
    for sentence in told.spoken.sentences():
        for clause in told.spoken.clauses(sentence):
            if mention.within(clause):
                others = [other.end for other in told.named_in(clause) if other.end <= mention.start]
                return told.spoken.text[max([clause.start, *others]) : mention.start]
    return ""


def _approximation(linted: Linted, told: Told, mention: Mention) -> None:
    """A bare number; the words of a link are the figure's own."""
    figure = mention.item.figure
    text = told.spoken.text
    around = text[max(0, mention.start - _NEAR) : mention.end + _NEAR]
    lost = [word for word in re.findall("以上|以下|左右|.", figure.quantity.approx) if word not in around]
    if lost:
        message = f"材料写的是“{figure.quantity.literal}”，这里少了“{lost[0]}”。约数词不能去掉。"
        linted.diagnostics.found(APPROXIMATION, told.spoken.at(mention.start), message)
