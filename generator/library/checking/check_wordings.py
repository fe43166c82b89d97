"""Rules of wordings.yml: two words or more in a group, each of two characters or more, none twice."""

from __future__ import annotations

from ...report import Diagnostics
from ..entries import Wordings
from ..strict_yaml import Located

KEY = "日常说法"
FEWEST = 2
SHORTEST = 2
"""A single character is part of too many words to stand for one."""


def check_wordings(wordings: Wordings, located: Located, diagnostics: Diagnostics) -> None:
    """Tell every word that breaks a rule, at its line."""
    for row, group in enumerate(wordings.groups):
        if len(group) < FEWEST:
            message = "日常说法: 一组至少两个词，才能互相代替。请补上本库的说法，或删去这一行。"
            diagnostics.error(located.position((KEY, row)), message)
        for number, word in enumerate(group):
            problem = _problem(word, group[:number])
            if problem:
                diagnostics.error(located.position((KEY, row, number)), f"日常说法: {problem}")


def _problem(word: str, before: tuple[str, ...]) -> str:
    if len(word) < SHORTEST:
        return f"“{word}” 只有一个字，会在别的词里碰上。请写两个字以上的词。"
    return f"“{word}” 在这一组里写了两次。请删去一个。" if word in before else ""
