"""One case file to a :class:`Case`: front matter, summary, five parts, typed tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ...report import Diagnostics, Position, suggestion
from ..entries import CaseMeta
from ..files import ContentFile
from ..model import Case
from ..rows import ROW_TYPES
from ..sections import Block, Prose, Questions, RecordTable, Section
from ..slug import unique_slugs
from ..strict_yaml import Located, read_yaml
from ..validate import validate
from .body import Chunk, Heading, grouped, read_chunks, split_front_matter
from .questions import read_questions
from .tables import PipeTable
from .typed_rows import read_rows

QUESTIONS = "讨论题"
PARTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "背景与起因": ("background", ("问题",)),
    "做法与经过": ("practice", ("组织", "机制", "实践点")),
    "成效与反响": ("results", ("数字", "荣誉")),
    "探讨与评论": ("discussion", ("可复制要点", "局限", QUESTIONS)),
    "附录": ("appendix", ("时间线", "文件与标准")),
}
"""The five parts that Chinese case calls ask for, in order: anchor, and the typed headings each may hold."""

TYPED_ANCHORS = {
    "问题": "problems", "组织": "organisation", "机制": "mechanisms", "实践点": "sites", "数字": "figures", "荣誉": "honours",
    "可复制要点": "lessons", "局限": "limits", QUESTIONS: "questions", "时间线": "timeline", "文件与标准": "documents",
}  # fmt: skip
SUMMARY_LIMIT = 60
_HEADING_SLIP = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[、.．)）]\s*|[*_：:。\s“”《》]|表$")
_NOT_A_SENTENCE = re.compile(r"(?:[-*+]|\d+\.)\s|>")


@dataclass(frozen=True)
class CaseReading:
    """What a case file gave: the case where it could be made, and the ids already told as faulty."""

    id: str
    case: Case | None
    faulty: frozenset[str] = frozenset()
    front: Located | None = None


def read_case(file: ContentFile, diagnostics: Diagnostics) -> CaseReading:
    """Read one case. All faults of the file are told; ``case`` is None when front matter or parts are missing."""
    id_ = PurePosixPath(file.path).stem
    front = split_front_matter(file, diagnostics)
    if front is None:
        return CaseReading(id_, None)
    located = read_yaml(front.text, file.path, diagnostics, first_line=2)
    meta = validate(CaseMeta, located, "题头", diagnostics) if located else None
    source = meta.source if meta else ""
    reader = _BodyReader(Position(file.path), source, diagnostics)
    summary, parts = reader.read(read_chunks(front.body, file.path, front.body_line, diagnostics))
    case = Case(id_, meta, summary, parts, Position(file.path)) if meta and summary else None
    return CaseReading(id_, case, frozenset(reader.faulty), located)


class _BodyReader:
    def __init__(self, at: Position, source: str, diagnostics: Diagnostics) -> None:
        self.at, self.source, self.diagnostics = at, source, diagnostics
        self.faulty: set[str] = set()
        self.seen: dict[str, Position] = {}

    def read(self, chunks: list[Chunk]) -> tuple[Prose | None, tuple[Section, ...]]:
        chunks = [self._heading(chunk) if isinstance(chunk, Heading) else chunk for chunk in chunks]
        groups = grouped(chunks, 2)
        summary = self._summary(groups[0][1])
        parts = groups[1:]
        self._check_parts([heading for heading, _ in parts if heading])
        anchors = unique_slugs(chunk.title for chunk in chunks if isinstance(chunk, Heading) and chunk.level == 3)
        return summary, tuple(self._part(heading, body, anchors) for heading, body in parts if heading)

    def _heading(self, heading: Heading) -> Heading:
        """Tell markup in a heading; read one that is a closed heading but for numbering, marks or 表 as that heading."""
        title = heading.title
        known = TYPED_ANCHORS if heading.level == 3 else PARTS if heading.level == 2 else {}
        near = _HEADING_SLIP.sub("", title)
        if title not in known and near in known:
            self.diagnostics.error(heading.at, f"标题“{title}” 多写了字。应为“{near}”，不加编号、标点和加粗。")
            return Heading(near, heading.level, heading.at)
        if "](" in title or "**" in title or "`" in title:
            self.diagnostics.error(heading.at, f"标题“{title}” 里不用链接和加粗。请只写文字。")
        return heading

    def _summary(self, chunks: list[Chunk]) -> Prose | None:
        for chunk in chunks:
            if isinstance(chunk, Heading):
                hint = (
                    "标题由题头的 title 给出，正文从 ## 开始。"
                    if chunk.level == 1
                    else "三级标题要放在五个二级标题之下。"
                )
                self.diagnostics.error(chunk.at, f"标题“{chunk.title}” 位置不对。{hint}")
            elif isinstance(chunk, PipeTable):
                self.diagnostics.error(chunk.at, "表格要放在类型标题之下，导语处只写一句话做法。")
        prose = [chunk for chunk in chunks if isinstance(chunk, Prose)]
        if not prose:
            self.diagnostics.error(
                self.at, f"没有导语。请在题头之后、第一个二级标题之前写一句话做法，{SUMMARY_LIMIT} 字以内。"
            )
            return None
        if len(prose) > 1 or "\n\n" in prose[0].text:
            line = (
                prose[0].at.line + prose[0].text.partition("\n\n")[0].count("\n") + 2
                if len(prose) == 1
                else prose[1].at.line
            )
            self.diagnostics.error(
                Position(self.at.path, line), "导语只写一段，这里又有一段。请并成一句，其余写进“背景与起因”。"
            )
        elif _NOT_A_SENTENCE.match(prose[0].text):
            self.diagnostics.error(prose[0].at, "导语是一句话，不用列表和引文。")
        return prose[0]

    def _check_parts(self, headings: list[Heading]) -> None:
        order = list(PARTS)
        titles = [heading.title for heading in headings]
        for index, heading in enumerate(headings):
            if heading.title not in PARTS:
                listing = "、".join(order)
                hint = suggestion(heading.title, order)
                self.diagnostics.error(heading.at, f"二级标题“{heading.title}” 不在 {listing} 之中。{hint}")
            elif heading.title in titles[:index]:
                self.diagnostics.error(heading.at, f"二级标题“{heading.title}” 重复。五个部分各写一次。")
        known = [title for title in titles if title in PARTS]
        missing = [title for title in order if title not in known]
        if missing:
            self.diagnostics.error(
                self.at, f"缺少二级标题 {'、'.join(missing)}。五个部分一个不少：{'、'.join(order)}。"
            )
        elif known != order and len(known) == len(order):
            self.diagnostics.error(headings[0].at, f"五个二级标题次序不对。应依次为 {'、'.join(order)}。")

    def _part(self, heading: Heading, chunks: list[Chunk], anchors: dict[str, str]) -> Section:
        anchor, allowed = PARTS.get(heading.title, ("part", ()))
        groups = grouped(chunks, 3)
        blocks = self._plain_blocks(groups[0][1])
        sections = tuple(self._section(sub, body, heading.title, allowed, anchors) for sub, body in groups[1:] if sub)
        return Section(heading.title, anchor, 2, blocks, sections, heading.at)

    def _section(
        self, heading: Heading, chunks: list[Chunk], part: str, allowed: Iterable[str], anchors: dict[str, str]
    ) -> Section:
        title = heading.title
        if title not in TYPED_ANCHORS:
            anchor = f"s-{anchors[title]}"
            self._claim(title, heading)
            return Section(title, anchor, 3, self._plain_blocks(chunks), (), heading.at)
        if title not in allowed and part in PARTS:
            home = next(name for name, (_, typed) in PARTS.items() if title in typed)
            self.diagnostics.error(heading.at, f"“{title}” 应放在“{home}” 之下，不在“{part}” 之下。")
        self._claim(title, heading)
        blocks = self._questions(heading, chunks) if title == QUESTIONS else self._typed_blocks(heading, chunks)
        return Section(title, TYPED_ANCHORS[title], 3, blocks, (), heading.at)

    def _claim(self, title: str, heading: Heading) -> None:
        if title in self.seen:
            self.diagnostics.error(
                heading.at, f"三级标题“{title}” 重复，第 {self.seen[title].line} 行已有。请合并或改名。"
            )
        self.seen.setdefault(title, heading.at)

    def _plain_blocks(self, chunks: list[Chunk]) -> tuple[Block, ...]:
        for chunk in chunks:
            if isinstance(chunk, PipeTable):
                names = "、".join(ROW_TYPES)
                self.diagnostics.error(chunk.at, f"表格只能放在类型标题之下：{names}。请在表格前加上相应的三级标题。")
            elif isinstance(chunk, Heading):
                self.diagnostics.error(
                    chunk.at, f"标题“{chunk.title}” 层级不对。案例里只用二级（##）和三级（###）标题。"
                )
        return tuple(chunk for chunk in chunks if isinstance(chunk, Prose))

    def _typed_blocks(self, heading: Heading, chunks: list[Chunk]) -> tuple[Block, ...]:
        blocks: list[Block] = []
        tables = [chunk for chunk in chunks if isinstance(chunk, PipeTable)]
        if len(tables) != 1:
            what = "没有表格" if not tables else f"有 {len(tables)} 张表格"
            self.diagnostics.error(heading.at, f"“{heading.title}” 之下{what}，应有一张。")
        for chunk in chunks:
            if isinstance(chunk, PipeTable):
                typed = read_rows(chunk, ROW_TYPES[heading.title], self.source, self.diagnostics)
                self.faulty |= typed.faulty
                blocks.append(RecordTable(heading.title, typed.rows, chunk.at))
            elif isinstance(chunk, Heading):
                self.diagnostics.error(
                    chunk.at, f"标题“{chunk.title}” 层级不对。案例里只用二级（##）和三级（###）标题。"
                )
            else:
                blocks.append(chunk)
        return tuple(blocks)

    def _questions(self, heading: Heading, chunks: list[Chunk]) -> tuple[Block, ...]:
        prose = [chunk for chunk in chunks if isinstance(chunk, Prose)]
        for chunk in chunks:
            if not isinstance(chunk, Prose):
                self.diagnostics.error(chunk.at, "讨论题只写编号列表，一项一题，如“1. ……”。")
        items = read_questions(prose, self.diagnostics)
        if not items:
            self.diagnostics.error(heading.at, f"“{QUESTIONS}” 之下应是编号列表，一项一题，如“1. ……”。")
        return (Questions(items, heading.at),)
