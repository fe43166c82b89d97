"""Every JSON Schema of the project: of what editors write, and of what the library gives out."""

from __future__ import annotations

from pydantic import TypeAdapter

from .compare.output.table_data import TableData
from .library.schema import schema_text
from .library.schema import schemas as content_schemas

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OUTPUT = {"table-data": ("对照表的数据（tables/*.json，见 docs/table-data.md）", TableData)}


def schemas() -> dict[str, str]:
    """Return file name → JSON text of every schema, deterministic."""
    given = {
        f"{name}.json": schema_text(title, TypeAdapter(model).json_schema(by_alias=True), _DIALECT)
        for name, (title, model) in _OUTPUT.items()
    }
    return dict(sorted({**content_schemas(), **given}.items()))
