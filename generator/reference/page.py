"""docs/content-reference.md: every field that an editor writes, told from the models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from ..library.course import TASK_SCHEMES
from ..library.duty import Duty
from ..library.reading.cases import PARTS
from ..library.reading.quiz_answers import FORMS
from ..library.rows import ROW_TYPES, Edge, Organisation
from ..library.schema import KINDS, FileKind
from .examples import Examples
from .fields import FieldLine, field_lines, inner_models, short_title

_ROWS, _CLAUSE, _TASKS, _QUESTIONS = "rows", "clause", "tasks", "questions"
_FILES = {kind.files.removeprefix("content/"): kind.name for kind in KINDS if kind.is_yaml and "*" not in kind.files}
_FILE = re.compile("|".join(map(re.escape, _FILES)))
_BEFORE = """# 字段参考

每种文件、每张类型表的全部字段，由 `python -m generator schema` 从内容模型生成，不要手改。怎样写见各节所指的说明，这里只供查找。

- **必写**一栏：“可不写”的可以整行（整列）不写；“不写为 …”的，不写就当作写了这个词。
- **写什么**一栏列出的词是全部可用的词；取自 vocabulary.yml 的，以词表里有的为准。
- **例**取自本库的内容，没有合适的空着。
- **编号**只用小写字母、数字和连字符；**依据**是段号（`P14`、`P14、P15`、`来源:P14`），编者自己的写`建议`或`编者分析`；**日期**写作 `2026-11-22`；
  **时间**照材料写。
"""


def reference_text(examples: Examples) -> str:
    """Return the page, with ``examples`` where there are any."""
    chapters = [
        *((kind.name, kind.label, _kind(kind, examples)) for kind in KINDS[:1]),
        (_ROWS, "案例的类型表", _typed_tables(examples)),
        *((kind.name, kind.label, _kind(kind, examples)) for kind in KINDS[1:]),
        (_CLAUSE, "手册的条款", _clause(examples)),
        (_TASKS, "课程的任务", _tasks()),
        (_QUESTIONS, "自测题", _questions()),
    ]
    contents = [f"- [{label}](#{anchor})" for anchor, label, _ in chapters]
    tables = [f"  - [{name}](#row-{row.prefix})" for name, row in ROW_TYPES.items()]
    listed = [*contents[:2], *tables, *contents[2:]]
    told = (f'<a id="{anchor}"></a>\n\n## {label}\n\n{text}' for anchor, label, text in chapters)
    return "\n".join([_BEFORE, *listed, "", *told])


def _kind(kind: FileKind, examples: Examples) -> str:
    keyed = f"一个文件里有许多项，每项的键是{kind.keyed}。" if kind.keyed else ""
    told = f"{kind.model.model_config['title']}。{keyed}文件：`{kind.files}`。写法见 [{kind.guide}]({kind.guide})。\n"
    inner = (_inner(model, examples) for model in inner_models(kind.model))
    return "\n".join([told, _table(kind.model, examples, "键"), *inner])


def _inner(model: type[BaseModel], examples: Examples) -> str:
    more = _title(model).partition("：")[2]
    told = f"{more}。\n\n" if more else ""
    return f'<a id="{_anchor(model)}"></a>\n\n### {short_title(model)}\n\n{told}{_table(model, examples, "键")}'


def _anchor(model: type[BaseModel]) -> str:
    return f"model-{model.__name__.lower()}"


def _title(model: type[BaseModel]) -> str:
    return str(model.model_config["title"])


def _typed_tables(examples: Examples) -> str:
    told = ["各写在一个三级标题之下，列的次序不限。写法见 [content-format.md](content-format.md)。\n"]
    for name, row in ROW_TYPES.items():
        part = next(part for part, (_, typed) in PARTS.items() if name in typed)
        told.append(f'<a id="row-{row.prefix}"></a>\n\n### {name}\n')
        told.append(f"{_title(row)}。写在“{part}”之下；正文里引用写作 `[文字]({row.prefix}:编号)`。\n")
        told.append(_table(row, examples, "列"))
        if row is Organisation:
            told.append(f"{_title(Edge)}，写在下一行，编号、主体、类型留空：\n\n{_table(Edge, examples, '列')}")
    return "\n".join(told)


def _clause(examples: Examples) -> str:
    told = f"{_title(Duty)}。写法见 [manuals-format.md](manuals-format.md)。\n"
    return f"{told}\n{_table(Duty, examples, '列')}"


def _tasks() -> str:
    rows = ((kind.value, "、".join(f"`{scheme}:`" for scheme in schemes)) for kind, schemes in TASK_SCHEMES.items())
    return f"一行一项，写作 `- 阅读：[文字](case:编号)`。写法见 [courses.md](courses.md)。\n\n{_rows(('开头', '可以链到'), rows)}"


def _questions() -> str:
    told = "写作 `#### 题型：题干`，其下写答案，再写“解析：”和“再读：”。写法见 [courses.md](courses.md)。\n"
    return f"{told}\n{_rows(('题型', '答案怎样写'), ((kind.value, form) for kind, (_, form) in FORMS.items()))}"


def _table(model: type[BaseModel], examples: Examples, head: str) -> str:
    rows = (_row(line, examples.get((model, line.attribute), "")) for line in field_lines(model))
    return _rows((head, "含义", "写什么", "必写", "例"), rows)


def _row(line: FieldLine, example: str) -> tuple[str, ...]:
    meaning = _FILE.sub(lambda match: f"[{match[0]}](#{_FILES[match[0]]})", line.meaning)
    words = f"：{'、'.join(f'`{word}`' for word in line.words)}" if line.words else ""
    limits = f"，{line.limits}" if line.limits else ""
    form = f"{line.form}{limits}{words}"
    if line.inner:
        form = form.replace(short_title(line.inner), f"[{short_title(line.inner)}](#{_anchor(line.inner)})")
    return f"`{line.name}`", meaning, form, line.need, f"`{example}`" if example else ""


def _rows(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    return "\n".join(_lines(tuple(heads), rows)) + "\n"


def _lines(heads: tuple[str, ...], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
