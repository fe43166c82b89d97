"""Every JSON Schema of the project: of what editors write, and of what the library gives out."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from .compare.output.table_data import TableData
from .library.schema import schema_text
from .library.schema import schemas as content_schemas

_OUTPUT = {"table-data": ("对照表的数据（tables/*.json，见 docs/table-data.md）", TableData)}


def schemas() -> dict[str, str]:
    """Return file name → JSON text of every schema, deterministic."""
    given = {f"{name}.json": schema_text(title, TypeAdapter(model)) for name, (title, model) in _OUTPUT.items()}
    return dict(sorted({**content_schemas(), **given}.items()))


def write_schemas(folder: Path) -> list[Path]:
    """Write the schemas into ``folder``, made if need be; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in schemas().items():
        path = folder / name
        path.write_text(text, "utf-8", newline="\n")
        written.append(path)
    return written
