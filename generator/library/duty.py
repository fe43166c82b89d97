"""What stands under a clause: who does it, how often, with which record, on which evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from ..report import Position
from .evidence import ADVICE, Evidence, parse_evidence
from .values import Called

ADVISED = "（建议）"
"""Ends a cell whose words are the editors', where the clause itself rests on a source."""
NO_RECORD = "不另记"
_LIST = "、"
_MARK = re.compile(r"[（(【［\[〔「{]\s*建议\s*(?:[）)】］〕」}]|\](?!\()|$)")
"""The mark of advice in any brackets; ``[建议](…)`` is a link."""


@dataclass(frozen=True)
class Said:
    """A cell's words, and whether they are the editors' advice."""

    text: str
    advised: bool = False


def _said(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip().removesuffix(ADVISED).rstrip()
    bare = _MARK.sub("", text).strip()
    if not bare:
        raise ValueError("是空的。")
    if bare != text:
        raise ValueError(f"{ADVISED}写在这一格的末尾，用全角圆括号，只写一次。是否为“{bare}{ADVISED}”？")
    return Said(text, text != value.strip())


def _evidence(value: object, info: ValidationInfo) -> object:
    source = info.context["source"] if info.context else ""
    return parse_evidence(value, source, offered=(ADVICE,)) if isinstance(value, str) else value


SaidCell = Annotated[Said, BeforeValidator(_said, json_schema_input_type=str), Called("文字，编者建议的末尾加（建议）")]
EvidenceCell = Annotated[Evidence, BeforeValidator(_evidence, json_schema_input_type=str), Called("依据")]


class Duty(BaseModel, title="条款下面一行的表：谁、多久一次、留下什么记录、凭什么"):
    """条款: the one-row table below a clause's text."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)

    table: ClassVar[str] = "条款"
    roles: SaidCell = Field(alias="责任", description="手册题头 roles 里的名称，以、分隔")
    frequency: SaidCell = Field(alias="频次", description="vocabulary.yml 的频次，可加（说明）")
    record: SaidCell = Field(alias="记录", description="留下什么记录；没有的写 不另记")
    evidence: EvidenceCell = Field(alias="依据", description="段号，或 建议")
    cells: Mapping[str, Position] = Field(default_factory=dict, exclude=True, repr=False)

    @property
    def role_names(self) -> tuple[str, ...]:
        """Who is responsible, one name each."""
        return tuple(name.strip() for name in self.roles.text.split(_LIST))

    @property
    def how_often(self) -> str:
        """The frequency without its note: ``定期`` of ``定期（间隔材料未说明）``."""
        return self.frequency.text.partition("（")[0].strip()

    @property
    def is_advice(self) -> bool:
        """Whether nothing but the editors' advice stands behind the clause."""
        return not self.evidence.paragraphs

    def said(self) -> Iterator[tuple[str, Said]]:
        """The three cells of words by their column."""
        yield from (("责任", self.roles), ("频次", self.frequency), ("记录", self.record))
