"""Every mistake an editor can make in a manual: one edit of the small site, and the whole of what is said about it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

from .mistakes import Bad, apply, told

DEMO = "content/manuals/demo"
BOOK = "content/manuals/index.md"
INDEX = f"{DEMO}/index.md"
FIRST = f"{DEMO}/01-dengji.md"
SECOND = f"{DEMO}/02-yishi.md"
CHECKS = f"{DEMO}/03-zicha.md"
FORM = f"{DEMO}/04-dengji.md"

MISTAKES = [
    Bad(
        "title of an official book",
        INDEX,
        "title: 楼长工作指引（本库据案例编写）",
        "title: 楼长服务手册",
        [
            "content/manuals/demo/index.md:2:8: 题头 title: “楼长服务手册” 会被当作官方手册。书名要以“指引（本库据案例编写）”结尾。"
        ],
    ),
    Bad(
        "unknown key in a manual",
        INDEX,
        "short: 楼长指引",
        "shorts: 楼长指引",
        [
            "content/manuals/demo/index.md:2:1: 题头 short: 没有填写。",
            "content/manuals/demo/index.md:3:1: 题头: 不认识的键“shorts”。可用的有 title、short、source、official、roles、added。是否为“short”？",
        ],
    ),
    Bad(
        "manual without roles",
        INDEX,
        "roles:\n  楼长: 甲社区案例里每月参加议事的人\n  社区: 甲社区案例里召集议事的一方\n",
        "",
        ["content/manuals/demo/index.md:2:1: 题头 roles: 没有填写。"],
    ),
    Bad(
        "source of a manual that does not exist",
        INDEX,
        "source: jia-report",
        "source: jia-raport",
        [
            "content/manuals/demo/index.md:4:9: 题头 source: “jia-raport” 不在 jia-report、yi-report 之中。是否为“jia-report”？"
        ],
    ),
    Bad(
        "official document of a case that does not exist",
        INDEX,
        "[jia/rules]",
        "[jai/rules]",
        [
            "content/manuals/demo/index.md:5:12: 题头 official: “jai/rules” 应写 案例/文件编号，没有案例“jai”。是否为“jia”？"
        ],
    ),
    Bad(
        "official document that does not exist",
        INDEX,
        "[jia/rules]",
        "[jia/rule]",
        [
            "content/manuals/demo/index.md:5:12: 题头 official: “rule” 不是案例 jia 文件与标准表的编号。是否为“jia/rules”？"
        ],
    ),
    Bad(
        "official document without a case",
        INDEX,
        "[jia/rules]",
        "[rules]",
        ["content/manuals/demo/index.md:5:12: 题头 official: “rules” 应写 案例/文件编号，没有案例“rules”。"],
    ),
    Bad(
        "manual without a summary",
        INDEX,
        "给新任楼长用，说明怎样登记、怎样议事。\n",
        "",
        ["content/manuals/demo/index.md:1:1: 没有导语。请在题头之后用一段话写明给谁用、用来做什么。"],
    ),
    Bad(
        "summary of two paragraphs in a manual",
        INDEX,
        "怎样议事。\n",
        "怎样议事。\n\n再说一段。\n",
        ["content/manuals/demo/index.md:13:1: 导语只写一段，这里又有一段。其余请写到二级标题（##）之下。"],
    ),
    Bad(
        "summary of a manual too long",
        INDEX,
        "怎样议事。",
        "怎样议事。说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明说明",
        ["content/manuals/demo/index.md:11:1: 导语有 159 字，超过 120 字。请压缩，其余写到二级标题之下。"],
    ),
    Bad(
        "third-level heading in a manual's front page",
        INDEX,
        "## 适用范围",
        "### 适用范围",
        ["content/manuals/demo/index.md:13:1: 这一页只用二级标题（##）。"],
    ),
    Bad(
        "table in a manual's front page",
        INDEX,
        "适用于有楼长",
        "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n适用于有楼长",
        ["content/manuals/demo/index.md:15:1: 这一页不放表格。请用列表。"],
    ),
    Bad(
        "superlative in a manual",
        INDEX,
        "适用于有楼长的小区",
        "适用于全国首个有楼长的小区",
        [
            "content/manuals/demo/index.md:15:6: “首个” 是材料的自我评价。请写作 [首个…](claim:P12)，页面会注明“文中自述”，或放在引文里。"
        ],
    ),
    Bad(
        "clause number skipped",
        FIRST,
        "## 1.2 每周",
        "## 1.3 每周",
        ["content/manuals/demo/01-dengji.md:16:1: 条号“1.3” 之前缺少“1.2”。条号从 1 起依次编，不跳号。"],
    ),
    Bad(
        "clause number repeated",
        FIRST,
        "## 1.2 每周",
        "## 1.1 每周",
        ["content/manuals/demo/01-dengji.md:16:1: 条号“1.1” 重复或倒序。条号从 1 起依次编。是否为“1.2”？"],
    ),
    Bad(
        "clause of another chapter",
        FIRST,
        "## 1.2 每周",
        "## 2.2 每周",
        ["content/manuals/demo/01-dengji.md:16:1: 条号“2.2” 不在第 1 章。章号就是文件名的号。是否为“1.2”？"],
    ),
    Bad(
        "clause without a number",
        FIRST,
        "## 1.2 每周核对一次",
        "## 每周核对一次",
        ["content/manuals/demo/01-dengji.md:16:1: 条款标题应为“## 1.2 短题”：二级标题，章号、点、条号、空格、短题。"],
    ),
    Bad(
        "clause of the third level",
        FIRST,
        "## 1.2 每周",
        "### 1.2 每周",
        ["content/manuals/demo/01-dengji.md:16:1: 条款标题应为“## 1.2 短题”：二级标题，章号、点、条号、空格、短题。"],
    ),
    Bad(
        "clause title too long",
        FIRST,
        "每周核对一次",
        "每周把登记表从头到尾仔细核对一次并且签上名字",
        ["content/manuals/demo/01-dengji.md:16:1: 条款短题有 22 字，超过 20 字。请改短，细节写进条文。"],
    ),
    Bad(
        "link in a clause title",
        FIRST,
        "## 1.2 每周核对一次",
        "## 1.2 [每周](case:jia)核对",
        ["content/manuals/demo/01-dengji.md:16:1: 标题“[每周](case:jia)核对” 里不用链接和加粗。请只写文字。"],
    ),
    Bad(
        "clause without text",
        FIRST,
        "核对登记表，划去办完的事项。\n\n",
        "",
        [
            "content/manuals/demo/01-dengji.md:16:1: 条款 1.2 没有条文。标题之下先写一段条文，再写 责任、频次、记录、依据 的表。"
        ],
    ),
    Bad(
        "clause of two paragraphs",
        FIRST,
        "划去办完的事项。\n",
        "划去办完的事项。\n\n另外还要签名。\n",
        [
            "content/manuals/demo/01-dengji.md:20:1: 条款 1.2 的条文只写一段，一条只说一件事。其余写在表格之后作说明，或另立一条。"
        ],
    ),
    Bad(
        "clause too long",
        FIRST,
        "划去办完的事项。",
        "划去办完的事项并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名并签名。",
        [
            "content/manuals/demo/01-dengji.md:18:1: 条款 1.2 的条文有 134 字，超过 120 字。一条只说一件事，请改短或分成两条。"
        ],
    ),
    Bad(
        "clause without a table",
        FIRST,
        "| 责任 | 频次 | 记录 | 依据 |\n|---|---|---|---|\n| 楼长、社区 | 定期（间隔自定） | 不另记 | 建议 |\n",
        "",
        ["content/manuals/demo/01-dengji.md:16:1: 条款 1.2 没有表格。每条之下写一张一行的表：责任、频次、记录、依据。"],
    ),
    Bad(
        "clause with two rows",
        FIRST,
        "| 楼长、社区 | 定期（间隔自定） | 不另记 | 建议 |",
        "| 楼长、社区 | 定期（间隔自定） | 不另记 | 建议 |\n| 社区 | 每月 | 不另记 | 建议 |",
        [
            "content/manuals/demo/01-dengji.md:16:1: 条款 1.2 的表格不是一行。每条之下写一张一行的表：责任、频次、记录、依据。"
        ],
    ),
    Bad(
        "clause with a misspelt column",
        FIRST,
        "| 责任 | 频次 | 记录 | 依据 |\n|---|---|---|---|\n| 楼长 |",
        "| 责任人 | 频次 | 记录 | 依据 |\n|---|---|---|---|\n| 楼长 |",
        [
            "content/manuals/demo/01-dengji.md:10:1: 条款 表缺少列 责任。必须有的列是 责任、频次、记录、依据。",
            "content/manuals/demo/01-dengji.md:10:3: “责任人” 不是 条款 表的列。可用的有 责任、频次、记录、依据。是否为“责任”？",
        ],
    ),
    Bad(
        "clause without evidence",
        FIRST,
        "（建议） | P02 |",
        "（建议） |  |",
        ["content/manuals/demo/01-dengji.md:12:47: 条款 1.1 依据: 没有填写。"],
    ),
    Bad(
        "clause on a paragraph that does not exist",
        FIRST,
        "（建议） | P02 |",
        "（建议） | P09 |",
        [
            "content/manuals/demo/01-dengji.md:12:46: 条款 1.1 依据“P09” 无法找到：来源 jia-report 没有段落 P09。它的段落是 P01 至 P04。"
        ],
    ),
    Bad(
        "clause on a source that does not exist",
        FIRST,
        "（建议） | P02 |",
        "（建议） | jia-raport:P02 |",
        [
            "content/manuals/demo/01-dengji.md:12:46: 条款 1.1 依据“P02” 无法找到：来源“jia-raport” 不在 sources.yml 之中。是否为“jia-report”？"
        ],
    ),
    Bad(
        "clause on paragraph and advice at once",
        FIRST,
        "（建议） | P02 |",
        "（建议） | P02、建议 |",
        [
            "content/manuals/demo/01-dengji.md:12:46: 条款 1.1 依据: 段号和建议不能并写。材料没有说的那一格末尾写（建议），或另立一条。"
        ],
    ),
    Bad(
        "clause on an analysis",
        FIRST,
        "| 不另记 | 建议 |",
        "| 不另记 | 编者分析 |",
        [
            "content/manuals/demo/01-dengji.md:22:28: 条款 1.2 依据: 条款是要人去做的事，没有案例依据的只能写 建议。是否为“建议”？"
        ],
    ),
    Bad(
        "advice said twice",
        FIRST,
        "| 不另记 | 建议 |",
        "| 不另记（建议） | 建议 |",
        ["content/manuals/demo/01-dengji.md:22:22: 条款 1.2 记录: 整条已是建议，这一格不再写（建议）。请删去。"],
    ),
    Bad(
        "role that the manual does not list",
        FIRST,
        "| 楼长、社区 |",
        "| 楼长、社区居委 |",
        [
            "content/manuals/demo/01-dengji.md:22:3: 条款 1.2 责任: “社区居委” 不在 楼长、社区 之中。是否为“社区”？名称先写进本手册题头的 roles。"
        ],
    ),
    Bad(
        "frequency that is no word of the list",
        FIRST,
        "| 定期（间隔自定） |",
        "| 每星期 |",
        [
            "content/manuals/demo/01-dengji.md:22:11: 条款 1.2 频次: “每星期” 不在 随时、每日、每月、每件、一次、定期 之中。是否为“每日”？"
        ],
    ),
    Bad(
        "empty record",
        FIRST,
        "| 不另记 | 建议 |",
        "|  | 建议 |",
        ["content/manuals/demo/01-dengji.md:22:23: 条款 1.2 记录: 没有填写。"],
    ),
    Bad(
        "nothing but 建议 in a cell",
        FIRST,
        "| 每日（建议） |",
        "| （建议） |",
        ["content/manuals/demo/01-dengji.md:12:8: 条款 1.1 频次: 是空的。"],
    ),
    Bad(
        "table before the first clause",
        FIRST,
        "先把事情记下来。",
        "先把事情记下来。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        ["content/manuals/demo/01-dengji.md:6:1: 表格要放在条款标题之下，如“## 2.3 当日登记诉求”。"],
    ),
    Bad(
        "chapter without clauses",
        SECOND,
        "",
        "---\ntitle: 怎样议事\n---\n只有一段话。\n",
        ["content/manuals/demo/02-yishi.md:1:1: 这一章没有条款。条款写作“## 1.1 短题”，其下一段条文和一行的表。"],
    ),
    Bad(
        "unknown kind of part",
        CHECKS,
        "kind: 检查表",
        "kind: 检查单",
        ["content/manuals/demo/03-zicha.md:3:7: 题头 kind: “检查单” 不在 章、检查表、表单 之中。是否为“检查表”？"],
    ),
    Bad(
        "chapter without front matter",
        SECOND,
        "---\ntitle: 怎样议事\n---\n",
        "# 怎样议事\n",
        [
            "content/manuals/demo/02-yishi.md:1:1: 没有题头。文件第一行应为 ---，其后是 title、source 等键，再以一行 --- 结束。"
        ],
    ),
    Bad(
        "link to a clause that does not exist",
        SECOND,
        "[1.1](clause:1.1)",
        "[1.4](clause:1.4)",
        [
            "content/manuals/demo/02-yishi.md:6:13: 引用 clause:1.4：手册 demo 没有条款“1.4”。第 1 章的条款是 1.1 至 1.2。"
        ],
    ),
    Bad(
        "link to a clause of a chapter that does not exist",
        SECOND,
        "[1.1](clause:1.1)",
        "[9.1](clause:9.1)",
        ["content/manuals/demo/02-yishi.md:6:13: 引用 clause:9.1：手册 demo 没有条款“9.1”。各章的条款是 1.1 至 2.1。"],
    ),
    Bad(
        "link to a clause under another number",
        SECOND,
        "[1.1](clause:1.1)",
        "[1.2](clause:1.1)",
        ["content/manuals/demo/02-yishi.md:6:13: 引用 clause:1.1 的文字“1.2” 与条号不一致。请写作 [1.1](clause:1.1)。"],
    ),
    Bad(
        "link to a clause of a manual that does not exist",
        SECOND,
        "[1.1](clause:1.1)",
        "[1.1](clause:dema/1.1)",
        ["content/manuals/demo/02-yishi.md:6:13: 引用 clause:dema/1.1：手册“dema” 不存在。是否为“demo”？"],
    ),
    Bad(
        "link to a sheet that does not exist",
        FIRST,
        "(sheet:04-dengji)",
        "(sheet:04-denji)",
        [
            "content/manuals/demo/01-dengji.md:12:17: 引用 sheet:04-denji：手册 demo 没有检查表或表单“04-denji”。是否为“sheet:04-dengji”？"
        ],
    ),
    Bad(
        "link to a manual that does not exist",
        BOOK,
        "两本指引，供测试用。",
        "见[楼长指引](manual:domo)。",
        ["content/manuals/index.md:4:2: 引用 manual:domo：手册“domo” 不存在。是否为“demo”？"],
    ),
    Bad(
        "clause link outside a manual without its manual",
        "content/cases/jia.md",
        "term:网格)",
        "clause:1.1)",
        ["content/cases/jia.md:27:4: 引用 clause:1.1：这里不属于任何手册，请写明手册，如 clause:guanjia/1.1。"],
    ),
    Bad(
        "check without a clause",
        CHECKS,
        "办完的都划去了（[1.2](clause:1.2)）",
        "办完的都划去了",
        ["content/manuals/demo/03-zicha.md:9:7: 这一项没有注明核对哪一条。请在末尾写上条款，如（[2.1](clause:2.1)）。"],
    ),
    Bad(
        "check ticked beforehand",
        CHECKS,
        "- [ ] 办完的",
        "- [x] 办完的",
        ["content/manuals/demo/03-zicha.md:9:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
    Bad(
        "check without brackets",
        CHECKS,
        "- [ ] 办完的",
        "- 办完的",
        ["content/manuals/demo/03-zicha.md:9:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
    Bad(
        "check twice",
        CHECKS,
        "- [ ] 办完的都划去了（[1.2](clause:1.2)）",
        "- [ ] 反映的事项都登记了（[1.1](clause:1.1)）",
        ["content/manuals/demo/03-zicha.md:9:7: 这一项同前面的一项重复。请删去或改写。"],
    ),
    Bad(
        "checks before any heading",
        CHECKS,
        "## 登记\n",
        "",
        [
            "content/manuals/demo/03-zicha.md:7:1: 这里要先有二级标题（##），其下逐行写“- [ ] 检查内容（[2.1](clause:2.1)）”。"
        ],
    ),
    Bad(
        "table in a checklist",
        CHECKS,
        "- [ ] 办完的",
        "| 甲 | 乙 |\n|---|---|\n| 1 |  |\n\n- [ ] 办完的",
        ["content/manuals/demo/03-zicha.md:9:1: 检查表里不放表格。要填写的表请另立表单（kind: 表单）。"],
    ),
    Bad(
        "section of a checklist without checks",
        CHECKS,
        "## 登记\n",
        "## 起头\n\n说一说。\n\n## 登记\n",
        [
            "content/manuals/demo/03-zicha.md:7:1: “起头” 之下没有可勾的项，其下逐行写“- [ ] 检查内容（[2.1](clause:2.1)）”。"
        ],
    ),
    Bad(
        "form without a table",
        FORM,
        "| 序号 | 时间 | 事项 |\n|---|---|---|\n| 1 |  |  |\n",
        "没有表。\n",
        ["content/manuals/demo/04-dengji.md:7:1: “登记” 之下没有可填的表，其下写表格，空格留给填写。"],
    ),
    Bad(
        "form with a short row",
        FORM,
        "| 1 |  |  |",
        "| 1 |  |",
        ["content/manuals/demo/04-dengji.md:10:3: 表格的这一行有 2 格，表头有 3 列。两者要相同。"],
    ),
    Bad(
        "form with too many columns",
        FORM,
        "| 序号 | 时间 | 事项 |\n|---|---|---|\n| 1 |  |  |",
        "| 列 | 列 | 列 | 列 | 列 | 列 | 列 | 列 | 列 |\n|---|---|---|---|---|---|---|---|---|\n|  |  |  |  |  |  |  |  |  |",
        ["content/manuals/demo/04-dengji.md:8:1: 表有 9 列，超过 8 列，A4 纸上写不下。请分成两张。"],
    ),
    Bad(
        "heading of a form twice",
        FORM,
        "## 登记\n",
        "## 登记\n| 甲 | 乙 |\n|---|---|\n|  |  |\n\n## 登记\n",
        ["content/manuals/demo/04-dengji.md:12:1: 标题“登记” 重复。请合并或改名。"],
    ),
    Bad(
        "book without a title",
        BOOK,
        "title: 工作指引",
        "titel: 工作指引",
        [
            "content/manuals/index.md:2:1: 题头 title: 没有填写。",
            "content/manuals/index.md:2:1: 题头: 不认识的键“titel”。可用的有 title。是否为“title”？",
        ],
    ),
    Bad(
        "pages of one title in two manuals",
        "content/manuals/pair/index.md",
        "short: 约定指引",
        "short: 楼长指引",
        ["content/manuals/pair/index.md:3:8: 题头 short: “楼长指引” 与手册 demo 相同。请改一个。"],
    ),
]


@pytest.mark.parametrize("bad", MISTAKES, ids=[bad.name for bad in MISTAKES])
def test_mistake_in_a_manual_is_told_with_place_and_remedy(small_site: Path, bad: Bad) -> None:
    apply(small_site, bad)
    assert told(small_site, "check") == bad.says


@pytest.mark.parametrize("bad", MISTAKES[::9], ids=[bad.name for bad in MISTAKES[::9]])
def test_build_tells_the_same_and_writes_nothing(small_site: Path, bad: Bad) -> None:
    apply(small_site, bad)
    assert told(small_site, "build") == bad.says
    assert not (small_site / "output").exists()


def test_file_numbers_with_a_gap_are_told_once(small_site: Path) -> None:
    (small_site / CHECKS).rename(small_site / f"{DEMO}/05-zicha.md")
    (small_site / FORM).rename(small_site / f"{DEMO}/06-dengji.md")
    first = small_site / FIRST
    first.write_text(first.read_text("utf-8").replace("sheet:04-dengji", "sheet:06-dengji"), "utf-8")
    assert told(small_site, "check") == [
        f"{DEMO}/05-zicha.md:1:1: 文件的号应从 01 起依次编，不跳号、不重号。是否为“03-zicha.md”？"
    ]


def test_chapter_behind_a_sheet_is_told(small_site: Path) -> None:
    (small_site / f"{DEMO}/05-wei.md").write_text(
        (small_site / SECOND).read_text("utf-8").replace("2.1", "5.1"), "utf-8"
    )
    assert told(small_site, "check") == [f"{DEMO}/05-wei.md:1:1: 章要排在检查表和表单之前。请调整文件名前的号。"]


def test_files_that_are_no_part_of_a_manual_are_told(small_site: Path) -> None:
    (small_site / f"{DEMO}/说明.docx").write_text("x", "utf-8")
    (small_site / f"{DEMO}/fulu.md").write_text("x", "utf-8")
    (small_site / "content/manuals/散页.md").write_text("x", "utf-8")
    (small_site / "content/manuals/Demo_2").mkdir()
    name = "手册的文件名应为 index.md 或“两位数-拼音.md”，如 02-meiri.md。请改名或移走。"
    assert told(small_site, "check") == [
        "content/manuals/Demo_2:1:1: 文件名“Demo_2” 就是编号，只能用小写字母、数字和连字符。请改名。",
        f"{DEMO}/fulu.md:1:1: {name}",
        f"{DEMO}/说明.docx:1:1: {name}",
        "content/manuals/散页.md:1:1: 这里只放 index.md 和各手册的文件夹。请移入手册的文件夹，或移走。",
    ]


def test_manual_without_a_front_page_is_told_and_its_links_are_not_told_again(small_site: Path) -> None:
    (small_site / "content/manuals/demo/index.md").unlink()
    page = small_site / BOOK
    page.write_text(page.read_text("utf-8") + "\n见[1.1](clause:demo/1.1)。\n", "utf-8")
    assert told(small_site, "check") == [
        f"{INDEX}:1:1: 文件无法读取（没有这个文件）。请检查文件是否存在、是否有读取权限。"
    ]


def test_role_that_no_clause_names_is_a_warning(small_site: Path) -> None:
    page = small_site / INDEX
    page.write_text(page.read_text("utf-8").replace("\nadded:", "\n  物业: 没有人\nadded:"), "utf-8")
    run = CliRunner().invoke(main, ["check", "--root", str(small_site)])
    assert run.exit_code == 0
    assert "警告：题头 roles: “物业” 没有一条条款由其负责。请删去，或检查责任一格的写法。" in run.output


def test_site_without_manuals_is_built_without_them(small_site: Path) -> None:
    shutil.rmtree(small_site / "content/manuals")
    run = CliRunner().invoke(main, ["build", "--root", str(small_site)])
    assert run.exit_code == 0, run.output
    assert not (small_site / "output/manuals").exists()
    assert "手册" not in (small_site / "output/index.html").read_text("utf-8")


def test_names_of_mistakes_are_unique() -> None:
    assert len({bad.name for bad in MISTAKES}) == len(MISTAKES)
