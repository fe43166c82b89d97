"""Checks a table spec against what exists: fields, columns, closed words, cases; the nearest right one in each message."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..library.model import Library
from ..library.references import LINK
from ..library.rows import ROW_TYPES, columns
from ..library.table_spec import TableColumn, TablePart, TableSpec
from ..library.values import DocumentState, FigureMark, Status
from ..report import Diagnostics, Position, not_among, suggestion
from .choosing import ANY, NONE
from .clause_check import clause_problems
from .clause_fields import clause_fields, closed_words
from .entries import EDGE_COLUMNS
from .fields import HEAD_FIELDS, MECHANISM_COLUMNS, RELATION, case_fields, figure_fields

Path = tuple[str | int, ...]


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
        fields = {"cases": case_fields, "families": list, "figures": figure_fields, "clauses": clause_fields}
        self.fields = fields[spec.rows]()

    def check(self) -> None:
        """Check the whole spec."""
        self._check_texts()
        for path, message in clause_problems(self.spec, self.library):
            self._error(path, self._subject + message)
        for index, case_id in enumerate(self.spec.cases):
            if case_id not in self.library.cases:
                self._error(("cases", index), not_among(f"{self._subject} cases：案例", case_id, self.library.cases))
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
        allowed = {"cases": list(HEAD_FIELDS), "families": MECHANISM_COLUMNS}.get(rows, self.fields)
        table = "机制" if rows == "families" else "数字"
        closed = closed_words(self.library) if rows == "clauses" else self._closed(table)
        self._check_where(part.where, allowed, closed, (*path, "where"))
        if part.group and rows not in ("figures", "clauses"):
            self._error((*path, "group"), f"{self._subject} 的行不是 figures 或 clauses，不能分组。请删去 group。")
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
            hint = suggestion(name, known) or f"可用的有 {'、'.join(known)}。"
            self._error(path, f"{self._subject} {key}：没有“{name}” 这个字段。{hint}")
        return name in known

    def _check_column_where(self, column: TableColumn, path: Path) -> None:
        table = column.field.partition(".")[0]
        if self.spec.rows in ("figures", "clauses") or table not in ROW_TYPES:
            if column.where:
                self._error(path, f"{self._subject} 字段“{column.field}” 只有一个值，不能再选行。请删去 where。")
            return
        allowed = [name for name in columns(ROW_TYPES[table]) if column.field == RELATION or name not in EDGE_COLUMNS]
        self._check_where(column.where, allowed, self._closed(table), path)

    def _check_where(
        self,
        where: Mapping[str, tuple[str, ...]],
        allowed: Iterable[str],
        closed: Mapping[str, Iterable[str]],
        path: Path,
    ) -> None:
        for name, values in where.items():
            if self._check_name(name, allowed, "where", (*path, name)) and name in closed:
                self._check_words(name, values, list(closed[name]), (*path, name))

    def _check_words(self, name: str, values: tuple[str, ...], closed: list[str], path: Path) -> None:
        for index, value in enumerate(values):
            if value not in (ANY, NONE, *closed):
                self._error((*path, index), not_among(f"{self._subject} where {name}：", value, [*closed, ANY, NONE]))

    def _closed(self, table: str) -> dict[str, Iterable[str]]:
        """The columns of a typed table whose words are a closed list."""
        words = self.library.vocabulary
        states: Iterable[str] = [state.value for state in (DocumentState if table == "文件与标准" else Status)]
        types = {"组织": words.lead_types, "实践点": words.site_types, "文件与标准": words.document_types}
        return {
            "状态": states,
            "类别": words.families,
            "关系": words.relations,
            "标记": [mark.value for mark in FigureMark],
            "可比指标": self.library.measures,
            "量的种类": words.measure_kinds,
            "场景": words.settings,
            "主体类型": words.lead_types,
            **({"类型": types[table]} if table in types else {}),
        }
