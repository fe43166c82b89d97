"""The browser's index holds exactly what a plain scan finds, for any records and any query."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from search_corpus import libraries, libraries_and_queries, plain_scan, scan_folded
from shard_reader import ShardReader

from generator.search.browser.build import build
from generator.search.browser.dense import ALPHABET, decode, encode, encode_rising
from generator.search.browser.grams import LONGEST
from generator.search.records import Block, Record, marked_blocks

sys.path.append(str(Path(__file__).resolve().parents[1] / "js"))

import make_fixture

TINY = {"one_shard": 0, "shard_size": 40}
COMMON = {**TINY, "threshold": 1}


@given(libraries_and_queries())
def test_the_exact_set_is_the_plain_scan(case: tuple[list[Record], str]) -> None:
    library, query = case
    assert ShardReader(build(library)).find(query) == plain_scan(library, query)


@given(libraries_and_queries())
def test_sharding_changes_no_answer(case: tuple[list[Record], str]) -> None:
    library, query = case
    assert ShardReader(build(library, **TINY)).find(query) == plain_scan(library, query)


@settings(max_examples=300)
@given(libraries_and_queries(), st.integers(1, 4))
def test_common_runs_change_no_answer(case: tuple[list[Record], str], threshold: int) -> None:
    library, query = case
    reader = ShardReader(build(library, **TINY, threshold=threshold))
    assert reader.find(query) == plain_scan(library, query)
    assert all(len(positions) <= threshold for (name, _), positions in reader.lists.items() if len(name) < LONGEST - 1)


@given(libraries())
def test_the_head_of_a_common_run_says_what_a_scan_counts(library: list[Record]) -> None:
    reader = ShardReader(build(library, **COMMON))
    for run, (records, pages, counts, best) in reader.heads.items():
        found = scan_folded(library, run)
        assert (records, pages) == (len(found), len({page for page, _ in found}))
        assert decode(counts) == ([len(found)] if found else [])
        assert {reader.places[number] for number in decode(best)[::2]} <= found
        scores = decode(best)[1::2]
        assert scores == sorted(scores, reverse=True)


@given(libraries())
def test_grams_are_in_the_shard_that_the_manifest_names(library: list[Record]) -> None:
    reader = ShardReader(build(library, **COMMON))
    firsts = [key.encode("utf-16-be") for key in reader.manifest["postings"]]
    assert firsts == sorted(firsts)
    for number, _ in enumerate(firsts):
        shard = reader.tables[f"postings-{number:04d}"]
        for gram in (f"{name} {other}" for name, (others, _) in shard.items() for other in others):
            key = gram.encode("utf-16-be")
            assert firsts[number] <= key and (number + 1 == len(firsts) or key < firsts[number + 1])


def test_nothing_reaches_over_the_border_of_a_block_or_record() -> None:
    blocks = (Block("网格", True), Block("党建"), Block("联盟"))
    library = [Record("a.html", anchor, "", "", "案例", {}, blocks) for anchor in ("s", "t")]
    reader = ShardReader(build(library))
    assert all(reader.find(text) for text in ("网格", "格", "党", "党建", "联盟"))
    assert not any(reader.find(text) for text in ("格党", "网格党建", "党建联盟", "建联", "联盟网格", "盟网"))


def test_a_heading_longer_than_its_space_is_found_to_its_end() -> None:
    library = [Record("a.html", "s", "", "", "案例", {}, (Block("甲" * 70 + "乙", True), Block("丙")))]
    assert ShardReader(build(library)).find("甲乙") and ShardReader(build(library)).find("丙")


def test_a_small_library_is_one_shard_and_a_large_one_many() -> None:
    blocks = [Block(chr(0x4E00 + number) + chr(0x5E00 + number * 7 % 999)) for number in range(900)]
    library = [Record("a.html", f"s{number}", "", "", "案例", {}, (block,)) for number, block in enumerate(blocks)]
    assert sum(name.startswith("postings") for name in build(library)) == 1
    many = build(library, one_shard=1000, shard_size=500)
    shards = {name: len(content) for name, content in many.items() if name.startswith("postings")}
    assert len(shards) > 5 and max(shards.values()) < 700


def test_an_empty_library_has_an_index_that_finds_nothing() -> None:
    files = build([])
    assert not any(name.startswith(("postings", "texts", "places")) for name in files)
    assert ShardReader(files).find("网") == set()


def test_the_same_records_make_the_same_bytes_and_one_edition() -> None:
    library = [Record("a.html", "s", "题", "节", "案例", {"省份": ("浙江省",)}, (Block("一心两会"),))]
    assert build(library) == build(list(library))
    assert len(ShardReader(build(library)).editions) == 1
    other = [Record("a.html", "s", "题", "节", "案例", {"省份": ("浙江省",)}, (Block("一心三会"),))]
    assert ShardReader(build(library)).editions != ShardReader(build(other)).editions


def test_facets_name_the_pages_that_have_them() -> None:
    library = [
        Record(page, "s", "", "", "案例", {"省份": provinces}, (Block("网格"),))
        for page, provinces in (("a.html", ("浙江省",)), ("b.html", ("四川省", "浙江省")), ("c.html", ()))
    ]
    assert ShardReader(build(library)).tables["catalogue"]["facets"] == [
        ["省份", [["浙江省", encode_rising([0, 1])], ["四川省", encode_rising([1])]]]
    ]


def test_line_separators_cannot_end_a_script_early() -> None:
    library = [Record("a.html", "s", "\u2028", "</script>", "案例", {}, (Block('a"\\\u2029'),))]
    assert all(
        "\u2028" not in content.decode() and "\u2029" not in content.decode() for content in build(library).values()
    )


@given(st.lists(st.integers(0, 10**9)))
def test_numbers_come_back_from_their_codes(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers
    assert set(encode(numbers)) <= set(ALPHABET)


def test_small_numbers_take_one_character() -> None:
    assert [len(encode([number])) for number in (0, 63, 64, 1855, 1856, 52031, 52032)] == [1, 1, 2, 2, 3, 3, 4]


def test_the_fixture_of_the_browser_tests_is_current() -> None:
    found = {path.name: path.read_bytes() for path in make_fixture.FOLDER.glob("*.js")}
    assert found == make_fixture.fixture_files(), "run: python tests/js/make_fixture.py"


def test_a_run_weighs_most_in_a_heading_then_in_the_name_of_a_row_then_elsewhere() -> None:
    filler = Block("其他文字")
    placed = (Block("网格", True), Block("网格", False, "row", True), Block("网格"))
    library = [Record("a.html", f"s{n}", "", "题", "案例", {}, (block, filler)) for n, block in enumerate(placed)]
    (head,) = [entry for run, entry in ShardReader(build(library, threshold=2)).heads.items() if run == "网格"]
    assert decode(head[3])[::2] == [0, 1, 2]
    assert len(set(decode(head[3])[1::2])) == 3


def test_names_of_rows_are_what_stands_in_their_headings() -> None:
    html = '<h2 data-record="s">节</h2><h4 data-record="s">卡</h4><table><tr><th><p data-record="s">行</p></th><td data-record="s">格</td></tr></table>'
    assert [(block.text, block.is_name) for _, block in marked_blocks(html)] == [
        ("节", False), ("卡", True), ("行", True), ("格", False),
    ]  # fmt: skip
