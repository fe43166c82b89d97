"""Scripts and style sheets without what only their authors read: comments that stand on lines of their own, and indentation.

Of style sheets, which every page loads before it shows anything, the blanks beside punctuation go too.

Nothing else is changed, so that what runs can be read and its lines told; a test holds each file against its source.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_REMARK = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_STRING = re.compile(r'("[^"\n]*")')
_BLANK = re.compile(r"(?<=[:,;{}]) (?!;)| (?=[{}])")
"""Not the blank that is a property's whole value (``--night: ;``), nor those of selectors (``a :hover``) and of ``calc``."""
_TEXTS = (".js", ".css")


def slim(name: str, content: bytes) -> bytes:
    """Return the file called ``name`` as it is shipped; anything but a script or style sheet as it is."""
    if not name.endswith(_TEXTS):
        return content
    text = _COMMENT.sub("", content.decode())
    if name.endswith(".js"):
        text = _REMARK.sub("", text)
    text = _INDENT.sub("", text)
    return (_without_blanks(text) if name.endswith(".css") else text).encode()


def _without_blanks(css: str) -> str:
    return "".join(part if part.startswith('"') else _BLANK.sub("", part) for part in _STRING.split(css))
