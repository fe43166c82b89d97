"""docs/content-reference.md and the schemas: whole, in Chinese, and what the models say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.library.course import TaskKind
from generator.library.duty import Duty
from generator.library.handout_spec import HandoutFormat
from generator.library.model import Library
from generator.library.question import QuestionKind
from generator.library.rows import ROW_TYPES, Edge, Figure, columns
from generator.library.schema import KINDS
from generator.library.values import DocumentState, FigureMark, Status
from generator.reference.examples import examples
from generator.reference.fields import field_lines, inner_models
from generator.reference.page import reference_text
from generator.reference.writing import REFERENCE

ROOT = Path(__file__).resolve().parents[2]
CHINESE = re.compile("[一-鿿]")


def all_models() -> list[type[BaseModel]]:
    tops = [*(kind.model for kind in KINDS), *ROW_TYPES.values(), Edge, Duty]
    return list(dict.fromkeys(model for top in tops for model in (top, *inner_models(top))))


def without_examples(text: str) -> str:
    """The page without its last column: what editors write must not make it stale."""
    return re.sub(r"(?m)^(\| `.*) \| [^|\n]* \|$", r"\1 |", text)


def section(text: str, anchor: str) -> str:
    return text.partition(f'<a id="{anchor}"></a>')[2].partition("<a id=")[0]


def test_the_page_in_docs_is_current() -> None:
    written = (ROOT / REFERENCE).read_text("utf-8")
    assert without_examples(written) == without_examples(reference_text({})), "运行 python -m generator schema"


def test_every_model_and_field_is_told_in_chinese() -> None:
    assert len(all_models()) > 25
    for model in all_models():
        assert CHINESE.search(str(model.model_config.get("title"))), model
        for line in field_lines(model):
            assert CHINESE.search(line.meaning), (model, line.name)
            assert line.form
    titles = [str(model.model_config["title"]) for model in all_models()]
    assert len(set(titles)) == len(titles)  # a title is inherited where a model has none of its own


def test_the_schemas_say_in_chinese_what_each_key_means() -> None:
    for kind in KINDS:
        schema = json.loads((ROOT / f"docs/schema/{kind.name}.json").read_text("utf-8"))
        described = list(_described(schema))
        assert len(described) > (0 if kind.name in ("book", "wordings") else 1)
        assert all(CHINESE.search(text) for text in described), kind.name


def _described(node: object) -> Iterator[str]:
    """Every description below ``node``; an empty one for a property that has none."""
    if isinstance(node, dict):
        for property_ in node.get("properties", {}).values():
            yield property_.get("description", "")
        yield from (text for key, text in node.items() if key == "description" and isinstance(text, str))
        for inner in node.values():
            yield from _described(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _described(inner)


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("row-fig", [*Status, *FigureMark]),
        ("row-event", [*Status]),
        ("row-doc", [*DocumentState]),
        ("model-handoutpart", []),
        ("handout", [*HandoutFormat]),
        ("tasks", [*TaskKind]),
        ("questions", [*QuestionKind]),
        ("manual-part", ["章", "检查表", "表单"]),
        ("measures", ["升", "降", "无"]),
        ("table", ["cases", "families", "figures", "clauses", "records", *set(ROW_TYPES) - {Figure.table}]),
        ("vocabulary", ["上下", "并列"]),
    ],
)
def test_closed_lists_have_all_their_words(anchor: str, words: list[str | StrEnum]) -> None:
    told = section((ROOT / REFERENCE).read_text("utf-8"), anchor)
    assert told
    assert all(re.search(rf"(?<=[`| ]){word}(?=[`| ])", told) for word in map(str, words)), words


def test_every_kind_and_table_has_its_section_with_every_key() -> None:
    text = (ROOT / REFERENCE).read_text("utf-8")
    for kind in KINDS:
        told = section(text, kind.name)
        names = {field.alias or name for name, field in kind.model.model_fields.items()}
        assert names == set(re.findall(r"(?m)^\| `([^`]+)` \|", told)), kind.name
        assert (ROOT / "docs" / kind.guide).exists()
    for row in ROW_TYPES.values():
        told = section(text, f"row-{row.prefix}").partition("另一条关系")[0]
        assert list(columns(row)) == re.findall(r"(?m)^\| `([^`]+)` \|", told)
        needed = {name for name, required in columns(row).items() if required}
        assert needed == set(re.findall(r"(?m)^\| `([^`]+)` \|[^|]*\|[^|]*\| 必写 \|", told))


def test_links_of_the_page_lead_to_its_own_anchors_and_to_guides() -> None:
    text = (ROOT / REFERENCE).read_text("utf-8")
    targets = set(re.findall(r"\]\(([^)]+)\)", text.replace("`[文字](", "`(")))
    for target in targets - {"case:编号"}:
        assert f'<a id="{target[1:]}"></a>' in text if target[0] == "#" else (ROOT / "docs" / target).exists(), target


def test_examples_are_content_and_name_no_author(real_library: Library) -> None:
    found = examples(real_library)
    assert len(found) > 80
    content = "\n".join(path.read_text("utf-8") for path in (ROOT / "content").rglob("*") if path.is_file())
    plain = [text for text in found.values() if "[" not in text and "、" not in text]
    assert [text for text in plain if text.replace("（建议）", "") not in content.replace('"', "")] == []
    authors = [name for source in real_library.sources.values() for name in source.authors]
    assert not [text for text in found.values() for name in authors if name in text]
