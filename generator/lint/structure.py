"""Rules on a case as a whole: nothing of the five parts empty, its limits told."""

from __future__ import annotations

from ..library.model import Case
from ..library.rows import Limit
from ..rules import EMPTY_PART, NO_LIMITS
from .linted import Linted


def check_structure(linted: Linted) -> None:
    """Apply the rules to every case."""
    for case in linted.cases:
        _empty_parts(case, linted)
        _limits(case, linted)


def _empty_parts(case: Case, linted: Linted) -> None:
    for part in case.parts:
        if part.is_empty:
            linted.diagnostics.found(EMPTY_PART, part.at, f"“{part.title}” 一节没有内容。教学案例五个部分都要有内容。")


def _limits(case: Case, linted: Linted) -> None:
    if not case.rows(Limit):
        discussion = next((part for part in case.parts if part.anchor == "discussion"), None)
        message = "没有“局限”表。每个案例都要写明哪些做法、数字不能照搬，材料没有说的也是局限。"
        linted.diagnostics.found(NO_LIMITS, discussion.at if discussion else case.at, message)
