"""A comparison table as data: the one definition of tables/<id>.json, from which docs/schema/table-data.json is generated.

docs/table-data.md explains the keys to a reader. A key is added freely; whoever renames, drops or re-reads one raises VERSION.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ...library.values import DocumentState, Status
from ..cells import ColumnKind

SCHEMA = "shijianku/table-data"
VERSION = 1
STATUS_WORDS = tuple(dict.fromkeys([*(status.display for status in Status), *(state.value for state in DocumentState)]))
Number = int | float


class Data(BaseModel):
    """What every object of the file has: known keys only. A key with a default is left out where it says no more than that."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class EvidenceData(Data):
    """One paragraph that something rests on."""

    source: str = Field(description="来源编号，见 sources")
    paragraph: str = Field(description="段号，如 P14")
    label: str = Field(description="页面上的写法，如 段14")


class FigureData(Data):
    """A figure: its literal, and what of it a program may read as a number."""

    literal: str = Field(description="照材料写的数值，引用时用它")
    value: Number | None = Field(description="数；降低为负，箭头取后值；不是确数（近、余、以上、全覆盖等）为 null")
    start: Number | None = Field(description="箭头前的值，如 82%→87% 的 82；没有或不是确数为 null")
    unit: str = Field(description="单位，照材料写；没有为空")
    approx: str = Field(description="约数词，如 近、余、以上；确数为空")
    direction: str = Field(
        description="升降：up 升、down 降、空为未写明升降", json_schema_extra={"enum": ["up", "down", ""]}
    )


class NoteData(Data):
    """A condition told under an entry."""

    label: str = Field(description="列名，如 时段、口径、组成")
    text: str = Field(description="这一列的文字")


class EntryData(Data):
    """One thing said in a cell, with everything that must be read with it."""

    text: str = Field(description="文字；只列依据的格为空")
    status: str | None = Field(
        default=None,
        description="状态；不写为没有；“材料称已实现”是材料的说法，本库未核实",
        json_schema_extra={"enum": [*STATUS_WORDS, None]},
    )
    flags: tuple[str, ...] = Field(default=(), description="须随文字一起出现的标记，如 疫情防控期间、文中自述")
    notes: tuple[NoteData, ...] = Field(default=(), description="条件：时段、基期、口径、范围等；有的表把它们另立为列")
    evidence: tuple[EvidenceData, ...] = Field(default=(), description="依据的段落")
    editorial: str = Field(
        default="",
        description="编者的话：建议、编者分析；不写为都不是",
        json_schema_extra={"enum": ["建议", "编者分析", ""]},
    )
    evidence_words: str = Field(default="", description="依据在 CSV 里的写法；不写为各 label 连同 editorial")
    href: str | None = Field(default=None, description="出处的网页，从 index.html 所在的文件夹算起")
    figure: FigureData | None = Field(default=None, description="数字")
    count: int | None = Field(default=None, description="程序数出的个数（如 案例数）")


class CellData(Data):
    """What stands in one row under one column."""

    entries: tuple[EntryData, ...] = Field(default=(), description="一格里的各项，可有几项；空格不写")
    blank: str | None = Field(default=None, description="空格的缘由：材料未说明、本库未列、不适用等；不空不写")


class ColumnData(Data):
    """A column of a part."""

    label: str = Field(description="表头")
    kind: ColumnKind = Field(description="text 文字、figure 数字、verdict 可比性的判定、count 个数")


class RowData(Data):
    """One row."""

    id: str = Field(description="行的编号，在本表内唯一，也是网页上的锚点")
    href: str | None = Field(default=None, description="网页上的这一行；临时对照没有网页，不写")
    owner: str = Field(default="", description="行属于哪个案例或哪本书；不写为不属于")
    owner_name: str = Field(default="", description="案例或书的全名；不写为同 owner")
    head: EntryData = Field(description="行首")
    cells: tuple[CellData, ...] = Field(description="各格，同 columns 一一对应")


class GroupData(Data):
    """Rows read together."""

    heading: str = Field(default="", description="组名；不分组不写")
    note: str = Field(default="", description="这一组须知，如 目标同结果不可并作一列")
    rows: tuple[RowData, ...] = Field(description="各行")


class PartData(Data):
    """A table of the page."""

    heading: str = Field(default="", description="标题；只有一部分不写")
    note: str = Field(default="", description="怎样读")
    columns: tuple[ColumnData, ...] = Field(description="各列，不含行首")
    groups: tuple[GroupData, ...] = Field(description="各组")


class ParagraphData(Data):
    """A paragraph that the table cites."""

    label: str = Field(description="段号在页面上的写法，如 段14")
    opening: str = Field(description="段落开头几字，供核对")


class SourceData(Data):
    """A source that the table rests on."""

    id: str = Field(description="来源编号")
    title: str = Field(description="题名")
    publisher: str = Field(description="发布者")
    date: str = Field(description="日期，照材料写")
    as_of: str = Field(description="材料截至")
    cases: tuple[str, ...] = Field(description="据它写的案例，写简称")
    paragraphs: tuple[ParagraphData, ...] = Field(description="本表引用的段落")


class SummaryRowData(Data):
    """Counts of one thing."""

    name: str = Field(description="数的是什么")
    counts: tuple[int, ...] = Field(description="个数，同 columns 里除第一个外一一对应")
    href: str | None = Field(default=None, description="网页")


class SummaryData(Data):
    """What the table comes to, counted by the build."""

    heading: str = Field(description="小结的标题")
    columns: tuple[str, ...] = Field(description="表头，第一个是名称")
    rows: tuple[SummaryRowData, ...] = Field(description="各行")


class TableData(Data):
    """A comparison table with everything that its page says."""

    schema_: Literal["shijianku/table-data"] = Field(alias="schema", description="格式的名称")
    version: Literal[1] = Field(description="格式的版本；键改名、删去或改了含义才加一，只增加键不加")
    disclaimer: str = Field(description="须随数据一起出现的声明")
    id: str = Field(description="对照表编号；临时对照为空")
    href: str | None = Field(description="对照表的网页；临时对照没有，为 null")
    title: str = Field(description="表名")
    question: str = Field(description="表要回答的问题")
    reading: str = Field(description="怎样读")
    cautions: tuple[str, ...] = Field(description="口径提示")
    summary: SummaryData | None = Field(description="小结；没有为 null")
    head_label: str = Field(description="行首一列的表头")
    owner_label: str = Field(description="owner 是什么：案例、书名")
    parts: tuple[PartData, ...] = Field(description="各部分")
    footnotes: tuple[str, ...] = Field(description="表注")
    sources: tuple[SourceData, ...] = Field(description="来源")
