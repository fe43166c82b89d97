"""The rules that an editor may set aside where they do not fit: each has a name, a level and a section in docs/check-rules.md.

What stops a build is no rule but an error; it has no name and cannot be set aside.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How serious a diagnostic is. An error stops the build; a warning asks to be looked at, a hint may be."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def label(self) -> str:
        """What an editor calls it."""
        return {"error": "错误", "warning": "警告", "hint": "提示"}[self]


@dataclass(frozen=True)
class Rule:
    """A rule of `check`: the name that editors write to set it aside, and in one sentence what it looks for."""

    name: str
    level: Level
    title: str


NO_CASES = Rule("没有案例", Level.WARNING, "案例文件夹里一个案例也没有")
PUNCTUATION = Rule("标点", Level.WARNING, "中文之间的半角标点、直引号、不成对的引号")
QUOTED_SPEECH = Rule("疑似引语", Level.WARNING, "像是直接引用某人的话，却没有放在注明段落的引文里")
BARE_NUMBER = Rule("数字无出处", Level.WARNING, "正文里的数在数字表里没有")
IDLE_ROLE = Rule("岗位无条款", Level.WARNING, "手册题头里的岗位没有一条条款由其负责")
CLAUSE_NUMBER = Rule("条号不明", Level.WARNING, "像是条号的数，本指引没有这一条")
PLACEHOLDER = Rule("待写", Level.WARNING, "占位文字还没有换成内容")
TABLE_GAP = Rule("对照表漏项", Level.WARNING, "对照表按一列分开取行，用到的词没有列全")
EMPTY_PART = Rule("五部分不全", Level.WARNING, "教学案例五个部分里有一个没有内容")
NO_LIMITS = Rule("没有局限", Level.WARNING, "案例没有“局限”表")
TARGET_AS_RESULT = Rule("目标当成效", Level.WARNING, "目标、计划的数字说成已经做到")
RESULT_AS_TARGET = Rule("成效当目标", Level.HINT, "已实现的数字说成还要去做")
POINTS_NOT_PERCENT = Rule("百分点与百分比", Level.WARNING, "两个百分率之差写成百分之几，或降幅、升幅写成百分点")
RATE_AND_COUNT = Rule("率与件数", Level.WARNING, "率的数字写成件数，或件数的数字写成率")
NOT_COMPARABLE = Rule("不可比", Level.WARNING, "不可比的数字相加、平均、比高低，或合写成一个区间")
APPROXIMATION = Rule("约数词", Level.WARNING, "约数写成了确数")
PARAGRAPH_WITHOUT_GROUNDS = Rule("段落无依据", Level.WARNING, "案例前三部分的一段没有依据，也没有注明是编者的话")
FIGURE_WITHOUT_GROUNDS = Rule("数字无依据", Level.WARNING, "数字表的一行没有段号")
UNTOLD_BASIS = Rule("口径未写", Level.HINT, "升降幅度的时段、基期、口径都没有写，局限里也没有提到")
LONG_CASE = Rule("案例过长", Level.HINT, "案例的正文超过 4000 字")
LONG_SECTION = Rule("章节过长", Level.HINT, "一节的正文超过 600 字")
LONG_PARAGRAPH = Rule("段落过长", Level.HINT, "一段超过 150 字")
LONG_SENTENCE = Rule("句子过长", Level.HINT, "一句超过 80 字")
UNLISTED_TERM = Rule("术语未收", Level.HINT, "两个以上的案例、手册用到的名称，术语表没有收")
ALIKE = Rule("文字相近", Level.HINT, "两处的句子几乎相同")
COPIED = Rule("照抄材料", Level.WARNING, "有一串字同 intake/ 里的材料一字不差")
ORPHAN = Rule("无人用到", Level.HINT, "来源、术语、可比指标、词表的词、日常说法，没有一处用到")
DEAD_LINK = Rule("死链接", Level.WARNING, "链接读者打不开，或写在不显示链接的地方")
IDLE_SILENCE = Rule("不检查无用", Level.WARNING, "“不检查”所指的地方没有这条规则要说的问题")

RULES = {
    rule.name: rule
    for rule in (
        NO_CASES,
        PUNCTUATION,
        QUOTED_SPEECH,
        BARE_NUMBER,
        IDLE_ROLE,
        CLAUSE_NUMBER,
        PLACEHOLDER,
        TABLE_GAP,
        EMPTY_PART,
        NO_LIMITS,
        TARGET_AS_RESULT,
        RESULT_AS_TARGET,
        POINTS_NOT_PERCENT,
        RATE_AND_COUNT,
        NOT_COMPARABLE,
        APPROXIMATION,
        PARAGRAPH_WITHOUT_GROUNDS,
        FIGURE_WITHOUT_GROUNDS,
        UNTOLD_BASIS,
        LONG_CASE,
        LONG_SECTION,
        LONG_PARAGRAPH,
        LONG_SENTENCE,
        UNLISTED_TERM,
        ALIKE,
        COPIED,
        ORPHAN,
        DEAD_LINK,
        IDLE_SILENCE,
    )
}
"""Every rule by name."""


@dataclass(frozen=True)
class Silence:
    """A rule set aside in the lines ``first`` to ``last`` of a file, with the editor's reason; ``line`` is where that is written."""

    rule: str
    path: str
    first: int
    last: int
    reason: str
    line: int
