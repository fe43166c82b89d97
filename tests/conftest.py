"""Fixtures shared by all tests: the small site, the real library built once, a browser that tolerates no error."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from generator.build import build
from generator.library.load import load_library
from generator.library.model import Library
from generator.paths import Project
from generator.report import Diagnostics
from generator.search.records import Record, records
from generator.views.page import PageView
from generator.views.site import all_pages

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "tests/sites/small"

settings.register_profile("shared machine", deadline=None)  # a slow moment of the machine is no fault of the code
settings.load_profile("shared machine")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measuring coverage doubles the time of Python, so of what runs one code many times it is measured once or not at all.

    Unmeasured are tests in a browser (what they open is measured as it is built), the examples of properties, and of a test of
    handouts, which are long in the making, the second and further parameters.
    """
    measured: set[str] = set()
    for item in items:
        function = item.nodeid.partition("[")[0]
        in_browser = not {"page", "browser"}.isdisjoint(getattr(item, "fixturenames", ()))
        is_property = getattr(getattr(item, "function", None), "is_hypothesis_test", False)
        if in_browser or is_property or (function in measured and item.path.parent.name == "handouts"):
            item.add_marker(pytest.mark.no_cover)
        measured.add(function)


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A copy of the small site that a test may damage."""
    root = tmp_path / "project"
    shutil.copytree(SMALL, root)
    return root


@pytest.fixture(scope="session")
def small_library() -> Library:
    """The small site, loaded without a diagnostic."""
    return _load(SMALL)


@pytest.fixture(scope="session")
def real_library() -> Library:
    """The library of this repository, loaded without a diagnostic."""
    return _load(ROOT)


@pytest.fixture(scope="session")
def real_pages(real_library: Library) -> list[PageView]:
    """The views of all its pages, made once: without handouts, as on a machine that has made none."""
    return all_pages(real_library)


@pytest.fixture(scope="session")
def real_records(real_pages: list[PageView]) -> list[Record]:
    """What its search knows."""
    return records(real_pages)


def _load(root: Path) -> Library:
    diagnostics = Diagnostics()
    library = load_library(root, diagnostics)
    assert list(map(str, diagnostics)) == []
    assert library is not None
    return library


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real library built once, in a folder with a space and Chinese in its path, as on a trainer's USB stick."""
    output = tmp_path_factory.mktemp("U 盘 实践库") / "output"
    diagnostics = Diagnostics()
    built = build(Project(ROOT), output, diagnostics)
    assert built is not None, "\n".join(map(str, diagnostics))
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, headless."""
    path = os.environ.get("PRACTICE_BROWSER") or next(
        filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "google-chrome"))), None
    )
    if path is None:
        pytest.fail("没有找到 Chromium。请运行 python3 tasks.py test，它会安装或说明怎样安装。")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, built_site: Path) -> Iterator[Page]:
    """A page that fails its test on any console message, script error, failed request or request outside the folder."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="zh-CN")
    page = context.new_page()
    faults: list[str] = []
    home = built_site.as_uri()

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            faults.append(f"console {message.type}: {message.text}")

    def on_request(request: Request) -> None:
        if not request.url.startswith((home, "data:", "about:")):
            faults.append(f"request outside the folder: {request.url}")

    def on_failure(request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what a navigation away cuts off is no fault
            faults.append(f"request failed: {request.url} {request.failure}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on("request", on_request)
    page.on("requestfailed", on_failure)
    yield page
    context.close()
    assert faults == []
