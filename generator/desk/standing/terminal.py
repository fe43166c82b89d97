"""The standing of a library as a terminal shows it: one line a case, two where the terminal is narrow."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from ...library.reading.cases import PARTS
from .gather import CaseStanding, Piece, Standing
from .history import LastChange
from .shelved import State

_ROOMY = 112
"""Columns from which a case fits on one line."""
_NOTHING = "—"


def overview(standing: Standing, width: int) -> str:
    """Return all of a library as lines of at most ``width`` columns."""
    is_roomy = width >= _ROOMY
    has_errors = standing.errors > 0
    blocks = [_cases(standing.cases, is_roomy, has_errors, width)] if standing.cases else ["还没有案例。"]
    for name, pieces in (("手册", standing.manuals), ("课程", standing.courses)):
        if pieces:
            blocks.append(_pieces(name, pieces, has_errors, width))
    return "\n\n".join([*blocks, "\n".join(closing(standing))])


def closing(standing: Standing) -> Iterator[str]:
    """What is to be said below: errors first, then what the figures leave out."""
    if standing.errors:
        yield f"有 {standing.errors} 个错误，只列出读得出的。请先运行 check（python -m generator check）。"
    if not standing.has_history:
        yield "没有 git，或这里不是 git 的仓库：“最后修改”是文件自己的时间。"
    if standing.cases:
        yield "一个案例的详情：python -m generator status 编号"


def _cases(cases: Iterable[CaseStanding], is_roomy: bool, has_errors: bool, width: int) -> str:
    heads = ["案例", "完整", "依据", "待写", *(["错误"] if has_errors else []), "警告", "最后修改", "讲义"]
    joint = " · " if is_roomy else "\n"
    rows = [
        [
            f"{case.name}{' ' if is_roomy or not case.name else chr(10)}{case.id}".strip(),
            _whole(case),
            joint.join(_resting(case)),
            *_counts(case, has_errors),
            (" " if is_roomy else "\n").join(_changed(case.last)),
            joint.join(_handouts(case)),
        ]
        for case in cases
    ]
    return _table(heads, rows, width)


def _pieces(name: str, pieces: Iterable[Piece], has_errors: bool, width: int) -> str:
    heads = [name, "待写", *(["错误"] if has_errors else []), "警告", "最后修改"]
    rows = [
        [f"{piece.name} {piece.id}".strip(), *_counts(piece, has_errors), " ".join(_changed(piece.last))]
        for piece in pieces
    ]
    return _table(heads, rows, width)


def _whole(case: CaseStanding) -> str:
    if case.written is None:
        return _NOTHING
    told = [f"{case.written.parts}/{len(PARTS)}"]
    return "\n".join([*told, *(f"{part}{lack}" for part, lack in case.written.wanting.items())])


def _resting(case: CaseStanding) -> list[str]:
    said = case.written
    return [f"段 {said.resting}/{said.paragraphs}", f"行 {said.rows_resting}/{said.rows}"] if said else [_NOTHING]


def _counts(piece: Piece, has_errors: bool) -> list[str]:
    found = piece.found
    counts = (len(found.placeholders), *((found.errors,) if has_errors else ()), found.warnings)
    return [str(count) if count else _NOTHING for count in counts]


def _changed(last: LastChange) -> list[str]:
    return [last.date, " ".join(filter(None, (last.author, last.note)))]


def _handouts(case: CaseStanding) -> list[str]:
    if case.handouts is None:
        return [_NOTHING]
    counts = Counter(state for kinds in case.handouts.values() for state in kinds.values())
    return [f"{counts[state]} 个{state}" for state in State if counts[state]] or ["没有"]


def _table(heads: list[str], rows: Iterable[list[str]], width: int) -> str:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold", min_width=cell_len(head))
    for row in rows:
        table.add_row(*row)
    console = Console(file=io.StringIO(), width=width, highlight=False, emoji=False, markup=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().rstrip("\n").split("\n"))
