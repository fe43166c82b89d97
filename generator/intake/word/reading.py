"""A Word file to lines, through mammoth and the reader of pages."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import mammoth
from lxml import etree

from ..html.blocks import Blocks, shown
from ..html.reading import settled_captions, told_of_layout
from ..html.tree import parse, plain
from ..mending.decoding import Decoded
from ..page import Page, UnreadableError
from ..sorting.paragraphs import Kind, Line, Paragraph
from . import rest
from .package import BROKEN, Package

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='标题'] => h1:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='题注'] => figcaption:fresh
"""
_NOTES = ("footnote-", "endnote-")


def word_page(data: bytes) -> Page:
    """Read a Word file. Raises UnreadableError with what to do for one that cannot be read."""
    package = Package(data)
    text = _converted(data)
    root = parse(f"<html><body>{text}</body></html>")
    body = None if root is None else root.find("body")
    if body is None or not plain(body):  # a picture with a description alone is no article either
        raise UnreadableError("Word 文件里没有文字，大概是图片。请先识别文字，存成 docx 或 txt 文件再导入。")
    notes = list(_notes(body))
    lines = [*(line for line, _ in Blocks().read(body)), *notes]
    aside = rest.aside(package)
    aside += rest.lost(package, "\n".join(line.text for line in lines))
    origin = rest.properties(package)
    kept = tuple(settled_captions(lines, aside, [origin.title.text] if origin.title else []))
    remarks = (*told_of_layout(body), *_told(package, aside, kept))
    return Page(Decoded("\n".join(line.text for line in kept), "Word", 0), kept, tuple(aside), origin, remarks)


def _converted(data: bytes) -> str:
    """The file as HTML, revisions taken as accepted, pictures with their description alone."""
    try:
        result = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda image: {}),
        )
    except Exception as problem:  # a damaged part makes mammoth fail in any way; which one tells an editor nothing
        raise UnreadableError(BROKEN) from problem
    return str(result.value)


def _notes(body: etree._Element) -> Iterator[Line]:
    """The footnotes, taken out of the list that mammoth puts at the end; each begins with the number that the text has."""
    found = [one for one in body.iter("li") if (one.get("id") or "").startswith(_NOTES)]
    for number, note in enumerate(found, 1):
        for back in [
            one for one in note.iter("a") if (one.get("href") or "").startswith(("#footnote-ref", "#endnote-ref"))
        ]:
            back.text = ""
        yield Line(f"[{number}] {' '.join(shown(note))}", Kind.FOOTNOTE, built=True)
        note.getparent().remove(note)


def _told(package: Package, aside: list[Paragraph], kept: tuple[Line, ...]) -> Iterator[str]:
    struck = sum(one.why == rest.STRUCK for one in aside)
    if (added := rest.revisions(package)) or struck:
        yield f"文件里有修订：加进的 {added} 处已收入正文，删去的 {struck} 处另放。请看修订是不是都要接受。"
    if any(one.why == rest.LOST_TEXT for one in aside):
        yield "有文字没有读进正文（公式、图形里的字一类），列在另放的里面。请对照原件补上。"
    if count := sum(line.kind is Kind.FOOTNOTE for line in kept):
        yield f"有 {count} 条脚注，放在正文最后，前面标 [注]，正文里的 [1] 一类是它的号码。"
