"""ASCII names for things with Chinese names: pinyin joined by hyphens, or a short key of their words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from pypinyin import lazy_pinyin

LONGEST = 40
KEY_LENGTH = 6
"""Hexadecimal digits of a key: 16 million, for a few dozen things on a page."""


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """Return the pinyin of ``text`` as lower-case letters, digits and hyphens, at most 40 characters, never empty."""
    syllables = lazy_pinyin(text)
    words = re.findall(r"[a-z0-9]+", "-".join(syllables).lower())
    return "-".join(words)[:LONGEST].strip("-") or "x"


def words_key(*words: str) -> str:
    """Return a short key that changes with the words, so that what a reader keeps under it never passes to other words."""
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:KEY_LENGTH]


def unique_slugs(texts: Iterable[str]) -> dict[str, str]:
    """Return a slug for each text; the second of two alike gets ``-2``, in the order given."""
    taken: set[str] = set()
    result: dict[str, str] = {}
    for text in texts:
        base = candidate = slug(text)
        number = 1
        while candidate in taken:
            number += 1
            candidate = f"{base}-{number}"
        taken.add(candidate)
        result[text] = candidate
    return result
