"""The draft that `import` puts into content/: only where `check` accepts it, and never over a case or a source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ...content import load_content
from ...desk.skeletons import SOURCES
from ...desk.starting import StartError, TrialError, check_free, write_tried
from ...desk.wanted import Kind
from ...report import Diagnostics
from ...saving import save
from ..article import Article
from .candidates import Candidate
from .draft import Draft, NoDraftError, make_draft


class DraftLeftError(Exception):
    """No draft was put into content/; the message says why and where it was left."""


def put_draft(
    root: Path, folder: Path, id_: str, article: Article, figures: Iterable[Candidate], overwrite: bool
) -> str:
    """Write the draft of the case ``id_`` and the entry of its source; return what to tell.

    What cannot be put into content/ is left in ``folder``, and DraftLeftError raised. Raises SaveError too.
    """
    case = f"content/cases/{id_}.md"
    if (root / case).exists() or (root / case).is_symlink():
        return f"{case} 已经有了，没有动它，也没有写草稿。"
    library = load_content(root, Diagnostics())
    if library is None:
        raise DraftLeftError("没有写案例草稿：content/ 读不出来。请先运行 python -m generator check，或加 --no-draft。")
    try:
        draft = make_draft(id_, article, figures, library, date.today())
    except NoDraftError as problem:
        raise DraftLeftError(f"没有写案例草稿：{problem}") from problem
    begun = "" if id_ in library.sources else draft.source
    try:
        check_free(root, Kind.CASE, id_)
        written = write_tried(root, {case: draft.case}, begun)
    except StartError as problem:
        reasons = problem.errors if isinstance(problem, TrialError) else [str(problem)]
        left = folder / f"{id_}-draft.md"
        save({left: _left(id_, draft, reasons).encode()}, overwrite=overwrite)
        told = "\n".join(reasons)
        raise DraftLeftError(f"案例草稿放进 content/ 会有错误，留在 {folder.name}/{left.name}：\n{told}") from problem
    kept = "" if begun else f"来源“{id_}” 在 {SOURCES} 里已经有了，没有动它。"
    return f"案例草稿在 {case}，有 {sum(written.values())} 处“待写”，接下来打开它逐处核对。{kept}"


def _left(id_: str, draft: Draft, reasons: Iterable[str]) -> str:
    """What is left of a draft that was not accepted: the reasons, and both texts to be put in by hand."""
    told = "\n".join(f"- {reason}" for reason in reasons)
    return f"""这份草稿没有放进 content/，因为：

{told}

改好后，把下面两段分别存为 content/cases/{id_}.md、加到 content/sources.yml 末尾。

==== content/cases/{id_}.md ====
{draft.case}
==== content/sources.yml ====
{draft.source}"""
