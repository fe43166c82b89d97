"""The Markdown side of references: `[522名](fig:members)` to a link, `[段15](P15)` to an evidence mark.

Destinations were resolved by the loader; nothing is looked up, and so nothing can fail, while rendering.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor

from ..library.evidence import Paragraph
from ..library.linking.references import CLAIM, LINK, OUTSIDE
from ..library.model import Destination
from ..library.rows import Row
from .plain import OWN_ACCOUNT, STRONG

Resolve = Callable[[str], Destination | None]
_LINK_PRIORITY = 165
_STRONG_PRIORITY = 60
_REPLACED_INLINE = (
    "link", "image_link", "image_reference", "reference", "short_reference", "short_image_ref", "autolink", "automail",
    "html", "entity", "backtick", "escape", "em_strong", "em_strong2", "not_strong",
)  # fmt: skip
_REPLACED_BLOCKS = ("reference", "code", "setextheader", "hashheader", "hr")


class ReferenceExtension(Extension):
    """Replaces Markdown's own links by references, and drops the syntax that content does not use."""

    def __init__(self, resolve: Resolve, page: str) -> None:
        super().__init__()
        self.resolve, self.page = resolve, page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor. Called by Python-Markdown."""
        for name in _REPLACED_INLINE:
            md.inlinePatterns.deregister(name, strict=False)
        for name in _REPLACED_BLOCKS:
            md.parser.blockprocessors.deregister(name, strict=False)
        md.preprocessors.deregister("html_block", strict=False)
        # **…** is the only emphasis there is; any other mark (3*4, C:\\, a_b) is shown as written.
        md.inlinePatterns.register(SimpleTagInlineProcessor(STRONG.pattern, "strong"), "strong", _STRONG_PRIORITY)
        md.inlinePatterns.register(
            _ReferenceProcessor(LINK.pattern, self.resolve, self.page), "reference", _LINK_PRIORITY
        )


class _ReferenceProcessor(InlineProcessor):
    def __init__(self, pattern: str, resolve: Resolve, page: str) -> None:
        super().__init__(pattern)
        self.resolve, self.page = resolve, page

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str, int, int]:  # type: ignore[override]  # noqa: N802
        text, target = m["text"], m["target"]
        destination = self.resolve(target)
        if destination is None:
            return text, m.start(0), m.end(0)
        return self._element(text, target, destination), m.start(0), m.end(0)

    def _element(self, text: str, target: str, destination: Destination) -> Element:
        if target.startswith(f"{CLAIM}:"):
            return _claim(text, destination, self.page)
        if isinstance(destination.target, Paragraph):
            return evidence_mark(destination.label, destination.address.seen_from(self.page))
        link = Element("a", {"class": _link_class(target, destination)})
        link.text = text
        if OUTSIDE.match(target):
            link.attrib |= {"href": target, "rel": "noopener noreferrer"}
            SubElement(link, "span", {"class": "outside-note"}).text = "（需联网）"
        else:
            link.attrib |= {"href": destination.address.seen_from(self.page)}
        return link


def seen(destination: Destination) -> Hashable:
    """All that a link shows of where it leads."""
    target = destination.target
    kind = target.prefix if isinstance(target, Row) else isinstance(target, Paragraph)
    return destination.address, destination.label, kind


def evidence_mark(label: str, href: str, spoken: bool = False) -> Element:
    """Return the mark of one paragraph, called ``label``.

    Its text is empty: CSS shows ``data-label``, so a search reads past it. What CSS shows is also its name for screen
    readers; no second label, since a case page has hundreds of marks. A ``spoken`` mark is text of the page, which is
    copied and searched with it.
    """
    mark = Element("a", {"class": "evidence", "href": href})
    if spoken:
        mark.text = label
    else:
        mark.set("data-label", label)
    return mark


def editorial_mark(word: str, spoken: bool = False) -> Element:
    """Return the mark that says 建议 or 编者分析; ``spoken`` as for evidence."""
    mark = Element("span", {"class": "editorial"})
    if spoken:
        mark.text = word
    else:
        mark.attrib |= {"data-label": word, "role": "img", "aria-label": word}
    return mark


def _claim(text: str, destination: Destination, page: str) -> Element:
    claim = Element("span", {"class": "claim"})
    claim.text = text
    note = SubElement(claim, "span", {"class": "claim-note"})
    note.text = OWN_ACCOUNT
    claim.append(evidence_mark(destination.label, destination.address.seen_from(page)))
    return claim


def _link_class(target: str, destination: Destination) -> str:
    if OUTSIDE.match(target):
        return "outside"
    return (
        f"ref ref-{destination.target.prefix}"
        if isinstance(destination.target, Row)
        else f"ref ref-{target.partition(':')[0]}"
    )
