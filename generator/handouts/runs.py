"""Python-Markdown's element tree to runs: inline text with its marks, and the few kinds of block that content uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ..markup.blocks import NOTES
from ..markup.plain import OWN_ACCOUNT
from .document import Block, Item, ListBlock, ListKind, Paragraph, ParagraphKind
from .inline import Run, RunKind, Runs, evidence_run
from .marking import CLAIM_TAG, EVIDENCE_TAG, mark_of

_LISTS = {"ul": ListKind.BULLET, "ol": ListKind.NUMBER}


def blocks_of(root: Element, kind: ParagraphKind = ParagraphKind.BODY) -> Iterator[Block]:
    """The paragraphs, lists and quotations below ``root``; paragraphs are of ``kind`` unless their words say otherwise."""
    for element in root:
        if element.tag in _LISTS:
            yield _list(element)
        elif element.tag == "blockquote":
            yield from blocks_of(element, ParagraphKind.QUOTE)
        else:
            yield _paragraph(inline_runs(element), kind)


def inline_runs(element: Element, inner: Iterable[Element] | None = None) -> Runs:
    """The runs of one block, or of its own text and the children ``inner``; marks in a row are one, a claim's are not repeated."""
    children = list(element) if inner is None else list(inner)
    return _joined(_without_repeats(list(_walk(element.text, children, RunKind.PLAIN))))


def _paragraph(runs: Runs, kind: ParagraphKind) -> Paragraph:
    word, colon, rest = runs[0].text.partition("：") if runs and runs[0].kind is RunKind.PLAIN else ("", "", "")
    if not colon or word not in NOTES:
        return Paragraph(runs, kind)
    label = (Run(f"{word}：", RunKind.STRONG), Run(rest))
    return Paragraph((*(run for run in label if run.text), *runs[1:]), ParagraphKind.NOTE)


def _list(element: Element) -> ListBlock:
    items = tuple(_item(child) for child in element if child.tag == "li")
    return ListBlock(items, _LISTS[element.tag], int(element.get("start", "1")))


def _item(element: Element) -> Item:
    """A list item: what it says before the first block inside it, its paragraphs, and the list below."""
    blocks = [child for child in element if child.tag in ("p", "ul", "ol")]
    own = inline_runs(element, [child for child in element if child not in blocks])
    paragraphs = [inline_runs(child) for child in blocks if child.tag == "p"]
    below = next((_list(child) for child in blocks if child.tag in _LISTS), None)
    said = [runs for runs in (own, *paragraphs) if runs]
    return Item(said[0] if said else (), tuple(said[1:]), below)


def _walk(text: str | None, children: Iterable[Element], kind: RunKind) -> Iterator[Run]:
    if text:
        yield Run(_one_line(text), kind)
    for child in children:
        if child.tag == EVIDENCE_TAG:
            yield evidence_run((mark_of(child),))
        elif child.tag == CLAIM_TAG:
            yield Run(child.text or "", kind)
            yield Run(OWN_ACCOUNT, RunKind.OWN_ACCOUNT)
            yield evidence_run((mark_of(child),))
        else:
            yield from _walk(child.text, child, RunKind.STRONG if child.tag == "strong" else kind)
        if child.tail:
            yield Run(_one_line(child.tail), kind)


def _one_line(text: str) -> str:
    """A line's end inside a paragraph of Chinese is nothing, as a browser's space would be seen."""
    return text.replace("\n", "")


def _without_repeats(runs: list[Run]) -> Iterator[Run]:
    """Leave out a claim's own mark where the same paragraph is marked later in the block: once is enough."""
    for index, run in enumerate(runs):
        after_claim = index > 0 and runs[index - 1].kind is RunKind.OWN_ACCOUNT
        if not (after_claim and any(later.marks == run.marks for later in runs[index + 1 :])):
            yield run


def _joined(runs: Iterable[Run]) -> Runs:
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].kind is run.kind:
            last = joined.pop()
            both = evidence_run((*last.marks, *run.marks)) if run.marks else Run(last.text + run.text, run.kind)
            joined.append(both)
        else:
            joined.append(run)
    return tuple(run for run in joined if run.text)
