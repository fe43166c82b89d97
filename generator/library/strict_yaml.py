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
from .yaml_faults import QUOTED, in_braces, stumble
from .yaml_nodes import StrictYamlError, compose

Path = tuple[str | int, ...]
_LOST = re.compile(r"\S\s+(?P<hash>#)[^\s#]")

_WIDE_IN_KEY = re.compile(r"[：，]")
_WIDE_IN_VALUE = re.compile(r"，(?=\s*[a-z_]+\s*：)")


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
        node = compose(text)
        if node is None:
            diagnostics.error(Position(path, first_line), "没有内容。")
            return None
        value = reader.construct(node, ())
    except StrictYamlError as problem:
        diagnostics.error(reader.position(problem.mark), str(problem))
        return None
    except yaml.MarkedYAMLError as problem:
        line, column, message = stumble(problem, text)
        diagnostics.error(Position(path, first_line + line, column + 1), message)
        return None
    except (yaml.YAMLError, RecursionError, ValueError):
        diagnostics.error(Position(path, first_line), "YAML 无法读取：层数过多，或有不能识别的字符。请简化这一部分。")
        return None
    if not reader.sound:
        return None
    return Located(value, Position(path, first_line), reader.positions, reader.keys)


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
            bare = QUOTED.sub(lambda match: "x" * len(match[0]), line)
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
                    self._fault(Position(at.path, at.line, at.column + match.start()), in_braces(match[0]))
                    return True
        return False

    def _fault(self, at: Position, message: str) -> None:
        self.diagnostics.error(at, message)
        self.sound = False
