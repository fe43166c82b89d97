"""Rules on readers' questions: each leads to what the library tells itself, and their words take the care of all words."""

from __future__ import annotations

from ...report import Diagnostics
from ..faq import ANSWER_SCHEMES, Faq
from ..linking.references import find_references
from .care import check_care


def check_faq(faq: Faq, diagnostics: Diagnostics) -> None:
    """Apply every rule; what the links lead to was checked by the linker."""
    check_care(faq.intro, diagnostics)
    offered = "、".join(f"{scheme}:" for scheme in ANSWER_SCHEMES)
    for entry in faq.entries():
        for reference in find_references(entry.links):
            if reference.scheme not in ANSWER_SCHEMES:
                told = f"“见：”不能链到 {reference.target}，要链到本库回答这个问题的地方。可用的有 {offered}。"
                diagnostics.error(reference.at, told)
