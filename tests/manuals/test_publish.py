"""The book in the built site: when MkDocs builds it, and what it writes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.library.load import load_library
from generator.library.model import Library
from generator.manuals import publish
from generator.manuals.publish import book_key, publish_book
from generator.report import Diagnostics
from generator.views.site import all_pages


def published(library: Library, folder: Path) -> bool:
    """Publish into a new site folder with the cache beside it; return whether MkDocs ran."""
    number = len(list(folder.glob("site-*")))
    return publish_book(library, all_pages(library), folder / f"site-{number}", folder / "cache")


def loaded(root: Path) -> Library:
    library = load_library(root, Diagnostics())
    assert library
    return library


def test_book_is_built_once_and_then_taken_from_the_cache(
    small_library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert published(small_library, tmp_path)
    monkeypatch.setattr(publish, "_run", None)  # a second build would call it
    assert not published(small_library, tmp_path)
    first, second = (
        {p.relative_to(s).as_posix(): p.read_bytes() for p in s.rglob("*") if p.is_file()}
        for s in (tmp_path / "site-0", tmp_path / "site-1")
    )
    assert first == second
    assert set(first) == {page.address.page for page in all_pages(small_library) if page.in_book}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("content/manuals/demo/01-dengji.md", "当日逐件登记", "当天逐件登记"),
        ("content/manuals/index.md", "供测试用", "供试验用"),
        ("content/about.md", "title: 小样例库", "title: 大样例库"),
        ("content/cases/jia.md", "short: 甲社区", "short: 甲小区"),
        ("content/terms.yml", "  网格:", "  网格:"),
    ],
)
def test_a_change_of_what_its_pages_say_builds_the_book_again(
    small_site: Path, tmp_path: Path, file: str, old: str, new: str
) -> None:
    assert published(loaded(small_site), tmp_path)
    path = small_site / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert published(loaded(small_site), tmp_path) == (old != new)


def test_a_change_that_its_pages_do_not_say_leaves_the_book_alone(small_site: Path, tmp_path: Path) -> None:
    assert published(loaded(small_site), tmp_path)
    case = small_site / "content/cases/yi.md"
    case.write_text(case.read_text("utf-8").replace("# 附录", "# 附录\n\n多一段。[段1](P1)", 1), "utf-8")
    assert not published(loaded(small_site), tmp_path)


def test_a_damaged_cache_is_built_again(small_library: Library, tmp_path: Path) -> None:
    assert published(small_library, tmp_path)
    next((tmp_path / "cache").rglob("01-dengji.html")).unlink()
    assert published(small_library, tmp_path)
    assert (tmp_path / "site-1/manuals/demo/01-dengji.html").is_file()


def test_a_cache_that_cannot_be_written_is_done_without(small_library: Library, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be", "utf-8")
    assert published(small_library, tmp_path)
    assert (tmp_path / "site-0/manuals/demo/01-dengji.html").is_file()


def test_only_the_last_book_is_kept(small_site: Path, tmp_path: Path) -> None:
    for title in ("甲本", "乙本", "丙本"):
        page = small_site / "content/manuals/index.md"
        page.write_text(re.sub("title: .*", f"title: {title}", page.read_text("utf-8")), "utf-8")
        published(loaded(small_site), tmp_path)
    assert len(list((tmp_path / "cache/book").iterdir())) == 1


def test_key_follows_the_program_and_the_templates(small_library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    book = [page for page in all_pages(small_library) if page.in_book]
    before = book_key(small_library, book)
    assert before == book_key(small_library, [page for page in all_pages(small_library) if page.in_book])
    assert before != book_key(small_library, book[1:])
    assert before != book_key(small_library, [replace(book[0], title="又一本"), *book[1:]])
    monkeypatch.setattr(publish, "_program", lambda: "changed")
    assert before != book_key(small_library, book)


def test_pages_are_framed_like_those_of_the_site(small_library: Library, tmp_path: Path) -> None:
    published(small_library, tmp_path)
    html = (tmp_path / "site-0/manuals/demo/02-yishi.html").read_text("utf-8")
    assert '<a class="brand" href="../../index.html">小样例库</a>' in html
    assert re.search(r'<a href="../../manuals/index.html" aria-current="true">手册</a>', html)
    assert "<title>楼长工作指引（本库据案例编写） 第二章 怎样议事 · 小样例库</title>" in html
    assert "mkdocs" not in html.lower()


def test_a_page_leads_to_the_one_before_and_after_and_across_books_to_the_next_book(
    small_library: Library, tmp_path: Path
) -> None:
    published(small_library, tmp_path)
    chapter = (tmp_path / "site-0/manuals/demo/02-yishi.html").read_text("utf-8")
    assert '<a rel="prev" href="01-dengji.html"><small>上一页</small> 第一章 怎样登记</a>' in chapter
    assert '<a rel="next" href="03-zicha.html"><small>下一页</small> 检查表：楼长自查</a>' in chapter
    last = (tmp_path / "site-0/manuals/demo/04-dengji.html").read_text("utf-8")
    assert '<a rel="next" href="../pair/index.html"><small>下一本</small> 约定指引</a>' in last
    front = (tmp_path / "site-0/manuals/pair/index.html").read_text("utf-8")
    assert '<a rel="prev" href="../demo/index.html"><small>上一本</small> 楼长指引</a>' in front


def test_content_cannot_put_markup_into_a_page(small_site: Path, tmp_path: Path) -> None:
    page = small_site / "content/manuals/demo/index.md"
    page.write_text(page.read_text("utf-8").replace("short: 楼长指引", 'short: "<b>楼&长"'), "utf-8")
    published(loaded(small_site), tmp_path)
    html = (tmp_path / "site-0/manuals/demo/01-dengji.html").read_text("utf-8")
    assert "&lt;b&gt;楼&amp;长" in html
    assert "<b>楼" not in html
