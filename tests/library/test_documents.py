"""Documents that must not drift from the code: schemas, the guide for editors, the README."""

from __future__ import annotations

import re
from pathlib import Path

import click

from generator.cli import main
from generator.library.rows import ROW_TYPES, columns
from generator.schemas import schemas

DOCS = Path(__file__).resolve().parents[2] / "docs"


def test_schemas_in_docs_are_current() -> None:
    written = {path.name: path.read_text("utf-8") for path in (DOCS / "schema").glob("*.json")}
    assert written == schemas(), "运行 python -m generator schema"


def test_guide_lists_every_typed_table_with_its_columns() -> None:
    guide = (DOCS / "content-format.md").read_text("utf-8")
    for table, row in ROW_TYPES.items():
        listing = " ".join(f"{name}*" if required else name for name, required in columns(row).items())
        assert f"| {table} | {listing} |" in guide


def test_readme_names_every_command() -> None:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    assert {f"generator {name}" for name in main.list_commands(click.Context(main))} <= set(
        re.findall(r"generator \w+", readme)
    )


def test_every_command_has_help() -> None:
    context = click.Context(main)
    commands = [main.get_command(context, name) for name in main.list_commands(context)]
    assert all(command and command.help for command in commands)
