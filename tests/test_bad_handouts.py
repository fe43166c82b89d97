"""Every mistake an editor can make in a handout: one edit of the small site, and the whole of what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.library.handout_spec import HandoutSpec
from generator.library.load import load_library
from generator.report import Diagnostics

from .mistakes import Bad, apply, told

FILE = "content/handouts/xuexi.yml"

MISTAKES = [
    Bad(
        "unknown case",
        FILE,
        "  - case: jia\n",
        "  - case: jiaa\n",
        [
            "content/handouts/xuexi.yml:10:11: 讲义 xuexi: 案例“jiaa” 不在 jia、yi 之中。是否为“jia”？",
        ],
    ),
    Bad(
        "unknown section",
        FILE,
        "[做法与经过, 数字]",
        "[做法和经过, 数字]",
        [
            "content/handouts/xuexi.yml:11:16: 讲义 xuexi: 章节“做法和经过” 不在 背景与起因、问题、做法与经过、每月一议、组织、机制、成效与反响、数字、探讨与评论、局限、讨论题、附录 等 14 个 之中。是否为“做法与经过”？",
        ],
    ),
    Bad(
        "unknown manual",
        FILE,
        "manual: demo",
        "manual: dem",
        [
            "content/handouts/xuexi.yml:15:13: 讲义 xuexi: 手册“dem” 不在 demo、pair 之中。是否为“demo”？",
        ],
    ),
    Bad(
        "unknown chapter",
        FILE,
        "[怎样登记]",
        "[怎么登记]",
        [
            "content/handouts/xuexi.yml:16:16: 讲义 xuexi: 章“怎么登记” 不在 怎样登记、怎样议事、楼长自查、登记表 之中。是否为“怎样登记”？",
        ],
    ),
    Bad(
        "unknown table",
        FILE,
        "table: outcomes",
        "table: outcome",
        [
            "content/handouts/xuexi.yml:17:12: 讲义 xuexi: 对照表“outcome” 不在 outcomes 之中。是否为“outcomes”？",
        ],
    ),
    Bad(
        "unknown field",
        FILE,
        "[场景, 牵头主体]",
        "[场景, 牵头单位]",
        [
            "content/handouts/xuexi.yml:14:13: 讲义 xuexi: 没有“牵头单位” 这个字段。是否为“牵头主体”？",
        ],
    ),
    Bad(
        "a single case side by side",
        FILE,
        "compare: [jia, yi]",
        "compare: [jia]",
        [
            "content/handouts/xuexi.yml:13:14: 讲义 xuexi: 对照至少要两个案例。请再写一个，如 compare xitang chengdu。",
        ],
    ),
    Bad(
        "unknown case side by side",
        FILE,
        "compare: [jia, yi]",
        "compare: [jia, yj]",
        [
            "content/handouts/xuexi.yml:13:20: 讲义 xuexi: 案例“yj” 不在 jia、yi 之中。是否为“yi”？",
        ],
    ),
    Bad(
        "unknown question",
        FILE,
        "[jia/1]",
        "[jia/9]",
        [
            "content/handouts/xuexi.yml:20:17: 讲义 xuexi: 甲社区讨论题的题号“9” 不在 1、2 之中。",
        ],
    ),
    Bad(
        "two things in one part",
        FILE,
        "  - table: outcomes\n",
        "  - table: outcomes\n    case: jia\n",
        [
            "content/handouts/xuexi.yml:17:5: 讲义 xuexi parts.5: 同时写了 case、table。一部分只写一样：case、manual、table、compare、questions、paper、answers、text、steps（text 与 steps 可以同写）。",
        ],
    ),
    Bad(
        "a part without anything",
        FILE,
        "  - table: outcomes\n",
        "  - new_page: true\n",
        [
            "content/handouts/xuexi.yml:17:5: 讲义 xuexi parts.5: 一样也没有写。一部分只写一样：case、manual、table、compare、questions、paper、answers、text、steps（text 与 steps 可以同写）。",
        ],
    ),
    Bad(
        "sections without a case",
        FILE,
        "  - case: jia\n    sections",
        "  - sections",
        [
            "content/handouts/xuexi.yml:10:5: 讲义 xuexi parts.2: sections 要同 case 一起写。请补上 case。",
        ],
    ),
    Bad(
        "own words without a heading",
        FILE,
        "  - heading: 怎样学\n    text:",
        "  - text:",
        [
            "content/handouts/xuexi.yml:5:5: 讲义 xuexi parts.1: 没有 heading。编者自己的话要有标题。",
        ],
    ),
    Bad(
        "unknown key",
        FILE,
        "subtitle:",
        "subtitel:",
        [
            "content/handouts/xuexi.yml:2:1: 讲义 xuexi: 不认识的键“subtitel”。可用的有 title、subtitle、date、order、formats、parts。是否为“subtitle”？",
        ],
    ),
    Bad(
        "unknown format",
        FILE,
        "order: 1\n",
        "formats: [docx, ppt]\n",
        [
            "content/handouts/xuexi.yml:3:17: 讲义 xuexi formats.2: “ppt” 不在 docx、pdf、pptx、summary 之中。是否为“pptx”？",
        ],
    ),
    Bad(
        "no format",
        FILE,
        "order: 1\n",
        "formats: []\n",
        [
            "content/handouts/xuexi.yml:3:10: 讲义 xuexi formats: 至少要有 1 项。",
        ],
    ),
    Bad(
        "a format twice",
        FILE,
        "order: 1\n",
        "formats: [docx, pdf, docx]\n",
        [
            "content/handouts/xuexi.yml:3:22: 讲义 xuexi: 格式“docx” 写了两次。请删去一个。",
        ],
    ),
    Bad(
        "a summary of more than one case",
        FILE,
        "order: 1\n",
        "formats: [docx, summary]\n",
        [
            "content/handouts/xuexi.yml:3:17: 讲义 xuexi: summary（一页纸）只用于整个一个案例：parts 只写一项 case，不写 heading、sections。可用的有 docx、pdf、pptx。",
        ],
    ),
    Bad(
        "a summary of some sections of a case",
        FILE,
        "",
        "title: 甲\nformats: [summary]\nparts:\n  - case: jia\n    sections: [数字]\n",
        [
            "content/handouts/xuexi.yml:2:11: 讲义 xuexi: summary（一页纸）只用于整个一个案例：parts 只写一项 case，不写 heading、sections。可用的有 docx、pdf、pptx。",
        ],
    ),
    Bad(
        "no parts",
        FILE,
        "",
        "title: 空讲义\nparts: []\n",
        [
            "content/handouts/xuexi.yml:2:8: 讲义 xuexi parts: 至少要有 1 项。",
        ],
    ),
    Bad(
        "not a mapping",
        FILE,
        "",
        "- case: jia\n",
        [
            "content/handouts/xuexi.yml:1:1: 讲义 xuexi 应为键值，每行一个“键: 值”：title: 标题，各部分写在 parts: 之下，如 - case: xitang。写法见 docs/handouts.md。",
        ],
    ),
    Bad(
        "date of the wrong form",
        FILE,
        "order: 1\n",
        "date: 2026-3-5\n",
        [
            "content/handouts/xuexi.yml:3:7: 讲义 xuexi date: “2026-3-5” 应写作年-月-日，如 2026-11-22。是否为“2026-03-05”？",
        ],
    ),
    Bad(
        "a link that leads nowhere",
        FILE,
        "(jia-report:P02)",
        "(jia-report:P99)",
        [
            "content/handouts/xuexi.yml:7:29: 来源 jia-report 没有段落 P99。它的段落是 P01 至 P04。",
        ],
    ),
    Bad(
        "a superlative without its mark",
        FILE,
        "先读甲社区",
        "先读全国首个甲社区",
        [
            "content/handouts/xuexi.yml:7:13: “首个” 是材料的自我评价。请写作 [首个…](claim:P12)，页面会注明“文中自述”，或放在引文里。",
        ],
    ),
]


@pytest.mark.parametrize("bad", MISTAKES, ids=lambda bad: bad.name)
def test_mistake_is_told_at_its_place(small_site: Path, bad: Bad) -> None:
    apply(small_site, bad)
    assert told(small_site, "check") == bad.says


def test_two_handouts_for_one_file_are_told(small_site: Path) -> None:
    folder = small_site / "content/handouts"
    (folder / "jia.yml").write_text("title: 甲\nformats: [summary]\nparts:\n  - case: jia\n", "utf-8")
    (folder / "jia-summary.yml").write_text("title: 甲\norder: 60\nparts:\n  - case: jia\n", "utf-8")
    assert told(small_site, "check") == [
        "content/handouts/jia-summary.yml:1:1: 讲义 jia-summary: 文件 jia-summary.pdf 与讲义 jia 的重名。请把其中一个 .yml 文件改名。"
    ]


def test_a_faulty_case_laid_side_by_side_is_told_and_not_tabled(small_site: Path) -> None:
    apply(small_site, Bad("", FILE, "[场景, 牵头主体]", "[场景, 来源]", []))
    apply(small_site, Bad("", "content/cases/yi.md", "source: yi-report", "source: yi-reprt", []))
    assert told(small_site, "check")[0].endswith("是否为“yi-report”？")


def test_formats_are_all_full_ones_unless_written(small_site: Path) -> None:
    assert spec_of(small_site).formats == ("docx", "pdf", "pptx")
    text = "title: 甲\nformats: [pdf, summary]\nparts:\n  - case: jia\n"
    (small_site / FILE).write_text(text, "utf-8")
    assert [kind.file_name("xuexi") for kind in spec_of(small_site).formats] == ["xuexi.pdf", "xuexi-summary.pdf"]


def spec_of(root: Path) -> HandoutSpec:
    diagnostics = Diagnostics()
    library = load_library(root, diagnostics)
    assert library and not list(diagnostics)
    return library.handouts["xuexi"]


def test_names_of_mistakes_are_unique() -> None:
    assert len({bad.name for bad in MISTAKES}) == len(MISTAKES)
