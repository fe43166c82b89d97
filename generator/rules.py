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
LONG_SECTION = Rule("章节过长", Level.HINT, "一节的正文超过 600 字")
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
        LONG_SECTION,
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
