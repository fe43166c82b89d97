"""The typed tables of a case: one class a table, one field a column, one row a fact.

A class's title is the table's line in the field reference; a field's alias is its Chinese column name.
Columns may stand in any order; a column without a default must be there and filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from ..report import Position
from .values import Condition, Dated, DocumentState, EvidenceCell, Figured, FigureMark, Items, Slug, Status, Text


class Row(BaseModel):
    """What every typed row has: an id unique in its case, evidence, and where it stands in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)

    table: ClassVar[str]
    prefix: ClassVar[str]
    """How prose refers to such a row: ``fig`` in ``[522名](fig:members)``; also the start of its anchor."""
    linked: ClassVar[tuple[str, ...]] = ()
    """The columns whose text may hold references."""

    id: Slug = Field(alias="编号", description="小写字母、数字和连字符，全案唯一")
    evidence: EvidenceCell = Field(alias="依据", description="段号，或 建议、编者分析")
    cells: Mapping[str, Position] = Field(default_factory=dict, exclude=True, repr=False)

    @property
    def at(self) -> Position:
        """Where the row's id stands."""
        return self.cells["编号"]

    @property
    def anchor(self) -> str:
        """The row's anchor on its case page."""
        return f"{self.prefix}-{self.id}"

    @property
    def label(self) -> str:
        """The row's name for lists, search and link titles."""
        raise NotImplementedError

    def texts(self) -> Iterator[tuple[str, str]]:
        """The columns that may hold references, with their text."""
        for column in self.linked:
            name = next(name for name, field in type(self).model_fields.items() if field.alias == column)
            yield column, getattr(self, name)


class Problem(Row, title="要解决的问题"):
    """问题: what the case set out to solve."""

    table, prefix = "问题", "problem"
    linked = ("问题",)
    text: Text = Field(alias="问题", description="一句话写一个问题")
    answers: Items = Field(default=(), alias="对策", description="对应的机制编号；对应关系由编者整理")

    @property
    def label(self) -> str:
        """The problem itself."""
        return self.text


