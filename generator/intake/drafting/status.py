"""Guesses the 状态 of a figure or date from the words of its sentence. A guess, shown as one: an editor decides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...library.values import Status

ENDS = re.compile("[。！？!?]")
"""Where a sentence ends."""
_WILL = "[将会](?:要|会|于|在|继续|逐步|进一步|陆续|全面|力争|按照|再|有)?"
_DOING = "(?:建[成设立]|完成|新增|新建|开展|推出|推进|启动|投入|形成|引进|培[育养]|开[设办通])"
_CLEAR = (
    (Status.TARGET, re.compile(
        r"力争|争取|确保|目标(?!任务|责任)|预期|预计|[年月]底前|到(?:20\d\d|[明本今后]|“?十[一二三四五六七八九]?五”?)年?[年末底]*(?:底|末|时)?"
        rf"(?=[^，,。]*(?:达|实现|完成|建))|{_WILL}(?:实现|达到|力争)"
    )),
    (Status.PLAN, re.compile(rf"拟(?!定)|计划(?!任务|书|性|生育)|打算|准备|规划(?:建|用|在|到)|{_WILL}{_DOING}|将(?:要|于|逐步|按照|继续|陆续)")),
    (Status.ACHIEVED, re.compile("已(?!知)|累计|截至|截止|以来|至今|期间|去年|上年|往年|共计")),
    (Status.BACKGROUND, re.compile("我国|全国(?![首第最率领文先优示人政])(?=[^，,]*$)|世界|全球|发展史|历史上|周年")),
)  # fmt: skip
"""Words that settle it; where a sentence has several, the one nearest before the number."""
_LEVEL = re.compile("[占辖]|(?<![没享所])有(?=\\d)|人口|户数|总[户数量人]|面积|[现共设拥]有|位于|包[括含]")
_DONE = re.compile("达到|达|实现|完成|[下降减][低降少]|[提上增][升高长加]|了|(?<!公)共(?!同|建|享|治|产|有)")


@dataclass(frozen=True)
class Guess:
    """A status, and the word of the sentence that it rests on; empty where no word tells."""

    status: Status
    because: str

    @property
    def reason(self) -> str:
        """The same for an editor."""
        return f"因有“{self.because}”" if self.because else "没有表示时态的词"


def guess_status(before: str, literal: str) -> Guess:
    """Guess whether a figure or date is done, so, wanted, planned or background, from what stands before it and itself."""
    sentence = ENDS.split(before)[-1] + literal
    clear = [(match.start(), status, match[0]) for status, pattern in _CLEAR for match in pattern.finditer(sentence)]
    if clear:
        _, status, word = max(clear)
        return Guess(status, word)
    clause = re.split("[，,、]", sentence)[-1]
    for status, pattern in ((Status.CURRENT, _LEVEL), (Status.ACHIEVED, _DONE)):
        if match := pattern.search(clause):
            return Guess(status, match[0])
    if match := _LEVEL.search(sentence):
        return Guess(Status.CURRENT, match[0])
    return Guess(Status.ACHIEVED, "")
