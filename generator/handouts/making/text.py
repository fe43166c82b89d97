"""What the editors themselves say in a handout: how to use it, how to lead the class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...library.evidence import ADVICE
from ..document import Block, Heading, Item, ListBlock, ListKind, Paragraph
from ..inline import plain_runs
from ..setter import Setter, editorial_run


def text_blocks(
    heading: str, paragraphs: Iterable[str], steps: Iterable[str], setter: Setter, level: int
) -> Iterator[Block]:
    """Words of the editors themselves, marked as advice in their heading."""
    yield Heading(level, (*plain_runs(heading), editorial_run(ADVICE)))
    for text in paragraphs:
        yield Paragraph(setter.inline(text, ""))
    items = tuple(Item(setter.inline(text, "")) for text in steps)
    if items:
        yield ListBlock(items, ListKind.NUMBER)
