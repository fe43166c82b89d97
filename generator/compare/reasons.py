"""What can be said of two figures: how they stand to each other and, from a closed list, why they are not comparable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why two figures are not comparable; the closed list, in the order in which a reader is told."""

    TARGET_NOT_RESULT = "目标≠已实现"
    STATUS = "状态不同"
    MEASURE = "指标不同"
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


_CONDITIONS = (Reason.BASIS, Reason.UNDISCLOSED, Reason.APPROXIMATE)
"""Reasons about how a figure was counted, which weigh only once both figures are the same kind of thing."""


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
        """The verdict for a reader, every reason told: ``不可比：率≠件数、口径未披露（时段、基期）``."""
        return self._say(self.reasons)

    @property
    def brief(self) -> str:
        """The verdict where space is short: what the two figures are decides before how they were counted."""
        decisive = tuple(reason for reason in self.reasons if reason not in _CONDITIONS)
        telling = tuple(reason for reason in decisive if reason not in (Reason.MEASURE, Reason.NAMED_LOCALITIES))
        named = tuple(reason for reason in decisive if reason is Reason.NAMED_LOCALITIES)
        return self._say((*telling, *named) if telling else decisive if Reason.MEASURE in decisive else self.reasons)

    def _say(self, reasons: tuple[Reason, ...]) -> str:
        if self.relation is Relation.SERIES:
            return f"{self.relation}，按时间先后看，不排名"
        told = "、".join(self._tell(reason) for reason in reasons)
        return f"{self.relation}：{told}" if told else str(self.relation)

    def _tell(self, reason: Reason) -> str:
        columns = {Reason.BASIS: self.differing, Reason.UNDISCLOSED: self.undisclosed}.get(reason, ())
        return f"{reason}（{'、'.join(columns)}）" if columns else str(reason)
