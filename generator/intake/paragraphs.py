"""Sorts the lines of an article: text, captions, the author's line, and what belongs to the page it stood on. Nothing is dropped: what is set aside is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a line is, in the editor's words."""

    TEXT = "正文"
    CAPTION = "图注"
    BYLINE = "署名"
    PAGE = "网页文字"
    OTHER = "其他文章"


SET_ASIDE = (Kind.PAGE, Kind.OTHER)


@dataclass(frozen=True)
class Paragraph:
    """One line, what it is taken for, and its number in the article (0 when set aside)."""

    kind: Kind
    text: str
    number: int = 0

    def __str__(self) -> str:
        mark = "[图] " if self.kind is Kind.CAPTION else ""
        return f"P{self.number:02d} {mark}{self.text}"


_PAGE = re.compile(
    r"(版权声明|免责声明|责任编辑|本文来源|原标题|分享到|扫一扫|打印本页|关闭窗口|上一篇|下一篇|点击数|阅读量)([:：\s].*)?|[(（]\d+[)）]|[?\ufffd]+"
)
_OTHERS = re.compile("(相关|推荐|延伸|更多|热门)(稿件|文章|推荐|阅读|新闻|链接|内容)[:：]?")
_BYLINE = re.compile(r"[(（]?[^。,，;；]{0,20}(记者|通讯员|作者|供稿|撰稿|组成员|党校|课题组)[:：\s][^。;；]{2,60}")
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_CAPTION = re.compile(r"([▲△▼]|图[:：]|图[一二三\d]+\s|\[图\])")
_ENDED = "。!?！？:：;；…”’)）"
_SPACE = re.compile(r"(?<=\S)\s\?(?=\S)")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范廖石金韦贾夏"
    "付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文张劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧"
)
_NAMES = re.compile(rf"(?=\S+\s)(?:[{_SURNAMES}]\s?[\u4e00-\u9fff]{{1,2}}(?:\s+|$)){{1,6}}")
_TOP = 5
"""Names without a word that says so are a byline only among the first lines."""
LEAST_CAPTION = 12
MOST_CAPTION = 60
_TAIL = 0.5
"""Where links to other articles begin before half of the text is through, only their own line is set aside."""


def sort_lines(text: str) -> list[Paragraph]:
    """Return every line that is not blank, in order; those of the article are numbered from 1."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    numbered = sum(bool(_NUMBERED.match(line)) for line in lines) >= 2
    paragraphs, count = [], 0
    for line, kind in zip(lines, _kinds(lines, numbered), strict=True):
        count += kind not in SET_ASIDE
        paragraphs.append(Paragraph(kind, with_spaces(line), 0 if kind in SET_ASIDE else count))
    return paragraphs


def with_spaces(line: str) -> str:
    """A ``?`` after a space was a second space that GBK does not have; no question begins after a space."""
    return _SPACE.sub("⟦ ⟧", line)


def _kinds(lines: list[str], numbered: bool) -> Iterator[Kind]:
    total, passed, others = sum(map(len, lines)), 0, False
    for index, line in enumerate(lines):
        late = passed >= _TAIL * total
        passed += len(line)
        if others:
            yield Kind.OTHER
        elif _OTHERS.fullmatch(line):
            others = late
            yield Kind.PAGE
        else:
            yield Kind.BYLINE if index < _TOP and spaced_names(line) else _kind(line, numbered and index > 0)


def spaced_names(line: str) -> bool:
    """Whether a line is nothing but names set with spaces: ``张 三 李四五``."""
    return bool(_NAMES.fullmatch(line))


def _kind(line: str, numbered: bool) -> Kind:
    if _PAGE.fullmatch(line):
        return Kind.PAGE
    if _BYLINE.fullmatch(line):
        return Kind.BYLINE
    if _CAPTION.match(line) or (numbered and _unended(line)):
        return Kind.CAPTION
    return Kind.TEXT


def _unended(line: str) -> bool:
    """A line without an end that is no heading, in an article whose headings are numbered."""
    return LEAST_CAPTION <= len(line) <= MOST_CAPTION and line[-1] not in _ENDED and not _NUMBERED.match(line)
