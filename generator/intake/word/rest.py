"""What stands in a Word file beside its text: comments, what was struck out, heads and feet of pages; and text that was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ..sorting.origin import Found, Origin, iso_date
from ..sorting.paragraphs import Kind, Paragraph
from .package import Package

_IGNORED = re.compile(r"[\s\xa0]+|\[\d+\]")
_SIGNS = {"br": " ", "tab": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_NOBODY = re.compile(r"(?i)(microsoft|微软|office|user|用户|admin|administrator|python-docx|wps|dell|lenovo|hp|pc).*")
STRUCK = "修订删去的文字"
LOST_TEXT = "没有读进正文的文字"
_PROPERTY = "Word 文件属性，不是文章里写的"


def aside(package: Package) -> list[Paragraph]:
    """Comments, text struck out in revisions, heads and feet of pages, each with why it is not in the article."""
    return [Paragraph(Kind.WORD, text, why=why) for why, text in _aside(package)]


def _aside(package: Package) -> Iterator[tuple[str, str]]:
    for root in package.roots(r"word/comments\.xml"):
        for one in _named(root, "comment"):
            author = next((value for key, value in one.attrib.items() if _local(key) == "author" and value), "")
            yield "批注", f"{author}：{_text(one)}" if author else _text(one)
    for root in package.roots(r"word/(document|footnotes|endnotes)\d*\.xml"):
        for one in [*_named(root, "del"), *_named(root, "moveFrom")]:
            yield from ((STRUCK, text) for text in [_text(one)] if text)
    for root in package.roots(r"word/(header|footer)\d*\.xml"):
        for one in _named(root, "p"):
            yield from (("页眉页脚", text) for text in [_text(one)] if text)


def revisions(package: Package) -> int:
    """How many places of the text were put in as a revision."""
    return sum(1 for root in package.roots(r"word/document\d*\.xml") for _ in _named(root, "ins"))


def lost(package: Package, got: str) -> list[Paragraph]:
    """The paragraphs of the file whose text is not in what was got of it: formulas, fields, drawings that were not read."""
    have, at = _IGNORED.sub("", got), 0
    missing = []
    for root in package.roots(r"word/document\d*\.xml"):
        for one in _named(root, "p"):
            text = _IGNORED.sub("", _text(one, own=True))
            found = have.find(text, at)
            if text and found < 0 and text not in have:
                missing.append(Paragraph(Kind.WORD, _text(one, own=True), why=LOST_TEXT))
            at = max(at, found)
    return missing


def properties(package: Package) -> Origin:
    """What the file's properties say; a name that a program gives to everyone is none."""
    told = {_local(one.tag): (one.text or "").strip() for root in package.roots(r"docProps/core\.xml") for one in root}
    author = "" if _NOBODY.fullmatch(told.get("creator", "")) else told.get("creator", "")
    found = {"title": told.get("title", ""), "author": author, "date": iso_date(told.get("created", "")[:10])}
    return Origin(**{key: Found(text, _PROPERTY) for key, text in found.items() if text})


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    yield from root.iter(f"{{*}}{name}")


def _local(name: object) -> str:
    return name.rsplit("}", 1)[-1] if isinstance(name, str) else ""


def _text(element: etree._Element, own: bool = False) -> str:
    """The text of an element; ``own`` leaves out what was struck out, and paragraphs inside drawings, which are looked at by themselves."""
    pieces = []
    walker = etree.iterwalk(element, events=("start",))
    for _, one in walker:
        name = _local(one.tag)
        if own and (name in ("del", "moveFrom", "instrText") or (name == "txbxContent" and one is not element)):
            walker.skip_subtree()
        elif name in ("t", "delText"):
            pieces.append(one.text or "")
        else:
            pieces.append(_SIGNS.get(name, ""))
    return "".join(pieces).strip()
