"""content/faq.md: `##` a topic, `###` a question as readers ask it, `- 也问：` its other wordings, `- 见：` where it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...report import Diagnostics, Position
from ..faq import Faq, FaqEntry, FaqTopic
from ..files import ContentFile
from ..linking.references import LINK
from ..sections import Prose
from ..slug import unique_slugs
from .body import Chunk, Heading, grouped, read_chunks
from .tables import PipeTable

WORDINGS, LINKS = "也问", "见"
BETWEEN = "；"
QUESTION_LIMIT, MOST_LINKS = 30, 4
_LINE = re.compile(rf"- (?P<kind>{WORDINGS}|{LINKS})(?P<colon>[：:]) *(?P<text>.*\S)\s*")
_FORM = (
    f"每个问题之下写两行：“- {WORDINGS}：别的问法；再一种问法”（可以没有）和“- {LINKS}：[文字](目标)、[文字](目标)”。"
)


def read_faq(file: ContentFile, diagnostics: Diagnostics) -> Faq:
    """Read the page; every fault is told, and what is faulty is left out."""
    (_, before), *groups = grouped(read_chunks(file.text, file.path, 1, diagnostics), 2)
    reader = _FaqReader(diagnostics, _question_anchors(groups))
    intro = tuple(chunk for chunk in before if isinstance(chunk, Prose))
    stray = next((chunk for chunk in before if not isinstance(chunk, Prose)), None)
    if stray:
        diagnostics.error(stray.at, "问题要写在一个二级标题（##）之下。")
    if not groups:
        diagnostics.error(Position(file.path), f"没有问题。请用二级标题（##）分类，三级标题（###）写问题。{_FORM}")
    topics = unique_slugs(heading.title for heading, _ in groups if heading)
    return Faq(intro, tuple(reader.topic(heading, inner, topics) for heading, inner in groups if heading))


def _question_anchors(groups: list[tuple[Heading | None, list[Chunk]]]) -> dict[str, str]:
    return unique_slugs(
        chunk.title for _, inner in groups for chunk in inner if isinstance(chunk, Heading) and chunk.level == 3
    )


class _FaqReader:
    def __init__(self, diagnostics: Diagnostics, anchors: dict[str, str]) -> None:
        self.diagnostics, self.anchors = diagnostics, anchors
        self.lines: dict[str, int] = {}
        """Where each heading stands that was read so far."""

    def topic(self, heading: Heading, chunks: list[Chunk], anchors: dict[str, str]) -> FaqTopic:
        self._check_title(heading)
        (_, before), *groups = grouped(chunks, 3)
        if before:
            self.diagnostics.error(before[0].at, f"这里写三级标题（###），一个标题一个问题。{_FORM}")
        if not groups:
            self.diagnostics.error(heading.at, f"“{heading.title}” 之下没有问题。请写三级标题（###），或删去这一类。")
        entries = (self._entry(question, inner) for question, inner in groups if question)
        return FaqTopic(heading.title, f"t-{anchors[heading.title]}", tuple(entry for entry in entries if entry))

    def _entry(self, heading: Heading, chunks: list[Chunk]) -> FaqEntry | None:
        self._check_title(heading)
        if len(heading.title) > QUESTION_LIMIT:
            told = f"问题有 {len(heading.title)} 字，超过 {QUESTION_LIMIT} 字。请改短，别的说法写进“{WORDINGS}”。"
            self.diagnostics.error(heading.at, told)
        found: dict[str, Prose] = {}
        for kind, text in self._lines(chunks):
            if kind in found:
                self.diagnostics.error(text.at, f"“{kind}” 在这个问题之下写了两次。请并成一行。")
            found[kind] = text
        if LINKS not in found:
            self.diagnostics.error(heading.at, f"问题“{heading.title}” 没有说在哪里回答。{_FORM}")
            return None
        wordings = self._wordings(found[WORDINGS]) if WORDINGS in found else ()
        self._check_links(found[LINKS])
        anchor = f"q-{self.anchors[heading.title]}"
        return FaqEntry(heading.title, wordings, found[LINKS], anchor, heading.at)

    def _check_title(self, heading: Heading) -> None:
        first = self.lines.setdefault(heading.title, heading.at.line)
        if first != heading.at.line:
            self.diagnostics.error(heading.at, f"标题“{heading.title}” 重复，第 {first} 行已有。请合并或改写。")
        if "](" in heading.title or "**" in heading.title:
            self.diagnostics.error(heading.at, f"标题“{heading.title}” 里不用链接和加粗。请只写文字。")

    def _lines(self, chunks: list[Chunk]) -> Iterator[tuple[str, Prose]]:
        for chunk in chunks:
            if isinstance(chunk, Heading | PipeTable):
                self.diagnostics.error(chunk.at, f"这一页只用二级、三级标题，不放表格。{_FORM}")
                continue
            for number, line in enumerate(chunk.text.split("\n")):
                yield from self._line(line, Position(chunk.at.path, chunk.at.line + number))

    def _line(self, line: str, at: Position) -> Iterator[tuple[str, Prose]]:
        match = _LINE.fullmatch(line)
        if match and match["colon"] == "：":
            yield match["kind"], Prose(match["text"], Position(at.path, at.line, match.start("text") + 1))
        elif match:
            at = Position(at.path, at.line, match.start("colon") + 1)
            self.diagnostics.error(at, f"“{match['kind']}” 之后的冒号用全角“：”。")
        elif line.strip():
            self.diagnostics.error(at, _FORM)

    def _wordings(self, prose: Prose) -> tuple[str, ...]:
        if "](" in prose.text:
            self.diagnostics.error(prose.at, f"“{WORDINGS}” 只写文字，链接写在“{LINKS}” 里。")
        wordings = [part.strip() for part in prose.text.split(BETWEEN)]
        if "" in wordings:
            self.diagnostics.error(prose.at, f"“{WORDINGS}” 里有空的一种问法。几种问法之间用一个全角分号“；”。")
        for number, wording in enumerate(wordings):
            if wording and wording in wordings[:number]:
                self.diagnostics.error(prose.at, f"“{wording}” 在“{WORDINGS}” 里写了两次。请删去一个。")
        return tuple(dict.fromkeys(filter(None, wordings)))

    def _check_links(self, prose: Prose) -> None:
        count = len(LINK.findall(prose.text))
        if not count or LINK.sub("", prose.text).strip("、 "):
            told = f"“{LINKS}” 只写链接，几个链接之间用顿号，如 [西塘：数字](case:xitang/figures)。"
            self.diagnostics.error(prose.at, told)
        elif count > MOST_LINKS:
            told = f"“{LINKS}” 有 {count} 个链接，超过 {MOST_LINKS} 个。请只留最能回答的。"
            self.diagnostics.error(prose.at, told)
