"""What there is to answer in a question of a course, by its kind."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...report import Diagnostics, Position, not_among
from ..question import Answer, Choices, ModelAnswer, Pairs, QuestionKind, Sequence, Verdict, shuffled
from ..sections import Prose
from .quiz_parts import ANSWER, MODEL, QuestionParts
from .tables import Cell

_OPTION = re.compile(r"- \[(?P<mark>[ xX])\] +(?P<text>\S.*?)\s*")
_ITEM = re.compile(r"\d+\. +(?P<text>\S.*?)\s*")
_FEWEST, _MOST = 3, 6
FORMS = {
    QuestionKind.SINGLE: ("lists", "选项，一行一个，写作“- [ ] ……”，恰有一个写作“- [x] ……”"),
    QuestionKind.MULTIPLE: ("lists", "选项，一行一个，写作“- [ ] ……”，两个以上写作“- [x] ……”"),
    QuestionKind.VERDICT: (ANSWER, "“答案：对”或“答案：错”"),
    QuestionKind.ORDER: ("lists", "编号列表“1. ……”，按正确的次序写"),
    QuestionKind.PAIRS: ("tables", "两列的表格，一行是一对"),
    QuestionKind.OPEN: (MODEL, "“参考答案：……”"),
}
"""Where the answer of each kind stands, and how an editor is told to write it."""


def read_answer(kind: QuestionKind, at: Position, parts: QuestionParts, diagnostics: Diagnostics) -> Answer | None:
    """The answer that ``kind`` wants; None, with diagnostics, when it is not there or something else is. ``at`` is the question's."""
    given = {"lists": parts.lists, "tables": parts.tables, MODEL: parts.model, ANSWER: ANSWER in parts.labelled}
    wanted, form = FORMS[kind]
    if not given[wanted] or any(there for what, there in given.items() if what != wanted):
        diagnostics.error(at, f"{kind}题之下应写{form}，不写别的。")
        return None
    if len(parts.lists) > 1 or len(parts.tables) > 1:
        again = (parts.lists or parts.tables)[1]
        diagnostics.error(again.at, f"{kind}题之下应写{form}，只写一处，中间不空行。")
        return None
    return _READERS[kind](kind, parts, diagnostics)


def _choices(kind: QuestionKind, parts: QuestionParts, diagnostics: Diagnostics) -> Choices | None:
    told = "选项写作“- [ ] ……”，方括号里一个空格；正确的写作“- [x] ……”。"
    found = _lines(parts.lists[0], _OPTION, told, diagnostics)
    options = [option for option, _ in found]
    right = [index for index, (_, match) in enumerate(found) if match["mark"] != " "]
    at, fewest = parts.lists[0].at, _FEWEST if kind is QuestionKind.SINGLE else _FEWEST + 1
    if not found or not _enough(options, "选项", fewest, at, diagnostics):
        return None
    if kind is QuestionKind.SINGLE and len(right) != 1:
        diagnostics.error(at, f"单选题恰有一个正确的选项（- [x]），这里有 {len(right)} 个。")
    elif kind is QuestionKind.MULTIPLE and not 2 <= len(right) < len(options):
        told = f"多选题有两个以上正确的选项（- [x]），至少一个不正确，这里 {len(options)} 个中有 {len(right)} 个正确。"
        diagnostics.error(at, told)
    else:
        return Choices(tuple(options), tuple(right))
    return None


def _sequence(kind: QuestionKind, parts: QuestionParts, diagnostics: Diagnostics) -> Sequence | None:
    items = [item for item, _ in _lines(parts.lists[0], _ITEM, "排序题的各项写作“1. ……”，一行一项。", diagnostics)]
    if not items or not _enough(items, "要排的项", _FEWEST, parts.lists[0].at, diagnostics):
        return None
    return Sequence(tuple(items), shuffled(len(items), _seed(items)))


def _pairs(kind: QuestionKind, parts: QuestionParts, diagnostics: Diagnostics) -> Pairs | None:
    table = parts.tables[0]
    if len(table.header) != 2:
        diagnostics.error(table.at, f"配对题的表格有两列，这里有 {len(table.header)} 列。")
        return None
    for row in (row for row in table.rows if len(row) != 2 or not all(cell.text for cell in row)):
        diagnostics.error(row[0].at, "配对题的每一行写满两格。")
        return None
    columns = [[_prose(row[side]) for row in table.rows] for side in (0, 1)]
    sound = [_enough(column, "行", _FEWEST, table.at, diagnostics) for column in columns]
    if not all(sound):
        return None
    head = (table.header[0].text, table.header[1].text)
    pairs = tuple(zip(*columns, strict=True))
    return Pairs(head, pairs, shuffled(len(pairs), _seed(columns[0] + columns[1])))


def _verdict(kind: QuestionKind, parts: QuestionParts, diagnostics: Diagnostics) -> Verdict | None:
    given = parts.labelled[ANSWER]
    word = given.text.strip().rstrip("。")
    if not word:  # told already: a label without words
        return None
    if word not in ("对", "错"):
        diagnostics.error(given.at, not_among("答案", word, ("对", "错")))
        return None
    return Verdict(word == "对")


def _model(kind: QuestionKind, parts: QuestionParts, diagnostics: Diagnostics) -> ModelAnswer:
    return ModelAnswer(tuple(parts.model))


_READERS: dict[QuestionKind, Callable[[QuestionKind, QuestionParts, Diagnostics], Answer | None]] = {
    QuestionKind.SINGLE: _choices, QuestionKind.MULTIPLE: _choices, QuestionKind.VERDICT: _verdict,
    QuestionKind.ORDER: _sequence, QuestionKind.PAIRS: _pairs, QuestionKind.OPEN: _model,
}  # fmt: skip


def _lines(
    prose: Prose, form: re.Pattern[str], told: str, diagnostics: Diagnostics
) -> list[tuple[Prose, re.Match[str]]]:
    """The lines of a list, as prose at their places; none, with diagnostics, when one of them has not the form."""
    found = []
    lines = prose.text.split("\n")
    for number, line in enumerate(lines):
        at = Position(prose.at.path, prose.at.line + number)
        match = form.fullmatch(line)
        if match:
            found.append((Prose(match["text"], Position(at.path, at.line, match.start("text") + 1)), match))
        else:
            diagnostics.error(at, told)
    return found if len(found) == len(lines) else []


def _enough(given: list[Prose], what: str, fewest: int, at: Position, diagnostics: Diagnostics) -> bool:
    """Whether there are enough of them, not too many, and no two alike; what is wrong is told."""
    sound = fewest <= len(given) <= _MOST
    if not sound:
        diagnostics.error(at, f"{what}应有 {fewest} 至 {_MOST} 个，这里有 {len(given)} 个。")
    for index, prose in enumerate(given):
        if any(prose.text == other.text for other in given[:index]):
            diagnostics.error(prose.at, f"“{prose.text}” 写了两次。请改写其中一个。")
            sound = False
    return sound


def _prose(cell: Cell) -> Prose:
    return Prose(cell.text, cell.at)


def _seed(items: list[Prose]) -> str:
    return "\n".join(item.text for item in items)
