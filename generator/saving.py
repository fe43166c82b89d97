"""Writes a file that a person asked for: whole or not at all, and never over another without being told to."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from .report import reason


class SaveError(Exception):
    """The file was not written; the message says why and what to do."""


def save(files: Mapping[Path, bytes], overwrite: bool = False, make_folder: bool = False) -> None:
    """Write each file, by way of one beside it; none where any of them may not be written. Raises SaveError.

    ``make_folder`` makes the folder of a file where there is none.
    """
    for path in files:
        if make_folder:
            _make(path.parent)
        _check(path, overwrite)
    for path, content in files.items():
        _write(path, content)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise SaveError(f"文件夹 {folder} 建不了（{reason(problem)}）。请换一个位置。") from problem


def _check(path: Path, overwrite: bool) -> None:
    if path.is_dir():
        raise SaveError(f"{path} 是文件夹。请写文件名。")
    if not overwrite and (path.exists() or path.is_symlink()):
        raise SaveError(f"文件 {path} 已经有了。请换一个文件名，或加 --overwrite 覆盖它。")
    if not path.parent.is_dir():
        raise SaveError(f"没有文件夹 {path.parent}。请先建立它，或换一个位置。")


def _write(path: Path, content: bytes) -> None:
    try:
        _replace(path, content)
    except OSError as problem:
        raise SaveError(
            f"文件 {path} 写不进去（{reason(problem)}）。请关闭正在使用它的程序，或换一个位置。"
        ) from problem


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        _share(Path(name))
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _share(path: Path) -> None:
    """Give the file the mode of any new file: mkstemp makes one that only its owner may read."""
    if os.name != "nt":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
