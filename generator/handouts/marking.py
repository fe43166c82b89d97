"""Content's inline markup for the element tree: what `[文字](目标)` becomes where it is set as runs and not as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from ..library.evidence import Paragraph
from ..library.linking.references import CLAIM, LINK, OUTSIDE
from ..library.model import Destination
from ..markup.references import ReferenceExtension
from .inline import Mark

Resolve = Callable[[str], Destination | None]
Label = Callable[[Paragraph], str]
EVIDENCE_TAG, CLAIM_TAG = "evidence", "claim"
_AFTER_REFERENCES = 166
_OURS = "reference runs"


class RunExtension(Extension):
    """Reads content's markdown; references become their words, and elements of their own where they are evidence.

    ``label`` says how a paragraph is called where the text stands.
    """

    def __init__(self, resolve: Resolve, label: Label) -> None:
        super().__init__()
        self.resolve, self.label = resolve, label

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor over the one for HTML. Called by Python-Markdown."""
        ReferenceExtension(self.resolve, "").extendMarkdown(md)
        md.inlinePatterns.register(_RunProcessor(self.resolve, self.label), _OURS, _AFTER_REFERENCES)


class _RunProcessor(InlineProcessor):
    def __init__(self, resolve: Resolve, label: Label) -> None:
        super().__init__(LINK.pattern)
        self.resolve, self.label = resolve, label

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | str, int, int]:  # type: ignore[override]  # noqa: N802
        destination = self.resolve(m["target"])
        return self._said(m["text"], m["target"], destination), m.start(0), m.end(0)

    def _said(self, text: str, target: str, destination: Destination | None) -> Element | str:
        if destination is None:
            return text
        if OUTSIDE.match(target):
            return f"{text}（{target}）"  # on paper there is nothing to click
        paragraph = destination.target
        if not isinstance(paragraph, Paragraph):
            return text
        claimed = target.startswith(f"{CLAIM}:")
        named = {"label": self.label(paragraph), "source": paragraph.source, "number": str(paragraph.number)}
        element = Element(CLAIM_TAG if claimed else EVIDENCE_TAG, named)
        element.text = text if claimed else None
        return element


def mark_of(element: Element) -> Mark:
    """The mark that an element of this module stands for."""
    return Mark(element.attrib["label"], Paragraph(element.attrib["source"], int(element.attrib["number"])))
