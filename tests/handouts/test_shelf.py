"""Prepared handouts and their cache: what makes a file stale, what is made again, and what the site then holds."""

from __future__ import annotations

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli import main
from generator.content import load_content
from generator.handouts import batch, keys
from generator.handouts.shelf import shelf_of
from generator.pack.selection import selected
from generator.paths import PRODUCT, Project
from generator.report import Diagnostics
from tests.conftest import SMALL

HANDOUTS = {
    "jia": "title: 甲社区\norder: 2\nformats: [docx, summary]\nparts:\n  - case: jia\n",
    "yi": "title: 乙小区\norder: 3\nformats: [docx, pptx]\nparts:\n  - case: yi\n",
}
FILES = ["jia-summary.pdf", "jia.docx", "xuexi.docx", "xuexi.pdf", "xuexi.pptx", "yi.docx", "yi.pptx"]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with the handouts of both its cases."""
    root = tmp_path_factory.mktemp("template") / "project"
    shutil.copytree(SMALL, root)
    for id_, text in HANDOUTS.items():
        (root / f"content/handouts/{id_}.yml").write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def made_template(template: Path) -> Path:
    """The same with all files of its handouts, and built."""
    root = template.with_name("made")
    shutil.copytree(template, root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "cpu_count", lambda: 1)
        assert run(root, "handouts")[0] == 0
    return root


@pytest.fixture
def site(template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy that a test may change; its handouts are made by this process alone."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    return Path(shutil.copytree(template, tmp_path / "project"))


@pytest.fixture
def made_site(made_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same of the one that has its handouts."""
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    return Path(shutil.copytree(made_template, tmp_path / "project"))


def run(root: Path, command: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [command, "--root", str(root)])
    return result.exit_code, result.output


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / "content" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def keys_now(root: Path) -> dict[str, str]:
    """The key of every file, by its name."""
    diagnostics = Diagnostics()
    library = load_content(root, diagnostics)
    assert library and not diagnostics.errors, list(map(str, diagnostics))
    return {kind.file_name(id_): key for id_, own in keys.keys_of(library)[0].items() for kind, key in own.items()}


def changed(root: Path, file: str, old: str, new: str) -> list[str]:
    """Which files get another key by one edit."""
    before = keys_now(root)
    edit(root, file, old, new)
    after = keys_now(root)
    return sorted(name for name in before if after.get(name) != before[name])


XUEXI, JIA, YI = FILES[2:5], FILES[:2], FILES[5:]


@pytest.mark.parametrize(
    ("file", "old", "new", "stale"),
    [
        ("cases/jia.md", "材料说老楼多、", "材料说老楼很多、", ["jia.docx"]),
        ("cases/jia.md", "社区党委把楼栋划成网格", "社区党委把楼栋分成网格", [*JIA, *XUEXI]),
        ("cases/yi.md", "乙小区只有两栋楼", "乙小区有两栋楼", YI),
        ("terms.yml", "把社区划成的小片", "社区里的小片", ["jia.docx", *XUEXI, *YI]),
        ("cases/jia.md", "short: 甲社区", "short: 甲村", FILES),  # the term that yi uses cites the other case
        ("handouts/yi.yml", "title: 乙小区", "title: 乙", YI),
        ("handouts/xuexi.yml", "各读一遍", "都读一遍", XUEXI),
        ("handouts/yi.yml", "order: 3", "order: 9", []),
        ("cases/yi.md", "\n## 背景与起因", "\n\n## 背景与起因", []),
        ("wordings.yml", "", "", []),
    ],
)
def test_a_file_is_stale_exactly_when_what_it_says_changed(
    site: Path, file: str, old: str, new: str, stale: list[str]
) -> None:
    assert changed(site, file, old, new) == sorted(stale)


def test_every_format_has_a_key_of_its_own(site: Path) -> None:
    found = keys_now(site)
    assert sorted(found) == FILES and len(set(found.values())) == len(FILES)


