"""Writing that Markdown would show otherwise than the editor meant: found line by line, told with its remedy.

Python-Markdown glues a list to the paragraph above it, flattens a list nested by two spaces, and takes the line after a
quotation into the quotation; nothing of that may happen in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .tables import is_table_line

NOTES = ("编者分析", "建议", "口径提示")
"""The words that begin a boxed paragraph; the markup that boxes them uses the same list."""

Fault = tuple[int, int, str]
"""Line from 0, column from 1, message."""

_ITEM = re.compile(r"(?P<indent> *)(?P<mark>[-*+]|\d+\.)\s+")
_HIDDEN_HEADING = re.compile(r"(?:[\s>　]+|[\s>　]*(?:[-*+]|\d+\.)\s+)#{1,6}\s|\s*＃")
_RULE = re.compile(r"\s*(?:\*[ *]*\*|_[ _]*_|—{2,})\s*")
_BULLET = re.compile(
    r"\s*(?P<mark>[•●○◆◇▪▫·➢◼][ 　]*|[-*+](?=[一-鿿“《])|\d{1,2}(?:[、)）．]|\.(?=[一-鿿“《]))(?!\d)|[（(]\d{1,2}[)）]|[①-⑳])"
)
BOX = re.compile(r"\s*(?:[-*+]\s+)?(?P<mark>[□☐☑✓✔√■])")
_LOOSE_ITEM = re.compile(r"[-*+][\[【［][ xX]?[\]】］](?!\()")  # told by whoever knows whether this is a checklist
_WIDE_QUOTE = re.compile(r"\s*＞")
_NOTE = re.compile(rf"(?P<lead>[\s　>*_-]*)(?P<word>{'|'.join(NOTES)})(?P<rest>[*_\s　]*[:：][*_]*)")
_NEAR_NOTE = re.compile(r"(?P<word>编者[^：:，。“”]{0,3}|口径[^：:，。“”]{1,3}|小?提示)[:：]")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]*\]")
_ESCAPE = re.compile(r"\\(?=[^\w\s])|(?<!`)`(?!`)")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6});")
_EMPHASIS = re.compile(r"(?<![*\\])\*(?![*\s])[^*\n]+(?<![\s*])\*(?!\*)")
_STRUCK = re.compile(r"~~(?!~)|\*{3}")
_QUOTE_IN_ITEM = re.compile(r"\s*(?:[-*+]|\d+\.)\s+>")


def slips(lines: list[str]) -> Iterator[Fault]:
    """Yield what is wrong in ``lines`` of prose, headings and tables; tables are only passed over."""
    state = ""
    for number, line in enumerate(lines):
        for column, message in (*_of_line(line), *_of_place(line, state)):
            yield number, column, message
        state = _state_after(line, state)


def _state_after(line: str, state: str) -> str:
    """What the next line continues: '' nothing, 'paragraph', 'quotation', 'heading', 'table', '-' or '1' a list; '-,' a list and a blank."""
    if not line.strip():
        return f"{state.rstrip(',')}," if state.rstrip(",") in ("-", "1") else ""
    if line.lstrip(" \u3000").startswith(("#", "＃")):
        return "heading"
    if is_table_line(line):
        return "table"
    item = _ITEM.match(line)
    if BOX.match(line) or _LOOSE_ITEM.match(line):
        return "-"
    if item:
        return state if item["indent"] and state else ("1" if item["mark"][0].isdigit() else "-")
    if line.lstrip().startswith(">"):
        return "quotation"
    return state.rstrip(",") if state.startswith(("-", "1", "quotation")) and line.startswith(" ") else "paragraph"


def _of_line(line: str) -> Iterator[tuple[int, str]]:
    """What is wrong wherever the line stands."""
    if is_table_line(line):
        return
    if _HIDDEN_HEADING.match(line):
        yield 1, "标题要从行首写起，用半角 #，不放在列表或引文里，如“### 组织”。"
    if _RULE.fullmatch(line):
        yield 1, "不用横线分隔或作标题。标题请写“## 标题”，段落之间空一行即可。"
    bullet = _BULLET.match(line)
    if bullet and not _RULE.fullmatch(line):
        yield (
            bullet.start("mark") + 1,
            f"“{bullet['mark'].strip()}” 不是列表的写法，会连成一段。列表每项写作“- ……”或“1. ……”，记号后空一格。",
        )
    box = BOX.match(line)
    if box:
        yield (
            box.start("mark") + 1,
            f"“{box['mark']}” 不是列表的写法。检查表的项写作“- [ ] 内容”，别处的列表写作“- ……”。",
        )
    if _WIDE_QUOTE.match(line):
        yield 1, "引文用半角的 >，这里是全角。请改写作“> ……”。"
    if _QUOTE_IN_ITEM.match(line):
        yield 1, "引文要单独成段，不放在列表里。请从行首写“> ……”，前后各空一行。"
    yield from _inside(line)


def _inside(line: str) -> Iterator[tuple[int, str]]:
    """Marks within a line that are no markup here."""
    for match in _ESCAPE.finditer(line):
        yield match.start() + 1, f"“{match[0]}” 会原样显示在页面上。请删去。"
    for match in _FOOTNOTE.finditer(line):
        yield match.start() + 1, "不支持脚注。依据请写作 [段5](P5)，其余写进正文。"
    for match in _ENTITY.finditer(line):
        yield match.start() + 1, f"“{match[0]}” 是网页的写法。请直接写出这个字符。"
    for match in _STRUCK.finditer(line):
        yield match.start() + 1, f"“{match[0]}” 不是这里的写法。只有加粗 **……** 一种强调。"
        break
    for match in _EMPHASIS.finditer(line):
        yield match.start() + 1, "单个星号不是加粗。加粗写作 **……**，乘号写作 ×。"
    if line.count("**") % 2:
        yield line.rindex("**") + 1, "加粗的 ** 没有配对。同一行里开始、结束各写一次。"


def _of_place(line: str, state: str) -> Iterator[tuple[int, str]]:
    """What is wrong because of what stands above."""
    bare = line.lstrip(" 　")
    indent = len(line) - len(bare)
    if not bare or bare.startswith(("#", "＃")) or is_table_line(line) or BOX.match(line) or _LOOSE_ITEM.match(line):
        return
    item = _ITEM.match(line)
    in_list, after_blank = state[:1] in ("-", "1"), state.endswith(",")
    if item and state == "paragraph":
        yield indent + 1, "列表之前要空一行，否则会连到上一段里。"
    elif item and in_list and indent in (1, 2, 3):
        yield 1, "下一层列表的行首用四个空格，现在会同上一层并列。"
    elif (
        item and in_list and not indent and not after_blank and state[0] != ("1" if item["mark"][0].isdigit() else "-")
    ):
        yield 1, "两种列表之间要空一行，否则会连成一项。"
    elif not item and in_list and not after_blank and not indent and not bare.startswith(">"):
        yield 1, "列表之后另起一段要空一行；接着上一项写的，行首用四个空格。"
    elif state == "quotation" and not bare.startswith(">"):
        yield 1, "引文之后要空一行，否则会连到引文里。"
    elif "　" in line[:indent] or (0 < indent < 4 and not (in_list and not after_blank)):
        yield 1, "行首有空格。段首缩进由页面的样式决定，请删去。"
    if bare.startswith(">") and (in_list and not after_blank):
        yield indent + 1, "引文要单独成段，前面空一行。"
    yield from _of_note(line, state)


def _of_note(line: str, state: str) -> Iterator[tuple[int, str]]:
    note = _NOTE.match(line)
    if note:
        plain = note[0] == f"{note['word']}："
        alone = not state or state in ("heading", "table") or state.endswith(",")
        if not plain or not alone:
            yield (
                note.start("word") + 1,
                f"“{note['word']}” 不会成框。请另起一段（前面空一行），从行首写起，写作“{note['word']}：……”。",
            )
        return
    near = _NEAR_NOTE.match(line)
    if near:
        yield 1, f"“{near['word']}” 不是段首的词，不会成框。可用的有 {'、'.join(NOTES)}。"
