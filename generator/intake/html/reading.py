"""A saved page to the lines of its article, and what stood around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from ..mending.decoding import decode
from ..page import Page, UnreadableError
from ..sorting.origin import told_origin
from ..sorting.paragraphs import Kind, Line, Paragraph, is_byline
from .blocks import Blocks
from .facts import page_origin, titles
from .parts import take_out, without_code
from .size import Sizes
from .tables import joined_cells
from .tree import parse, plain

_LEAST_LEAD = 20
_SIGNS = re.compile(r"[\W_]+")
_NAMELESS = re.compile(
    r"(?i)[\w\-. ()（）]*\.(jpe?g|png|gif|bmp|webp)|(image|img|图片|微信图片|截图|未标题|logo|\d)[\w\-. ]*|\[.{1,4}\]|\W*"
)
EMPTY = "网页里没有文字，文字大概由脚本显示。请在浏览器里打开，全选、复制，存成 txt 文件再导入。"
_ALL_KEPT = "网页里认不出哪些是正文，文字全部留下了，连同导航一类。请逐行看。"
_WORDS_MADE = re.compile("图片包含.*|.*描述已自动生成|.*AI 生成的内容可能不正确.*")


def html_page(data: bytes) -> Page:
    """Read a page saved from a browser. Raises NotTextError."""
    decoded = decode(data)
    root = parse(decoded.text)
    body = None if root is None else root.find("body")
    if root is None or body is None:
        raise UnreadableError(EMPTY)
    called, origin = titles(root), page_origin(root)
    heads = [plain(one) for one in body.iter("h1", "h2")]
    without_code(body)
    everything = [line for line, _ in Blocks().read(body)]
    if not everything:
        raise UnreadableError(EMPTY)
    aside = take_out(body, Sizes(body))
    article = Sizes(body).article()
    kept, around = _parted(Blocks(article).read(body), called, heads)
    lines = tuple(settled_captions(kept, (captions := list[Paragraph]()), called))
    remarks = (*_unsure(article is body), *told_of_layout(article))
    if not any(line.kind is None for line in lines):
        return Page(decoded, tuple(everything), (), origin, (_ALL_KEPT,))
    return Page(decoded, lines, (*aside, *around, *captions), origin, remarks)


def _unsure(whole: bool) -> Iterator[str]:
    if whole:
        yield "网页没有分出正文是哪一部分，除导航、页脚一类外文字全部留下了。请看有没有不属于文章的。"


def told_of_layout(article: etree._Element) -> Iterator[str]:
    """What an editor must look up because lines cannot show it."""
    if count := joined_cells(article.iter("table")):
        yield f"表格里有 {count} 个合并的格子，一行一行写出来看不出它管哪几格。请对照原件。"
    if count := sum(1 for _ in article.iterfind(".//ol/li")):
        yield f"有 {count} 项是自动编号的，号码不在文字里，没有写进正文。正文提到“第几项”的请对照原件。"
    if count := sum(not (one.get("alt") or "").strip() for one in article.iter("img")):
        yield f"有 {count} 张图没有说明文字，正文里没有记它。"


def _parted(
    lines: Sequence[tuple[Line, str]], called: Sequence[str], heads: Sequence[str]
) -> tuple[list[Line], list[Paragraph]]:
    """The lines of the article with its title and what stands under it; and those around it."""
    start = _title_at(lines, called, heads)
    kept, around = [], []
    for at, (line, where) in enumerate(lines):
        if where == "in" or (where == "before" and at >= start and _belongs(line, at == start)) or is_byline(line.text):
            kept.append(line)
        else:
            around.append(Paragraph(Kind.PAGE, line.text, why="正文以外"))
    return kept, around


def _title_at(lines: Sequence[tuple[Line, str]], called: Sequence[str], heads: Sequence[str]) -> int:
    """Where the title stands: the first line that is what the page calls itself, else the heading nearest before the text."""
    names, headings = ({_SIGNS.sub("", name) for name in texts} for texts in (called, heads))
    folded = [_SIGNS.sub("", line.text) for line, _ in lines]
    found = [at for at, text in enumerate(folded) if text in names]
    above = [at for at, text in enumerate(folded) if text in headings and lines[at][1] == "before"]
    return found[0] if found else above[-1] if above else len(lines)


def _belongs(line: Line, title: bool) -> bool:
    """Whether a line between title and text is of the article: where it is from, when, or what it begins with."""
    return title or told_origin(line.text) or (len(line.text) >= _LEAST_LEAD and line.text[-1] in "。！？”")


def settled_captions(lines: Sequence[Line], aside: list[Paragraph], called: Sequence[str]) -> Iterator[Line]:
    """The lines without those captions that say nothing: a file's name, the title once more, the line beside it once more."""
    names = {_SIGNS.sub("", name) for name in called}
    before = ""
    for at, line in enumerate(lines):
        near = {before, *(other.text for other in lines[at + 1 : at + 2])}
        if line.kind is Kind.CAPTION and (why := _idle(line.text, names, near)):
            kind = Kind.REPEATED if why == "标题" else Kind.PAGE
            aside.append(Paragraph(kind, line.text, why=f"图片的替代文字（{why}）"))
        else:
            before = line.text
            yield line


def _idle(text: str, names: set[str], near: set[str]) -> str:
    if _SIGNS.sub("", text) in names:
        return "标题"
    if text in near:
        return "和旁边一行相同"
    if _WORDS_MADE.fullmatch(text):
        return "软件自动写的"
    return "文件名一类" if _NAMELESS.fullmatch(text) else ""
