"""Commands, thin: each parses its words, calls one function and says how it went.

Exit codes: 0 done, 1 the content has errors (all listed), 2 wrong use.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from . import __version__
from .build import build as build_library
from .content import load_content
from .library.schema import write_schemas
from .paths import PRODUCT, Project
from .report import Diagnostics
from .search.desktop import search as search_library
from .search.records import records
from .search.terminal import hits_json, hits_text
from .views.site import all_pages

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="项目所在的文件夹，默认为当前文件夹。",
)
json_option = click.option("--json", "as_json", is_flag=True, help="以 JSON 输出，供其他程序读取。")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="实践库 %(version)s")
def main() -> None:
    """实践库：由 markdown 生成可双击打开的实践案例库。"""  # noqa: D400, D415 - shown to users, in Chinese


@main.command()
@root_option
@json_option
def check(root: Path, as_json: bool) -> None:
    """检查 content/，列出全部问题，不生成任何文件。"""  # noqa: D400, D415
    diagnostics = Diagnostics()
    load_content(root.resolve(), diagnostics)
    if as_json:
        click.echo(_printable(json.dumps([item.as_dict() for item in diagnostics], ensure_ascii=False, indent=1)))
    else:
        _tell(diagnostics)
    sys.exit(1 if diagnostics.errors else 0)


@main.command()
@root_option
@click.option("--output", type=click.Path(path_type=Path), default=None, help="输出文件夹，默认为项目中的 output/。")
def build(root: Path, output: Path | None) -> None:
    """检查内容并生成实践库；有错误时列出全部错误，原有的输出不动。"""  # noqa: D400, D415
    started = time.perf_counter()
    diagnostics = Diagnostics()
    project = Project(root.resolve())
    built = build_library(project, (output or project.output).absolute(), diagnostics)
    if built is None:
        _tell(diagnostics)
        sys.exit(1)
    if diagnostics.warnings:
        _tell(diagnostics)
    click.echo(f"已生成 {built.files} 个文件，用时 {time.perf_counter() - started:.1f} 秒。双击打开：{built.start}")


@main.command(context_settings={"ignore_unknown_options": True})  # so that -47.2% and -词 are words, not options
@root_option
@json_option
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="至多列出多少处。")
@click.argument("words", nargs=-1, required=True, metavar="检索词")
def search(root: Path, as_json: bool, limit: int, words: tuple[str, ...]) -> None:
    """在桌面检索，结果与网页检索一致；索引在 .cache/，随内容更新。"""  # noqa: D400, D415
    diagnostics = Diagnostics()
    project = Project(root.resolve())
    library = load_content(project.root, diagnostics)
    if library is None or diagnostics.errors:
        _tell(diagnostics)
        sys.exit(1)
    query = " ".join(words)
    try:
        hits = search_library(records(all_pages(library)), project.cache, query)
    except (OSError, TimeoutError) as problem:
        raise click.ClickException(f"检索索引无法使用：{problem}") from problem
    click.echo(hits_json(query, hits, limit) if as_json else hits_text(query, hits, limit))


@main.command()
def schema() -> None:
    """由内容模型重新生成 docs/schema/ 中的 JSON Schema。"""  # noqa: D400, D415
    for path in write_schemas(PRODUCT / "docs/schema"):
        click.echo(path.relative_to(PRODUCT).as_posix())


def _printable(text: str) -> str:
    """Text that any terminal takes: a file name may hold bytes that are no character."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _tell(diagnostics: Diagnostics) -> None:
    for item in diagnostics:
        click.echo(_printable(str(item)), err=True)
    click.echo(diagnostics.total(), err=True)
