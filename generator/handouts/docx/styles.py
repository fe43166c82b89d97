"""The styles of a handout: Word's own names where it has one, so that its navigation and its menus know them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from docx.oxml.xmlchemy import BaseOxmlElement
from docx.styles.styles import Styles

from .. import layout
from ..layout import Type
from .xml import fonts, make, run_properties, spacing

NORMAL, BODY, TITLE, SUBTITLE, QUOTE = "Normal", "BodyText", "Title", "Subtitle", "Quote"
LEAD, NOTE, SMALL, RULE, QUESTION, WRITING = "Lead", "Note", "Small", "Rule", "Question", "Writing"
LIST, CHECK = "ListText", "CheckText"
TABLE, DENSE, TABLE_HEAD, GROUP_HEAD, CARD_VALUE = (
    "TableText", "DenseTableText", "TableHead", "GroupHead", "CardValue",
)  # fmt: skip
CONTENTS_TITLE, SOURCE, COVER, FOOTER = "ContentsTitle", "Source", "CoverText", "Footer"
EDGE, GAP = "SectionEdge", "TableGap"
PICTURE, CAPTION = "Picture", "Caption"
EVIDENCE, EDITORIAL, STATUS, STRONG = "Evidence", "Editorial", "Status", "Strong"
HEADINGS = tuple(f"Heading{level}" for level in range(1, 5))
CONTENTS = ("TOC1", "TOC2")
GREY = "404040"
"""Of marks: quieter than the text, black enough for any printer."""
_KEPT = ("Normal", "DefaultParagraphFont", "TableNormal", "NoList")
_TWO = 200
"""Hundredths of a character: two of them."""


@dataclass(frozen=True)
class Style:
    """A paragraph style. ``first`` and ``left`` are indents in hundredths of a character; ``tight`` text fills 28 characters a line."""

    id: str
    name: str
    type: Type
    first: int = 0
    left: int = 0
    hanging: int = 0
    before: float = 0.0
    after: float = 0.0
    align: str = "both"
    tight: bool = False
    keep_next: bool = False
    outline: int | None = None
    bar: bool = False
    """A line along the left edge: the editors speak."""


def _paragraph_styles() -> Iterator[Style]:
    yield Style(BODY, "Body Text", layout.BODY, first=_TWO, tight=True)
    yield Style(TITLE, "Title", layout.TITLE, align="center", after=10)
    yield Style(SUBTITLE, "Subtitle", layout.SUBTITLE, align="center", after=10)
    for level, (id_, type_) in enumerate(zip(HEADINGS, layout.HEADINGS, strict=True)):
        before = 8 if level < 2 else 0
        yield Style(
            id_, f"heading {level + 1}", type_, first=_TWO, align="left", before=before, keep_next=True, outline=level
        )
    yield Style(QUOTE, "Quote", layout.QUOTE, first=_TWO, left=_TWO, tight=True)
    yield Style(LEAD, "导语", layout.QUOTE, first=_TWO, after=8, tight=True)
    yield Style(NOTE, "编者提示", layout.NOTE, left=100, before=6, after=6, bar=True)
    yield Style(SMALL, "小字说明", layout.SMALL, before=4, after=4, keep_next=True)
    yield Style(RULE, "条文", layout.BODY, first=_TWO, tight=True, keep_next=True)
    yield Style(LIST, "列表", layout.BODY, left=_TWO, hanging=_TWO, align="left", tight=True)
    yield Style(CHECK, "检查项", layout.CHECK, left=_TWO, hanging=_TWO, align="left")
    yield Style(QUESTION, "讨论题", layout.BODY, left=_TWO, hanging=_TWO, before=12, keep_next=True)
    yield Style(WRITING, "书写线", Type(layout.FANGSONG, layout.SIZE_3, 30.0), left=_TWO, align="left")
    yield Style(TABLE, "表格文字", layout.TABLE, align="left")
    yield Style(DENSE, "表格小字", layout.DENSE_TABLE, align="left")
    yield Style(TABLE_HEAD, "表头", layout.TABLE_HEAD, align="center")
    yield Style(GROUP_HEAD, "表内分组", layout.TABLE_HEAD, align="center", keep_next=True)
    yield Style(CARD_VALUE, "数字卡片", layout.CARD_VALUE, align="left")
    yield Style(CONTENTS_TITLE, "目录标题", layout.TITLE, align="center", after=14)
    yield Style(CONTENTS[0], "toc 1", Type(layout.HEITI, layout.SIZE_4, 26.0), align="left", before=4)
    yield Style(CONTENTS[1], "toc 2", Type(layout.FANGSONG, layout.SIZE_4, 24.0), align="left", left=_TWO)
    yield Style(SOURCE, "来源段落", layout.SMALL, left=400, hanging=400, align="left")
    yield Style(COVER, "封面文字", layout.SUBTITLE, align="center", before=6)
    yield Style(FOOTER, "footer", layout.PAGE_NUMBER, align="left")
    yield Style(PICTURE, "图", replace(layout.SMALL, exact=False), align="center", before=8, keep_next=True)
    yield Style(CAPTION, "caption", layout.SMALL, before=4, after=10)
    yield Style(GAP, "表后间隔", Type(layout.FANGSONG, 1.0, 8.0), align="left")
    yield Style(EDGE, "分节", Type(layout.FANGSONG, 1.0, 1.0), align="left")


_CHARACTER_STYLES = (
    (EVIDENCE, "依据", layout.EVIDENCE, GREY),
    (EDITORIAL, "编者标记", layout.EVIDENCE, GREY),
    (STATUS, "状态", layout.EVIDENCE, ""),
    (STRONG, "Strong", Type(layout.HEITI, layout.SIZE_3, layout.LINE), ""),
)
STYLES = {style.id: style for style in _paragraph_styles()}


def install(styles: Styles) -> None:
    """Replace the template's styles by ours: none is left that brings a theme font, a colour or bold type."""
    root = styles.element
    for style in list(root):
        if style.tag.endswith("}style") and style.styleId not in _KEPT:
            root.remove(style)
    _defaults(root)
    _refill(styles[NORMAL].element, make("pPr", spacing(layout.BODY)), run_properties(layout.BODY))
    for own in STYLES.values():
        root.append(_paragraph_style(own))
    for id_, name, type_, colour in _CHARACTER_STYLES:
        root.append(_style(id_, name, "character", "DefaultParagraphFont", run_properties(type_, colour=colour)))


