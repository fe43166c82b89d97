"""Just enough of JSON Schema (draft 7 and 2020-12) to hold a document against the schemas that pydantic writes."""

from __future__ import annotations

import re
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
    *("additionalProperties", "patternProperties", "title", "description", "default"),
    *("pattern", "minLength", "maxLength", "minItems", "maxItems", "minProperties"),
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
    if isinstance(document, str):
        yield from _in_text(document, schema, path)
    if isinstance(document, dict):
        yield from _in_object(document, schema, root, path)
    if isinstance(document, list):
        yield from _in_list(document, schema, root, path)


def _in_list(document: list[Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    if not schema.get("minItems", 0) <= len(document) <= schema.get("maxItems", 10**6):
        yield f"{path}: {len(document)} items"
    if "items" in schema:
        for number, item in enumerate(document):
            yield from faults(item, schema["items"], root, f"{path}[{number}]")


def _in_text(document: str, schema: dict[str, Any], path: str) -> Iterator[str]:
    if not schema.get("minLength", 0) <= len(document) <= schema.get("maxLength", 10**6):
        yield f"{path}: {len(document)} characters"
    if "pattern" in schema and not re.search(schema["pattern"], document):
        yield f"{path}: not {schema['pattern']}"


def _in_object(document: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    properties, others = schema.get("properties", {}), schema.get("additionalProperties")
    patterns = schema.get("patternProperties", {})
    if len(document) < schema.get("minProperties", 0):
        yield f"{path}: {len(document)} keys"
    yield from (f"{path}: no {name}" for name in schema.get("required", []) if name not in document)
    for name, value in document.items():
        inner = properties.get(name) or next((own for one, own in patterns.items() if re.search(one, name)), others)
        if inner is False:
            yield f"{path}: unknown {name}"
        elif isinstance(inner, dict):
            yield from faults(value, inner, root, f"{path}.{name}")
