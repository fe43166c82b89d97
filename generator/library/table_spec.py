"""Comparison tables as editors write them: content/tables/<id>.yml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator, Field

from .entries import Entry
from .rows import ROW_TYPES, Figure
from .values import Text

RECORD_TABLES = tuple(name for name in ROW_TYPES if name != Figure.table)
"""The typed tables whose records may be rows of a table; figures have rows of their own kind (``figures``)."""


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Where = Mapping[
    str, Annotated[tuple[str, ...], BeforeValidator(_one_or_many, json_schema_input_type=str | tuple[str, ...])]
]
"""A choice of rows: column → the values wanted, or 有值 (anything) or 留空 (nothing)."""


class TableColumn(Entry, title="对照表的一列"):
    """A column of a comparison table: a heading and the field of the row's subject it shows."""

    label: Text = Field(description="表头")
    field: Text = Field(description="取值的字段，如 牵头主体、组织、组织.关系、数值；见 docs/table-specs.md")
    where: Where = Field(default_factory=dict, description="只取这些行：列名: 值，或值的列表；有值、留空 也可")


class TablePart(Entry, title="对照表的一部分：有自己的标题和取行的条件"):
    """A part of a comparison table: its own heading, the rows chosen for it, and how they are grouped."""

    heading: Text = Field(description="这一部分的标题")
    note: str = Field(default="", description="这一部分怎样读")
    where: Where = Field(default_factory=dict, description="只取这些行：列名: 值，或值的列表；有值、留空 也可")
    group: tuple[Text, ...] = Field(
        default=(),
        description="按哪些字段分组，如 [量的种类, 状态]、[书名]；只用于 figures 表、clauses 表和 records 表",
    )
    columns: tuple[TableColumn, ...] = Field(default=(), description="这一部分另用的列；空为全表的列")


class TableSpec(Entry, title="一张对照表"):
    """A comparison table: content/tables/<id>.yml."""

    title: Text = Field(description="表名，如 成效与口径对照")
    question: Text = Field(description="表要回答的问题，作页面标题")
    reading: Text = Field(description="怎样读这张表，一两句")
    rows: Text = Field(
        pattern="^(cases|families|figures|clauses|records)$",
        description="一行是什么：cases 案例、families 机制类别、figures 数字、clauses 手册的条款、records 一张类型表的行",
    )
    table: str = Field(
        default="",
        description="只用于 records 表，且必写：一行是哪张类型表的一行",
        json_schema_extra={"enum": ["", *RECORD_TABLES]},
    )
    where: Where = Field(
        default_factory=dict, description="只用于 records 表：全表只取这些行，写法同 parts 的 where；有值、留空 也可"
    )
    cases: tuple[str, ...] = Field(default=(), description="案例编号；空为全部；clauses 表不写")
    case_where: Where = Field(
        default_factory=dict,
        description="只取这些案例：省份、场景、主体类型、机制类别等: 值，或值的列表；与 cases 同写时须都符合；clauses 表不写",
    )
    manuals: tuple[str, ...] = Field(default=(), description="手册编号，只用于 clauses 表；空为全部")
    columns: tuple[TableColumn, ...] = Field(default=(), description="列；families 表的列为各案例，不写")
    parts: tuple[TablePart, ...] = Field(default=(), description="分成几部分，各有标题；空为不分")
    transpose: bool = Field(default=False, description="只用于 cases 表：true 为行列互换，一行一个字段，一列一个案例")
    partial: bool = Field(default=False, description="true 为本就只选一部分，where 没有列入的词不再提醒")
    order: int = Field(default=50, description="在对照表列表里的次序，小的在前；同号的按编号")
    cautions: tuple[Text, ...] = Field(default=(), description="口径提示，成框显示在表前")
    footnotes: tuple[Text, ...] = Field(default=(), description="表注，列在表后")
