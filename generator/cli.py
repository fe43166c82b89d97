"""Commands, thin: each parses its words, calls one function and says how it went.

Exit codes: 0 done, 1 the content has errors (all listed), 2 wrong use.
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path

import click

from . import __version__
from .bench.browser import BrowserMissingError, PageError
from .bench.command import bench_search
from .build import build as build_library
from .compare.asking.adhoc import DEFAULT_FIELDS, RequestError, ask
from .compare.output.formats import FORMATS, TEXT, chosen_format, files
from .compare.output.terminal import to_text
from .content import load_content
from .library.model import Library
from .paths import PRODUCT, Project
from .report import Diagnostics
from .saving import SaveError, save
from .schemas import write_schemas
from .search.desktop.answer import ADDED, RELEVANCE
from .search.desktop.answer import search as search_library
from .search.desktop.facets import FacetError, facet_values, read_facets
from .search.desktop.page import NotBuiltError, open_page
from .search.desktop.similar import PlaceError, related
from .search.desktop.terminal import answer_json, answer_text, related_json, related_text
from .search.records import records
from .search.synonyms import Synonyms, synonym_groups
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
@click.option(
    "--facet", "facets", multiple=True, metavar="名称:值", help="只要有这个值的页面，如 省份:浙江；可写几次。"
)
@click.option(
    "--sort",
    type=click.Choice([RELEVANCE, ADDED]),
    default=RELEVANCE,
    help="relevance 按相关（默认），added 按入库日期。",
)
@click.option("--open", "opens", is_flag=True, help="在浏览器中打开最好的一处（先要 build）。")
@click.option("--similar", metavar="案例", help="不检索，列出与这个案例或 页面#小节 相关的其他小节。")
@click.argument("words", nargs=-1, metavar="检索词")
def search(
    root: Path,
    as_json: bool,
    limit: int,
    facets: tuple[str, ...],
    sort: str,
    opens: bool,
    similar: str | None,
    words: tuple[str, ...],
) -> None:
    """在桌面检索，字面命中与网页检索一致；索引在 .cache/，随内容更新。检索词里也可以写 省份:浙江。"""  # noqa: D400, D415
    if bool(words) == bool(similar):
        raise click.UsageError("请写检索词，或用 --similar 写一个案例，二者取一。")
    project = Project(root.resolve())
    library = _sound(root)
    found = records(all_pages(library))
    try:
        if similar:
            known = {(record.page, record.anchor): record for record in found}
            hits = related(known, similar)[:limit]
            told = related_json(similar, hits, known) if as_json else related_text(similar, hits, known, _columns())
            click.echo(_printable(told))
            return
        answer = search_library(
            found,
            project.cache,
            " ".join(words),
            limit=limit,
            facets=read_facets(facets, facet_values(found)),
            sort=sort,
            synonyms=Synonyms(tuple(synonym_groups(library))),
        )
        click.echo(_printable(answer_json(answer) if as_json else answer_text(answer, _columns())))
        if opens and answer.hits:
            click.echo(f"已打开 {open_page(project.output, answer.hits[0])}", err=True)
    except (FacetError, PlaceError) as problem:
        click.echo(_printable(str(problem)), err=True)
        sys.exit(2)
    except (NotBuiltError, OSError, TimeoutError) as problem:
        why = "" if isinstance(problem, NotBuiltError) else "检索索引无法使用："
        raise click.ClickException(_printable(f"{why}{problem}")) from problem
    if answer.chosen.unknown and not answer.hits:
        sys.exit(2)


@main.command()
@root_option
@json_option
@click.option("--fields", multiple=True, help=f"比哪些字段，用逗号隔开；默认 {','.join(DEFAULT_FIELDS)}。")
@click.option("--format", "named", type=click.Choice([*FORMATS]), help="格式；默认看文件名，不写文件的为文本。")
@click.option("--output", type=click.Path(path_type=Path), help="写到这个文件；不写则显示在屏幕上。")
@click.option("--overwrite", is_flag=True, help="文件已经有了也覆盖。")
@click.argument("cases", nargs=-1, required=True, metavar="案例...")
def compare(
    root: Path,
    as_json: bool,
    fields: tuple[str, ...],
    named: str | None,
    output: Path | None,
    overwrite: bool,
    cases: tuple[str, ...],
) -> None:
    """把两个以上案例并列，如 compare xitang chengdu --fields 组织,数字；只并列，不排名。"""  # noqa: D400, D415
    try:
        kind = chosen_format(named, as_json, output)
        grid = ask(_sound(root), cases, fields)
        written = files(kind, grid, output) if output else {}
        save(written, overwrite)
    except (RequestError, SaveError) as problem:
        click.echo(_printable(str(problem)), err=True)
        sys.exit(2)
    if output:
        click.echo("\n".join(f"已写入 {path}" for path in written))
    elif kind == TEXT:
        click.echo(to_text(grid, _columns()))
    else:
        click.echo(FORMATS[kind](grid), nl=False)


@main.group()
def bench() -> None:
    """测量生成的库在大规模下的开销。"""  # noqa: D400, D415


@bench.command("search")
@click.option(
    "--documents",
    type=click.IntRange(min=1),
    multiple=True,
    default=(1_000, 10_000),
    show_default=True,
    help="语料的篇数，可写几次。",
)
@click.option("--queries", type=click.IntRange(min=1), default=300, show_default=True, help="任意截取的查询有多少条。")
@click.option("--seed", type=click.IntRange(min=0), default=1, show_default=True, help="语料和查询的种子。")
@click.option("--no-browser", is_flag=True, help="只测索引，不在浏览器里查询。")
@click.option(
    "--output", type=click.Path(path_type=Path), help="写到这个文件，如 docs/benchmarks.md；不写则显示在屏幕上。"
)
def measure_search(documents: tuple[int, ...], queries: int, seed: int, no_browser: bool, output: Path | None) -> None:
    """用自己编写的语料测量网页检索：索引的大小，每条查询读多少文件、用多久，命中是否准确。"""  # noqa: D400, D415
    try:
        page = bench_search(records(all_pages(_sound(PRODUCT))), documents, queries, seed, browser=not no_browser)
        if output:
            save({output: page.encode()}, overwrite=True)
    except (BrowserMissingError, PageError, SaveError) as problem:
        raise click.ClickException(_printable(str(problem))) from problem
    click.echo(f"已写入 {output}" if output else page)


@main.command()
def schema() -> None:
    """由内容模型重新生成 docs/schema/ 中的 JSON Schema。"""  # noqa: D400, D415
    for path in write_schemas(PRODUCT / "docs/schema"):
        click.echo(path.relative_to(PRODUCT).as_posix())


def _sound(root: Path) -> Library:
    """The library of a project; with errors in its content they are told, and the command ends with 1."""
    diagnostics = Diagnostics()
    library = load_content(root.resolve(), diagnostics)
    if library is None or diagnostics.errors:
        _tell(diagnostics)
        sys.exit(1)
    return library


def _columns() -> int:
    """How wide the terminal is; where there is none, as wide as reads well."""
    return shutil.get_terminal_size((100, 24)).columns


def _printable(text: str) -> str:
    """Text that any terminal takes: a file name may hold bytes that are no character."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _tell(diagnostics: Diagnostics) -> None:
    for item in diagnostics:
        click.echo(_printable(str(item)), err=True)
    click.echo(diagnostics.total(), err=True)
