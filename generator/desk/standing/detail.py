"""One case in detail: what is missing, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...library.handout_spec import HandoutFormat
from ...library.reading.cases import PARTS
from .gather import CaseStanding
from .shelved import State

_MAKE = "python -m generator handouts"


def detail(case: CaseStanding) -> str:
    """Return the lines on one case; a place is told as ``file:line``, which a program opens."""
    lines = [f"{case.name} {case.id}".strip() + f"  {case.path}"]
    for name, told in (("完整", _whole), ("依据", _resting), ("检查", _found), ("讲义", _handouts), ("修改", _changes)):
        first, *more = told(case)
        lines += [f"{name}  {first}", *(f"      {line}" for line in more)]
    return "\n".join(lines)


def _whole(case: CaseStanding) -> Iterator[str]:
    if case.written is None:
        yield "文件读不成案例，见 check。"
        return
    yield f"五个部分齐了 {case.written.parts}/{len(PARTS)}"
    yield from (f"{part}：{lack}" for part, lack in case.written.wanting.items())


def _resting(case: CaseStanding) -> Iterator[str]:
    said = case.written
    if said is None:
        yield "—"
        return
    own = f"，其中编者分析、建议 {said.rows_editorial} 行" if said.rows_editorial else ""
    yield f"正文 {said.paragraphs} 段，有依据或注明是编者的 {said.resting} 段；表 {said.rows} 行，有依据的 {said.rows_resting} 行{own}"
    if said.bare:
        yield "没有依据的段落："
        yield from (f"{case.path}:{bare.line} {bare.opening}" for bare in said.bare)


def _found(case: CaseStanding) -> Iterator[str]:
    found = case.found
    yield f"错误 {found.errors}，警告 {found.warnings}（待写 {len(found.placeholders)}），提示 {found.hints}"
    if found.errors or found.warnings or found.hints:
        yield "逐处列出：python -m generator check"


def _handouts(case: CaseStanding) -> Iterator[str]:
    if case.handouts is None:
        yield "内容有错误，看不出新旧。请先运行 check（python -m generator check）。"
        return
    if not case.handouts:
        yield "没有讲义收入这个案例。"
        return
    behind = sum(state is not State.FRESH for kinds in case.handouts.values() for state in kinds.values())
    yield f"{len(case.handouts)} 份讲义收入这个案例，" + (
        f"{behind} 个文件要重做：{_MAKE}" if behind else "文件都是最新的"
    )
    yield from (f"{name}：{_kinds(kinds)}" for name, kinds in case.handouts.items())


def _kinds(kinds: Mapping[HandoutFormat, State]) -> str:
    return "，".join(f"{kind.label} {state}" for kind, state in kinds.items())


def _changes(case: CaseStanding) -> Iterator[str]:
    if case.last.note or not case.commits:
        yield " ".join(filter(None, (case.last.date, case.last.author, case.last.note)))
    for commit in case.commits:
        yield f"{commit.date} {commit.hash} {commit.author}：{commit.subject}"
