"""The manuals as the library knows them: books of clauses, with checklists and forms behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from ..report import Position
from .address import Address
from .duty import Duty
from .entries import Entry
from .sections import Prose, Section
from .values import FullyDated, Slug, Text

TITLE_END = "指引（本库据案例编写）"
"""How every manual's title ends, so that none passes for an official handbook."""
FOLDER = "manuals"
_NUMERALS = "零一二三四五六七八九十"


class SheetKind(StrEnum):
    """What a page behind the chapters is."""

    CHECKLIST = "检查表"
    FORM = "表单"


class BookMeta(Entry, title="手册首页的题头"):
    """Front matter of content/manuals/index.md."""

    title: Text = Field(description="手册部分的标题")


class ManualMeta(Entry, title="一本指引首页的题头"):
    """Front matter of content/manuals/<id>/index.md."""

    title: Text = Field(max_length=40, description=f"书名，以“{TITLE_END}”结尾")
    short: Text = Field(max_length=14, description="简称，用于导航、检索结果和表格")
    source: Slug = Field(description="主要来源，依据中裸写的 P14 指它的段落")
    official: tuple[Text, ...] = Field(
        default=(), description="材料提到、不可同本书混同的文件：案例/文件与标准表的编号"
    )
    roles: Mapping[str, Text] = Field(min_length=1, description="责任一格可用的名称，各用一句话说明是谁")
    added: FullyDated = Field(description="入库日期，如 2026-11-22")


class PartMeta(Entry, title="指引的一章、一张检查表或表单的题头"):
    """Front matter of a chapter, a checklist or a form."""

    title: Text = Field(max_length=24, description="标题")
    kind: str = Field(default="章", pattern="^(章|检查表|表单)$", description="这一页是什么")


@dataclass(frozen=True)
class Clause:
    """One clause: one thing to do, by whom, how often, recorded how, on which evidence."""

    manual: str
    chapter: int
    item: int
    title: str
    text: Prose
    duty: Duty
    notes: tuple[Prose, ...]
    address: Address
    at: Position

    @property
    def number(self) -> str:
        """Chapter and clause: ``2.3``."""
        return f"{self.chapter}.{self.item}"

    @property
    def label(self) -> str:
        """Number and title."""
        return f"{self.number} {self.title}"

    @property
    def context(self) -> str:
        """Whose references its text holds."""
        return manual_context(self.manual)


def clause_anchor(number: str) -> str:
    """The anchor of clause ``2.3`` on its chapter's page: ``c2-3``."""
    return f"c{number.replace('.', '-')}"


def chinese_number(number: int) -> str:
    """A number from 1 to 99 as chapters are counted: 三, 十, 十二, 二十一."""
    tens, ones = divmod(number, 10)
    lead = ("" if tens == 1 else _NUMERALS[tens]) + "十" if tens else ""
    return lead + (_NUMERALS[ones] if ones or not tens else "")


@dataclass(frozen=True)
class Chapter:
    """A chapter: its number, what it says first, and its clauses."""

    number: int
    title: str
    address: Address
    intro: tuple[Prose, ...]
    clauses: tuple[Clause, ...]
    at: Position

    @property
    def key(self) -> str:
        """By what a reader's basket calls it within its manual: ``c2``, as its clauses are ``c2-3``."""
        return f"c{self.number}"

    @property
    def heading(self) -> str:
        """``第二章 每天怎么做``."""
        return f"第{chinese_number(self.number)}章 {self.title}"


@dataclass(frozen=True)
class CheckItem:
    """One thing to check. ``key`` changes with its words, so that a kept tick never passes to another item."""

    text: Prose
    key: str


@dataclass(frozen=True)
class Checks:
    """Items to tick."""

    items: tuple[CheckItem, ...]


@dataclass(frozen=True)
class Blanks:
    """A table to fill in by hand: its head and rows of cells; an empty cell is space to write."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[Prose, ...]
    """The cells that are not empty, at their places: their references are resolved as everywhere."""

    @property
    def is_numbered(self) -> bool:
        """Whether each row is an empty one with its number: a register, whose columns are of one width."""
        return all(row[0].isdigit() and not any(row[1:]) for row in self.rows)


@dataclass(frozen=True)
class SheetSection:
    """A heading of a checklist or form and what stands under it."""

    title: str
    anchor: str
    blocks: tuple[Prose | Checks | Blanks, ...]
    at: Position
    level: ClassVar[int] = 2


@dataclass(frozen=True)
class Sheet:
    """A checklist or a form: one page to tick or to print."""

    id: str
    kind: SheetKind
    title: str
    address: Address
    intro: tuple[Prose, ...]
    sections: tuple[SheetSection, ...]
    at: Position

    @property
    def heading(self) -> str:
        """``检查表：每日自查``."""
        return f"{self.kind.value}：{self.title}"

    def items(self) -> Iterator[CheckItem]:
        """All items to tick, in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Checks):
                    yield from block.items


@dataclass(frozen=True)
class Manual:
    """One manual: what it is, whom it speaks to, its chapters and sheets."""

    id: str
    meta: ManualMeta
    summary: Prose
    sections: tuple[Section, ...]
    chapters: tuple[Chapter, ...]
    sheets: tuple[Sheet, ...]
    at: Position

    @property
    def address(self) -> Address:
        """The manual's front page."""
        return Address(f"{FOLDER}/{self.id}/index.html")

    @property
    def context(self) -> str:
        """Whose references its text holds, as the library's destinations name it."""
        return manual_context(self.id)

    def clauses(self) -> Iterator[Clause]:
        """All clauses in order."""
        for chapter in self.chapters:
            yield from chapter.clauses


def manual_context(manual_id: str) -> str:
    """The context of a manual's references; no case id holds a slash, so the two cannot meet."""
    return f"{FOLDER}/{manual_id}"


@dataclass(frozen=True)
class Book:
    """All manuals under their common front page."""

    meta: BookMeta
    intro: tuple[Prose, ...]
    sections: tuple[Section, ...]
    manuals: Mapping[str, Manual]
    at: Position

    @property
    def address(self) -> Address:
        """The book's front page."""
        return Address(f"{FOLDER}/index.html")

    def clauses(self) -> Iterator[Clause]:
        """All clauses of all manuals."""
        for manual in self.manuals.values():
            yield from manual.clauses()
