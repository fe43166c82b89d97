"""The package unpacked elsewhere, on a medium that cannot be written: every kind of page opens, search and basket work."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.library.model import Library
from generator.pack.packages import packages

PAGES = (
    "index.html",
    "cases/xitang.html",
    "tables/outcomes.html",
    "manuals/guanjia/index.html",
    "compare.html?cases=xitang,chengdu",
    "terms.html",
    "courses/index.html",
    "courses/guanjia-paper.html",
)


@pytest.fixture(scope="session")
def built_site(built_site: Path, real_library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("U 盘") / "资料"
    (content,) = packages(built_site, real_library).values()
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder)
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_a_fault(page: Page, built_site: Path, name: str) -> None:
    path, _, query = name.partition("?")
    page.goto((built_site / path).as_uri() + (f"?{query}" if query else ""))
    expect(page.locator("h1")).to_be_visible()


def test_search_finds(page: Page, built_site: Path) -> None:
    page.goto((built_site / "search.html").as_uri() + "?q=一心两会")
    expect(page.locator("main")).to_contain_text("萧山")


def test_a_course_is_answered_and_kept(page: Page, built_site: Path) -> None:
    page.goto((built_site / "courses/guanjia.html").as_uri())
    box = page.locator(".question-single").first
    box.locator("input").first.check()
    box.get_by_role("button", name="对答案").click()
    expect(box).to_contain_text("解析")
    page.get_by_role("link", name="把进度存到我的资料").click()
    expect(page.locator("[data-course='guanjia']")).to_contain_text("已对答案 1 题")


def test_the_basket_takes_and_makes(page: Page, built_site: Path) -> None:
    page.goto((built_site / "cases/xitang.html").as_uri())
    page.locator(".take a").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="下载 Word").click()
    assert download.value.suggested_filename.endswith(".docx")
