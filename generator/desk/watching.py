"""Tells what an editor saved: content, theme and settings, without the files that editors' programs keep beside them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from threading import Event

from watchfiles import Change, watch

from ..paths import PRODUCT, THEME, Project

SETTINGS = (PRODUCT / "pelican.conf.py", PRODUCT / "mkdocs.yml")
_QUIET = 80
"""Milliseconds without a change after which a save counts as done: editors write a file in several steps."""
_LOOK = 500
"""Milliseconds after which folders and settings are looked at: a folder that was put in place of another tells nothing."""
_NOT_WRITTEN = re.compile(
    r"^\.|~$|^~\$|^#.*#$|^4913$|\.(?:sw[a-z]|tmp|bak|part|crdownload)$|^__pycache__$", re.IGNORECASE
)
Stamps = Mapping[Path, tuple[int, int]]


def is_written(path: Path, below: Path) -> bool:
    """Whether the file is one that a person writes: not a swap file, a backup, a lock, or anything in a hidden folder."""
    return not any(_NOT_WRITTEN.search(part) for part in path.relative_to(below).parts)


class Watch:
    """Watches the files that the site of a project is made from, from the moment it is made."""

    def __init__(self, project: Project, settings: tuple[Path, ...] = SETTINGS) -> None:
        self.folders, self.settings = (project.content, THEME), settings
        self._stamps = self._all_stamps()

    def changes(self, stop: Event) -> Iterator[list[Path]]:
        """Yield the files that were saved, made or removed, until ``stop`` is set. What happened before the call counts too.

        Raises KeyboardInterrupt when the person at the terminal ends it.
        """
        while not stop.is_set():
            yield from self._session(stop)

    def _session(self, stop: Event) -> Iterator[list[Path]]:
        """Watch until one of the folders is no longer the one that it was."""
        folders = [folder for folder in self.folders if folder.is_dir()]
        known = self._identities()
        first = True
        for told in watch(
            *folders, watch_filter=self._is_wanted, step=_QUIET, rust_timeout=_LOOK, yield_on_timeout=True,
            stop_event=stop, raise_interrupt=True,
        ):  # fmt: skip
            is_replaced = self._identities() != known
            saved = {Path(path) for _, path in told} | self._missed(first or is_replaced)
            if saved:
                yield sorted(saved)
            if is_replaced:
                return
            first = False

    def _is_wanted(self, _: Change, path: str) -> bool:
        return any(Path(path).is_relative_to(folder) and is_written(Path(path), folder) for folder in self.folders)

    def _missed(self, everywhere: bool) -> set[Path]:
        """What is otherwise than it was when it was last looked at: the settings, or all there is."""
        now = self._all_stamps() if everywhere else {**self._stamps, **self._stamps_of(self.settings)}
        before, self._stamps = self._stamps, now
        return {path for path in {*now, *before} if now.get(path) != before.get(path)}

    def _identities(self) -> list[tuple[int, int] | None]:
        return [(found.st_dev, found.st_ino) if (found := _stat(folder)) else None for folder in self.folders]

    def _all_stamps(self) -> Stamps:
        files = (
            path for folder in self.folders for path in folder.rglob("*") if path.is_file() and is_written(path, folder)
        )
        return self._stamps_of((*files, *self.settings))

    def _stamps_of(self, files: Iterable[Path]) -> Stamps:
        return {path: (found.st_mtime_ns, found.st_size) for path in files if (found := _stat(path))}


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None
