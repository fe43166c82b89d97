"""What made a reader of YAML stumble, in an editor's words: PyYAML's own complaints, and full-width signs that it takes for text."""

from __future__ import annotations

import re

import yaml

QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
_WIDE_IN_BRACES = re.compile(r"(?<=\w)：|，(?=\s*[a-z_]+\s*[:：])")
_HALF = {"：": "冒号“：”。请改成半角的“:”，后面空一格。", "，": "逗号“，”。请改成半角的“,”，后面空一格。"}
_PAIR = re.compile(r"(?P<key>[a-z_]+) *[：:] *(?P<value>[^\n]*)")

_PROBLEMS = (
    ("mapping values are not allowed", "这里多了一个冒号。值里有冒号的，请用双引号把值括起来。"),
    ("could not find expected ':'", "这里缺少冒号。写法是“键: 值”，用半角冒号，冒号后有一个空格。"),
    ("found unexpected end of stream", "引号没有配对。"),
    ("found unexpected document separator", "引号没有配对。"),
    ("expected ',' or ']'", "方括号没有配对，或列表的各项之间缺少逗号。"),
    ("expected ',' or '}'", "花括号没有配对，或各键之间缺少逗号。"),
    ("expected <block end>", "缩进不齐，或列表与键值混在一起。同一层的各行要对齐。"),
    ("cannot start any token", "有 YAML 不能识别的字符。值以 @、`、% 等符号开头的，请用双引号括起来。"),
    ("unknown escape", "双引号里的反斜线要写成两个，或改用单引号。"),
    ("expected chomping", "值以 >、| 开头的，请用双引号括起来。"),
    ("sequence entries are not allowed", "值以 - 开头的，请用双引号括起来；列表写作 [甲, 乙]。"),
    ("mapping keys are not allowed", "值以 ? 开头的，请用双引号括起来。"),
    ("but found another document", "一个文件只能有一份 YAML，不要再写 ---。"),
)


def stumble(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str]:
    """Where in ``text`` PyYAML stumbled (line and column from 0), or what made it, and what to say of it."""
    if wide := _wide_colon(problem, text):
        return wide[0], 0, wide[1]
    if braces := _wide_mark(problem, text):
        return braces[0], braces[1], in_braces(braces[2])
    mark = _mark_of(problem)
    return (mark.line, mark.column, _explained(problem)) if mark else (0, 0, _explained(problem))


def mended_pair(line: str) -> str:
    """What to say of ``title：题`` or ``title:题``, which YAML takes for a word; an empty string for anything else."""
    pair = _PAIR.match(line)
    return f"键和值之间写半角冒号和一个空格。是否为“{pair['key']}: {pair['value'].rstrip()}”？" if pair else ""


def _wide_colon(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, str] | None:
    """The line where a full-width colon made the reader stumble, here or just before, and what to say of it."""
    lines = text.split("\n")
    marks = [mark.line for mark in (problem.context_mark, problem.problem_mark) if mark]
    for number in (each for mark in marks for each in (mark, mark - 1) if 0 <= each < len(lines)):
        said = mended_pair(lines[number].strip()) if ": " not in lines[number] else ""
        if said and "：" in lines[number]:
            return number, said
    return None


def _wide_mark(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str] | None:
    """The line, column and sign of a full-width colon or comma that kept a ``{`` from being read to its end."""
    start = problem.context_mark
    if start is None or "expected ',' or '}'" not in str(problem.problem):
        return None
    lines = text.split("\n")
    if start.line >= len(lines):  # PyYAML ends lines at more characters than we do
        return None
    line = QUOTED.sub(lambda match: "x" * len(match[0]), lines[start.line])
    match = _WIDE_IN_BRACES.search(line, start.column)
    return (start.line, match.start(), match[0]) if match else None


def in_braces(sign: str) -> str:
    """What to say of a full-width colon or comma between braces."""
    return f"花括号里用了全角{_HALF[sign]}"


def _mark_of(problem: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the editor should look: what was never closed is told where it was opened."""
    if "could not find expected ':'" in str(problem.problem):
        return problem.context_mark or problem.problem_mark
    unclosed = ("end of stream", "document separator", "expected ',' or")
    if problem.context_mark and any(sign in str(problem.problem) for sign in unclosed):
        return problem.context_mark
    return problem.problem_mark or problem.context_mark


def _explained(problem: yaml.MarkedYAMLError) -> str:
    """What to say of anything else that PyYAML complains of."""
    words = f"{problem.problem} {problem.context}"
    mark = problem.problem_mark
    before = mark.buffer[: mark.pointer].rpartition("\n")[2] if mark and mark.buffer else ""
    if "expected <block end>" in words and before.strip() not in ("", "-"):
        return "值以 [、{ 或引号开头，却没有在行末结束。请用双引号把整个值括起来；引号本身写作“”。"
    if "mapping values are not allowed" in words and before.startswith(" "):
        return "这里多了一个冒号，或这一行行首的空格多了。同一层的各行要对齐；值里有冒号的，请用双引号把值括起来。"
    return next((text for sign, text in _PROBLEMS if sign in words), "YAML 写法有误。请检查缩进、冒号、引号和括号。")
