"""讨论题: an ordered list, one item a question."""

from __future__ import annotations

import re

from ...report import Diagnostics, Position
from ..sections import Prose

_ITEM = re.compile(r"\d+[.、．]\s*(?P<text>\S.*)")


def read_questions(blocks: list[Prose], diagnostics: Diagnostics) -> tuple[Prose, ...]:
    """Return the items of the ordered lists in ``blocks``; other text is told."""
    items: list[Prose] = []
    for block in blocks:
        for number, line in enumerate(block.text.split("\n")):
            at = Position(block.at.path, block.at.line + number)
            match = _ITEM.fullmatch(line.rstrip())
            if match:
                items.append(Prose(match["text"], Position(at.path, at.line, match.start("text") + 1)))
            elif line.strip() and items and line.startswith(" "):
                items[-1] = Prose(f"{items[-1].text}{line.strip()}", items[-1].at)
            elif line.strip():
                diagnostics.error(at, "讨论题只写编号列表，一项一题，如“1. ……”。")
    return tuple(items)
