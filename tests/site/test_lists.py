"""Lists: cases and their facets, terms in pinyin order, sources, tables, the first page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.library.entries import Term
from generator.library.model import Library
from generator.views.facets import build_facets, search_facets
from generator.views.terms import letter, pinyin_key, term_entries
from tests.site.pages import text_of


def cards(html: str) -> list[str]:
    """The cases that a list shows, by the address of their link."""
    return re.findall(r'<h\d><a href="([^"]*)">', html.split('class="case-cards"')[1])


def test_facets_work_as_links_to_pages_of_their_own(small_library: Library, pages: Mapping[str, str]) -> None:
    listing = pages["cases/index.html"]
    for facet in build_facets(small_library).facets:
        for value in facet.values:
            link = value.address.seen_from("cases/index.html")
            assert re.search(
                rf'<a href="{link}"[^>]*>{value.word} <span class="count">{len(value.cases)}</span>', listing
            )
            page = pages[value.address.page]
            assert cards(page) == [f"../{id_}.html" for id_ in value.cases]
            assert re.search(rf'data-value="{value.word}" aria-current="true"', page)


def test_facet_pages_have_ascii_names(pages: Mapping[str, str]) -> None:
    assert "cases/by/province-zhe-jiang-sheng.html" in pages
    assert all(path.isascii() for path in pages)


def test_the_whole_list_can_be_filtered_on_the_page_and_facet_pages_cannot(pages: Mapping[str, str]) -> None:
    assert "data-filterable" in pages["cases/index.html"]
    assert "data-filterable" not in pages["cases/by/province-zhe-jiang-sheng.html"]
    assert (
        'data-province="浙江省" data-lead="党委" data-setting="城区住宅小区" data-mechanism="网格管理|联席协商"'
        in pages["cases/index.html"]
    )


def test_search_files_a_case_under_its_facets(small_library: Library) -> None:
    assert search_facets(small_library.cases["jia"]) == {
        "省份": ("浙江省",),
        "主体类型": ("党委",),
        "场景": ("城区住宅小区",),
        "机制": ("网格管理", "联席协商"),
    }


def test_terms_stand_in_pinyin_order_under_their_letters(small_library: Library) -> None:
    names = ("网格", "业委会", "三乱", "5G服务包", "阿姨议事", "三驾马车")
    library = replace(small_library, terms={name: Term(unexplained=True) for name in names})
    assert [entry.name for entry in term_entries(library)] == [
        "阿姨议事",
        "三驾马车",
        "三乱",
        "网格",
        "业委会",
        "5G服务包",
    ]
    assert [letter(name) for name in names] == ["W", "Y", "S", "0–9", "A", "S"]


def test_homophones_have_a_fixed_order() -> None:
    assert pinyin_key("公式") != pinyin_key("公示")


def test_a_term_that_the_sources_leave_unexplained_says_so_and_no_more(pages: Mapping[str, str]) -> None:
    entry = pages["terms.html"].split(">三清</h2>")[1].split("</article>")[0]
    assert '<span class="badge badge-open">材料未解释</span>' in entry


def test_a_term_names_the_cases_that_use_it(pages: Mapping[str, str], small_library: Library) -> None:
    entry = next(entry for entry in term_entries(small_library) if entry.name == "网格")
    assert [use.case.id for use in entry.uses if use.case] == ["jia", "yi"]
    html = pages["terms.html"].split(">网格</h2>")[1].split("</article>")[0]
    assert '<a href="cases/jia.html">甲社区</a>' in html


def test_sources_list_every_paragraph(small_library: Library, pages: Mapping[str, str]) -> None:
    html = pages["sources.html"]
    for key, source in small_library.sources.items():
        assert source.full_title in text_of(html)
        for paragraph, opening in source.paragraphs.items():
            assert f'<li id="src-{key}-{paragraph}">' in html
            assert opening in html


def test_the_first_page_leads_to_every_case_and_table_and_begins_with_search(pages: Mapping[str, str]) -> None:
    home = pages["index.html"]
    assert home.index("data-search-field") < home.index("从哪里开始") < home.index("case-card")
    for link in (
        "cases/jia.html",
        "cases/yi.html",
        "tables/outcomes.html",
        "terms.html",
        "search.html?q=%E7%BD%91%E6%A0%BC",
    ):
        assert f'href="{link}"' in home


def test_headline_figures_on_the_first_page_carry_their_status(pages: Mapping[str, str]) -> None:
    card = pages["index.html"].split('href="cases/jia.html">甲社区：')[1].split("</article>")[0]
    assert "82%→87%" in card
    assert card.count("材料称已实现") == 2


@pytest.mark.parametrize("page", ["index.html", "tables/index.html"])
def test_tables_are_listed_as_questions(small_library: Library, pages: Mapping[str, str], page: str) -> None:
    for spec in small_library.tables.values():
        assert spec.question in pages[page]
