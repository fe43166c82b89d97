"""content/courses/: one file a course, `##` a step, `- 阅读：` … its tasks, `### 自测` its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from ...report import Diagnostics, Position, not_among
from ..course import Course, CourseMeta, Step, Task, TaskKind
from ..files import ContentFile
from ..linking.references import LINK
from ..question import Question
from ..sections import Prose
from ..slug import unique_slugs
from .body import Chunk, Heading, grouped, paragraphs, read_chunks
from .front import read_front
from .quiz import QuizReader
from .tables import PipeTable

QUIZ = "自测"
TITLE_LIMIT = 24
_TASK = re.compile(r"- (?P<kind>[^：:\[\]]{1,6})(?P<colon>[：:]) *(?=\[)(?P<text>.*\S)\s*")
_FORM = "任务一行一项，写作“- 阅读：[文字](目标)，提示”，开头用 阅读、看表 或 填表。"


def read_course(file: ContentFile, diagnostics: Diagnostics) -> Course | None:
    """Read one course. All faults of the file are told; None when its front matter does not hold."""
    front = read_front(file, CourseMeta, diagnostics)
    if front.matter is None:
        return None
    chunks = read_chunks(front.matter.body, file.path, front.matter.body_line, diagnostics)
    reader = _CourseReader(Position(file.path), diagnostics)
    intro, steps = reader.read(chunks)
    id_ = PurePosixPath(file.path).stem
    return Course(id_, front.meta, intro, steps, reader.at) if front.meta else None


class _CourseReader:
    def __init__(self, at: Position, diagnostics: Diagnostics) -> None:
        self.at, self.diagnostics = at, diagnostics
        self.quiz = QuizReader(diagnostics)

    def read(self, chunks: list[Chunk]) -> tuple[tuple[Prose, ...], tuple[Step, ...]]:
        (_, before), *groups = grouped(chunks, 2)
        intro = tuple(self._intro(before))
        if not intro:
            self.diagnostics.error(self.at, "没有导语。请在题头之后用一段话写明学完能做什么。")
        if not groups:
            self.diagnostics.error(self.at, "课程没有步骤。请用二级标题（##）分步，每步写任务或自测。")
        headings = [heading for heading, _ in groups if heading]
        self._check_titles(headings)
        anchors = unique_slugs(heading.title for heading in headings)
        steps = (
            self._step(number, heading, inner, f"s-{anchors[heading.title]}")
            for number, (heading, inner) in enumerate(groups, start=1)
            if heading
        )
        return intro, tuple(steps)

    def _intro(self, chunks: list[Chunk]) -> Iterator[Prose]:
        for chunk in chunks:
            if isinstance(chunk, Prose):
                yield chunk
            else:
                self.diagnostics.error(chunk.at, "这里只写导语。步骤从二级标题（##）开始，自测写在步骤之下。")

    def _check_titles(self, headings: list[Heading]) -> None:
        for index, heading in enumerate(headings):
            first = next((other for other in headings[:index] if other.title == heading.title), None)
            if first:
                self.diagnostics.error(heading.at, f"标题“{heading.title}” 重复，第 {first.at.line} 行已有。请改名。")
            if "](" in heading.title or "**" in heading.title:
                self.diagnostics.error(heading.at, f"标题“{heading.title}” 里不用链接和加粗。请只写文字。")
            elif len(heading.title) > TITLE_LIMIT:
                told = f"步骤的标题有 {len(heading.title)} 字，超过 {TITLE_LIMIT} 字。请改短，细节写进说明。"
                self.diagnostics.error(heading.at, told)

    def _step(self, number: int, heading: Heading, chunks: list[Chunk], anchor: str) -> Step:
        (_, before), *rest = grouped(chunks, 3)
        intro: list[Prose] = []
        tasks: list[Task] = []
        for piece in self._pieces(before):
            if piece.text.startswith("- ") and any(_TASK.fullmatch(line) for line in piece.text.split("\n")):
                tasks += self._tasks(piece)
            elif tasks:
                self.diagnostics.error(piece.at, "说明要写在任务之前。请移到任务的上面，或写成任务后的提示。")
            else:
                intro.append(piece)
        questions = [question for sub, inner in rest if sub for question in self._quiz(sub, inner, rest[0][0])]
        if not tasks and not questions and not rest:
            self.diagnostics.error(heading.at, f"“{heading.title}” 之下没有任务和自测。{_FORM}")
        return Step(number, heading.title, anchor, tuple(intro), tuple(tasks), tuple(questions), heading.at)

    def _pieces(self, chunks: list[Chunk]) -> Iterator[Prose]:
        for chunk in chunks:
            if isinstance(chunk, Heading):  # all that follows belongs to it, and is not told again
                told = f"标题“{chunk.title}” 层级不对。题目（####）要写在“### {QUIZ}” 之下。"
                self.diagnostics.error(chunk.at, told)
                return
            if isinstance(chunk, PipeTable):
                self.diagnostics.error(chunk.at, "这里不放表格。要看的表用“- 看表：[…](table:…)”链接。")
            else:
                yield from paragraphs(chunk)

    def _tasks(self, piece: Prose) -> Iterator[Task]:
        for number, line in enumerate(piece.text.split("\n")):
            at = Position(piece.at.path, piece.at.line + number)
            match = _TASK.fullmatch(line)
            if match is None:
                self.diagnostics.error(at, _FORM)
            elif match["kind"] not in list(TaskKind):
                at = Position(at.path, at.line, match.start("kind") + 1)
                self.diagnostics.error(at, not_among("任务的开头", match["kind"], TaskKind))
            elif match["colon"] == ":":
                at = Position(at.path, at.line, match.start("colon") + 1)
                self.diagnostics.error(at, "任务开头的冒号用全角“：”。")
            else:
                link = LINK.match(match["text"])
                if link is None:
                    self.diagnostics.error(at, _FORM)
                    continue
                text = Prose(match["text"], Position(at.path, at.line, match.start("text") + 1))
                yield Task(TaskKind(match["kind"]), text, link["target"])

    def _quiz(self, heading: Heading, chunks: list[Chunk], first: Heading | None) -> tuple[Question, ...]:
        if heading.title != QUIZ:
            self.diagnostics.error(
                heading.at, f"步骤之下的三级标题只有“{QUIZ}”，这里是“{heading.title}”。请改正或删去。"
            )
        elif heading is not first:
            self.diagnostics.error(heading.at, f"一步只有一个“{QUIZ}”。请并到前面去。")
        return self.quiz.read(heading, chunks)
