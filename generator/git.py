"""Asks git, and leaves the repository as it is: nothing is locked, refreshed or written."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_SECONDS = 20
_ALWAYS = ("-c", "core.quotePath=off", "-c", "log.showSignature=false", "--no-pager")


class NoGitError(Exception):
    """There is no git on this machine."""


class GitError(Exception):
    """Git refused; the message is its own last line, in English."""

    @property
    def has_no_repository(self) -> bool:
        """Whether the folder is in none."""
        return "not a git repository" in str(self)


def ask_git(root: Path, *words: str) -> bytes:
    """Run git with ``words`` in the folder ``root``; return what it says. Raises NoGitError and GitError."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *_ALWAYS, *words], cwd=root, env=environment, capture_output=True, timeout=_SECONDS, check=False
        )
    except OSError as problem:
        raise NoGitError from problem
    except subprocess.TimeoutExpired as problem:
        raise GitError(f"no answer in {_SECONDS} seconds") from problem
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(
            next((line for line in said if "not a git repository" in line), said[-1] if said else str(done.returncode))
        )
    return done.stdout
