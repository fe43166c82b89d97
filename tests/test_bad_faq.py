"""Every mistake an editor can make in the readers' questions: one edit of the small site, and the whole of what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

from .mistakes import Bad, apply, told

FILE = "content/faq.md"
FORM = "每个问题之下写两行：“- 也问：别的问法；再一种问法”（可以没有）和“- 见：[文字](目标)、[文字](目标)”。"

MISTAKES = [
    Bad(
        "empty",
        FILE,
        "",
        "居民常这样问。\n",
        [f"{FILE}:1:1: 没有问题。请用二级标题（##）分类，三级标题（###）写问题。{FORM}"],
    ),
    Bad(
        "question outside a topic",
        FILE,
        "## 停车和邻里\n\n### 车没处停怎么办",
        "### 车没处停怎么办",
        [
            f"{FILE}:3:1: 问题要写在一个二级标题（##）之下。",
        ],
    ),
    Bad(
        "text below a topic",
        FILE,
        "## 看数字\n",
        "## 看数字\n\n数字要看口径。\n",
        [f"{FILE}:14:1: 这里写三级标题（###），一个标题一个问题。{FORM}"],
    ),
    Bad(
        "topic without questions",
        FILE,
        "## 看数字\n",
        "## 邻里\n\n## 看数字\n",
        [f"{FILE}:12:1: “邻里” 之下没有问题。请写三级标题（###），或删去这一类。"],
    ),
    Bad(
        "question asked twice",
        FILE,
        "### 住户满不满意",
        "### 车没处停怎么办",
        [f"{FILE}:14:1: 标题“车没处停怎么办” 重复，第 5 行已有。请合并或改写。"],
    ),
    Bad(
        "question too long",
        FILE,
        "### 住户满不满意",
        "### 住在这两栋楼里的居民对物业公司和楼长做的这些事情到底是满意还是不满意",
        [f"{FILE}:14:1: 问题有 34 字，超过 30 字。请改短，别的说法写进“也问”。"],
    ),
    Bad(
        "link in the question",
        FILE,
        "### 住户满不满意",
        "### [住户](case:jia)满不满意",
        [f"{FILE}:14:1: 标题“[住户](case:jia)满不满意” 里不用链接和加粗。请只写文字。"],
    ),
    Bad(
        "nowhere answered",
        FILE,
        "- 见：[甲社区：成效与反响](case:jia/results)\n",
        "",
        [f"{FILE}:14:1: 问题“住户满不满意” 没有说在哪里回答。{FORM}"],
    ),
    Bad(
        "answered twice",
        FILE,
        "- 见：[甲社区：成效与反响](case:jia/results)\n",
        "- 见：[甲社区：成效与反响](case:jia/results)\n- 见：[甲社区](case:jia)\n",
        [f"{FILE}:17:5: “见” 在这个问题之下写了两次。请并成一行。"],
    ),
    Bad(
        "colon of half width",
        FILE,
        "- 也问：老百姓说好不好",
        "- 也问: 老百姓说好不好",
        [f"{FILE}:15:5: “也问” 之后的冒号用全角“：”。"],
    ),
    Bad(
        "another line",
        FILE,
        "- 也问：老百姓说好不好",
        "- 又问：老百姓说好不好",
        [f"{FILE}:15:1: {FORM}"],
    ),
    Bad(
        "table",
        FILE,
        "- 也问：老百姓说好不好\n",
        "| 问 | 答 |\n|---|---|\n| 好不好 | 好 |\n\n",
        [f"{FILE}:15:1: 这一页只用二级、三级标题，不放表格。{FORM}"],
    ),
    Bad(
        "link among the wordings",
        FILE,
        "老百姓说好不好",
        "[老百姓](case:jia)说好不好",
        [f"{FILE}:15:6: “也问” 只写文字，链接写在“见” 里。"],
    ),
    Bad(
        "empty wording",
        FILE,
        "抢车位找谁；小区车太多",
        "抢车位找谁；；小区车太多",
        [f"{FILE}:6:6: “也问” 里有空的一种问法。几种问法之间用一个全角分号“；”。"],
    ),
    Bad(
        "wording twice",
        FILE,
        "抢车位找谁；小区车太多",
        "抢车位找谁；抢车位找谁",
        [f"{FILE}:6:6: “抢车位找谁” 在“也问” 里写了两次。请删去一个。"],
    ),
    Bad(
        "words among the links",
        FILE,
        "[甲社区：成效与反响](case:jia/results)",
        "先看[甲社区：成效与反响](case:jia/results)",
        [f"{FILE}:16:5: “见” 只写链接，几个链接之间用顿号，如 [西塘：数字](case:xitang/figures)。"],
    ),
    Bad(
        "no link",
        FILE,
        "- 见：[甲社区：成效与反响](case:jia/results)",
        "- 见：、",
        [f"{FILE}:16:5: “见” 只写链接，几个链接之间用顿号，如 [西塘：数字](case:xitang/figures)。"],
    ),
    Bad(
        "too many links",
        FILE,
        "[甲社区：成效与反响](case:jia/results)",
        "、".join(f"[{word}](case:jia)" for word in "甲乙丙丁戊"),
        [f"{FILE}:16:5: “见” 有 5 个链接，超过 4 个。请只留最能回答的。"],
    ),
    Bad(
        "link to nothing",
        FILE,
        "case:jia/background",
        "case:jia/backgrund",
        [
            f"{FILE}:7:5: 引用 case:jia/backgrund：甲社区没有这一节。它的各节是 ",
        ],
    ),
    Bad(
        "link to no page of the site",
        FILE,
        "[甲社区：成效与反响](case:jia/results)",
        "[并列](page:compair)",
        [
            f"{FILE}:16:5: 引用 page:compair：没有这一页。可用的有 cases、tables、compare、manuals、courses、handouts、contents。"
            "是否为“compare”？",
        ],
    ),
    Bad(
        "link to a paragraph",
        FILE,
        "[甲社区：成效与反响](case:jia/results)",
        "[段1](jia-report:P1)",
        [
            f"{FILE}:16:5: “见：”不能链到 jia-report:P1，要链到本库回答这个问题的地方。可用的有 case:、clause:、manual:、"
            "sheet:、table:、term:、course:、mech:、org:、site:、fig:、doc:、about:、page:。",
        ],
    ),
]


@pytest.mark.parametrize("bad", MISTAKES, ids=lambda bad: bad.name)
def test_a_mistake_in_the_questions_is_told(bad: Bad, small_site: Path) -> None:
    apply(small_site, bad)
    lines = told(small_site, "check")
    assert len(lines) == len(bad.says)
    assert all(line.startswith(said) for line, said in zip(lines, bad.says, strict=True)), lines


def test_a_library_need_not_have_questions(small_site: Path) -> None:
    (small_site / FILE).unlink()
    assert CliRunner().invoke(main, ["check", "--root", str(small_site)]).exit_code == 0
