"""Over http the library keeps itself for reading offline, and a new build takes over; on file:// nothing of that is there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.library.model import Library
from generator.site.offline import WORKER, write_offline

KEPT = "已存到这台设备，已可离线使用。"
NAMES = "caches.keys().then((names) => names.sort())"
UPDATED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  while (!registration.waiting) await new Promise((done) => setTimeout(done, 20));
}"""
"""The browser looks for a new version by itself, a second or two after a visit; here at once."""
STORED = """async (word) => {
  const found = [];
  await new Promise((done) => setTimeout(done, 300));
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) if (request.url.includes(word)) found.push(request.url);
  }
  return found;
}"""


class Quiet(SimpleHTTPRequestHandler):
    """Python's own server of files, which says nothing."""

    def log_message(self, *_: object) -> None: ...


class Served:
    """A site on this machine's own http server, below a folder as on an intranet."""

    def __init__(self, folder: Path) -> None:
        self.site = folder / "shijian"
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server.server_port}/shijian/"
        Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def served(built_site: Path, tmp_path: Path) -> Iterator[Served]:
    shutil.copytree(built_site, tmp_path / "shijian")
    served = Served(tmp_path)
    yield served
    served.stop()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A page that fails its test on an error or warning in the console or a script error."""
    context = browser.new_context(locale="zh-CN")
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


def keep(page: Page, served: Served) -> None:
    """Visit until the library is kept."""
    page.goto(f"{served.address}version.html")
    expect(page.locator("[data-offline]")).to_have_text(KEPT, timeout=30_000)


def test_once_kept_every_kind_of_page_opens_without_the_server(reader: Page, served: Served) -> None:
    keep(reader, served)
    assert (
        reader.evaluate("document.querySelector('link[rel=manifest]').href") == f"{served.address}manifest.webmanifest"
    )
    served.stop()
    for path, told in (
        ("", "从哪里开始"),
        ("cases/xitang.html?hl=网格#measures", "西塘"),
        ("search.html?q=一心两会", "萧山"),
        ("manuals/guanjia/02-meiri.html", "责任"),
        ("compare.html?cases=xitang,chengdu", "成都"),
        ("my.html?add=case:xitang", "西塘"),
    ):
        reader.goto(served.address + path)
        expect(reader.locator("main")).to_contain_text(told)
    with reader.expect_download() as download:
        reader.get_by_role("button", name="下载 Word").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_a_new_build_takes_over_and_clears_only_what_was_its_own(
    reader: Page, served: Served, real_library: Library
) -> None:
    keep(reader, served)
    (mine,) = reader.evaluate(NAMES)
    others = ["app:1", mine.replace("shijian%2F", "other%2F"), mine.replace(real_library.about.meta.id, "other")]
    reader.evaluate("(names) => Promise.all(names.map((name) => caches.open(name)))", others)
    about = served.site / "about.html"
    about.write_text(about.read_text("utf-8").replace("<h1", "<p>新的一版</p><h1", 1), "utf-8")
    write_offline(served.site, real_library)
    keep(reader, served)
    reader.evaluate(UPDATED)
    assert mine in reader.evaluate(NAMES)  # this visit goes on with the old version
    reader.goto(f"{served.address}about.html?a=b#top")
    expect(reader.locator("main")).to_contain_text("新的一版")
    assert reader.url.endswith("about.html?a=b#top")
    assert [name for name in reader.evaluate(NAMES) if name in (mine, *others)] == sorted(others)
    assert len(reader.evaluate(NAMES)) == len(others) + 1


def test_only_files_of_the_list_are_kept_and_only_as_they_were_built(
    reader: Page, served: Served, real_library: Library
) -> None:
    for name in ("handouts/true.pdf", "handouts/false.pdf"):
        (served.site / name).write_bytes(b"%PDF-1.7 true")
    write_offline(served.site, real_library)
    (served.site / "handouts/false.pdf").write_bytes(b"<h1>sign in</h1>")
    (served.site / "stranger.txt").write_text("stranger", "utf-8")
    keep(reader, served)
    assert reader.evaluate(STORED, "handouts/true.pdf") == []  # kept when first used
    for name in ("handouts/true.pdf", "handouts/false.pdf", "stranger.txt"):
        reader.evaluate("(address) => new Promise((done) => { const i = new Image(); i.onerror = done; i.src = address; })",
                        served.address + name)  # fmt: skip
    assert len(reader.evaluate(STORED, "true.pdf")) == 1
    assert reader.evaluate(STORED, "false.pdf") == reader.evaluate(STORED, "stranger") == []


def test_on_file_there_is_no_worker_and_no_manifest(page: Page, built_site: Path) -> None:
    """The page fixture fails on any word in the console."""
    page.goto((built_site / "version.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert page.locator("link[rel=manifest], script[src*=offline]").count() == 0
    expect(page.locator("[data-offline]")).to_be_hidden()
    assert re.search(rf"{WORKER}|manifest\.webmanifest", page.content()) is None
