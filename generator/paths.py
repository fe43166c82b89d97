"""Where the parts of a project are: content, theme, output, cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """A project folder: ``content/`` is below it; the theme is this project's own or the one beside the generator."""

    root: Path

    @property
    def theme(self) -> Path:
        """The theme: the project's, else the one that ships beside the generator package."""
        own = self.root / "theme"
        return own if own.is_dir() else Path(__file__).resolve().parent.parent / "theme"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time."""
        return self.root / ".cache"
