"""The typed tables of a case as tables and lists of a handout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ...library.model import Case
from ...library.rows import Document, Figure, Honour, Lesson, Limit, Mechanism, Milestone, Organisation, Problem, Site
from ...library.rows import Row as Record
from ...library.sections import RecordTable
from ...library.values import UNKNOWN
from ...markup.plain import plain
from ...views.charts.on_pages import case_pictures
from ...views.timeline import lanes
from ...views.words import Rows
from ..document import Block, Item, ListBlock, ListKind, Paragraph, ParagraphKind
from ..inline import Run, Runs, plain_runs
from ..setter import Setter
from ..tabular import Row
from .cells import cell, group_row, joined, labelled, strong, table, word_cell
from .charts import figure_pictures
from .diagrams import diagram_pictures
from .figures import figure_table


class RecordWriter:
    """Writes the typed tables of one case."""

    def __init__(self, case: Case, setter: Setter) -> None:
        self.case, self.setter, self.named = case, setter, Rows(case)
        self._makers: dict[str, Callable[[RecordTable], Iterable[Block]]] = {
            Problem.table: self._problems,
            Organisation.table: self._organisations,
            Mechanism.table: self._mechanisms,
            Site.table: self._sites,
            Figure.table: self._figures,
            Honour.table: self._honours,
            Lesson.table: self._lessons,
            Limit.table: self._limits,
            Milestone.table: self._timeline,
            Document.table: self._documents,
        }

    def blocks(self, block: RecordTable) -> Iterable[Block]:
        """The blocks that show a typed table, nothing left out."""
        return self._makers[block.table](block)

    def _inline(self, text: str) -> Runs:
        return self.setter.inline(text, self.case.id)

    def _named(self, text: str, record: Record) -> Runs:
        """A record's own words and the marks of what it rests on."""
        return (*strong(self._inline(text)), *self.setter.evidence(record.evidence, self.case.id))

    def _items(self, items: Iterable[str], separator: str = "；") -> Runs:
        return joined((self._inline(item) for item in items), separator)

    def _label(self, id_: str) -> str:
        row = self.named.get(id_)
        return plain(row.label) if row else UNKNOWN

    def _problems(self, block: RecordTable) -> Iterator[Block]:
        rows = []
        for number, row in enumerate((row for row in block.rows if isinstance(row, Problem)), start=1):
            answers = plain_runs("、".join(self._label(id_) for id_ in row.answers))
            said = (*self._inline(row.text), *self.setter.evidence(row.evidence, self.case.id))
            rows.append(Row((word_cell(str(number)), cell(said), cell(answers))))
        yield Paragraph(plain_runs("问题与对策的对应由编者整理；“—”表示没有对应的对策。"), ParagraphKind.SMALL)
        yield table("问题", ("序号", "问题", "对策"), rows, (9, 58, 33))

    def _organisations(self, block: RecordTable) -> Iterator[Block]:
        yield from diagram_pictures(self.case, self.setter.library.vocabulary.relations)
        rows = [self._organisation(row) for row in block.rows if isinstance(row, Organisation)]
        yield table("组织", ("主体", "类型", "组成与范围", "关系"), rows, (25, 16, 27, 32))

    def _organisation(self, row: Organisation) -> Row:
        edges = [
            (*strong(plain_runs(edge.relation)), Run(f" {self._label(edge.target)}"),
             *self.setter.evidence(edge.evidence, self.case.id))
            for edge in row.edges
        ]  # fmt: skip
        name = self._inline(row.name) if edges else self._named(row.name, row)
        about = (self._items(row.members, "、"), labelled("范围", self._inline(row.scope) if row.scope else ()))
        return Row((cell(strong(name)), word_cell(row.type), cell(*about), cell(*edges)))

    def _mechanisms(self, block: RecordTable) -> Iterator[Block]:
        rows = [
            Row(
                (
                    cell(self._named(row.name, row)),
                    word_cell(row.family),
                    cell(self._items(row.parts)),
                    cell(self._inline(row.scope) if row.scope else ()),
                )
            )
            for row in block.rows
            if isinstance(row, Mechanism)
        ]
        yield table("机制", ("名称", "类别", "组成", "范围"), rows, (29, 15, 36, 20))

    def _sites(self, block: RecordTable) -> Iterator[Block]:
        rows = [
            Row(
                (
                    cell(strong(self._inline(row.name))),
                    cell(plain_runs(row.type), self._inline(row.place) if row.place else ()),
                    cell((*self._inline(row.practice), *self.setter.evidence(row.evidence, self.case.id))),
                )
            )
            for row in block.rows
            if isinstance(row, Site)
        ]
        yield table("实践点", ("名称", "类型、地点", "做法"), rows, (24, 26, 50))

    def _figures(self, block: RecordTable) -> Iterator[Block]:
        figures = (row for row in block.rows if isinstance(row, Figure))
        yield from figure_pictures(case_pictures(self.case, self.setter.library), self.setter)
        yield from figure_table(figures, self.case.id, self.setter)

    def _honours(self, block: RecordTable) -> Iterator[Block]:
        rows = [
            Row(
                (
                    cell(self._named(row.name, row)),
                    cell(self._inline(row.granted_by or UNKNOWN)),
                    word_cell(row.date.literal if row.date else UNKNOWN),
                    cell(self._inline(row.recipient) if row.recipient else ()),
                )
            )
            for row in block.rows
            if isinstance(row, Honour)
        ]
        yield table("荣誉", ("名称", "授予", "时间", "对象"), rows, (33, 25, 20, 22))

    def _lessons(self, block: RecordTable) -> Iterator[Block]:
        rows = [
            Row((cell(self._named(row.text, row)), cell(self._inline(row.conditions))))
            for row in block.rows
            if isinstance(row, Lesson)
        ]
        yield table("可复制要点", ("要点", "适用条件"), rows, (50, 50))

    def _limits(self, block: RecordTable) -> Iterator[Block]:
        items = tuple(
            Item((*self._inline(row.text), *self.setter.evidence(row.evidence, self.case.id)))
            for row in block.rows
            if isinstance(row, Limit)
        )
        yield ListBlock(items, ListKind.NUMBER)

    def _timeline(self, block: RecordTable) -> Iterator[Block]:
        rows: list[Row] = []
        for lane, events in lanes(row for row in block.rows if isinstance(row, Milestone)):
            rows.append(group_row(lane, 3))
            rows.extend(self._event(row) for row in events)
        yield table("时间线", ("时间", "事项", "状态"), rows, (25, 57, 18))

    def _event(self, row: Milestone) -> Row:
        said = (*self._inline(row.text), *self.setter.evidence(row.evidence, self.case.id))
        return Row((word_cell(row.date.literal), cell(said), word_cell(row.status.display)))

    def _documents(self, block: RecordTable) -> Iterator[Block]:
        rows = [self._document(row) for row in block.rows if isinstance(row, Document)]
        yield Paragraph(plain_runs("“仅见名称”：材料只提到名称，没有写内容。“—”：材料没有写。"), ParagraphKind.SMALL)
        yield table("文件与标准", ("名称", "状态、类型", "制定主体、时间", "材料怎样说"), rows, (32, 16, 20, 32))

    def _document(self, row: Document) -> Row:
        return Row(
            (
                cell(self._named(row.name, row)),
                cell(plain_runs(row.state.value), plain_runs(row.type)),
                cell(self._inline(row.issuer) if row.issuer else (), plain_runs(row.date.literal if row.date else "")),
                cell(self._inline(row.note) if row.note else ()),
            )
        )
