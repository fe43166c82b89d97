"""Names that two texts use and the glossary does not have."""

from __future__ import annotations

from pathlib import Path

from tests.lint.test_silences import edit
from tests.lint.test_structure import found

JIA, YI = "content/cases/jia.md", "content/cases/yi.md"


def both(root: Path, words: str) -> None:
    """Write ``words`` into both cases."""
    edit(root, "甲社区临河", f"{words}甲社区临河", JIA)
    edit(root, "乙小区只有", f"{words}乙小区只有", YI)


def test_a_quoted_name_in_two_cases_is_a_hint_at_its_first_use(small_site: Path) -> None:
    both(small_site, "这里有“灯下议事”。")
    (only,) = found(small_site, "术语未收")
    assert only.startswith(JIA) and "“灯下议事” 在甲社区、乙小区里都有" in only


def test_a_name_of_a_mechanism_counts_like_a_quoted_one(small_site: Path) -> None:
    edit(small_site, "| clear |", "| lamp | 灯下议事 | 网格管理 | P01 |\n| clear |", YI)
    edit(small_site, "甲社区临河", "这里有“灯下议事”，甲社区临河", JIA)
    (only,) = found(small_site, "术语未收")
    assert "“灯下议事”" in only


def test_glossary_names_and_synonyms_own_words_notes_and_single_uses_are_left_alone(small_site: Path) -> None:
    both(small_site, "口径提示：材料写作“昼夜相继”。\n\n")
    both(small_site, "这里有“网格”和“责任片”，见“口径”一栏和《灯下议事》。")
    edit(small_site, "乙小区只有", "还有“门前三问”。乙小区只有", YI)
    assert found(small_site, "术语未收") == []


def test_common_names_of_organisations_are_no_terms(small_site: Path) -> None:
    row = "### 组织\n\n| 编号 | 主体 | 类型 | 依据 |\n|---|---|---|---|\n| crowd | 居民 | 社区 | P01 |\n\n### 机制\n"
    edit(small_site, "### 机制\n", row, YI)
    edit(small_site, "| firm |", "| crowd | 居民 | 社区 | | | P02 |\n| firm |", JIA)
    assert found(small_site, "术语未收") == []
