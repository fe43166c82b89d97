"""Rules on a course: what its tasks and questions link to, and the care that its words take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...report import Diagnostics
from ..course import TASK_SCHEMES, Course
from ..linking.index import Index
from ..linking.references import Reference, blank, find_references
from ..linking.texts import course_texts
from ..question import Question
from ..rows import Figure
from ..sections import Prose
from ..values import PANDEMIC, FigureMark
from .care import SUPERLATIVE, TITLED, check_care
from .punctuation import check_punctuation

_EVIDENCE = ("P", "claim", "clause")
_AGAIN = tuple(scheme for schemes in TASK_SCHEMES.values() for scheme in schemes)


def check_course(course: Course, index: Index, diagnostics: Diagnostics) -> None:
    """Apply every rule to one course; what its references lead to was checked by the linker."""
    check_care(course_texts(course), diagnostics)
    checker = _Checker(diagnostics, _pandemic_figures(index))
    for step in course.steps:
        for task in step.tasks:
            checker.link(task.text, TASK_SCHEMES[task.kind], f"“{task.kind}：”")
        for question in step.questions:
            checker.question(question)


def _pandemic_figures(index: Index) -> frozenset[str]:
    """The figures that no question may ask of, as they are written."""
    figures = (figure for case in index.cases.values() for figure in case.rows(Figure))
    return frozenset(figure.quantity.literal for figure in figures if figure.mark is FigureMark.PANDEMIC)


class _Checker:
    def __init__(self, diagnostics: Diagnostics, pandemic: frozenset[str]) -> None:
        self.diagnostics, self.pandemic = diagnostics, pandemic

    def question(self, question: Question) -> None:
        plain = list(question.plain_texts())
        self._plain(plain)
        self._no_pandemic((*plain, *question.told_texts()))
        self.link(question.again, _AGAIN, "“再读：”")
        told = [*question.told_model(), *([question.explanation] if question.explanation else [])]
        if told and not any(reference.scheme in _EVIDENCE for reference in _references(told)):
            what = "解析" if question.explanation else "参考答案"
            message = (
                f"{what}没有依据。请链到段落，如 [段14](xitang-baoli:P14)，或链到条款，如 [2.3](clause:guanjia/2.3)。"
            )
            self.diagnostics.error(told[-1].at, message)

    def link(self, prose: Prose, schemes: tuple[str, ...], what: str) -> None:
        """Tell a text that links to none of ``schemes``, or to something else besides."""
        references = list(find_references(prose))
        offered = "、".join(f"{scheme}:" for scheme in schemes)
        if not references:
            self.diagnostics.error(prose.at, f"{what}之后没有链接。可用的有 {offered}。")
        for reference in references[:1] if what != "“再读：”" else references:
            if reference.scheme not in schemes:
                self.diagnostics.error(reference.at, f"{what}不能链到 {reference.target}。可用的有 {offered}。")

    def _plain(self, texts: list[Prose]) -> None:
        """What is read before answering: words alone, no praise of the source's own but as a word spoken of."""
        check_punctuation(texts, self.diagnostics)
        for prose in texts:
            if "](" in prose.text or "**" in prose.text:
                self.diagnostics.error(prose.at, "题干和选项只写文字，不写链接和加粗。依据写在解析里。")
            match = SUPERLATIVE.search(TITLED.sub(blank, prose.text))
            if match:
                told = f"“{match[0]}” 是材料的自我评价，题干和选项里要放在引号里，写作“{match[0]}…”，并在解析里说明。"
                self.diagnostics.error(prose.at, told)

    def _no_pandemic(self, texts: Iterable[Prose]) -> None:
        for prose in texts:
            for literal in sorted(self.pandemic):
                if literal in prose.text:
                    told = f"“{literal}” 是{PANDEMIC}的数字，不出题。请换一个。"
                    self.diagnostics.error(prose.at, told)


def _references(texts: Iterable[Prose]) -> Iterator[Reference]:
    for prose in texts:
        yield from find_references(prose)
