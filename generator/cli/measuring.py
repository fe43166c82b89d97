"""`bench`."""

from __future__ import annotations

from pathlib import Path

import click

from ..bench.browser import BrowserMissingError, PageError
from ..bench.command import bench_search
from ..paths import PRODUCT
from ..saving import SaveError, save
from ..search.records import records
from ..views.site import all_pages
from .common import sound, stop


@click.group()
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
        page = bench_search(records(all_pages(sound(PRODUCT))), documents, queries, seed, browser=not no_browser)
        if output:
            save({output: page.encode()}, overwrite=True)
    except (BrowserMissingError, PageError, SaveError) as problem:
        stop(str(problem), 1)
    click.echo(f"已写入 {output}" if output else page)
