"""Text to a tree of YAML nodes that hold no surprise: no tags, no anchors, scalars that stay text unless they are plainly something else."""

from __future__ import annotations

import re
from functools import lru_cache

import yaml


class StrictYamlError(Exception):
    """Something that YAML allows and content may not have; the message says so, ``mark`` where."""

    def __init__(self, mark: yaml.Mark, message: str) -> None:
        super().__init__(message)
        self.mark = mark


class _Loader(yaml.SafeLoader):
    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own protocol

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise StrictYamlError(
                event.start_mark, "不能用 & 和 * 引用。请把内容写出来；值以 & 或 * 开头的，用双引号括起来。"
            )
        if getattr(event, "tag", None):
            raise StrictYamlError(event.start_mark, "不能用 ! 标签。值以 ! 开头的，请用双引号括起来。")
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
def compose(text: str) -> yaml.Node | None:
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
