"""A built site to the zips that are handed on: one, or several where it has to go by letter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from ..library.model import Library
from ..views.render import edition
from .archive import split, zipped
from .bundle import site_files
from .leaflet import CHECKSUMS, README, checksums, readme


def packages(site: Path, library: Library, limit: int = 0, part: bool = False) -> dict[str, bytes]:
    """Return the zips of a built ``site`` by file name; ``limit`` is the most bytes that one may have, 0 for any number.

    Each holds README.txt and checksums.txt, which lists the files of all. ``part`` says that the site is not all of the
    library, in its name. Raises PackError.
    """
    files, day = site_files(site), edition(library)
    name = f"{library.about.meta.id}-{day}{'-part' * part}"
    leaflets = partial(_leaflets, files, library, part)
    shares = _shares(files, leaflets, limit) if limit else [files | leaflets(1)]
    if len(shares) == 1:
        return {f"{name}.zip": zipped(shares[0], day)}
    return {f"{name}-{number}of{len(shares)}.zip": zipped(share, day) for number, share in enumerate(shares, start=1)}


def _shares(files: dict[str, bytes], leaflets: Callable[[int], dict[str, bytes]], limit: int) -> list[dict[str, bytes]]:
    """README.txt names how many there are, which is known only once they are shared out: its length hardly changes."""
    count = len(split(files, leaflets(99), limit))
    return split(files, leaflets(count), limit)


def _leaflets(files: dict[str, bytes], library: Library, part: bool, zips: int) -> dict[str, bytes]:
    told = {README: readme(library, zips, part)}
    return told | {CHECKSUMS: checksums(files | told)}
