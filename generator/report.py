"""What the build has to say to an editor: where, what is wrong, what is allowed.

Every layer collects :class:`Diagnostic` objects into one :class:`Diagnostics`; only the command line prints them.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import islice

from .rules import IDLE_SILENCE, Level, Rule, Silence


@dataclass(frozen=True, order=True)
class Position:
    """A place in a content file: path relative to the project ('/'-separated), line and column from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing that is wrong, in the editor's words, ending with a full stop or question mark."""

    at: Position
    message: str
    level: Level = Level.ERROR
    rule: str = ""
    """The rule that it breaks; an error breaks none that could be set aside."""

    def __str__(self) -> str:
        mark = f"{self.level.label}（{self.rule}）：" if self.rule else ""
        return f"{self.at}: {mark}{self.message}"

    def as_dict(self) -> dict[str, str | int]:
        """The diagnostic for a program to read."""
        return {
            "path": self.at.path,
            "line": self.at.line,
            "column": self.at.column,
            "level": self.level.value,
            "rule": self.rule,
            "message": self.message,
        }


@dataclass
class Diagnostics:
    """All diagnostics of one run, in the order of files and lines when listed, without those that an editor set aside."""

    _items: set[Diagnostic] = field(default_factory=set)
    _silences: dict[str, list[Silence]] = field(default_factory=dict)
    """By file."""

    def error(self, at: Position, message: str) -> None:
        """Record something that must be mended before the library can be built."""
        self._items.add(Diagnostic(at, message))

    def found(self, rule: Rule, at: Position, message: str) -> None:
        """Record something that a rule asks an editor to look at."""
        self._items.add(Diagnostic(at, message, rule.level, rule.name))

    def silence(self, silence: Silence) -> None:
        """Leave out what a rule finds in some lines of a file."""
        self._silences.setdefault(silence.path, []).append(silence)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(item for item in self._items if not self._silencing(item)))

    def _silencing(self, item: Diagnostic) -> list[Silence]:
        return [
            silence
            for silence in (self._silences.get(item.at.path, ()) if item.rule else ())
            if silence.rule == item.rule and silence.first <= item.at.line <= silence.last
        ]

    @property
    def silenced(self) -> int:
        """How many findings editors set aside."""
        return sum(bool(self._silencing(item)) for item in self._items)

    def only(self, wanted: Callable[[Diagnostic], bool]) -> Diagnostics:
        """The diagnostics that are ``wanted``, and no others."""
        return Diagnostics({item for item in self._items if wanted(item)}, self._silences)

    def find_idle_silences(self, unsure: Collection[Rule] = ()) -> None:
        """Record every silence that silences nothing, but for rules that are ``unsure``; for when all rules were applied."""
        names = {rule.name for rule in unsure}
        used = {silence for item in self._items for silence in self._silencing(item)}
        for silence in (one for silences in self._silences.values() for one in silences):
            if silence not in used and silence.rule not in names:
                message = f"这里没有“{silence.rule}”的问题，或已经改好。请删去这一行。"
                self.found(IDLE_SILENCE, Position(silence.path, silence.line), message)

    @property
    def errors(self) -> list[Diagnostic]:
        """The diagnostics that stop a build, sorted."""
        return self._of(Level.ERROR)

    @property
    def warnings(self) -> list[Diagnostic]:
        """The diagnostics that do not stop a build but ask to be looked at, sorted."""
        return self._of(Level.WARNING)

    @property
    def hints(self) -> list[Diagnostic]:
        """What an editor may look at, sorted."""
        return self._of(Level.HINT)

    def _of(self, level: Level) -> list[Diagnostic]:
        return [item for item in self if item.level is level]

    def total(self) -> str:
        """The closing line: how many errors, warnings and hints there are, and how many were set aside."""
        aside = f"另有 {self.silenced} 处注明了“不检查”。" if self.silenced else ""
        hints = f"、{len(self.hints)} 个提示" if self.hints else ""
        if not (self.errors or self.warnings or hints):
            return f"没有发现问题。{aside}"
        return f"共 {len(self.errors)} 个错误、{len(self.warnings)} 个警告{hints}。{aside}"


NEAR_ENOUGH = 0.3
"""Two of six characters alike (已完成, 已实现) is what an editor's slip of a closed word looks like."""


NEAR_ID = 0.6
"""Ids are longer, and Latin letters agree by chance more often."""


def nearest(value: str, allowed: Iterable[str], enough: float = NEAR_ENOUGH) -> str | None:
    """Return the allowed word most like ``value``, or None when none is more alike than ``enough`` (0 to 1)."""
    scored = [(SequenceMatcher(None, value.lower(), word.lower()).ratio(), word) for word in allowed]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] > enough else None


def suggestion(value: str, allowed: Iterable[str], enough: float = NEAR_ENOUGH) -> str:
    """Return ``是否为“…”？`` for the nearest allowed word, or an empty string."""
    word = nearest(value, allowed, enough)
    return f"是否为“{word}”？" if word else ""


LISTED = 12
"""A message names at most this many of a list that grows with the library."""


def listed(words: Collection[str], most: int = LISTED) -> str:
    """Join ``words``; of more than ``most`` the first ones and how many there are: ``甲、乙 等 205 个``."""
    told = "、".join(islice(words, most))
    return told if len(words) <= most else f"{told} 等 {len(words)} 个"


def not_among(subject: str, value: str, allowed: Iterable[str], most: int | None = None) -> str:
    """Word the commonest mistake: a value outside a closed list. ``subject`` says whose value it is.

    A list that grows with the library is cut after ``most`` words; the nearest word is sought in the whole of it.
    """
    words = list(allowed)
    listing = listed(words, most or len(words)) if words else "（此处尚无可用的值）"
    return f"{subject}“{value}” 不在 {listing} 之中。{suggestion(value, words)}"


_REASONS = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有权限",
    errno.EEXIST: "已经有同名的文件",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径中间有一个文件",
    errno.ELOOP: "链接绕成一圈",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.EBUSY: "正在使用",
    errno.ENOTEMPTY: "文件夹不空",
    errno.ENAMETOOLONG: "名称太长",
}


def reason(problem: OSError) -> str:
    """Why the system refused, in the editor's language where we know it."""
    return _REASONS.get(problem.errno or 0, problem.strerror or type(problem).__name__)
