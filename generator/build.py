"""The one place that knows the order of the steps: load, check, publish to staging, swap."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .content import load_content
from .handouts.shelf import made_handouts
from .manuals.publish import publish_book
from .output import OutputError, OutputFolder
from .paths import Project
from .report import Diagnostics, Position, reason
from .site.gate import check_hosts
from .site.offline import write_offline
from .site.publish import publish_site
from .site.writing import SiteError
from .views.page import PageView
from .views.site import all_pages


@dataclass(frozen=True)
class Built:
    """What a build made: the page to open, how many files; how many files of handouts there should be, and how many are missing."""

    start: Path
    files: int
    handouts: int
    missing: int


Choose = Callable[[list[PageView]], list[PageView]]


def build(project: Project, output: Path, diagnostics: Diagnostics, choose: Choose | None = None) -> Built | None:
    """Build the library into ``output``. None, with diagnostics, when content or output folder do not allow it.

    The previous output stays whole unless every step succeeded. ``choose`` may put other pages in place of some.
    """
    library = load_content(project.root, diagnostics)
    output = Path(
        os.path.realpath(output)
    )  # a link is followed, not replaced; ".." is taken out before anything is renamed
    folder = OutputFolder(output)
    try:
        folder.check(project.content)
        if library is None or diagnostics.errors:
            return None
        with folder.staged() as staging:
            made = made_handouts(library, project)
            pages = all_pages(library, made)
            pages = choose(pages) if choose else pages
            publish_site(library, pages, staging)
            publish_book(library, pages, staging, project.cache)
            check_hosts(staging, library)
            write_offline(staging, library)
            files = sum(1 for path in staging.rglob("*") if path.is_file())
    except (OutputError, SiteError) as problem:
        diagnostics.error(Position(output.name), str(problem))
        return None
    except OSError as problem:
        where = problem.filename or output
        diagnostics.error(Position(output.name), f"{where} 无法写入（{reason(problem)}）。请检查磁盘空间和权限。")
        return None
    wanted = sum(len(spec.formats) for spec in library.handouts.values())
    return Built(output / "index.html", files, wanted, wanted - sum(map(len, made.values())))
