"""Punctuation as Chinese is set: full-width between characters, quotation marks curved and in pairs. All warnings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...report import Diagnostics
from ...rules import PUNCTUATION
from ..linking.references import LINK, blank, position_in
from ..sections import Prose

_HALF_WIDTH = re.compile(r"(?<=[一-鿿”）》])[,;:?!](?=[一-鿿“（《])")
_STRAIGHT = re.compile(r"(?<=[一-鿿，。；：、！？）》])\"|\"(?=[一-鿿《（])")
_ITEM = re.compile(r" *(?:[-*+]|\d+\.)\s")
_TARGET = re.compile(r"\]\([^()\s]*\)")


def check_punctuation(texts: Iterable[Prose], diagnostics: Diagnostics) -> None:
    """Tell half-width punctuation between Chinese characters, and quotation marks that are straight or have no partner."""
    for prose in texts:
        for match in _HALF_WIDTH.finditer(LINK.sub(blank, prose.text)):
            wide = chr(ord(match[0]) + 0xFEE0)
            message = f"中文之间用了半角标点“{match[0]}”。是否为“{wide}”？"
            diagnostics.found(PUNCTUATION, position_in(prose, match.start()), message)
        text = _TARGET.sub(blank, prose.text)
        for start, piece in _pieces(text):
            straight = _STRAIGHT.search(piece)
            lonely = _without_partner(piece)
            if straight:
                message = '中文里用了直引号 "。前后请分别改成 “ 和 ”。'
                diagnostics.found(PUNCTUATION, position_in(prose, start + straight.start()), message)
            elif lonely is not None:
                message = f"引号 {piece[lonely]} 没有配对，或前后写反了。一对引号先 “ 后 ”，里面再引的用 ‘ 和 ’。"
                diagnostics.found(PUNCTUATION, position_in(prose, start + lonely), message)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Paragraphs, and the items of lists each by itself, with where they begin."""
    first = place = 0
    for line in text.split("\n"):
        if not line.strip() or _ITEM.match(line):
            yield first, text[first:place]
            first = place
        place += len(line) + 1
    yield first, text[first:]


def _without_partner(text: str) -> int | None:
    """Where the first quotation mark stands that opens twice, closes nothing, or is never closed."""
    opened: int | None = None
    for match in re.finditer("[“”]", text):
        if (match[0] == "“") == (opened is not None):
            return match.start()
        opened = match.start() if match[0] == "“" else None
    return opened
