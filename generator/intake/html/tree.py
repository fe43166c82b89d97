"""HTML to a tree, and the little that is asked of an element everywhere."""

from __future__ import annotations

import re

from lxml import etree

from ..page import UnreadableError

_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre section "
    "summary table tbody td tfoot th thead tr ul "
)
BLOCKS = frozenset(_BLOCKS.split())
HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SPACE = re.compile(r"[ \t\n\r\f\v\xa0]+")
_NARROW = re.compile(r"[\x00-\u024f]")


def parse(text: str) -> etree._Element | None:
    """Return the root of a page, or None where it has no element at all. Raises UnreadableError for one nested without end."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise UnreadableError(
            "网页里一层套一层，超过两千层，读不完整。请在浏览器里打开，全选、复制，存成 txt 文件再导入。"
        )
    return root


def tag(element: etree._Element) -> str:
    """The name of an element; empty for what is none."""
    return element.tag if isinstance(element.tag, str) else ""


def plain(element: etree._Element) -> str:
    """The text of an element in one line."""
    return squeezed("".join(element.itertext())).strip()


def squeezed(text: str) -> str:
    """Text with each run of spaces made one, and none where a line of the file was broken between Chinese characters."""
    return _SPACE.sub(lambda match: _between(text, match), text)


def _between(text: str, match: re.Match[str]) -> str:
    around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return "" if "\n" in match[0] and len(around) == 2 and not _NARROW.search(around) else " "
