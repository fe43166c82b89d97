"""The kinds of value that cells and keys hold: closed words, evidence, figures, dates, lists; each read once, strictly."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, ValidationInfo

from .dates import PartialDate, parse_date, parse_full_date
from .evidence import Evidence, parse_evidence
from .figures import Quantity, parse_figure

UNKNOWN = "材料未说明"
PANDEMIC = "疫情防控期间"
_LIST = "、"
_LONG_LIST = "；"


@dataclass(frozen=True)
class Called:
    """What an editor calls a kind of value, for the field reference: the metadata of a type."""

    name: str


class Status(StrEnum):
    """状态 of a figure or milestone, as the source tells it."""

    ACHIEVED = "已实现"
    CURRENT = "现状"
    TARGET = "目标"
    PLAN = "计划"
    BACKGROUND = "背景"

    @property
    def display(self) -> str:
        """The words on a page: the library does not vouch for what its sources claim."""
        return "材料称已实现" if self is Status.ACHIEVED else self.value


class DocumentState(StrEnum):
    """状态 of a document or standard."""

    ISSUED = "已发布"
    DRAFTED = "已起草"
    NAMED = "仅见名称"


class FigureMark(StrEnum):
    """标记 of a figure: a care that its display must take."""

    PANDEMIC = PANDEMIC
    OWN_ACCOUNT = "文中自述"


_UNTOLD = {UNKNOWN, "未说明", "未载", "年份未载", "不详", "未知", "无", "—", "——", "-", "/"}


def _condition(text: str) -> str:
    """A condition that says that it is not told is a blank; written out it would pass for a stated one when figures are judged."""
    if text.strip() in _UNTOLD:
        raise ValueError(f"“{text.strip()}” 不用写。材料没有说的留空，页面会写“{UNKNOWN}”。")
    return text


def _evidence(value: object, info: ValidationInfo) -> object:
    source = info.context["source"] if info.context else ""
    return parse_evidence(value, source) if isinstance(value, str) else value


def _items(value: object) -> object:
    """Split a list cell at 、 or, where the items hold 、 themselves, at ；."""
    if not isinstance(value, str):
        return value
    separator = _LONG_LIST if _LONG_LIST in value else _LIST
    items = tuple(item for part in value.split(separator) if (item := part.strip()))
    twice = next((item for index, item in enumerate(items) if item in items[:index]), None)
    if twice:
        raise ValueError(f"“{twice}” 写了两次。请删去一处。")
    return items


def _figure(value: object) -> object:
    return parse_figure(value) if isinstance(value, str) else value


def _date(value: object) -> object:
    return parse_date(value) if isinstance(value, str) else value


def _full_date(value: object) -> object:
    return parse_full_date(value) if isinstance(value, str) else value


EvidenceCell = Annotated[Evidence, BeforeValidator(_evidence, json_schema_input_type=str), Called("依据")]
Items = Annotated[tuple[str, ...], BeforeValidator(_items, json_schema_input_type=str), Called("几项，以 、 隔开")]
Figured = Annotated[Quantity, BeforeValidator(_figure, json_schema_input_type=str), Called("数值")]
Dated = Annotated[PartialDate, BeforeValidator(_date, json_schema_input_type=str), Called("时间")]
FullyDated = Annotated[PartialDate, BeforeValidator(_full_date, json_schema_input_type=str), Called("日期")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$"), Called("编号")]
Condition = Annotated[str, AfterValidator(_condition)]
"""What decides whether a figure may be compared: when, against what, how counted, how far. Blank where the source is silent."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A cell of words; it may hold references written as links."""
