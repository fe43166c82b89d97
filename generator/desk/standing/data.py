"""The standing of a library for a program to read."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from .gather import CaseStanding, Piece, Standing


def standing_json(standing: Standing) -> str:
    """Return everything that is known, as JSON."""
    data = {
        "errors": standing.errors,
        "has_history": standing.has_history,
        "cases": [_case(case) for case in standing.cases],
        "manuals": [_piece(piece) for piece in standing.manuals],
        "courses": [_piece(piece) for piece in standing.courses],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _piece(piece: Piece) -> dict[str, Any]:
    return asdict(piece)


def _case(case: CaseStanding) -> dict[str, Any]:
    data = _piece(case)
    if case.written:
        data["written"] |= {"parts": case.written.parts, "paragraphs_resting": case.written.resting}
    return data
