"""`new`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from ..desk.starting import StartError, check_free, start
from ..desk.wanted import NEW_SOURCE, Kind, Wanted
from ..library.model import Library
from ..report import listed, not_among
from ..saving import SaveError
from .common import root_option, sound, split, stop

_ASKED = {
    "title": "标题",
    "source": f"来源（sources.yml 的编号，或 {NEW_SOURCE} 新建一个）",
    "cases": "案例编号（几个用逗号隔开）",
}


@click.command()
@click.argument("kind", metavar="case|manual|table|course|handout", type=click.Choice([kind.value for kind in Kind]))
@click.argument("id_", metavar="编号")
@root_option
@click.option("--title", default="", help="标题。")
@click.option("--short", default="", help="简称；不写取标题冒号前的字。用于 case、manual、course。")
@click.option("--source", default="", help=f"来源在 sources.yml 里的编号，{NEW_SOURCE} 为新建一个。用于 case、manual。")
@click.option(
    "--case", "--cases", "cases", multiple=True, help="案例编号，几个用逗号隔开。用于 table、course、handout。"
)
def new(kind: str, id_: str, root: Path, title: str, short: str, source: str, cases: tuple[str, ...]) -> None:
    """新建一个案例、手册、对照表、课程或讲义：写好格式，要写的地方标“待写”。从不覆盖原有的文件。"""  # noqa: D400, D415
    root, wanted_kind = root.resolve(), Kind(kind)
    library = sound(root)
    given = {"title": title.strip(), "short": short.strip(), "source": source.strip(), "cases": ",".join(split(cases))}
    try:
        check_free(root, wanted_kind, id_)
        wanted, is_new = _wanted(library, wanted_kind, id_, _asked(wanted_kind, given, library))
        written = start(root, wanted, is_new)
    except StartError as problem:
        stop(str(problem), 2)
    except SaveError as problem:
        stop(str(problem), 1)
    for path, count in written.items():
        click.echo(f"已写入 {path}，有 {count} 处“待写”。")
    click.echo("接下来：打开它，把“待写”换成内容。python -m generator check 列出还没写的地方。")


def is_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def _asked(kind: Kind, given: dict[str, str], library: Library) -> dict[str, str]:
    """What was given, with what is missing asked for; where nobody can be asked, the command ends with 2."""
    unused = [name for name, value in given.items() if value and name not in kind.takes]
    if unused:
        stop(f"{kind} 不用 {'、'.join(f'--{name}' for name in unused)}。", 2)
    missing = [name for name in kind.needs if not given[name]]
    if missing and not is_terminal():
        stop(f"新建{kind.label}还要写 {'、'.join(f'--{name}' for name in missing)}。", 2)
    known = {"source": library.sources, "cases": library.cases}
    for name in missing:
        if known.get(name):
            click.echo(f"已有：{listed(list(known[name]))}")
        given[name] = click.prompt(_ASKED[name]).strip()
    return given


def _wanted(library: Library, kind: Kind, id_: str, given: dict[str, str]) -> tuple[Wanted, bool]:
    """What to begin, and whether its source is to be begun too."""
    cases, source = split([given["cases"]]), given["source"]
    for case in cases:
        if case not in library.cases:
            stop(not_among("案例", case, library.cases), 2)
    is_new = source == NEW_SOURCE
    if is_new and id_ in library.sources:
        stop(f"sources.yml 里已有来源“{id_}”。请用 --source {id_}，或换一个编号。", 2)
    if source and not is_new and source not in library.sources:
        stop(f"{not_among('来源', source, library.sources, 12)}没有的来源用 --source {NEW_SOURCE} 新建。", 2)
    of_cases = tuple(library.cases[case].meta.source for case in cases)
    wanted = Wanted(
        kind, id_, given["title"], date.today(), library.vocabulary, library.sources,
        given["short"], id_ if is_new else source, cases, of_cases,
    )  # fmt: skip
    return wanted, is_new
