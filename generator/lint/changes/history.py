"""What a commit touched: the lines of content that differ between a revision and what is on the disk now, by git.

Findings that stand elsewhere were there before; an editor who looks over one change need not read them.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...git import GitError, NoGitError, ask_git
from ...report import Diagnostic
from ...rules import Level

_CONTENT = "content"
_HUNK = re.compile(rb"@@ -\d+(?:,(?P<removed>\d+))? \+(?P<first>\d+)(?:,(?P<added>\d+))? @@")
_HEADING = re.compile(r"(#+) ")


class HistoryError(Exception):
    """Git cannot say what was touched; the message is for the editor."""


@dataclass(frozen=True)
class Touched:
    """The lines touched in each file, with those that hold them; None for a file that is new."""

    lines: Mapping[str, frozenset[int] | None]

    def holds(self, item: Diagnostic) -> bool:
        """Whether a finding belongs to what was touched. An error always does: nothing can be built with it."""
        lines = self.lines.get(item.at.path, frozenset())
        return item.level is Level.ERROR or lines is None or item.at.line in lines


def touched_since(root: Path, revision: str) -> Touched:
    """Return what of content/ is otherwise than in ``revision``, committed or not. Raises HistoryError."""
    if _git(root, "rev-parse", "--is-inside-work-tree").strip() != b"true":
        raise HistoryError("这里不是 git 的工作区，查不到改过什么。")
    commit = _commit(root, revision)
    diff = _git(
        root, "diff", "--relative", "--unified=0", "--find-renames", "--no-color", "--no-ext-diff", "--no-textconv",
        "--src-prefix=a/", "--dst-prefix=b/", commit, "--", _CONTENT,
    )  # fmt: skip
    lines: dict[str, frozenset[int] | None] = {
        path: _with_holders(root / path, touched) for path, touched in _changed(diff).items()
    }
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", _CONTENT).split(b"\0")
    lines.update({os.fsdecode(path): None for path in new if path})
    return Touched(lines)


def _commit(root: Path, revision: str) -> str:
    try:
        if revision.startswith("-"):
            raise HistoryError("")
        return _git(root, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    except HistoryError:
        told = f"git 里没有“{revision}” 这个提交。可写提交号、分支、标签，如 HEAD、HEAD~3、main。"
        raise HistoryError(told) from None


def _git(root: Path, *words: str) -> bytes:
    """What git says. Raises HistoryError, which tells an editor why it says nothing."""
    try:
        return ask_git(root, *words)
    except NoGitError:
        raise HistoryError("这台电脑没有装 git，查不到改过什么。请安装 git，或不写 --since。") from None
    except GitError as problem:
        if problem.has_no_repository:
            raise HistoryError(f"{root} 不在 git 的管理之下，查不到改过什么。请不写 --since。") from None
        raise HistoryError(f"git 出错，查不到改过什么：{problem}") from None


def _changed(diff: bytes) -> dict[str, set[int]]:
    """The lines that a diff without context adds or changes, by file; where lines were only taken out, those beside the gap."""
    found: dict[str, set[int]] = defaultdict(set)
    path, passed = "", 0
    for line in diff.split(b"\n"):
        hunk = _HUNK.match(line)
        if passed:
            passed -= not line.startswith(b"\\")
        elif line.startswith(b"+++ "):
            path = _path(line[4:])
        elif hunk:
            first, added = int(hunk["first"]), int(hunk["added"] or 1)
            found[path] |= set(range(first, first + added)) or {first, first + 1}
            passed = added + int(hunk["removed"] or 1)
    return found


def _path(written: bytes) -> str:
    r"""The file that ``b/content/a.md`` names; a name with odd characters stands in quotation marks, with ``\``."""
    name = written.removesuffix(b"\t").strip(b'"')
    return os.fsdecode(name.removeprefix(b"b/"))


def _with_holders(path: Path, touched: Iterable[int]) -> frozenset[int]:
    """The touched lines, the rest of their paragraphs or tables, and the headings or keys that they stand under."""
    try:
        lines = path.read_text("utf-8", "replace").split("\n")
    except OSError:
        return frozenset(touched)
    is_yaml = path.suffix == ".yml"
    depths = [_indent(line) if is_yaml else _level(line) for line in lines]
    found = {number for number in touched if number <= len(lines)}
    if not is_yaml:
        found |= {each for number in found for each in _paragraph(lines, number)}
    return frozenset({*touched, *found, *(each for number in found for each in _holders(depths, number))})


def _paragraph(lines: list[str], number: int) -> Iterator[int]:
    for step in (-1, 1):
        at = number
        while 1 <= at <= len(lines) and lines[at - 1].strip():
            yield at
            at += step


def _holders(depths: list[int], number: int) -> Iterator[int]:
    depth = depths[number - 1]
    for above in range(number - 1, 0, -1):
        if depths[above - 1] < depth:
            depth = depths[above - 1]
            yield above


_DEEPEST = 1000


def _level(line: str) -> int:
    """How deep a line of markdown may hold others: a heading by its level, any other text not at all."""
    heading = _HEADING.match(line)
    return len(heading[1]) if heading else _DEEPEST


def _indent(line: str) -> int:
    """How deep a line of YAML may hold others: by its indent."""
    words = line.lstrip(" ")
    return len(line) - len(words) if words and not words.startswith("#") else _DEEPEST
