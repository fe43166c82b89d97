"""Scripts and style sheets without what only their authors read: comments that stand on lines of their own, and indentation.

Nothing else is changed, so that what runs can be read and its lines told; a test holds each script against its source.
"""

from __future__ import annotations

import re

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_REMARK = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_TEXTS = (".js", ".css")


def slim(name: str, content: bytes) -> bytes:
    """Return the file called ``name`` as it is shipped; anything but a script or style sheet as it is."""
    if not name.endswith(_TEXTS):
        return content
    text = _COMMENT.sub("", content.decode())
    if name.endswith(".js"):
        text = _REMARK.sub("", text)
    return _INDENT.sub("", text).encode()
