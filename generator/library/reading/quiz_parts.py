"""What stands below a question's heading, sorted by what it is: lists, tables, and paragraphs with a label."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...report import Diagnostics, Position, suggestion
from ..sections import Prose
from .body import Chunk, Heading, paragraphs
from .tables import PipeTable

ANSWER, MODEL, EXPLANATION, AGAIN = LABELS = ("答案", "参考答案", "解析", "再读")
_LABELLED = re.compile(rf"(?P<label>{'|'.join(LABELS)})(?P<colon>[：:])\s*")
_ALMOST_LABEL = re.compile(r"(?P<label>[^\W\d_]{2,5})[：:]")
_LIST = re.compile(r"(?:[-*+] |\d+\.\s)")


@dataclass
class QuestionParts:
    """The parts of one question. ``model`` is the whole model answer; of the other labels ``labelled`` has the one paragraph."""

    labelled: dict[str, Prose] = field(default_factory=dict)
    model: list[Prose] = field(default_factory=list)
    lists: list[Prose] = field(default_factory=list)
    tables: list[PipeTable] = field(default_factory=list)


def sorted_parts(chunks: list[Chunk], diagnostics: Diagnostics) -> QuestionParts:
    """Sort what stands below a question; what belongs nowhere is told."""
    sorter = _Sorter(diagnostics)
    for chunk in chunks:
        if isinstance(chunk, PipeTable):
            sorter.parts.tables.append(chunk)
        elif isinstance(chunk, Heading):
            diagnostics.error(chunk.at, f"标题“{chunk.title}” 层级不对。题目之下不用标题。")
        else:
            for piece in paragraphs(chunk):
                sorter.sort(piece)
    return sorter.parts


class _Sorter:
    def __init__(self, diagnostics: Diagnostics) -> None:
        self.diagnostics = diagnostics
        self.parts = QuestionParts()

    def sort(self, piece: Prose) -> None:
        match = _LABELLED.match(piece.text)
        if match:
            self._labelled(piece, match)
        elif self.parts.model and not {EXPLANATION, AGAIN} & self.parts.labelled.keys():
            self.parts.model.append(piece)
        elif _LIST.match(piece.text):
            self.parts.lists.append(piece)
        else:
            near = _ALMOST_LABEL.match(piece.text)
            hint = suggestion(near["label"], LABELS) if near else ""
            told = "、".join(f"“{label}：”" for label in LABELS)
            self.diagnostics.error(piece.at, f"题目之下的段落要以{told}开头。请加上，或并到上一段。{hint}")

    def _labelled(self, piece: Prose, match: re.Match[str]) -> None:
        label = match["label"]
        if match["colon"] == ":":
            at = Position(piece.at.path, piece.at.line, match.start("colon") + 1)
            self.diagnostics.error(at, f"“{label}” 之后的冒号用全角“：”。")
        rest = Prose(piece.text[match.end() :], Position(piece.at.path, piece.at.line, match.end() + 1))
        if label in self.parts.labelled:
            self.diagnostics.error(piece.at, f"“{label}” 写了两次。请并成一段。")
        elif not rest.text.strip():
            self.diagnostics.error(piece.at, f"“{label}：” 之后没有内容。请写在同一段里。")
        self.parts.labelled.setdefault(label, rest)
        if label == MODEL:
            self.parts.model.append(rest)
