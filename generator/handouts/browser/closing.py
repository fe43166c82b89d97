"""What closes a handout made in the page: all terms, and all paragraphs of each source; the page takes those that are used."""

from __future__ import annotations

from ...library.evidence import Paragraph as Cited
from ...library.model import Library
from ..data import Data
from ..document import Block
from ..making.closing import source_blocks_of, sources_head, terms_of
from ..setter import Setter
from .units import BLOCKS


def terms_data(library: Library) -> Data:
    """``{names, blocks}``: the terms in the order of their table, and its blocks, whose last is the table, a row a term."""
    names, blocks = terms_of(library.terms, Setter(library))
    return {"names": list(names), "blocks": _blocks(blocks)}


def sources_data(library: Library) -> dict[str, Data]:
    """By source ``{blocks}``: its heading, what it is, and all its paragraphs."""
    return {key: {"blocks": _blocks(_all(key, library))} for key in library.sources}


def head_data() -> list[Data]:
    """The heading and the remark above the sources."""
    return _blocks(tuple(sources_head()))


def _all(key: str, library: Library) -> tuple[Block, ...]:
    numbers = (int(number.removeprefix("P")) for number in library.sources[key].paragraphs)
    return tuple(source_blocks_of(key, [Cited(key, number) for number in numbers], library))


def _blocks(blocks: tuple[Block, ...]) -> list[Data]:
    return [BLOCKS.block(block) for block in blocks]
