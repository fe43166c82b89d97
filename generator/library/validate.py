"""From plain values with positions to models: pydantic's errors told in Chinese, at their line and column."""

from __future__ import annotations

import re
import typing
import unicodedata
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..report import Diagnostics, not_among, suggestion
from .strict_yaml import Located, Path
from .yaml_faults import mended_pair

Model = TypeVar("Model", bound=BaseModel)

_SLUG = r"^[a-z0-9][a-z0-9-]*$"
_ALTERNATIVES = re.compile(r"^\^\(([^()]+)\)\$$")
_MAPPINGS = ("model_type", "model_attributes_type", "mapping_type", "dict_type")
_WORDING = {
    "missing": "没有填写。",
    "string_too_short": "是空的。",
    "string_type": "应为文字。只有数字或 true/false 的，请用双引号括起来。",
    "bool_type": "应为 true 或 false。",
    "bool_parsing": "应为 true 或 false。",
    "int_type": "应为整数。",
    "int_parsing": "应为整数。",
    "int_from_float": "应为整数。",
    "tuple_type": "应为列表，如 [甲, 乙]。",
    "model_type": "应为键值，如 {name: …, type: …}。",
    "model_attributes_type": "应为键值，如 {name: …, type: …}。",
    "mapping_type": "应为键值，每行一个“键: 值”。",
    "dataclass_type": "应为文字。只有数字的，请用双引号括起来。",
    "string_unicode": "有不能识别的字符。请重写。",
    "dict_type": "应为键值，每行一个“键: 值”。",
}


def validate(
    model: type[Model],
    located: Located,
    subject: str,
    diagnostics: Diagnostics,
    context: Mapping[str, object] | None = None,
) -> Model | None:
    """Make a ``model`` from ``located``; None, with a diagnostic for every fault, when that is not possible.

    ``subject`` names the thing in messages (题头, 数字 members); ``context`` is handed to the model's validators.
    """
    try:
        return model.model_validate(located.value, context=dict(context or {}))
    except ValidationError as problem:
        for error in problem.errors():
            if error["type"] == "too_short" and error["input"]:
                continue  # its items are faulty, and told
            _report(model, error, located, subject, diagnostics)
        return None


def _report(
    model: type[BaseModel], error: ErrorDetails, located: Located, subject: str, diagnostics: Diagnostics
) -> None:
    # pydantic marks a faulty mapping key by a trailing "[key]"; the place is that of the key itself.
    loc: Path = tuple(part for part in error["loc"] if part != "[key]")
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)
    if error["type"] == "extra_forbidden":
        allowed = _keys_at(model, loc[:-1])
        message = (
            f"{subject}: 不认识的键“{loc[-1]}”。可用的有 {'、'.join(allowed)}。{suggestion(str(loc[-1]), allowed)}"
        )
        diagnostics.error(located.key_position(loc), message)
    else:
        diagnostics.error(located.position(loc), f"{subject} {name}: {_explain(error)}".replace(" : ", ": "))


def _explain(error: ErrorDetails) -> str:
    kind, context, given = error["type"], error.get("ctx", {}), error["input"]
    mended = mended_pair(given) if isinstance(given, str) and kind in _MAPPINGS else ""
    if mended:
        return mended
    if given is None:
        return _WORDING["missing"]
    if kind == "value_error":
        return str(context["error"])
    if kind in ("enum", "literal_error"):
        return not_among("", str(given), re.findall(r"'([^']*)'", str(context["expected"])))
    if kind == "string_pattern_mismatch":
        return _explain_pattern(str(given), str(context["pattern"]))
    if kind == "string_too_long":
        return f"有 {len(str(given))} 字，超过 {context['max_length']} 字。请改短。"
    if kind == "too_long":
        return f"有 {context['actual_length']} 项，至多 {context['max_length']} 项。"
    if kind == "too_short":
        return f"至少要有 {context['min_length']} 项。"
    return _WORDING.get(kind, f"“{given}” 不合要求（{kind}）。请对照 docs/content-format.md。")


def _explain_pattern(given: str, pattern: str) -> str:
    if pattern == _SLUG:
        near = near_slug(given)
        hint = f"是否为“{near}”？" if near and near != given else ""
        return f"“{given}” 只能用小写字母、数字和连字符，如 three-projects。{hint}"
    choices = alternatives(pattern)
    if choices:
        return not_among("", given, choices)
    return f"“{given}” 不合格式 {pattern}。"


def alternatives(pattern: str) -> tuple[str, ...]:
    """The words that a pattern such as ``^(升|降|无)$`` allows; none where it is no list of words."""
    choices = _ALTERNATIVES.match(pattern)
    return tuple(choices[1].split("|")) if choices else ()


def near_slug(text: str) -> str:
    """The id an editor most likely meant: half-width, lower case, hyphens; an empty string when there is none."""
    near = re.sub(r"[\s_./–—]+", "-", unicodedata.normalize("NFKC", text).strip().lower())
    near = re.sub(r"[\u200b-\u200f\u2060\ufeff]", "", near).strip("-")
    return near if re.fullmatch(r"[a-z0-9][a-z0-9-]*", near) else ""


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys allowed where ``path`` leads, found by walking the annotations of the models."""
    found: Any = model
    for part in path:
        found = _inner(found, part)
    if isinstance(found, type) and issubclass(found, BaseModel):
        return [field.alias or name for name, field in found.model_fields.items()]
    return []


def _inner(annotation: Any, part: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if part in (name, field.alias):
                return _unwrap(field.annotation)
        return None
    arguments = typing.get_args(annotation)
    return _unwrap(arguments[-1] if isinstance(part, str) else arguments[0]) if arguments else None


def _unwrap(annotation: Any) -> Any:
    """Strip ``Annotated`` and ``| None``."""
    if typing.get_origin(annotation) is typing.Annotated:
        return _unwrap(typing.get_args(annotation)[0])
    arguments = [argument for argument in typing.get_args(annotation) if argument is not type(None)]
    is_union = type(None) in typing.get_args(annotation)
    return _unwrap(arguments[0]) if is_union and arguments else annotation
