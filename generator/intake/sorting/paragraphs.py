"""Sorts the lines of an article: text, captions, the author's line, and what belongs to the page it stood on. Nothing is dropped: what is set aside is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a line is, in the editor's words."""

    TEXT = "正文"
    CAPTION = "图注"
    BYLINE = "署名"
    FOOTNOTE = "脚注"
    PAGE = "网页文字"
    WORD = "Word 附带的文字"
    REPEATED = "重复的标题"
    OTHER = "其他文章"


SET_ASIDE = (Kind.PAGE, Kind.WORD, Kind.REPEATED, Kind.OTHER)
MARKS = {Kind.CAPTION: "[图] ", Kind.FOOTNOTE: "[注] "}
_WRITTEN = re.compile(rf"P(?P<number>\d{{2,}}) (?P<mark>{'|'.join(map(re.escape, MARKS.values()))})?(?P<text>.*)")


@dataclass(frozen=True)
class Line:
    """One line as it was read from a file."""

    text: str
    kind: Kind | None = None
    """What it is, where the file says so."""
    built: bool = False
    """Whether the file has it as a heading, an item or a row, which need no full stop."""


@dataclass(frozen=True)
class Paragraph:
    """One line, what it is taken for, and its number in the article (0 when set aside)."""

    kind: Kind
    text: str
    number: int = 0
    why: str = ""
    """Why it was set aside, where its kind does not say enough."""

    def __str__(self) -> str:
        return f"P{self.number:02d} {MARKS.get(self.kind, '')}{self.text}"


def read_numbered(line: str) -> Paragraph | None:
    """A paragraph as `str` writes it; None for a line that is none. A byline comes back as text."""
    found = _WRITTEN.fullmatch(line)
    if found is None:
        return None
    kind = next((kind for kind, mark in MARKS.items() if mark == found["mark"]), Kind.TEXT)
    return Paragraph(kind, found["text"], int(found["number"]))


_PAGE = re.compile(
    r"(版权声明|免责声明|责任编辑|本文来源|原标题|分享到|扫一扫|上一篇|下一篇|点击数|阅读量|您?(现在|当前)的?位置|网站标识码|字号|字体)([:：\s].*)?"
    r"|(首页|主页)(\s*[>»›＞/→]\s*[^>»›＞/→。]{1,16})+"
    r"|([【\[]?(打印本页|关闭窗口|返回顶部)[】\]]?\s*)+|.{0,30}ICP备\S{0,20}|[(（]\d+[)）]|[?\ufffd]+"
)
_OTHERS = re.compile("(相关|推荐|延伸|更多|热门)(稿件|文章|推荐|阅读|新闻|链接|内容)[:：]?")
_BYLINE = re.compile(r"[(（]?[^。,，;；]{0,20}(记者|通讯员|作者|供稿|撰稿|组成员|党校|课题组)[:：\s][^。;；]{2,60}")
_NUMBERED = re.compile("[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_CAPTION = re.compile(r"([▲△▼]|图[:：]|图为|图[一二三\d]+\s|\[图\])")
_SOURCE = re.compile("(来源|时间|日期)[:：]")
ENDS = "。!?！？:：;；…”’)）"
"""What a finished line ends with."""
_SPACE = re.compile(r"(?<=\S)\s\?(?=\S)")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高梁郑谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范廖石金韦贾夏"
    "付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文张劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧"
)
_NAMES = re.compile(rf"(?=\S+\s)(?:[{_SURNAMES}]\s?[\u4e00-\u9fff]{{1,2}}(?:\s+|$)){{1,6}}")
_UNIT = r"(?:[^\s。，,；;：:]{2,24}(?:街道|社区|[省市区县镇乡村局委办部处站所院校报社台会]|公司)\s+)?"
"""A body may stand before the names of its people."""
_SIGNED = re.compile(_UNIT + _NAMES.pattern)
_TOP = 5
"""Names without a word that says so are a byline only among the first lines."""
LEAST_CAPTION = 12
MOST_CAPTION = 60
_TAIL = 0.5
"""Where links to other articles begin before half of the text is through, only their own line is set aside."""


def sort(lines: Sequence[Line]) -> list[Paragraph]:
    """Return every line that is not blank, in order, with what it is taken for."""
    told = [replace(line, text=text) for line in lines if (text := line.text.strip())]
    return [Paragraph(kind, with_spaces(line.text)) for line, kind in zip(told, _kinds(told), strict=True)]


def numbered(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with those of the article numbered from 1."""
    count, result = 0, []
    for one in paragraphs:
        count += one.kind not in SET_ASIDE
        result.append(replace(one, number=0 if one.kind in SET_ASIDE else count))
    return result


def with_spaces(line: str) -> str:
    """A ``?`` after a space was a second space that GBK does not have; no question begins after a space."""
    return _SPACE.sub("⟦ ⟧", line)


def _kinds(lines: Sequence[Line]) -> Iterator[Kind]:
    total, passed, others = sum(len(line.text) for line in lines), 0, False
    headed, begun = sum(bool(_NUMBERED.match(line.text)) for line in lines) >= 2, False
    for index, line in enumerate(lines):
        late = passed >= _TAIL * total
        passed += len(line.text)
        if others:
            yield Kind.OTHER
        elif _OTHERS.fullmatch(line.text):
            others = late
            yield Kind.PAGE
        else:
            yield line.kind or _kind(line.text, index, headed and begun and not line.built)
        begun = begun or len(line.text) > MOST_CAPTION or bool(_NUMBERED.match(line.text))


def spaced_names(line: str) -> bool:
    """Whether a line is nothing but names set with spaces, of a body perhaps: ``张 三 李四五``, ``甲街道 张三``."""
    return bool(_SIGNED.fullmatch(line))


def _kind(line: str, index: int, may_be_caption: bool) -> Kind:
    if _PAGE.fullmatch(line):
        return Kind.PAGE
    if is_byline(line) or (index < _TOP and spaced_names(line)):
        return Kind.BYLINE
    if _CAPTION.match(line) or (may_be_caption and _unended(line)):
        return Kind.CAPTION
    return Kind.TEXT


def is_byline(line: str) -> bool:
    """Whether a line says who wrote it: 记者 …, 课题组成员：…."""
    return bool(_BYLINE.fullmatch(line))


def is_numbered(line: str) -> bool:
    """Whether a line begins as a numbered heading does: 一、 or （一）."""
    return bool(_NUMBERED.match(line))


def _unended(line: str) -> bool:
    """A line without an end that is no heading, in an article whose headings are numbered and whose text has begun: before that it is a title."""
    if not LEAST_CAPTION <= len(line) <= MOST_CAPTION or line[-1] in ENDS:
        return False
    return not (_NUMBERED.match(line) or _SOURCE.search(line))
