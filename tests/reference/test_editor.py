"""VS Code's settings: every file of content has its schema and keeps to it, and the Problems panel reads what `check` prints."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.library.rows import ROW_TYPES, columns
from generator.library.schema import KINDS
from generator.library.strict_yaml import read_yaml
from generator.reference.snippets import snippets_text
from generator.reference.writing import SNIPPETS
from generator.report import Diagnostics
from tests.compare.json_schema import faults

ROOT = Path(__file__).resolve().parents[2]


def jsonc(name: str) -> dict[str, Any]:
    text = (ROOT / ".vscode" / name).read_text("utf-8")
    found: dict[str, Any] = json.loads(re.sub(r"(?m)^\s*//.*$", "", text))
    return found


def yaml(path: Path, text: str, first: int = 1) -> object:
    diagnostics = Diagnostics()
    located = read_yaml(text, path.name, diagnostics, first)
    assert located is not None, list(map(str, diagnostics))
    return located.value


def mapped(path: Path) -> list[str]:
    """The schemas that VS Code would hold a file against."""
    schemas = jsonc("settings.json")["yaml.schemas"]
    name = PurePosixPath(path.relative_to(ROOT).as_posix())
    return [schema for schema, pattern in schemas.items() if name.match(pattern)]


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"docs/schema/{name}.json").read_text("utf-8"))
    return found


def test_every_yaml_file_of_content_has_one_schema_and_keeps_to_it() -> None:
    files = sorted((ROOT / "content").rglob("*.yml"))
    assert len(files) > 20
    for path in files:
        (name,) = mapped(path)
        assert list(faults(yaml(path, path.read_text("utf-8")), json.loads((ROOT / name).read_text("utf-8")))) == [], (
            path
        )


def test_every_kind_of_yaml_file_is_mapped_and_no_other_schema() -> None:
    named = {Path(schema).stem for schema in jsonc("settings.json")["yaml.schemas"]}
    assert named == {kind.name for kind in KINDS if kind.is_yaml}


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [("case", "cases/*.md"), ("course", "courses/*.md"), ("manual", "manuals/*/index.md"),
     ("manual-part", "manuals/*/[0-9]*.md"), ("book", "manuals/index.md"), ("about", "about.md")],
)  # fmt: skip
def test_front_matter_of_content_keeps_to_its_schema(kind: str, pattern: str) -> None:
    for path in sorted((ROOT / "content").glob(pattern)):
        front = path.read_text("utf-8").split("---\n")[1]
        assert list(faults(yaml(path, front, 2), schema(kind))) == [], path


def test_the_schemas_refuse_what_check_refuses() -> None:
    wrong = {"title": "表", "question": "？", "reading": "读", "rows": "caes", "colums": [], "order": "一"}
    told = [fault.rpartition(": ")[2] for fault in faults(wrong, schema("table"))]
    assert told == ["'caes' not in enum", "unknown colums", "not integer"]
    where = {"label": "甲", "field": "数字", "where": {"状态": "目标", "标记": ["有值"], "口径": 3}}
    assert list(faults({"columns": [where]}, {**schema("table"), "required": []})) == [
        ".columns[0].where.口径: none of anyOf"
    ]


def matchers(label: str) -> list[dict[str, Any]]:
    (task,) = (task for task in jsonc("tasks.json")["tasks"] if task["label"] == label)
    found: list[dict[str, Any]] = task["problemMatcher"]
    return found


def matched(line: str, label: str = "检查") -> list[tuple[str, dict[str, str]]]:
    """What VS Code's engine (JavaScript's) reads in a line: severity and parts, by each matcher that takes it."""
    script = "const [lines, rx] = JSON.parse(process.argv[1]); console.log(JSON.stringify(rx.map(r => new RegExp(r).exec(lines))))"
    patterns = [matcher["pattern"] for matcher in matchers(label)]
    given = json.dumps([line, [pattern["regexp"] for pattern in patterns]])
    done = subprocess.run(["node", "-e", script, given], capture_output=True, text=True, check=True, encoding="utf-8")
    severities = [matcher["severity"] for matcher in matchers(label)]
    return list(_told(json.loads(done.stdout), patterns, severities))


def _told(results: list[Any], patterns: list[Any], severities: list[str]) -> Iterator[tuple[str, dict[str, str]]]:
    for result, pattern, severity in zip(results, patterns, severities, strict=True):
        if result:
            yield severity, {part: result[at] for part, at in pattern.items() if part != "regexp"}


def test_the_problems_panel_reads_what_check_prints(small_site: Path) -> None:
    case = small_site / "content/cases/yi.md"
    text = case.read_text("utf-8").replace("只有两栋楼", "只有 37 户").replace("年份未载", "2021-13-01")
    case.write_text(text, "utf-8")
    output = CliRunner().invoke(main, ["check", "--root", str(small_site)]).output.splitlines()
    error = next(line for line in output if "yi.md:54:10" in line)
    assert [severity for severity, _ in matched(error)] == ["error"]
    assert matched(error)[0][1] == {
        "file": "content/cases/yi.md", "line": "54", "column": "10", "message": error.partition(" ")[2],
    }  # fmt: skip
    assert matched(output[-1]) == []
    case.write_text(text.replace("2021-13-01", "年份未载"), "utf-8")
    output = CliRunner().invoke(main, ["check", "--root", str(small_site)]).output.splitlines()
    severity, parts = matched(output[0])[0]
    assert (severity, parts["line"], parts["code"]) == ("warning", "14", "数字无出处")
    assert parts["message"].startswith("数字“37”")
    assert [severity for severity, _ in matched("content/cases/yi.md:20:1: 提示（章节过长）：太长。")] == ["info"]


def test_both_checks_have_the_same_matchers_and_share_their_marks() -> None:
    watched = [{key: value for key, value in each.items() if key != "background"} for each in matchers("检查")]
    assert watched == matchers("检查一次")
    assert {each["owner"] for each in watched} == {"shijianku"}
    for each in matchers("检查"):
        assert re.match(each["background"]["beginsPattern"], "检查开始")
        assert re.match(each["background"]["endsPattern"], "检查完成")


def test_tasks_call_commands_that_there_are() -> None:
    for task in jsonc("tasks.json")["tasks"]:
        module, command, *options = task["args"][1:]
        assert module == "generator"
        called = main.get_command(click.Context(main), command)
        assert called is not None
        assert set(options) <= {name for parameter in called.params for name in parameter.opts}


def test_snippets_are_current_and_hold_whole_tables() -> None:
    assert (ROOT / SNIPPETS).read_text("utf-8") == snippets_text(), "运行 python -m generator schema"
    snippets = json.loads(snippets_text())
    for name, row in ROW_TYPES.items():
        heading, _, head, rule, cells, _ = snippets[f"表：{name}"]["body"]
        assert heading == f"### {name}"
        assert [cell.strip() for cell in head.strip("|").split("|")] == list(columns(row))
        assert rule.count("---") == len(columns(row))
        assert re.findall(r"\$\{?(\d+)", cells) == [str(number) for number in range(1, len(columns(row)) + 1)]


def test_a_snippet_of_front_matter_filled_in_is_what_its_schema_wants() -> None:
    for kind in (kind for kind in KINDS if not kind.is_yaml):
        body = json.loads(snippets_text())[f"题头：{kind.label}"]["body"]
        filled = re.sub(
            r"\$\{\d+:([^}]*)\}", lambda match: '"2026-11-22"' if "日期" in match[1] else "abc", "\n".join(body[1:-2])
        )
        assert list(faults(yaml(Path(kind.name), filled), schema(kind.name))) == [], kind.name
