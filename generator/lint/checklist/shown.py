"""What a case itself shows, counted and with places, for an editor to weigh: no rule and no judgement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from ...library.checking.care import SUPERLATIVE
from ...library.evidence import ANALYSIS
from ...library.linking.citations import cited_paragraphs
from ...library.linking.references import CLAIM, QUOTATION, find_references, position_in
from ...library.linking.texts import case_texts
from ...library.model import Case, Library
from ...library.rows import Figure, Honour, Lesson, Limit, Mechanism, Problem, Site
from ...library.values import FigureMark, Status
from ..reading.spoken import items
from .counting import count, literals, places, with_line


class Shown:
    """One case, asked by the questions of the four tests. Each method gives a line of words."""

    def __init__(self, case: Case, library: Library) -> None:
        self.case, self.library = case, library
        self.figures = case.rows(Figure)

    def approximate(self) -> str:
        """The figures, and those that are not exact."""
        inexact = [figure for figure in self.figures if not figure.quantity.is_exact]
        return f"数字 {len(self.figures)} 项，其中不是确数的 {count(literals(inexact), '项')}"

    def blanks(self) -> str:
        """Figures without basis, period, scope."""
        named = (("口径", "basis"), ("时段", "period"), ("范围", "scope"))
        without = [(word, [one for one in self.figures if not getattr(one, field)]) for word, field in named]
        return "；".join(f"没有{word}的数字 {count(literals(rows), '项')}" for word, rows in without)

    def claims(self) -> str:
        """What the source says of itself."""
        return self._claims(lambda _text: True)

    def superlatives(self) -> str:
        """What the source says to be the first or the only one."""
        return self._claims(lambda text: SUPERLATIVE.search(text) is not None)

    def _claims(self, wanted: Callable[[str], bool]) -> str:
        texts = (reference for prose in case_texts(self.case) for reference in find_references(prose))
        claims = [with_line(f"“{one.text}”", one.at) for one in texts if one.scheme == CLAIM and wanted(one.text)]
        own = [one for one in self.figures if one.mark is FigureMark.OWN_ACCOUNT and wanted(one.name)]
        claims += literals(own)
        return f"文中自述 {count(claims, '处')}"

    def quotations(self) -> str:
        """Quotations, with their places."""
        found = [
            position_in(prose, match.start())
            for prose in case_texts(self.case)
            for match in QUOTATION.finditer(prose.text)
        ]
        return f"引文 {places(found, '处')}"

    def sources(self) -> str:
        """The sources, and how many of their paragraphs are cited."""
        cited = cited_paragraphs(self.case, self.library)
        cited_of = Counter(paragraph.source for paragraph in cited)
        told = [
            f"《{source.full_title}》（{source.publisher}，{len(source.paragraphs)} 段中引用 {number} 段）"
            for key, number in cited_of.items()
            if (source := self.library.sources.get(key))
        ]
        return f"来源 {count(told, '篇')}"

    def mechanisms(self) -> str:
        """Mechanisms, and the families that no other case has."""
        mine = {row.family for row in self.case.rows(Mechanism)}
        others = {
            row.family for case in self.library.cases.values() if case is not self.case for row in case.rows(Mechanism)
        }
        alone = sorted(mine - others)
        return f"机制 {len(self.case.rows(Mechanism))} 项，{len(mine)} 类；只有本案有的类别 {count(alone, '类')}"

    def terms(self) -> str:
        """Glossary terms linked, and those that the sources do not explain."""
        references = (reference for prose in case_texts(self.case) for reference in find_references(prose))
        names = dict.fromkeys(reference.name for reference in references if reference.scheme == "term")
        dark = [name for name in names if (term := self.library.terms.get(name)) and term.unexplained]
        return f"链到的术语 {len(names)} 个，其中材料没有解释的 {count(dark, '个')}"

    def honours(self) -> str:
        """Honours, and those that nobody is said to have granted."""
        rows = self.case.rows(Honour)
        nameless = [with_line(row.name, row.at) for row in rows if not row.granted_by]
        return f"荣誉 {len(rows)} 项，其中没有写授予主体的 {count(nameless, '项')}"

    def states(self) -> str:
        """Figures by their state; those to be reached with their places."""
        by_state = Counter(figure.status for figure in self.figures)
        told = [f"{state} {by_state[state]} 项" for state in Status]
        aims = [one for one in self.figures if one.status in (Status.TARGET, Status.PLAN)]
        return f"{'、'.join(told)}" + (f"；目标和计划 {count(literals(aims), '项')}" if aims else "")

    def changes(self) -> str:
        """Changes, and those without what they are measured against."""
        changes = [one for one in self.figures if one.quantity.is_change]
        loose = [one for one in changes if not one.baseline]
        return f"升降的数字 {len(changes)} 项，其中没有基期的 {count(literals(loose), '项')}"

    def problems(self) -> str:
        """Problems, and those that nothing answers."""
        rows = self.case.rows(Problem)
        open_ = [with_line(row.id, row.at) for row in rows if not row.answers]
        return f"问题 {len(rows)} 条，其中没有对策的 {count(open_, '条')}"

    def pandemic(self) -> str:
        """Figures of the pandemic years."""
        rows = [one for one in self.figures if one.mark is FigureMark.PANDEMIC]
        return f"疫情防控期间的数字 {count(literals(rows), '项')}"

    def notes(self) -> str:
        """The editors' own paragraphs."""
        prose = (spoken for text in case_texts(self.case) for spoken in items(text))
        return f"编者分析 {places([spoken.at() for spoken in prose if spoken.note == ANALYSIS], '段')}"

    def lessons(self) -> str:
        """What others can take over, and what of it is the editors' alone."""
        rows = self.case.rows(Lesson)
        ours = [with_line(row.id, row.at) for row in rows if not row.evidence.paragraphs]
        return f"可复制要点 {len(rows)} 条，其中没有段号、只是编者看法的 {count(ours, '条')}"

    def limits(self) -> str:
        """The limits told."""
        rows = self.case.rows(Limit)
        return f"局限 {count([with_line(row.id, row.at) for row in rows], '条')}"

    def setting(self) -> str:
        """The setting, the other cases of it, and the sites."""
        cases = self.library.cases.values()
        alike = [
            case.meta.short for case in cases if case.meta.setting == self.case.meta.setting and case is not self.case
        ]
        return f"场景“{self.case.meta.setting}”，同一场景的别的案例 {count(alike, '个')}；实践点 {len(self.case.rows(Site))} 处"

    def questions(self) -> str:
        """Questions for discussion."""
        return f"讨论题 {places([question.at for question in self.case.questions], '道')}"

    def uses(self) -> str:
        """The clauses of manuals that rest on the case's source."""
        source = self.case.meta.source
        clauses = [
            f"{clause.manual}/{clause.number}"
            for clause in self.library.clauses
            if any(paragraph.source == source for paragraph in clause.duty.evidence.paragraphs)
        ]
        return f"以本案材料为依据的手册条款 {count(clauses, '条')}"
