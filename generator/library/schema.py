"""JSON Schemas of front matter and `.yml` files, generated from the models for editors' completion (docs/schema/)."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, TypeAdapter

from .book import BookMeta, ManualMeta, PartMeta
from .course import CourseMeta
from .entries import About, CaseMeta, Measure, Source, Term, Vocabulary, Wordings
from .handout_spec import HandoutSpec
from .table_spec import TableSpec

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SINGLE: dict[str, tuple[str, type[BaseModel]]] = {
    "case": ("案例题头（content/cases/*.md）", CaseMeta),
    "about": ("关于本库题头（content/about.md）", About),
    "table": ("对照表（content/tables/*.yml）", TableSpec),
    "handout": ("讲义（content/handouts/*.yml）", HandoutSpec),
    "course": ("课程题头（content/courses/*.md）", CourseMeta),
    "book": ("手册首页题头（content/manuals/index.md）", BookMeta),
    "manual": ("手册题头（content/manuals/*/index.md）", ManualMeta),
    "manual-part": ("手册的章、检查表、表单题头（content/manuals/*/NN-*.md）", PartMeta),
    "wordings": ("日常说法（content/wordings.yml）", Wordings),
    "vocabulary": ("词表（content/vocabulary.yml）", Vocabulary),
}
_KEYED: dict[str, tuple[str, type[BaseModel]]] = {
    "sources": ("来源（content/sources.yml）", Source),
    "terms": ("术语（content/terms.yml）", Term),
    "measures": ("可比指标（content/measures.yml）", Measure),
}


def schemas() -> dict[str, str]:
    """Return file name → JSON text of every schema, deterministic."""
    made = {name: schema_text(title, TypeAdapter(model)) for name, (title, model) in _SINGLE.items()}
    for name, (title, model) in _KEYED.items():
        keyed: type = dict[str, model]  # type: ignore[valid-type]
        made[name] = schema_text(title, TypeAdapter(keyed))
    return dict(sorted((f"{name}.json", text) for name, text in made.items()))


def schema_text(title: str, adapter: TypeAdapter[Any]) -> str:
    """Return one schema as JSON text, deterministic."""
    schema = {"$schema": DIALECT, **adapter.json_schema(mode="validation", by_alias=True), "title": title}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
