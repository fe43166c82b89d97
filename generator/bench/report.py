"""The measurements as a page in Chinese: docs/benchmarks.md."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import numpy as np

from .likeness import TOPS, PairSpread
from .measure import Cost, Measured
from .queries import CHARACTERS, PAIRS, RUNS, WORDS
from .sizes import KINDS, NAMES, POSTINGS, START, TEXTS

_HEAD = """# 检索的规模测量

由 `{command}` 生成，请勿手改。机器：{machine}。

## 怎样测

- 语料由程序按种子 {seed} 编写，没有用任何人的文字：每篇约 1,500 字，分五节；字取自 GB 2312 一级，词长、词频、主题、篇内重复、套话、
  数字和单位按现代汉语的样子分布，词汇随篇数增长。与本库正文的比较见文末。
- 索引由 `build` 所用的同一程序建立，计处理器时间（一个核）。文字按 UTF-8 计。kB 为 1,000 字节，不压缩。
- 查询在无界面的 Chromium 里从 `file://` 进行。“{runs}”从任意一篇任意一块的任意位置截取，不管是不是词；每条都在什么也没有加载时问一次（首次），
  记下加载的文件；再在文件已经加载时问三次，取中间一次（再次）。{words}、{characters}、{pairs}另计。
- 命中与逐块查找的结果逐条对照。
"""


def to_markdown(measured: Sequence[Measured], likeness: tuple[PairSpread, PairSpread], command: str, seed: int) -> str:
    """Return the page. ``likeness``: the spread of pairs in the real library and in the corpus."""
    head = _HEAD.format(
        command=command, machine=_machine(), seed=seed, runs=RUNS, words=WORDS, characters=CHARACTERS, pairs=PAIRS
    )
    parts = [head, _growth(measured), *(_asking(one) for one in measured if one.asking), _likeness(*likeness)]
    return "\n".join(parts)


def _machine() -> str:
    """Cores and memory, no more."""
    cores = f"{os.cpu_count()} 核"
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows does not tell
        return cores
    return f"{cores}，内存 {memory / 2**30:.0f} GiB"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _growth(measured: Sequence[Measured]) -> str:
    """The index, a column a size."""
    rows: list[tuple[str, Callable[[Measured], str]]] = [
        ("文字（字）", lambda one: f"{one.characters:,}"),
        ("文字（MB）", lambda one: f"{one.text_bytes / 1e6:.2f}"),
        ("建立索引（毫秒/篇）", lambda one: f"{one.build_seconds * 1000 / one.documents:.2f}"),
        ("倒排为文字的倍数", lambda one: f"{one.weights[POSTINGS].bytes / one.text_bytes:.2f}"),
        *((f"{kind}（文件数，MB）", _weight_of(kind)) for kind in KINDS),
        ("文件总数", lambda one: f"{sum(weight.files for weight in one.weights.values()):,}"),
        *_asked_rows(),
    ]
    head = ["", *(f"{one.documents:,} 篇" for one in measured)]
    return "## 随篇数增长\n\n" + _table(head, [[name, *map(value, measured)] for name, value in rows])


def _weight_of(kind: str) -> Callable[[Measured], str]:
    return lambda one: f"{one.weights[kind].files:,}，{one.weights[kind].bytes / 1e6:.2f}"


def _asked_rows() -> list[tuple[str, Callable[[Measured], str]]]:
    """What the runs of 2 to 6 characters cost; a dash where no browser was asked."""

    def row(name: str, value: Callable[[list[Cost]], str]) -> tuple[str, Callable[[Measured], str]]:
        return name, lambda one: value(one.asking.costs[RUNS]) if one.asking else "—"

    return [
        row(
            f"{RUNS}：倒排 p50 / p95（kB）",
            lambda costs: _spread([_kilobytes(cost, POSTINGS) for cost in costs], (50, 95)),
        ),
        row(
            f"{RUNS}：倒排文件 p50 / p95 / 最多",
            lambda costs: _spread([_files(cost, POSTINGS) for cost in costs], digits=0),
        ),
        row(f"{RUNS}：再次 p50 / p95 / 最慢（毫秒）", lambda costs: _spread([cost.warm for cost in costs])),
        ("全部查询之后 JS 仍占的堆（MB）", lambda one: f"{one.asking.heap / 1e6:.1f}" if one.asking else "—"),
        ("命中与逐块查找不同的查询", _compared),
    ]


def _compared(one: Measured) -> str:
    return f"{len(one.asking.differing)} / {one.asking.compared}" if one.asking else "—"


def _asking(one: Measured) -> str:
    """The queries of one size, a row a group; p50 / p95 / max in each cell."""
    assert one.asking is not None
    head = [
        "查询",
        "条数",
        "倒排（kB）",
        "倒排文件",
        "原文（kB）",
        "名称（kB）",
        "开始（kB）",
        "首次（毫秒）",
        "再次（毫秒）",
    ]
    rows = [
        [
            group,
            str(len(costs)),
            _spread([_kilobytes(cost, POSTINGS) for cost in costs]),
            _spread([_files(cost, POSTINGS) for cost in costs], digits=0),
            *(_spread([_kilobytes(cost, kind) for cost in costs], digits=0) for kind in (TEXTS, NAMES, START)),
            _spread([cost.cold for cost in costs]),
            _spread([cost.warm for cost in costs]),
        ]
        for group, costs in one.asking.costs.items()
    ]
    note = "".join(f"- 命中不同：`{text}`\n" for text in one.asking.differing)
    return f"## {one.documents:,} 篇：每条查询\n\n各格为 p50 / p95 / 最大。\n\n{_table(head, rows)}{note}"


def _kilobytes(cost: Cost, kind: str) -> float:
    return cost.weights[kind].bytes / 1000


def _files(cost: Cost, kind: str) -> float:
    return cost.weights[kind].files


def _spread(values: Sequence[float], percentiles: Sequence[int] = (50, 95, 100), digits: int = 1) -> str:
    return " / ".join(f"{value:,.{digits}f}" for value in np.percentile(values, percentiles))


def _likeness(real: PairSpread, made: PairSpread) -> str:
    rows = [
        ["字数", f"{real.characters:,}", f"{made.characters:,}"],
        ["不同的双字", f"{real.distinct:,}", f"{made.distinct:,}"],
        *(
            [f"最常见的 {top:,} 个双字所占", f"{of_real:.1%}", f"{of_made:.1%}"]
            for top, of_real, of_made in zip(TOPS, real.shares, made.shares, strict=True)
        ),
    ]
    return "## 语料像不像\n\n" + _table(["", "本库", "语料"], rows)
