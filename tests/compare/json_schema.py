"""Just enough of JSON Schema 2020-12 to hold a document against the schemas that pydantic writes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}
KNOWN = {
    *("$ref", "$defs", "$schema", "anyOf", "const", "enum", "type", "properties", "required", "items"),
    *("additionalProperties", "title", "description", "default"),
}


def faults(document: Any, schema: dict[str, Any], root: dict[str, Any] | None = None, path: str = "") -> Iterator[str]:
    """Yield where and how ``document`` differs from ``schema``. A keyword it does not know is an error of the test."""
    root = root or schema
    assert set(schema) <= KNOWN, set(schema) - KNOWN
    if "$ref" in schema:
        yield from faults(document, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, path)
    if "anyOf" in schema and all(any(faults(document, option, root, path)) for option in schema["anyOf"]):
        yield f"{path}: none of anyOf"
    if "const" in schema and document != schema["const"]:
        yield f"{path}: not {schema['const']}"
    if "enum" in schema and document not in schema["enum"]:
        yield f"{path}: {document!r} not in enum"
    if "type" in schema:
        wrong_bool = isinstance(document, bool) and schema["type"] != "boolean"
        if wrong_bool or not isinstance(document, TYPES[schema["type"]]):
            yield f"{path}: not {schema['type']}"
    if isinstance(document, dict):
        yield from _in_object(document, schema, root, path)
    if isinstance(document, list) and "items" in schema:
        for number, item in enumerate(document):
            yield from faults(item, schema["items"], root, f"{path}[{number}]")


def _in_object(document: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{path}: no {name}" for name in schema.get("required", []) if name not in document)
    for name, value in document.items():
        if name in properties:
            yield from faults(value, properties[name], root, f"{path}.{name}")
        elif schema.get("additionalProperties") is False:
            yield f"{path}: unknown {name}"
