"""The page 讲义 and the links on a case page in a real browser, with some files made and others not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser

from generator.cli import main
from tests.conftest import SMALL


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a summary of a case, of which the handout of several parts is stale."""
    root = tmp_path_factory.mktemp("讲义") / "project"
    shutil.copytree(SMALL, root)
    text = "title: 甲社区：网格议事\nformats: [docx, pdf, pptx, summary]\nparts:\n  - case: jia\n"
    (root / "content/handouts/jia.yml").write_text(text, "utf-8")
    assert CliRunner().invoke(main, ["handouts", "--root", str(root)]).exit_code == 0
    other = root / "content/handouts/xuexi.yml"
    other.write_text(other.read_text("utf-8").replace("各读一遍", "都读一遍"), "utf-8")
    assert CliRunner().invoke(main, ["build", "--root", str(root)]).exit_code == 0
    return root / "output"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", ["handouts/index.html", "cases/jia.html"])
def test_nothing_scrolls_sideways(browser: Browser, site: Path, width: int, name: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((site / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("(nav => nav.scrollWidth <= nav.clientWidth)(document.querySelector('.site-nav'))")
    page.close()


def test_what_is_made_is_a_link_with_its_size_and_what_is_not_says_so(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "handouts/index.html").as_uri())
    offers = page.locator(".handout-list > li")
    assert offers.locator("h3").all_inner_texts() == ["网格议事一日学习", "甲社区：网格议事"]
    assert offers.nth(0).locator("a").count() == 0
    assert "Word、PDF、PPT 尚未生成" in offers.nth(0).inner_text()
    labels = offers.nth(1).locator("a").all_inner_texts()
    assert [label.split()[0] for label in labels] == ["Word", "PDF", "PPT", "一页纸"]
    assert all(label.endswith("KB") for label in labels)
    assert "python -m generator handouts" in page.locator(".note").inner_text()
    page.close()


def test_the_links_of_a_case_lie_beside_its_heading_and_lead_to_files(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((site / "cases/jia.html").as_uri())
    links = page.locator(".take a")
    assert links.all_inner_texts() == ["加入讲义篮", "书签", "Word", "PDF", "PPT", "一页纸"]
    boxes = [link.bounding_box() for link in links.all()]
    assert all(box and box["y"] == boxes[0]["y"] for box in boxes if boxes[0])  # in one row
    with page.expect_download() as download:
        links.nth(2).click()
    assert download.value.suggested_filename == "jia.docx"
    page.close()
