"""What a figure counts, in a few words that stand beside it; nothing where they give none."""

from __future__ import annotations

import re

from ...library.checking.care import SUPERLATIVE
from .numbers import HIDDEN

MOST = 14
LEAST = 2
_AFTER = re.compile("的?[“‘]?(?P<words>[A-Za-z一-鿿·]+)")
_BEFORE = re.compile("[A-Za-z一-鿿·]+$")
_VERBS = (
    "组成|达成|参与|参加|建[立成设]|成立|完成|开展|实现|依托|通过|按照|受理|办理|处理|解决|调整|组建|推[动进]|设[立置]|制[定订]|形成|提供|做好|发放|"
    "培[育训养]|举办|引进|覆盖|惠及|服务于|投入|新增|累计|带动|吸引|得到|达到?|超过"
)
_STOPS_AFTER = re.compile(rf"[由并对把被以到从将是已来在为给向]|{_VERBS}")
_STOPS_BEFORE = re.compile(rf"[的由对把被将从向让使了]|{_VERBS}")
_TIMES = "[往去今明上近当每][年月日天周]|目前|当前|同期|期间|以来|之后"
_TAIL = re.compile(
    rf"(?:同比|环比|[较比](?:上年|去年)?(?:同期)?|平均|{_TIMES}|[高多]?达到?|占|为|共计?|共有|约|已|累计|总[计共]|合计|更?是|[只仅]?有|"
    rf"[的了到至从由近超和及与]|其中|分别|大幅|逐[年步]|明显|{HIDDEN})$"
)
_HEAD = re.compile(
    rf"^(?:其中|同时|截至|力争|争取|确保|预计|计划|[将拟]|等|年?[底末]前?|总计|累计|共计?(?!同|建|享|产)|已|实现|达到|并|且|还|再|就|也|使|让|将|把|全部|先后|的|{_TIMES})+"
)
_CONJUNCTION = re.compile("(?:及|和|与|等|以及|并|共|约|近|超|均|都|全部|的)+$")


def label(before: str, after: str, is_rate: bool) -> str:
    """The words that name what a figure counts, from those before and after it; empty where there are none to take.

    A number is followed by what it counts (12个部门), else it follows it (团员96名); a share or a change follows first of all (报案率降低5%).
    Cut at words that lead on to something else; never cut inside for length.
    """
    sides = _after(after), _before(before)
    return (sides[1] or sides[0]) if is_rate else (sides[0] or sides[1])


def _after(text: str) -> str:
    match = _AFTER.match(text)
    if not match:
        return ""
    stop = _STOPS_AFTER.search(match["words"])
    words = match["words"][: stop.start()] if stop else match["words"]
    for mark in "的·":
        if len(words) > MOST and mark in words:
            words = words.split(mark)[-1]
    return _fitting(_CONJUNCTION.sub("", words))


def _before(text: str) -> str:
    while tail := _TAIL.search(text):
        text = text[: tail.start()]
    match = _BEFORE.search(text)
    if not match:
        return ""
    words = _HEAD.sub("", match[0])
    while len(words) > MOST and (stop := _STOPS_BEFORE.search(words)):
        words = words[stop.end() :]
    return _fitting(words)


def _fitting(words: str) -> str:
    words = words.strip("·")
    fits = LEAST <= len(words) <= MOST and not re.fullmatch(_VERBS, words)
    return words if fits and not SUPERLATIVE.search(words) else ""
