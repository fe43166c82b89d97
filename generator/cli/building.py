"""`build` and `schema`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from ..build import build as build_library
from ..paths import PRODUCT, Project
from ..reference.writing import write_generated
from ..report import Diagnostics
from .common import output_option, root_option, tell


@click.command()
@root_option
@output_option
def build(root: Path, output: Path | None) -> None:
    """检查内容并生成实践库；有错误时列出全部错误，原有的输出不动。"""  # noqa: D400, D415
    build_and_tell(Project(root.resolve()), output)


def build_and_tell(project: Project, output: Path | None) -> None:
    """Build and say what was built; with errors they are told, and the command ends with 1."""
    started = time.perf_counter()
    diagnostics = Diagnostics()
    built = build_library(project, (output or project.output).absolute(), diagnostics)
    if built is None:
        tell(diagnostics)
        sys.exit(1)
    if diagnostics.warnings:
        tell(diagnostics)
    click.echo(f"已生成 {built.files} 个文件，用时 {time.perf_counter() - started:.1f} 秒。双击打开：{built.start}")
    if built.missing:
        click.echo(
            f"讲义 {built.handouts} 个文件中有 {built.missing} 个尚未生成或已过时。请运行 python3 tasks.py handouts（或 python -m generator handouts）。"
        )


@click.command()
def schema() -> None:
    """由内容模型重新生成 docs/schema/ 的 JSON Schema、字段参考 docs/content-reference.md 和 .vscode/ 的代码片段。"""  # noqa: D400, D415
    for path in write_generated(PRODUCT):
        click.echo(path)
