"""The files of prepared handouts in the cache, each named by its key and by the digest of its content.

So a file that is there is whole, or is seen to be damaged; nothing else needs to be kept in step with the folder.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from ..library.handout_spec import HandoutFormat
from ..library.model import Library
from ..paths import Project
from ..saving import save
from ..views.handouts import MadeFile
from .keys import Keys, remembered_keys

_DIGEST = 32
_STALE = 3600.0
"""Seconds after which a file that is half written is what a killed run left behind."""


def shelf_of(project: Project) -> Shelf:
    """The shelf of a project, which may be deleted at any time."""
    return Shelf(project.shelf)


class Shelf:
    """A folder of files by key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self, keys: Iterable[str]) -> dict[str, MadeFile]:
        """The files kept under ``keys``; what is damaged or missing is left out."""
        there = dict(self._paths())
        sound = ((key, there[key], _sound_size(there[key])) for key in keys if key in there)
        return {key: MadeFile(path, size) for key, path, size in sound if size}

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever made."""
        return next(self._paths(), None) is None

    def put(self, key: str, content: bytes) -> None:
        """Keep ``content``, whole or not at all. Raises SaveError."""
        path = self.folder / f"{key}-{_digest(content)}"
        save({path: content}, overwrite=True, make_folder=True)
        self._drop(other for other in self.folder.glob(f"{key}-*") if other != path)

    def sweep(self, keys: Collection[str]) -> None:
        """Drop what is kept under other keys, and what a killed run left half written."""
        self._drop(path for key, path in self._paths() if key not in keys)
        with suppress(OSError):
            self._drop(path for path in self.folder.glob(".*.tmp") if time.time() - path.stat().st_mtime > _STALE)

    def _paths(self) -> Iterator[tuple[str, Path]]:
        """Key and path of every file."""
        for path in sorted(self.folder.glob("[!.]*-*")):
            key, _, digest = path.name.partition("-")
            if len(digest) == _DIGEST:
                yield key, path

    def _drop(self, paths: Iterable[Path]) -> None:
        for path in paths:
            with suppress(OSError):
                path.unlink()


def made_handouts(library: Library, project: Project) -> Mapping[str, Mapping[HandoutFormat, MadeFile]]:
    """The files of prepared handouts that are made and up to date, by id and format; none is made for this."""
    shelf = shelf_of(project)
    if shelf.is_empty:
        return {}
    keys = remembered_keys(library, project, shelf.folder)
    return on_shelf(shelf, keys)


def on_shelf(shelf: Shelf, keys: Keys) -> dict[str, dict[HandoutFormat, MadeFile]]:
    """The files that ``shelf`` has of ``keys``."""
    files = shelf.files(key for own in keys.values() for key in own.values())
    return {id_: {kind: files[key] for kind, key in own.items() if key in files} for id_, own in keys.items()}


def _sound_size(path: Path) -> int:
    """How many bytes the file has; 0 when they are not those that were written."""
    try:
        content = path.read_bytes()
    except OSError:
        return 0
    return len(content) if path.name.endswith(_digest(content)) else 0


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGEST]
