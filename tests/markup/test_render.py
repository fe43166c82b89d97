"""Content text to HTML: references, evidence marks, boxes; nothing that content may not say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.library.address import Address
from generator.library.evidence import parse_evidence
from generator.library.model import Library
from generator.library.sections import Prose
from generator.markup.plain import BARE, plain
from generator.markup.references import ReferenceExtension
from generator.markup.render import Renderer
from generator.report import Position


@pytest.fixture
def renderer(small_library: Library) -> Renderer:
    return Renderer(small_library, "cases/jia.html")


def html(renderer: Renderer, text: str) -> str:
    return str(renderer.prose(Prose(text, Position("x.md")), "jia", "practice"))


def text_of(markup: str) -> str:
    return re.sub(r"<[^>]+>", "", markup)


def test_reference_to_a_figure_is_a_link_to_its_row(renderer: Renderer) -> None:
    assert '<a class="ref ref-fig" href="#fig-satisfied">82%→87%</a>' in html(
        renderer, "升到[82%→87%](fig:satisfied)。"
    )


def test_reference_to_another_page_is_relative(renderer: Renderer) -> None:
    assert 'href="yi.html"' in html(renderer, "[乙小区](case:yi)")
    assert 'href="../tables/outcomes.html"' in html(renderer, "[成效对照](table:outcomes)")
    assert 'href="../terms.html#term-wang-ge"' in html(renderer, "[网格](term:网格)")


def test_evidence_mark_adds_no_text(renderer: Renderer) -> None:
    made = html(renderer, "老楼多。[段1](P1)停车难。")
    assert text_of(made) == "老楼多。停车难。"
    assert 'href="#P01"' in made
    assert "段1" in made


def test_claim_always_says_that_the_source_says_so(renderer: Renderer) -> None:
    assert text_of(html(renderer, "是[全市首个](claim:P2)楼栋议事会。")) == "是全市首个（文中自述）楼栋议事会。"


def test_claim_shows_its_paragraph_once_in_a_block(renderer: Renderer) -> None:
    own = html(renderer, "是[全市首个](claim:P2)议事会。")
    shared = html(renderer, "是[全市首个](claim:P2)议事会，又是[全市首个](claim:P2)。[段4](P4)[段2](P2)")
    assert own.count('href="#P02"') == 1
    assert shared.count('href="#P02"') == 1
    assert shared.count('href="#P04"') == 1
    assert text_of(shared) == "是全市首个（文中自述）议事会，又是全市首个（文中自述）。"


@pytest.mark.parametrize(("word", "name"), [("编者分析", "analysis"), ("建议", "advice"), ("口径提示", "caution")])
def test_paragraph_with_a_leading_word_is_boxed(renderer: Renderer, word: str, name: str) -> None:
    assert f'<p class="note note-{name}" data-record="practice">' in html(renderer, f"{word}：两数不可比。")


def test_word_in_the_middle_makes_no_box(renderer: Renderer) -> None:
    assert "note" not in html(renderer, "材料提出建议：两数不可比。")


def test_every_block_of_text_is_one_record_and_none_is_nested(renderer: Renderer) -> None:
    made = html(renderer, "前言\n\n- 一\n    - 二\n- 三\n\n1. 四\n\n> 五 [段2](P2)")
    blocks = re.findall(r'<(\w+) data-record="practice">((?:(?!data-record).)*?)</\1>', made, re.S)
    assert [text_of(inner).strip() for _, inner in blocks] == ["前言", "一", "二", "三", "四", "五"]


def test_inline_text_has_no_paragraph(renderer: Renderer) -> None:
    assert renderer.inline("**甲**和[网格](term:网格)", "jia") == (
        '<strong>甲</strong>和<a class="ref ref-term" href="../terms.html#term-wang-ge">网格</a>'
    )


def test_evidence_of_a_row_is_marks_and_editorial_words(renderer: Renderer) -> None:
    made = str(renderer.evidence(parse_evidence("P02、P04、编者分析", "jia-report"), "jia"))
    assert re.findall(r'href="([^"]+)"', made) == ["#P02", "#P04"]
    assert "编者分析" in made
    assert text_of(made) == ""


def test_evidence_outside_cases_leads_to_the_page_of_sources(small_library: Library) -> None:
    made = Renderer(small_library, "tables/outcomes.html").evidence(parse_evidence("P02", "jia-report"))
    assert 'href="../sources.html#src-jia-report-P02"' in made


def test_plain_text_has_neither_links_nor_emphasis_and_keeps_own_account() -> None:
    assert (
        plain("**甲**升到[82%→87%](fig:satisfied)，是[全市首个](claim:P2)") == "甲升到82%→87%，是全市首个（文中自述）"
    )


def test_only_double_asterisks_are_markup() -> None:
    assert plain("3*4、C:\\\\目录、a_b、`码`、**粗**") == "3*4、C:\\\\目录、a_b、`码`、粗"


def test_marks_that_are_no_markup_are_shown_as_written(renderer: Renderer) -> None:
    for text in ("3*4*5", "a_b_c _d_", "C:\\\\*", "`码`", "[方括号]", "1_000"):
        assert text_of(html(renderer, text)) == text


def test_special_characters_stay_characters(renderer: Renderer) -> None:
    assert text_of(html(renderer, "甲&乙 1<2 “引”")) == "甲&amp;乙 1&lt;2 “引”"


@given(st.text(alphabet="<>&\"'/= abscript甲[]()*_`!#-:.\n", max_size=80))
def test_no_text_becomes_markup_of_its_own(small_library: Library, text: str) -> None:
    made = html(Renderer(small_library, "cases/jia.html"), text)
    tags = set(re.findall(r"<(\w+)", made))
    assert tags <= {"p", "ul", "ol", "li", "blockquote", "strong", "em", "a", "span", "br", "code"}
    assert "href" not in made
    assert not re.search(r"<[^>]*\son\w+=", made)


@given(st.text("甲乙丙é０1234.%→—、。；：“”‘’+-=,;?'\"$^|{}", min_size=1))
def test_text_in_which_nothing_can_be_markup_needs_no_reading(text: str) -> None:
    assert BARE.fullmatch(text)
    assert Markdown(extensions=[ReferenceExtension(lambda _: None, ""), "sane_lists"]).convert(text) == f"<p>{text}</p>"


def test_a_link_that_leads_elsewhere_than_before_is_written_anew(small_library: Library) -> None:
    key = ("jia", "case:yi")
    moved = replace(small_library.destinations[key], address=Address("cases/elsewhere.html"))
    elsewhere = replace(small_library, destinations={**small_library.destinations, key: moved})
    hrefs = [
        re.findall('href="([^"]+)"', html(Renderer(library, "cases/jia.html"), "见[乙小区](case:yi)。"))
        for library in (small_library, elsewhere, small_library)
    ]
    assert hrefs == [["yi.html"], ["elsewhere.html"], ["yi.html"]]
