"""The fields of a model in an editor's words: name, meaning, what to write, whether it must be there."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..library.schema import editors_schema
from ..library.values import Called

_PLAIN = {str: "文字", bool: "true 或 false", int: "整数"}


@dataclass(frozen=True)
class FieldLine:
    """One field. ``words`` is its closed list, empty where any word will do; ``inner`` the model of what it holds."""

    name: str
    attribute: str
    meaning: str
    form: str
    limits: str
    words: tuple[str, ...]
    need: str
    inner: type[BaseModel] | None
    is_required: bool


def field_lines(model: type[BaseModel]) -> tuple[FieldLine, ...]:
    """The fields of ``model`` that an editor writes, in order; of a typed table 编号 comes first and 依据 last."""
    whole = editors_schema(model)
    written = {name: field for name, field in model.model_fields.items() if not field.exclude}
    lines = [_line(name, field, whole) for name, field in written.items()]
    return tuple(sorted(lines, key=lambda line: {"编号": -1, "依据": 1}.get(line.name, 0)))


def inner_models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The models that the fields of ``model`` hold, and theirs, each where it first stands."""
    seen: list[type[BaseModel]] = []
    for line in field_lines(model):
        if line.inner and line.inner not in seen:
            seen += [line.inner, *inner_models(line.inner)]
    return iter(dict.fromkeys(seen))


def _line(attribute: str, field: FieldInfo, whole: Mapping[str, Any]) -> FieldLine:
    name = field.alias or attribute
    schema = _resolved(whole["properties"][name], whole)
    words = _words(schema)
    form = _form(field.annotation, field.metadata)
    return FieldLine(
        name, attribute, field.description or "", form.replace("文字", "词") if words else form, _limits(schema), words,
        _need(field), _inner(field.annotation), field.is_required(),
    )  # fmt: skip


def short_title(model: type[BaseModel]) -> str:
    """What a model is called in a heading: its title up to the colon."""
    return str(model.model_config["title"]).partition("：")[0]


def _resolved(schema: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema itself where it is a reference, or says that nothing may stand there too."""
    options = [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]
    if len(options) == 1:
        return _resolved(options[0], whole)
    if "$ref" in schema:
        found: Mapping[str, Any] = whole["$defs"][schema["$ref"].rpartition("/")[2]]
        return found
    if "$ref" in schema.get("items", {}):
        return {**schema, "items": _resolved(schema["items"], whole)}
    return schema


def _form(annotation: Any, metadata: typing.Sequence[object] = ()) -> str:
    """What kind of value it is, in words: 文字, 列表：文字, 键值, 日期."""
    called = next((item.name for item in metadata if isinstance(item, Called)), "")
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if called:
        return called
    if origin is Annotated:
        return _form(arguments[0], arguments[1:])
    if origin is tuple:
        return f"列表，一项是{_form(arguments[0])}"
    if origin is not None and issubclass(_class(origin), Mapping):
        return f"键值，值是{_form(arguments[1])}"
    if arguments:  # a union with None
        return _form(next(argument for argument in arguments if argument is not type(None)))
    if issubclass(annotation, BaseModel):
        return short_title(annotation)
    return "词" if issubclass(annotation, StrEnum) else _PLAIN[annotation]


def _class(origin: Any) -> type:
    return origin if isinstance(origin, type) else object


def _inner(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_inner(argument) for argument in typing.get_args(annotation))
    return next((model for model in found if model), None)


def _words(schema: Mapping[str, Any]) -> tuple[str, ...]:
    """The closed list of a value, or of the items of a list, or of the values of a mapping; a blank is none of its words."""
    inside = schema.get("items") or schema.get("additionalProperties") or {}
    listed = schema.get("enum") or (inside.get("enum") if isinstance(inside, Mapping) else None) or ()
    return tuple(str(word) for word in listed if word)


def _limits(schema: Mapping[str, Any]) -> str:
    told = (
        ("maxLength", "{} 字以内"),
        ("minItems", "至少 {} 项"),
        ("maxItems", "至多 {} 项"),
    )
    return "，".join(words.format(schema[key]) for key, words in told if key in schema)


def _need(field: FieldInfo) -> str:
    if field.is_required():
        return "必写"
    default = field.get_default(call_default_factory=True)
    if isinstance(default, bool):
        return f"不写为 {str(default).lower()}"
    if isinstance(default, tuple) and default:
        return f"不写为 [{', '.join(map(str, default))}]"
    return f"不写为 {default}" if default not in ("", None, (), {}) else "可不写"
