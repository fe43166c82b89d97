"""The content model: what `content/` says once it is read and checked.

Everything is immutable. `Library` is what publishers, tables, search and handouts are made from; none of them reads a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ..report import Position
from .address import Address
from .evidence import Paragraph
from .rows import Dated, Figure, FullyDated, Row, Slug, Text
from .strict_yaml import Located

RowType = TypeVar("RowType", bound=Row)


class Entry(BaseModel):
    """A YAML mapping of closed keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Place(Entry):
    """地点, from province down; ``inferred`` names the levels that the source does not say."""

    province: Text
    city: str = ""
    county: str = ""
    town: str = ""
    inferred: tuple[str, ...] = ()

    @property
    def levels(self) -> list[str]:
        """The levels given, from province down."""
        return [level for level in (self.province, self.city, self.county, self.town) if level]


class Lead(Entry):
    """牵头主体: who leads the practice, and the type from vocabulary.yml."""

    name: Text
    type: Text


class CaseMeta(Entry):
    """A case's front matter: identity and taxonomy only."""

    title: Text = Field(max_length=40, description="标题，40 字以内")
    short: Text = Field(max_length=8, description="短名，用于表头和卡片")
    source: Slug = Field(description="主要来源，sources.yml 的编号；依据中的 P14 指它的段落")
    places: tuple[Place, ...] = Field(min_length=1, description="地点")
    lead: Lead = Field(description="牵头主体")
    setting: Text = Field(description="场景，vocabulary.yml 的场景")
    added: FullyDated = Field(description="入库日期，如 2026-11-22")
    key_figures: tuple[Slug, ...] = Field(default=(), max_length=6, description="关键数字，数字表的编号，按显示顺序")


class Source(Entry):
    """来源: one article, told so that a reader can find it and the build knows its paragraphs."""

    title: Text = Field(description="标题；无题的写编者拟题并在 note 说明")
    title_rest: str = Field(default="", description="标题的后半（原题分两截排印的），显示时与 title 直接相连")
    authors: tuple[str, ...] = Field(default=(), description="作者或署名单位")
    publisher: str = Field(default="未记载", description="发布者")
    date: Dated = Field(description="发布日期，材料没有的写 年份未载")
    as_of: Text = Field(description="材料截至：从材料本身能知道的时间")
    note: str = Field(default="", description="来源说明")
    paragraphs: Mapping[Annotated[str, Field(pattern=r"^P\d{2,3}$")], Annotated[str, Field(min_length=1, max_length=12)]] = (
        Field(description="段号及开头（12 字以内）")
    )
    captions: tuple[str, ...] = Field(default=(), description="是图注的段号")

    @property
    def full_title(self) -> str:
        """The title as printed."""
        return self.title + self.title_rest

    def opening(self, paragraph: Paragraph) -> str:
        """The first characters of a paragraph, by which a reader finds it."""
        return self.paragraphs[paragraph.key]


class Term(Entry):
    """术语: one entry of the glossary. ``unexplained`` marks a word that the sources use and do not explain."""

    definition: str = Field(default="", description="释义；材料未解释的留空并写 unexplained: true")
    synonyms: tuple[str, ...] = Field(default=(), description="同义词、简称")
    evidence: tuple[str, ...] = Field(default=(), description="出处，如 chengyang:P15")
    unexplained: bool = Field(default=False, description="材料用了而没有解释")


class Measure(Entry):
    """可比指标: what a figure measures, so that like may be held against like."""

    name: Text
    unit: Text = Field(description="单位，如 %")
    kind: Text = Field(description="量的种类，vocabulary.yml 的量的种类")
    better: Text = Field(default="无", pattern="^(升|降|无)$", description="升、降或无：哪个方向为好")
    meaning: Text = Field(description="数的是什么，不是什么")


class Vocabulary(Entry):
    """The closed lists that cases choose from."""

    lead_types: tuple[str, ...] = Field(alias="主体类型")
    relations: Mapping[str, Annotated[str, Field(pattern="^(上下|并列)$")]] = Field(
        alias="关系", description="关系及其在组织图上的画法：上下 或 并列"
    )
    families: tuple[str, ...] = Field(alias="机制类别")
    settings: tuple[str, ...] = Field(alias="场景")
    site_types: tuple[str, ...] = Field(alias="实践点类型")
    document_types: tuple[str, ...] = Field(alias="文件类型")
    measure_kinds: tuple[str, ...] = Field(alias="量的种类")


class About(Entry):
    """The library itself: front matter of content/about.md."""

    id: Slug = Field(description="本库的标识，读者存放的资料以它为名")
    title: Text
    compiler: Text = Field(description="编者")
    licence: Text = Field(description="内容许可")
    corrections: Text = Field(description="勘误怎样提出")
    examples: tuple[Text, ...] = Field(default=(), max_length=5, description="首页和搜索页的示例检索词")


