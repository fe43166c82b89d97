"""Which references carry evidence: a paragraph, a claim with its paragraph, a row of a table with its own."""

from __future__ import annotations

import re

from ..rows import ROW_PREFIXES
from .references import CLAIM

_GROUND = re.compile(rf"(?:{'|'.join(f'{prefix}:' for prefix in (CLAIM, *ROW_PREFIXES))}|(?:[a-z0-9-]+:)?P\d)")


def is_ground(target: str) -> bool:
    """Whether a link's target leads to evidence: ``P14``, ``chengyang-bandao:P14``, ``claim:P5``, ``fig:members``; not ``term:网格``."""
    return bool(_GROUND.match(target))
