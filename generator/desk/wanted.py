"""What a new file is made from: the words that the editor gave, and what the library has to choose from."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..library.entries import Source, Vocabulary

NEW_SOURCE = "new"
_PLAIN = re.compile(r"[一-鿿][^:#\"'{}\[\],&*!|>%@`\\]*")


class Kind(StrEnum):
    """What may be begun."""

    CASE = "case"
    MANUAL = "manual"
    TABLE = "table"
    COURSE = "course"
    HANDOUT = "handout"

    @property
    def label(self) -> str:
        """What an editor calls it."""
        return {"case": "案例", "manual": "手册", "table": "对照表", "course": "课程", "handout": "讲义"}[self]

    @property
    def needs(self) -> tuple[str, ...]:
        """The options without which it cannot be begun."""
        more = {"case": ("source",), "manual": ("source",), "course": ("cases",), "handout": ("cases",)}
        return ("title", *more.get(self, ()))

    @property
    def takes(self) -> tuple[str, ...]:
        """The options that may be given besides."""
        more = {"case": ("short",), "manual": ("short",), "course": ("short",), "table": ("cases",)}
        return (*self.needs, *more.get(self, ()))


@dataclass(frozen=True)
class Wanted:
    """A file to begin. ``source`` is a key of sources.yml; ``first`` the first paragraph's number of each source."""

    kind: Kind
    id: str
    title: str
    today: date
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    short: str = ""
    source: str = ""
    cases: tuple[str, ...] = ()
    case_sources: tuple[str, ...] = ()
    """The sources of ``cases``, one each."""

    def short_title(self, most: int) -> str:
        """The short name given, else what stands before the title's colon, cut to ``most`` characters."""
        return self.short or re.split("[：:，,]", self.title)[0].strip()[:most]

    def first_paragraph(self, source: str) -> int:
        """The number of the first paragraph of a source; that of a source not there yet is 1."""
        keys = self.sources[source].paragraphs if source in self.sources else {"P01": ""}
        return min(int(key[1:]) for key in keys)


def scalar(text: str) -> str:
    """``text`` as a value of YAML, in quotation marks where it needs them."""
    return text if _PLAIN.fullmatch(text) and text == text.strip() else json.dumps(text, ensure_ascii=False)


def choice(words: tuple[str, ...]) -> str:
    """The words of a closed list for a comment."""
    return "、".join(words)
