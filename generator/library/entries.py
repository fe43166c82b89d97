"""The YAML of content: front matter and the entries of sources, terms, measures, vocabulary. Closed keys, nothing silent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from .evidence import Paragraph
from .values import Dated, FullyDated, Slug, Text


class Entry(BaseModel):
    """A YAML mapping of closed keys. The title of a kind is what editors read of it in docs/ and in their program."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Place(Entry, title="一个地点：由省到镇"):
    """地点, from province down; ``inferred`` names the levels that the source does not say."""

    province: Text = Field(description="省、自治区、直辖市，写全称")
    city: str = Field(default="", description="市、州，写全称")
    county: str = Field(default="", description="县、区、县级市，写全称")
    town: str = Field(default="", description="乡、镇、街道，写全称")
    inferred: tuple[str, ...] = Field(default=(), description="材料没有写、由编者补的层级，如 [province, city]")

    @property
    def levels(self) -> list[str]:
        """The levels given, from province down."""
        return [level for level in (self.province, self.city, self.county, self.town) if level]


class Lead(Entry, title="牵头主体：谁牵头，属哪一类"):
    """牵头主体: who leads the practice, and the type from vocabulary.yml."""

    name: Text = Field(description="名称，照材料写")
    type: Text = Field(description="vocabulary.yml 的主体类型")


class CaseMeta(Entry, title="案例的题头：是什么案例，归在哪一类"):
    """A case's front matter: identity and taxonomy only."""

    title: Text = Field(max_length=40, description="标题，不与别的案例相同")
    short: Text = Field(max_length=8, description="短名，用于表头和卡片，不与别的案例相同")
    source: Slug = Field(description="主要来源，sources.yml 的编号；依据中的 P14 指它的段落")
    places: tuple[Place, ...] = Field(min_length=1, description="地点，一处一项")
    lead: Lead = Field(description="牵头主体")
    setting: Text = Field(description="场景，vocabulary.yml 的场景")
    added: FullyDated = Field(description="入库日期，如 2026-11-22")
    key_figures: tuple[Slug, ...] = Field(default=(), max_length=6, description="关键数字，数字表的编号，按显示顺序")


class Source(Entry, title="一份来源：读者凭它找得到原文"):
    """来源: one article, told so that a reader can find it and the build knows its paragraphs."""

    title: Text = Field(description="标题；无题的写编者拟题并在 note 说明")
    title_rest: str = Field(default="", description="标题的后半（原题分两截排印的），显示时与 title 直接相连")
    authors: tuple[str, ...] = Field(default=(), description="作者或署名单位，照材料写")
    publisher: str = Field(default="未记载", description="发布者")
    date: Dated = Field(description="发布日期，材料没有的写 年份未载")
    as_of: Text = Field(description="材料截至：从材料本身能知道的时间")
    note: str = Field(default="", description="来源说明")
    paragraphs: Mapping[
        Annotated[str, Field(pattern=r"^P\d{2,3}$")], Annotated[str, Field(min_length=1, max_length=12)]
    ] = Field(description="一段一行：段号和段落的开头（12 字以内），如 P05: 开头几字")
    captions: tuple[str, ...] = Field(default=(), description="是图注的段号")

    @property
    def full_title(self) -> str:
        """The title as printed."""
        return self.title + self.title_rest

    def opening(self, paragraph: Paragraph) -> str:
        """The first characters of a paragraph, by which a reader finds it."""
        return self.paragraphs[paragraph.key]


class Term(Entry, title="一条术语"):
    """术语: one entry of the glossary. ``unexplained`` marks a word that the sources use and do not explain."""

    definition: str = Field(default="", description="释义；材料未解释的留空并写 unexplained: true")
    synonyms: tuple[str, ...] = Field(default=(), description="同义词、简称")
    evidence: tuple[str, ...] = Field(default=(), description="出处，如 chengyang:P15")
    unexplained: bool = Field(default=False, description="材料用了而没有解释")


class Measure(Entry, title="一个可比指标：指标、单位、种类都相同的数字才谈得上比较"):
    """可比指标: what a figure measures, so that like may be held against like."""

    name: Text = Field(description="名称")
    unit: Text = Field(description="单位，如 %")
    kind: Text = Field(description="量的种类，vocabulary.yml 的量的种类")
    better: Text = Field(default="无", pattern="^(升|降|无)$", description="哪个方向为好")
    meaning: Text = Field(description="数的是什么，不是什么")


class Vocabulary(Entry, title="案例和手册只能从这里选的词"):
    """The closed lists that cases choose from."""

    lead_types: tuple[str, ...] = Field(alias="主体类型", description="牵头主体和组织表的类型")
    relations: Mapping[str, Annotated[str, Field(pattern="^(上下|并列)$")]] = Field(
        alias="关系", description="组织表的关系，各写明在组织图上怎样画：上下 或 并列"
    )
    families: tuple[str, ...] = Field(alias="机制类别", description="机制表的类别")
    settings: tuple[str, ...] = Field(alias="场景", description="案例题头的 setting")
    site_types: tuple[str, ...] = Field(alias="实践点类型", description="实践点表的类型")
    document_types: tuple[str, ...] = Field(alias="文件类型", description="文件与标准表的类型")
    measure_kinds: tuple[str, ...] = Field(alias="量的种类", description="可比指标的 kind")
    frequencies: tuple[str, ...] = Field(default=(), alias="频次", description="手册条款的频次，按由密到疏的次序")


class Wordings(Entry, title="读者常说而材料写作别样的词"):
    """What readers type for what the library words otherwise."""

    groups: tuple[tuple[Text, ...], ...] = Field(alias="日常说法", description="一行一组，组内的词检索时可以互相代替")


class About(Entry, title="本库自己：名称、编者、许可"):
    """The library itself: front matter of content/about.md."""

    id: Slug = Field(description="本库的标识，读者存放的资料以它为名")
    title: Text = Field(description="本库的名称")
    compiler: Text = Field(description="编者")
    licence: Text = Field(description="内容许可")
    corrections: Text = Field(description="勘误怎样提出")
    examples: tuple[Text, ...] = Field(default=(), max_length=5, description="首页和搜索页的示例检索词")
