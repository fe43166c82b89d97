"""百分点与百分比: 82%→87% is up by 5 percentage points, never by 5%; and 降低47.2% is no number of points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..compare.judging.ranking import POINT
from ..library.figures import FigureError, parse_figure
from ..library.rows import Figure
from ..rules import POINTS_NOT_PERCENT
from .linted import Linted
from .reading.spoken import Stretch
from .reading.told import Told
from .reading.words import quoted, refuses

_UP_OR_DOWN = "提升|提高|上升|增长|增加|下降|降低|减少|升高|升幅|降幅|增幅|涨幅|升|降|涨|跌"
_PERCENT = re.compile(
    rf"(?:{_UP_OR_DOWN})[了为达约近有是\s]*(?P<percent>\d+(?:\.\d+)?%|百分之[零一二三四五六七八九十百点\d]+)(?!以[上下]|左右)"
)
_POINTS = re.compile(r"(?P<number>\d+(?:\.\d+)?%?|[一二三四五六七八九十]+)(?:以上|左右)?个?百分点")


def check_points(linted: Linted) -> None:
    """Apply the rule to all text."""
    for told in linted.told:
        text = told.spoken.text
        figures = list(_in_reach(told)) if _PERCENT.search(text) or _POINTS.search(text) else []
        for sentence in told.spoken.sentences() if figures else ():
            if not refuses(sentence.text):
                _percent_for_points(linted, told, sentence, figures)
                _points_for_percent(linted, told, sentence, figures)


def _in_reach(told: Told) -> Iterator[Figure]:
    """The figures that a paragraph may mean: those that it names, and in a case all of the case's own."""
    yield from (mention.item.figure for mention in told.mentions)
    if told.case:
        yield from told.case.rows(Figure)


def _percent_for_points(linted: Linted, told: Told, sentence: Stretch, figures: Iterable[Figure]) -> None:
    changes = {parse.quantity.value for parse in figures if parse.quantity.direction and parse.quantity.unit == "%"}
    for match in _PERCENT.finditer(sentence.text):
        value = _value(match["percent"])
        two_ended = next((one for one in figures if _rise(one) == value and value not in changes), None)
        if two_ended and not quoted(sentence.text, match.start()):
            literal, number = two_ended.quantity.literal, match["percent"]
            message = f"“{literal}” 相差 {value:g} {POINT}，不是“{number}”。请写“{value:g}{POINT}”。"
            linted.diagnostics.found(POINTS_NOT_PERCENT, told.spoken.at(sentence.start + match.start()), message)


def _points_for_percent(linted: Linted, told: Told, sentence: Stretch, figures: Iterable[Figure]) -> None:
    for match in _POINTS.finditer(sentence.text):
        value = _value(match["number"].rstrip("%") + "%")
        change = next((one for one in figures if _is_change(one) and one.quantity.value == value), None)
        if change and not quoted(sentence.text, match.start()):
            literal = change.quantity.literal
            message = f"材料写的是“{literal}”，没有说是百分点。请照材料写，不改作“百分点”。"
            linted.diagnostics.found(POINTS_NOT_PERCENT, told.spoken.at(sentence.start + match.start()), message)
        elif not change:
            _wrong_difference(linted, told, sentence, match, value)


def _wrong_difference(linted: Linted, told: Told, sentence: Stretch, match: re.Match[str], value: float | None) -> None:
    """Beside 82%→87% in one sentence, 6个百分点 is a slip of the pen."""
    two_ended = {
        mention.item.figure.quantity.literal: found
        for mention in told.named_in(sentence)
        if (found := _rise(mention.item.figure)) is not None
    }
    if len(two_ended) == 1 and value is not None and value not in two_ended.values():
        ((literal, right),) = two_ended.items()
        message = f"“{literal}” 相差 {right:g} {POINT}，这里写的是“{match[0]}”。"
        linted.diagnostics.found(POINTS_NOT_PERCENT, told.spoken.at(sentence.start + match.start()), message)


def _rise(figure: Figure) -> float | None:
    """How far apart the two ends of 82%→87% are; None for any other figure."""
    quantity = figure.quantity
    if quantity.unit != "%" or quantity.start is None or quantity.exact is None:
        return None
    return abs(round(quantity.exact - quantity.start, 6))


def _is_change(figure: Figure) -> bool:
    return bool(figure.quantity.direction) and figure.quantity.unit == "%"


def _value(percent: str) -> float | None:
    try:
        return parse_figure(percent).value
    except FigureError:
        return None
