"""One file to a numbered text and a report in intake/, and to the draft of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..saving import save
from .article import Article, read_article
from .drafting.candidates import find_candidates
from .drafting.putting import put_draft
from .gathering import file_id
from .kept import ENDING, FOLDER
from .mending.decoding import NotTextError
from .mending.language import simple
from .report import report, summary

MOST_BYTES = 20_000_000
_WORDS = 4
"""Characters in a row that a case and a mended place do not share by chance."""


def known_texts(root: Path) -> list[str]:
    """The texts whose Chinese is sound: what the library of the project at ``root`` says."""
    return [path.read_text("utf-8", "replace") for path in sorted((root / "content").rglob("*.md"))]


def import_file(path: Path, root: Path, known: Iterable[str], overwrite: bool, draft: bool) -> Iterator[str]:
    """Write text, report and, if wanted, ``draft`` of one file into the project at ``root``; yield what to tell of each as it is done.

    Raises NotTextError, SaveError, DraftLeftError and OSError.
    """
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