@dataclass(frozen=True)
class Prose:
    """Markdown between tables and headings, without raw HTML; ``at`` is its first line."""

    text: str
    at: Position


@dataclass(frozen=True)
class RecordTable:
    """A typed table: its heading's word and its rows in order."""

    table: str
    rows: tuple[Row, ...]
    at: Position


@dataclass(frozen=True)
class Questions:
    """讨论题: an ordered list, one item a question."""

    items: tuple[Prose, ...]
    at: Position


Block = Prose | RecordTable | Questions


@dataclass(frozen=True)
class Section:
    """A heading (level 2 or 3), its blocks, and for level 2 its subsections."""

    title: str
    anchor: str
    level: int
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    at: Position

    def walk(self) -> Iterator[Section]:
        """The section itself and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True)
class Case:
    """One case: front matter, the one-sentence practice, and the five parts."""

    id: str
    meta: CaseMeta
    summary: Prose
    parts: tuple[Section, ...]
    at: Position

    @property
    def address(self) -> Address:
        """The case's page."""
        return Address(f"cases/{self.id}.html")

    def sections(self) -> Iterator[Section]:
        """All sections in reading order."""
        for part in self.parts:
            yield from part.walk()

    def rows(self, kind: type[RowType]) -> tuple[RowType, ...]:
        """All rows of one typed table, in order."""
        return tuple(row for row in self.all_rows() if isinstance(row, kind))

    def all_rows(self) -> Iterator[Row]:
        """All typed rows of the case, in reading order."""
        for section in self.sections():
            for block in section.blocks:
                if isinstance(block, RecordTable):
                    yield from block.rows

    def figure(self, id_: str) -> Figure:
        """The figure with this id. Raises StopIteration when there is none."""
        return next(figure for figure in self.rows(Figure) if figure.id == id_)


@dataclass(frozen=True)
class Destination:
    """What a reference leads to: its address, its name, and the thing itself (a row, case, term, table or paragraph)."""

    address: Address
    label: str
    target: object


@dataclass(frozen=True)
class Page:
    """A page of plain prose: content/about.md."""

    meta: About
    sections: tuple[Section, ...]
    intro: tuple[Block, ...]
    at: Position


@dataclass(frozen=True)
class Library:
    """All content, checked, with every reference resolved.

    ``destinations`` maps (case id or '' for content outside cases, link target as written) to where it leads.
    """

    about: Page
    cases: Mapping[str, Case]
    tables: Mapping[str, TableSpec]
    sources: Mapping[str, Source]
    terms: Mapping[str, Term]
    measures: Mapping[str, Measure]
    vocabulary: Vocabulary
    destinations: Mapping[tuple[str, str], Destination] = field(default_factory=dict)
    table_files: Mapping[str, Located] = field(default_factory=dict)
    """The table specs as they stand in their files, for messages about them."""


def _one_or_many(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Where = Mapping[str, Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]]
"""A choice of rows: column → the values wanted, or 有值 (anything) or 留空 (nothing)."""


class TableColumn(Entry):
    """A column of a comparison table: a heading and the field of the row's subject it shows."""

    label: Text
    field: Text = Field(description="取值的字段，如 牵头主体、组织、组织.关系、数值；见 docs/table-specs.md")
    where: Where = Field(default_factory=dict, description="只取这些行：列名: 值，或值的列表；有值、留空 也可")


class TablePart(Entry):
    """A part of a comparison table: its own heading, the rows chosen for it, and how they are grouped."""

    heading: Text
    note: str = Field(default="", description="这一部分怎样读")
    where: Where = Field(default_factory=dict, description="只取这些行：列名: 值，或值的列表；有值、留空 也可")
    group: tuple[Text, ...] = Field(default=(), description="按哪些字段分组，如 [量的种类, 状态]；只用于 figures 表")
    columns: tuple[TableColumn, ...] = Field(default=(), description="这一部分另用的列；空为全表的列")


class TableSpec(Entry):
    """A comparison table: content/tables/<id>.yml."""

    title: Text = Field(description="表名，如 成效与口径对照")
    question: Text = Field(description="表要回答的问题，作页面标题")
    reading: Text = Field(description="怎样读这张表，一两句")
    rows: Text = Field(pattern="^(cases|families|figures)$", description="一行是什么：cases 案例、families 机制类别、figures 数字")
    cases: tuple[str, ...] = Field(default=(), description="案例编号；空为全部")
    columns: tuple[TableColumn, ...] = Field(default=(), description="列；families 表的列为各案例，不写")
    parts: tuple[TablePart, ...] = Field(default=(), description="分成几部分，各有标题；空为不分")
    cautions: tuple[Text, ...] = Field(default=(), description="口径提示，成框显示在表前")
    footnotes: tuple[Text, ...] = Field(default=(), description="表注，列在表后")
