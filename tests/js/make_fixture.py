"""Writes the index of `fixture/library.json` beside it, in many small shards: ``python tests/js/make_fixture.py``."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "search")]

from search_corpus import read_library  # noqa: E402

from generator.library.address import Address  # noqa: E402
from generator.search.browser.build import build  # noqa: E402
from generator.search.names import Name  # noqa: E402
from generator.search.questions import Asked  # noqa: E402

FOLDER = Path(__file__).with_name("fixture")
NAMES = [
    Name("网格", "术语", "terms.html", "term-grid", 0),
    Name("一心两会", "案例", "cases/xitang.html", "top", 1),
    Name("红色管家", "案例", "cases/chengyang.html", "practice", 1),
    Name("党建联盟", "机制", "cases/chengyang.html", "practice", 2),
]
SYNONYMS = [("业委会", "业主委员会"), ("报案率", "发案率")]
WORDINGS = [("街道办", "社区"), ("小块", "小片")]
FAQ = Address("faq.html")
QUESTIONS = [
    Asked("小偷少了没有", ("治安变好了吗", "5A级 评上了吗"), FAQ.at("q-xiao-tou"), ("西塘",), (Address("cases/xitang.html", "row-1515"),)),
    Asked("谁到社区报到", ("退休干部 找组织",), FAQ.at("q-bao-dao"), ("城阳",),
          (Address("cases/chengyang.html", "practice"), Address("cases/chengyang.html", "problems"))),
    Asked("有没有课件", ("教案", "试卷"), FAQ.at("q-ke-jian"), (), (Address("terms.html", "term-grid"),)),
    Asked("这里不回答", (), FAQ.at("q-nowhere"), (), (Address("cases/left-out.html"),)),
]  # fmt: skip


def fixture_files() -> dict[str, bytes]:
    """Return the fixture's files. The folding is left out: tests take it from generator/search/folding.json."""
    library = read_library(FOLDER / "library.json")
    files = build(library, NAMES, SYNONYMS, WORDINGS, QUESTIONS, one_shard=0, shard_size=300, threshold=2)
    return {name: content for name, content in files.items() if name != "folding.js"}


if __name__ == "__main__":
    for old in FOLDER.glob("*.js"):
        old.unlink()
    for name, content in fixture_files().items():
        (FOLDER / name).write_bytes(content)
