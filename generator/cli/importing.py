"""`import`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from ..intake.article import Article, read_article
from ..intake.drafting.candidates import find_candidates
from ..intake.gathering import Gathered, clashes, file_id, gather
from ..intake.kept import ENDING, FOLDER
from ..intake.mending.decoding import NotTextError
from ..intake.mending.language import simple
from ..intake.report import report, summary
from ..report import reason
from ..saving import SaveError, save
from .common import printable, root_option, stop
from .drafting import DraftLeftError, put_draft

MOST_BYTES = 20_000_000
_WORDS = 4
"""Characters in a row that a case and a mended place do not share by chance."""


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="文件…", type=click.Path(path_type=Path))
@root_option
@click.option("--overwrite", is_flag=True, help="intake/ 里已有的也覆盖；content/ 里的从不覆盖。")
@click.option("--no-draft", is_flag=True, help="不写案例草稿，不动 content/。")
def import_(files: tuple[Path, ...], root: Path, overwrite: bool, no_draft: bool) -> None:
    """把损坏的文章（txt、html、docx，也可给文件夹）修成分段编号的文字，放进 intake/，另写一份报告和案例的草稿；从不覆盖已有的文件。"""  # noqa: D400, D415
    root = root.resolve()
    gathered = gather(files)
    if alike := clashes(gathered.files):
        stop("\n".join([*alike, "一个文件也没有写。"]), 1)
    faults = [*_not_opened(gathered), *_import_all(gathered, root, overwrite, not no_draft)]
    if faults:
        stop("\n".join(faults), 1)


def _not_opened(gathered: Gathered) -> Iterator[str]:
    if gathered.passed:
        click.echo(f"文件夹里另有 {gathered.passed} 个文件不是 txt、html、docx，没有读。")
    for problem in gathered.closed:
        yield f"{problem.filename}：文件夹打不开（{reason(problem)}）。"
    if not gathered.files:
        yield "没有可以导入的文件（txt、html、docx）。请检查路径。"


def _import_all(gathered: Gathered, root: Path, overwrite: bool, draft: bool) -> list[str]:
    """Import file after file, each told when it is done; return what could not be imported."""
    known = [path.read_text("utf-8", "replace") for path in sorted((root / "content").rglob("*.md"))]
    console, faults = Console(stderr=True), []
    for number, path in enumerate(gathered.files, start=1):
        try:
            with console.status(escape(printable(f"{number}/{len(gathered.files)} 正在读 {path.name}"))) as status:
                for told in _import(path, root, known, overwrite, draft):
                    status.stop()  # or what is told would stand in the middle of it
                    click.echo(printable(told))
                    status.start()
        except (NotTextError, SaveError, DraftLeftError) as problem:
            faults.append(f"{path}：{problem}")
        except OSError as problem:
            faults.append(f"{path}：文件无法读取（{reason(problem)}）。")
    return faults


def _import(path: Path, root: Path, known: Iterable[str], overwrite: bool, draft: bool) -> Iterator[str]:
    """Write text, report and draft of one file; yield what to tell of each as it is done."""
    if path.stat().st_size > MOST_BYTES:
        raise NotTextError(f"超过 {MOST_BYTES // 1_000_000} MB，不像一篇文章。请检查是否放错了文件。")
    name = file_id(path)
    article = _with_case(read_article(path.read_bytes(), known, path.name), root / "content/cases" / f"{name}.md")
    text, told = (root / FOLDER / f"{name}{end}" for end in (ENDING, "-report.md"))
    scan = find_candidates(article.paragraphs)
    save(
        {text: article.text().encode(), told: report(path.name, article, scan).encode()},
        overwrite=overwrite,
        make_folder=True,
    )
    yield f"{path.name}：已写入 {FOLDER}/{text.name}，报告在 {FOLDER}/{told.name}。{summary(article, scan)}"
    if draft:
        yield put_draft(root, root / FOLDER, name, article, scan.taken, overwrite)


def _with_case(article: Article, case: Path) -> Article:
    """The article, and a remark where a case made of it helped to mend it: the two agreeing is then no proof."""
    text = case.read_text("utf-8", "replace") if article.mended and case.is_file() else ""
    if not any(_told_by(text, simple(place.after)) for place in article.mended):
        return article
    told = f"修复乱码时也参考了本库已有的案例 {case.name}。修复处同它一致，不能算核对过，请对照原件。"
    return replace(article, remarks=(*article.remarks, told))


def _told_by(text: str, mended: str) -> bool:
    return any(mended[at : at + _WORDS] in text for at in range(len(mended) - _WORDS + 1))
