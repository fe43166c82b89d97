"""`serve` as an editor uses it: the real command, real saves, a real browser."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from generator.cli import main
from generator.desk.watching import Watch
from generator.paths import Project
from tests.signals import heed_interrupts

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests/sites/small"
CASE = "content/cases/yi.md"
SOUND, BROKEN, PLACE = "年份未载", "2021-13-01", f"{CASE}:54:10"
SECONDS = 60
"""How long the slowest machine may take."""


class Serving:
    """The command in a process of its own, on a copy of the small site."""

    def __init__(self, root: Path, port: str = "0") -> None:
        self.root, self.lines = root, list[str]()
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "generator", "serve", "--root", str(root), "--port", port, "--no-open"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
            env={**os.environ, "PYTHONIOENCODING": "utf-8"}, preexec_fn=heed_interrupts,
        )  # fmt: skip
        Thread(target=self._read, daemon=True).start()
        self.address = self.line(r"网址 (\S+)（只有本机能打开）")

    def _read(self) -> None:
        assert self.process.stdout
        self.lines.extend(iter(self.process.stdout.readline, ""))

    def line(self, pattern: str, after: int = 0) -> str:
        """The first group of the first line that has the pattern, among those after so many."""
        return wait(lambda: next((found[1] for line in self.lines[after:] if (found := re.search(pattern, line))), ""))

    @property
    def port(self) -> str:
        return self.address.rstrip("/").rpartition(":")[2]

    def edit(self, old: str, new: str, file: str = CASE) -> str:
        """Save a file with other words; return the line that says what came of it."""
        path, before = self.root / file, len(self.lines)
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return self.line(r"^\d\d:\d\d:\d\d (.+)", before)

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, str, bytes]:
        """Status, type and content of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", int(self.port), timeout=SECONDS)
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)


def wait(look: Callable[[], str]) -> str:
    """What ``look`` finds, as soon as it finds something."""
    end = time.monotonic() + SECONDS
    while not (found := look()):
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.02)
    return found


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """One run for all tests that leave the content as it was."""
    root = tmp_path_factory.mktemp("编 辑") / "project"
    shutil.copytree(SMALL, root)
    serving = Serving(root)
    yield serving
    serving.process.kill()


@pytest.fixture
def editor(browser: Browser) -> Iterator[Page]:
    """A page that fails its test on a word in the console or a script error."""
    context = browser.new_context(viewport={"width": 1280, "height": 700}, locale="zh-CN")
    page = context.new_page()
    page.set_default_timeout(SECONDS * 1000)
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


expect.set_options(timeout=SECONDS * 1000)
PANEL, CHIP = ".desk-panel", ".desk-chip"


def test_a_broken_save_lays_its_errors_over_the_last_good_page_and_a_mended_one_renews_it(
    serving: Serving, editor: Page
) -> None:
    editor.goto(f"{serving.address}cases/yi.html")
    expect(editor.locator(PANEL)).to_be_hidden()
    editor.evaluate("window.scrollTo(0, 400)")
    before = len(serving.lines)
    assert f"{CASE}：有错误，网页还是上一次生成的" in serving.edit(SOUND, BROKEN)
    expect(editor.locator(f"{PANEL} li")).to_contain_text("月、日超出范围")
    assert editor.locator(f"{PANEL} code").inner_text() == PLACE
    assert editor.locator(f"{PANEL} [role=alert]").inner_text() == "有 1 个错误，网页还是上一次生成的。"
    assert editor.locator("main").inner_text().count("只有两栋楼")
    serving.line(f"({re.escape(PLACE)})", before)
    serving.line("(共 1 个错误)", before)
    serving.edit(BROKEN, SOUND)
    expect(editor.locator(PANEL)).to_be_hidden()
    serving.edit("只有两栋楼", "只有三栋小楼")
    expect(editor.locator("main")).to_contain_text("只有三栋小楼")
    wait(lambda: "yes" if editor.evaluate("window.pageYOffset") == 400 else "")
    serving.edit("只有三栋小楼", "只有两栋楼")
    expect(editor.locator("main")).to_contain_text("只有两栋楼")


def test_a_closed_panel_stays_closed_until_the_next_broken_save_and_a_button_brings_it_back(
    serving: Serving, editor: Page
) -> None:
    editor.goto(f"{serving.address}index.html")
    serving.edit(SOUND, BROKEN)
    expect(editor.locator(PANEL)).to_be_visible()
    editor.keyboard.press("Escape")
    expect(editor.locator(PANEL)).to_be_hidden()
    editor.goto(f"{serving.address}cases/jia.html")
    expect(editor.locator(CHIP)).to_have_text("1 个错误")
    expect(editor.locator(PANEL)).to_be_hidden()
    editor.locator(CHIP).click()
    expect(editor.locator(PANEL)).to_contain_text(PLACE)
    editor.get_by_role("button", name="关闭").click()
    serving.edit(BROKEN, "2021-14-01")
    expect(editor.locator(PANEL)).to_contain_text("2021-14-01")
    serving.edit("2021-14-01", SOUND)
    expect(editor.locator(PANEL)).to_be_hidden()


def test_warnings_wait_behind_a_button_and_what_they_quote_is_only_text(serving: Serving, editor: Page) -> None:
    editor.goto(f"{serving.address}cases/yi.html")
    serving.edit("只有两栋楼", "只有 37 户")
    expect(editor.locator(CHIP)).to_have_text("1 个警告")
    expect(editor.locator(PANEL)).to_be_hidden()
    editor.locator(CHIP).click()
    expect(editor.locator(PANEL)).to_contain_text(f"{CASE}:14:7")
    serving.edit("只有 37 户", "只有[两栋](term:<b>两栋</b>)楼")
    expect(editor.locator(PANEL)).to_contain_text("<b>两栋</b>")
    assert editor.locator(f"{PANEL} b").count() == 0
    serving.edit("只有[两栋](term:<b>两栋</b>)楼", "只有两栋楼")
    expect(editor.locator(CHIP)).to_be_hidden()


