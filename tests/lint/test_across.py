"""Rules that look across the library and at intake/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.test_silences import check, edit
from tests.lint.test_structure import found

JIA, YI = "content/cases/jia.md", "content/cases/yi.md"
OWN = "编者分析：每月头一个星期六上午，楼长把本楼没有办完的事抄在黑板上，办完一件擦去一件，擦不去的当场问是谁的事。"


def put(root: Path, text: str, file: str, under: str = "## 探讨与评论") -> None:
    edit(root, f"{under}\n", f"{under}\n\n{text}\n", file)


def line_of(root: Path, words: str, file: str) -> int:
    lines = (root / file).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


@pytest.fixture
def article(small_site: Path) -> Path:
    """The small site with the text of an article in intake/."""
    (small_site / "intake").mkdir()
    text = "P01 楼里的事。\nP02 每到傍晚，几位老街坊就搬出小桌子，在院里把当天听来的难处一桩一桩记到本子上，第二天再去找人。\n"
    (small_site / "intake/lou.txt").write_text(text, "utf-8")
    return small_site


def test_a_sentence_told_twice_is_a_hint_at_the_later_place_that_names_the_earlier(small_site: Path) -> None:
    put(small_site, OWN, JIA)
    put(small_site, OWN.replace("抄在黑板上", "写在黑板上"), YI)
    (only,) = found(small_site, "文字相近")
    assert only.startswith(f"{YI}:{line_of(small_site, '黑板上', YI)}:1: 提示")
    assert f"与 {JIA}:{line_of(small_site, '黑板上', JIA)} 的相近，都有“" in only
    assert "楼长把本楼没有办……" in only


def test_the_same_matter_in_other_words_is_none(small_site: Path) -> None:
    put(small_site, OWN, JIA)
    put(
        small_site,
        "编者分析：楼长有一块黑板，写着这一栋还欠着哪些事；到了月初的周六，当众一件件说清由谁去办，办好的才抹掉。",
        YI,
    )
    assert found(small_site, "文字相近") == []


def test_three_alike_are_told_twice_not_three_times(small_site: Path) -> None:
    put(small_site, OWN, JIA)
    put(small_site, f"{OWN}\n\n{OWN}", YI)
    assert len(found(small_site, "文字相近")) == 2


def test_quotations_and_the_words_of_links_may_be_the_same(small_site: Path) -> None:
    quotation = "> 每月头一个星期六上午，楼长把本楼没有办完的事抄在黑板上，办完一件擦去一件。[段1](P1)"
    put(small_site, quotation, JIA)
    put(small_site, quotation, YI)
    assert found(small_site, "文字相近") == []


def test_words_taken_from_an_article_are_told_with_its_paragraph(article: Path) -> None:
    put(article, "编者分析：值得学的是，老街坊在院里把当天听来的难处，一桩一桩记到本子上。", YI)
    (only,) = found(article, "照抄材料")
    at = line_of(article, "值得学的是", YI)
    assert only.startswith(
        f"{YI}:{at}:15: 警告（照抄材料）：有 20 字同 intake/lou.txt 段2 一字不差：“在院里把当天听来的难处，一桩一桩记到本子上”。"
    ), only


def test_copied_words_are_found_across_links_and_in_cells_and_in_traditional_characters(article: Path) -> None:
    put(article, "编者分析：老街坊[在院里把當天](case:jia)聽來的難處一樁一樁記到本子上。", YI)
    edit(article, "| 计划推开 |", "| 搬出小桌子，在院里把当天听来的难处记下 |", YI)
    assert [line.split(":")[1] for line in found(article, "照抄材料")] == [
        str(line_of(article, words, YI)) for words in ("在院里把當天", "搬出小桌子")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "> 在院里把当天听来的难处一桩一桩记到本子上，第二天再去找人。[段1](P1)",
        "编者分析：在院里把当天听来的难处一件一件写在本子里。",
        "编者分析：《在院里把当天听来的难处一桩一桩记到本子上》是一篇文章的题目。",
        "编者分析：这叫“难处一桩一桩记到本子上”，不是会议。",
    ],
)
def test_quotations_titles_and_own_words_are_no_copies(article: Path, text: str) -> None:
    put(article, text, YI)
    assert found(article, "照抄材料") == []


def test_names_that_the_library_lists_are_no_copies(article: Path) -> None:
    put(article, "编者分析：说的是在院里把当天听来的难处一桩一桩记到本子上的做法。", YI)
    assert len(found(article, "照抄材料")) == 1
    terms = article / "content/terms.yml"
    name = "当天听来的难处一桩一桩记到本子上"
    terms.write_text(f"{terms.read_text('utf-8')}{name}:\n  definition: 一种办法。\n", "utf-8")
    assert found(article, "照抄材料") == []


def test_a_copy_set_aside_is_not_called_idle_where_there_is_no_intake(article: Path) -> None:
    put(article, "<!-- 不检查 照抄材料：口号照录 -->\n编者分析：在院里把当天听来的难处一桩一桩记到本子上。", YI)
    assert check(article)[1] == ["没有发现问题。另有 1 处注明了“不检查”。"]
    (article / "intake/lou.txt").unlink()
    assert check(article)[1] == ["没有发现问题。"]


def test_an_article_in_any_encoding_does_no_harm(article: Path) -> None:
    (article / "intake/lou.txt").write_bytes(b"\xff\xfe\x00P01 \x81\r\r\n\x00")
    (article / "intake/dir.txt").mkdir()
    assert check(article) == (0, ["没有发现问题。"])


ORPHANS = [
    ("content/terms.yml", "没人说的词:\n  definition: 一种说法。\n", "术语 没人说的词: 正文里没有一处用到这个词。"),
    (
        "content/sources.yml",
        "meiren:\n  title: 没人引用的文章\n  date: 年份未载\n  as_of: 不详\n  paragraphs:\n    P01: 开头\n",
        "来源 meiren: 没有一处引用它。",
    ),
    (
        "content/measures.yml",
        "meiyong:\n  name: 没人用的指标\n  unit: 个\n  kind: 率\n  meaning: 什么也不数。\n",
        "可比指标 meiyong（没人用的指标）: 没有一个数字用它。",
    ),
    ("content/wordings.yml", "  - [潜水艇, 水下船]\n", "日常说法: 潜水艇、水下船 在本库的文字里都没有"),
]


@pytest.mark.parametrize(("file", "entry", "says"), ORPHANS, ids=[file for file, _, _ in ORPHANS])
def test_an_entry_that_nothing_uses_is_told_at_its_line(small_site: Path, file: str, entry: str, says: str) -> None:
    path = small_site / file
    before = path.read_text("utf-8").rstrip("\n").count("\n") + 1
    path.write_text(f"{path.read_text('utf-8').rstrip()}\n{entry}", "utf-8")
    (only,) = found(small_site, "无人用到")
    assert only.startswith(f"{file}:{before + 1}:")
    assert says in only


def test_words_of_one_line_of_the_vocabulary_are_told_together(small_site: Path) -> None:
    edit(small_site, "文件类型: [地方文件]", "文件类型: [地方文件, 会议纪要, 通报]", "content/vocabulary.yml")
    (only,) = found(small_site, "无人用到")
    assert "词表 文件类型: 会议纪要、通报 没有一处用到" in only


def test_orphans_are_not_sought_while_errors_hide_what_may_use_them(small_site: Path) -> None:
    edit(small_site, "文件类型: [地方文件]", "文件类型: [地方文件, 通报]", "content/vocabulary.yml")
    edit(small_site, "年份未载", "2021-13-01")
    assert found(small_site, "无人用到") == []


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("http://localhost:8000/cases/jia.html", "这是本机或内部网络的地址"),
        ("http://192.168.1.20/a", "这是本机或内部网络的地址"),
        ("https://", "没有写网站的域名"),
        ("https://www.example.org/a。", "末尾的“。” 不属于网址"),
        ("https://wangzhan", "“wangzhan” 不是公开网站的域名"),
        ("https://[::1", "网址写法有误"),
    ],
)
def test_an_address_that_no_reader_can_open_is_told(small_site: Path, target: str, says: str) -> None:
    put(small_site, f"编者分析：见[原文]({target})一处。", YI)
    (only,) = found(small_site, "死链接")
    assert f"链接 {target} 读者打不开：{says}" in only


def test_an_address_on_the_web_is_left_alone(small_site: Path) -> None:
    put(
        small_site,
        "编者分析：见[原文](https://www.gov.cn/zhengce/2022-01/21/content_5669663.htm?a=1#b)和[乙](http://政务.中国/)。",
        YI,
    )
    assert found(small_site, "死链接") == []


def test_a_link_where_only_words_are_shown_is_told(small_site: Path) -> None:
    edit(small_site, "reading:", "reading: 见[甲](case:jia)。#", "content/tables/outcomes.yml")
    edit(small_site, "。#", "。\n# ", "content/tables/outcomes.yml")
    (only,) = found(small_site, "死链接")
    assert "“[甲](case:jia)” 不会变成链接" in only
