"""What `check` has to tell of a project: everything, or what a commit touched."""

from __future__ import annotations

from ...paths import Project
from ...report import Diagnostics
from ..run import lint
from .history import touched_since


def findings(project: Project, since: str) -> tuple[Diagnostics, str]:
    """Check a project; return what there is to tell, and in a sentence how much older was left out ('' without ``since``).

    Raises HistoryError when git cannot say what is older.
    """
    touched = touched_since(project.root, since) if since else None
    diagnostics = Diagnostics()
    lint(project, diagnostics)
    if touched is None:
        return diagnostics, ""
    kept = diagnostics.only(touched.holds)
    older = len(list(diagnostics)) - len(list(kept))
    rest = f"别处原有的 {older} 处提醒没有列出" if older else "别处没有提醒"
    return kept, f"只列了 {since} 之后动过的地方，{rest}。"
