"""`import`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from ..intake.article import read_article
from ..intake.candidates import find_candidates
from ..intake.decoding import NotTextError
from ..intake.report import report, summary
from ..library.slug import slug
from ..report import reason
from ..saving import SaveError, save
from .common import printable, root_option, stop
from .drafting import DraftLeftError, put_draft

FOLDER, ENDING = "intake", ".txt"
MOST_BYTES = 20_000_000


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@root_option
@click.option("--overwrite", is_flag=True, help="intake/ 里已有的也覆盖；content/ 里的从不覆盖。")
@click.option("--no-draft", is_flag=True, help="不写案例草稿，不动 content/。")
def import_(files: tuple[Path, ...], root: Path, overwrite: bool, no_draft: bool) -> None:
    """把损坏的文章（txt，也可给文件夹）修成分段编号的文字，放进 intake/，另写一份报告和案例的草稿；从不覆盖已有的文件。"""  # noqa: D400, D415
    root = root.resolve()
    known = [path.read_text("utf-8", "replace") for path in sorted((root / "content").rglob("*.md"))]
    faults = []
    for path in _all(files):
        try:
            for told in _import(path, root, known, overwrite, not no_draft):
                click.echo(printable(told))
        except (NotTextError, SaveError, DraftLeftError) as problem:
            faults.append(f"{path}：{problem}")
        except OSError as problem:
            faults.append(f"{path}：文件无法读取（{reason(problem)}）。")
    if faults:
        stop("\n".join(faults), 1)


def _all(given: Iterable[Path]) -> Iterator[Path]:
    """The files given, and of folders those that can be read."""
    for path in given:
        yield from sorted(path.rglob(f"*{ENDING}")) if path.is_dir() else [path]


def _import(path: Path, root: Path, known: Iterable[str], overwrite: bool, draft: bool) -> Iterator[str]:
    """Write text, report and draft of one file; yield what to tell of each as it is done."""
    if path.suffix.lower() != ENDING:
        raise NotTextError(f"现在只读 {ENDING} 文件。网页和 Word 文件请先另存为纯文本（{ENDING}）。")
    if path.stat().st_size > MOST_BYTES:
        raise NotTextError(f"超过 {MOST_BYTES // 1_000_000} MB，不像一篇文章。请检查是否放错了文件。")
    article = read_article(path.read_bytes(), known)
    name = slug(path.stem)
    text, told = (root / FOLDER / f"{name}{end}" for end in (ENDING, "-report.md"))
    scan = find_candidates(article.paragraphs)
    save(
        {text: article.text().encode(), told: report(path.name, article, scan).encode()},
        overwrite=overwrite,
        make_folder=True,
    )
    yield f"已写入 {FOLDER}/{text.name}，报告在 {FOLDER}/{told.name}。{summary(article, scan)}"
    if draft:
        yield put_draft(root, root / FOLDER, name, article, scan.taken, overwrite)
