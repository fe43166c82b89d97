"""`不检查`: where an editor sets a rule aside, on a line of its own and with the reason, before what it is for.

In markdown ``<!-- 不检查 章节过长：分成两节读起来更散 -->``, in front matter and YAML ``# 不检查 …``. It holds for the next block: a paragraph,
a heading, a whole table; in YAML for the next key with what is below it. ``全文不检查`` holds for the whole file.
"""

from __future__ import annotations

import re

from ..report import Diagnostics, Position, suggestion
from ..rules import RULES, Silence

FORM = "<!-- 不检查 规则名：理由 -->"
_WORDS = re.compile(r"(?P<whole>全文)?不检查(?P<rest>.*)")
_REST = re.compile(r"\s*(?P<rule>[^：:\s]+)\s*[：:]\s*(?P<reason>\S.*)")
_COMMENT = re.compile(r"\s*<!--\s*(?P<inner>.*?)\s*-->\s*")
_YAML_COMMENT = re.compile(r"\s*#\s*(?P<inner>.*?)\s*")


def read_silences(path: str, text: str, diagnostics: Diagnostics) -> str:
    """Record the silences of a file; return its text with those of the body blanked, so that lines keep their numbers.

    One without a reason, or of a rule that does not exist, is an error.
    """
    lines = text.split("\n")
    yaml_until = _yaml_lines(path, lines)
    for index, line in enumerate(lines):
        in_yaml = index < yaml_until
        comment = (_YAML_COMMENT if in_yaml else _COMMENT).fullmatch(line)
        words = _WORDS.match(comment["inner"]) if comment else None
        if words:
            last = _yaml_end(lines, index) if in_yaml else _block_end(lines, index)
            _read(words, Silence("", path, index + 1, last, "", index + 1), len(lines), diagnostics)
            lines[index] = line if in_yaml else ""
    return "\n".join(lines)


def _read(words: re.Match[str], place: Silence, count: int, diagnostics: Diagnostics) -> None:
    at = Position(place.path, place.line)
    rest = _REST.fullmatch(words["rest"])
    if rest is None:
        diagnostics.error(at, f"“不检查” 没有写全。应写规则名和理由，如 {FORM}。")
    elif rest["rule"] not in RULES:
        near = suggestion(rest["rule"], RULES)
        diagnostics.error(at, f"没有“{rest['rule']}” 这条规则。规则见 docs/check-rules.md。{near}")
    else:
        first, last = (1, count) if words["whole"] else (place.first, place.last)
        diagnostics.silence(Silence(rest["rule"], place.path, first, last, rest["reason"], place.line))


def _yaml_lines(path: str, lines: list[str]) -> int:
    """How many lines from the top are YAML: all of a .yml, the front matter of a .md."""
    if path.endswith(".yml"):
        return len(lines)
    if lines[0].rstrip() != "---":
        return 0
    return next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), 0)


def _block_end(lines: list[str], index: int) -> int:
    """The last line of the block that follows, counted from 1."""
    start = next((at for at in range(index + 1, len(lines)) if _is_text(lines[at])), index)
    return next((at for at in range(start, len(lines)) if not lines[at].strip()), len(lines))


def _is_text(line: str) -> bool:
    """Another silence may stand between: two rules can be set aside for one block."""
    return bool(line.strip()) and not _COMMENT.fullmatch(line)


def _yaml_end(lines: list[str], index: int) -> int:
    """The last line of the key that follows with what is indented below it, counted from 1."""
    start = next((at for at in range(index + 1, len(lines)) if _is_key(lines[at])), index)
    depth = _indent(lines[start])
    below = (at for at in range(start + 1, len(lines)) if lines[at].strip() and _indent(lines[at]) <= depth)
    return next(below, len(lines))


def _is_key(line: str) -> bool:
    return bool(line.strip()) and not _YAML_COMMENT.fullmatch(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
