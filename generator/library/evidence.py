"""依据: the paragraphs a fact rests on, or the word that says it is the editors' own."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

ADVICE, ANALYSIS = EDITORIAL = ("建议", "编者分析")
PARAGRAPH = re.compile(r"(?:(?P<source>[a-z0-9][a-z0-9-]*):)?P(?P<number>\d{1,3})")
_SEPARATOR = re.compile(r"[、，,\s]+")


@dataclass(frozen=True, order=True)
class Paragraph:
    """One paragraph of a source: its key in sources.yml and its number."""

    source: str
    number: int

    @property
    def key(self) -> str:
        """The number as sources.yml writes it: ``P05``."""
        return f"P{self.number:02d}"

    @property
    def label(self) -> str:
        """The number as a reader sees it: ``段5``."""
        return f"段{self.number}"

    def anchor(self, own_source: str = "") -> str:
        """The anchor of its entry in a page's list of sources: ``src-xitang-baoli-P05``.

        On a page whose main source is ``own_source`` its own paragraphs are just ``P05``: a case cites them hundreds of times.
        """
        return self.key if self.source == own_source else f"src-{self.source}-{self.key}"


@dataclass(frozen=True)
class Evidence:
    """What a record rests on: paragraphs, and 建议 or 编者分析 where the editors speak (else an empty string)."""

    paragraphs: tuple[Paragraph, ...] = ()
    editorial: str = ""

    def __str__(self) -> str:
        words = [paragraph.key for paragraph in self.paragraphs]
        return "、".join([*words, self.editorial] if self.editorial else words)


def parse_evidence(text: str, source: str, offered: tuple[str, ...] = EDITORIAL) -> Evidence:
    """Parse a 依据 cell such as ``P14、P15``, ``other-source:P03`` or ``建议``.

    ``source`` is the key meant where a paragraph names none; ``offered`` are the words to name as a remedy. Raises ValueError for anything else.
    """
    paragraphs: list[Paragraph] = []
    editorial = ""
    for word in filter(None, _SEPARATOR.split(text.strip())):
        match = PARAGRAPH.fullmatch(word)
        if match:
            paragraph = Paragraph(match["source"] or source, int(match["number"]))
            if paragraph in paragraphs:
                raise ValueError(f"“{word}” 写了两次。请删去一处。")
            paragraphs.append(paragraph)
        elif word in EDITORIAL and editorial:
            raise ValueError(f"“{editorial}” 和“{word}” 只能写一个。")
        elif word in EDITORIAL:
            editorial = word
        else:
            near = _nearest(word, offered)
            hint = f"是否为“{near}”？" if near else ""
            words = f"、{' 或 '.join(offered)}" if len(offered) > 1 else f"或 {offered[0]}"
            raise ValueError(f"“{word}” 无法识别。请写段号（如 P14、P15，或 来源:P14）{words}。{hint}")
    if not paragraphs and not editorial:
        raise ValueError(f"是空的。请写段号（如 P14），材料没有说的写 {' 或 '.join(offered)}。")
    return Evidence(tuple(paragraphs), editorial)


_SPAN = re.compile(r"(?:P|段)?(\d{1,3})[-—–~至到]+(?:P|段)?(\d{1,3})段?")


def _nearest(word: str, offered: tuple[str, ...]) -> str:
    """What an editor most likely meant: p04, 段4, 第4段, [段4](P4), P01-P04, P01；P04; an empty string when unclear."""
    plain = unicodedata.normalize("NFKC", re.sub(r"\[[^\]]*\]\((.*)\)", r"\1", word)).strip("。.;:,()[]【】“”")
    if plain in offered:
        return plain
    span = _SPAN.fullmatch(plain.upper())
    if span and int(span[1]) < int(span[2]) <= int(span[1]) + 9:
        return "、".join(f"P{number:02d}" for number in range(int(span[1]), int(span[2]) + 1))
    found = []
    for part in re.split(r"[;/]", plain):
        match = re.fullmatch(r"(?:(?P<source>[a-z0-9][a-z0-9-]*):)?(?:[Pp]|第|段)?(?P<number>\d{1,3})段?", part)
        if not match:
            return ""
        found.append(f"{match['source']}:" * bool(match["source"]) + f"P{int(match['number']):02d}")
    return "、".join(found)
