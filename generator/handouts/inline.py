"""Text inside a block: runs of one kind each, evidence marks that keep the paragraphs they name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..library.evidence import Paragraph as Cited


class RunKind(StrEnum):
    """What a run of text is; the writer decides how each looks."""

    PLAIN = "plain"
    STRONG = "strong"
    EVIDENCE = "evidence"
    EDITORIAL = "editorial"
    OWN_ACCOUNT = "own account"
    STATUS = "status"


@dataclass(frozen=True)
class Mark:
    """One paragraph that an evidence run names: how it is called there, and which it is."""

    label: str
    paragraph: Cited


@dataclass(frozen=True)
class Run:
    """Text of one kind. An evidence run has ``marks``; its text is made from them."""

    text: str
    kind: RunKind = RunKind.PLAIN
    marks: tuple[Mark, ...] = ()


Runs = tuple[Run, ...]


def plain_runs(text: str) -> Runs:
    """``text`` as it is; no run for an empty one."""
    return (Run(text),) if text else ()


def evidence_run(marks: tuple[Mark, ...]) -> Run:
    """``〔段14、段15〕``."""
    return Run(f"〔{'、'.join(mark.label for mark in marks)}〕", RunKind.EVIDENCE, marks)


def text_of(runs: Runs) -> str:
    """The words of ``runs``, marks included."""
    return "".join(run.text for run in runs)
