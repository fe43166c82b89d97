"""Bytes to text: which encoding a Chinese file is in, decided by what its bytes can be and how common its characters are."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from .gbk import common

LOST = "\ufffd"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 20_000
"""Characters looked at to tell GB18030 from Big5: what decodes as one nearly always decodes as the other, into rare characters."""


@dataclass(frozen=True)
class Decoded:
    """A text, the name of its encoding for an editor, and how many characters could not be read."""

    text: str
    encoding: str
    lost: int


class NotTextError(ValueError):
    """The bytes are no text; the message says so to an editor."""


_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16", "gb18030": "GB18030", "big5hkscs": "Big5"}


def decode(data: bytes) -> Decoded:
    """Return the text of a file, line ends made those of Unix. Raises NotTextError for what no editor would call a text."""
    encoding = _encoding(data)
    if encoding != "utf-16" and len(data) - len(data.translate(None, _CONTROLS)) > len(data) // 200:
        raise NotTextError("这不是文本文件（有大量控制字符）。请换成 txt、html 或 docx 文件。")
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_UNSEEN)
    return Decoded(text, _NAMES[encoding], text.count(LOST))


_UNSEEN = dict.fromkeys([*range(9), *range(11, 32), 127, 0x200B, 0x2060, 0xFEFF])


def _encoding(data: bytes) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if _fits(data, "utf-8"):
        return "utf-8"
    fitting = [name for name in ("gb18030", "big5hkscs") if _fits(data, name)]
    # A single slip must not make a UTF-8 file into GBK: the encoding with fewest unreadable places is taken.
    return max(fitting or ["utf-8", "gb18030", "big5hkscs"], key=lambda name: _likeness(data, name))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(data: bytes, encoding: str) -> float:
    """How much of the text is common Chinese, from -1 to 1."""
    text = data[: _SAMPLE * 3].decode(encoding, "replace")[:_SAMPLE]
    seen = [char for char in text if ord(char) > 127]
    if not seen:
        return 0.0
    return sum(1 if common(char) else -1 for char in seen) / len(seen)
