"""Where the parts of the product and of a project are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PRODUCT = Path(__file__).resolve().parent.parent
"""The checkout: the theme and Pelican's settings stand beside the package."""
THEME = PRODUCT / "theme"
CONFIG = PRODUCT / "pelican.conf.py"


@dataclass(frozen=True)
class Project:
    """A folder with ``content/`` in it. ``cache_folder`` takes the place of its own ``.cache/``."""

    root: Path
    cache_folder: Path | None = None

    @property
    def content(self) -> Path:
        """What editors write."""
        return self.root / "content"

    @property
    def output(self) -> Path:
        """Where the library is built unless the command says otherwise."""
        return self.root / "output"

    @property
    def cache(self) -> Path:
        """What may be deleted at any time."""
        return self.cache_folder or self.root / ".cache"

    @property
    def shelf(self) -> Path:
        """Where the files of prepared handouts are kept. They are the same whatever part of the library is built."""
        return self.root / ".cache" / "handouts"
