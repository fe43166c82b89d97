"""The names of a library, how they are read, their synonyms, and the browser's tables of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.library.model import Library
from generator.search.analysis import fold
from generator.search.browser.dense import decode
from generator.search.browser.names_table import BEST, STRIDE, name_tables
from generator.search.names import WEIGHTS, Name, library_names
from generator.search.pinyin import letters, reading_tables, syllables
from generator.search.synonyms import Synonyms, synonym_groups

sys.path.append(str(Path(__file__).resolve().parents[1] / "js"))

import make_names

FIXTURE = Path(make_names.__file__).with_name("names")
WHOLE = 1 << 30


@pytest.fixture(scope="module")
def real_names(real_library: Library) -> dict[str, Name]:
    return {name.text: name for name in library_names(real_library)}


def test_a_term_and_its_synonyms_lead_to_the_term(real_library: Library, real_names: dict[str, Name]) -> None:
    for text, term in real_library.terms.items():
        for word in (text, *term.synonyms):
            name = next(name for folded, name in _by_fold(real_names).items() if folded == fold(word))
            assert (name.kind, name.page) == ("术语", "terms.html"), word
    assert real_names["业委会"].anchor == real_names["业主委员会"].anchor == "term-ye-wei-hui"


@pytest.mark.parametrize(
    ("text", "kind", "page", "anchor"),
    [
        ("西塘", "案例", "cases/xitang.html", "top"),
        ("《中共中央国务院关于加强和完善城乡社区治理的意见》", "文件", "cases/chengdu.html", "doc-opinion-2017"),
        ("先立示范点，再以点带面", "小节", "cases/chengyang.html", "s-xian-li-shi-fan-dian-zai-yi-dian-dai-mia"),
        ("盈丰街道“一心两会”（集中办公机构）", "组织", "cases/xiaoshan.html", "org-yingfeng-body"),
    ],
)
def test_names_of_each_kind_lead_to_where_the_thing_is_told(
    real_names: dict[str, Name], text: str, kind: str, page: str, anchor: str
) -> None:
    name = real_names[text]
    assert (name.kind, name.page, name.anchor) == (kind, page, anchor)


def test_every_name_leads_to_a_place_of_the_built_site(built_site: Path, real_names: dict[str, Name]) -> None:
    pages = {name.page: (built_site / name.page).read_text(encoding="utf-8") for name in real_names.values()}
    assert [name for name in real_names.values() if f'id="{name.anchor}"' not in pages[name.page]] == []


def test_names_are_told_once_best_first_and_headings_that_stand_in_many_places_are_none(
    real_library: Library, real_names: dict[str, Name]
) -> None:
    names = library_names(real_library)
    assert len(_by_fold(real_names)) == len(names) == len(real_names)
    assert [(name.weight, len(fold(name.text))) for name in names] == sorted(
        (name.weight, len(fold(name.text))) for name in names
    )
    assert {name.kind for name in names} == set(WEIGHTS)
    assert not {"背景与起因", "机制", "讨论题", "适用范围", "怎样使用"} & set(real_names)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("行业党委", "hang ye dang wei"),
        ("重大事项", "zhong da shi xiang"),
        ("率先", "shuai xian"),
        ("长者食堂", "zhang zhe shi tang"),
        ("旅游、策略与女子", "lv you ce lve yu nv zi"),
        ("5A级旅游景区", "5 a ji lv you jing qu"),
        ("“一心两会”（红领物联）", "yi xin liang hui hong ling wu lian"),
        ("兩會", "liang hui"),
        ("𠮷家", "𠮷 jia"),
        ("Ａ４纸㎡", "a 4 zhi m 2"),
        ("", ""),
    ],
)
def test_texts_are_read_as_they_are_spoken(text: str, spoken: str) -> None:
    assert " ".join(syllable for _, syllable in syllables(text)) == spoken


@given(st.text("网網行重ü旅5ａA“：、 𠮷😀㎡e\u0301\u200bßİ", max_size=12))
def test_every_letter_of_the_folded_text_has_a_syllable(text: str) -> None:
    spoken = syllables(text)
    # One character at a time: a mark that joins the character before it in NFKC is dropped either way.
    assert "".join(char for char, _ in spoken) == letters(fold(text))
    assert all(syllable and " " not in syllable for _, syllable in spoken)


def test_readings_are_those_of_names_and_of_common_characters() -> None:
    tables = reading_tables([syllables("行业党委")])
    assert tables["used"] == {"dang": "党", "hang": "行", "wei": "委", "ye": "业"}
    assert "行" in tables["other"]["xing"] and "行" not in tables["other"]["hang"]
    assert "话" in tables["other"]["hua"] and "网" in tables["other"]["wang"]
    assert len(json.dumps(tables, ensure_ascii=False).encode()) < 36_000


def test_synonyms_are_found_alone_and_within() -> None:
    given_ = json.loads((FIXTURE / "names.json").read_text(encoding="utf-8"))
    synonyms = Synonyms(tuple(map(tuple, given_["groups"])))
    for text, others, within in given_["synonyms"]:
        assert list(synonyms.of(text)) == others, text
        found = [[place.start, place.end, list(place.alternatives)] for place in synonyms.within(text)]
        assert found == within, text


def test_synonyms_of_the_library_are_those_of_its_terms(real_library: Library) -> None:
    groups = synonym_groups(real_library)
    assert ("业委会", "业主委员会") in groups
    assert [group[0] for group in groups] == [name for name, term in real_library.terms.items() if term.synonyms]


names_strategy = st.lists(st.text("网格化红管5a：", min_size=1, max_size=6), max_size=20, unique_by=fold).map(
    lambda texts: [Name(text, "术语", f"p{number % 3}.html", f"a{number}", 0) for number, text in enumerate(texts)]
)


@given(names_strategy, st.integers(1, 200))
def test_scripts_hold_together_what_one_script_holds(names: list[Name], size: int) -> None:
    _, whole = name_tables(names, [], WHOLE, 0)
    manifest, cut = name_tables(names, [], -1, size)
    firsts = manifest["cut"]
    assert isinstance(firsts, dict)
    for part in ("pairs", "singles"):
        scripts = [table for name, table in cut.items() if name.startswith(f"names-{part}-")]
        assert [next(iter(table)) for table in scripts] == firsts[part]
        assert {key: values for table in scripts for key, values in table.items()} == whole["names"][part]
        assert sum(map(len, scripts)) == len(whole["names"][part])  # type: ignore[arg-type]
    rows = [(name.text, name.page, name.anchor) for name in names]
    assert list(_rows(cut[f"names-rows-{number:04d}"] for number in range(len(firsts["rows"])))) == rows
    assert list(_rows([whole["names"]["rows"]])) == rows


def _rows(tables: Iterator[object] | list[object]) -> Iterator[tuple[str, str, str]]:
    for table in tables:
        assert isinstance(table, dict)
        for text, _, anchor, page in table["names"]:
            yield text, table["pages"][page], anchor


def test_positions_tell_the_name_and_the_syllable() -> None:
    names = [Name(text, "术语", "p", "a", 0) for text in ("网格", "红网格", "王哥")]
    _, tables = name_tables(names, [], WHOLE, 0)
    pairs = tables["names"]["pairs"]
    assert isinstance(pairs, dict)
    (wang_ge,) = (values for key, values in pairs.items() if key == "wgwang ge")
    found = dict(zip(wang_ge[::2], wang_ge[1::2], strict=True))
    assert decode(found["王哥"]) == [2 * STRIDE]
    assert decode(found["网格"]) == [0, STRIDE + 1]


def test_a_syllable_alone_keeps_the_best_names_that_begin_with_it_and_the_best_others() -> None:
    texts = [f"网{number}" for number in range(BEST + 5)] + [f"红{number}网网" for number in range(BEST + 5)]
    _, tables = name_tables([Name(text, "术语", "p", "a", 0) for text in texts], [], WHOLE, 0)
    singles = tables["names"]["singles"]
    assert isinstance(singles, dict)
    steps = decode(singles["wang"][1])
    positions = [sum(steps[: end + 1]) for end in range(len(steps))]
    starts = [position // STRIDE for position in positions if position % STRIDE == 0]
    others = [position // STRIDE for position in positions if position % STRIDE]
    assert starts == list(range(BEST))
    assert others == list(range(BEST + 5, 2 * BEST + 5))


def test_scripts_are_about_as_large_as_they_should_be() -> None:
    chars = "网格化管理党建引领红色物业社区治理议事协商"
    texts = [chars[a] + chars[b] + chars[c] for a in range(20) for b in range(20) for c in range(0, 20, 3)]
    names = [Name(text, "术语", "terms.html", "term", 0) for text in dict.fromkeys(texts)]
    manifest, tables = name_tables(names, [], 0, 4000)
    cut = {
        name: len(json.dumps(table, ensure_ascii=False, separators=(",", ":")).encode())
        for name, table in tables.items()
        if name[-1].isdigit()
    }
    assert len(cut) > 10 and max(cut.values()) < 4600
    assert len(json.dumps(manifest, ensure_ascii=False)) < 2500


def test_the_fixture_of_the_js_tests_is_current() -> None:
    found = (FIXTURE / "tables.json").read_text(encoding="utf-8")
    assert found == make_names.names_text(), "run: python tests/js/make_names.py"


def _by_fold(names: dict[str, Name]) -> dict[str, Name]:
    return {fold(text): name for text, name in names.items()}
