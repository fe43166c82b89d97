"""What `serve` shows: the last output that was good, what is wrong now, and who waits to hear of it.

Two folders take turns, so that the one that is served is never touched while the next is made.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Condition

from ..output import MANIFEST
from ..report import Diagnostics

Make = Callable[[Path, Diagnostics], bool]
"""Builds into a folder; whether it did. What is wrong goes to the diagnostics."""


@dataclass(frozen=True)
class Told:
    """How things stand after a build.

    ``build`` names it, '' before the first. ``folder`` is the last good output, None before there is any, and ``edition`` the build
    that made it. No two builds of any runs have one name.
    """

    build: str = ""
    edition: str = ""
    folder: Path | None = None
    found: Diagnostics = field(default_factory=Diagnostics)
    """What is wrong with the content as it is now."""


class Live:
    """Builds on demand into folders below ``place``, and keeps the last good output."""

    def __init__(self, place: Path, make: Make) -> None:
        self.place, self.make = place, make
        self._told = Told()
        self._changed = Condition()
        self._builds = (f"{time.time_ns():x}-{number}" for number in count(1))

    @property
    def told(self) -> Told:
        """How things stand now."""
        return self._told

    def rebuild(self) -> Told:
        """Build into the folder that is not served, and serve it when that went well and made anything else than there is."""
        before = self._told
        target = self.place / ("two" if before.folder == self.place / "one" else "one")
        shutil.rmtree(target, ignore_errors=True)
        build, found = next(self._builds), Diagnostics()
        is_made = self.make(target, found)
        folder, edition = before.folder, before.edition
        if is_made and not _same(target, folder):
            folder, edition = target, build
        told = Told(build, edition, folder, found)
        with self._changed:
            self._told = told
            self._changed.notify_all()
        return told

    def wait(self, build: str, seconds: float) -> Told:
        """Return how things stand as soon as another build than this one was the last, at the latest after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._told.build != build, seconds)
            return self._told

    def clear(self) -> None:
        """Take away the folders."""
        shutil.rmtree(self.place, ignore_errors=True)


def _same(one: Path, other: Path | None) -> bool:
    """Whether two outputs have the same files, by the lists that the builds left in them."""
    return other is not None and (one / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes()
