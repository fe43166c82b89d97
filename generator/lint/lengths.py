"""How long a case, a section, a paragraph and a sentence may be before a reader loses hold of it."""

from __future__ import annotations

from ..library.model import Case
from ..library.sections import Prose, Section
from ..rules import LONG_CASE, LONG_PARAGRAPH, LONG_SECTION, LONG_SENTENCE
from .linted import Linted
from .reading.spoken import Spoken, items, speak

CASE_LIMIT = 4000
SECTION_LIMIT = 600
PARAGRAPH_LIMIT = 150
SENTENCE_LIMIT = 80
"""In Chinese characters of prose, without tables and evidence marks; of paragraphs and sentences, without quotations, which nobody may cut."""


def check_lengths(linted: Linted) -> None:
    """Apply the four rules to every case."""
    for case in linted.cases:
        _case(case, linted)


def _case(case: Case, linted: Linted) -> None:
    total = sum(_section(section, linted) for section in case.sections())
    if total > CASE_LIMIT:
        message = f"全文有 {total} 字，超过 {CASE_LIMIT} 字。请压缩，或把另一件事分出去另写一个案例。"
        linted.diagnostics.found(LONG_CASE, case.at, message)


def _section(section: Section, linted: Linted) -> int:
    """Look at one section without those below it; return how long it is."""
    own = [block for block in section.blocks if isinstance(block, Prose)]
    for spoken in (spoken for prose in own for spoken in items(prose)):
        _paragraph(spoken, linted)
    length = sum(speak(prose, 0, len(prose.text)).length for prose in own)
    if length > SECTION_LIMIT:
        message = f"“{section.title}” 有 {length} 字，超过 {SECTION_LIMIT} 字。请用三级标题分开，或压缩。"
        linted.diagnostics.found(LONG_SECTION, section.at, message)
    return length


def _paragraph(spoken: Spoken, linted: Linted) -> None:
    if spoken.length > PARAGRAPH_LIMIT:
        message = f"这一段有 {spoken.length} 字，超过 {PARAGRAPH_LIMIT} 字。请分成两段。"
        linted.diagnostics.found(LONG_PARAGRAPH, spoken.at(), message)
    for sentence in spoken.sentences():
        if sentence.length > SENTENCE_LIMIT:
            message = f"这一句有 {sentence.length} 字，中间没有句号和分号，超过 {SENTENCE_LIMIT} 字。请断成两句。"
            linted.diagnostics.found(LONG_SENTENCE, spoken.at(sentence.start), message)
