"""Rules on a case as a whole."""

from __future__ import annotations

import re
from pathlib import Path

from tests.lint.test_silences import check


def found(root: Path, rule: str) -> list[str]:
    return [line for line in check(root)[1] if f"（{rule}）" in line]


def test_a_case_without_limits_is_told_at_its_discussion(small_site: Path) -> None:
    case = small_site / "content/cases/yi.md"
    text = case.read_text("utf-8")
    case.write_text(re.sub(r"### 局限\n\n(?:\|.*\n)+", "", text), "utf-8")
    line = case.read_text("utf-8").splitlines().index("## 探讨与评论") + 1
    (only,) = found(small_site, "没有局限")
    assert only.startswith(f"content/cases/yi.md:{line}:1: 警告")


def test_a_part_with_nothing_in_it_is_told(small_site: Path) -> None:
    case = small_site / "content/cases/yi.md"
    text = case.read_text("utf-8")
    case.write_text(re.sub(r"## 背景与起因\n.*?(?=\n## )", "## 背景与起因\n", text, flags=re.DOTALL), "utf-8")
    (only,) = found(small_site, "五部分不全")
    assert "“背景与起因” 一节没有内容" in only
