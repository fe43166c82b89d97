"""Digests of files and of the program, of which the keys of the caches are made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path

from .paths import PRODUCT

PACKAGE = PRODUCT / "generator"


def digest(files: Iterable[Path], base: Path, packages: Iterable[str] = ()) -> str:
    """Return the SHA-256, in hex, of files (paths from ``base``, and bytes) and of the versions of installed ``packages``."""
    told = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in packages).encode())
    for file in sorted(files):
        content = file.read_bytes()
        told.update(f"\0{file.relative_to(base).as_posix()}\0{len(content)}\0".encode())
        told.update(content)
    return told.hexdigest()


@cache
def code_digest(*folders: Path, packages: tuple[str, ...] = ()) -> str:
    """The same of all code and templates below ``folders`` of the program; read once in a run."""
    files = (file for folder in folders for ending in ("py", "typ") for file in folder.rglob(f"*.{ending}"))
    return digest(files, PRODUCT, packages)
