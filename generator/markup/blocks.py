"""The shape of prose blocks: search marks on every block of text, boxes for 编者分析, 建议 and 口径提示."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

NOTES = {"编者分析": "note-analysis", "建议": "note-advice", "口径提示": "note-caution"}
_AFTER_INLINE = 5
_TEXT_BLOCKS = ("p", "li")


class BlockExtension(Extension):
    """Marks each block of text with ``data-record`` and boxes the paragraphs that begin with a word of NOTES.

    ``record`` may be set anew before each conversion; '' marks nothing.
    """

    def __init__(self, record: str) -> None:
        super().__init__()
        self.record = record

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor. Called by Python-Markdown."""
        md.treeprocessors.register(_BlockProcessor(md, self), "blocks", _AFTER_INLINE)


class _BlockProcessor(Treeprocessor):
    def __init__(self, md: Markdown, extension: BlockExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> None:
        for element in list(_text_blocks(root)):
            if self.extension.record:
                element.set("data-record", self.extension.record)
            _drop_repeated_marks(element)
        for element in root:
            if element.tag == "p":
                _box(element)


def _text_blocks(element: Element) -> Iterator[Element]:
    """Yield the innermost blocks of text: a ``li`` that holds paragraphs or lists is left to its children."""
    for child in element:
        holds_blocks = any(grandchild.tag in ("p", "ul", "ol", "blockquote") for grandchild in child)
        if child.tag == "li" and holds_blocks:
            _wrap_own_text(child)
        if child.tag in _TEXT_BLOCKS and not holds_blocks:
            yield child
        else:
            yield from _text_blocks(child)


def _wrap_own_text(item: Element) -> None:
    """Move what a ``li`` says before its inner list into a paragraph, so that it is a block of its own."""
    cut = next(index for index, child in enumerate(item) if child.tag in ("p", "ul", "ol", "blockquote"))
    if not (item.text or "").strip() and cut == 0:
        return
    paragraph = Element("p")
    paragraph.text, item.text = item.text, None
    for child in list(item)[:cut]:
        item.remove(child)
        paragraph.append(child)
    item.insert(0, paragraph)


def _drop_repeated_marks(block: Element) -> None:
    """Leave out a claim's own evidence mark where the block ends with the same one: once is enough to follow it."""
    claims = block.findall(".//span[@class='claim']")
    own = [(claim, mark) for claim in claims for mark in claim.findall("a[@class='evidence']")]
    inside = [mark for _, mark in own]
    told = {mark.get("href") for mark in block.iter("a") if mark.get("class") == "evidence" and mark not in inside}
    for claim, mark in own:
        if mark.get("href") in told:
            claim.remove(mark)


def _box(paragraph: Element) -> None:
    word, colon, rest = (paragraph.text or "").partition("：")
    if colon and word in NOTES:
        paragraph.set("class", f"note {NOTES[word]}")
        label = Element("strong", {"class": "note-label"})
        label.text, label.tail = f"{word}：", rest
        paragraph.text = None
        paragraph.insert(0, label)
