"""VS Code's snippets of what no schema reaches: front matter in markdown, and the typed tables."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import count

from ..library.duty import Duty
from ..library.rows import ROW_TYPES, Row
from ..library.schema import KINDS, FileKind
from .fields import FieldLine, field_lines, short_title

_SCOPE = "markdown"
_RESERVED = str.maketrans({"\\": "\\\\", "$": "\\$", "}": "\\}"})
_RESERVED_IN_CHOICE = str.maketrans({"\\": "\\\\", ",": "\\,", "|": "\\|"})


def snippets_text() -> str:
    """Return ``.vscode/*.code-snippets`` as JSON: one snippet a kind of front matter, a typed table and the clause's table."""
    fronts = {f"题头：{kind.label}": _front(kind) for kind in KINDS if not kind.is_yaml}
    tables = {f"表：{name}": _table(row, f"### {name}", row.prefix) for name, row in ROW_TYPES.items()}
    clause = {"表：手册的条款": _table(Duty, "", "clause")}
    return json.dumps({**fronts, **tables, **clause}, ensure_ascii=False, indent=2) + "\n"


def _front(kind: FileKind) -> dict[str, object]:
    stops = count(1)
    lines = [f"{line.name}: {_value(line, stops)}" for line in field_lines(kind.model) if line.is_required]
    return _snippet(
        ("题头", f"front-{kind.name}"), f"{short_title(kind.model)}，必写的各键", ["---", *lines, "---", "$0"]
    )


def _value(line: FieldLine, stops: count[int]) -> str:
    """A stop for the value; where a model stands there, one for each of its keys that must be."""
    if line.form.startswith("键值"):
        return f"{{${{{next(stops)}:名称}}: {_stop(line, stops)}}}"
    if line.inner is None:
        return f"[{_stop(line, stops)}]" if line.form.startswith("列表") else _stop(line, stops)
    inner = ", ".join(f"{each.name}: {_stop(each, stops)}" for each in field_lines(line.inner) if each.is_required)
    return f"[{{{inner}}}]" if line.form.startswith("列表") else f"{{{inner}}}"


def _stop(line: FieldLine, stops: count[int]) -> str:
    number = next(stops)
    if line.words:
        return f"${{{number}|{','.join(word.translate(_RESERVED_IN_CHOICE) for word in line.words)}|}}"
    return f"${{{number}:{line.meaning.translate(_RESERVED)}}}" if line.is_required else f"${number}"


def _table(model: type[Row] | type[Duty], heading: str, prefix: str) -> dict[str, object]:
    lines, stops = field_lines(model), count(1)
    cells = [_stop(line, stops) for line in lines]
    rows = [_piped(line.name for line in lines), "|" + "---|" * len(lines), _piped(cells)]
    body = [heading, "", *rows] if heading else rows
    return _snippet(("表", f"table-{prefix}"), str(model.model_config["title"]), [*body, "$0"])


def _piped(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _snippet(prefix: Iterable[str], description: str, body: list[str]) -> dict[str, object]:
    return {"scope": _SCOPE, "prefix": list(prefix), "description": description, "body": body}
