"""Who changed the content last, from git where there is one; it is asked only, and nothing of the repository is touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ...git import GitError, NoGitError, ask_git

_RECORD, _FIELD = "\x1e", "\x1f"
_LOG = ("log", "--relative", "--name-only", "--no-renames", "--date=short", "--format=%x1e%h%x1f%ad%x1f%aN%x1f%D%x1f%s")
UNSAVED, UNKNOWN, OR_BEFORE = "未提交", "未入库", "或更早"


@dataclass(frozen=True)
class Commit:
    """One change. ``is_first_known`` where the repository holds nothing older, so that its files may have been changed before."""

    hash: str
    date: str
    author: str
    subject: str
    is_first_known: bool


@dataclass(frozen=True)
class LastChange:
    """When a file was changed last and by whom. ``note`` says what is not known: 未提交, 未入库 (the file's own time), 或更早."""

    date: str
    author: str = ""
    note: str = ""


@dataclass(frozen=True)
class History:
    """The commits that touched each file, newest first, and the files changed since; ``is_known`` where git could be asked."""

    root: Path
    is_known: bool = False
    commits: Mapping[str, tuple[Commit, ...]] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()

    def last(self, paths: Iterable[str]) -> LastChange:
        """The last change of any of the files at ``paths`` (below the project), of which there is at least one."""
        return max((self._last(path) for path in paths), key=lambda change: (change.date, change.note))

    def _last(self, path: str) -> LastChange:
        commits = self.commits.get(path, ())
        if not commits or path in self.changed:
            return LastChange(_file_date(self.root / path), note=UNSAVED if commits else UNKNOWN)
        return LastChange(commits[0].date, commits[0].author, OR_BEFORE if commits[0].is_first_known else "")


def read_history(root: Path, folder: str) -> History:
    """The history of ``folder`` in the project at ``root``; empty without git, without a repository, or before its first commit."""
    log = _git(root, *_LOG, "--", folder)
    if log is None:
        return History(root)
    shallow, prefix, *_ = (_git(root, "rev-parse", "--is-shallow-repository", "--show-prefix") or "\n").split("\n")
    commits: dict[str, tuple[Commit, ...]] = {}
    for record in log.split(_RECORD)[1:]:
        head, *paths = record.split("\n")
        commit = _commit(head, shallow == "true")
        for path in filter(None, paths):
            commits[path] = (*commits.get(path, ()), commit)
    return History(root, True, commits, _changed(root, folder, prefix))


def _changed(root: Path, folder: str, prefix: str) -> frozenset[str]:
    """The files that differ from their last commit; of `diff` and `status` only the latter can be kept from writing the index."""
    told = _git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=no", "--", folder) or ""
    return frozenset(line[3:].removeprefix(prefix) for line in told.split("\0") if line)


def _commit(head: str, is_shallow: bool) -> Commit:
    hash_, when, author, names, subject = head.split(_FIELD)
    return Commit(hash_, when, author, subject, is_shallow and "grafted" in names.split(", "))


def _git(root: Path, *words: str) -> str | None:
    """What git says; None when there is none or it refuses."""
    try:
        return ask_git(root, *words).decode("utf-8", "replace")
    except (NoGitError, GitError):
        return None


def _file_date(path: Path) -> str:
    try:
        return date.fromtimestamp(path.stat().st_mtime).isoformat()
    except OSError:  # gone since the content was read
        return ""
