"""`search`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ..paths import Project
from ..search.desktop.answer import ADDED, RELEVANCE, Answer
from ..search.desktop.answer import search as search_library
from ..search.desktop.facets import FacetError, facet_values, read_facets
from ..search.desktop.page import NotBuiltError, open_page
from ..search.desktop.similar import PlaceError, related
from ..search.desktop.terminal import answer_json, answer_text, related_json, related_text
from ..search.records import Record, records
from ..search.synonyms import Synonyms, synonym_groups
from ..views.site import all_pages
from .common import columns, json_option, printable, root_option, sound, stop


@click.command(context_settings={"ignore_unknown_options": True})  # so that -47.2% and -词 are words, not options
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
    if similar and (opens or facets):
        raise click.UsageError("--similar 列出相关的小节，不能同 --facet、--open 合用。")
    project, library = Project(root.resolve()), sound(root)
    found = records(all_pages(library))
    try:
        if similar:
            click.echo(printable(_related(found, similar, limit, as_json)))
            return
        chosen, synonyms = read_facets(facets, facet_values(found)), Synonyms(tuple(synonym_groups(library)))
        answer = search_library(
            found, project.cache, " ".join(words), limit=limit, facets=chosen, sort=sort, synonyms=synonyms
        )
        # Opened first: where there is no page to open, that alone is said, not below a screen of hits.
        address = open_page(project.output, answer.hits[0]) if opens and answer.hits else ""
    except (FacetError, PlaceError) as problem:
        stop(str(problem), 2)
    except NotBuiltError as problem:
        stop(str(problem), 1)
    except (OSError, TimeoutError) as problem:
        stop(f"检索索引无法使用：{problem}", 1)
    _tell(answer, address, as_json)


def _tell(answer: Answer, address: str, as_json: bool) -> None:
    click.echo(printable(answer_json(answer) if as_json else answer_text(answer, columns())))
    if address:
        click.echo(f"已打开 {address}", err=True)
    if answer.chosen.unknown and not answer.hits:
        sys.exit(2)


def _related(found: Sequence[Record], place: str, limit: int, as_json: bool) -> str:
    """The sections related to a place, in words or as JSON."""
    known = {(record.page, record.anchor): record for record in found}
    hits = related(known, place)[:limit]
    return related_json(place, hits, known) if as_json else related_text(place, hits, known, columns())
