"""A case page: what a reader is told of each fact, and the words of care."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.library.model import Library
from generator.library.rows import Milestone
from generator.views.cases import places
from generator.views.timeline import lanes
from tests.site.pages import section_of, text_of, written


def test_a_figure_that_a_source_claims_is_never_shown_as_plain_fact(jia: str) -> None:
    assert "材料称已实现" in section_of(jia, "figures")
    assert not re.search(r">\s*已实现\s*<", jia)


def test_a_figure_tells_period_baseline_basis_scope_and_paragraph(jia: str) -> None:
    row = section_of(jia, "figures").split('id="fig-satisfied"')[1].split("</tr>")[0]
    for said in ("82%→87%", "2020年", "2019年", "入户问卷", "甲社区", 'data-label="段4"', "可比指标：满意度"):
        assert said in row


def test_a_figure_without_a_basis_says_so(jia: str) -> None:
    row = section_of(jia, "figures").split('id="fig-fewer"')[1].split("</tr>")[0]
    assert "未披露" in row
    card = jia.split("降低20%")[1].split("</li>")[0]
    assert '<dt>口径</dt><dd class="blank">未披露</dd>' in card


def test_a_column_that_no_figure_fills_is_told_once_and_left_out(pages: Mapping[str, str]) -> None:
    table = section_of(pages["cases/yi.html"], "figures")
    assert "基期：各数字都没有写" in table
    assert '<th scope="col">基期</th>' not in table


def test_figures_of_the_pandemic_years_are_labelled_and_kept_off_cards(small_library: Library) -> None:
    case = small_library.cases["jia"]
    meta = case.meta.model_copy(update={"key_figures": ("visits", "satisfied")})
    library = replace(small_library, cases={**small_library.cases, "jia": replace(case, meta=meta)})
    pages = written(library)
    row = section_of(pages["cases/jia.html"], "figures").split('id="fig-visits"')[1].split("</tr>")[0]
    assert "疫情防控期间" in row
    cards = pages["cases/jia.html"].split('class="figure-cards"')[1].split("</ul>")[0]
    assert "1200余户" not in cards
    assert "82%→87%" in cards
    assert "1200余户" not in pages["index.html"] + pages["cases/index.html"]


def test_a_claim_of_the_source_says_that_it_is_its_own(jia: str) -> None:
    assert "全市首个（文中自述）" in text_of(jia)


def test_levels_of_a_place_that_the_source_does_not_tell_are_marked(small_library: Library, jia: str) -> None:
    assert [[(part.text, part.inferred) for part in run] for run in places(small_library.cases["jia"])] == [
        [("浙江省", False), ("甲市", True)]
    ]
    assert "浙江省甲市（推断）" in text_of(jia)


def test_editors_words_stand_in_boxes(jia: str) -> None:
    assert re.search(r'<p class="note note-caution"[^>]*><strong class="note-label">口径提示：', jia)
    assert re.search(r'<p class="note note-analysis"[^>]*><strong class="note-label">编者分析：', jia)


def test_a_document_known_by_name_only_says_so(jia: str) -> None:
    assert '<span class="badge state-named">仅见名称</span>' in section_of(jia, "documents")


def test_the_timeline_keeps_what_has_no_year_in_a_lane_of_its_own(small_library: Library, jia: str) -> None:
    found = lanes(small_library.cases["jia"].rows(Milestone))
    assert [(lane, [row.id for row in rows]) for lane, rows in found] == [
        ("2020年", ["first"]),
        ("年份未载", ["later"]),
    ]
    timeline = section_of(jia, "timeline")
    assert timeline.index("2020年") < timeline.index("年份未载") < timeline.index("8月底前")


def test_every_evidence_mark_of_the_page_leads_to_a_listed_paragraph(jia: str) -> None:
    marks = re.findall(r'class="evidence" href="#([^"]+)"', jia)
    assert len(marks) > 10
    assert all(f'<li id="{anchor}">' in jia for anchor in marks)


def test_a_problem_names_what_answers_it(jia: str) -> None:
    assert '对策：<a href="#mech-grid">楼栋网格</a>、<a href="#mech-meeting">每月议事</a>' in section_of(
        jia, "problems"
    )


def test_cases_with_mechanisms_of_one_family_name_each_other_and_why(jia: str, pages: Mapping[str, str]) -> None:
    beside = jia.split('id="beside"')[1]
    assert 'href="yi.html"' in beside
    assert "网格管理" in beside
    assert "本案：楼栋网格；乙小区：三清约定" in beside
    assert 'href="jia.html"' in pages["cases/yi.html"].split('id="beside"')[1]


def test_a_case_names_the_tables_that_show_it(jia: str) -> None:
    assert '<a href="../tables/outcomes.html">' in jia.split('id="beside"')[1]
