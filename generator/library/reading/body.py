"""The body of a content file cut into headings, prose and pipe tables, each with its place.

What the content model has no use for (raw HTML, pictures, code, other heading forms) is told where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ...report import Diagnostics, Position
from ..files import ContentFile
from ..sections import Prose
from .slips import slips
from .tables import PipeTable, has_rule, is_table_line, parse_table

_HEADING = re.compile(r"(#{1,6})(\s*)(.*?)\s*#*\s*")
_HEADING_LINE = re.compile(r"[\s\u3000]*[#＃]")
_HTML = re.compile(r"<(?=[A-Za-z/!?])")
_IMAGE = re.compile(r"!\[")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_SETEXT = re.compile(r"\s{0,3}(?:=+|-{2,})\s*")
_CODE_INDENT = re.compile(r" {4,}\S")


@dataclass(frozen=True)
class Heading:
    """A ``#`` heading of level 1 to 6."""

    title: str
    level: int
    at: Position


Chunk = Heading | Prose | PipeTable


@dataclass(frozen=True)
class FrontMatter:
    """The text between the two ``---`` lines, and where the body begins."""

    text: str
    body: str
    body_line: int


def split_front_matter(file: ContentFile, diagnostics: Diagnostics) -> FrontMatter | None:
    """Cut a file at its ``---`` lines; None, with a diagnostic, when there is no front matter."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != "---":
        diagnostics.error(
            Position(file.path), "没有题头。文件第一行应为 ---，其后是 title、source 等键，再以一行 --- 结束。"
        )
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return FrontMatter("\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2)
    diagnostics.error(Position(file.path), "题头没有结束。请在最后一个键之后加一行 ---。")
    return None


def read_chunks(text: str, path: str, first_line: int, diagnostics: Diagnostics) -> list[Chunk]:
    """Cut ``text``, which starts at ``first_line`` of ``path``, into its chunks in order."""
    lines = text.split("\n")
    _check_lines(lines, path, first_line, diagnostics)
    chunks: list[Chunk] = []
    for kind, start, end in _joined(list(_runs(lines)), lines):
        at = Position(path, first_line + start)
        block = lines[start:end]
        if kind == "heading":
            chunks.append(_heading(block[0], at, diagnostics))
        elif kind == "table":
            table = parse_table(block, at, diagnostics)
            if table:
                chunks.append(table)
        elif any(line.strip() for line in block):
            chunks.append(_prose(block, at))
    return chunks


def grouped(chunks: list[Chunk], level: int) -> list[tuple[Heading | None, list[Chunk]]]:
    """Group chunks under their headings of ``level``; the first group is what stands before any."""
    groups: list[tuple[Heading | None, list[Chunk]]] = [(None, [])]
    for chunk in chunks:
        if isinstance(chunk, Heading) and chunk.level == level:
            groups.append((chunk, []))
        else:
            groups[-1][1].append(chunk)
    return groups


def paragraphs(prose: Prose) -> Iterator[Prose]:
    """Cut prose at its blank lines, each piece with its place."""
    lines = prose.text.split("\n")
    for is_text, group in groupby(enumerate(lines), key=lambda pair: bool(pair[1].strip())):
        if is_text:
            (first, text), *rest = group
            yield Prose("\n".join([text, *(line for _, line in rest)]), Position(prose.at.path, prose.at.line + first))


def _joined(runs: list[tuple[str, int, int]], lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Join what follows a table after nothing but blank lines and has no rule line of its own: rows cut off from it."""
    index = 0
    while index < len(runs):
        kind, start, end = runs[index]
        while kind == "table" and index + 2 < len(runs):
            (_, first, last), (following, row, after) = runs[index + 1 : index + 3]
            if following != "table" or any(line.strip() for line in lines[first:last]) or has_rule(lines[row:after]):
                break
            end = after
            index += 2
        yield kind, start, end
        index += 1


def _runs(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Yield (kind, first, after-last) for each run of heading, table or prose lines."""
    start = 0
    for index in range(1, len(lines) + 1):
        kind = _kind(lines[start])
        if index == len(lines) or _kind(lines[index]) != kind or kind == "heading":
            yield kind, start, index
            start = index


def _kind(line: str) -> str:
    if _HEADING_LINE.match(line):
        return "heading"
    return "table" if is_table_line(line) else "prose"


def _heading(line: str, at: Position, diagnostics: Diagnostics) -> Heading:
    line = line.strip(" \u3000").replace("＃", "#")  # a heading that is indented or full-width is told by slips
    match = _HEADING.fullmatch(line)
    if match is None or not match[2] or not match[3]:
        diagnostics.error(at, "标题写法有误。# 号之后要有一个空格和标题文字，如“## 背景与起因”。")
    title = match[3] if match else line.strip("# ")
    return Heading(title, len(match[1]) if match else 2, at)


def _prose(block: list[str], at: Position) -> Prose:
    leading = next(index for index, line in enumerate(block) if line.strip())
    text = "\n".join(block[leading:]).rstrip()
    return Prose(text, Position(at.path, at.line + leading))


def _check_lines(lines: list[str], path: str, first_line: int, diagnostics: Diagnostics) -> None:
    for index, line in enumerate(lines):
        previous = lines[index - 1] if index else ""
        for column, message in _faults(line, previous):
            diagnostics.error(Position(path, first_line + index, column), message)
    for index, column, message in slips(lines):
        diagnostics.error(Position(path, first_line + index, column), message)


def _faults(line: str, previous: str) -> Iterator[tuple[int, str]]:
    for match in _HTML.finditer(line):
        yield match.start() + 1, "不能写网页标签（HTML）。请用 markdown 写法；要写小于号本身，请用“＜”。"
    for match in _IMAGE.finditer(line):
        yield match.start() + 1, "不支持图片。请用文字说明。"
    if _FENCE.match(line):
        yield 1, "不支持代码块。请写成普通段落或引文（>）。"
    if "\t" in line:
        yield line.index("\t") + 1, "有制表符。请改成空格。"
    if _SETEXT.fullmatch(line):
        yield 1, "不用横线分隔或作标题。标题请写“## 标题”，段落之间空一行即可。"
    if _CODE_INDENT.match(line) and not previous.strip():
        yield 1, "行首空格过多，会被当作代码。请删去行首空格。"
