"""What a step made is made again only from other things: for a process that builds again and again, as `serve` does.

The key is all that a step is made from, so what is remembered is what would have been made. Where that is the function's own arguments,
``functools.lru_cache`` does; this is for steps that are given more than they use, or what cannot be hashed.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Memory(Generic[Made]):
    """The last ``size`` things that a step made, by what they were made from."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._kept: OrderedDict[Hashable, Made] = OrderedDict()

    def made(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made for ``key``, or make it. Whoever gets it must not change it."""
        if key not in self._kept:
            self._kept[key] = make()
        self._kept.move_to_end(key)
        if len(self._kept) > self.size:
            self._kept.popitem(last=False)
        return self._kept[key]


def all_of(thing: object) -> bytes:
    """A key that changes with anything that the thing's ``repr`` tells, for what cannot be hashed."""
    return hashlib.sha256(repr(thing).encode("utf-8", "surrogatepass")).digest()
