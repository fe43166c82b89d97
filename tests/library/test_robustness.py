"""Whatever stands in a content file, the loader tells it and never raises."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import load_content
from generator.library.strict_yaml import read_yaml
from generator.report import Diagnostics

SMALL = Path(__file__).resolve().parents[1] / "sites/small"
FILES = ("cases/yi.md", "terms.yml", "sources.yml", "vocabulary.yml", "measures.yml", "about.md", "tables/outcomes.yml")
SNIPPETS = ("---\n", "|", "## ", "### 数字\n", "[a](fig:b)", "\t", "- ", ": ", "{", "[", '"', "&a", "*a", "> ", "→", "P01", "\\", "<b>", "1. ")
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


@settings(max_examples=60, deadline=None)
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
    assert len(diagnostics.errors) == 1
