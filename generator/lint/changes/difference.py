"""What came and went between two runs of `check`, told by what is said and in which file: lines move with every edit above them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ...report import Diagnostic, Diagnostics
from ...rules import Level

_PASSING = re.compile(r"\d+(?= 字)|(?<=:)\d+|(?<=第 )\d+(?= 行)")
"""How long something is, and in which line it stands."""
_Told = Counter[tuple[str, str, str]]


@dataclass
class Difference:
    """Compares each run with the one before.

    Where a file cannot be read, rules find less. Warnings and hints are therefore held against the last run without errors.
    """

    _errors: _Told | None = None
    _others: _Told | None = None

    def since_last(self, now: Diagnostics) -> str:
        """Take note of a run; return in a sentence what is new and what is gone. An empty string for the first run."""
        errors, others = _told(now.errors), _told([item for item in now if item.level is not Level.ERROR])
        is_first = self._errors is None
        errors_before = errors if self._errors is None else self._errors
        others_before = others if self._others is None else self._others
        new = (errors - errors_before) + (others - others_before)
        gone = errors_before - errors
        if not errors:
            gone += others_before - others
            self._others = others
        self._errors = errors
        return "" if is_first else _sentence(new.total(), gone.total())


def _told(items: list[Diagnostic]) -> _Told:
    return Counter((item.at.path, item.rule, _PASSING.sub("", item.message)) for item in items)


def _sentence(new: int, gone: int) -> str:
    parts = [f"新的 {new} 处"] * bool(new) + [f"改好 {gone} 处"] * bool(gone)
    return f"同上次相比，{'，'.join(parts)}。" if parts else "同上次相比没有变化。"
