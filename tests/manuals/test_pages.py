"""What the pages of the manuals say: clauses with their evidence, who does what and when, and what case pages say of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest

from generator.library.book import chinese_number
from generator.library.model import Library
from generator.search.records import records
from generator.views.page import PageView
from generator.views.site import all_pages

DEMO = "楼长工作指引（本库据案例编写）"


@pytest.fixture(scope="module")
def views(small_library: Library) -> Mapping[str, PageView]:
    return {view.address.page: view for view in all_pages(small_library)}


def html_of(view: PageView, anchor: str) -> str:
    return next(section.html for section in view.sections if section.anchor == anchor)


def text_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def test_clause_says_who_how_often_with_which_record_and_marks_advice_cell_by_cell(
    views: Mapping[str, PageView],
) -> None:
    html = html_of(views["manuals/demo/01-dengji.html"], "c1-1")
    cells = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", html)
    assert [(name, text_of(cell)) for name, cell in cells] == [
        ("责任", "楼长"), ("频次", "每日（建议）"), ("记录", "登记表（建议）"), ("依据", "甲社区 段2"),
    ]  # fmt: skip
    assert '<a class="evidence" href="../../cases/jia.html#P02">甲社区 段2</a>' in html


def test_clause_of_advice_alone_looks_different(views: Mapping[str, PageView]) -> None:
    page = views["manuals/demo/01-dengji.html"]
    assert 'class="clause clause-advice"' in html_of(page, "c1-2")
    assert 'class="clause"' in html_of(page, "c1-1")
    assert '<span class="editorial">建议</span>' in html_of(page, "c1-2")


def test_every_page_of_a_manual_says_its_whole_title(views: Mapping[str, PageView]) -> None:
    for path, view in views.items():
        if path.startswith("manuals/demo/"):
            assert view.title.startswith(DEMO), path
            assert DEMO in view.sections[0].html, path


def test_every_search_record_of_a_manual_names_the_manual(small_library: Library) -> None:
    found = [record for record in records(all_pages(small_library)) if record.page.startswith("manuals/demo/")]
    assert all(record.title.startswith(DEMO) for record in found)
    clause = next(record for record in found if record.anchor == "c2-1")
    assert (clause.kind, clause.heading, clause.facets["手册"]) == ("条款", "2.1 每月议事一次", ("楼长指引",))
    assert {record.kind for record in found} == {"手册", "条款", "检查表", "表单"}


def test_front_page_lists_clauses_by_role_and_by_frequency(views: Mapping[str, PageView]) -> None:
    page = views["manuals/demo/index.html"]
    roles = re.findall(r"<dt>(.*?)<p.*?</dt><dd>(.*?)</dd>", html_of(page, "roles"), re.S)
    assert [(role, re.findall(r'number">([\d.]+)<', links)) for role, links in roles] == [
        ("楼长", ["1.1", "1.2"]), ("社区", ["1.2", "2.1"]),
    ]  # fmt: skip
    when = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", html_of(page, "when"), re.S)
    assert [(word, re.findall(r'number">([\d.]+)<', links)) for word, links in when] == [
        ("每日", ["1.1"]), ("每月", ["2.1"]), ("定期", ["1.2"]),
    ]  # fmt: skip


def test_front_page_names_the_official_documents_with_their_state(
    views: Mapping[str, PageView], small_library: Library
) -> None:
    html = html_of(views["manuals/demo/index.html"], "top")
    rules = next(row for row in small_library.cases["jia"].all_rows() if row.id == "rules")
    assert f'href="../../cases/jia.html#{rules.anchor}"' in html
    assert "不是官方文件" in html
    assert rules.label in text_of(html)


def test_chapter_lists_the_paragraphs_it_rests_on_with_the_case_and_its_rows(views: Mapping[str, PageView]) -> None:
    html = html_of(views["manuals/demo/02-yishi.html"], "sources")
    assert re.findall(r'<li><b><a href="([^"]+)">([^<]+)<', html) == [
        ("../../cases/jia.html#P01", "段1"), ("../../cases/jia.html#P02", "段2"), ("../../cases/yi.html#P01", "段1"),
    ]  # fmt: skip
    assert "案例页据此列出：" in html
    assert 'href="#c2-1">2.1</a>' in html


def test_case_page_lists_the_clauses_it_is_evidence_for(views: Mapping[str, PageView]) -> None:
    def listed(path: str) -> list[tuple[str, list[str]]]:
        resting = views[path].context["resting"]
        assert isinstance(resting, list)
        return [(manual.id, [clause.number for clause in clauses]) for manual, clauses in resting]

    assert listed("cases/jia.html") == [("demo", ["1.1", "2.1"])]
    assert listed("cases/yi.html") == [("demo", ["2.1"]), ("pair", ["1.1"])]


def test_case_page_lists_every_paragraph_that_a_manual_cites(
    views: Mapping[str, PageView], small_library: Library
) -> None:
    for source, paragraphs in small_library.outside_citations.items():
        case = small_library.homes[source]
        cited = views[case.address.page].context["cited"]
        assert isinstance(cited, list)
        shown = {entry.paragraph for item in cited for entry in item.paragraphs}
        assert paragraphs <= shown


def test_citation_to_copy_names_book_number_library_and_edition(views: Mapping[str, PageView]) -> None:
    html = html_of(views["manuals/demo/01-dengji.html"], "c1-1")
    assert (
        'data-copy="《楼长工作指引（本库据案例编写）》第1.1条（依据：甲社区 段2），小样例库，收录截至2026-01-04。"'
        in html
    )
    assert '<a class="self" href="#c1-1"' in html
    assert "第1.2条（建议，没有案例依据）" in html_of(views["manuals/demo/01-dengji.html"], "c1-2")


def test_checklist_items_have_keys_that_follow_their_words(
    views: Mapping[str, PageView], small_library: Library
) -> None:
    assert small_library.book
    sheet = small_library.book.manuals["demo"].sheets[0]
    html = "".join(section.html for section in views["manuals/demo/03-zicha.html"].sections)
    assert re.findall(r'data-key="([0-9a-f]{6})"', html) == [item.key for item in sheet.items()]


def test_form_keeps_its_empty_cells(views: Mapping[str, PageView]) -> None:
    html = "".join(section.html for section in views["manuals/demo/04-dengji.html"].sections)
    assert html.count('<td class="empty"></td>') == 2
    assert "blanks-3 numbered" in html


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一"), (9, "九"), (10, "十"), (12, "十二"), (20, "二十"), (21, "二十一"), (99, "九十九")]
)
def test_chapters_are_counted_in_chinese(number: int, word: str) -> None:
    assert chinese_number(number) == word
