"""Numbers as printable text: (s,c)-dense codes (Brisaboa, Fariña, Navarro & Esteller 2003) over 92 characters.

The index is plain script text read without compression, so a posting must be one to four characters. 64 characters end
a number and 28 continue one: values below 64 take one character, below 1,856 two, below 52,032 three.
The reader is ``decode`` in ``theme/static/search-shards.js``.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray

ALPHABET = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
STOPPERS, CONTINUERS = ALPHABET[:64], ALPHABET[64:]
SEPARATOR = " "
"""Stands between lists that share a string; no code has it."""

_STOPPERS = np.frombuffer(STOPPERS.encode(), dtype=np.uint8)
_CONTINUERS = np.frombuffer(CONTINUERS.encode(), dtype=np.uint8)


def encode(numbers: Iterable[int]) -> str:
    """Return the codes of the numbers (≥ 0), one after the other."""
    codes, _ = encode_lists(list(numbers), [0])
    return codes[1:]


def encode_rising(numbers: ArrayLike) -> str:
    """Return the first number and the steps from each to the next; the numbers must not fall."""
    return encode(np.diff(np.asarray(numbers, dtype=np.int64), prepend=0).tolist())


def encode_lists(numbers: ArrayLike, starts: ArrayLike) -> tuple[str, NDArray[np.int64]]:
    """Return the codes of many lists in one string, a SEPARATOR before each, and where each of these stands.

    ``numbers`` are the lists one after the other and ``starts`` where each begins, none of them empty. The place of a
    further list, the end of the string, closes the second result.
    """
    values = np.asarray(numbers, dtype=np.int64)
    firsts = np.asarray(starts, dtype=np.int64)
    if not len(values):
        return "", np.zeros(1, dtype=np.int64)
    sizes = _sizes(values)
    sizes[firsts] += 1
    ends = np.cumsum(sizes)
    places = np.append(ends[firsts] - sizes[firsts], ends[-1])
    buffer = np.full(int(ends[-1]), ord(SEPARATOR), dtype=np.uint8)
    _fill(buffer, values, ends - 1)
    return buffer.tobytes().decode("ascii"), places


def _sizes(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many characters each value takes."""
    sizes = np.ones(len(values), dtype=np.int64)
    bound, step = len(STOPPERS), len(STOPPERS)
    while (above := values >= bound).any():
        sizes += above
        step *= len(CONTINUERS)
        bound += step
    return sizes


def _fill(buffer: NDArray[np.uint8], values: NDArray[np.int64], last: NDArray[np.int64]) -> None:
    """Write each value's code so that it ends at its place in ``last``."""
    buffer[last] = _STOPPERS[values % len(STOPPERS)]
    rest, at = values // len(STOPPERS), last - 1
    while (left := rest > 0).any():
        rest, at = rest[left] - 1, at[left]
        buffer[at] = _CONTINUERS[rest % len(CONTINUERS)]
        rest, at = rest // len(CONTINUERS), at - 1


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
