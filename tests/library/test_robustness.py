"""Whatever stands in a content file, the loader tells it and never raises."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import load_content
from generator.library import yaml_nodes
from generator.library.strict_yaml import _read, read_yaml
from generator.report import Diagnostics

SMALL = Path(__file__).resolve().parents[1] / "sites/small"
FILES = (
    "cases/yi.md", "terms.yml", "sources.yml", "vocabulary.yml", "measures.yml", "about.md", "tables/outcomes.yml",
    "manuals/index.md", "manuals/demo/index.md", "manuals/demo/01-dengji.md", "manuals/demo/03-zicha.md", "manuals/demo/04-dengji.md",
)  # fmt: skip
SNIPPETS = (
    "---\n",
    "|",
    "## ",
    "### 数字\n",
    "[a](fig:b)",
    "\t",
    "- ",
    ": ",
    "{",
    "[",
    '"',
    "&a",
    "*a",
    "> ",
    "→",
    "P01",
    "\\",
    "<b>",
    "1. ",
    "- [ ] ",
    "## 1.2 ",
    "（建议）",
    "kind: 表单\n",
    "[1.1](clause:1.1)",
)
_markdown = st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=8)), max_size=30).map("".join)


def load_with(file: str, content: bytes) -> Diagnostics:
    """Load the small site with one file replaced."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "p"
        shutil.copytree(SMALL, root)
        (root / "content" / file).write_bytes(content)
        diagnostics = Diagnostics()
        load_content(root, diagnostics)
        return diagnostics


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=200))
def test_arbitrary_bytes_give_messages(file: str, content: bytes) -> None:
    assert all(item.message and item.at.path for item in load_with(file, content))


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(FILES), st.integers(0, 2000), _markdown)
def test_sound_files_with_something_typed_into_them_give_messages(file: str, place: int, typed: str) -> None:
    text = (SMALL / "content" / file).read_text("utf-8")
    damaged = text[:place] + typed + text[place:]
    for item in load_with(file, damaged.encode("utf-8", errors="surrogatepass")):
        assert item.at.line >= 1
        assert item.at.column >= 1
        assert item.message.endswith(("。", "？"))


@settings(max_examples=200, deadline=None)
@given(_markdown)
def test_yaml_reader_never_raises(text: str) -> None:
    diagnostics = Diagnostics()
    located = read_yaml(text, "x.yml", diagnostics)
    assert located is not None or diagnostics.errors


def test_deeply_nested_yaml_is_told() -> None:
    diagnostics = Diagnostics()
    assert read_yaml("a: " + "[" * 5000, "x.yml", diagnostics) is None
    assert read_yaml("- " * 100_000, "x.yml", diagnostics) is None
    assert len(diagnostics.errors) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing on Windows")
def test_pipe_in_place_of_a_file_is_told_and_not_waited_for(small_site: Path) -> None:
    (small_site / "content/terms.yml").unlink()
    os.mkfifo(small_site / "content/terms.yml")
    diagnostics = Diagnostics()
    load_content(small_site, diagnostics)
    assert [str(item) for item in diagnostics] == [
        "content/terms.yml:1:1: 这里应是一个文件，却是文件夹或设备。请移走它，放入文件。"
    ]


@pytest.mark.parametrize("piece", ["\u200b", "甲", "**", "[", "| ", "> ", "- ", "#", "`", "1、", "　", "首*"])
def test_one_line_of_nearly_a_megabyte_is_judged_in_good_time(piece: str) -> None:
    started = time.process_time()
    load_with(
        "cases/yi.md",
        (SMALL / "content/cases/yi.md").read_bytes() + (piece * (600_000 // len(piece.encode()))).encode(),
    )
    assert time.process_time() - started < 20


def test_project_without_cases_is_warned_of(small_site: Path) -> None:
    for file in (small_site / "content/cases").iterdir():
        file.unlink()
    diagnostics = Diagnostics()
    load_content(small_site, diagnostics)
    assert "content/cases:1:1: 警告（没有案例）：content/cases/ 里没有案例。请放入 .md 文件。" in map(str, diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        'a: 甲\nb: [乙, 丙]\nc:\n  - {d: 1, e: true}\n  - "丁: 戊"\n',
        "a:\nb: ''\nc: 012\nd: 2026-11-22\ne: no\n",
        "a: [甲, 乙\nb: 丙\n",
        "a: 甲: 乙\n",
        "a: 甲\n b: 乙\n",
        "'甲': &乙 丙\nd: *乙\n",
        "a: {b\x85c\n",
    ],
)
def test_what_is_read_quickly_is_what_is_read_slowly(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> tuple[object, list[str]]:
        diagnostics = Diagnostics()
        _read.cache_clear()
        return read_yaml(text, "x.yml", diagnostics), list(map(str, diagnostics))

    quick = read()
    monkeypatch.setattr(yaml_nodes, "_QUICK", None)
    yaml_nodes.compose.cache_clear()
    assert read() == quick
