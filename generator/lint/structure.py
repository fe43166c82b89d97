"""Rules on a case as a whole: nothing of the five parts empty, its limits told, no section longer than a reader holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..library.linking.references import without_links
from ..library.model import Case
from ..library.rows import Limit
from ..library.sections import Prose, Section
from ..rules import EMPTY_PART, LONG_SECTION, NO_LIMITS
from .linted import Linted

SECTION_LIMIT = 600
"""Characters of a section's own prose, two minutes and a half of reading: docs/check-rules.md says why."""
_HANZI = re.compile("[一-鿿]")


def check_structure(linted: Linted) -> None:
    """Apply the rules to every case."""
    for case in linted.cases:
        _empty_parts(case, linted)
        _limits(case, linted)
        _long_sections(case, linted)


def _empty_parts(case: Case, linted: Linted) -> None:
    for part in case.parts:
        if not any(section.blocks for section in part.walk()):
            linted.diagnostics.found(EMPTY_PART, part.at, f"“{part.title}” 一节没有内容。教学案例五个部分都要有内容。")


def _limits(case: Case, linted: Linted) -> None:
    if not case.rows(Limit):
        discussion = next((part for part in case.parts if part.anchor == "discussion"), None)
        message = "没有“局限”表。每个案例都要写明哪些做法、数字不能照搬，材料没有说的也是局限。"
        linted.diagnostics.found(NO_LIMITS, discussion.at if discussion else case.at, message)


def _long_sections(case: Case, linted: Linted) -> None:
    for section in case.sections():
        length = sum(len(_HANZI.findall(without_links(prose.text))) for prose in _prose(section))
        if length > SECTION_LIMIT:
            message = f"“{section.title}” 有 {length} 字，超过 {SECTION_LIMIT} 字。请用三级标题分开，或压缩。"
            linted.diagnostics.found(LONG_SECTION, section.at, message)


def _prose(section: Section) -> Iterator[Prose]:
    return (block for block in section.blocks if isinstance(block, Prose))
