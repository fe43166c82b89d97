"""Takes out of a page what is not its article: navigation, forms, hidden parts, comments. All of it is handed back with why."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from ..sorting.paragraphs import Kind, Paragraph
from .blocks import shown
from .size import Sizes
from .tree import tag

_BY_TAG = {
    "nav": "导航",
    "header": "页眉",
    "footer": "页脚",
    "aside": "侧栏",
    "form": "表单",
    "select": "表单",
    "button": "按钮",
    "textarea": "表单",
    "noscript": "只在不用脚本时显示",
    "template": "没有显示",
    "iframe": "嵌入的网页",
    "object": "嵌入的网页",
    "video": "视频",
    "audio": "音频",
    "svg": "图形里的文字",
    "rt": "注音",
    "rp": "注音",
}
_BY_ROLE = {"navigation": "导航", "banner": "页眉", "contentinfo": "页脚", "complementary": "侧栏", "search": "表单"}
_BY_NAME = {
    "导航": "nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs toolbar pagination pager",
    "页眉": "header topbar banner",
    "页脚": "footer foot copyright",
    "侧栏": "sidebar",
    "分享": "share sharing social bdsharebuttonbox qrcode",
    "评论": "comment comments reply replies",
    "其他文章的链接": "related relate recommend recommended",
    "广告": "ad ads advert advertisement",
}
_NAMES = {word: why for why, words in _BY_NAME.items() for word in words.split()}
_WORD = re.compile(r"[a-z]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CODE = ("script", "style", "link", "meta", "base", "title")
MOST = 0.5
"""What holds more of a page's running text than this is the article, whatever it is called: whole pages stand in a <form>."""


def without_code(root: etree._Element) -> None:
    """Remove from a page what is no text: programs, styles, data."""
    _drop_all(root, lambda element: "程序" if tag(element) in _CODE else "", [])


def take_out(root: etree._Element, sizes: Sizes) -> list[Paragraph]:
    """Remove from a page what is not the article; return its text, and why it went."""
    found: list[Paragraph] = []
    _drop_all(root, lambda element: _reason(element, sizes), found)
    return found


def _drop_all(root: etree._Element, reason: Callable[[etree._Element], str], found: list[Paragraph]) -> None:
    going = []
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if element is not root and (why := reason(element)):
            going.append((element, why))
            walker.skip_subtree()
    for element, why in going:
        found += [Paragraph(Kind.PAGE, text, why=why) for text in shown(element)]
        _drop(element)


def _drop(element: etree._Element) -> None:
    """Remove an element, and leave the text after it where it is."""
    parent, before = element.getparent(), element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _reason(element: etree._Element, sizes: Sizes) -> str:
    """Why an element is no part of the article; empty when it may be one."""
    name = tag(element)
    why = _BY_TAG.get(name) or ("没有显示" if _is_hidden(element) else "")
    why = why or _BY_ROLE.get((element.get("role") or "").strip().lower(), "") or _by_name(element)
    if not why or name in ("body", "html", "article", "main") or (name.startswith("h") and name[1:].isdigit()):
        return ""
    holds_title = why == "页眉" and element.find(".//h1") is not None
    return "" if holds_title or sizes.share(element) > MOST else why


def _by_name(element: etree._Element) -> str:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return next((_NAMES[word] for word in _WORD.findall(_HUMP.sub(" ", names).lower()) if word in _NAMES), "")


def _is_hidden(element: etree._Element) -> bool:
    hidden = element.get("hidden") is not None or (element.get("aria-hidden") or "").strip().lower() == "true"
    return hidden or bool(_HIDDEN.search(element.get("style") or ""))
