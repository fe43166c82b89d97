"""Runs as they are said on a slide, and as evidence in the notes."""

from __future__ import annotations

from ..inline import RunKind, Runs


def spoken(runs: Runs) -> str:
    """The words without the marks of evidence; that something is advice or the editors' view stays."""
    return "".join(run.text for run in runs if run.kind is not RunKind.EVIDENCE).strip()


def evidence_words(runs: Runs) -> str:
    """The marks of evidence alone."""
    return "".join(run.text for run in runs if run.kind is RunKind.EVIDENCE)
