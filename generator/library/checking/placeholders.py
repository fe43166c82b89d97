"""What an editor has still to write: the word that skeletons put where content belongs."""

from __future__ import annotations

import re

from ... import rules
from ...report import Diagnostics, Position
from ..files import ContentFile

PLACEHOLDER = "待写"
_LEFT = re.compile(rf"(?<![等期]){PLACEHOLDER}(?:：[^\s|,，。；、：？（）()\[\]{{}}“”\"']{{1,16}})?")
"""The word with what it asks for; 等待写入 and 期待写出 are words of their own."""


def check_placeholders(file: ContentFile, diagnostics: Diagnostics) -> None:
    """Warn of every placeholder left, wherever in the file it stands: in a comment it asks to check what stands before it."""
    for number, line in enumerate(file.text.split("\n"), start=1):
        for match in _LEFT.finditer(line):
            at = Position(file.path, number, match.start() + 1)
            diagnostics.found(rules.PLACEHOLDER, at, f"“{match[0]}” 是占位文字，请写上内容。")
