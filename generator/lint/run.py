"""All rules in their order."""

from __future__ import annotations

from collections.abc import Callable

from ..content import load_content
from ..library.model import Library
from ..paths import Project
from ..report import Diagnostics
from ..rules import COPIED
from .achieved import check_achieved
from .alike import check_alike
from .copied import check_copied
from .grounds import check_grounds
from .kinds import check_kinds
from .lengths import check_lengths
from .links import check_links
from .linted import Linted
from .merging import check_merging
from .orphans import check_orphans
from .points import check_points
from .structure import check_structure
from .terms_used import check_terms_used

CHECKS: tuple[Callable[[Linted], None], ...] = (
    check_structure,
    check_lengths,
    check_grounds,
    check_achieved,
    check_points,
    check_merging,
    check_kinds,
    check_terms_used,
    check_alike,
    check_copied,
    check_orphans,
    check_links,
)


def lint(project: Project, diagnostics: Diagnostics) -> Library | None:
    """Load the content of a project and apply every rule to it: what is wrong, and what an editor should look at.

    Return the library; None only when a file it cannot do without could not be read.
    """
    library = load_content(project.root, diagnostics)
    if library is None:
        return None
    linted = Linted(library, project, diagnostics)
    for check in CHECKS:
        check(linted)
    if not diagnostics.errors:  # what was not read finds nothing, and would make every silence look idle
        diagnostics.find_idle_silences(unsure=(COPIED,))  # intake/ is on one editor's machine and not on another's
    return library
