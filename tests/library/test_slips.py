"""Writing that Markdown would show otherwise than meant: what is told, and what is left alone."""

from __future__ import annotations

import pytest

from generator.library.reading.slips import slips

SOUND = """导语。

一段[段1](P1)，有**加粗**和“引号”，5%的增幅，约7*24小时。
接着写的一行。

- 一
- 二
    - 二之一
    - 二之二

1. 甲
2. 乙

> “引文。” [段2](P2)
>
> 第二段。 [段2](P2)

编者分析：一段。

2019年起每月1次；A | B 两组。
"""


def told(text: str) -> list[int]:
    return [line + 1 for line, _, _ in slips(text.split("\n"))]


def test_sound_prose_is_left_alone() -> None:
    assert told(SOUND) == []


@pytest.mark.parametrize(
    "text",
    [
        "段落\n- 一", "- 一\n  - 二", "- 一\n后面", "1. 一\n- 二", "> 引\n后面", "-一", "  行首", "- 一\n> 引", "——", "* * *", "编者按：甲",
    ],
)  # fmt: skip
def test_what_would_be_shown_otherwise_is_told_once(text: str) -> None:
    lines = told(text)
    assert lines == [text.count("\n") + 1]


def test_every_item_of_a_list_glued_to_a_paragraph_is_told_once() -> None:
    assert told("段落\n- 一\n- 二\n- 三") == [2]