class Edge(BaseModel, title="上一行主体的另一条关系"):
    """One relation of an organisation: to another row of the case, or 材料未说明."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)

    relation: str = Field(alias="关系", description="vocabulary.yml 的关系")
    target: str = Field(alias="对象", description="本案某行的编号，或 材料未说明")
    evidence: EvidenceCell = Field(alias="依据", description="段号，或 建议、编者分析")
    cells: Mapping[str, Position] = Field(default_factory=dict, exclude=True, repr=False)


class Organisation(Row, title="参与的主体和它们的关系，一行一个主体和它的一条关系"):
    """组织: who takes part and how they are linked. A row that leaves 编号 and 主体 blank adds a relation to the one above."""

    table, prefix = "组织", "org"
    name: Text = Field(alias="主体", description="名称照材料写")
    type: Text = Field(alias="类型", description="vocabulary.yml 的主体类型")
    members: Items = Field(default=(), alias="组成", description="由谁组成，以、分隔")
    scope: str = Field(default="", alias="范围", description="在哪里起作用")
    relation: str = Field(default="", alias="关系", description="vocabulary.yml 的关系")
    target: str = Field(default="", alias="对象", description="本案某行的编号，或 材料未说明")
    edges: tuple[Edge, ...] = Field(default=(), exclude=True)

    @property
    def label(self) -> str:
        """Its name."""
        return self.name


class Mechanism(Row, title="有名称的做法和它的组成"):
    """机制: a way of working with a name, and its parts."""

    table, prefix = "机制", "mech"
    name: Text = Field(alias="名称", description="名称照材料写")
    family: Text = Field(alias="类别", description="vocabulary.yml 的机制类别")
    parts: Items = Field(default=(), alias="组成", description="各项以、分隔；项内有、时以；分隔")
    scope: str = Field(default="", alias="范围", description="在哪里实行")

    @property
    def label(self) -> str:
        """Its name."""
        return self.name


class Site(Row, title="案例里有自己地点的一处：小区、街道、企业"):
    """实践点: a sub-case with its own place: a neighbourhood, a sub-district, a company."""

    table, prefix = "实践点", "site"
    linked = ("做法",)
    name: Text = Field(alias="名称", description="名称照材料写")
    type: Text = Field(alias="类型", description="vocabulary.yml 的实践点类型")
    place: str = Field(default="", alias="地点", description="材料写明的地点")
    practice: Text = Field(alias="做法", description="在这里做了什么")

    @property
    def label(self) -> str:
        """Its name."""
        return self.name


class Figure(Row, title="一个数，连同能不能比较的条件"):
    """数字: one figure with everything that decides whether it may be compared."""

    table, prefix = "数字", "fig"
    name: Text = Field(alias="指标", description="数的是什么")
    quantity: Figured = Field(alias="数值", description="照材料写，约数词不能丢：1200余个、近20%、82%→87%")
    status: Status = Field(alias="状态", description="材料说它是成果、水平、目标、计划还是背景")
    period: Condition = Field(default="", alias="时段", description="哪一段时间或哪一时点；材料没有写的留空")
    baseline: Condition = Field(default="", alias="基期", description="与什么相比；没有写的留空")
    basis: Condition = Field(default="", alias="口径", description="怎样计算、统计什么；没有写的留空")
    scope: Condition = Field(default="", alias="范围", description="统计到哪里：全区、某小区")
    measure: str = Field(default="", alias="可比指标", description="measures.yml 的编号")
    mark: FigureMark | None = Field(default=None, alias="标记", description="显示时须注明的")

    @property
    def label(self) -> str:
        """What is counted."""
        return self.name


class Honour(Row, title="材料写明的奖项、称号"):
    """荣誉: an award or recognition that the source names."""

    table, prefix = "荣誉", "honour"
    name: Text = Field(alias="名称", description="名称照材料写")
    granted_by: str = Field(default="", alias="授予主体", description="材料没有写的留空")
    date: Dated | None = Field(default=None, alias="时间", description="照材料写；没有写的留空")
    recipient: str = Field(default="", alias="对象", description="授予谁")

    @property
    def label(self) -> str:
        """Its name."""
        return self.name


class Lesson(Row, title="别处可以学的，和学的条件"):
    """可复制要点: what others can take over, and under which conditions."""

    table, prefix = "可复制要点", "lesson"
    linked = ("要点", "适用条件")
    text: Text = Field(alias="要点", description="一行一条")
    conditions: Text = Field(alias="适用条件", description="在什么条件下才行得通")

    @property
    def label(self) -> str:
        """The lesson itself."""
        return self.text


class Limit(Row, title="材料没有说的，和不能据以下结论的"):
    """局限: what the source does not say or what must not be concluded from it."""

    table, prefix = "局限", "limit"
    linked = ("局限",)
    text: Text = Field(alias="局限", description="写“材料未说明……”，不评判单位")

    @property
    def label(self) -> str:
        """The limit itself."""
        return self.text


class Milestone(Row, title="发生了什么、打算做什么，在什么时候"):
    """时间线: what happened or is planned, when."""

    table, prefix = "时间线", "event"
    linked = ("事项",)
    date: Dated = Field(alias="时间", description="照材料写：2019-07-22、2022年底、8月3日、年份未载")
    text: Text = Field(alias="事项", description="发生了什么")
    status: Status = Field(alias="状态", description="已经做的，还是目标、计划、背景")

    @property
    def label(self) -> str:
        """What happened."""
        return self.text


class Document(Row, title="文件、方案、手册、标准，和材料对它说了多少"):
    """文件与标准: a document, plan, handbook or standard, and what is known of it."""

    table, prefix = "文件与标准", "doc"
    linked = ("说明",)
    name: Text = Field(alias="名称", description="名称照材料写，没有书名的不加书名号")
    type: Text = Field(alias="类型", description="vocabulary.yml 的文件类型")
    state: DocumentState = Field(alias="状态", description="仅见名称：材料只提到名称，没有说内容")
    issuer: str = Field(default="", alias="制定主体", description="材料没有写的留空")
    date: Dated | None = Field(default=None, alias="时间", description="照材料写；没有写的留空")
    note: str = Field(default="", alias="说明", description="材料怎样说它；没有说的不写")

    @property
    def label(self) -> str:
        """Its name."""
        return self.name


ROW_TYPES: dict[str, type[Row]] = {
    row.table: row
    for row in (Problem, Organisation, Mechanism, Site, Figure, Honour, Lesson, Limit, Milestone, Document)
}
"""The closed list of typed tables, by the heading they stand under."""

ROW_PREFIXES: dict[str, type[Row]] = {row.prefix: row for row in ROW_TYPES.values()}


def columns(record: type[BaseModel]) -> dict[str, bool]:
    """Return a typed table's columns in order, 编号 first and 依据 last, and whether each must be there."""
    named = {field.alias: field.is_required() for field in record.model_fields.values() if field.alias}
    first = {"编号": True} if "编号" in named else {}
    rest = {name: required for name, required in named.items() if name not in ("编号", "依据")}
    return {**first, **rest, "依据": True}
