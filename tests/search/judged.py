"""Asks the shipped search scripts, in node and on a built index, and tells how high the right sections stand."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
JUDGEMENTS = Path(__file__).with_name("judgements.yml")
SCRIPT = ROOT / "tests/js/ask.js"


@dataclass(frozen=True)
class Question:
    """A question and the places (page#anchor) of the sections that answer it."""

    query: str
    kind: str
    right: frozenset[str]
    held_out: bool


@dataclass(frozen=True)
class Success:
    """Over some questions: how many of the first 1 and 5 hits' places are right, and the mean reciprocal rank."""

    questions: int
    at_1: float
    at_5: float
    mrr: float


def questions() -> list[Question]:
    """Return all judged questions."""
    rows = yaml.safe_load(JUDGEMENTS.read_text(encoding="utf-8"))
    return [Question(row["query"], row["kind"], frozenset(row["right"]), row["held_out"]) for row in rows]


def answers(site: Path, queries: list[str]) -> list[list[str]]:
    """Return the places of the first hits of each query, asked of the index of a built site."""
    return [[place for place, _ in hits] for hits in hits_and_tiers(site, queries, limit=20)]


def hits_and_tiers(site: Path, queries: list[str], limit: int) -> list[list[tuple[str, str]]]:
    """Return (page#anchor, tier) of at most ``limit`` hits of each query, the best first."""
    asked = json.dumps(queries, ensure_ascii=False)
    done = subprocess.run(
        ["node", str(SCRIPT), str(site), str(limit)],
        input=asked, capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return [[(place, match) for place, match in hits] for hits in json.loads(done.stdout)]


def rank(question: Question, hits: list[str]) -> int:
    """Return the rank of the first right hit, from 1; 0 when there is none."""
    return next((number for number, place in enumerate(hits, start=1) if place in question.right), 0)


def success(ranks: list[int]) -> Success:
    """Return the measures of the ranks."""
    count = len(ranks)
    return Success(
        count,
        sum(1 for rank in ranks if rank == 1) / count,
        sum(1 for rank in ranks if 0 < rank <= 5) / count,
        sum(1 / rank for rank in ranks if rank) / count,
    )
