"""Reading one content file: size, encoding, line ends, all told as diagnostics."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..report import Diagnostics, Position

SIZE_LIMIT = 1_000_000
"""Bytes. A case is some ten thousand; anything near this is not a case but a mistake."""


@dataclass(frozen=True)
class ContentFile:
    r"""A file's text, with ``\n`` line ends, and its path relative to the project, '/'-separated."""

    path: str
    text: str


def read_content(root: Path, path: Path, diagnostics: Diagnostics) -> ContentFile | None:
    """Read ``path`` (below the project ``root``) as UTF-8; None, with a diagnostic, when that cannot be done."""
    name = path.relative_to(root).as_posix()
    at = Position(name)
    try:
        if path.stat().st_size > SIZE_LIMIT:
            size = path.stat().st_size / 1_000_000
            diagnostics.error(at, f"文件有 {size:.1f} MB，超过 {SIZE_LIMIT // 1_000_000} MB。请拆成几个文件，或检查是否放错了文件。")
            return None
        data = path.read_bytes()
    except OSError as problem:
        diagnostics.error(at, f"文件无法读取（{problem.strerror}）。请检查文件是否存在、是否有读取权限。")
        return None
    text = _decode(data, name, diagnostics)
    if text is None or not _is_clean(text, name, diagnostics):
        return None
    if not text.strip():
        diagnostics.error(at, "文件是空的。请写入内容，或删去这个文件。")
        return None
    return ContentFile(name, text)


def _decode(data: bytes, name: str, diagnostics: Diagnostics) -> str | None:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8", errors="replace")
        at = _position(name, before, len(before))
        diagnostics.error(at, "文件不是 UTF-8 编码（此处有无法识别的字节）。请在编辑器中另存为 UTF-8。")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_clean(text: str, name: str, diagnostics: Diagnostics) -> bool:
    for index, char in enumerate(text):
        if (ord(char) < 32 and char not in "\n\t") or char in "\x7f\ufeff\ufffe\uffff":
            diagnostics.error(_position(name, text, index), f"有看不见的控制字符 U+{ord(char):04X}。请删去。")
            return False
    return True


def _position(name: str, text: str, index: int) -> Position:
    return Position(name, text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)
