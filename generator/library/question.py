"""A question of a self-test: its kind, what there is to answer, what is right, why, and what to read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from .sections import Prose


class QuestionKind(StrEnum):
    """题型."""

    SINGLE = "单选"
    MULTIPLE = "多选"
    VERDICT = "判断"
    ORDER = "排序"
    PAIRS = "配对"
    OPEN = "简答"


@dataclass(frozen=True)
class Choices:
    """Options to choose from, and the indices of those that are right."""

    options: tuple[Prose, ...]
    right: tuple[int, ...]

    def words(self) -> tuple[str, ...]:
        """What a kept answer depends on; so of every kind of answer."""
        return (*(option.text for option in self.options), *map(str, self.right))


@dataclass(frozen=True)
class Verdict:
    """Whether the statement is right."""

    right: bool

    @property
    def word(self) -> str:
        """As an editor writes it and a reader marks it."""
        return "对" if self.right else "错"

    def words(self) -> tuple[str, ...]:
        """See Choices.words."""
        return (self.word,)


@dataclass(frozen=True)
class Sequence:
    """Items in their right order; ``shown`` is the order in which a page shows them, as indices."""

    items: tuple[Prose, ...]
    shown: tuple[int, ...]

    def words(self) -> tuple[str, ...]:
        """See Choices.words."""
        return tuple(item.text for item in self.items)


@dataclass(frozen=True)
class Pairs:
    """Two columns under their heads; ``shown`` is the order in which a page shows the right one, as indices."""

    head: tuple[str, str]
    pairs: tuple[tuple[Prose, Prose], ...]
    shown: tuple[int, ...]

    def words(self) -> tuple[str, ...]:
        """See Choices.words."""
        return tuple(cell.text for pair in self.pairs for cell in pair)


@dataclass(frozen=True)
class ModelAnswer:
    """What a good answer says: paragraphs and lists."""

    text: tuple[Prose, ...]

    def words(self) -> tuple[str, ...]:
        """None: what a learner wrote stays when the model answer is mended."""
        return ()


Answer = Choices | Verdict | Sequence | Pairs | ModelAnswer


@dataclass(frozen=True)
class Question:
    """One question. ``key`` changes with its words and answer, so that a kept answer never passes to another question.

    ``explanation`` is None only for an open question whose model answer names its evidence; ``again`` links what to read again.
    """

    kind: QuestionKind
    stem: Prose
    answer: Answer
    explanation: Prose | None
    again: Prose
    key: str

    def plain_texts(self) -> Iterator[Prose]:
        """What a learner reads before answering; it holds no links."""
        yield self.stem
        if isinstance(self.answer, Choices):
            yield from self.answer.options
        elif isinstance(self.answer, Sequence):
            yield from self.answer.items
        elif isinstance(self.answer, Pairs):
            yield from (cell for pair in self.answer.pairs for cell in pair)

    def told_model(self) -> tuple[Prose, ...]:
        """The model answer; nothing for a question that has a right one."""
        return self.answer.text if isinstance(self.answer, ModelAnswer) else ()

    def told_texts(self) -> Iterator[Prose]:
        """What a learner reads after answering; it holds the evidence."""
        yield from self.told_model()
        if self.explanation:
            yield self.explanation
        yield self.again


def shuffled(count: int, seed: str) -> tuple[int, ...]:
    """Indices of ``count`` (>= 2) things in an order that is not theirs, always the same for a seed."""
    order = list(range(count))
    random = Random(seed)
    while order == sorted(order):
        random.shuffle(order)
    return tuple(order)