def _defaults(root: BaseOxmlElement) -> None:
    defaults = root.find(make("docDefaults").tag)
    if defaults is not None:
        root.remove(defaults)
    size = round(layout.SIZE_3 * 2)
    language = make("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    properties = make("rPr", fonts(layout.FANGSONG), make("sz", val=size), make("szCs", val=size), language)
    root.insert(0, make("docDefaults", make("rPrDefault", properties), make("pPrDefault")))


def _refill(style: BaseOxmlElement, *properties: BaseOxmlElement) -> None:
    for child in list(style):
        if child.tag in (make("rPr").tag, make("pPr").tag):
            style.remove(child)
    style.extend(properties)


def _paragraph_style(style: Style) -> BaseOxmlElement:
    words = run_properties(style.type)
    if style.tight:
        words.insert(2, make("spacing", val=round(layout.body_spacing() * 20)))
    return _style(style.id, style.name, "paragraph", NORMAL, _properties(style), words)


def _style(id_: str, name: str, kind: str, base: str, *properties: BaseOxmlElement) -> BaseOxmlElement:
    element = make("style", make("name", val=name), make("basedOn", val=base), make("qFormat"), type=kind, styleId=id_)
    element.extend(properties)
    return element


def _properties(style: Style) -> BaseOxmlElement:
    properties = make("pPr")
    if style.keep_next:
        properties.append(make("keepNext"))
    if style.bar:
        properties.append(make("pBdr", make("left", val="single", sz=18, space=8, color="7F7F7F")))
    properties.append(make("snapToGrid", val=0))
    properties.append(spacing(style.type, style.before, style.after))
    properties.append(_indent(style))
    properties.append(make("jc", val=style.align))
    if style.outline is not None:
        properties.append(make("outlineLvl", val=style.outline))
    return properties


def _indent(style: Style) -> BaseOxmlElement:
    """Indents in characters, and in twips for programs that do not count characters."""
    unit = style.type.size * 20 / 100
    named = (("left", style.left), ("firstLine", style.first), ("hanging", style.hanging))
    attributes: dict[str, int] = {}
    for name, value in named:
        if value:
            attributes |= {f"{name}Chars": value, name: round(value * unit)}
    return make("ind", **attributes)
