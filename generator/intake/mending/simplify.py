"""Traditional characters to simplified ones, where a text is traditional at all; words stay what they are."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import opencc

from .gbk import is_hanzi, plain

ENOUGH = 0.03
"""Share of characters only traditional Chinese has; a simplified text has next to none (乾隆, a name), a traditional one a third."""
_SAMPLE = 200_000
"""Characters that tell which a text is in."""
_ZHE = re.compile("著(?=[力眼手重想陆落实急])|(?<=[负味有随沿向朝跟本扰])著")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def is_traditional(text: str) -> bool:
    """Whether a text is written in traditional characters."""
    hanzi = [char for char in text[:_SAMPLE] if is_hanzi(char)]
    return bool(hanzi) and sum(char in plain() for char in hanzi) > ENOUGH * len(hanzi)


def simplified(text: str) -> str:
    """Return a traditional text in simplified characters; a simplified one as it is. Never other words, only other characters."""
    if not is_traditional(text):
        return text
    return _ZHE.sub("着", _converter().convert(text))


@dataclass(frozen=True)
class Conversion:
    """A character that was made another, and how often; a whole line where the two are not of one length."""

    before: str
    after: str
    times: int


def conversions(before: str, after: str) -> tuple[Conversion, ...]:
    """What :func:`simplified` made of a text, the commonest first."""
    counted: Counter[tuple[str, str]] = Counter()
    for old, new in zip(before.split("\n"), after.split("\n"), strict=True):
        pairs = zip(old, new, strict=True) if len(old) == len(new) else [(old, new)]
        counted.update(pair for pair in pairs if pair[0] != pair[1])
    return tuple(Conversion(old, new, times) for (old, new), times in counted.most_common())
