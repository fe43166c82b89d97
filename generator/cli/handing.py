"""`handout`."""

from __future__ import annotations

from pathlib import Path

import click

from ..handouts.asking import HandoutError, Request, asked
from ..handouts.engine import SettingError
from ..handouts.formats import FORMATS, check_summaries, chosen_formats, made
from ..saving import SaveError, save
from .common import root_option, sound, split, stop


@click.command()
@root_option
@click.option("--cases", multiple=True, help="自选：哪些案例，写编号，用逗号隔开。")
@click.option("--sections", multiple=True, help="自选：各案例的哪些章节，写标题，用逗号隔开；不写为全部。")
@click.option("--manuals", multiple=True, help="自选：哪些手册，写编号。")
@click.option("--tables", multiple=True, help="自选：哪些对照表，写编号。")
@click.option("--title", default="", help="封面上的标题；不写则用讲义自己的。")
@click.option("--date", default="", help="封面上的日期，如 2026-11-22；不写则印收录截至的日期。")
@click.option(
    "--format",
    "formats",
    multiple=True,
    default=("docx",),
    show_default=True,
    help="格式，用逗号隔开：docx、pdf、pptx、summary（案例的一页纸）。",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=".",
    help="放到这个文件夹，没有就建立；默认为当前文件夹。",
)
@click.option("--overwrite", is_flag=True, help="文件已经有了也覆盖。")
@click.argument("ids", nargs=-1, metavar="[编号]...")
def handout(
    root: Path,
    cases: tuple[str, ...],
    sections: tuple[str, ...],
    manuals: tuple[str, ...],
    tables: tuple[str, ...],
    title: str,
    date: str,
    formats: tuple[str, ...],
    output: Path,
    overwrite: bool,
    ids: tuple[str, ...],
) -> None:
    """生成讲义（Word、PDF、幻灯片、一页纸），如 handout xitang --format docx,pdf,pptx,summary；编号是讲义、案例、手册或对照表的，也可自选几样合成一份。"""  # noqa: D400, D415
    library = sound(root)
    request = Request(ids, split(cases), split(sections), split(tables), split(manuals), title.strip(), date.strip())
    try:
        kinds, specs = chosen_formats(split(formats)), asked(request, library)
        check_summaries(specs, kinds, library)
        files = {
            output / kind.file_name(name): FORMATS[kind].write(variants)
            for name, kind, variants in made(specs, lambda _: kinds, library)
        }
        save(files, overwrite, make_folder=True)
    except (HandoutError, SaveError) as problem:
        stop(str(problem), 2)
    except SettingError as problem:
        stop(str(problem), 1)
    click.echo("\n".join(f"已写入 {path}" for path in files))
