"""Search on the desktop: the same exact set as a plain scan, and an index that is kept, mended and never trusted blindly."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from search_corpus import libraries, libraries_and_queries, plain_scan, read_library

from generator.search.desktop import whoosh_index
from generator.search.desktop.answer import search
from generator.search.desktop.index_state import STATE_FILE
from generator.search.records import Block, Record

FIXTURE = Path(__file__).resolve().parents[1] / "js" / "fixture" / "library.json"


@pytest.fixture
def library() -> list[Record]:
    return read_library(FIXTURE)


def found(library: list[Record], cache: Path, query: str, match: str = "exact") -> set[tuple[str, str]]:
    return {(hit.page, hit.anchor) for hit in search(library, cache, query).hits if hit.match == match}


@settings(max_examples=60, deadline=None)
@given(libraries_and_queries(), st.lists(st.text("网格ab。5", min_size=1, max_size=3), max_size=4))
def test_the_exact_set_is_the_plain_scan(case: tuple[list[Record], str], more: list[str]) -> None:
    library, query = case
    with tempfile.TemporaryDirectory() as cache:
        for asked in [f'"{query}"', *more]:
            assert found(library, Path(cache), asked) == plain_scan(library, asked)


@settings(max_examples=25, deadline=None)
@given(libraries(), libraries(), st.text("网格党ab。5", min_size=1, max_size=3))
def test_an_updated_index_answers_like_a_new_one(before: list[Record], after: list[Record], query: str) -> None:
    with tempfile.TemporaryDirectory() as cache:
        search(before, Path(cache), query)
        assert found(after, Path(cache), query) == plain_scan(after, query)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20), st.data())
def test_any_unicode_text_is_found_by_its_parts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    query = text[start : data.draw(st.integers(start + 1, len(text)))]
    library = [Record("a.html", "s", "", "", "案例", {}, (Block(" ".join(text.split())),))]
    with tempfile.TemporaryDirectory() as cache:
        assert found(library, Path(cache), query) >= plain_scan(library, query)


def test_nothing_reaches_over_the_border_of_a_block(tmp_path: Path) -> None:
    library = [Record("a.html", "s", "", "", "案例", {}, (Block("网格", True), Block("党建"), Block("联盟")))]
    assert all(found(library, tmp_path, text) for text in ("网格", "格", "党", "党建", "联盟"))
    assert not any(found(library, tmp_path, text) for text in ("格党", "网格党建", "党建联盟", "建联"))


def test_a_run_longer_than_whooshs_phrases_is_exact(tmp_path: Path) -> None:
    text = "甲乙" * 200
    library = [Record("a.html", "s", "", "", "案例", {}, (Block(text + "丙"), Block(text + "丁")))]
    assert found(library, tmp_path, text + "丁") == {("a.html", "s")}
    assert found(library, tmp_path, text + "丁丙") == set()
    assert found(library, tmp_path, "乙甲" * 5000) == set()


def test_traditional_queries_equal_simplified_ones(library: list[Record], tmp_path: Path) -> None:
    assert found(library, tmp_path, "網格") == found(library, tmp_path, "网格") != set()
    assert found(library, tmp_path, "黨建聯盟") == {("cases/chengyang.html", "practice")}


def test_words_are_tried_after_the_whole_and_labelled(library: list[Record], tmp_path: Path) -> None:
    assert [(hit.anchor, hit.match) for hit in search(library, tmp_path, "党建 与网格").hits] == [
        ("term-grid", "exact")
    ]
    assert {(hit.anchor, hit.match) for hit in search(library, tmp_path, "党员 网格").hits} == {("problems", "words")}
    assert found(library, tmp_path, '"党员 网格"', "words") == set()


def test_a_minus_excludes_and_a_negative_figure_is_a_figure(library: list[Record], tmp_path: Path) -> None:
    assert len(found(library, tmp_path, "物业")) == 3
    assert found(library, tmp_path, "物业 -社区") == {("cases/xitang.html", "top")}
    assert found(library, tmp_path, "-47.2%") == {("cases/xitang.html", "fig-reports")}


def test_a_field_narrows_to_pages_alone_or_beside_words(library: list[Record], tmp_path: Path) -> None:
    assert found(library, tmp_path, "物业 省份：山东") == {
        ("cases/chengyang.html", "practice"),
        ("cases/chengyang.html", "problems"),
    }
    assert found(library, tmp_path, "省份:浙江") == {("cases/xitang.html", "top")}
    assert found(library, tmp_path, "物业 省份:浙工") == set()


def test_a_hit_in_a_heading_comes_first_and_the_excerpt_marks_it(library: list[Record], tmp_path: Path) -> None:
    first, *_ = search(library, tmp_path, "网格").hits
    assert (first.page, first.anchor, first.title, first.heading, first.type) == (
        "terms.html",
        "term-grid",
        "术语",
        "网格",
        "术语",
    )
    assert first.heading_pieces == (("网格", True),)
    assert first.excerpt.startswith("把社区划成若干小片")


def test_a_hit_names_the_row_it_stands_in(library: list[Record], tmp_path: Path) -> None:
    (hit,) = search(library, tmp_path, "1515").hits
    assert (hit.anchor, hit.place) == ("fig-reports", "row-1515")
    assert hit.pieces == (("案件", False), (" · ", False), ("1515", True), ("起", False))


def test_the_limit_limits(library: list[Record], tmp_path: Path) -> None:
    assert len(search(library, tmp_path, "物业", limit=2).hits) == 2
    assert len(search(library, tmp_path, "物业").hits) == 3


@pytest.mark.parametrize(
    "query", ["", "   ", "“”", "\u200b", "<script>", "a.*b)", "😀" * 10_000, "-" * 10_000, "的 " * 5_000]
)
def test_odd_queries_are_harmless(library: list[Record], tmp_path: Path, query: str) -> None:
    assert found(library, tmp_path, query) == plain_scan(library, query)


def test_nothing_is_written_when_nothing_changed(library: list[Record], tmp_path: Path) -> None:
    search(library, tmp_path, "网格")
    before = snapshot(tmp_path)
    search(library, tmp_path, "党建")
    assert snapshot(tmp_path) == before


def test_only_the_changed_page_is_indexed_anew(
    library: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    search(library, tmp_path, "网格")
    added: list[str] = []
    add = whoosh_index._add

    def counted(writer: object, record: Record) -> None:
        added.append(record.page)
        add(writer, record)

    monkeypatch.setattr(whoosh_index, "_add", counted)
    changed = [*library[:-1], Record("terms.html", "term-new", "术语", "新词", "术语", {}, (Block("新词"),))]
    assert found(changed, tmp_path, "新词") == {("terms.html", "term-new")}
    assert found(changed, tmp_path, "每片") == set()
    assert added == ["terms.html"]


def cut_a_file(folder: Path) -> None:
    path = max(folder.glob("*.seg"), key=lambda path: path.stat().st_size)
    path.write_bytes(path.read_bytes()[:-40])


def flip_a_byte(folder: Path) -> None:
    path = max(folder.glob("*.seg"), key=lambda path: path.stat().st_size)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF
    path.write_bytes(data)


def remove_a_file(folder: Path) -> None:
    next(folder.glob("*.toc")).unlink()


def spoil_the_state(folder: Path) -> None:
    (folder / STATE_FILE).write_text('["x"]', encoding="utf-8")


def remove_the_state(folder: Path) -> None:
    (folder / STATE_FILE).unlink()


@pytest.mark.parametrize("damage", [cut_a_file, flip_a_byte, remove_a_file, spoil_the_state, remove_the_state])
def test_a_damaged_index_is_made_again_with_a_word_about_it(
    library: list[Record], tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    expected = found(library, tmp_path, "网格")
    damage(tmp_path / "search")
    with caplog.at_level(logging.WARNING):
        assert found(library, tmp_path, "网格") == expected
    assert "正在重建" in caplog.text


def test_a_new_index_says_nothing(library: list[Record], tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    search(library, tmp_path / "deeper" / "cache", "网格")
    assert caplog.text == ""


def test_a_busy_index_is_waited_for_and_then_named(
    library: list[Record], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whoosh_index, "LOCK_SECONDS", 0)
    with whoosh_index.current_index(library, tmp_path), pytest.raises(TimeoutError, match="另一个进程"):
        search(library, tmp_path, "网格")


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith("lock")
    }
