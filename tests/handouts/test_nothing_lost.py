"""Every handout against the library: every figure with its status and evidence, every sentence, every clause; nothing besides."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from docx.oxml.ns import qn

from generator.compare.cells import Entry
from generator.compare.grid import build_grid
from generator.compare.output.wording import status_words
from generator.handouts.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListKind,
    Paragraph,
    Question,
    SourceList,
    runs_in,
)
from generator.handouts.inline import text_of
from generator.handouts.making.compose import make_document
from generator.handouts.picture import Picture
from generator.handouts.tabular import FigureCard, FigureCards, Table
from generator.library.book import Blanks
from generator.library.evidence import Evidence
from generator.library.handout_spec import HandoutPart, HandoutSpec
from generator.library.linking.texts import case_texts, evidenced, manual_texts
from generator.library.model import Case, Library
from generator.library.rows import Figure
from generator.library.sections import Prose
from generator.library.values import UNKNOWN, FigureMark
from generator.markup.plain import plain

from .reading import Word

CASES = ("chengdu", "chengyang", "dianjian", "xiaoshan", "xitang")
MANUALS = ("chuangjian", "guanjia", "jingqu", "shifan", "xietong")
TABLES = (
    "clauses", "consultation", "documents", "governance", "grids", "mechanisms", "outcomes", "problems", "teams", "timetable",
)  # fmt: skip
COVER = ("TOC", "Contents", "Title", "CoverText", "Subtitle")
CONDITIONS = (("时段", "period"), ("基期", "baseline"), ("口径", "basis"), ("范围", "scope"))


def sentences(prose: Prose) -> list[str]:
    """The lines of a text as a reader hears them: links as their words, marks of evidence and of lists left out."""
    lines = (re.sub(r"^(?:[>-]\s?)?(?:\d+\. )?", "", line.strip()) for line in prose.text.split("\n"))
    return [heard(plain(re.sub(r"\[段\d+\]\([^)]*\)", "", line))) for line in lines if line]


def heard(text: str) -> str:
    """Text without marks of evidence and white space."""
    return "".join(re.sub("〔[^〕]*〕", "", text).split())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("id_", CASES)
def test_every_figure_stands_in_its_table_with_status_conditions_and_evidence(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    case = real_library.cases[id_]
    head, *rows = words[id_].tables["数字"]
    assert head == ["指标", "数值", "状态", "时段、基期、口径、范围"]
    figures = case.rows(Figure)
    assert len(rows) == len(figures)
    for figure, (name, value, status, told) in zip(figures, rows, strict=True):
        assert name.startswith(plain(figure.name) + evidence_words(figure.evidence, case, real_library))
        assert (value, status) == (figure.quantity.literal, figure.status.display)
        assert (f"［{figure.mark}］" in name) == bool(figure.mark)
        for label, column in CONDITIONS:
            said = getattr(figure, column)
            assert f"{label}：{plain(said)}" in told if said else label in told.rpartition("。")[0].rpartition("。")[2]
        assert told.endswith(f"：{UNKNOWN}。") == any(not getattr(figure, column) for _, column in CONDITIONS)


def evidence_words(evidence: Evidence, case: Case, library: Library) -> str:
    def label(source: str, number: int) -> str:
        own = source == case.meta.source
        return f"段{number}" if own else f"{library.homes[source].meta.short} 段{number}"

    marks = [label(paragraph.source, paragraph.number) for paragraph in evidence.paragraphs]
    told = f"〔{'、'.join(marks)}〕" if marks else ""
    return told + (f"〔{evidence.editorial}〕" if evidence.editorial else "")


@pytest.mark.parametrize("id_", CASES)
def test_key_figures_are_cards_with_all_four_conditions(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    case = real_library.cases[id_]
    figures = [case.figure(name) for name in case.meta.key_figures]
    cards = [cell for row in words[id_].tables["关键数字"] for cell in row if cell]
    assert len(cards) == len(figures)
    for figure, card in zip(figures, cards, strict=True):
        value, name, status, *conditions = card.split("\n")
        assert (value, name) == (figure.quantity.literal, plain(figure.name))
        assert status == figure.status.display + evidence_words(figure.evidence, case, real_library)
        assert conditions == [f"{label}：{plain(getattr(figure, column)) or UNKNOWN}" for label, column in CONDITIONS]
        assert figure.mark is not FigureMark.PANDEMIC


@pytest.mark.parametrize("id_", CASES)
def test_every_sentence_of_a_case_stands_in_its_handout(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    page = heard(words[id_].text)
    for prose in case_texts(real_library.cases[id_]):
        for sentence in sentences(prose):
            assert sentence in page, str(prose.at)


@pytest.mark.parametrize("id_", CASES)
def test_every_record_of_a_case_stands_in_its_handout_with_its_evidence(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    case = real_library.cases[id_]
    page, marked = heard(words[id_].text), words[id_].text
    for row in case.all_rows():
        assert heard(plain(row.label)) in page, str(row.at)
        assert evidence_words(row.evidence, case, real_library) in marked, str(row.at)


@pytest.mark.parametrize("id_", CASES)
def test_a_case_has_one_table_for_each_typed_table_and_for_facts_cards_and_terms(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    tables = words[id_].tables
    typed = {row.table for row in real_library.cases[id_].all_rows()} - {"局限"}
    short = real_library.cases[id_].meta.short
    assert set(tables) == {*typed, f"{short}案例概况", "关键数字", "术语"}
    assert len(words[id_].file.tables) == len(typed) + 3


@pytest.mark.parametrize("id_", MANUALS)
def test_every_sentence_clause_and_duty_of_a_manual_stands_in_its_handout(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    assert real_library.book is not None
    manual, word = real_library.book.manuals[id_], words[id_]
    page = heard(word.text)
    for prose in manual_texts(manual):
        for sentence in sentences(prose):
            assert sentence in page, str(prose.at)
    for clause in manual.clauses():
        assert (2, f"{clause.number} {clause.title}") in word.headings
        head, row = word.tables[f"{clause.number} 的责任、频次、记录和依据"]
        assert head == ["责任", "频次", "记录", "依据"]
        for (_, said), cell in zip(clause.duty.said(), row, strict=False):
            assert cell == plain(said.text) + ("（建议）" if said.advised else "")
        labels = [f"段{paragraph.number}" for paragraph in clause.duty.evidence.paragraphs]
        assert all(label in row[3] for label in labels) and row[3]


@pytest.mark.parametrize("id_", MANUALS)
def test_every_item_to_tick_has_a_box_and_every_form_its_empty_cells(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    assert real_library.book is not None
    for sheet in real_library.book.manuals[id_].sheets:
        for item in sheet.items():
            assert f"□\t{plain(item.text.text)}" in words[id_].text
    empty = sum(cell == "" for rows in words[id_].tables.values() for row in rows for cell in row)
    blanks = [
        block for sheet in real_library.book.manuals[id_].sheets for part in sheet.sections for block in part.blocks
        if isinstance(block, Blanks)
    ]  # fmt: skip
    assert empty == sum(cell == "" for block in blanks for row in block.rows for cell in row)


@pytest.mark.parametrize("id_", TABLES)
def test_every_entry_of_a_table_stands_in_its_handout_with_status_notes_and_evidence(
    id_: str, words: dict[str, Word], real_library: Library
) -> None:
    grid = build_grid(id_, real_library.tables[id_], real_library)
    page = heard(words[id_].text)
    for part in grid.parts:
        rows = words[id_].tables[part.heading or grid.title]
        assert len(rows) >= 1 + sum(len(group.rows) for group in part.groups)
        assert heard(plain(part.note)) in page
    for text in (grid.question, grid.reading, *grid.cautions, *grid.footnotes):
        assert heard(plain(text)) in page
    for row in grid.rows():
        for cell in row.cells:
            for entry in cell.entries:
                assert heard(entry_words(entry)) in page, row.anchor
            assert cell.entries or cell.blank in page


def entry_words(entry: Entry) -> str:
    notes = "；".join(f"{note.label}：{plain(note.text)}" for note in entry.notes)
    cares = "".join(f"（{word}）" for word in (status_words(entry), *entry.flags) if word)
    return plain(entry.text) + cares + (f"（{notes}）" if notes else "")


def test_the_file_says_what_the_document_says_in_its_order_and_no_more(
    documents: dict[str, Document], words: dict[str, Word]
) -> None:
    for id_, word in words.items():
        expected = [text for block in documents[id_].blocks for text in said(block)]
        written = [text for style, text in word.paragraphs if not style.startswith(COVER)]
        assert list(filter(str.strip, written)) == list(filter(str.strip, expected)), id_


def said(block: Block) -> list[str]:
    """The paragraphs that a block comes to."""
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Paragraph):
        return [text_of(block.runs)]
    if isinstance(block, Picture):
        return [text_of(block.caption)]
    if isinstance(block, Question):
        return [f"{block.number}.\t{text_of(block.runs)}"]
    if isinstance(block, SourceList):
        return [f"{place.label}\t{text_of(place.runs)}" for place in block.places]
    if isinstance(block, FigureCards):
        return [text for card in block.cards for text in card_words(card)]
    if isinstance(block, Table):
        cells = [cell for row in block.rows for cell in row.cells]
        return [*map(text_of, block.header), *(text_of(runs) for cell in cells for runs in cell.paragraphs)]
    return items(block) if isinstance(block, ListBlock) else []


def items(block: ListBlock) -> list[str]:
    found = []
    for number, item in enumerate(block.items, start=block.start):
        mark = {ListKind.NUMBER: f"{number}.", ListKind.CHECK: "□", ListKind.BULLET: "——"}[block.kind]
        found += [f"{mark}\t{text_of(item.runs)}", *(f"\t{text_of(runs)}" for runs in item.more)]
        found += items(item.below) if item.below else []
    return found


def card_words(card: FigureCard) -> list[str]:
    cares = "".join(f"［{care}］" for care in card.cares)
    conditions = (f"{label}：{text_of(runs)}" for label, runs in card.conditions)
    return [card.value, text_of(card.name) + cares, card.status + text_of(card.evidence), *conditions]


def test_the_sources_list_every_paragraph_that_is_cited(documents: dict[str, Document], real_library: Library) -> None:
    for id_, document in documents.items():
        cited = {mark.paragraph for runs in runs_in(document.blocks) for run in runs for mark in run.marks}
        lists = [block for block in document.blocks if isinstance(block, SourceList)]
        listed = [place.paragraph for block in lists for place in block.places]
        assert sorted(cited) == sorted(listed), id_
    for id_ in CASES:
        case = real_library.cases[id_]
        own = {p for row in evidenced(case) for p in row.evidence.paragraphs}
        lists = [block for block in documents[id_].blocks if isinstance(block, SourceList)]
        assert own <= {place.paragraph for block in lists for place in block.places}


def test_evidence_marks_in_the_file_are_those_of_the_document(
    documents: dict[str, Document], words: dict[str, Word]
) -> None:
    for id_, word in words.items():
        marks = Counter(mark.label for runs in runs_in(documents[id_].blocks) for run in runs for mark in run.marks)
        linked = Counter(
            "".join(t.text for t in link.iter(qn("w:t"))).strip("〔〕、") for link in word.body.iter(qn("w:hyperlink"))
        )
        for label, count in marks.items():
            assert linked[label] == count, (id_, label)


def test_chosen_sections_alone_are_printed(real_library: Library) -> None:
    spec = HandoutSpec(
        title="选段", parts=(HandoutPart(case="xitang", sections=("安全", "讨论题")), HandoutPart(table="teams"))
    )
    document = make_document(spec, real_library)
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]
    assert titles[:4] == [
        f"一、{real_library.cases['xitang'].meta.title}（节选）",
        "（一）安全",
        "（二）讨论题",
        "二、组织与队伍对照",
    ]
    assert not any(isinstance(block, Table) and block.title == "数字" for block in document.blocks)


def test_editors_words_are_marked_as_advice(words: dict[str, Word]) -> None:
    assert any(text == "六、主持人用页〔建议〕" for _, text in words["yantao"].headings)


def test_a_manual_says_that_it_is_no_official_document(words: dict[str, Word]) -> None:
    for id_ in MANUALS:
        assert "（本库据案例编写）" in words[id_].file.core_properties.title


def test_own_accounts_keep_their_mark(words: dict[str, Word]) -> None:
    assert "第一声号角（文中自述）" in words["xitang"].text
