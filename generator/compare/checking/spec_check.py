"""Checks a table spec against what exists: fields, columns, closed words, cases; the nearest right one in each message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ...library.linking.references import LINK
from ...library.model import Library
from ...library.rows import ROW_TYPES, columns
from ...library.table_spec import RECORD_TABLES, TableColumn, TablePart, TableSpec
from ...report import LISTED, Diagnostics, Position, not_among
from ..choosing import ANY, NONE
from ..fields.case_choice import CASE_CHOICES, case_words, chosen_cases
from ..fields.case_fields import RELATION
from ..fields.clause_fields import clause_fields, closed_words
from ..fields.closed import row_words
from ..fields.entries import EDGE_COLUMNS
from ..fields.library_fields import CLAUSES, ROW_TABLES
from .clause_check import clause_problems
from .figure_check import figure_problems
from .record_check import record_problems
from .spec_fields import choices_of, field_hint, fields_of, meant_word, words_of

Path = tuple[str | int, ...]
_GROUPED = ("figures", "clauses", "records")
_GROWING = ("案例", "依据案例", "指引", "书名", "责任", "省份", "可比指标")
"""Columns whose words are as many as the library has cases, manuals, roles, places or measures: a message names a few."""


def check_spec(
    spec_id: str, spec: TableSpec, library: Library, at: Callable[[Path], Position], diagnostics: Diagnostics
) -> None:
    """Tell everything in ``spec`` that names what does not exist. ``at`` gives the position of a key path of the file."""
    _SpecChecker(spec_id, spec, library, at, diagnostics).check()


class _SpecChecker:
    """Walks one spec, with everything needed to judge it."""

    def __init__(
        self, spec_id: str, spec: TableSpec, library: Library, at: Callable[[Path], Position], diagnostics: Diagnostics
    ) -> None:
        self.spec_id, self.spec, self.library, self.at, self.diagnostics = spec_id, spec, library, at, diagnostics
        self.fields = fields_of(spec, library)

    def check(self) -> None:
        """Check the whole spec."""
        self._check_texts()
        rows = (*clause_problems(self.spec, self.library), *record_problems(self.spec), *figure_problems(self.spec))
        for path, message in rows:
            self._error(path, self._subject + message)
        if self.spec.rows == "records" and self.spec.table not in RECORD_TABLES:
            return  # what its columns may be depends on the table
        for index, case_id in enumerate(self.spec.cases):
            if case_id not in self.library.cases:
                self._error(("cases", index), f"{self._subject} cases：{self._no_case(case_id)}")
        self._check_case_where()
        if self.spec.rows == "records":
            self._check_where(self.spec.where, self.fields, words_of(self.spec, self.library), ("where",))
        if self.spec.transpose and self.spec.rows != "cases":
            self._error(("transpose",), f"{self._subject} 的行不是 cases，不能行列互换。请删去 transpose。")
        self._check_columns(self.spec.columns, ("columns",))
        for index, part in enumerate(self.spec.parts):
            self._check_part(part, ("parts", index))
        shown = [part.columns or self.spec.columns for part in self.spec.parts] or [self.spec.columns]
        if self.spec.rows != "families" and not all(shown):
            self._error((), f"{self._subject} 没有列。请写 columns，每列一个 label 和一个 field。")

    def _check_texts(self) -> None:
        """References are resolved in cases, terms and pages only; here they would show as bare words."""
        texts: list[tuple[Path, str]] = [(("reading",), self.spec.reading)]
        texts += [(("parts", index, "note"), part.note) for index, part in enumerate(self.spec.parts)]
        texts += [(("cautions", index), text) for index, text in enumerate(self.spec.cautions)]
        texts += [(("footnotes", index), text) for index, text in enumerate(self.spec.footnotes)]
        for path, text in texts:
            link = LINK.search(text)
            if link:
                self._error(path, f"{self._subject} 的文字里不用链接。请把 {link[0]} 写成“{link['text']}”。")

    @property
    def _subject(self) -> str:
        return f"对照表 {self.spec_id}"

    def _error(self, path: Path, message: str) -> None:
        self.diagnostics.error(self.at(path), message)

    def _check_part(self, part: TablePart, path: Path) -> None:
        self._check_columns(part.columns, (*path, "columns"))
        rows = self.spec.rows
        allowed = choices_of(self.spec, self.fields)
        self._check_where(part.where, allowed, words_of(self.spec, self.library), (*path, "where"))
        if part.group and rows not in _GROUPED:
            names = "、".join(_GROUPED[:-1])
            message = f"{self._subject} 的行不是 {names} 或 {_GROUPED[-1]}，不能分组。请删去 group。"
            self._error((*path, "group"), message)
            return
        for index, name in enumerate(part.group):
            self._check_name(name, self.fields, "group", (*path, "group", index))

    def _check_columns(self, columns_: tuple[TableColumn, ...], path: Path) -> None:
        labels = [column.label for column in columns_]
        for index, column in enumerate(columns_):
            if column.label in labels[:index]:
                self._error(
                    (*path, index, "label"), f"{self._subject} 有两列都叫“{column.label}”。请改其中一个的 label。"
                )
            if self.spec.rows == "families":
                self._error((*path, index), f"{self._subject} 的列就是各案例，不写 columns。请删去。")
            elif self._check_name(column.field, self.fields, "field", (*path, index, "field")):
                self._check_column_where(column, (*path, index, "where"))

    def _check_name(self, name: str, allowed: Iterable[str], key: str, path: Path) -> bool:
        known = list(allowed)
        if name not in known:
            hint = field_hint(name, known, self.library)
            self._error(path, f"{self._subject} {key}：没有“{name}” 这个字段。{hint}")
        return name in known

    def _check_column_where(self, column: TableColumn, path: Path) -> None:
        if self.spec.rows == "cases" and column.field == CLAUSES:
            self._check_where(column.where, clause_fields(), closed_words(self.library), path)
            return
        head = column.field.partition(".")[0]
        table = ROW_TABLES.get(head, head) if "." in column.field else head
        if self.spec.rows != "cases" or table not in ROW_TYPES:
            if column.where:
                self._error(path, f"{self._subject} 字段“{column.field}” 只有一个值，不能再选行。请删去 where。")
            return
        allowed = [name for name in columns(ROW_TYPES[table]) if column.field == RELATION or name not in EDGE_COLUMNS]
        self._check_where(column.where, allowed, row_words(self.library, table), path)

    def _check_where(
        self,
        where: Mapping[str, tuple[str, ...]],
        allowed: Iterable[str],
        closed: Mapping[str, Iterable[str]],
        path: Path,
        key: str = "where",
    ) -> None:
        for name, values in where.items():
            if self._check_name(name, allowed, key, (*path, name)) and name in closed:
                self._check_words(key, name, values, list(closed[name]), (*path, name))

    def _check_words(self, key: str, name: str, values: tuple[str, ...], closed: list[str], path: Path) -> None:
        most = LISTED if name in _GROWING else None
        for index, value in enumerate(values):
            if value not in (ANY, NONE, *closed):
                told = not_among(f"{self._subject} {key} {name}：", value, [*closed, ANY, NONE], most)
                meant = meant_word(value, closed)
                told = f"{told.rpartition('之中。')[0]}之中。是否为“{meant}”？" if meant else told
                self._error((*path, index), told)

    def _no_case(self, name: str) -> str:
        """An editor may write a case's short name, or its title, for its id."""
        cases = self.library.cases
        meant = next((id_ for id_, case in cases.items() if name in (case.meta.short, case.meta.title)), "")
        told = not_among("案例", name, cases, LISTED)
        return f"{told.rpartition('之中。')[0]}之中。是否为“{meant}”？" if meant else told

    def _check_case_where(self) -> None:
        """Whether the cases are chosen by what exists, and any is left."""
        spec, path = self.spec, ("case_where",)
        if not spec.case_where:
            return
        if spec.rows == "clauses":
            message = "的行是条款，不用 case_where 选。要只看依据某个案例的条款，请在 parts 的 where 写 依据案例。"
            self._error(path, f"{self._subject} {message}")
            return
        before = len(self.diagnostics.errors)
        self._check_where(spec.case_where, CASE_CHOICES, case_words(self.library), path, "case_where")
        sound = len(self.diagnostics.errors) == before and all(id_ in self.library.cases for id_ in spec.cases)
        if sound and not chosen_cases(self.library, spec):
            self._error(path, f"{self._subject} case_where 选不出案例。请放宽条件，或删去 cases、case_where 之一。")
