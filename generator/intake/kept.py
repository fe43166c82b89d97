"""The texts of articles kept in intake/: what an editor wrote from, and what `check` holds the library's words against."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..report import reason
from .sorting.paragraphs import read_numbered

FOLDER, ENDING = "intake", ".txt"


@dataclass(frozen=True)
class KeptText:
    """One text: its path in the project, and its paragraphs by number. ``fault`` says why it could not be read."""

    path: str
    paragraphs: tuple[tuple[int, str], ...] = ()
    fault: str = ""


def kept_texts(root: Path) -> Iterator[KeptText]:
    """Yield the texts in intake/ of the project at ``root``, in order; none when there is no such folder.

    A text that was not numbered by `import` is counted by its lines.
    """
    for path in sorted((root / FOLDER).glob(f"*{ENDING}")):
        name = f"{FOLDER}/{path.name}"
        try:
            text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else ""
        except OSError as problem:
            yield KeptText(name, fault=reason(problem))
        else:
            yield KeptText(name, tuple(_paragraphs(text)))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    lines = (line.strip() for line in text.splitlines())
    for count, line in enumerate(filter(None, lines), start=1):
        numbered = read_numbered(line)
        yield (numbered.number, numbered.text) if numbered else (count, line)
