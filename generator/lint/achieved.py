"""目标当成效 and 成效当目标: whether a figure is told in the state that its table gives it.

What is told is read clause by clause: 已, 达到了 tell a thing done; 力争, 将, 拟 one to be done. A word that only may tell it done
(达到, 建成) counts where nothing in the whole sentence speaks of an aim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..library.rows import Figure, Milestone
from ..library.values import Status
from ..rules import RESULT_AS_TARGET, TARGET_AS_RESULT
from .linted import Linted
from .reading.spoken import Stretch
from .reading.told import Mention, Told
from .reading.words import refuses

_AIMED = (Status.TARGET, Status.PLAN)
_REACHED = (Status.ACHIEVED,)
_VERBS = "达到|实现|完成|做到|建成|建起|提升|提高|上升|增长|增加|下降|降低|减少|覆盖"
_SETTING = "提出|明确|确定|规定|定下|要求|部署|写明|说明|注明|列出|列入|起草|下发|印发|出台|安排"
"""What was done is only that the aim was set."""
_DONE = re.compile(rf"已(?!经?(?:{_SETTING})|经?有?计划)|(?:{_VERBS})了")
_MAYBE_DONE = re.compile(
    r"(?:达到|实现|完成|做到|建成|建起)(?![率度数后]|情况|标准|时限|期限|任务|路径|以后|之后)|(?:提升|提高|上升|增长|增加|下降|降低|减少|升|降)[到至为]"
)
_AIM = re.compile(
    r"目标|计划|规划|方案|要求|部署|力争|争取|拟|预计|预期|打算|任务|将|应|须|以期|旨在|为了|准备|尚|还没|每年要"
    rf"|(?:还|仍|就|都)?要(?:在|到|再|把|使|让|求|{_VERBS})"
)
_QUOTED = re.compile("“[^”]*”")
"""What others say is done: a source, or the name of a state."""
_EXPECTED = re.compile(
    rf"力争|争取|拟(?!题)|预计|计划(?:到|在|于|{_VERBS})|目标[是为]|将(?:会|要|在|于|可)?(?:{_VERBS}|升至|降至|增至)"
)


def check_achieved(linted: Linted) -> None:
    """Apply both rules to all text."""
    for told in linted.told:
        for mention in told.mentions:
            sentence = next((one for one in told.spoken.sentences() if mention.within(one)), None)
            if isinstance(told.row, Milestone):
                _milestone(linted, told, told.row, mention)
            elif sentence:
                _told_state(linted, told, sentence, mention)


def _told_state(linted: Linted, told: Told, sentence: Stretch, mention: Mention) -> None:
    figure, at = mention.item.figure, told.spoken.at(mention.start)
    clause = next(_clauses(told, sentence, mention), sentence.text)
    if figure.status in _AIMED and _tells_done(clause, sentence.text):
        message = f"{_named(figure)}，这里说成已经做到。请写“目标是”“力争”一类的话，或检查数字表的状态。"
        linted.diagnostics.found(TARGET_AS_RESULT, at, message)
    if figure.status in _REACHED and _EXPECTED.search(clause) and not (_DONE.search(clause) or refuses(clause)):
        message = f"{_named(figure)}，这里说成还要去做。请照材料写，或检查数字表的状态。"
        linted.diagnostics.found(RESULT_AS_TARGET, at, message)


def _clauses(told: Told, sentence: Stretch, mention: Mention) -> Iterator[str]:
    """The clause that names the figure, without the figure's own words, in which 下降 tells nothing."""
    for clause in told.spoken.clauses(sentence):
        if mention.within(clause):
            first, last = mention.start - clause.start, mention.end - clause.start
            yield f"{clause.text[:first]}〇{clause.text[last:]}"


def _tells_done(clause: str, sentence: str) -> bool:
    said = _QUOTED.sub("", clause)
    if _DONE.search(said):
        return not (_AIM.search(clause) or refuses(clause))
    return bool(_MAYBE_DONE.search(said)) and not (_AIM.search(sentence) or refuses(sentence))


def _milestone(linted: Linted, told: Told, row: Milestone, mention: Mention) -> None:
    """A row of 时间线 says in a column of its own whether the thing was done."""
    figure, at = mention.item.figure, told.spoken.at(mention.start)
    message = f"{_named(figure)}，时间线的这一行写作“{row.status}”。两处请写得一致。"
    if figure.status in _AIMED and row.status in _REACHED:
        linted.diagnostics.found(TARGET_AS_RESULT, at, message)
    elif figure.status in _REACHED and row.status in _AIMED:
        linted.diagnostics.found(RESULT_AS_TARGET, at, message)


def _named(figure: Figure) -> str:
    return f"“{figure.quantity.literal}”（{figure.name}）在数字表里是“{figure.status}”"
