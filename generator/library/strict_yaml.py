"""YAML with nothing silent: positions for every key and value, no repeated keys, tabs, tags, anchors or surprises.

Scalars are text unless they are plainly ``true``/``false``, a number or empty: `2026-11-22`, `no` and `012` stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import yaml

from ..report import Diagnostics, Position
from .files import is_stray

Path = tuple[str | int, ...]
_QUOTED = re.compile(r"\"(?:\\.|[^\"\\])*\"|'[^']*'")
_LOST = re.compile(r"\S\s+(?P<hash>#)[^\s#]")

_WIDE_IN_KEY = re.compile(r"[：，]")
_WIDE_IN_VALUE = re.compile(r"，(?=\s*[a-z_]+\s*：)")
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


@dataclass(frozen=True)
class Located:
    """A plain value (dict, list, str, int, float, bool, None) and where each of its parts stands."""

    value: object
    at: Position
    positions: Mapping[Path, Position] = field(default_factory=dict)
    keys: Mapping[Path, Position] = field(default_factory=dict)
    prefix: Path = ()

    def position(self, path: Path) -> Position:
        """Where the value at ``path`` stands, or the nearest thing that holds it."""
        whole = self.prefix + path
        while len(whole) > len(self.prefix) and whole not in self.positions:
            whole = whole[:-1]
        return self.positions.get(whole, self.at)

    def key_position(self, path: Path) -> Position:
        """Where the key that leads to ``path`` stands."""
        return self.keys.get(self.prefix + path) or self.position(path)

    def items(self) -> Iterator[tuple[str, Located]]:
        """The keys of a mapping, each with its value, still located. Empty when the value is no mapping."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                path = (*self.prefix, key)
                yield key, Located(value, self.positions.get(path, self.at), self.positions, self.keys, path)


class _StrictYamlError(Exception):
    def __init__(self, mark: yaml.Mark, message: str) -> None:
        super().__init__(message)
        self.mark = mark


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own protocol

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _StrictYamlError(
                event.start_mark, "不能用 & 和 * 引用。请把内容写出来；值以 & 或 * 开头的，用双引号括起来。"
            )
        if getattr(event, "tag", None):
            raise _StrictYamlError(event.start_mark, "不能用 ! 标签。值以 ! 开头的，请用双引号括起来。")
        return super().compose_node(parent, index)


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^-?(?:0|[1-9]\d*)$"), list("-0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?(?:0|[1-9]\d*)\.\d+$"), list("-0123456789"))
_Loader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])


def _quick_loader() -> type[yaml.CSafeLoader] | None:
    """libyaml, a tenth of the time: for what is plainly in order. It would let an anchor pass, and its messages are others."""
    if not yaml.__with_libyaml__:
        return None

    class QuickLoader(yaml.CSafeLoader):
        yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers

    return QuickLoader


_QUICK = _quick_loader()
_UNUSUAL = re.compile(
    r"(?:^|[\s\[\]{},:-])[&*!%|>@`]|[?\\\t\x85\u2028\u2029\ufeff]|[^\n]{1500}|:\s*[,\]}]|^(?:---|\.\.\.)", re.MULTILINE
)
"""Signs that YAML gives a meaning which content does not use. Lines are short where nothing is nested deeply by indent."""
_BRACKET = re.compile(r"[\[\]{}]")
_DEEPEST = 20
"""Brackets within brackets; libyaml goes down on the stack of C and falls off it."""


@lru_cache(maxsize=1024)
def _compose(text: str) -> yaml.Node | None:
    """The document's node; None for an empty one. Raises yaml.YAMLError with PyYAML's own words and places.

    A process that checks at every save reads most files again as they were.
    """
    if _QUICK and not _UNUSUAL.search(text) and not _is_deep(text):
        try:
            node: yaml.Node | None = _QUICK(text).get_single_node()
        except yaml.YAMLError:
            pass
        else:
            return node
    return _Loader(text).get_single_node()


def _is_deep(text: str) -> bool:
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def read_yaml(text: str, path: str, diagnostics: Diagnostics, first_line: int = 1) -> Located | None:
    """Read ``text``, which starts at ``first_line`` of ``path``; None, with diagnostics, when it is not strict YAML."""
    located, faults = _read(text, path, first_line)
    for at, message in faults:
        diagnostics.error(at, message)
    return located


@lru_cache(maxsize=4096)
def _read(text: str, path: str, first_line: int) -> tuple[Located | None, list[tuple[Position, str]]]:
    """What was read, and the faults: once for each text while a process lasts, for PyYAML takes its time."""
    diagnostics = Diagnostics()
    located = _located(text, path, diagnostics, first_line)
    return located, [(item.at, item.message) for item in diagnostics]


