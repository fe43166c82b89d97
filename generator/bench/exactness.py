"""The oracle: which records hold a text in one block, found by looking at every block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..search.analysis import fold
from ..search.records import Record

Key = tuple[str, str]
_BORDER = "\n"
"""Between blocks; folding leaves no white space, so that no folded query holds it."""


def plain_scan(records: Iterable[Record], texts: Sequence[str]) -> dict[str, set[Key]]:
    """Return for each text the (page, anchor) of every record that holds it, folded, in one block."""
    found: dict[str, set[Key]] = {text: set() for text in texts}
    folded = {text: fold(text) for text in texts}
    for record in records:
        whole = _BORDER.join(fold(block.text) for block in record.blocks)
        for text, keys in found.items():
            if folded[text] in whole:
                keys.add((record.page, record.anchor))
    return found
