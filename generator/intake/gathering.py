"""Which files are meant: those given, and in folders those that hold articles; and whether two of them would become one."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..library.slug import slug
from .reading import ENDINGS, HTML

ARTICLES_TOO = (".doc", ".wps", ".rtf", ".pdf", ".mht", ".mhtml", ".odt")
"""Files in a folder that may hold an article but cannot be read: they are told, unless they were saved again beside under the same name."""
_FOLDERS = ("_files", ".files")
"""What a browser saves beside a page: its pictures, scripts and frames."""


@dataclass(frozen=True)
class Gathered:
    """The files to read, in order; how many others were passed over, and the folders that could not be opened."""

    files: tuple[Path, ...]
    passed: int
    closed: tuple[OSError, ...]


def gather(given: Iterable[Path]) -> Gathered:
    """Return the files given and those of the folders given, each once, sorted within a folder."""
    files: dict[Path, Path] = {}
    passed, closed = 0, list[OSError]()
    for path in given:
        found = list(_inside(path, closed)) if path.is_dir() else [path]
        saved_again = {one.with_suffix("") for one in found if one.suffix.lower() in ENDINGS}
        for one in found:
            old = one.suffix.lower() in ARTICLES_TOO and one.with_suffix("") not in saved_again
            if one == path or old or one.suffix.lower() in ENDINGS:
                files.setdefault(one.resolve(), one)
            else:
                passed += 1
    return Gathered(tuple(files.values()), passed, tuple(closed))


def _inside(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """The files of a folder and its folders, but for hidden ones, what Word keeps beside an open file, and what belongs to a saved page."""
    for where, folders, names in os.walk(folder, onerror=closed.append):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in HTML}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _of_page(name, pages))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith((".", "~$")))


def _of_page(folder: str, pages: set[str]) -> bool:
    return any(folder == page + ending for page in pages for ending in _FOLDERS)


def file_id(path: Path) -> str:
    """The id that a file's article gets: its name without ending, in letters, digits and hyphens."""
    return slug(path.stem)


def clashes(files: Iterable[Path]) -> list[str]:
    """What to tell of files that would get one id, a sentence for each id."""
    named = defaultdict[str, list[Path]](list)
    for path in files:
        named[file_id(path)].append(path)
    return [
        f"{'、'.join(map(str, paths))}：编号都是“{id_}”，会写成同一个文件。请给其中的改名，或分开导入。"
        for id_, paths in named.items()
        if len(paths) > 1
    ]