def _located(text: str, path: str, diagnostics: Diagnostics, first_line: int) -> Located | None:
    reader = _Reader(path, first_line, diagnostics)
    if reader.finds_tabs(text) or reader.finds_lost_words(text):
        return None
    try:
        node = _compose(text)
        if node is None:
            diagnostics.error(Position(path, first_line), "没有内容。")
            return None
        value = reader.construct(node, ())
    except _StrictYamlError as problem:
        diagnostics.error(reader.position(problem.mark), str(problem))
        return None
    except yaml.MarkedYAMLError as problem:
        wide = _wide_colon(problem, text)
        if wide:
            diagnostics.error(Position(path, first_line + wide[0]), wide[1])
            return None
        braces = _wide_mark(problem, text)
        if braces:
            diagnostics.error(Position(path, first_line + braces[0], braces[1] + 1), _in_braces(braces[2]))
            return None
        mark = _mark(problem)
        diagnostics.error(reader.position(mark) if mark else Position(path, first_line), _explain(problem))
        return None
    except (yaml.YAMLError, RecursionError, ValueError):
        diagnostics.error(Position(path, first_line), "YAML 无法读取：层数过多，或有不能识别的字符。请简化这一部分。")
        return None
    if not reader.sound:
        return None
    return Located(value, Position(path, first_line), reader.positions, reader.keys)


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
    line = _QUOTED.sub(lambda match: "x" * len(match[0]), lines[start.line])
    match = _WIDE_IN_BRACES.search(line, start.column)
    return (start.line, match.start(), match[0]) if match else None


def _in_braces(sign: str) -> str:
    return f"花括号里用了全角{_HALF[sign]}"


def _mark(problem: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the editor should look: what was never closed is told where it was opened."""
    if "could not find expected ':'" in str(problem.problem):
        return problem.context_mark or problem.problem_mark
    unclosed = ("end of stream", "document separator", "expected ',' or")
    if problem.context_mark and any(sign in str(problem.problem) for sign in unclosed):
        return problem.context_mark
    return problem.problem_mark or problem.context_mark


def _explain(problem: yaml.MarkedYAMLError) -> str:
    words = f"{problem.problem} {problem.context}"
    mark = problem.problem_mark
    before = mark.buffer[: mark.pointer].rpartition("\n")[2] if mark and mark.buffer else ""
    if "expected <block end>" in words and before.strip() not in ("", "-"):
        return "值以 [、{ 或引号开头，却没有在行末结束。请用双引号把整个值括起来；引号本身写作“”。"
    if "mapping values are not allowed" in words and before.startswith(" "):
        return "这里多了一个冒号，或这一行行首的空格多了。同一层的各行要对齐；值里有冒号的，请用双引号把值括起来。"
    return next((text for sign, text in _PROBLEMS if sign in words), "YAML 写法有误。请检查缩进、冒号、引号和括号。")


class _Reader:
    """Turns nodes into plain values, noting positions; ``sound`` turns False at a repeated or odd key."""

    def __init__(self, path: str, first_line: int, diagnostics: Diagnostics) -> None:
        self.path, self.first_line, self.diagnostics = path, first_line, diagnostics
        self.positions: dict[Path, Position] = {}
        self.keys: dict[Path, Position] = {}
        self.sound = True

    def position(self, mark: yaml.Mark) -> Position:
        return Position(self.path, mark.line + self.first_line, mark.column + 1)

    def finds_tabs(self, text: str) -> bool:
        found = False
        for number, line in enumerate(text.split("\n")):
            if "\t" in line:
                at = Position(self.path, self.first_line + number, line.index("\t") + 1)
                self.diagnostics.error(at, "有制表符。YAML 只用空格，请改成空格。")
                found = True
        return found

    def finds_lost_words(self, text: str) -> bool:
        """Find ``甲社区 #网格``, which YAML would cut off as a comment. A comment has a space after its ``#``."""
        found = False
        for number, line in enumerate(text.split("\n")):
            bare = _QUOTED.sub(lambda match: "x" * len(match[0]), line)
            match = _LOST.search(bare)
            if match:
                at = Position(self.path, self.first_line + number, match.start("hash") + 1)
                self.diagnostics.error(
                    at, "空格后的 # 之后会被当作注释丢掉。是文字的，请用双引号把值括起来；是注释的，# 后空一格。"
                )
                found = True
        return found

    def construct(self, node: yaml.Node, path: Path) -> object:
        self.positions[path] = self.position(node.start_mark)
        if isinstance(node, yaml.ScalarNode) and any(map(is_stray, node.value)):
            self._fault(self.position(node.start_mark), "值里用 \\u 一类写法写入了看不见的字符。请改写成普通文字。")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.construct(child, (*path, index)) for index, child in enumerate(node.value)]
        return yaml.constructor.SafeConstructor().construct_object(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            if node.flow_style and self._finds_wide(key_node, value_node):
                return result
            at = self.position(key_node.start_mark)
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if not key or not isinstance(key, str):
                self._fault(at, "键必须是文字。写法是“键: 值”。")
            elif key in result:
                first = self.keys[(*path, key)]
                self._fault(at, f"键“{key}” 重复，第 {first.line} 行已有。请删去一处。")
            else:
                self.keys[(*path, key)] = at
                result[key] = self.construct(value_node, (*path, key))
        return result

    def _finds_wide(self, key: yaml.Node, value: yaml.Node) -> bool:
        """Find ``{label：数值}`` and ``{label: 数值，field：数值}``, which YAML reads as one long word."""
        alone = isinstance(value, yaml.ScalarNode) and not value.value
        for node, pattern in ((key, _WIDE_IN_KEY if alone else None), (value, _WIDE_IN_VALUE)):
            if pattern and isinstance(node, yaml.ScalarNode) and not node.style:
                match = pattern.search(node.value)
                if match:
                    at = self.position(node.start_mark)
                    self._fault(Position(at.path, at.line, at.column + match.start()), _in_braces(match[0]))
                    return True
        return False

    def _fault(self, at: Position, message: str) -> None:
        self.diagnostics.error(at, message)
        self.sound = False
