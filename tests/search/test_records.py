"""Records are read from the marks that a reader's page carries."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from generator.library.address import Address
from generator.search.records import Block, by_page, by_place, marked_blocks, records
from generator.views.page import PageView, SectionView


def page(*sections: SectionView, kind: str = "案例", name: str = "cases/a.html") -> PageView:
    return PageView(Address(name), "甲案", "case.html", kind, {"省份": ("浙江省",)}, sections)


def section(anchor: str, html: str) -> SectionView:
    return SectionView(anchor, f"{anchor}节", 2, Markup(html))


def test_inline_markup_joins_text_and_block_borders_do_not() -> None:
    html = '<p data-record="s">党员<strong>报到</strong><a href="#">522<em>名</em></a></p><p data-record="s">二</p>'
    assert marked_blocks(html) == [("s", Block("党员报到522名")), ("s", Block("二"))]


def test_unmarked_text_is_not_searched() -> None:
    assert marked_blocks('<div>不收<p data-record="s">收</p>不收<svg><text>不收</text></svg></div>') == [
        ("s", Block("收"))
    ]


def test_evidence_marks_leave_no_text() -> None:
    html = '<td data-record="s">近20%<a class="evidence" data-label="段14" href="#x"></a></td>'
    assert marked_blocks(html) == [("s", Block("近20%"))]


def test_void_and_closed_elements_do_not_end_a_block() -> None:
    assert marked_blocks('<p data-record="s">甲<br>乙<img src="x"/><wbr>丙</p>') == [("s", Block("甲乙丙"))]


def test_references_are_characters_and_comments_are_nothing() -> None:
    assert marked_blocks('<p data-record="s">A&amp;B&nbsp;&#x7F51;<!-- 注 -->格</p>') == [("s", Block("A&B 网格"))]


def test_white_space_collapses_and_empty_blocks_are_left_out() -> None:
    assert marked_blocks('<p data-record="s">\n 甲 \n 乙 </p><p data-record="s"> </p>') == [("s", Block("甲 乙"))]


def test_headings_are_known_by_their_element() -> None:
    assert marked_blocks('<h2 data-record="s">甲</h2><dt data-record="s">乙</dt><td data-record="s">丙</td>') == [
        ("s", Block("甲", True)),
        ("s", Block("乙", True)),
        ("s", Block("丙")),
    ]


def test_blocks_know_the_row_they_stand_in() -> None:
    html = (
        '<section id="s"><h3 data-record="s">数字</h3><table><tr id="fig-a"><th><p data-record="s">甲</p></th>'
        '<td data-record="s">1</td></tr><tr id="fig-b"><td data-record="s" id="cell">2</td></tr></table>'
        '<p data-record="s">末</p></section>'
    )
    assert by_place([block for _, block in marked_blocks(html)]) == [
        ("", ["数字"]),
        ("fig-a", ["甲", "1"]),
        ("cell", ["2"]),
        ("", ["末"]),
    ]


def test_nested_marks_are_an_error_that_names_the_section() -> None:
    with pytest.raises(ValueError, match=r"cases/a\.html#s: <b data-record='t'> within another marked element"):
        records([page(section("s", '<p data-record="s">甲<b data-record="t">乙</b></p>'))])


def test_an_unclosed_mark_is_an_error_that_names_the_section() -> None:
    with pytest.raises(ValueError, match=r"cases/a\.html#s: <p data-record> is not closed"):
        records([page(section("s", '<p data-record="s">甲'))])


def test_a_record_has_its_page_section_and_facets() -> None:
    (record,) = records([page(section("s", '<h2 data-record="s">甲</h2>'))])
    assert (record.page, record.anchor, record.title, record.heading, record.kind) == (
        "cases/a.html",
        "s",
        "甲案",
        "s节",
        "案例",
    )
    assert record.facets == {"类型": ("案例",), "省份": ("浙江省",)}


def test_blocks_of_one_anchor_are_one_record_wherever_they_stand() -> None:
    first = section("s", '<p data-record="s">甲</p><p data-record="fig-x">乙</p>')
    second = section("t", '<p data-record="s">丙</p>')
    found = {record.anchor: [block.text for block in record.blocks] for record in records([page(first, second)])}
    assert found == {"s": ["甲", "丙"], "fig-x": ["乙"]}


def test_pages_without_a_kind_and_sections_without_text_are_left_out() -> None:
    assert records([page(section("s", '<p data-record="s">甲</p>'), kind=""), page(section("s", "<p>甲</p>"))]) == []


def test_the_digest_changes_with_anything_the_record_says() -> None:
    one, other = (records([page(section("s", f'<p data-record="s">{text}</p>'))])[0] for text in "甲乙")
    assert one.digest() != other.digest()
    assert one.digest() == records([page(section("s", '<p data-record="s">甲</p>'))])[0].digest()


def test_records_are_grouped_by_page_in_order() -> None:
    pages = [page(section("s", '<p data-record="s">甲</p>'), name=name) for name in ("b.html", "a.html")]
    assert list(by_page(records(pages))) == ["b.html", "a.html"]
