"""What lets a browser keep the library over http(s): a service worker that knows the site's files, and the app's manifest.

Both are made last, from the files as they stand in the finished site. On file:// neither is ever read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..library.model import Library
from ..paths import THEME
from .slim import slim

WORKER, MANIFEST = "service-worker.js", "manifest.webmanifest"
BOUND = 40_000_000
"""Bytes that a browser is asked to keep at the first visit; what is beyond is kept when it is opened."""
_DIGITS = 16
"""Of a file's SHA-256: enough that no two files of one library share them."""
_ORDER = ("assets/", "", "search/", "data/")
"""What is kept first: what every page needs, the pages at the top (``""``), search, data; then all other pages."""
_PAPER, _WASH = "#ffffff", "#f7f5f2"


def write_offline(site: Path, library: Library, bound: int = BOUND) -> None:
    """Write manifest and worker into the finished ``site``."""
    (site / MANIFEST).write_bytes(manifest(library))
    (site / WORKER).write_bytes(worker(site, library, bound))


def manifest(library: Library) -> bytes:
    """The web app manifest: what the library is called and looks like where it is installed."""
    title = library.about.meta.title
    icons = [
        {"src": "assets/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        *({"src": f"assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in (192, 512)),
    ]
    told = {
        "name": title, "short_name": title, "lang": "zh-CN", "dir": "ltr", "start_url": "index.html", "scope": "./",
        "display": "standalone", "background_color": _PAPER, "theme_color": _WASH, "icons": icons,
    }  # fmt: skip
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def worker(site: Path, library: Library, bound: int = BOUND) -> bytes:
    """The worker's script with the list of all files of ``site``; its version is the hash of that list."""
    hashes = {name: _hash(site / name) for name in _names(site)}
    now = set(_kept_at_once(hashes, {name: (site / name).stat().st_size for name in hashes}, bound))
    told = {
        "id": library.about.meta.id,
        "version": _version(hashes),
        "now": {name: hash_ for name, hash_ in hashes.items() if name in now},
        "later": {name: hash_ for name, hash_ in hashes.items() if name not in now},
    }
    listed = json.dumps(told, ensure_ascii=False, indent=0).replace("<", "\\u003c")
    return f"self.PracticeOffline = {listed};\n".encode() + slim(WORKER, (THEME / WORKER).read_bytes())


def _names(site: Path) -> list[str]:
    """Every file but hidden ones, which no server need give, and the worker, which the browser keeps by itself."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return sorted(name for name in names if name != WORKER and not name.startswith("."))


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGITS]


def _version(hashes: Mapping[str, str]) -> str:
    lines = "".join(f"{hash_}  {name}\n" for name, hash_ in sorted(hashes.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:_DIGITS]


def _kept_at_once(names: Iterable[str], sizes: Mapping[str, int], bound: int) -> Iterator[str]:
    """The names that fit the bound, in their order: never a prepared handout, and none after the first that does not fit."""
    room = bound
    for name in sorted((name for name in names if not _is_prepared(name)), key=lambda name: (_rank(name), name)):
        room -= sizes[name]
        if room < 0:
            return
        yield name


def _rank(name: str) -> int:
    folder = name.partition("/")[0] + "/" if "/" in name else ""
    return _ORDER.index(folder) if folder in _ORDER else len(_ORDER)


def _is_prepared(name: str) -> bool:
    return name.startswith("handouts/") and not name.endswith(".html")
