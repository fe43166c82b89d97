"""What the desk keeps while builds come and go, what it answers with, and what it says of a mishap."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import pytest

from generator.desk.answering import file_in, path_of, type_of
from generator.desk.live import Live, Told
from generator.desk.mishaps import mishap
from generator.desk.watching import is_written
from generator.output import MANIFEST
from generator.paths import THEME
from generator.report import Diagnostics, Position
from generator.views.render import ENVIRONMENT, Environment


class Bench:
    """A live site whose builds say what the test wants: the words of its one page, or none when it is broken."""

    def __init__(self, place: Path) -> None:
        self.words: str | None = ""
        self.live = Live(place / "serve", self.make)

    def make(self, folder: Path, found: Diagnostics) -> bool:
        if self.words is None:
            found.error(Position("content/a.md", 3, 5), "不对。")
            return False
        folder.mkdir(parents=True)
        for name in ("index.html", MANIFEST):
            (folder / name).write_text(self.words, "utf-8")
        return True

    def save(self, words: str | None) -> Told:
        self.words = words
        return self.live.rebuild()

    @property
    def shown(self) -> str:
        folder = self.live.told.folder
        assert folder
        return (folder / "index.html").read_text("utf-8")


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_before_the_first_good_build_there_is_nothing_but_its_errors(bench: Bench) -> None:
    told = bench.save(None)
    assert (told.folder, told.edition, list(map(str, told.found))) == (None, "", ["content/a.md:3:5: 不对。"])


def test_a_broken_save_keeps_the_last_good_output_and_a_mended_one_replaces_it(bench: Bench) -> None:
    good = bench.save("一")
    broken = bench.save(None)
    assert (broken.edition, bench.shown) == (good.edition, "一")
    assert broken.build != good.build
    assert broken.found.errors
    again = bench.save(None)
    assert (again.edition, bench.shown) == (good.edition, "一")
    mended = bench.save("二")
    assert mended.edition != good.edition
    assert (mended.found.errors, bench.shown) == ([], "二")


def test_the_output_that_is_served_is_not_touched_while_the_next_is_made(bench: Bench) -> None:
    served = bench.save("一").folder
    assert served
    bench.save("二")
    assert (served / "index.html").read_text("utf-8") == "一"


def test_a_save_that_changes_no_page_is_no_new_edition(bench: Bench) -> None:
    first = bench.save("一")
    second = bench.save("一")
    assert (second.edition, second.folder) == (first.edition, first.folder)


def test_editions_of_two_runs_are_never_taken_for_one_another(tmp_path: Path) -> None:
    assert Bench(tmp_path / "a").save("一").edition != Bench(tmp_path / "b").save("一").edition


def test_who_waits_is_told_at_once_and_who_waits_in_vain_is_told_the_same(bench: Bench) -> None:
    assert bench.live.wait("", 0.01).build == ""
    heard: list[Told] = []
    waiting = Thread(target=lambda: heard.append(bench.live.wait("", 20)))
    waiting.start()
    build = bench.save("一").build
    waiting.join(5)
    assert [told.build for told in heard] == [build]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/cases/?q=1#a", "cases/index.html"),
        ("/cases/jia.html?hl=%E7%94%B2", "cases/jia.html"),
        ("/%E7%94%B2.html", "甲.html"),
        ("/../a", None),
        ("/%2e%2e/a", None),
        ("/a/%2E%2E%2fb", None),
        ("/a/..%5cb", None),
        ("/.shijianku.json", None),
        ("/a/.b/c", None),
        ("//etc/passwd", None),
        ("/a//b", None),
        ("/c:/a", None),
        ("/a%00b", None),
        ("/%ff", None),
        ("http://elsewhere/a", None),
        ("*", None),
    ],
)
def test_an_address_asks_for_a_path_within_the_site_or_for_none(address: str, path: str | None) -> None:
    assert path_of(address) == path


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (site / "out.txt").symlink_to(tmp_path / "secret.txt")
    (site / "folder").symlink_to(tmp_path)
    (site / "in.txt").write_text("in", "utf-8")
    assert [file_in(site, path) for path in ("out.txt", "folder/secret.txt", "folder", "x" * 5000)] == [None] * 4
    assert file_in(site, "in.txt") == site / "in.txt"


def test_types_of_files_do_not_depend_on_the_machine() -> None:
    assert [type_of(Path(name)) for name in ("a.js", "a.CSS", "a.webmanifest", "a")] == [
        "text/javascript; charset=utf-8",
        "text/css; charset=utf-8",
        "application/manifest+json",
        "application/octet-stream",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cases/jia.md", True),
        ("新建.md", True),
        ("cases/.jia.md.swp", False),
        ("cases/jia.md~", False),
        ("cases/4913", False),
        ("cases/#jia.md#", False),
        ("~$jia.docx", False),
        (".git/index", False),
        ("cases/jia.md.tmp", False),
    ],
)
def test_what_editors_programs_keep_beside_a_file_is_no_save(name: str, expected: bool) -> None:
    assert is_written(Path("content") / name, Path("content")) == expected


def caught(function: object, *given: object) -> BaseException:
    with pytest.raises(Exception) as info:
        function(*given)  # type: ignore[operator]
    return info.value


def test_a_mistake_in_a_template_is_told_with_its_line(tmp_path: Path) -> None:
    environment = Environment(**{**ENVIRONMENT, "bytecode_cache": None})  # type: ignore[arg-type]
    file = str(THEME / "templates/a.html")
    at, message = mishap(caught(environment.compile, "a\n{% if %}", "a.html", file), tmp_path)
    assert str(at) == "theme/templates/a.html:2:1"
    assert message.startswith("模板或设置有误：TemplateSyntaxError ")
    at, _ = mishap(caught(exec, compile("\n\n1 / 0", file, "exec")), tmp_path)
    assert str(at) == "theme/templates/a.html:3:1"


def test_of_a_mistake_in_the_program_the_story_is_kept_and_not_shown(tmp_path: Path) -> None:
    at, message = mishap(caught(int, "x"), tmp_path)
    assert str(at) == "generator:1:1"
    assert "\n" not in message
    assert "ValueError" in message
    assert "Traceback" in (tmp_path / "error.txt").read_text("utf-8")
