"""Table pages: every row a section that search can land on, every block of text marked once."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from generator.library.model import Library
from generator.views.page import PageView
from generator.views.render import Fragments
from generator.views.tables import table_views

VOID = {"br", "img", "input", "link", "meta", "hr"}


class Blocks(HTMLParser):
    """Collects the text of data-record elements, the ids, and whether such elements are nested."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str | None] = []
        self.records: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.nested = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.ids += filter(None, [named.get("id")])
        self.links += filter(None, [named.get("href")])
        if tag in VOID:
            return
        record = named.get("data-record")
        if record:
            self.nested |= any(self.open)
            self.records.append((record, ""))
        self.open.append(record)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if any(self.open):
            anchor, text = self.records[-1]
            self.records[-1] = (anchor, text + data)


def parsed(html: str) -> Blocks:
    blocks = Blocks()
    blocks.feed(html)
    assert blocks.open == []
    return blocks


CLAUSES = "tables/clauses.html"


@pytest.fixture(scope="module")
def views(real_library: Library) -> list[PageView]:
    return table_views(real_library, Fragments(real_library))


def page_of(views: list[PageView], id_: str) -> PageView:
    return next(view for view in views if view.address.page == f"tables/{id_}.html")


def test_each_shipped_table_is_a_page_with_its_question_as_title(views: list[PageView], real_library: Library) -> None:
    assert [view.address.page for view in views] == [f"tables/{id_}.html" for id_ in real_library.tables]
    assert {"governance", "mechanisms", "outcomes", "clauses"} <= set(real_library.tables)
    assert {view.kind for view in views} == {"表"}
    assert all(view.title.endswith("？") for view in views)


def test_every_section_holds_its_own_anchor_and_unnested_blocks(views: list[PageView]) -> None:
    for view in views:
        for section in view.sections:
            blocks = parsed(section.html)
            assert section.anchor in blocks.ids
            assert not blocks.nested
            # The rows of a table of clauses are left out of search: the clauses themselves are found.
            searched = (
                {section.anchor} if not section.anchor.startswith("row-") or view.address.page != CLAUSES else set()
            )
            assert {anchor for anchor, _ in blocks.records} == searched
            assert all(text.strip() for _, text in blocks.records)


def test_a_row_tells_case_literal_and_reason_but_no_evidence_label_as_text(views: list[PageView]) -> None:
    outcomes = page_of(views, "outcomes")
    section = next(section for section in outcomes.sections if section.anchor == "row-xitang-report-rate")
    told = [text for _, text in parsed(section.html).records]
    assert {"西塘", "降低47.2%"} <= set(told)
    assert any(text.startswith("不可比：") and "率≠件数" in text for text in told)
    assert not any("段14" in text for text in told)
    assert 'data-label="段14"' in section.html
    assert "材料称已实现" in section.html


def test_cells_link_to_rows_and_paragraphs_of_case_pages(views: list[PageView], real_library: Library) -> None:
    for view in views:
        for section in view.sections:
            for link in parsed(section.html).links:
                page, _, anchor = link.partition("#")
                if not page.startswith("../cases/") or not anchor:
                    continue
                case = real_library.cases[page.removeprefix("../cases/").removesuffix(".html")]
                anchors = {row.anchor for row in case.all_rows()} | {section.anchor for section in case.sections()}
                assert anchor in anchors or anchor in real_library.sources[case.meta.source].paragraphs


def test_a_blank_cell_says_that_this_library_lists_nothing_there(views: list[PageView]) -> None:
    governance = page_of(views, "governance")
    assert any("本库未列" in section.html for section in governance.sections if section.anchor.startswith("row-"))


def test_pandemic_figures_carry_their_label(views: list[PageView]) -> None:
    row = next(section for section in page_of(views, "outcomes").sections if section.anchor == "row-xitang-covid-cars")
    assert "疫情防控期间" in row.html
