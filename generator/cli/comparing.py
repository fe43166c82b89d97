"""`compare`."""

from __future__ import annotations

from pathlib import Path

import click

from ..compare.asking.adhoc import DEFAULT_FIELDS, RequestError, ask
from ..compare.output.formats import FORMATS, TEXT, chosen_format, files
from ..compare.output.terminal import to_text
from ..saving import SaveError, save
from .common import columns, json_option, root_option, sound, stop


@click.command()
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
        grid = ask(sound(root), cases, fields)
        written = files(kind, grid, output) if output else {}
        save(written, overwrite)
    except (RequestError, SaveError) as problem:
        stop(str(problem), 2)
    if output:
        click.echo("\n".join(f"已写入 {path}" for path in written))
    elif kind == TEXT:
        click.echo(to_text(grid, columns()))
    else:
        click.echo(FORMATS[kind](grid), nl=False)
