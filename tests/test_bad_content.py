"""Every mistake an editor can make: one edit of the small site, and the whole of what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

from .mistakes import Bad, apply, told

JIA, YI = "content/cases/jia.md", "content/cases/yi.md"


MISTAKES = [
    Bad(
        "empty file",
        YI,
        "",
        "",
        [
            "content/cases/yi.md:1:1: 文件是空的。请写入内容，或删去这个文件。",
        ],
    ),
    Bad(
        "only white space",
        YI,
        "",
        " \n\n",
        [
            "content/cases/yi.md:1:1: 文件是空的。请写入内容，或删去这个文件。",
        ],
    ),
    Bad(
        "no front matter",
        YI,
        "---\ntitle: 乙小区",
        "title: 乙小区",
        [
            "content/cases/yi.md:1:1: 没有题头。文件第一行应为 ---，其后是 title、source 等键，再以一行 --- 结束。",
        ],
    ),
    Bad(
        "front matter never ends",
        YI,
        "added: 2026-01-03\n---\n",
        "added: 2026-01-03\n",
        [
            "content/cases/yi.md:1:1: 题头没有结束。请在最后一个键之后加一行 ---。",
        ],
    ),
    Bad(
        "tab in YAML",
        JIA,
        "short: 甲社区",
        "short:\t甲社区",
        [
            "content/cases/jia.md:3:7: 有制表符。YAML 只用空格，请改成空格。",
        ],
    ),
    Bad(
        "repeated key",
        JIA,
        "short: 甲社区\n",
        "short: 甲社区\nshort: 甲\n",
        [
            "content/cases/jia.md:4:1: 键“short” 重复，第 3 行已有。请删去一处。",
        ],
    ),
    Bad(
        "unknown key",
        JIA,
        "setting: 城区住宅小区",
        "settings: 城区住宅小区",
        [
            "content/cases/jia.md:2:1: 题头 setting: 没有填写。",
            "content/cases/jia.md:7:1: 题头: 不认识的键“settings”。可用的有 title、short、source、places、lead、setting、added、key_figures。是否为“setting”？",
        ],
    ),
    Bad(
        "unknown key inside",
        JIA,
        "{name: 甲社区党委, type: 党委}",
        "{nam: 甲社区党委, type: 党委}",
        [
            "content/cases/jia.md:6:7: 题头 lead.name: 没有填写。",
            "content/cases/jia.md:6:8: 题头: 不认识的键“nam”。可用的有 name、type。是否为“name”？",
        ],
    ),
    Bad(
        "value outside the list",
        JIA,
        "setting: 城区住宅小区",
        "setting: 城区小区",
        [
            "content/cases/jia.md:7:10: 题头 setting: “城区小区” 不在 城区住宅小区、景区古镇 之中。是否为“城区住宅小区”？",
        ],
    ),
    Bad(
        "text where a list belongs",
        JIA,
        "key_figures: [satisfied, fewer]",
        "key_figures: satisfied",
        [
            "content/cases/jia.md:9:14: 题头 key_figures: 应为列表，如 [甲, 乙]。",
        ],
    ),
    Bad(
        "number where text belongs",
        JIA,
        "short: 甲社区",
        "short: 12",
        [
            "content/cases/jia.md:3:8: 题头 short: 应为文字。只有数字或 true/false 的，请用双引号括起来。",
        ],
    ),
    Bad(
        "title too long",
        JIA,
        "title: 甲社区：网格议事",
        "title: 很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很很",
        [
            "content/cases/jia.md:2:8: 题头 title: 有 41 字，超过 40 字。请改短。",
        ],
    ),
    Bad(
        "colon in a value",
        JIA,
        "title: 甲社区：网格议事",
        "title: 甲社区: 网格议事",
        [
            "content/cases/jia.md:2:11: 这里多了一个冒号。值里有冒号的，请用双引号把值括起来。",
        ],
    ),
    Bad(
        "unclosed quotation mark",
        JIA,
        "title: 甲社区：网格议事",
        'title: "甲社区',
        [
            "content/cases/jia.md:2:8: 引号没有配对。",
        ],
    ),
    Bad(
        "unclosed bracket",
        JIA,
        "key_figures: [satisfied, fewer]",
        "key_figures: [satisfied, fewer",
        [
            "content/cases/jia.md:9:14: 方括号没有配对，或列表的各项之间缺少逗号。",
        ],
    ),
    Bad(
        "anchor in YAML",
        JIA,
        "short: 甲社区",
        "short: &a 甲社区",
        [
            "content/cases/jia.md:3:8: 不能用 & 和 * 引用。请把内容写出来；值以 & 或 * 开头的，用双引号括起来。",
        ],
    ),
    Bad(
        "tag in YAML",
        JIA,
        "short: 甲社区",
        "short: !!python/name:os.system x",
        [
            "content/cases/jia.md:3:8: 不能用 ! 标签。值以 ! 开头的，请用双引号括起来。",
        ],
    ),
    Bad(
        "front matter is a list",
        YI,
        "---\ntitle: 乙小区：两栋楼的办法\nshort: 乙小区\nsource: yi-report\nplaces: [{province: 四川省}]\nlead: {name: 乙物业公司, type: 企业}\nsetting: 景区古镇\nadded: 2026-01-03\n---",
        "---\n- 乙\n---",
        [
            "content/cases/yi.md:2:1: 题头: 应为键值，如 {name: …, type: …}。",
        ],
    ),
    Bad(
        "missing part",
        JIA,
        "## 探讨与评论\n",
        "### 探讨与评论\n",
        [
            "content/cases/jia.md:1:1: 缺少二级标题 探讨与评论。五个部分一个不少：背景与起因、做法与经过、成效与反响、探讨与评论、附录。",
            "content/cases/jia.md:68:1: “局限” 应放在“探讨与评论” 之下，不在“成效与反响” 之下。",
            "content/cases/jia.md:74:1: “讨论题” 应放在“探讨与评论” 之下，不在“成效与反响” 之下。",
        ],
    ),
    Bad(
        "unknown part",
        YI,
        "## 成效与反响",
        "## 成效与反应",
        [
            "content/cases/yi.md:1:1: 缺少二级标题 成效与反响。五个部分一个不少：背景与起因、做法与经过、成效与反响、探讨与评论、附录。",
            "content/cases/yi.md:26:1: 二级标题“成效与反应” 不在 背景与起因、做法与经过、成效与反响、探讨与评论、附录 之中。是否为“成效与反响”？",
        ],
    ),
    Bad(
        "parts out of order",
        YI,
        "## 背景与起因",
        "## 附录甲",
        [
            "content/cases/yi.md:1:1: 缺少二级标题 背景与起因。五个部分一个不少：背景与起因、做法与经过、成效与反响、探讨与评论、附录。",
            "content/cases/yi.md:12:1: 二级标题“附录甲” 不在 背景与起因、做法与经过、成效与反响、探讨与评论、附录 之中。是否为“附录”？",
        ],
    ),
    Bad(
        "repeated part",
        YI,
        "## 附录",
        "## 成效与反响",
        [
            "content/cases/yi.md:1:1: 缺少二级标题 附录。五个部分一个不少：背景与起因、做法与经过、成效与反响、探讨与评论、附录。",
            "content/cases/yi.md:48:1: 二级标题“成效与反响” 重复。五个部分各写一次。",
            "content/cases/yi.md:50:1: “时间线” 应放在“附录” 之下，不在“成效与反响” 之下。",
        ],
    ),
    Bad(
        "no summary",
        YI,
        "物业公司同居民约定“三清”。\n",
        "",
        [
            "content/cases/yi.md:1:1: 没有导语。请在题头之后、第一个二级标题之前写一句话做法，60 字以内。",
        ],
    ),
    Bad(
        "summary too long",
        YI,
        "物业公司同居民约定“三清”。",
        "物业公司同居民约定好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好。",
        [
            "content/cases/yi.md:10:1: 导语有 70 字，超过 60 字。请压缩成一句话做法。",
        ],
    ),
    Bad(
        "heading too deep",
        JIA,
        "### 每月一议",
        "#### 每月一议",
        [
            "content/cases/jia.md:25:1: 标题“每月一议” 层级不对。案例里只用二级（##）和三级（###）标题。",
        ],
    ),
    Bad(
        "heading without space",
        JIA,
        "### 每月一议",
        "###每月一议",
        [
            "content/cases/jia.md:25:1: 标题写法有误。# 号之后要有一个空格和标题文字，如“## 背景与起因”。",
        ],
    ),
    Bad(
        "underlined heading",
        JIA,
        "甲社区临河，材料说老楼多、停车难。[段1](P1)",
        "甲社区临河，材料说老楼多、停车难。[段1](P1)\n=====",
        [
            "content/cases/jia.md:16:1: 不用横线分隔或作标题。标题请写“## 标题”，段落之间空一行即可。",
        ],
    ),
    Bad(
        "repeated heading",
        YI,
        "约定叫",
        "### 约定\n\n好。\n\n### 约定\n\n约定叫",
        [
            "content/cases/yi.md:22:1: 三级标题“约定” 重复，第 18 行已有。请合并或改名。",
        ],
    ),
    Bad(
        "typed heading in the wrong part",
        YI,
        "### 数字",
        "### 可复制要点",
        [
            "content/cases/yi.md:30:1: “可复制要点” 应放在“探讨与评论” 之下，不在“成效与反响” 之下。",
            "content/cases/yi.md:32:1: 可复制要点 表缺少列 要点、适用条件。必须有的列是 编号、要点、适用条件、依据。",
            "content/cases/yi.md:32:8: “指标” 不是 可复制要点 表的列。可用的有 编号、要点、适用条件、依据。",
            "content/cases/yi.md:32:13: “数值” 不是 可复制要点 表的列。可用的有 编号、要点、适用条件、依据。",
            "content/cases/yi.md:32:18: “状态” 不是 可复制要点 表的列。可用的有 编号、要点、适用条件、依据。",
            "content/cases/yi.md:32:23: “时段” 不是 可复制要点 表的列。可用的有 编号、要点、适用条件、依据。",
            "content/cases/yi.md:32:28: “范围” 不是 可复制要点 表的列。可用的有 编号、要点、适用条件、依据。",
            "content/cases/yi.md:32:33: “可比指标” 不是 可复制要点 表的列。可用的有 编号、要点、适用条件、依据。",
        ],
    ),
    Bad(
        "typed heading without table",
        JIA,
        "| 编号 | 问题 | 对策 | 依据 |\n|---|---|---|---|\n| parking | 停车难 | grid、meeting | P01 |\n",
        "停车难。\n",
        [
            "content/cases/jia.md:17:1: “问题” 之下没有表格，应有一张。",
        ],
    ),
    Bad(
        "table under a free heading",
        JIA,
        "### 问题",
        "### 难处",
        [
            "content/cases/jia.md:19:1: 表格只能放在类型标题之下：问题、组织、机制、实践点、数字、荣誉、可复制要点、局限、时间线、文件与标准。请在表格前加上相应的三级标题。",
        ],
    ),
    Bad(
        "table without rule",
        YI,
        "|---|---|---|---|\n| clear",
        "| clear",
        [
            "content/cases/yi.md:22:1: 表格缺少表头下的横线。表头之下应有一行 |---|---|，每列一个。",
        ],
    ),
    Bad(
        "unknown column",
        YI,
        "| 编号 | 名称 | 类别 | 依据 |",
        "| 编号 | 名字 | 类别 | 依据 |",
        [
            "content/cases/yi.md:22:1: 机制 表缺少列 名称。必须有的列是 编号、名称、类别、依据。",
            "content/cases/yi.md:22:8: “名字” 不是 机制 表的列。可用的有 编号、名称、类别、组成、范围、依据。是否为“名称”？",
        ],
    ),
    Bad(
        "repeated column",
        YI,
        "| 编号 | 名称 | 类别 | 依据 |",
        "| 编号 | 类别 | 类别 | 依据 |",
        [
            "content/cases/yi.md:22:1: 机制 表缺少列 名称。必须有的列是 编号、名称、类别、依据。",
            "content/cases/yi.md:22:13: 列“类别” 重复。请删去一列。",
        ],
    ),
    Bad(
        "a cell too many",
        YI,
        "| clear | 三清约定 | 网格管理 | P01 |",
        "| clear | 三清|约定 | 网格管理 | P01 |",
        [
            "content/cases/yi.md:24:26: 机制 表的这一行多出 1 格（表头 4 列，此行 5 格）。单元格里的竖线请写成 \\|。",
        ],
    ),
    Bad(
        "a cell too few",
        YI,
        "| clear | 三清约定 | 网格管理 | P01 |",
        "| clear | 三清约定 | P01 |",
        [
            "content/cases/yi.md:24:3: 机制 表的这一行少 1 格（表头 4 列，此行 3 格）。空的单元格也要用 | 隔开。",
        ],
    ),
    Bad(
        "empty cell that must be filled",
        YI,
        "| clear | 三清约定 | 网格管理 | P01 |",
        "| clear |  | 网格管理 | P01 |",
        [
            "content/cases/yi.md:24:12: 机制 clear 名称: 没有填写。",
        ],
    ),
    Bad(
        "row id with capitals",
        YI,
        "| clear |",
        "| Clear |",
        [
            "content/cases/yi.md:24:3: 机制 Clear 编号: “Clear” 只能用小写字母、数字和连字符，如 three-projects。是否为“clear”？",
        ],
    ),
    Bad(
        "repeated id",
        JIA,
        "| meeting | 每月议事",
        "| grid | 每月议事",
        [
            "content/cases/jia.md:21:19: 问题 parking 对策: “meeting” 不是机制表的编号。",
            "content/cases/jia.md:27:20: 引用 mech:meeting 没有对应的内容。请检查编号，或先加上这一条。",
            "content/cases/jia.md:50:3: 编号“grid” 重复，第 49 行的机制表已用。编号全案唯一，请改名。",
        ],
    ),
    Bad(
        "id repeated across tables",
        YI,
        "| plan | 年份未载",
        "| goal | 年份未载",
        [
            "content/cases/yi.md:54:3: 编号“goal” 重复，第 34 行的数字表已用。编号全案唯一，请改名。",
        ],
    ),
    Bad(
        "unknown family",
        YI,
        "三清约定 | 网格管理",
        "三清约定 | 网格治理",
        [
            "content/cases/yi.md:24:18: 机制 clear 类别: “网格治理” 不在 网格管理、联席协商 之中。是否为“网格管理”？",
        ],
    ),
    Bad(
        "unknown status",
        JIA,
        "82%→87% | 已实现",
        "82%→87% | 已完成",
        [
            "content/cases/jia.md:60:31: 数字 satisfied 状态: “已完成” 不在 已实现、现状、目标、计划、背景 之中。是否为“已实现”？",
        ],
    ),
    Bad(
        "figure that cannot be read",
        YI,
        "90%以上",
        "很多",
        [
            "content/cases/yi.md:34:16: 数字 goal 数值: “很多” 无法识别。可写：1200余个、近20%、降低47.2%、30%以上、82%→87%、12—15个、五类32项、全覆盖。",
        ],
    ),
    Bad(
        "figure with two arrows",
        JIA,
        "| 82%→87% | 已实现",
        "| 82%→87%→90% | 已实现",
        [
            "content/cases/jia.md:60:21: 数字 satisfied 数值: “82%→87%→90%” 有多个箭头。一个数值只写一次变化，如 82%→87%。",
        ],
    ),
    Bad(
        "figure with two units",
        JIA,
        "| 82%→87% | 已实现",
        "| 82%→87户 | 已实现",
        [
            "content/cases/jia.md:60:21: 数字 satisfied 数值: “82%→87户” 箭头两边单位不同（%、户）。两边请用同一单位。",
        ],
    ),
    Bad(
        "unit that is not the measure's",
        JIA,
        "降低20% | 已实现",
        "降低20件 | 已实现",
        [
            "content/cases/jia.md:54:32: 引用 fig:fewer 的文字“降低20%” 与数值“降低20件” 不一致。请写作 [降低20件](fig:fewer)。",
            "content/cases/jia.md:61:43: 数字 fewer 可比指标: complaints 的单位是“%”，数值的单位是“件”。请换指标或留空。",
        ],
    ),
    Bad(
        "unknown measure",
        YI,
        "| satisfaction |",
        "| satisfactory |",
        [
            "content/cases/yi.md:34:40: 数字 goal 可比指标: “satisfactory” 不在 satisfaction、complaints 之中。是否为“satisfaction”？",
        ],
    ),
    Bad(
        "unknown mark",
        JIA,
        "疫情防控期间 | P02",
        "疫情期间 | P02",
        [
            "content/cases/jia.md:62:49: 数字 visits 标记: “疫情期间” 不在 疫情防控期间、文中自述 之中。是否为“疫情防控期间”？",
        ],
    ),
    Bad(
        "impossible month",
        YI,
        "| plan | 年份未载",
        "| plan | 2021-13-01",
        [
            "content/cases/yi.md:54:10: 时间线 plan 时间: “2021-13-01” 的月、日超出范围。月为 1—12，日为 1—31。",
        ],
    ),
    Bad(
        "evidence that is none",
        YI,
        "| 计划 | P02 |",
        "| 计划 | 第二段 |",
        [
            "content/cases/yi.md:54:29: 时间线 plan 依据: “第二段” 无法识别。请写段号（如 P14、P15，或 来源:P14）、建议 或 编者分析。",
        ],
    ),
    Bad(
        "evidence that does not exist",
        YI,
        "| 计划 | P02 |",
        "| 计划 | P09 |",
        [
            "content/cases/yi.md:54:29: 依据“P09” 无法找到：来源 yi-report 没有段落 P09。它的段落是 P01 至 P02。",
        ],
    ),
    Bad(
        "evidence from an unknown source",
        YI,
        "| 计划 | P02 |",
        "| 计划 | jia-reprot:P02 |",
        [
            "content/cases/yi.md:54:29: 依据“P02” 无法找到：来源“jia-reprot” 不在 sources.yml 之中。是否为“jia-report”？",
        ],
    ),
    Bad(
        "unknown source in front matter",
        YI,
        "source: yi-report",
        "source: yi-raport",
        [
            "content/cases/yi.md:4:9: 题头 source: “yi-raport” 不在 jia-report、yi-report 之中。是否为“yi-report”？",
        ],
    ),
    Bad(
        "relation without target",
        JIA,
        "| party | 甲社区党委 | 党委 | 领导 | team |",
        "| party | 甲社区党委 | 党委 | 领导 | |",
        [
            "content/cases/jia.md:40:24: 组织 party: 关系和对象要么都写，要么都空。材料没有说对象的，写 材料未说明。",
        ],
    ),
    Bad(
        "relation to nothing",
        JIA,
        "| 领导 | team |",
        "| 领导 | teem |",
        [
            "content/cases/jia.md:40:29: 组织 party 对象: “teem” 不是本案任何一行的编号。材料没有说的写 材料未说明。是否为“team”？",
        ],
    ),
    Bad(
        "relation to itself",
        JIA,
        "| 领导 | team |",
        "| 领导 | party |",
        [
            "content/cases/jia.md:40:29: 组织 party 对象: “party” 是它自己。请写另一个主体的编号。",
        ],
    ),
    Bad(
        "unknown relation",
        JIA,
        "| 领导 | team |",
        "| 指挥 | team |",
        [
            "content/cases/jia.md:40:24: 组织 party 关系: “指挥” 不在 领导、联动 之中。",
        ],
    ),
    Bad(
        "continued row with more than a relation",
        JIA,
        "| | | | 联动 | firm | P02 |",
        "| | | 企业 | 联动 | firm | P02 |",
        [
            "content/cases/jia.md:41:7: 接上一行的关系只写关系、对象、依据，这里多写了“类型”。",
        ],
    ),
    Bad(
        "first row continues nothing",
        JIA,
        "| party | 甲社区党委 | 党委 | 领导 | team | P02 |",
        "| | | | 领导 | team | P02 |",
        [
            "content/cases/jia.md:40:3: 组织 表的第一行要写编号、主体和类型；留空表示接上一行。",
            "content/cases/jia.md:41:3: 组织 表的第一行要写编号、主体和类型；留空表示接上一行。",
        ],
    ),
    Bad(
        "answer that is no mechanism",
        JIA,
        "grid、meeting",
        "grid、meetings",
        [
            "content/cases/jia.md:21:19: 问题 parking 对策: “meetings” 不是机制表的编号。是否为“meeting”？",
        ],
    ),
    Bad(
        "reference to nothing",
        JIA,
        "(fig:fewer)",
        "(fig:fewest)",
        [
            "content/cases/jia.md:54:32: 引用 fig:fewest 没有对应的内容。是否为“fig:fewer”？",
        ],
    ),
    Bad(
        "reference with the wrong words",
        JIA,
        "[降低20%](fig:fewer)",
        "[下降20%](fig:fewer)",
        [
            "content/cases/jia.md:54:32: 引用 fig:fewer 的文字“下降20%” 与数值“降低20%” 不一致。请写作 [降低20%](fig:fewer)。",
        ],
    ),
    Bad(
        "reference to an unknown case",
        JIA,
        "(case:yi)",
        "(case:yii)",
        [
            "content/cases/jia.md:30:9: 引用 case:yii 没有对应的内容。是否为“case:yi”？",
        ],
    ),
    Bad(
        "reference into an unknown case",
        YI,
        "(fig:jia/satisfied)",
        "(fig:jiao/satisfied)",
        [
            "content/cases/yi.md:18:27: 引用 fig:jiao/satisfied：案例“jiao” 不存在。是否为“jia”？",
        ],
    ),
    Bad(
        "reference to an unknown term",
        JIA,
        "(term:网格)",
        "(term:风格)",
        [
            "content/cases/jia.md:27:4: 引用 term:风格 没有对应的内容。是否为“term:网格”？",
        ],
    ),
    Bad(
        "reference to an unknown table",
        JIA,
        "(table:outcomes)",
        "(table:outcome)",
        [
            "content/cases/jia.md:30:24: 引用 table:outcome 没有对应的内容。是否为“table:outcomes”？",
        ],
    ),
    Bad(
        "unknown scheme",
        JIA,
        "(term:网格)",
        "(trem:网格)",
        [
            "content/cases/jia.md:27:4: 链接目标“trem:网格” 无法识别。可用的写法有 problem:、org:、mech:、site:、fig:、honour:、lesson:、limit:、event:、doc:、term:、case:、table:、course:、manual:、clause:、sheet:、about:、page:、claim:、P14、https://…。是否为“term”？",
        ],
    ),
    Bad(
        "dead relative link",
        JIA,
        "(case:yi)",
        "(../yi.html)",
        [
            "content/cases/jia.md:30:9: 链接目标“../yi.html” 无法识别。可用的写法有 problem:、org:、mech:、site:、fig:、honour:、lesson:、limit:、event:、doc:、term:、case:、table:、course:、manual:、clause:、sheet:、about:、page:、claim:、P14、https://…。是否为“case:yi”？",
        ],
    ),
    Bad(
        "script in a link",
        JIA,
        "(case:yi)",
        "(javascript:alert)",
        [
            "content/cases/jia.md:30:9: 链接目标“javascript:alert” 无法识别。可用的写法有 problem:、org:、mech:、site:、fig:、honour:、lesson:、limit:、event:、doc:、term:、case:、table:、course:、manual:、clause:、sheet:、about:、page:、claim:、P14、https://…。",
        ],
    ),
    Bad(
        "link with a space",
        JIA,
        "(case:yi)",
        "(case: yi)",
        [
            "content/cases/jia.md:30:13: 链接写法有误。应为 [文字](目标)，中间无空格，目标里无空格和括号，方括号、圆括号都用半角，如 [522名](fig:members)。",
        ],
    ),
    Bad(
        "paragraph that does not exist",
        JIA,
        "材料说老楼多、停车难。[段1](P1)",
        "材料说老楼多、停车难。[段1](P11)",
        [
            "content/cases/jia.md:15:18: 来源 jia-report 没有段落 P11。它的段落是 P01 至 P04。",
        ],
    ),
    Bad(
        "quotation without evidence",
        JIA,
        "——社区书记 [段2](P2)",
        "——社区书记",
        [
            "content/cases/jia.md:32:1: 引文没有注明段落。请在引文末尾加 [段5](P5) 这样的依据。",
        ],
    ),
    Bad(
        "bare superlative",
        JIA,
        "[全市首个](claim:P2)",
        "全市首个",
        [
            "content/cases/jia.md:27:44: “首个” 是材料的自我评价。请写作 [首个…](claim:P12)，页面会注明“文中自述”，或放在引文里。",
        ],
    ),
    Bad(
        "link in a name",
        YI,
        "| clear | 三清约定 |",
        "| clear | [三清](term:三清)约定 |",
        [
            "content/cases/yi.md:24:11: 机制 clear 名称: 这一格不能写链接，只写文字。",
        ],
    ),
    Bad(
        "HTML",
        JIA,
        "**意见**",
        "<b>意见</b>",
        [
            "content/cases/jia.md:29:6: 不能写网页标签（HTML）。请用 markdown 写法；要写小于号本身，请用“＜”。",
            "content/cases/jia.md:29:11: 不能写网页标签（HTML）。请用 markdown 写法；要写小于号本身，请用“＜”。",
        ],
    ),
    Bad(
        "picture",
        JIA,
        "**意见**",
        "![图](a.png)",
        [
            "content/cases/jia.md:29:6: 不支持图片。请用文字说明。",
            "content/cases/jia.md:29:7: 链接目标“a.png” 无法识别。可用的写法有 problem:、org:、mech:、site:、fig:、honour:、lesson:、limit:、event:、doc:、term:、case:、table:、course:、manual:、clause:、sheet:、about:、page:、claim:、P14、https://…。",
        ],
    ),
    Bad(
        "code fence",
        YI,
        "约定叫",
        "```\n约定叫",
        [
            "content/cases/yi.md:18:1: 不支持代码块。请写成普通段落或引文（>）。",
        ],
    ),
    Bad(
        "key figure that is none",
        JIA,
        "key_figures: [satisfied, fewer]",
        "key_figures: [satisfied, fewest]",
        [
            "content/cases/jia.md:9:26: 题头 key_figures: “fewest” 不是数字表的编号。是否为“fewer”？",
        ],
    ),
    Bad(
        "key figure of the pandemic years",
        JIA,
        "key_figures: [satisfied, fewer]",
        "key_figures: [satisfied, visits]",
        [
            "content/cases/jia.md:9:26: 题头 key_figures: “visits” 是疫情防控期间的数字，不列入关键数字。请换一个。",
        ],
    ),
    Bad(
        "questions as prose",
        YI,
        "1. 两栋楼要不要网格？",
        "两栋楼要不要网格？",
        [
            "content/cases/yi.md:44:1: “讨论题” 之下应是编号列表，一项一题，如“1. ……”。",
            "content/cases/yi.md:46:1: 讨论题只写编号列表，一项一题，如“1. ……”。",
        ],
    ),
    Bad(
        "term with neither",
        "content/terms.yml",
        "  unexplained: true\n",
        "",
        [
            "content/terms.yml:5:1: 术语 三清: 没有释义。请写 definition，或（材料用了而没有解释的）只写 unexplained: true。",
        ],
    ),
    Bad(
        "term with both",
        "content/terms.yml",
        "  unexplained: true\n",
        "  unexplained: true\n  definition: 清三样\n",
        [
            "content/terms.yml:5:1: 术语 三清: 既有释义又标明未解释。请写 definition，或（材料用了而没有解释的）只写 unexplained: true。",
        ],
    ),
    Bad(
        "a wording alone",
        "content/wordings.yml",
        "  - [天天, 每日]\n",
        "  - [天天]\n",
        [
            "content/wordings.yml:2:5: 日常说法: 一组至少两个词，才能互相代替。请补上本库的说法，或删去这一行。",
        ],
    ),
    Bad(
        "wordings of one character or twice the same",
        "content/wordings.yml",
        "  - [天天, 每日]\n",
        "  - [天, 每日]\n  - [每日, 当日, 每日]\n",
        [
            "content/wordings.yml:2:6: 日常说法: “天” 只有一个字，会在别的词里碰上。请写两个字以上的词。",
            "content/wordings.yml:3:14: 日常说法: “每日” 在这一组里写了两次。请删去一个。",
        ],
    ),
    Bad(
        "wordings under another key",
        "content/wordings.yml",
        "日常说法:",
        "日常说发:",
        [
            "content/wordings.yml:1:1: wordings.yml 日常说法: 没有填写。",
            "content/wordings.yml:1:1: wordings.yml: 不认识的键“日常说发”。可用的有 日常说法。是否为“日常说法”？",
        ],
    ),
    Bad(
        "synonym claimed twice",
        "content/terms.yml",
        "三清:\n",
        "三清:\n  synonyms: [责任片]\n",
        [
            "content/terms.yml:6:14: 术语 三清: 同义词“责任片” 已属于词条“网格”。一个词只归一个词条。",
        ],
    ),
    Bad(
        "term evidence of the wrong form",
        "content/terms.yml",
        "evidence: [yi-report:P01]",
        "evidence: [P01]",
        [
            "content/terms.yml:7:14: 术语 三清: 依据“P01” 应写 来源:段号，如 chengyang-bandao:P15。",
        ],
    ),
    Bad(
        "opening too long",
        "content/sources.yml",
        "P01: 乙小区有两栋楼",
        "P01: 乙小区有两栋楼和一个小小的院子",
        [
            "content/sources.yml:12:21: 来源 yi-report paragraphs.P01: 有 15 字，超过 12 字。请改短。",
        ],
    ),
    Bad(
        "measure with an unknown direction",
        "content/measures.yml",
        "better: 升",
        "better: 高",
        [
            "content/measures.yml:5:11: 可比指标 satisfaction better: “高” 不在 升、降、无 之中。",
        ],
    ),
    Bad(
        "relation drawn in an unknown way",
        "content/vocabulary.yml",
        "领导: 上下",
        "领导: 左右",
        [
            "content/vocabulary.yml:2:10: 词表 关系.领导: “左右” 不在 上下、并列 之中。",
        ],
    ),
    Bad(
        "heading 3 in about",
        "content/about.md",
        "## 依据什么",
        "### 依据什么",
        [
            "content/about.md:11:1: 这一页只用二级标题（##）。",
        ],
    ),
    Bad(
        "about without compiler",
        "content/about.md",
        "compiler: 样例编写组\n",
        "",
        [
            "content/about.md:2:1: 题头 compiler: 没有填写。",
        ],
    ),
    Bad(
        "control character",
        YI,
        "约定叫",
        "约定\x07叫",
        [
            "content/cases/yi.md:18:3: 有看不见的控制字符 U+0007。请删去。",
        ],
    ),
    Bad(
        "case named like the site's own page",
        "content/cases/index.md",
        "",
        "x",
        [
            "content/cases/index.md:1:1: 文件名“index” 与网站自己的页面 cases/index.html 相同，两页会写到一处。请改名。",
        ],
    ),
    Bad(
        "file name with capitals",
        "content/cases/Bing.md",
        "",
        "x",
        [
            "content/cases/Bing.md:1:1: 文件名“Bing” 就是编号，只能用小写字母、数字和连字符。请改名。",
        ],
    ),
    Bad(
        "file of another kind",
        "content/cases/notes.docx",
        "",
        "x",
        [
            "content/cases/notes.docx:1:1: 这里只放 .md 文件。请移走，或把扩展名改为 .md。",
        ],
    ),
    Bad(
        "full-width colon in braces",
        "content/tables/outcomes.yml",
        "{label: 数值,",
        "{label：数值,",
        ["content/tables/outcomes.yml:8:11: 花括号里用了全角冒号“：”。请改成半角的“:”，后面空一格。"],
    ),
    Bad(
        "full-width comma in braces",
        "content/tables/outcomes.yml",
        "{label: 数值, ",
        "{label: 数值，",
        ["content/tables/outcomes.yml:8:15: 花括号里用了全角逗号“，”。请改成半角的“,”，后面空一格。"],
    ),
    Bad(
        "full-width colon at the end of braces",
        "content/tables/outcomes.yml",
        "field: 数值}",
        "field：数值}",
        ["content/tables/outcomes.yml:8:22: 花括号里用了全角冒号“：”。请改成半角的“:”，后面空一格。"],
    ),
    Bad(
        "order of a table in words",
        "content/tables/outcomes.yml",
        "rows: figures\n",
        "rows: figures\norder: 第一\n",
        ["content/tables/outcomes.yml:5:8: 对照表 outcomes order: 应为整数。"],
    ),
    Bad(
        "a table file that is a list",
        "content/tables/outcomes.yml",
        "",
        "- {label: 场景, field: 场景}\n",
        [
            "content/tables/outcomes.yml:1:1: 对照表 outcomes 应为键值，每行一个“键: 值”：title: 表名、question: 问题、reading: 怎样读、rows: cases，列写在 columns: 之下，如 - {label: 场景, field: 场景}。写法见 docs/table-specs.md。"
        ],
    ),
    Bad(
        "field of a table that does not exist",
        "content/tables/outcomes.yml",
        "field: 案例",
        "field: 情况",
        [
            "content/tables/outcomes.yml:6:24: 对照表 outcomes field：没有“情况” 这个字段。可用的有 指标、案例、量的种类、单位、指标名称 等 15 个，见 docs/table-specs.md。",
        ],
    ),
    Bad(
        "table about an unknown case",
        "content/tables/outcomes.yml",
        "rows: figures",
        "rows: figures\ncases: [jia, yee]",
        [
            "content/tables/outcomes.yml:5:14: 对照表 outcomes cases：案例“yee” 不在 jia、yi 之中。是否为“yi”？",
        ],
    ),
    Bad(
        "table with unknown rows",
        "content/tables/outcomes.yml",
        "rows: figures",
        "rows: figure",
        [
            "content/tables/outcomes.yml:4:7: 对照表 outcomes rows: “figure” 不在 cases、families、figures、clauses、records 之中。是否为“figures”？",
        ],
    ),
    Bad(
        "full-width bars",
        JIA,
        "| grid | 楼栋网格 | 网格管理 | 党员、楼长 | P02 |",
        "｜ grid ｜ 楼栋网格 ｜ 网格管理 ｜ 党员、楼长 ｜ P02 ｜",
        [
            "content/cases/jia.md:49:1: 表格用了全角竖线“｜”。请改成半角的 |。",
        ],
    ),
    Bad(
        "row without its first bar",
        JIA,
        "| grid | 楼栋网格",
        "grid | 楼栋网格",
        [
            "content/cases/jia.md:49:1: 表格的行要以 | 开头、以 | 结尾。不是表格的，竖线请改用全角“｜”。",
        ],
    ),
    Bad(
        "blank line in a table",
        JIA,
        "\n| meeting | 每月议事",
        "\n\n| meeting | 每月议事",
        [
            "content/cases/jia.md:50:1: 表格中间有空行，其后的各行会脱离表格。请删去空行。",
        ],
    ),
    Bad(
        "blank row",
        JIA,
        "| team | 网格小组",
        "| | | | | | |\n| team | 网格小组",
        [
            "content/cases/jia.md:42:3: 组织 表有空行。请删去。",
        ],
    ),
    Bad(
        "heading with a colon",
        JIA,
        "### 机制",
        "### 机制：",
        [
            "content/cases/jia.md:45:1: 标题“机制：” 多写了字。应为“机制”，不加编号、标点和加粗。",
        ],
    ),
    Bad(
        "part with a number",
        JIA,
        "## 做法与经过",
        "## 二、做法与经过",
        [
            "content/cases/jia.md:23:1: 标题“二、做法与经过” 多写了字。应为“做法与经过”，不加编号、标点和加粗。",
        ],
    ),
    Bad(
        "heading with a link",
        JIA,
        "### 每月一议",
        "### [每月](mech:meeting)一议",
        [
            "content/cases/jia.md:25:1: 标题“[每月](mech:meeting)一议” 里不用链接和加粗。请只写文字。",
        ],
    ),
    Bad(
        "indented heading",
        JIA,
        "### 机制",
        " ### 机制",
        [
            "content/cases/jia.md:45:1: 标题要从行首写起，用半角 #，不放在列表或引文里，如“### 组织”。",
        ],
    ),
    Bad(
        "full-width heading",
        JIA,
        "### 机制",
        "＃＃＃ 机制",
        [
            "content/cases/jia.md:45:1: 标题要从行首写起，用半角 #，不放在列表或引文里，如“### 组织”。",
        ],
    ),
    Bad(
        "heading in a list",
        JIA,
        "- 先收集",
        "- ## 先收集",
        [
            "content/cases/jia.md:29:1: 标题要从行首写起，用半角 #，不放在列表或引文里，如“### 组织”。",
        ],
    ),
    Bad(
        "id with an underscore",
        JIA,
        "| base |",
        "| the_base |",
        [
            "content/cases/jia.md:72:3: 局限 the_base 编号: “the_base” 只能用小写字母、数字和连字符，如 three-projects。是否为“the-base”？",
        ],
    ),
    Bad(
        "evidence as a range",
        JIA,
        "未说明 | P04 |",
        "未说明 | P01-P04 |",
        [
            "content/cases/jia.md:72:24: 局限 base 依据: “P01-P04” 无法识别。请写段号（如 P14、P15，或 来源:P14）、建议 或 编者分析。是否为“P01、P02、P03、P04”？",
        ],
    ),
    Bad(
        "evidence as a reader sees it",
        JIA,
        "未说明 | P04 |",
        "未说明 | 段4 |",
        [
            "content/cases/jia.md:72:24: 局限 base 依据: “段4” 无法识别。请写段号（如 P14、P15，或 来源:P14）、建议 或 编者分析。是否为“P04”？",
        ],
    ),
    Bad(
        "evidence twice",
        JIA,
        "未说明 | P04 |",
        "未说明 | P04、P04 |",
        [
            "content/cases/jia.md:72:24: 局限 base 依据: “P04” 写了两次。请删去一处。",
        ],
    ),
    Bad(
        "two editorial words",
        JIA,
        "未说明 | P04 |",
        "未说明 | 建议、编者分析 |",
        [
            "content/cases/jia.md:72:24: 局限 base 依据: “建议” 和“编者分析” 只能写一个。",
        ],
    ),
    Bad(
        "answer twice",
        JIA,
        "grid、meeting",
        "grid、grid",
        [
            "content/cases/jia.md:21:19: 问题 parking 对策: “grid” 写了两次。请删去一处。",
        ],
    ),
    Bad(
        "relation twice",
        JIA,
        "| | | | 联动 | firm | P02 |",
        "| | | | 领导 | team | P02 |",
        [
            "content/cases/jia.md:41:14: 组织 party: 关系“领导 team” 写了两次。请删去一处。",
        ],
    ),
    Bad(
        "word for nothing in a cell",
        JIA,
        "| 降低20% | 已实现 | | |",
        "| 降低20% | 已实现 | 无 | |",
        [
            "content/cases/jia.md:61:31: 数字 fewer 时段: “无” 不用写。材料没有说的留空。",
        ],
    ),
    Bad(
        "list in a cell",
        JIA,
        "| 投诉量的",
        "| - 投诉量的",
        [
            "content/cases/jia.md:72:10: 单元格里不用列表、标题和引文。请写成一句话，或分成几行。",
        ],
    ),
    Bad(
        "bold name",
        JIA,
        "| grid | 楼栋网格 |",
        "| grid | **楼栋**网格 |",
        [
            "content/cases/jia.md:49:10: 机制 grid 名称: 这一格不能写加粗，只写文字。",
        ],
    ),
    Bad(
        "special space",
        JIA,
        "| base |",
        "|\u00a0base |",
        [
            "content/cases/jia.md:72:2: 有特殊空格 U+00A0，多从网页或 Word 粘贴而来。请改成普通空格或删去。",
        ],
    ),
    Bad(
        "zero-width space",
        JIA,
        "甲社区临河",
        "甲\u200b社区临河",
        [
            "content/cases/jia.md:15:2: 有看不见的控制字符 U+200B。请删去。",
        ],
    ),
    Bad(
        "list without a blank line",
        JIA,
        "停车难。[段1](P1)\n",
        "停车难。[段1](P1)\n- 一\n- 二\n",
        [
            "content/cases/jia.md:16:1: 列表之前要空一行，否则会连到上一段里。",
        ],
    ),
    Bad(
        "list nested by two spaces",
        JIA,
        "- 再定办法",
        "  - 再定办法",
        [
            "content/cases/jia.md:30:1: 下一层列表的行首用四个空格，现在会同上一层并列。",
        ],
    ),
    Bad(
        "text right after a list",
        JIA,
        "[成效对照](table:outcomes)。\n",
        "[成效对照](table:outcomes)。\n又说。\n",
        [
            "content/cases/jia.md:31:1: 列表之后另起一段要空一行；接着上一项写的，行首用四个空格。",
        ],
    ),
    Bad(
        "bullet from Word",
        JIA,
        "甲社区临河",
        "• 甲社区临河",
        [
            "content/cases/jia.md:15:1: “•” 不是列表的写法，会连成一段。列表每项写作“- ……”或“1. ……”，记号后空一格。",
        ],
    ),
    Bad(
        "number with a Chinese stop",
        JIA,
        "甲社区临河",
        "①甲社区临河",
        [
            "content/cases/jia.md:15:1: “①” 不是列表的写法，会连成一段。列表每项写作“- ……”或“1. ……”，记号后空一格。",
        ],
    ),
    Bad(
        "text right after a quotation",
        JIA,
        "[段2](P2)\n\n口径提示：走访",
        "[段2](P2)\n走访",
        [
            "content/cases/jia.md:33:1: 引文之后要空一行，否则会连到引文里。",
        ],
    ),
    Bad(
        "full-width quotation mark",
        JIA,
        "> “有事一起商量。” ——社区书记 [段2](P2)",
        "＞ “有事一起商量。”",
        [
            "content/cases/jia.md:32:1: 引文用半角的 >，这里是全角。请改写作“> ……”。",
        ],
    ),
    Bad(
        "quotation in a list",
        JIA,
        "- 先收集",
        "- > 先收集",
        [
            "content/cases/jia.md:29:1: 引文要单独成段，不放在列表里。请从行首写“> ……”，前后各空一行。",
        ],
    ),
    Bad(
        "indented paragraph",
        JIA,
        "甲社区临河",
        "　　甲社区临河",
        [
            "content/cases/jia.md:15:1: 行首有空格。段首缩进由页面的样式决定，请删去。",
        ],
    ),
    Bad(
        "note with a half-width colon",
        JIA,
        "编者分析：议事",
        "编者分析: 议事",
        [
            "content/cases/jia.md:66:1: “编者分析” 不会成框。请另起一段（前面空一行），从行首写起，写作“编者分析：……”。",
        ],
    ),
    Bad(
        "note in bold",
        JIA,
        "编者分析：议事",
        "**编者分析：**议事",
        [
            "content/cases/jia.md:66:3: “编者分析” 不会成框。请另起一段（前面空一行），从行首写起，写作“编者分析：……”。",
        ],
    ),
    Bad(
        "note in a list",
        JIA,
        "- 先收集",
        "- 建议：先收集",
        [
            "content/cases/jia.md:29:3: “建议” 不会成框。请另起一段（前面空一行），从行首写起，写作“建议：……”。",
        ],
    ),
    Bad(
        "note that is none",
        JIA,
        "口径提示：",
        "口径说明：",
        [
            "content/cases/jia.md:34:1: “口径说明” 不是段首的词，不会成框。可用的有 编者分析、建议、口径提示。",
        ],
    ),
    Bad(
        "footnote",
        JIA,
        "甲社区临河",
        "甲社区临河[^注]",
        [
            "content/cases/jia.md:15:6: 不支持脚注。依据请写作 [段5](P5)，其余写进正文。",
        ],
    ),
    Bad(
        "entity",
        JIA,
        "甲社区临河",
        "甲社区&nbsp;临河",
        [
            "content/cases/jia.md:15:4: “&nbsp;” 是网页的写法。请直接写出这个字符。",
        ],
    ),
    Bad(
        "single asterisks",
        JIA,
        "甲社区临河",
        "甲*社区*临河",
        [
            "content/cases/jia.md:15:2: 单个星号不是加粗。加粗写作 **……**，乘号写作 ×。",
        ],
    ),
    Bad(
        "bold never closed",
        JIA,
        "甲社区临河",
        "甲**社区临河",
        [
            "content/cases/jia.md:15:2: 加粗的 ** 没有配对。同一行里开始、结束各写一次。",
        ],
    ),
    Bad(
        "full-width round brackets",
        JIA,
        "停车难。[段1](P1)",
        "停车难。[段1]（P1）",
        [
            "content/cases/jia.md:15:21: 链接写法有误。应为 [文字](目标)，中间无空格，目标里无空格和括号，方括号、圆括号都用半角，如 [522名](fig:members)。",
        ],
    ),
    Bad(
        "escaped link",
        JIA,
        "停车难。[段1](P1)",
        "停车难。\\[段1](P1)",
        [
            "content/cases/jia.md:15:18: “\\” 会原样显示在页面上。请删去。",
        ],
    ),
    Bad(
        "paragraph link with other words",
        JIA,
        "停车难。[段1](P1)",
        "停车难。[见原文](P1)",
        [
            "content/cases/jia.md:15:18: 引用 P1 的文字“见原文” 不会显示，页面只显示段号。请写作 [段1](P1)。",
        ],
    ),
    Bad(
        "paragraph link with another number",
        JIA,
        "停车难。[段1](P1)",
        "停车难。[段1](P2)",
        [
            "content/cases/jia.md:15:18: 引用 P2 的文字“段1” 不会显示，页面只显示段号。请写作 [段2](P2)。",
        ],
    ),
    Bad(
        "summary of two paragraphs",
        JIA,
        "每月议事一次。\n",
        "每月议事一次。\n\n又一段。\n",
        [
            "content/cases/jia.md:13:1: 导语只写一段，这里又有一段。请并成一句，其余写进“背景与起因”。",
        ],
    ),
    Bad(
        "summary as a list",
        JIA,
        "社区党委把楼栋",
        "- 社区党委把楼栋",
        [
            "content/cases/jia.md:11:1: 导语是一句话，不用列表和引文。",
        ],
    ),
    Bad(
        "table under the questions",
        JIA,
        "1. 网格怎样划？",
        "| 一 | 二 |\n|---|---|\n| 三 | 四 |\n\n1. 网格怎样划？",
        [
            "content/cases/jia.md:76:1: 讨论题只写编号列表，一项一题，如“1. ……”。",
        ],
    ),
    Bad(
        "superlative in a title",
        JIA,
        "title: 甲社区：网格议事",
        "title: 全国首个网格议事",
        [
            "content/cases/jia.md:2:8: 题头 title: “首个” 是材料的自我评价，这里写不了 claim: 链接。请删去，或改写在正文里。",
        ],
    ),
    Bad(
        "superlative in a heading",
        JIA,
        "### 每月一议",
        "### 率先议事",
        [
            "content/cases/jia.md:25:1: 标题: “率先” 是材料的自我评价，这里写不了 claim: 链接。请删去，或改写在正文里。",
        ],
    ),
    Bad(
        "superlative in a name",
        JIA,
        "| grid | 楼栋网格 |",
        "| grid | 首创网格 |",
        [
            "content/cases/jia.md:49:10: 机制 grid 名称: “首创” 是材料的自我评价，这里写不了 claim: 链接。请删去，或改写在正文里。",
        ],
    ),
    Bad(
        "superlative broken by emphasis",
        JIA,
        "甲社区临河",
        "首**个**临河",
        [
            "content/cases/jia.md:15:1: “首个” 是材料的自我评价。请写作 [首个…](claim:P12)，页面会注明“文中自述”，或放在引文里。",
        ],
    ),
    Bad(
        "superlative broken by a line",
        JIA,
        "甲社区临河",
        "全国首\n个临河",
        [
            "content/cases/jia.md:15:3: “首个” 是材料的自我评价。请写作 [首个…](claim:P12)，页面会注明“文中自述”，或放在引文里。",
        ],
    ),
    Bad(
        "superlative in a definition",
        "content/terms.yml",
        "把社区划成",
        "首创把社区划成",
        [
            "content/terms.yml:2:15: 术语 网格: “首创” 是材料的自我评价。请写作 [首创…](claim:来源:P12)，页面会注明“文中自述”。",
        ],
    ),
    Bad(
        "superlative in a table spec",
        "content/tables/outcomes.yml",
        "reading: ",
        "reading: 全国首个。",
        [
            "content/tables/outcomes.yml:3:12: “首个” 是材料的自我评价。请写作 [首个…](claim:P12)，页面会注明“文中自述”，或放在引文里。",
        ],
    ),
    Bad(
        "pandemic figure without its mark",
        JIA,
        "| satisfied | 满意度 |",
        "| satisfied | 疫情中的满意度 |",
        [
            "content/cases/jia.md:60:85: 数字 satisfied: 是疫情期间的数字，“标记”一列应写 疫情防控期间。",
        ],
    ),
    Bad(
        "key figure twice",
        JIA,
        "[satisfied, fewer]",
        "[satisfied, satisfied]",
        [
            "content/cases/jia.md:9:26: 题头 key_figures: “satisfied” 写了两次。请删去一处。",
        ],
    ),
    Bad(
        "level inferred that is not given",
        JIA,
        "inferred: [city]",
        "inferred: [town]",
        [
            "content/cases/jia.md:5:47: 题头 places inferred: “town” 不在 province、city 之中。是否为“province”？",
        ],
    ),
    Bad(
        "two cases of one short name",
        YI,
        "short: 乙小区",
        "short: 甲社区",
        [
            "content/cases/yi.md:3:8: 题头 short: “甲社区” 与案例 jia 相同。请改一个。",
        ],
    ),
    Bad(
        "slashes in a date",
        JIA,
        "added: 2026-01-02",
        "added: 2026/1/2",
        [
            "content/cases/jia.md:8:8: 题头 added: “2026/1/2” 应写作年-月-日，如 2026-11-22。是否为“2026-01-02”？",
        ],
    ),
    Bad(
        "day that does not exist",
        JIA,
        "added: 2026-01-02",
        "added: 2026-02-30",
        [
            "content/cases/jia.md:8:8: 题头 added: “2026-02-30” 这一天不存在。请核对月、日。",
        ],
    ),
    Bad(
        "year only where a day belongs",
        JIA,
        "added: 2026-01-02",
        "added: 2026",
        [
            "content/cases/jia.md:8:8: 题头 added: 应为文字。只有数字的，请用双引号括起来。",
        ],
    ),
    Bad(
        "dots in a date",
        JIA,
        "| first | 2020年 |",
        "| first | 2020.5.1 |",
        [
            "content/cases/jia.md:85:11: 时间线 first 时间: “2020.5.1” 的写法不对。日期写作 2020-05-01、2020年5月、2020年底。是否为“2020-05-01”？",
        ],
    ),
    Bad(
        "year in Chinese numerals",
        JIA,
        "| first | 2020年 |",
        "| first | 二〇二〇年 |",
        [
            "content/cases/jia.md:85:11: 时间线 first 时间: “二〇二〇年” 的写法不对。日期写作 2020-05-01、2020年5月、2020年底。是否为“2020年”？",
        ],
    ),
    Bad(
        "year of two digits",
        JIA,
        "| first | 2020年 |",
        "| first | 20年5月 |",
        [
            "content/cases/jia.md:85:11: 时间线 first 时间: “20年5月” 的年份不是四位数字。日期写作 2020-05-01、2020年5月；没有年份的写作 5月1日。",
        ],
    ),
    Bad(
        "words lost as a comment",
        JIA,
        "title: 甲社区：网格议事",
        "title: 甲社区 #网格议事",
        [
            "content/cases/jia.md:2:12: 空格后的 # 之后会被当作注释丢掉。是文字的，请用双引号把值括起来；是注释的，# 后空一格。",
        ],
    ),
    Bad(
        "full-width colon in YAML",
        JIA,
        "short: 甲社区",
        "short：甲社区",
        [
            "content/cases/jia.md:3:1: 键和值之间写半角冒号和一个空格。是否为“short: 甲社区”？",
        ],
    ),
    Bad(
        "indented key",
        JIA,
        "short: 甲社区",
        " short: 甲社区",
        [
            "content/cases/jia.md:3:7: 这里多了一个冒号，或这一行行首的空格多了。同一层的各行要对齐；值里有冒号的，请用双引号把值括起来。",
        ],
    ),
    Bad(
        "value that begins with a bracket",
        JIA,
        "title: 甲社区：网格议事",
        "title: [甲社区] 网格议事",
        [
            "content/cases/jia.md:2:14: 值以 [、{ 或引号开头，却没有在行末结束。请用双引号把整个值括起来；引号本身写作“”。",
        ],
    ),
    Bad(
        "value of blanks",
        JIA,
        "short: 甲社区",
        'short: "  "',
        [
            "content/cases/jia.md:3:8: 题头 short: 是空的。",
        ],
    ),
    Bad(
        "escaped control character",
        JIA,
        "short: 甲社区",
        'short: "\\ud800"',
        [
            "content/cases/jia.md:3:8: 值里用 \\u 一类写法写入了看不见的字符。请改写成普通文字。",
        ],
    ),
    Bad(
        "key without a value",
        JIA,
        "short: 甲社区",
        "short:",
        [
            "content/cases/jia.md:3:7: 题头 short: 没有填写。",
        ],
    ),
    Bad(
        "spaces in a figure",
        JIA,
        "| 1200余户 |",
        "| 1200 余户 |",
        [
            "content/cases/jia.md:62:17: 数字 visits 数值: “1200 余户” 无法识别。可写：1200余个、近20%、降低47.2%、30%以上、82%→87%、12—15个、五类32项、全覆盖。是否为“1200余户”？",
        ],
    ),
    Bad(
        "figure as a fraction",
        JIA,
        "| 1200余户 |",
        "| 三分之一 |",
        [
            "content/cases/jia.md:62:17: 数字 visits 数值: “三分之一” 无法识别。可写：1200余个、近20%、降低47.2%、30%以上、82%→87%、12—15个、五类32项、全覆盖。",
        ],
    ),
    Bad(
        "figure that is a year",
        JIA,
        "| 1200余户 |",
        "| 2020年 |",
        [
            "content/cases/jia.md:62:17: 数字 visits 数值: “2020年” 是年份，不是数值。时间写在“时段”一列。",
        ],
    ),
    Bad(
        "figure with digits badly grouped",
        JIA,
        "| 1200余户 |",
        "| 12,00户 |",
        [
            "content/cases/jia.md:62:17: 数字 visits 数值: “12,00户” 无法识别。可写：1200余个、近20%、降低47.2%、30%以上、82%→87%、12—15个、五类32项、全覆盖。",
        ],
    ),
]


@pytest.mark.parametrize("bad", MISTAKES, ids=[bad.name for bad in MISTAKES])
def test_mistake_is_told_with_place_and_remedy(small_site: Path, bad: Bad) -> None:
    apply(small_site, bad)
    assert told(small_site, "check") == bad.says


@pytest.mark.parametrize("bad", MISTAKES[::9], ids=[bad.name for bad in MISTAKES[::9]])
def test_build_tells_the_same_and_writes_nothing(small_site: Path, bad: Bad) -> None:
    apply(small_site, bad)
    assert told(small_site, "build") == bad.says
    assert not (small_site / "output").exists()


def test_names_of_mistakes_are_unique() -> None:
    assert len({bad.name for bad in MISTAKES}) == len(MISTAKES)


def test_mistakes_in_several_files_are_told_in_one_run(small_site: Path) -> None:
    jia, yi = small_site / JIA, small_site / YI
    jia.write_text(jia.read_text("utf-8").replace("short: 甲社区", "shorts: 甲社区"), "utf-8")
    yi.write_text(yi.read_text("utf-8").replace("| P02 |", "| P07 |").replace("term:三清", "term:二清"), "utf-8")
    assert told(small_site, "check") == [
        "content/cases/jia.md:2:1: 题头 short: 没有填写。",
        "content/cases/jia.md:3:1: 题头: 不认识的键“shorts”。可用的有 title、short、source、places、lead、setting、added、key_figures。是否为“short”？",
        "content/cases/yi.md:18:4: 引用 term:二清 没有对应的内容。是否为“term:三清”？",
        "content/cases/yi.md:34:55: 依据“P07” 无法找到：来源 yi-report 没有段落 P07。它的段落是 P01 至 P02。",
        "content/cases/yi.md:54:29: 依据“P07” 无法找到：来源 yi-report 没有段落 P07。它的段落是 P01 至 P02。",
    ]


def test_file_that_is_not_utf8_is_told_at_its_first_bad_byte(small_site: Path) -> None:
    file = small_site / YI
    file.write_bytes(file.read_bytes().replace("约定叫".encode(), "约定叫".encode("gb18030")))
    assert told(small_site, "check") == [
        f"{YI}:18:2: 文件不是 UTF-8 编码（此处有无法识别的字节）。请在编辑器中另存为 UTF-8。"
    ]


def test_file_of_ten_megabytes_is_refused_at_once(small_site: Path) -> None:
    (small_site / YI).write_bytes(b"x" * 10_000_000)
    assert told(small_site, "check") == [f"{YI}:1:1: 文件有 10.0 MB，超过 1 MB。请拆成几个文件，或检查是否放错了文件。"]


def test_missing_content_folder_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "check") == [
        "content:1:1: 没有 content/ 文件夹。请在项目所在的文件夹里运行，或用 --root 指明。"
    ]


def test_missing_file_is_told_and_the_cases_are_still_read(small_site: Path) -> None:
    (small_site / "content/measures.yml").unlink()
    (small_site / YI).write_text("", "utf-8")
    assert told(small_site, "check") == [
        f"{YI}:1:1: 文件是空的。请写入内容，或删去这个文件。",
        "content/measures.yml:1:1: 文件无法读取（没有这个文件）。请检查文件是否存在、是否有读取权限。",
    ]


def test_windows_line_ends_and_byte_order_mark_are_no_mistake(small_site: Path) -> None:
    file = small_site / YI
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert CliRunner().invoke(main, ["check", "--root", str(small_site)]).exit_code == 0
