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
        ["content/manuals/demo/index.md:5:12: 题头 official: “rules” 应写 案例/文件编号。是否为“jia/rules”？"],
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
        ["content/manuals/demo/01-dengji.md:16:1: 条号“1.3” 之前缺少“1.2”。条号从 1 起依次编，不跳号。是否为“1.2”？"],
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
        [
            "content/manuals/demo/01-dengji.md:12:47: 条款 1.1 依据: 没有填写。请写段号（如 P26），没有案例依据的写 建议。"
        ],
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
            "content/manuals/demo/01-dengji.md:22:11: 条款 1.2 频次: “每星期” 不在 每日、每月、一次、定期 之中。是否为“每日”？"
        ],
    ),
    Bad(
        "empty record",
        FIRST,
        "| 不另记 | 建议 |",
        "|  | 建议 |",
        ["content/manuals/demo/01-dengji.md:22:23: 条款 1.2 记录: 没有记录的写 不另记。是否为“不另记”？"],
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
        [
            "content/manuals/demo/02-yishi.md:1:1: 这一页没有条款。是检查表或表单的，题头写 kind: 检查表 或 kind: 表单；是章的，条款写作“## 2.1 短题”，其下一段条文和一行的表。"
        ],
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
        "superlative in the front page of the book",
        BOOK,
        "两本指引",
        "全国首个指引",
        [
            "content/manuals/index.md:4:3: “首个” 是材料的自我评价。请写作 [首个…](claim:P12)，页面会注明“文中自述”，或放在引文里。"
        ],
    ),
    Bad(
        "pages of one title in two manuals",
        "content/manuals/pair/index.md",
        "short: 约定指引",
        "short: 楼长指引",
        ["content/manuals/pair/index.md:3:8: 题头 short: “楼长指引” 与手册 demo 相同。请改一个。"],
    ),
    Bad(
        "clause number in full-width digits",
        FIRST,
        "## 1.2 每周",
        "## １．２ 每周",
        ["content/manuals/demo/01-dengji.md:16:1: 条号用半角数字，不加 0。是否为“1.2”？"],
    ),
    Bad(
        "clause number with zeros",
        FIRST,
        "## 1.2 每周",
        "## 01.02 每周",
        ["content/manuals/demo/01-dengji.md:16:1: 条号用半角数字，不加 0。是否为“1.2”？"],
    ),
    Bad(
        "clause number with zeros in the wrong place",
        FIRST,
        "## 1.2 每周",
        "## 1.03 每周",
        ["content/manuals/demo/01-dengji.md:16:1: 条号“1.03” 之前缺少“1.2”。条号从 1 起依次编，不跳号。是否为“1.2”？"],
    ),
    Bad(
        "advice in half-width brackets",
        FIRST,
        "| 每日（建议） |",
        "| 每日(建议) |",
        [
            "content/manuals/demo/01-dengji.md:12:8: 条款 1.1 频次: （建议）写在这一格的末尾，用全角圆括号，只写一次。是否为“每日（建议）”？"
        ],
    ),
    Bad(
        "advice in square brackets",
        FIRST,
        "| 每日（建议） |",
        "| 每日【建议】 |",
        [
            "content/manuals/demo/01-dengji.md:12:8: 条款 1.1 频次: （建议）写在这一格的末尾，用全角圆括号，只写一次。是否为“每日（建议）”？"
        ],
    ),
    Bad(
        "advice at the front of a cell",
        FIRST,
        "| 楼长 | 每日（建议）",
        "| （建议）楼长 | 每日（建议）",
        [
            "content/manuals/demo/01-dengji.md:12:3: 条款 1.1 责任: （建议）写在这一格的末尾，用全角圆括号，只写一次。是否为“楼长（建议）”？"
        ],
    ),
    Bad(
        "advice in half-width brackets after a link",
        FIRST,
        "(sheet:04-dengji)（建议）",
        "(sheet:04-dengji)(建议)",
        [
            "content/manuals/demo/01-dengji.md:12:17: 条款 1.1 记录: （建议）写在这一格的末尾，用全角圆括号，只写一次。是否为“[登记表](sheet:04-dengji)（建议）”？"
        ],
    ),
    Bad(
        "clause without words",
        FIRST,
        "核对登记表，划去办完的事项。",
        "……",
        ["content/manuals/demo/01-dengji.md:18:1: 条款 1.2 的条文没有文字。请写明做什么。"],
    ),
    Bad(
        "clause as a list",
        FIRST,
        "核对登记表，划去办完的事项。",
        "- 核对登记表\n- 划去办完的事项。",
        [
            "content/manuals/demo/01-dengji.md:18:1: 条款 1.2 的条文写成了列表或引文。条文是一段话，请改写；列表写在表格之后作说明。"
        ],
    ),
    Bad(
        "clause as a quotation",
        FIRST,
        "核对登记表，划去办完的事项。",
        "> 核对登记表。[段1](P1)",
        [
            "content/manuals/demo/01-dengji.md:18:1: 条款 1.2 的条文写成了列表或引文。条文是一段话，请改写；列表写在表格之后作说明。"
        ],
    ),
    Bad(
        "clause as a check",
        FIRST,
        "核对登记表，划去办完的事项。",
        "- [ ] 核对登记表",
        [
            "content/manuals/demo/01-dengji.md:18:1: 条款 1.2 的条文写成了列表或引文。条文是一段话，请改写；列表写在表格之后作说明。"
        ],
    ),
    Bad(
        "mark of a merge",
        FIRST,
        "核对登记表，划去办完的事项。",
        "<<<<<<< HEAD\n核对登记表。\n=======\n核对表。\n>>>>>>> other",
        [
            "content/manuals/demo/01-dengji.md:18:1: 这里有合并冲突的记号“<<<<<<<”。请保留要用的文字，删去 <<<<<<<、=======、>>>>>>> 各行。"
        ],
    ),
    Bad(
        "mark of a merge in a case",
        "content/cases/jia.md",
        "甲社区临河",
        "<<<<<<< HEAD\n甲社区临河",
        [
            "content/cases/jia.md:15:1: 这里有合并冲突的记号“<<<<<<<”。请保留要用的文字，删去 <<<<<<<、=======、>>>>>>> 各行。"
        ],
    ),
    Bad(
        "mark of a merge in YAML",
        "content/terms.yml",
        "网格:",
        "<<<<<<< HEAD\n网格:",
        [
            "content/terms.yml:1:1: 这里有合并冲突的记号“<<<<<<<”。请保留要用的文字，删去 <<<<<<<、=======、>>>>>>> 各行。"
        ],
    ),
    Bad(
        "mark of a merge left over",
        FIRST,
        "核对登记表，",
        "=======\n核对登记表，",
        [
            "content/manuals/demo/01-dengji.md:18:1: 这里有合并冲突的记号“=======”。请保留要用的文字，删去 <<<<<<<、=======、>>>>>>> 各行。"
        ],
    ),
    Bad(
        "check in a chapter",
        FIRST,
        "说明：材料没有写用什么表。",
        "- [ ] 材料没有写用什么表。",
        [
            "content/manuals/demo/01-dengji.md:14:3: 可以打勾的项只写在检查表里（题头 kind: 检查表）。这里请写成普通列表“- ……”。"
        ],
    ),
    Bad(
        "check in a case",
        "content/cases/jia.md",
        "- 再定办法",
        "- [ ] 再定办法",
        ["content/cases/jia.md:30:3: 可以打勾的项只写在检查表里（题头 kind: 检查表）。这里请写成普通列表“- ……”。"],
    ),
    Bad(
        "box in a chapter",
        FIRST,
        "说明：材料没有写用什么表。",
        "□ 材料没有写用什么表。",
        [
            "content/manuals/demo/01-dengji.md:14:1: “□” 不是列表的写法。检查表的项写作“- [ ] 内容”，别处的列表写作“- ……”。"
        ],
    ),
    Bad(
        "check in a form",
        FORM,
        "| 1 |  |  |",
        "| 1 |  |  |\n\n- [ ] 填好了",
        [
            "content/manuals/demo/04-dengji.md:12:3: 可以打勾的项只写在检查表里（题头 kind: 检查表）。这里请写成普通列表“- ……”。"
        ],
    ),
    Bad(
        "name of an official document",
        FIRST,
        "说明：材料没有写用什么表。",
        "说明：见《甲社区议事规则》。",
        [
            "content/manuals/demo/01-dengji.md:14:6: “甲社区议事规则” 是材料提到的文件，名称只写在 doc: 链接里。是否为“[甲社区议事规则](doc:jia/rules)”？"
        ],
    ),
    Bad(
        "name of an official document under other marks",
        FIRST,
        "说明：材料没有写用什么表。",
        "说明：见甲社区“议事规则”[第一条](doc:jia/rules)。",
        [
            "content/manuals/demo/01-dengji.md:14:5: “甲社区议事规则” 是材料提到的文件，名称只写在 doc: 链接里。是否为“[甲社区议事规则](doc:jia/rules)”？"
        ],
    ),
    Bad(
        "name of an official document in another link",
        FIRST,
        "说明：材料没有写用什么表。",
        "说明：见[甲社区议事规则](case:jia)。",
        [
            "content/manuals/demo/01-dengji.md:14:6: “甲社区议事规则” 是材料提到的文件，名称只写在 doc: 链接里。是否为“[甲社区议事规则](doc:jia/rules)”？"
        ],
    ),
    Bad(
        "name of an official document in a clause title",
        FIRST,
        "每周核对一次",
        "照甲社区议事规则核对",
        [
            "content/manuals/demo/01-dengji.md:16:1: 标题: “甲社区议事规则” 是材料提到的文件，书名、标题和责任里不写它的名称，免得被当作官方条款。请改写。"
        ],
    ),
    Bad(
        "name of an official document in a title",
        INDEX,
        "title: 楼长工作指引",
        "title: 甲社区议事规则指引",
        [
            "content/manuals/demo/index.md:2:8: 题头 title: “甲社区议事规则” 是材料提到的文件，书名、标题和责任里不写它的名称，免得被当作官方条款。请改写。"
        ],
    ),
    Bad(
        "name of an official document in a short title",
        INDEX,
        "short: 楼长指引",
        "short: 甲社区议事规则",
        [
            "content/manuals/demo/index.md:3:8: 题头 short: “甲社区议事规则” 是材料提到的文件，书名、标题和责任里不写它的名称，免得被当作官方条款。请改写。"
        ],
    ),
    Bad(
        "name of an official document in a chapter title",
        SECOND,
        "title: 怎样议事",
        "title: 甲社区议事规则",
        [
            "content/manuals/demo/02-yishi.md:2:1: 题头 title: “甲社区议事规则” 是材料提到的文件，书名、标题和责任里不写它的名称，免得被当作官方条款。请改写。"
        ],
    ),
    Bad(
        "mobile number",
        INDEX,
        "适用于有楼长的小区",
        "适用于有楼长（13812345678）的小区",
        ["content/manuals/demo/index.md:15:8: 像是个人的手机号。手册会印发，不写个人的号码，请删去。"],
    ),
    Bad(
        "mobile number in front matter",
        INDEX,
        "召集议事的一方",
        "召集议事的一方，138 1234 5678",
        ["content/manuals/demo/index.md:8:21: 像是个人的手机号。手册会印发，不写个人的号码，请删去。"],
    ),
    Bad(
        "identity number",
        FIRST,
        "先把事情记下来。",
        "先把 330102199001011234 记下来。",
        ["content/manuals/demo/01-dengji.md:4:4: 像是个人的身份证号。手册会印发，不写个人的号码，请删去。"],
    ),
    Bad(
        "checklist without its kind",
        CHECKS,
        "kind: 检查表\n",
        "",
        [
            "content/manuals/demo/03-zicha.md:1:1: 这一页没有条款。是检查表或表单的，题头写 kind: 检查表 或 kind: 表单；是章的，条款写作“## 3.1 短题”，其下一段条文和一行的表。"
        ],
    ),
    Bad(
        "form without its kind",
        FORM,
        "kind: 表单\n",
        "",
        [
            "content/manuals/demo/04-dengji.md:1:1: 这一页没有条款。是检查表或表单的，题头写 kind: 检查表 或 kind: 表单；是章的，条款写作“## 4.1 短题”，其下一段条文和一行的表。"
        ],
    ),
    Bad(
        "chapter said to be a form",
        SECOND,
        "title: 怎样议事\n",
        "title: 怎样议事\nkind: 表单\n",
        ["content/manuals/demo/02-yishi.md:3:7: 这一页写的是条款，题头不写 kind。请删去这一行。"],
    ),
    Bad(
        "chapter said to be a checklist",
        FIRST,
        "title: 怎样登记\n",
        "title: 怎样登记\nkind: 检查表\n",
        ["content/manuals/demo/01-dengji.md:3:7: 这一页写的是条款，题头不写 kind。请删去这一行。"],
    ),
    Bad(
        "roles with a comma",
        FIRST,
        "| 楼长、社区 |",
        "| 楼长，社区 |",
        ["content/manuals/demo/01-dengji.md:22:3: 条款 1.2 责任: 几个名称用、隔开。是否为“楼长、社区”？"],
    ),
    Bad(
        "evidence in a small letter",
        FIRST,
        "（建议） | P02 |",
        "（建议） | p02 |",
        [
            "content/manuals/demo/01-dengji.md:12:46: 条款 1.1 依据: “p02” 无法识别。请写段号（如 P14、P15，或 来源:P14）或 建议。是否为“P02”？"
        ],
    ),
    Bad(
        "evidence as a reader sees it",
        FIRST,
        "（建议） | P02 |",
        "（建议） | 段2 |",
        [
            "content/manuals/demo/01-dengji.md:12:46: 条款 1.1 依据: “段2” 无法识别。请写段号（如 P14、P15，或 来源:P14）或 建议。是否为“P02”？"
        ],
    ),
    Bad(
        "evidence with the name of a case",
        FIRST,
        "（建议） | P02 |",
        "（建议） | 甲社区P02 |",
        [
            "content/manuals/demo/01-dengji.md:12:46: 条款 1.1 依据: “甲社区P02” 无法识别。请写段号（如 P14、P15，或 来源:P14）或 建议。"
        ],
    ),
    Bad(
        "advice as evidence with a colon",
        FIRST,
        "| 不另记 | 建议 |",
        "| 不另记 | 建议： |",
        [
            "content/manuals/demo/01-dengji.md:22:28: 条款 1.2 依据: “建议：” 无法识别。请写段号（如 P14、P15，或 来源:P14）或 建议。是否为“建议”？"
        ],
    ),
    Bad(
        "advice as evidence in brackets",
        FIRST,
        "| 不另记 | 建议 |",
        "| 不另记 | （建议） |",
        [
            "content/manuals/demo/01-dengji.md:22:28: 条款 1.2 依据: “（建议）” 无法识别。请写段号（如 P14、P15，或 来源:P14）或 建议。是否为“建议”？"
        ],
    ),
    Bad(
        "title with a full-width colon",
        SECOND,
        "title: 怎样议事",
        "title：怎样议事",
        ["content/manuals/demo/02-yishi.md:2:1: 题头: 键和值之间写半角冒号和一个空格。是否为“title: 怎样议事”？"],
    ),
    Bad(
        "title without a blank after the colon",
        SECOND,
        "title: 怎样议事",
        "title:怎样议事",
        ["content/manuals/demo/02-yishi.md:2:1: 题头: 键和值之间写半角冒号和一个空格。是否为“title: 怎样议事”？"],
    ),
    Bad(
        "title of a manual in half-width brackets",
        INDEX,
        "（本库据案例编写）",
        "(本库据案例编写)",
        [
            "content/manuals/demo/index.md:2:8: 题头 title: 书名末尾的括号用全角，前后不空格。是否为“楼长工作指引（本库据案例编写）”？"
        ],
    ),
    Bad(
        "link to a chapter as a sheet",
        FIRST,
        "(sheet:04-dengji)",
        "(sheet:02-yishi)",
        ["content/manuals/demo/01-dengji.md:12:17: 引用 sheet:02-yishi：02-yishi 是一章，请用 clause: 引用条款。"],
    ),
    Bad(
        "sheet link with a full-width colon",
        FIRST,
        "(sheet:04-dengji)",
        "(sheet：04-dengji)",
        ["content/manuals/demo/01-dengji.md:12:17: 链接目标“sheet：04-dengji” 的冒号用半角。是否为“sheet:04-dengji”？"],
    ),
    Bad(
        "term link with a full-width colon",
        FIRST,
        "(term:网格)",
        "(term：网格)",
        ["content/manuals/demo/01-dengji.md:8:13: 链接目标“term：网格” 的冒号用半角。是否为“term:网格”？"],
    ),
    Bad(
        "clause link with a full-width colon",
        SECOND,
        "(clause:1.1)",
        "(clause：1.1)",
        ["content/manuals/demo/02-yishi.md:6:13: 链接目标“clause：1.1” 的冒号用半角。是否为“clause:1.1”？"],
    ),
    Bad(
        "paragraph link with a full-width colon",
        INDEX,
        "(P2)",
        "(jia-report：P2)",
        ["content/manuals/demo/index.md:15:30: 链接目标“jia-report：P2” 的冒号用半角。是否为“jia-report:P2”？"],
    ),
    Bad(
        "link to a sheet of another manual",
        "content/manuals/pair/01-yueding.md",
        "| 约定书（建议） |",
        "| [登记表](sheet:04-dengji)（建议） |",
        [
            "content/manuals/pair/01-yueding.md:10:19: 引用 sheet:04-dengji：手册 pair 没有检查表或表单“04-dengji”。是否为“sheet:demo/04-dengji”？"
        ],
    ),
    Bad(
        "record that says nothing",
        FIRST,
        "| 不另记 | 建议 |",
        "| 无 | 建议 |",
        ["content/manuals/demo/01-dengji.md:22:22: 条款 1.2 记录: 没有记录的写 不另记。是否为“不另记”？"],
    ),
    Bad(
        "record that is a dash",
        FIRST,
        "| 不另记 | 建议 |",
        "| —— | 建议 |",
        ["content/manuals/demo/01-dengji.md:22:22: 条款 1.2 记录: 没有记录的写 不另记。是否为“不另记”？"],
    ),
    Bad(
        "evidence that says nothing",
        FIRST,
        "| 不另记 | 建议 |",
        "| 不另记 | 无 |",
        [
            "content/manuals/demo/01-dengji.md:22:28: 条款 1.2 依据: 没有填写。请写段号（如 P26），没有案例依据的写 建议。"
        ],
    ),
    Bad(
        "evidence that is a dash",
        FIRST,
        "| 不另记 | 建议 |",
        "| 不另记 | —— |",
        [
            "content/manuals/demo/01-dengji.md:22:28: 条款 1.2 依据: 没有填写。请写段号（如 P26），没有案例依据的写 建议。"
        ],
    ),
    Bad(
        "role that says nothing",
        FIRST,
        "| 楼长、社区 |",
        "| 无 |",
        ["content/manuals/demo/01-dengji.md:22:3: 条款 1.2 责任: 没有填写。请写手册题头 roles 里的名称。"],
    ),
    Bad(
        "check without its first blank",
        CHECKS,
        "- [ ] 办完的",
        "-[ ] 办完的",
        ["content/manuals/demo/03-zicha.md:9:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
    Bad(
        "check without blanks",
        CHECKS,
        "- [ ] 办完的",
        "- []办完的",
        ["content/manuals/demo/03-zicha.md:9:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
    Bad(
        "check without the blank in its brackets",
        CHECKS,
        "- [ ] 办完的",
        "- [] 办完的",
        ["content/manuals/demo/03-zicha.md:9:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
    Bad(
        "check as a box",
        CHECKS,
        "- [ ] 办完的",
        "□ 办完的",
        [
            "content/manuals/demo/03-zicha.md:9:1: “□” 不是列表的写法。检查表的项写作“- [ ] 内容”，别处的列表写作“- ……”。"
        ],
    ),
    Bad(
        "check with an asterisk",
        CHECKS,
        "- [ ] 办完的",
        "* [ ] 办完的",
        ["content/manuals/demo/03-zicha.md:9:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
    Bad(
        "first check without its first blank",
        CHECKS,
        "- [ ] 反映的",
        "-[ ] 反映的",
        ["content/manuals/demo/03-zicha.md:8:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
    Bad(
        "first check as a box",
        CHECKS,
        "- [ ] 反映的",
        "□ 反映的",
        [
            "content/manuals/demo/03-zicha.md:8:1: “□” 不是列表的写法。检查表的项写作“- [ ] 内容”，别处的列表写作“- ……”。"
        ],
    ),
    Bad(
        "check as another box",
        CHECKS,
        "- [ ] 反映的",
        "☐反映的",
        [
            "content/manuals/demo/03-zicha.md:8:1: “☐” 不是列表的写法。检查表的项写作“- [ ] 内容”，别处的列表写作“- ……”。"
        ],
    ),
    Bad(
        "check in full-width brackets",
        CHECKS,
        "- [ ] 反映的",
        "- 【 】反映的",
        ["content/manuals/demo/03-zicha.md:8:1: 检查项应写作“- [ ] 内容”，一行一项，方括号里一个空格，不预先打勾。"],
    ),
]

DOUBTS = [
    Bad(
        "straight quotation marks",
        FIRST,
        "先把事情记下来。",
        '先把"事情"记下来。',
        ['content/manuals/demo/01-dengji.md:4:3: 警告（标点）：中文里用了直引号 "。前后请分别改成 “ 和 ”。'],
    ),
    Bad(
        "quotation mark never closed",
        FIRST,
        "先把事情记下来。",
        "先把“事情记下来。",
        [
            "content/manuals/demo/01-dengji.md:4:3: 警告（标点）：引号 “ 没有配对，或前后写反了。一对引号先 “ 后 ”，里面再引的用 ‘ 和 ’。"
        ],
    ),
    Bad(
        "quotation marks the wrong way round in a case",
        "content/cases/jia.md",
        "甲社区临河",
        "甲”社区“临河",
        [
            "content/cases/jia.md:15:2: 警告（标点）：引号 ” 没有配对，或前后写反了。一对引号先 “ 后 ”，里面再引的用 ‘ 和 ’。"
        ],
    ),
    Bad(
        "quotation mark never closed in a cell",
        SECOND,
        "会议记录",
        "会议“记录",
        [
            "content/manuals/demo/02-yishi.md:10:15: 警告（标点）：引号 “ 没有配对，或前后写反了。一对引号先 “ 后 ”，里面再引的用 ‘ 和 ’。"
        ],
    ),
    Bad(
        "number of no clause",
        FIRST,
        "说明：材料没有写用什么表。",
        "说明：见 2.9 条。",
        [
            "content/manuals/demo/01-dengji.md:14:6: 警告（条号不明）：“2.9” 不是本指引的条号。引用条款写作 [2.1](clause:2.1)；是数值的，数字后写上单位。"
        ],
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
    first, course = small_site / FIRST, small_site / "content/courses/rumen.md"
    first.write_text(first.read_text("utf-8").replace("sheet:04-dengji", "sheet:06-dengji"), "utf-8")
    course.write_text(course.read_text("utf-8").replace("demo/03-zicha", "demo/05-zicha"), "utf-8")
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
        f"{INDEX}:1:1: 这本手册没有首页 index.md，请建立它，写上 title、short、source、roles、added。"
    ]


def test_role_that_no_clause_names_is_a_warning(small_site: Path) -> None:
    page = small_site / INDEX
    page.write_text(page.read_text("utf-8").replace("\nadded:", "\n  物业: 没有人\nadded:"), "utf-8")
    run = CliRunner().invoke(main, ["check", "--root", str(small_site)])
    assert run.exit_code == 0
    assert "警告（岗位无条款）：题头 roles: “物业” 没有一条条款由其负责。请删去，或检查责任一格的写法。" in run.output


def test_site_without_manuals_is_built_without_them(small_site: Path) -> None:
    shutil.rmtree(small_site / "content/manuals")
    for name in ("handouts", "courses"):  # they are made of the manual, too
        shutil.rmtree(small_site / f"content/{name}")
    run = CliRunner().invoke(main, ["build", "--root", str(small_site)])
    assert run.exit_code == 0, run.output
    assert not (small_site / "output/manuals").exists()
    assert "手册" not in (small_site / "output/index.html").read_text("utf-8")


@pytest.mark.parametrize("bad", DOUBTS, ids=[bad.name for bad in DOUBTS])
def test_what_may_be_meant_so_is_a_warning(small_site: Path, bad: Bad) -> None:
    apply(small_site, bad)
    run = CliRunner().invoke(main, ["check", "--root", str(small_site)])
    assert run.exit_code == 0
    assert run.output.strip().split("\n")[:-1] == bad.says


def edit(root: Path, file: str, old: str, new: str) -> None:
    apply(root, Bad("", file, old, new, []))


def add_clauses(root: Path, *numbers: str) -> None:
    page = root / SECOND
    table = "| 责任 | 频次 | 记录 | 依据 |\n|---|---|---|---|\n| 社区 | 每月 | 不另记 | 建议 |"
    clauses = (f"## {number} 做一件事\n\n做第{number[-1]}件事。\n\n{table}\n" for number in numbers)
    page.write_text("\n".join([page.read_text("utf-8"), *clauses]), "utf-8")


@pytest.mark.parametrize(
    ("numbers", "says"),
    [
        (("2.2", "2.5", "2.4"), "20:1: 条号“2.5” 之前缺少“2.3”。条号从 1 起依次编，不跳号。是否为“2.3”？"),
        (("2.3", "2.4"), "12:1: 条号“2.3” 之前缺少“2.2”。条号从 1 起依次编，不跳号。是否为“2.2”？"),
        (("2.1", "2.2"), "12:1: 条号“2.1” 重复或倒序。条号从 1 起依次编。是否为“2.2”？"),
    ],
)
def test_one_slip_in_the_numbers_is_told_once(small_site: Path, numbers: tuple[str, ...], says: str) -> None:
    add_clauses(small_site, *numbers)
    assert told(small_site, "check") == [f"{SECOND}:{says}"]


@pytest.mark.parametrize(
    ("file", "name", "near"),
    [
        (SECOND, "02_yishi.md", "是否为“02-yishi.md”？"),
        (SECOND, "yishi.md", ""),
        (FIRST, "1-dengji.md", ""),
        (FORM, "04-dengji.MD", ""),
    ],
)
def test_misnamed_file_is_told_and_nothing_else_of_it(small_site: Path, file: str, name: str, near: str) -> None:
    (small_site / file).rename(small_site / DEMO / name)
    message = "手册的文件名应为 index.md 或“两位数-拼音.md”，如 02-meiri.md。请改名或移走。"
    assert told(small_site, "check") == [f"{DEMO}/{name}:1:1: {message}{near}"]


def test_misnamed_folder_is_told_and_not_the_links_into_it(small_site: Path) -> None:
    (small_site / DEMO).rename(small_site / "content/manuals/Demo")
    edit(small_site, BOOK, "供测试用。", "见[楼长指引](manual:demo)、[1.1](clause:demo/1.1)。")
    assert told(small_site, "check") == [
        "content/manuals/Demo:1:1: 文件名“Demo” 就是编号，只能用小写字母、数字和连字符。请改名。"
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("short: 楼长指引", "short: 楼长服务工作指引之登记与议事篇", "3:8: 题头 short: 有 15 字，超过 14 字。请改短。"),
        ("source: jia-report\n", "", "2:1: 题头 source: 没有填写。"),
        (
            "title: 楼长",
            "title： 楼长",
            "2:1: 键和值之间写半角冒号和一个空格。是否为“title: 楼长工作指引（本库据案例编写）”？",
        ),
        ("---\ntitle", "title", "1:1: 没有题头。文件第一行应为 ---，其后是 title、source 等键，再以一行 --- 结束。"),
        (
            "给新任",
            "<<<<<<< HEAD\n给新任",
            "11:1: 这里有合并冲突的记号“<<<<<<<”。请保留要用的文字，删去 <<<<<<<、=======、>>>>>>> 各行。",
        ),
    ],
)
def test_fault_in_a_front_page_does_not_hide_those_of_the_chapters(
    small_site: Path, old: str, new: str, says: str
) -> None:
    edit(small_site, INDEX, old, new)
    edit(small_site, FIRST, "| 定期（间隔自定） |", "| 每星期 |")
    edit(small_site, SECOND, "clause:1.1)", "clause:1.4)")
    assert told(small_site, "check") == [
        f"{FIRST}:22:11: 条款 1.2 频次: “每星期” 不在 每日、每月、一次、定期 之中。是否为“每日”？",
        f"{SECOND}:6:13: 引用 clause:1.4：手册 demo 没有条款“1.4”。第 1 章的条款是 1.1 至 1.2。",
        f"{INDEX}:{says}",
    ]


def test_book_without_a_front_page_is_told_and_not_the_links_into_its_manuals(small_site: Path) -> None:
    (small_site / BOOK).unlink()
    edit(small_site, "content/cases/jia.md", "term:网格)", "clause:demo/1.1)")
    assert told(small_site, "check") == [
        f"{BOOK}:1:1: 文件无法读取（没有这个文件）。请检查文件是否存在、是否有读取权限。"
    ]


def test_values_are_no_clause_numbers(small_site: Path) -> None:
    edit(
        small_site,
        FIRST,
        "核对登记表，",
        "核对登记表，[2.1](clause:2.1)也一样，约1.5米、3.5%、2021.3.5、v1.22，见2.1条，",
    )
    run = CliRunner().invoke(main, ["check", "--root", str(small_site)])
    assert run.output.strip() == "没有发现问题。"


def test_names_of_mistakes_are_unique() -> None:
    assert len({bad.name for bad in MISTAKES}) == len(MISTAKES)
