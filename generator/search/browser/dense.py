"""Numbers as printable text: (s,c)-dense codes (Brisaboa, Fariña, Navarro & Esteller 2003) over 92 characters.

The index is plain script text read without compression, so a posting must be one to four characters. 64 characters end
a number and 28 continue one: values below 64 take one character, below 1,856 two, below 52,032 three.
The reader is ``decode`` in ``theme/static/search-shards.js``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

ALPHABET = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
STOPPERS, CONTINUERS = ALPHABET[:64], ALPHABET[64:]


@lru_cache(maxsize=1 << 16)
def encode_number(number: int) -> str:
    """Return the code of a number ≥ 0."""
    rest, last = divmod(number, len(STOPPERS))
    chars = [STOPPERS[last]]
    while rest:
        rest, digit = divmod(rest - 1, len(CONTINUERS))
        chars.append(CONTINUERS[digit])
    return "".join(reversed(chars))


def encode(numbers: Iterable[int]) -> str:
    """Return the codes of the numbers, one after the other."""
    return "".join(map(encode_number, numbers))


def encode_rising(numbers: Iterable[int]) -> str:
    """Return the first number and the steps from each to the next; the numbers must not fall."""
    return encode(gaps(numbers))


def gaps(numbers: Iterable[int]) -> Iterator[int]:
    """Yield the first number, then the differences."""
    return (after - before for before, after in pairwise([0, *numbers]))


def decode(text: str) -> list[int]:
    """Return the numbers of ``encode``. Raises ValueError for a character that is no code's."""
    numbers: list[int] = []
    value = 0
    for char in text:
        digit = ALPHABET.index(char)
        if digit < len(STOPPERS):
            numbers.append(value * len(STOPPERS) + digit)
            value = 0
        else:
            value = value * len(CONTINUERS) + digit - len(STOPPERS) + 1
    return numbers
