"""The questions of a course: `#### 单选：题干`, what there is to answer, `解析：`, `再读：`."""

from __future__ import annotations

import re

from ...report import Diagnostics, Position, not_among
from ..question import Answer, Question, QuestionKind
from ..sections import Prose
from ..slug import words_key
from .body import Chunk, Heading, grouped
from .quiz_answers import read_answer
from .quiz_parts import AGAIN, EXPLANATION, QuestionParts, sorted_parts

_HEADING = re.compile(r"(?P<kind>[^：:\s]{1,8})\s*(?P<colon>[：:])\s*(?P<stem>.*)")


class QuizReader:
    """Reads the questions of one course, step by step; two of one course may not ask the same."""

    def __init__(self, diagnostics: Diagnostics) -> None:
        self.diagnostics = diagnostics
        self._seen: dict[str, Position] = {}

    def read(self, heading: Heading, chunks: list[Chunk]) -> tuple[Question, ...]:
        """Return the questions below ``### 自测`` that are whole; every fault is told."""
        (_, before), *groups = grouped(chunks, 4)
        for chunk in before:
            self.diagnostics.error(chunk.at, "题目从四级标题开始，写作“#### 单选：题干”。")
        if not groups and not before:
            self.diagnostics.error(heading.at, "自测没有题目。题目写作“#### 单选：题干”，没有题目就删去这个标题。")
        read = [self._question(found, inner) for found, inner in groups if found]
        return tuple(question for question in read if question)

    def _question(self, heading: Heading, chunks: list[Chunk]) -> Question | None:
        match = _HEADING.fullmatch(heading.title)
        if match is None:
            self.diagnostics.error(heading.at, "题目的标题应为“#### 题型：题干”，如“#### 单选：……？”。")
            return None
        kind, stem = self._kind(match, heading.at), self._stem(match, heading.at)
        parts = sorted_parts(chunks, self.diagnostics)
        answer = read_answer(kind, heading.at, parts, self.diagnostics) if kind else None
        explanation = parts.labelled.get(EXPLANATION)
        again = parts.labelled.get(AGAIN)
        self._check_labels(kind, parts, heading.at)
        if kind is None or stem is None or answer is None or again is None:
            return None
        return Question(kind, stem, answer, explanation, again, _key(kind, stem, answer))

    def _kind(self, match: re.Match[str], at: Position) -> QuestionKind | None:
        if match["kind"] not in list(QuestionKind):
            self.diagnostics.error(at, not_among("题型", match["kind"], QuestionKind))
            return None
        if match["colon"] == ":":
            self.diagnostics.error(at, "题型之后的冒号用全角“：”。")
        return QuestionKind(match["kind"])

    def _stem(self, match: re.Match[str], at: Position) -> Prose | None:
        stem = match["stem"]
        if not stem:
            self.diagnostics.error(at, "题干是空的。请写在题型和冒号之后。")
            return None
        if stem in self._seen:
            told = f"题干同第 {self._seen[stem].line} 行的重复。请删去或改写。"
            self.diagnostics.error(at, told)
        self._seen.setdefault(stem, at)
        return Prose(stem, Position(at.path, at.line, len("#### ") + match.start("stem") + 1))

    def _check_labels(self, kind: QuestionKind | None, parts: QuestionParts, at: Position) -> None:
        wanted = (AGAIN,) if kind is QuestionKind.OPEN else (EXPLANATION, AGAIN)
        for label in wanted:
            if label not in parts.labelled:
                self.diagnostics.error(at, f"这道题没有“{label}：”。请补上。")


def _key(kind: QuestionKind, stem: Prose, answer: Answer) -> str:
    """The same for the same words and answer wherever the question stands."""
    return words_key(kind.value, stem.text, *answer.words())