def test_other_code_makes_every_file_stale(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys_now(site)
    monkeypatch.setattr(keys, "code_digest", lambda *_, **__: "another version")
    after = keys_now(site)
    assert all(after[name] != before[name] for name in FILES)


def test_other_fonts_make_every_file_stale(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = keys_now(site)
    monkeypatch.setattr(keys, "fonts_digest", lambda: "other fonts")
    after = keys_now(site)
    assert all(after[name] != before[name] for name in FILES)


def test_keys_are_the_same_in_every_process(site: Path) -> None:
    script = "import sys; from tests.handouts.test_shelf import *; print(keys_now(Path(sys.argv[1])))"
    env = os.environ | {"PYTHONHASHSEED": "11"}
    command = [sys.executable, "-c", script, str(site)]
    done = subprocess.run(command, cwd=PRODUCT, env=env, capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == keys_now(site)


def test_the_code_that_writes_files_is_part_of_the_key() -> None:
    """What the writers import from outside of handouts/ is covered by the digest, or is a type without influence."""
    outside = set()
    for folder in ("docx", "pdf", "pptx"):
        for file in (PRODUCT / "generator/handouts" / folder).glob("*.py"):
            outside |= set(re.findall(r"^from \.\.\.(\w\S*) import", file.read_text("utf-8"), re.MULTILINE))
    folders = {folder.relative_to(keys.PACKAGE).as_posix().replace("/", ".") for folder in keys.WRITERS}
    assert {name for name in outside if name.rpartition(".")[0] not in folders} == {"library.evidence"}


def test_the_command_makes_all_files_and_the_site_holds_them(site: Path) -> None:
    code, output = run(site, "handouts")
    assert code == 0
    assert "讲义 7 个文件：新生成 7 个，0 个没有变" in output and "尚未生成" not in output
    assert sorted(path.name for path in (site / "output/handouts").iterdir()) == sorted([*FILES, "index.html"])


def test_a_second_run_makes_nothing(made_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digests(made_site)
    monkeypatch.setattr(batch, "_write", lambda task: pytest.fail(f"{task.id} was written again"))
    assert "新生成 0 个，7 个没有变" in run(made_site, "handouts")[1]
    assert digests(made_site) == before


def digests(root: Path) -> dict[str, str]:
    folder = root / "output/handouts"
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_a_run_on_all_cores_makes_the_same_bytes(made_site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = digests(made_site)
    for path in shelf_of(Project(made_site)).folder.iterdir():
        path.unlink()
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(batch, "_FEW", 2)
    assert "新生成 7 个" in run(made_site, "handouts")[1]
    assert digests(made_site) == alone


def test_only_what_changed_is_made_again_and_the_old_file_goes(made_site: Path) -> None:
    edit(made_site, "handouts/yi.yml", "title: 乙小区", "title: 乙")
    assert "新生成 2 个，5 个没有变" in run(made_site, "handouts")[1]
    assert len(list(kept(made_site))) == 7


def kept(root: Path) -> Iterator[Path]:
    return shelf_of(Project(root)).folder.glob("[!.]*-*")


@pytest.mark.parametrize("damage", [b"", b"PK half a file"])
def test_a_damaged_file_is_not_given_out_and_is_made_anew(made_site: Path, damage: bytes) -> None:
    before = digests(made_site)
    path = next(
        path for path in kept(made_site) if path.read_bytes() == (made_site / "output/handouts/yi.docx").read_bytes()
    )
    path.write_bytes(damage)
    assert "讲义 7 个文件中有 1 个尚未生成或已过时" in run(made_site, "build")[1]
    assert not (made_site / "output/handouts/yi.docx").exists()
    assert "新生成 1 个，6 个没有变" in run(made_site, "handouts")[1]
    assert digests(made_site) == before


def test_a_damaged_memory_of_keys_is_made_anew(made_site: Path) -> None:
    memory = shelf_of(Project(made_site)).folder / "keys.json"
    for text in ("", "[]", '{"state": 1}', memory.read_text("utf-8").replace("docx", "doc")):
        memory.write_text(text, "utf-8")
        assert "尚未生成" not in run(made_site, "build")[1]


def test_a_killed_run_leaves_no_half_file_and_the_next_one_goes_on(site: Path) -> None:
    script = (
        "import os, pathlib, generator.saving as s\n"
        "os.cpu_count = lambda: 1\n"
        "real, count = pathlib.Path.replace, [0]\n"
        "def half(self, target):\n"
        "    count[0] += 1\n"
        "    if count[0] == 4: os._exit(9)\n"
        "    return real(self, target)\n"
        "pathlib.Path.replace = half\n"
        f"from generator.cli import main; main(['handouts', '--root', {str(site)!r}])\n"
    )
    killed = subprocess.run([sys.executable, "-c", script], cwd=PRODUCT, check=False, capture_output=True)
    assert killed.returncode == 9
    assert len(list(kept(site))) == 3 and len(list(shelf_of(Project(site)).folder.glob(".*.tmp"))) == 1
    assert "讲义 7 个文件中有 4 个尚未生成" in run(site, "build")[1]
    assert "新生成 4 个，3 个没有变" in run(site, "handouts")[1]


def test_what_a_killed_run_left_goes_when_it_is_old(made_site: Path) -> None:
    half = shelf_of(Project(made_site)).folder / ".abc-1.tmp"
    half.write_text("half", "utf-8")
    run(made_site, "handouts")
    assert half.exists()  # it may be that of another run
    os.utime(half, (0, 0))
    run(made_site, "handouts")
    assert not half.exists()


def test_a_missing_glyph_is_told_of_its_handout_and_the_site_is_left_alone(site: Path) -> None:
    run(site, "build")
    before = digests(site)
    edit(site, "handouts/xuexi.yml", "各读一遍", "各读\U00013000一遍")
    code, output = run(site, "handouts")
    assert code == 1
    assert "讲义 xuexi（PDF）：本机的字体里没有“\U00013000”" in output and "fonts-noto-cjk" in output
    assert "有 1 个文件没有生成，网站没有动。" in output
    assert digests(site) == before
    assert len(list(kept(site))) == 6  # the others are made, and need not be again


def test_a_plain_build_makes_no_handout_and_no_document(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_document(*_: object) -> None:
        pytest.fail("a document was made")

    monkeypatch.setattr("generator.handouts.formats.make_document", no_document)
    code, output = run(site, "build")
    assert code == 0
    assert (
        output.splitlines()[-1]
        == "讲义 7 个文件中有 7 个尚未生成或已过时。请运行 python3 tasks.py handouts（或 python -m generator handouts）。"
    )
    assert sorted(path.name for path in (site / "output/handouts").iterdir()) == ["index.html"]


def test_a_plain_build_of_an_unchanged_library_takes_the_files_without_making_a_document(
    made_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digests(made_site)
    monkeypatch.setattr("generator.handouts.keys.made", lambda *_: pytest.fail("a document was made"))
    assert "尚未生成" not in run(made_site, "build")[1]
    assert digests(made_site) == before


def test_a_stale_file_is_not_given_out(made_site: Path) -> None:
    edit(made_site, "cases/yi.md", "乙小区只有两栋楼", "乙小区有两栋楼")
    assert "讲义 7 个文件中有 2 个尚未生成或已过时" in run(made_site, "build")[1]
    assert not list((made_site / "output/handouts").glob("yi.*"))
    page = (made_site / "output/handouts/index.html").read_text("utf-8")
    assert "Word、PPT 尚未生成" in page and "yi.docx" not in page
    assert "handouts/yi" not in (made_site / "output/cases/yi.html").read_text("utf-8")


def test_pages_lead_to_the_files_of_what_they_show(made_site: Path) -> None:
    links = {
        name: re.findall(
            r'href="(?:\.\./)*handouts/([^"]+)" download', (made_site / "output" / name).read_text("utf-8")
        )
        for name in ("cases/jia.html", "cases/yi.html", "tables/outcomes.html", "manuals/demo/index.html")
    }
    assert links == {
        "cases/jia.html": ["jia.docx", "jia-summary.pdf"], "cases/yi.html": ["yi.docx", "yi.pptx"],
        "tables/outcomes.html": [], "manuals/demo/index.html": [],
    }  # fmt: skip
    listed = re.findall(r'href="([^"/]+)" download', (made_site / "output/handouts/index.html").read_text("utf-8"))
    assert sorted(listed) == FILES


def test_a_part_of_the_library_takes_the_files_of_what_it_shows(made_site: Path, tmp_path: Path) -> None:
    library = load_content(made_site, Diagnostics())
    assert library
    for names, files in ((["cases/jia"], JIA), (["handouts"], FILES)):
        part = tmp_path / names[0].replace("/", "-")
        assert build(Project(made_site, tmp_path / "cache"), part, Diagnostics(), selected(names, library).applied)
        assert sorted(path.name for path in (part / "handouts").iterdir()) == sorted([*files, "index.html"])


def test_a_manual_page_gets_its_links_though_the_book_is_cached(site: Path) -> None:
    run(site, "build")
    (site / "content/handouts/demo.yml").write_text("title: 楼长\nformats: [docx]\nparts:\n  - manual: demo\n", "utf-8")
    run(site, "handouts")
    assert "handouts/demo.docx" in (site / "output/manuals/demo/index.html").read_text("utf-8")


def test_every_link_of_the_site_with_handouts_leads_somewhere(made_site: Path) -> None:
    for page in (made_site / "output").rglob("*.html"):
        for link in re.findall(r'href="([^"#?:]+)', page.read_text("utf-8")):
            assert (page.parent / link).is_file(), (page, link)


def test_a_library_without_handouts_has_no_page_for_them(site: Path) -> None:
    for file in (site / "content/handouts").iterdir():
        file.unlink()
    code, output = run(site, "handouts")
    assert code == 0 and "讲义 0 个文件" in output
    assert not (site / "output/handouts").exists()
    assert "讲义</a>" not in (site / "output/index.html").read_text("utf-8").split("</nav>")[0]
