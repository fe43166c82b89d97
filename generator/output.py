"""The output folder: made beside itself, swapped in whole, never over someone else's files.

A hidden list (`.shijianku.json`) of the files we wrote and their hashes tells our files from others.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from .report import reason

MANIFEST = ".shijianku.json"
_STALE = 3600.0
"""Seconds after which a staging folder is what a killed build left behind."""


class OutputError(Exception):
    """The output folder cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class OutputFolder:
    """The folder that holds the built library."""

    path: Path

    def check(self, protected: Path) -> None:
        """Raise OutputError unless the folder is absent, empty, or holds only what an earlier build wrote.

        ``protected`` is the folder of content; neither may lie in the other.
        """
        self._restore()
        own, content = self.path.resolve(), protected.resolve()
        if own in (content, *content.parents) or content in own.parents:
            raise OutputError(
                f"输出文件夹 {self.path} 同内容文件夹 {protected.name}/ 重叠，不能使用。请用 --output 换一个文件夹。"
            )
        if self.path.is_dir():
            foreign = sorted(self._foreign())
            if foreign:
                listing = "、".join(foreign[:5]) + (f" 等 {len(foreign)} 个" if len(foreign) > 5 else "")
                raise OutputError(
                    f"输出文件夹 {self.path} 里有不是本程序生成、或生成后改动过的文件：{listing}。请移走，或用 --output 换一个文件夹。"
                )
        elif self.path.exists() or self.path.is_symlink():
            raise OutputError(f"输出位置 {self.path} 已有一个文件，不是文件夹。请移走它，或用 --output 换一个位置。")

    def _foreign(self) -> Iterator[str]:
        known = self._manifest()
        for path in self.path.rglob("*"):
            name = path.relative_to(self.path).as_posix()
            if name != MANIFEST and not path.is_dir() and known.get(name) != _hash(path):
                yield name

    def _manifest(self) -> dict[str, str]:
        try:
            found = json.loads((self.path / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    @contextmanager
    def staged(self) -> Iterator[Path]:
        """Give an empty folder to write to; when the block ends well it becomes the output, otherwise it is removed."""
        self._sweep()
        staging = self._beside("staging")
        staging.mkdir(parents=True)
        try:
            yield staging
            _write_manifest(staging)
            self._swap(staging)
        finally:
            shutil.rmtree(staging, ignore_errors=True)

    def _swap(self, staging: Path) -> None:
        old = self._beside("old")
        try:
            if self.path.exists():
                self.path.rename(old)
            staging.rename(self.path)
        except OSError as problem:
            if old.exists() and not self.path.exists():
                old.rename(self.path)
            raise OutputError(
                f"输出文件夹 {self.path} 无法替换（{reason(problem)}）。请关闭正在使用它的程序后再试。"
            ) from problem
        shutil.rmtree(old, ignore_errors=True)

    def _beside(self, role: str) -> Path:
        return self.path.parent / f".{self.path.name}-{role}-{os.getpid()}"

    def _restore(self) -> None:
        """Put back the old output where a build was killed between taking it away and putting the new one."""
        left = sorted(self.path.parent.glob(f".{self.path.name}-old-*"))
        if left and not self.path.exists():
            left[-1].rename(self.path)

    def _sweep(self) -> None:
        for pattern in ("staging", "old"):
            for path in self.path.parent.glob(f".{self.path.name}-{pattern}-*"):
                with suppress(OSError):
                    if time.time() - path.stat().st_mtime > _STALE:
                        shutil.rmtree(path, ignore_errors=True)


def _write_manifest(folder: Path) -> None:
    files = {path.relative_to(folder).as_posix(): _hash(path) for path in sorted(folder.rglob("*")) if path.is_file()}
    text = json.dumps(files, ensure_ascii=False, indent=0, sort_keys=True)
    (folder / MANIFEST).write_text(text + "\n", "utf-8", newline="\n")


def _hash(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