def test_pages_are_not_kept_for_reading_offline_and_tell_no_fault(serving: Serving, editor: Page) -> None:
    for path in ("version.html", "search.html?q=网格", "my.html", "manuals/index.html"):
        editor.goto(serving.address + path)
        editor.wait_for_timeout(100)
    assert editor.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0


def test_a_server_that_stops_is_told_quietly_and_its_return_renews_the_page(browser: Browser, tmp_path: Path) -> None:
    """In passing: content that is broken from the start, and the last word in the terminal."""
    root = tmp_path / "project"
    shutil.copytree(SMALL, root)
    case = root / CASE
    case.write_text(case.read_text("utf-8").replace(SOUND, BROKEN), "utf-8")
    serving = Serving(root)
    page = browser.new_page()
    page.goto(serving.address)
    expect(page.locator(PANEL)).to_contain_text(PLACE)
    assert "还没有网页" in page.title()
    serving.edit(BROKEN, SOUND)
    expect(page.locator("main")).to_contain_text("从哪里开始")
    page.wait_for_load_state("load")  # with the desk's script, which comes last
    assert serving.stop() == 0
    assert "已停止" in serving.line("(已停止.*)")
    assert not any("Traceback" in line for line in serving.lines)
    assert list((root / ".cache/serve").iterdir()) == []
    expect(page.locator(".desk-said")).to_contain_text("编辑台已停止")
    page.evaluate("document.title = '上一次的'")
    again = Serving(root, serving.port)
    expect(page.locator(".desk-said")).to_be_hidden()
    expect(page).not_to_have_title("上一次的")
    again.process.kill()
    page.close()


def test_what_is_served_is_what_a_build_of_its_own_makes(serving: Serving, tmp_path: Path) -> None:
    for file, old, new in (
        (CASE, "只有两栋楼", "只有三栋楼"),
        ("content/cases/jia.md", "short: 甲社区", "short: 甲新社区"),
        ("content/terms.yml", "每片有人", "每一片有人"),
        ("content/manuals/demo/01-dengji.md", "先把事情记下来", "先把事情都记下来"),
    ):
        assert "网页已更新" in serving.edit(old, new, file)
    served = max((serving.root / ".cache/serve").glob("*/*/index.html"), key=lambda path: path.stat().st_mtime).parent
    cold = [sys.executable, "-m", "generator", "build", "--root", str(serving.root), "--output", str(tmp_path / "cold")]
    subprocess.run(cold, cwd=ROOT, check=True, capture_output=True)
    assert contents(served) == contents(tmp_path / "cold")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_this_machine_is_answered_and_only_with_files_of_the_site(serving: Serving) -> None:
    for path in (
        "/../content/about.md",
        "/%2e%2e/%2e%2e/content/about.md",
        "/.shijianku.json",
        "/nothing.html",
        "/.desk/x",
    ):
        status, _, content = serving.get(path)
        assert (status, b"about" in content) == (404, False)
    assert "没有这一页" in serving.get("/nothing.html")[2].decode()
    assert serving.get("/", Host="shijianku.example")[0] == 403
    assert serving.get("/", "POST")[0] == 501
    status, kind, page = serving.get("/")
    assert (status, kind, page.count(b"/.desk/desk.js")) == (200, "text/html; charset=utf-8", 1)
    assert serving.get("/", "HEAD") == (200, kind, b"")


def test_a_browser_that_goes_away_is_no_fault(serving: Serving) -> None:
    before = len(serving.lines)
    for _ in range(5):
        with socket.create_connection(("127.0.0.1", int(serving.port))) as gone:
            gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
            gone.sendall(f"GET /search/texts.js HTTP/1.0\r\nHost: 127.0.0.1:{serving.port}\r\n\r\n".encode())
    assert serving.get("/")[0] == 200
    assert serving.lines[before:] == []


def test_a_port_that_is_taken_is_told(serving: Serving) -> None:
    run = CliRunner().invoke(main, ["serve", "--root", str(serving.root), "--port", serving.port])
    assert run.exit_code == 2
    assert f"端口 {serving.port} 已被占用" in run.output


def test_saves_before_and_after_the_watch_begins_are_told_and_swap_files_are_not(small_site: Path) -> None:
    watch, stop, heard = Watch(Project(small_site)), Event(), list[list[Path]]()
    case = small_site / CASE
    case.write_text("before", "utf-8")
    watching = Thread(target=lambda: heard.extend(watch.changes(stop)))
    watching.start()
    wait(lambda: "heard" if heard else "")
    (case.parent / ".yi.md.swp").write_text("x", "utf-8")
    beside = case.parent / "new.tmp"
    beside.write_text("after", "utf-8")
    beside.replace(case)
    wait(lambda: "heard" if len(heard) > 1 else "")
    moved = small_site / "content"
    shutil.copytree(moved, small_site / "other")
    shutil.rmtree(moved)
    (small_site / "other").rename(moved)
    (moved / "terms.yml").write_text("in the new folder", "utf-8")
    wait(lambda: "heard" if any(moved / "terms.yml" in saved for saved in heard) else "")
    stop.set()
    watching.join(5)
    assert heard[:2] == [[case], [case]]
