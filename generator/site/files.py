"""The files of the site beside its pages: theme files, tables, facts, words of checklists and terms, steps of courses, search index."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..compare.cells import Grid
from ..compare.output.export import to_csv, to_xlsx
from ..compare.output.json_export import to_json
from ..library.model import Library
from ..remembering import Memory, all_of
from ..search.browser.build import build as build_index
from ..search.names import library_names
from ..search.questions import library_questions
from ..search.records import records
from ..search.synonyms import synonym_groups
from ..views.compare import TEMPLATE as COMPARE
from ..views.page import PageView
from .checklists import PATH as CHECKLISTS_PATH
from .checklists import checklists_script
from .compare_data import compare_scripts
from .course_data import PATH as COURSES_PATH
from .course_data import courses_script
from .facts import PATH as FACTS_PATH
from .facts import facts_json
from .handout_scripts import handout_scripts
from .slim import slim
from .term_notes import term_scripts

_EXPORTS = Memory[dict[str, bytes]](256)


@dataclass(frozen=True)
class SiteFile:
    """A file's path in the site ('/'-separated), its bytes, and what it is in the editor's words."""

    path: str
    content: bytes
    origin: str


def site_files(library: Library, pages: Collection[PageView], theme: Path) -> Iterator[SiteFile]:
    """Make every file that is not a page."""
    yield from _assets(theme / "static")
    yield from _downloads(page.context["grid"] for page in pages if "grid" in page.context)
    yield SiteFile(FACTS_PATH, facts_json(library), "事实数据")
    yield SiteFile(CHECKLISTS_PATH, checklists_script(library), "检查表的文字")
    yield SiteFile(COURSES_PATH, courses_script(library), "课程的步骤")
    if any(page.template == COMPARE for page in pages):  # not where it was left out
        for path, content in compare_scripts(library):
            yield SiteFile(path, content, f"并列对照的数据 {path}")
    offered = {page.basket.partition("/")[0] for page in pages}
    for path, content in handout_scripts(library, offered):
        yield SiteFile(path, content, f"讲义的数据 {path}")
    for path, content in term_scripts(library):
        yield SiteFile(path, content, f"术语的释义 {path}")
    yield from _handouts(pages)
    yield from _index(library, pages)


def _index(library: Library, pages: Iterable[PageView]) -> Iterator[SiteFile]:
    files = build_index(
        records(pages), library_names(library), synonym_groups(library), library.wordings, library_questions(library)
    )
    for name, content in files.items():
        yield SiteFile(f"search/{name}", content, f"搜索索引 {name}")


def _assets(static: Path) -> Iterator[SiteFile]:
    for file in sorted(static.rglob("*")):
        if file.is_file():
            name = file.relative_to(static).as_posix()
            yield SiteFile(f"assets/{name}", slim(name, file.read_bytes()), f"主题文件 {name}")


def _handouts(pages: Iterable[PageView]) -> Iterator[SiteFile]:
    """The very files that the pages offer, read one at a time."""
    offered = {link.address.page: link.file for page in pages for link in page.handouts}
    for path, file in offered.items():
        yield SiteFile(path, file.read_bytes(), f"讲义 {path}")


def _downloads(grids: Iterable[object]) -> Iterator[SiteFile]:
    """The very grids that the pages show, as files."""
    for grid in grids:
        if isinstance(grid, Grid):
            for ending, content in _exports(grid).items():
                yield SiteFile(f"tables/{grid.id}.{ending}", content, f"对照表 {grid.id} 的 {ending.upper()}")


def _exports(grid: Grid) -> dict[str, bytes]:
    """A grid in each format, by the ending of its file."""
    return _EXPORTS.made(all_of(grid), lambda: {"csv": to_csv(grid), "xlsx": to_xlsx(grid), "json": to_json(grid)})
