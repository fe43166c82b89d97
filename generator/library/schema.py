"""JSON Schemas of front matter and `.yml` files, generated from the models for editors' completion (docs/schema/)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, JsonSchemaValue
from pydantic_core import core_schema

from .book import BookMeta, ManualMeta, PartMeta
from .course import CourseMeta
from .entries import About, CaseMeta, Measure, Source, Term, Vocabulary, Wordings
from .handout_spec import HandoutSpec
from .table_spec import TableSpec
from .validate import alternatives

EDITORS_DIALECT = "http://json-schema.org/draft-07/schema#"
"""What every version of the editors' YAML extension reads; older ones report a later draft as not supported."""


@dataclass(frozen=True)
class FileKind:
    """A kind of file that editors write as YAML, whole or as front matter.

    ``files`` is its glob; ``keyed`` says what the key of each entry is where a file holds many; ``guide`` explains how to write it.
    """

    name: str
    label: str
    files: str
    model: type[BaseModel]
    guide: str
    keyed: str = ""

    @property
    def title(self) -> str:
        """What it is and where it stands."""
        return f"{self.label}（{self.files}）"

    @property
    def is_yaml(self) -> bool:
        """Whether the whole file is YAML."""
        return self.files.endswith(".yml")


KINDS = (
    FileKind("case", "案例题头", "content/cases/*.md", CaseMeta, "content-format.md"),
    FileKind("sources", "来源", "content/sources.yml", Source, "content-format.md", "来源的编号"),
    FileKind("terms", "术语", "content/terms.yml", Term, "content-format.md", "词条"),
    FileKind("measures", "可比指标", "content/measures.yml", Measure, "content-format.md", "可比指标的编号"),
    FileKind("vocabulary", "词表", "content/vocabulary.yml", Vocabulary, "content-format.md"),
    FileKind("wordings", "日常说法", "content/wordings.yml", Wordings, "content-format.md"),
    FileKind("table", "对照表", "content/tables/*.yml", TableSpec, "table-specs.md"),
    FileKind("handout", "讲义", "content/handouts/*.yml", HandoutSpec, "handouts.md"),
    FileKind("course", "课程题头", "content/courses/*.md", CourseMeta, "courses.md"),
    FileKind("book", "手册首页题头", "content/manuals/index.md", BookMeta, "manuals-format.md"),
    FileKind("manual", "手册题头", "content/manuals/*/index.md", ManualMeta, "manuals-format.md"),
    FileKind("manual-part", "手册的章、检查表、表单题头", "content/manuals/*/NN-*.md", PartMeta, "manuals-format.md"),
    FileKind("about", "关于本库题头", "content/about.md", About, "content-format.md"),
)
"""Every kind, in the order in which editors meet them."""


def schemas() -> dict[str, str]:
    """Return file name → JSON text of every schema, deterministic."""
    return dict(sorted((f"{kind.name}.json", _text(kind)) for kind in KINDS))


def _text(kind: FileKind) -> str:
    model: Any = dict[str, kind.model] if kind.keyed else kind.model  # type: ignore[name-defined]
    return schema_text(kind.title, editors_schema(model), EDITORS_DIALECT)


def editors_schema(model: Any) -> JsonSchemaValue:
    """The JSON Schema of a model (or of a mapping of them) in the words of its editors."""
    return TypeAdapter(model).json_schema(by_alias=True, schema_generator=_Editors)


def schema_text(title: str, made: JsonSchemaValue, dialect: str) -> str:
    """Return one schema as JSON text, deterministic."""
    schema = {"$schema": dialect, **made, "title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


class _Editors(GenerateJsonSchema):
    """Says of a model what its editors read, where pydantic would say what its programmers do: names and docstrings in English."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = {**super().model_schema(schema), "description": schema["cls"].model_config["title"]}
        return {name: value for name, value in made.items() if name != "title"}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        """A closed list of words as such: a pattern offers an editor nothing to choose from."""
        words = alternatives(str(schema.get("pattern", "")))
        return {"type": "string", "enum": list(words)} if words else super().str_schema(schema)

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> JsonSchemaValue:
        made = super().generate(schema, mode)
        for inner in made.get("$defs", {}).values():
            if "enum" in inner:
                inner.pop("title")
                inner.pop("description", None)
        return made
