"""How long cases, sections, paragraphs and sentences may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.lint.lengths import CASE_LIMIT, PARAGRAPH_LIMIT, SECTION_LIMIT, SENTENCE_LIMIT
from generator.rules import LONG_CASE, LONG_PARAGRAPH, LONG_SECTION, LONG_SENTENCE, Rule
from tests.lint.test_rules import DOCS
from tests.lint.test_silences import edit
from tests.lint.test_structure import found

LIMITS = {
    LONG_CASE: CASE_LIMIT,
    LONG_SECTION: SECTION_LIMIT,
    LONG_PARAGRAPH: PARAGRAPH_LIMIT,
    LONG_SENTENCE: SENTENCE_LIMIT,
}
SHORT = "这一节写得长。"


@pytest.mark.parametrize(("rule", "limit"), LIMITS.items(), ids=lambda value: getattr(value, "name", ""))
def test_the_docs_tell_the_limit_that_is_applied(rule: Rule, limit: int) -> None:
    section = DOCS.read_text("utf-8").partition(f"### {rule.name}\n")[2].partition("\n### ")[0]
    assert f"超过 {limit} 字" in rule.title
    assert f"超过 {limit} 字" in section


def test_a_long_section_is_a_hint_and_its_subsections_count_for_themselves(small_site: Path) -> None:
    long = "\n\n".join(["编者分析：" + SHORT * 20] * 5)
    edit(small_site, "## 探讨与评论\n", f"## 探讨与评论\n\n{long}\n")
    (only,) = found(small_site, "章节过长")
    assert "提示（章节过长）：“探讨与评论” 有" in only
    half = "\n\n".join(["编者分析：" + SHORT * 20] * 2)
    edit(small_site, long, f"{half}\n\n### 再说一点\n\n{half}")
    assert found(small_site, "章节过长") == []


def test_a_long_case_is_told_once(small_site: Path) -> None:
    sections = "\n\n".join(f"### 第{number}\n\n编者分析：{SHORT * 80}" for number in "一二三四五六七八九")
    edit(small_site, "### 局限\n", f"{sections}\n\n### 局限\n")
    (only,) = found(small_site, "案例过长")
    assert f"超过 {CASE_LIMIT} 字" in only


def test_a_long_paragraph_is_told_where_it_begins_and_the_items_of_a_list_count_by_themselves(small_site: Path) -> None:
    edit(small_site, "## 探讨与评论\n", f"## 探讨与评论\n\n编者分析：{SHORT * 25}\n")
    (only,) = found(small_site, "段落过长")
    line = (small_site / "content/cases/yi.md").read_text("utf-8").splitlines().index("## 探讨与评论") + 3
    assert only.startswith(f"content/cases/yi.md:{line}:1: 提示")
    edit(small_site, f"编者分析：{SHORT * 25}", f"- {SHORT * 13}\n- {SHORT * 13}")
    assert found(small_site, "段落过长") == []


def test_a_long_sentence_is_told_where_it_begins_and_a_semicolon_ends_one(small_site: Path) -> None:
    half = "这一句写得长，" * 8
    edit(small_site, "## 探讨与评论\n", f"## 探讨与评论\n\n编者分析：先看一句。{half}{half}完了。\n")
    (only,) = found(small_site, "句子过长")
    assert only.split("（")[0].split(":")[2] == "11"
    edit(small_site, f"{half}{half}", f"{half.rstrip('，')}；{half}")
    assert found(small_site, "句子过长") == []
