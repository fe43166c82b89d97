"""Handouts as editors put them together: content/handouts/<id>.yml."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from .entries import Entry
from .values import FullyDated, Text

_KINDS = {
    "case": ("case", "sections"),
    "manual": ("manual", "chapters"),
    "table": ("table",),
    "compare": ("compare", "fields"),
    "questions": ("questions",),
    "paper": ("paper",),
    "answers": ("answers",),
    "text": ("text", "steps"),
}
"""What a part may be, by the key that says so, and the keys that belong to it; heading and new_page stand with any."""
_KEYS = ("case", "manual", "table", "compare", "questions", "paper", "answers", "text", "steps")

WHOLE_KINDS = ("case", "manual", "table", "paper", "answers")
"""What a handout may be all about."""


class HandoutFormat(StrEnum):
    """What a handout is given out as."""

    WORD = "docx"
    PDF = "pdf"
    SLIDES = "pptx"
    SUMMARY = "summary"
    """One page about one case, as a PDF."""

    @property
    def label(self) -> str:
        """What a reader calls it."""
        return {"docx": "Word", "pdf": "PDF", "pptx": "PPT", "summary": "一页纸"}[self]

    def file_name(self, id_: str) -> str:
        """The file of the handout ``id_``: ``xitang.docx``, ``xitang-summary.pdf``."""
        return f"{id_}-summary.pdf" if self is HandoutFormat.SUMMARY else f"{id_}.{self}"


FULL_FORMATS = (HandoutFormat.WORD, HandoutFormat.PDF, HandoutFormat.SLIDES)
"""The formats that hold all of a handout, whatever it is made of."""


class HandoutPart(Entry, title="讲义的一部分：案例、手册、对照表、并列、讨论题、试卷、答案、编者的话，只写一样"):
    """A part of a handout: one case, manual or table, cases side by side, questions, a course's self-test, or the editors' own words."""

    heading: str = Field(default="", max_length=40, description="标题；text 必写，其余不写时用案例、手册、表的名称")
    case: str = Field(default="", description="案例编号")
    sections: tuple[Text, ...] = Field(default=(), description="案例的哪些章节，写标题；空为全部")
    manual: str = Field(default="", description="手册编号")
    chapters: tuple[Text, ...] = Field(default=(), description="手册的哪些章、检查表、表单，写标题；空为全部")
    table: str = Field(default="", description="对照表编号")
    compare: tuple[Text, ...] = Field(default=(), description="并列的案例编号，两个以上")
    fields: tuple[Text, ...] = Field(default=(), description="并列哪些字段，写法同 compare 命令的 --fields")
    questions: tuple[Text, ...] = Field(default=(), description="讨论题：案例编号取全部，案例/题号 取一道，如 xitang/3")
    paper: str = Field(default="", description="课程编号：它的自测试卷和答题卡")
    answers: str = Field(default="", description="课程编号：它的自测题的参考答案与解析")
    text: tuple[Text, ...] = Field(default=(), description="编者自己的话，一项一段，印出时标“建议”")
    steps: tuple[Text, ...] = Field(default=(), description="编者自己的话，列成编号列表")
    new_page: bool = Field(default=False, description="true 为另起一页")

    @property
    def is_excerpt(self) -> bool:
        """Whether it takes only some of a case's sections or of a manual's chapters."""
        return bool(self.sections or self.chapters)

    @property
    def chosen_questions(self) -> tuple[tuple[str, str], ...]:
        """The questions chosen, by case: its id and the number written behind it, '' for all."""
        return tuple((case, number) for case, _, number in (name.partition("/") for name in self.questions))

    @property
    def kind(self) -> str:
        """Which of the keys of _KINDS the part is."""
        return next(kind for kind, keys in _KINDS.items() if any(getattr(self, key) for key in keys))

    @property
    def is_whole(self) -> bool:
        """Whether it is all of a case, manual, table or self-test, under its own name."""
        return self.kind in WHOLE_KINDS and not (self.heading or self.sections or self.chapters)

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [kind for kind, keys in _KINDS.items() if any(getattr(self, key) for key in keys)]
        if len(given) != 1:
            told = "一样也没有写" if not given else f"同时写了 {'、'.join(given)}"
            raise ValueError(f"{told}。一部分只写一样：{'、'.join(_KEYS)}（text 与 steps 可以同写）。")
        kind = given[0]
        if kind != "text" and not getattr(self, kind):
            raise ValueError(f"{_KINDS[kind][1]} 要同 {kind} 一起写。请补上 {kind}。")
        if kind == "text" and not self.heading:
            raise ValueError("没有 heading。编者自己的话要有标题。")
        return self


class HandoutSpec(Entry, title="一份讲义：封面和各部分"):
    """A handout: its cover and its parts in order."""

    title: Text = Field(description="标题，印在封面上")
    subtitle: str = Field(default="", max_length=60, description="副题")
    date: FullyDated | None = Field(default=None, description="封面上的日期，如 2026-11-22；不写则用收录截至的日期")
    order: int = Field(default=50, description="在讲义列表里的次序，小的在前；同号的按编号")
    formats: tuple[HandoutFormat, ...] = Field(
        default=FULL_FORMATS, min_length=1, description="生成哪些格式；summary 是一页纸，只有整个一个案例的讲义才有"
    )
    parts: tuple[HandoutPart, ...] = Field(min_length=1, description="各部分，照印出的次序")

    @property
    def subject(self) -> tuple[str, str] | None:
        """The one thing that the handout is all of, by kind and id: ``("case", "xitang")``; None for any other handout."""
        part = self.parts[0]
        return (part.kind, str(getattr(part, part.kind))) if len(self.parts) == 1 and part.is_whole else None

    @property
    def case(self) -> str:
        """The id of the one case that the handout is all of, '' for any other handout."""
        kind, id_ = self.subject or ("", "")
        return id_ if kind == "case" else ""

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """The editors' own words that may hold references, each with its place in the file."""
        for number, part in enumerate(self.parts):
            for name in ("text", "steps"):
                for row, text in enumerate(getattr(part, name)):
                    yield ("parts", number, name, row), text
