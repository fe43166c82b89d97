"""What the desktop index was made from and whether its files are still those that were written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ..analysis import character_data
from ..records import Record

FORMAT = 2
"""Raise it when the same records would be indexed otherwise."""

STATE_FILE = "state.json"


@dataclass(frozen=True)
class IndexState:
    """``pages``: output page → digest of its records. ``files``: file of the index → digest of its bytes."""

    pages: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path, pages: Mapping[str, str]) -> IndexState:
        """Return the state of an index just written to ``folder``."""
        return cls(pages, _file_digests(folder))

    @classmethod
    def read(cls, folder: Path) -> IndexState | None:
        """Return the state kept in ``folder``; None unless the index there is whole and of this version."""
        try:
            data = json.loads((folder / STATE_FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        expected = {"version": _version(), "files": _file_digests(folder)}
        if not isinstance(data, dict) or not isinstance(data.get("pages"), dict):
            return None
        return cls(data["pages"], data["files"]) if expected.items() <= data.items() else None

    def write(self, folder: Path) -> None:
        """Keep the state in ``folder``, whole or not at all."""
        data = {"version": _version(), "files": dict(self.files), "pages": dict(self.pages)}
        partial = folder / (STATE_FILE + ".part")
        partial.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
        partial.replace(folder / STATE_FILE)


def page_digests(pages: Mapping[str, Sequence[Record]]) -> dict[str, str]:
    """Return the digest of what the index holds of each page: anchors and texts."""
    return {page: _digest(_told(group).encode("utf-8", "surrogatepass")) for page, group in pages.items()}


def _told(group: Sequence[Record]) -> str:
    """Anchors and texts in one string. Neither holds the separators: white space of blocks is single spaces."""
    return "\n\n".join("\n".join((record.anchor, *(block.text for block in record.blocks))) for record in group)


def _file_digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.iterdir()) if path.is_file())
    ours = (path for path in files if not path.name.startswith(STATE_FILE) and not path.name.endswith("LOCK"))
    return {path.name: _digest(path.read_bytes()) for path in ours}


@cache
def _version() -> str:
    return f"{FORMAT}-{_digest(json.dumps(character_data()).encode())}"


def _digest(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()
