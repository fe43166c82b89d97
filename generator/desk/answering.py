"""Which file of a site an address asks for, and what it is: nothing outside the folder, nothing hidden."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote_to_bytes

HTML = "text/html; charset=utf-8"
TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".webmanifest": "application/manifest+json",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""By ending. Python's own table takes what the machine's registry says, which on Windows may be anything."""


def path_of(address: str) -> str | None:
    """The path that a request's address asks for, '/'-separated, of a folder its index.html; None for one that no site has."""
    try:
        path = unquote_to_bytes(re.split("[?#]", address)[0]).decode()
    except ValueError:
        return None
    if not path.startswith("/") or any(sign in path for sign in "\\:\0"):
        return None
    parts = path[1:].split("/")
    if parts[-1] == "":
        parts[-1] = "index.html"
    return None if any(part == "" or part.startswith(".") for part in parts) else "/".join(parts)


def file_in(folder: Path, path: str) -> Path | None:
    """The file at ``path`` in the site at ``folder``; None where there is none, or a link leads out of the folder."""
    file = folder / path
    try:
        is_inside = file.is_file() and file.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError):  # a name that is too long for the system
        return None
    return file if is_inside else None


def type_of(file: Path) -> str:
    """The MIME type of a file."""
    return TYPES.get(file.suffix.lower(), "application/octet-stream")
