"""Reading one content file: size, encoding, line ends, all told as diagnostics; what an editor sets aside is taken note of."""

from __future__ import annotations

import re
import stat
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from ..report import Diagnostics, Position, reason
from .silences import read_silences

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
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            diagnostics.error(at, "这里应是一个文件，却是文件夹或设备。请移走它，放入文件。")
            return None
        if status.st_size > SIZE_LIMIT:
            size = status.st_size / 1_000_000
            diagnostics.error(
                at, f"文件有 {size:.1f} MB，超过 {SIZE_LIMIT // 1_000_000} MB。请拆成几个文件，或检查是否放错了文件。"
            )
            return None
        data = path.read_bytes()
    except OSError as problem:
        diagnostics.error(at, f"文件无法读取（{reason(problem)}）。请检查文件是否存在、是否有读取权限。")
        return None
    text = _decode(data, name, diagnostics)
    if text is None or not _is_clean(text, name, diagnostics) or _has_conflict(text, name, diagnostics):
        return None
    if not text.strip():
        diagnostics.error(at, "文件是空的。请写入内容，或删去这个文件。")
        return None
    return ContentFile(name, read_silences(name, text, diagnostics))


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
    """Tell the first stray character of each line that has one."""
    told, line, seen = -1, 0, 0
    for match in _SUSPECT.finditer(text):
        line, seen = line + text.count("\n", seen, match.start()), match.start()
        if line != told and is_stray(match[0]):
            diagnostics.error(_position(name, text, match.start()), _stray(match[0]))
            told = line
    return told < 0


def _has_conflict(text: str, name: str, diagnostics: Diagnostics) -> bool:
    """Tell the marks that git leaves where two versions met: once for each place, at its first mark."""
    marks = list(_CONFLICT.finditer(text))
    told = [mark for mark in marks if mark["mark"] == "<"] or marks[:1]
    for mark in told:
        message = f"这里有合并冲突的记号“{mark[0][:7]}”。请保留要用的文字，删去 <<<<<<<、=======、>>>>>>> 各行。"
        diagnostics.error(_position(name, text, mark.start()), message)
    return bool(told)


def has_id_name(stem: str, at: Position, diagnostics: Diagnostics) -> bool:
    """Whether a file or folder name can be an id: lower-case letters, digits, hyphens; what is not is told."""
    sound = stem.isascii() and stem.replace("-", "a").isalnum() and stem == stem.lower() and not stem.startswith("-")
    if not sound:
        diagnostics.error(at, f"文件名“{stem}” 就是编号，只能用小写字母、数字和连字符。请改名。")
    return sound


_SUSPECT = re.compile(r"[^\n\t -~一-鿿　-〿！-～—“”‘’…·→×]")
"""A quick first look: what is none of the everyday characters is judged by ``is_stray``."""
_CONFLICT = re.compile(r"(?m)^(?:(?P<mark><)<{6}(?: .*)?|={7}|>{7}(?: .*)?)$")
_KEPT = "\n\t \u3000"


def is_stray(char: str) -> bool:
    """Whether a reader would never see ``char``: controls, zero-width and private characters, odd spaces."""
    return char not in _KEPT and (unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Zs", "Co", "Cs", "Cn"))


def _stray(char: str) -> str:
    code = f"U+{ord(char):04X}"
    if unicodedata.category(char) == "Zs":
        return f"有特殊空格 {code}，多从网页或 Word 粘贴而来。请改成普通空格或删去。"
    what = "有符号字体的字符" if unicodedata.category(char) == "Co" else "有看不见的控制字符"
    return f"{what} {code}。请删去。"


def _position(name: str, text: str, index: int) -> Position:
    return Position(name, text.count("\n", 0, index) + 1, index - (text.rfind("\n", 0, index) + 1) + 1)
