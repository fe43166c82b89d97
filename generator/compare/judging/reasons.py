"""What can be said of two figures: how they stand to each other and, from a closed list, why they are not comparable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why two figures are not comparable; the closed list, in the order in which a reader is told."""

    TARGET_NOT_RESULT = "目标≠已实现"
    MEASURE = "指标不同"
    STATUS = "状态不同"
    RATE_NOT_COUNT = "率≠件数"
    KIND = "量的种类不同"
    CHANGE_NOT_LEVEL = "变化≠水平"
    POINTS_NOT_PERCENT = "百分点≠百分比"
    UNIT = "单位不同"
    BASIS = "口径不同"
    UNDISCLOSED = "口径未披露"
    APPROXIMATE = "不是确数"
    PANDEMIC = "疫情防控期间的数不作比较"
    NAMED_LOCALITIES = "具名地区不排名"


EXPLANATIONS: Mapping[Reason, str] = {
    Reason.TARGET_NOT_RESULT: "一个是要做到的，一个是已经做到的。",
    Reason.MEASURE: "两个数说的不是同一件事。",
    Reason.STATUS: "两个数的状态不一样，例如一个是已经做到的，一个只是背景。",
    Reason.RATE_NOT_COUNT: "一个是比率，一个是件数、户数一类的数目。",
    Reason.KIND: "两个数的种类不同，例如一个是数量，一个是频率。",
    Reason.CHANGE_NOT_LEVEL: "一个是前后变化（降低47.2%），一个是当时的水平（50%）。",
    Reason.POINTS_NOT_PERCENT: "82%到87%是升了5个百分点，不是升了5%。",
    Reason.UNIT: "单位不一样，例如一个按月计，一个按年计。",
    Reason.BASIS: "有几项两边都写了，但写得不一样；括号里是不一样的几项。",
    Reason.UNDISCLOSED: "有几项没有写明，不知道是否一样；括号里是哪几项，或共几项。",
    Reason.APPROXIMATE: "写作“近”“余”“以上”“14万”“全覆盖”一类，看不出确切的数，不能相减，也不能排先后。",
    Reason.PANDEMIC: "只说明疫情防控期间的情况，不与别的数并列。",
    Reason.NAMED_LOCALITIES: "各地之间不排先后。",
}
"""What each reason means, in a sentence for whoever meets the short words for the first time."""

COLUMNS: Mapping[str, str] = {
    "时段": "数的是哪一段时间",
    "基期": "变化是同什么时候比的",
    "口径": "怎样数出来的",
    "范围": "数的是哪里、哪些人",
}
"""What the columns that a reason names mean."""


def legend() -> dict[str, list[tuple[str, str]]]:
    """What a page's legend of reasons is made of: every reason with its meaning, and the columns that they name."""
    return {"reasons": [(str(reason), EXPLANATIONS[reason]) for reason in Reason], "columns": list(COLUMNS.items())}


_CONDITIONS = (Reason.BASIS, Reason.UNDISCLOSED, Reason.APPROXIMATE)
"""Reasons about how a figure was counted: with nothing else, they do not say that two figures differ in what they are."""

_LONG = 1
"""Of a list of blank columns longer than this, only their number is told where space is short."""


def undisclosed_words(columns: Sequence[str], most: int = 0) -> str:
    """``口径未披露（没有写明：时段、基期）``; of more columns than ``most`` (0: all) how many: ``口径未披露（3 项没有写明）``."""
    if 0 < most < len(columns):
        return f"{Reason.UNDISCLOSED}（{len(columns)} 项没有写明）"
    return f"{Reason.UNDISCLOSED}（没有写明：{'、'.join(columns)}）"


class Relation(StrEnum):
    """How two figures stand to each other."""

    COMPARABLE = "可比"
    SERIES = "同一指标的先后数"
    INCOMPARABLE = "不可比"


@dataclass(frozen=True)
class Verdict:
    """What `compare` finds: the relation, its reasons, and which columns differ or are blank."""

    relation: Relation
    reasons: tuple[Reason, ...] = ()
    differing: tuple[str, ...] = ()
    undisclosed: tuple[str, ...] = ()

    @property
    def comparable(self) -> bool:
        """Whether the two may be ranked, charted together or subtracted."""
        return self.relation is Relation.COMPARABLE

    @property
    def words(self) -> str:
        """The verdict for a reader, all told: ``不可比：率≠件数、口径未披露（没有写明：时段、基期）``."""
        return self._say(self.reasons)

    @property
    def brief(self) -> str:
        """The verdict where space is short: a long list of blanks is cut, and 具名地区不排名 goes unsaid beside what differs.

        No other reason is dropped: a reader who is told one half of why would take the other half for sound.
        """
        beyond = (*_CONDITIONS, Reason.NAMED_LOCALITIES)
        differ = any(reason not in beyond for reason in self.reasons)
        kept = tuple(reason for reason in self.reasons if not (differ and reason is Reason.NAMED_LOCALITIES))
        return self._say(kept, _LONG)

    def _say(self, reasons: tuple[Reason, ...], most: int = 0) -> str:
        if self.relation is Relation.SERIES:
            return f"{self.relation}，按时间先后看，不排名"
        told = "、".join(self._tell(reason, most) for reason in reasons)
        return f"{self.relation}：{told}" if told else str(self.relation)

    def _tell(self, reason: Reason, most: int) -> str:
        if reason is Reason.UNDISCLOSED and self.undisclosed:
            return undisclosed_words(self.undisclosed, most)
        if reason is Reason.BASIS and self.differing:
            return f"{reason}（不一样的：{'、'.join(self.differing)}）"
        return str(reason)
