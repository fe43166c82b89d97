"""Every mistake an editor can make in a course: one edit of the small site, and the whole of what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .mistakes import Bad, apply, told

FILE = "content/courses/rumen.md"

MISTAKES = [
    Bad(
        "front matter lacks a key",
        FILE,
        "audience: 第一次参加议事的楼长\n",
        "",
        [
            "content/courses/rumen.md:2:1: 题头 audience: 没有填写。",
        ],
    ),
    Bad(
        "unknown key",
        FILE,
        "order: 1\n",
        "ordre: 1\n",
        [
            "content/courses/rumen.md:5:1: 题头: 不认识的键“ordre”。可用的有 title、short、audience、order、added。是否为“order”？",
        ],
    ),
    Bad(
        "title too long",
        FILE,
        "title: 入门：议事怎样开",
        "title: 入门：议事怎样开，怎样记，怎样督办，怎样公开，怎样回头看",
        [
            "content/courses/rumen.md:2:8: 题头 title: 有 28 字，超过 24 字。请改短。",
        ],
    ),
    Bad(
        "no introduction",
        FILE,
        "学完能说清议事会做什么。\n",
        "",
        [
            "content/courses/rumen.md:1:1: 没有导语。请在题头之后用一段话写明学完能做什么。",
        ],
    ),
    Bad(
        "repeated step",
        FILE,
        "## 照着做",
        "## 看问题",
        [
            "content/courses/rumen.md:40:1: 标题“看问题” 重复，第 10 行已有。请改名。",
        ],
    ),
    Bad(
        "link in the title of a step",
        FILE,
        "## 照着做",
        "## [照着做](table:outcomes)",
        [
            "content/courses/rumen.md:40:1: 标题“[照着做](table:outcomes)” 里不用链接和加粗。请只写文字。",
        ],
    ),
    Bad(
        "title of a step too long",
        FILE,
        "## 照着做",
        "## 照着做一遍再照着做一遍再照着做一遍再照着做一遍再做",
        [
            "content/courses/rumen.md:40:1: 步骤的标题有 25 字，超过 24 字。请改短，细节写进说明。",
        ],
    ),
    Bad(
        "heading that is not 自测",
        FILE,
        "### 自测\n\n#### 判断",
        "### 测试\n\n#### 判断",
        [
            "content/courses/rumen.md:45:1: 步骤之下的三级标题只有“自测”，这里是“测试”。请改正或删去。",
        ],
    ),
    Bad(
        "question outside 自测",
        FILE,
        "### 自测\n\n#### 判断",
        "#### 判断",
        [
            "content/courses/rumen.md:45:1: 标题“判断：推到全社区已经做到。” 层级不对。题目（####）要写在“### 自测” 之下。",
        ],
    ),
    Bad(
        "unknown task",
        FILE,
        "- 看表：",
        "- 看图：",
        [
            "content/courses/rumen.md:15:3: 任务的开头“看图” 不在 阅读、看表、填表 之中。是否为“看表”？",
        ],
    ),
    Bad(
        "narrow colon of a task",
        FILE,
        "- 看表：",
        "- 看表:",
        [
            "content/courses/rumen.md:15:5: 任务开头的冒号用全角“：”。",
        ],
    ),
    Bad(
        "line among tasks that is none",
        FILE,
        "- 看表：[成效对照](table:outcomes)",
        "- 看看成效对照",
        [
            "content/courses/rumen.md:15:1: 任务一行一项，写作“- 阅读：[文字](目标)，提示”，开头用 阅读、看表 或 填表。",
        ],
    ),
    Bad(
        "task that links to another kind",
        FILE,
        "- 填表：[楼长每日自查](sheet:demo/03-zicha)",
        "- 填表：[成效对照](table:outcomes)",
        [
            "content/courses/rumen.md:42:6: “填表：”不能链到 table:outcomes。可用的有 sheet:。",
        ],
    ),
    Bad(
        "words after the tasks",
        FILE,
        "- 看表：[成效对照](table:outcomes)\n",
        "- 看表：[成效对照](table:outcomes)\n\n看完想一想。\n",
        [
            "content/courses/rumen.md:17:1: 说明要写在任务之前。请移到任务的上面，或写成任务后的提示。",
        ],
    ),
    Bad(
        "table in a step",
        FILE,
        "- 看表：[成效对照](table:outcomes)\n",
        "| 甲 |\n|---|\n| 乙 |\n",
        [
            "content/courses/rumen.md:15:1: 这里不放表格。要看的表用“- 看表：[…](table:…)”链接。",
        ],
    ),
    Bad(
        "step without tasks and questions",
        FILE,
        "## 照着做\n",
        "## 先想\n\n想一想。\n\n## 照着做\n",
        [
            "content/courses/rumen.md:40:1: “先想” 之下没有任务和自测。任务一行一项，写作“- 阅读：[文字](目标)，提示”，开头用 阅读、看表 或 填表。",
        ],
    ),
    Bad(
        "unknown section of a case",
        FILE,
        "(case:jia/background)",
        "(case:jia/backgroud)",
        [
            "content/courses/rumen.md:14:6: 引用 case:jia/backgroud：甲社区没有这一节。它的各节是 background（背景与起因）、problems（问题）、practice（做法与经过）、s-mei-yue-yi-yi（每月一议）、organisation（组织）、mechanisms（机制）、results（成效与反响）、figures（数字）、discussion（探讨与评论）、limits（局限）、questions（讨论题）、appendix（附录）、timeline（时间线）、documents（文件与标准）。是否为“background”？",
        ],
    ),
    Bad(
        "unknown case of a section",
        FILE,
        "(case:jia/background)",
        "(case:jja/background)",
        [
            "content/courses/rumen.md:14:6: 引用 case:jja 没有对应的内容。是否为“case:jia”？",
        ],
    ),
    Bad(
        "unknown kind of question",
        FILE,
        "#### 单选：",
        "#### 选择：",
        [
            "content/courses/rumen.md:19:1: 题型“选择” 不在 单选、多选、判断、排序、配对、简答 之中。是否为“单选”？",
        ],
    ),
    Bad(
        "narrow colon of a question",
        FILE,
        "#### 单选：",
        "#### 单选:",
        [
            "content/courses/rumen.md:19:1: 题型之后的冒号用全角“：”。",
        ],
    ),
    Bad(
        "question without words",
        FILE,
        "#### 单选：甲社区要解决什么？",
        "#### 单选：",
        [
            "content/courses/rumen.md:19:1: 题干是空的。请写在题型和冒号之后。",
        ],
    ),
    Bad(
        "title that is no question",
        FILE,
        "#### 单选：甲社区要解决什么？",
        "#### 甲社区要解决什么？",
        [
            "content/courses/rumen.md:19:1: 题目的标题应为“#### 题型：题干”，如“#### 单选：……？”。",
        ],
    ),
    Bad(
        "two questions alike",
        FILE,
        "#### 判断：推到全社区已经做到。",
        "#### 判断：甲社区要解决什么？",
        [
            "content/courses/rumen.md:47:1: 题干同第 19 行的重复。请删去或改写。",
        ],
    ),
    Bad(
        "no option is right",
        FILE,
        "- [x] 停车难",
        "- [ ] 停车难",
        [
            "content/courses/rumen.md:21:1: 单选题恰有一个正确的选项（- [x]），这里有 0 个。",
        ],
    ),
    Bad(
        "two options are right in a single choice",
        FILE,
        "- [ ] 投诉难",
        "- [x] 投诉难",
        [
            "content/courses/rumen.md:21:1: 单选题恰有一个正确的选项（- [x]），这里有 2 个。",
        ],
    ),
    Bad(
        "all options are right in a multiple choice",
        FILE,
        "- [ ] 表决",
        "- [x] 表决",
        [
            "content/courses/rumen.md:31:1: 多选题有两个以上正确的选项（- [x]），至少一个不正确，这里 4 个中有 4 个正确。",
        ],
    ),
    Bad(
        "too few options",
        FILE,
        "- [ ] 材料未说明\n",
        "",
        [
            "content/courses/rumen.md:21:1: 选项应有 3 至 6 个，这里有 2 个。",
        ],
    ),
    Bad(
        "option without a box",
        FILE,
        "- [ ] 投诉难",
        "- 投诉难",
        [
            "content/courses/rumen.md:21:1: 选项写作“- [ ] ……”，方括号里一个空格；正确的写作“- [x] ……”。",
        ],
    ),
    Bad(
        "two options alike",
        FILE,
        "- [ ] 投诉难",
        "- [ ] 停车难",
        [
            "content/courses/rumen.md:22:7: “停车难” 写了两次。请改写其中一个。",
        ],
    ),
    Bad(
        "link in an option",
        FILE,
        "- [ ] 投诉难",
        "- [ ] [投诉难](case:jia)",
        [
            "content/courses/rumen.md:21:7: 题干和选项只写文字，不写链接和加粗。依据写在解析里。",
        ],
    ),
    Bad(
        "blank between options",
        FILE,
        "- [ ] 投诉难\n",
        "- [ ] 投诉难\n\n",
        [
            "content/courses/rumen.md:23:1: 单选题之下应写选项，一行一个，写作“- [ ] ……”，恰有一个写作“- [x] ……”，只写一处，中间不空行。",
        ],
    ),
    Bad(
        "verdict that is neither",
        FILE,
        "答案：错",
        "答案：否",
        [
            "content/courses/rumen.md:49:4: 答案“否” 不在 对、错 之中。",
        ],
    ),
    Bad(
        "verdict missing",
        FILE,
        "答案：错\n",
        "",
        [
            "content/courses/rumen.md:47:1: 判断题之下应写“答案：对”或“答案：错”，不写别的。",
        ],
    ),
    Bad(
        "verdict of a choice",
        FILE,
        "- [ ] 投诉难\n- [x] 停车难\n- [ ] 材料未说明",
        "答案：对",
        [
            "content/courses/rumen.md:19:1: 单选题之下应写选项，一行一个，写作“- [ ] ……”，恰有一个写作“- [x] ……”，不写别的。",
        ],
    ),
    Bad(
        "items that are not numbered",
        FILE,
        "1. 收集\n2. 商议\n3. 公示",
        "- 收集\n- 商议\n- 公示",
        [
            "content/courses/rumen.md:57:1: 排序题的各项写作“1. ……”，一行一项。",
            "content/courses/rumen.md:58:1: 排序题的各项写作“1. ……”，一行一项。",
            "content/courses/rumen.md:59:1: 排序题的各项写作“1. ……”，一行一项。",
        ],
    ),
    Bad(
        "two items",
        FILE,
        "2. 商议\n3. 公示\n",
        "2. 商议\n",
        [
            "content/courses/rumen.md:57:1: 要排的项应有 3 至 6 个，这里有 2 个。",
        ],
    ),
    Bad(
        "three columns of pairs",
        FILE,
        "| 事项 | 说法 |\n|---|---|\n",
        "| 事项 | 说法 | 段 |\n|---|---|---|\n",
        [
            "content/courses/rumen.md:67:1: 配对题的表格有两列，这里有 3 列。",
        ],
    ),
    Bad(
        "empty cell of a pair",
        FILE,
        "| 停车难 | 问题 |",
        "| 停车难 | |",
        [
            "content/courses/rumen.md:69:3: 配对题的每一行写满两格。",
        ],
    ),
    Bad(
        "two pairs alike",
        FILE,
        "| 楼栋网格 | 机制 |",
        "| 楼栋网格 | 组织 |",
        [
            "content/courses/rumen.md:71:11: “组织” 写了两次。请改写其中一个。",
        ],
    ),
    Bad(
        "no explanation",
        FILE,
        "解析：照材料的次序。[段2](jia-report:P2)\n\n",
        "",
        [
            "content/courses/rumen.md:55:1: 这道题没有“解析：”。请补上。",
        ],
    ),
    Bad(
        "explanation without evidence",
        FILE,
        "解析：照材料的次序。[段2](jia-report:P2)",
        "解析：照材料的次序。",
        [
            "content/courses/rumen.md:61:4: 解析没有依据。请链到段落，如 [段14](xitang-baoli:P14)，或链到条款，如 [2.3](clause:guanjia/2.3)。",
        ],
    ),
    Bad(
        "model answer without evidence",
        FILE,
        "材料只说划到楼栋。[段2](jia-report:P2)",
        "材料只说划到楼栋。",
        [
            "content/courses/rumen.md:81:1: 参考答案没有依据。请链到段落，如 [段14](xitang-baoli:P14)，或链到条款，如 [2.3](clause:guanjia/2.3)。",
        ],
    ),
    Bad(
        "nothing to read again",
        FILE,
        "再读：[背景与起因](case:jia/background)\n\n",
        "",
        [
            "content/courses/rumen.md:19:1: 这道题没有“再读：”。请补上。",
        ],
    ),
    Bad(
        "reading again that links a paragraph",
        FILE,
        "再读：[背景与起因](case:jia/background)",
        "再读：[段1](jia-report:P1)",
        [
            "content/courses/rumen.md:27:4: “再读：”不能链到 jia-report:P1。可用的有 case:、manual:、clause:、term:、table:、sheet:。",
        ],
    ),
    Bad(
        "reading again without a link",
        FILE,
        "再读：[背景与起因](case:jia/background)",
        "再读：问题",
        [
            "content/courses/rumen.md:27:4: “再读：”之后没有链接。可用的有 case:、manual:、clause:、term:、table:、sheet:。",
        ],
    ),
    Bad(
        "unknown label",
        FILE,
        "解析：照材料的次序。",
        "解释：照材料的次序。",
        [
            "content/courses/rumen.md:55:1: 这道题没有“解析：”。请补上。",
            "content/courses/rumen.md:61:1: 题目之下的段落要以“答案：”、“参考答案：”、“解析：”、“再读：”开头。请加上，或并到上一段。是否为“解析”？",
        ],
    ),
    Bad(
        "narrow colon of a label",
        FILE,
        "解析：照材料的次序。",
        "解析:照材料的次序。",
        [
            "content/courses/rumen.md:61:3: “解析” 之后的冒号用全角“：”。",
        ],
    ),
    Bad(
        "label twice",
        FILE,
        "解析：照材料的次序。[段2](jia-report:P2)",
        "解析：照材料的次序。[段2](jia-report:P2)\n\n解析：照次序。[段2](jia-report:P2)",
        [
            "content/courses/rumen.md:63:1: “解析” 写了两次。请并成一段。",
        ],
    ),
    Bad(
        "label without words",
        FILE,
        "答案：错",
        "答案：",
        [
            "content/courses/rumen.md:49:1: “答案：” 之后没有内容。请写在同一段里。",
        ],
    ),
    Bad(
        "paragraph that does not exist",
        FILE,
        "[段1](jia-report:P1)\n\n再读",
        "[段9](jia-report:P9)\n\n再读",
        [
            "content/courses/rumen.md:25:20: 来源 jia-report 没有段落 P09。它的段落是 P01 至 P04。",
        ],
    ),
    Bad(
        "bare paragraph",
        FILE,
        "[段1](jia-report:P1)\n\n再读",
        "[段1](P1)\n\n再读",
        [
            "content/courses/rumen.md:25:20: “P1” 没有说是哪篇来源的段落。请写作 来源:P1。",
        ],
    ),
    Bad(
        "figure of the pandemic",
        FILE,
        "- [ ] 投诉难",
        "- [ ] 走访1200余户",
        [
            "content/courses/rumen.md:21:7: “1200余户” 是疫情防控期间的数字，不出题。请换一个。",
        ],
    ),
    Bad(
        "praise of the source's own",
        FILE,
        "- [ ] 投诉难",
        "- [ ] 全市首个议事会",
        [
            "content/courses/rumen.md:21:7: “首个” 是材料的自我评价，题干和选项里要放在引号里，写作“首个…”，并在解析里说明。",
        ],
    ),
    Bad(
        "quiz twice",
        FILE,
        "再读：[局限](case:jia/limits)\n",
        "再读：[局限](case:jia/limits)\n\n### 自测\n\n#### 判断：网格划到楼栋。\n\n答案：对\n\n解析：划到楼栋。[段2](jia-report:P2)\n\n再读：[局限](case:jia/limits)\n",
        [
            "content/courses/rumen.md:85:1: 一步只有一个“自测”。请并到前面去。",
        ],
    ),
    Bad(
        "quiz without questions",
        FILE,
        "### 自测\n\n#### 判断",
        "### 自测\n\n## 再做\n\n### 自测\n\n#### 判断",
        [
            "content/courses/rumen.md:45:1: 自测没有题目。题目写作“#### 单选：题干”，没有题目就删去这个标题。",
        ],
    ),
    Bad(
        "heading below a question",
        FILE,
        "解析：照材料的次序。",
        "##### 说明\n\n解析：照材料的次序。",
        [
            "content/courses/rumen.md:61:1: 标题“说明” 层级不对。题目之下不用标题。",
        ],
    ),
]


@pytest.mark.parametrize("bad", MISTAKES, ids=lambda bad: bad.name)
def test_a_mistake_in_a_course_is_told(bad: Bad, small_site: Path) -> None:
    apply(small_site, bad)
    assert told(small_site, "check") == bad.says
