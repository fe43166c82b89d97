"""The neutral document: content's inline text as runs, numbers of headings, tables that fit a page."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.handouts.asking import joined
from generator.handouts.document import Block, Document, Heading, Item, ListBlock, ListKind, Paragraph, ParagraphKind
from generator.handouts.fitting import fit
from generator.handouts.inline import Run, RunKind, plain_runs, text_of
from generator.handouts.layout import MOST_COLUMNS, MOST_UPRIGHT, SIDEWAYS, UPRIGHT, column_widths, twips
from generator.handouts.making.compose import make_document
from generator.handouts.making.weighing import weights
from generator.handouts.numbering import numbered
from generator.handouts.setter import Setter
from generator.handouts.tabular import Cell, Row, Table
from generator.library.dates import parse_full_date
from generator.library.evidence import Evidence
from generator.library.evidence import Paragraph as Cited
from generator.library.model import Library
from generator.library.sections import Prose
from generator.report import Position

AT = Position("content/x.md")
PLAIN, STRONG, EVIDENCE = RunKind.PLAIN, RunKind.STRONG, RunKind.EVIDENCE
OWN = RunKind.OWN_ACCOUNT


@pytest.fixture(scope="module")
def setter(small_library: Library) -> Setter:
    return Setter(small_library)


def kinds(runs: tuple[Run, ...]) -> list[tuple[str, RunKind]]:
    return [(run.text, run.kind) for run in runs]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("先收集**意见**；", [("先收集", PLAIN), ("意见", STRONG), ("；", PLAIN)]),
        ("[网格](term:网格)长请进[议事会](mech:meeting)", [("网格长请进议事会", PLAIN)]),
        ("满意度[82%→87%](fig:satisfied)。[段4](P4)", [("满意度82%→87%。", PLAIN), ("〔段4〕", EVIDENCE)]),
        ("停车难。[段1](P1)[段2](P2)", [("停车难。", PLAIN), ("〔段1、段2〕", EVIDENCE)]),
        (
            "这是[全市首个](claim:P2)议事会。",
            [("这是全市首个", PLAIN), ("（文中自述）", OWN), ("〔段2〕", EVIDENCE), ("议事会。", PLAIN)],
        ),
        ("这是[全市首个](claim:P2)。[段2](P2)", [("这是全市首个", PLAIN), ("（文中自述）", OWN), ("。", PLAIN), ("〔段2〕", EVIDENCE)]),
        ("3*4、a_b、<b>、C:\\x、“引号”——", [("3*4、a_b、<b>、C:\\x、“引号”——", PLAIN)]),
        ("没有的[词](term:无此词)", [("没有的词", PLAIN)]),
        ("", []),
    ],
)  # fmt: skip
def test_inline_text_becomes_runs(setter: Setter, text: str, said: list[tuple[str, RunKind]]) -> None:
    assert kinds(setter.inline(text, "jia")) == said


def test_a_list_a_list_below_it_and_a_quotation(setter: Setter) -> None:
    text = "两步：\n\n- 先收集**意见**；\n    1. 登记\n    2. 回访\n- 再定办法。\n\n> “有事一起商量。” [段2](P2)\n\n口径提示：不是一个量。[段4](P4)"
    blocks = setter.blocks(Prose(text, AT), "jia")
    first, bullets, quotation, note = blocks
    assert first == Paragraph(plain_runs("两步："))
    assert isinstance(bullets, ListBlock)
    assert [text_of(item.runs) for item in bullets.items] == ["先收集意见；", "再定办法。"]
    assert bullets.items[0].below == ListBlock((Item(plain_runs("登记")), Item(plain_runs("回访"))), ListKind.NUMBER)
    assert isinstance(quotation, Paragraph) and quotation.kind is ParagraphKind.QUOTE
    assert isinstance(note, Paragraph) and note.kind is ParagraphKind.NOTE
    assert kinds(note.runs)[0] == ("口径提示：", STRONG)


def test_a_paragraph_of_another_case_is_named_with_it(setter: Setter) -> None:
    evidence = Evidence((Cited("jia-report", 1), Cited("yi-report", 1)), "编者分析")
    assert [run.text for run in setter.evidence(evidence, "jia")] == ["〔段1、乙小区 段1〕", "〔编者分析〕"]
    assert [run.text for run in setter.evidence(evidence, "")] == ["〔甲社区 段1、乙小区 段1〕", "〔编者分析〕"]


@given(st.text(alphabet="甲乙“”‘’—…·〔〕[](){}*_>#-+1.|`\\&<\n ", max_size=40))
def test_any_text_keeps_its_words(small_library: Library, text: str) -> None:
    runs = Setter(small_library).inline(text, "jia")
    kept = "".join(text_of(runs).split())
    assert [char for char in text if char in "甲乙“”‘’—…·〔〕"] == [char for char in kept if char in "甲乙“”‘’—…·〔〕"]


def test_headings_are_counted_anew_under_each_heading_above() -> None:
    levels = (1, 2, 2, 3, 4, 1, 2, 3)
    blocks: list[Block] = [Heading(level, plain_runs("题")) for level in levels]
    blocks.insert(5, Heading(1, plain_runs("不编号"), numbered=False))
    headings = [block for block in numbered(blocks) if isinstance(block, Heading)]
    assert [heading.number for heading in headings] == [
        "一、",
        "（一）",
        "（二）",
        "1. ",
        "（1）",
        "",
        "二、",
        "（一）",
        "1. ",
    ]
    assert [heading.place for heading in headings] == list(range(1, 10))


def test_what_is_not_spelled_in_characters_is_numbered_in_digits() -> None:
    blocks = numbered(Heading(1, plain_runs("题")) for _ in range(120))
    assert [block.number for block in blocks if isinstance(block, Heading)][98:101] == ["九十九、", "100、", "101、"]


def wide(columns: int) -> Table:
    header = tuple(plain_runs(f"列{number}") for number in range(columns))
    row = Row(tuple(Cell((plain_runs(f"值{number}"),)) for number in range(columns)))
    group = Row((Cell((plain_runs("组"),), columns),), heading=True)
    return Table("表", header, (group, row), (1.0,) * columns)


@pytest.mark.parametrize("columns", [2, 5, 6, 8, 9, 15, 16, 40])
def test_a_wide_table_is_turned_or_split_and_never_cut(columns: int) -> None:
    pieces = list(fit(wide(columns)))
    assert all(len(piece.header) <= (MOST_COLUMNS if piece.landscape else MOST_UPRIGHT) for piece in pieces)
    assert [piece.landscape for piece in pieces] == [columns > MOST_UPRIGHT] * len(pieces)
    heads = [text_of(name) for piece in pieces for name in piece.header[1:]]
    assert heads == [f"列{number}" for number in range(1, columns)]
    for piece in pieces:
        assert text_of(piece.header[0]) == "列0"
        assert piece.rows[0].cells[0].spans == len(piece.header)
        assert len(piece.rows[1].cells) == len(piece.header) == len(piece.widths)


@given(st.lists(st.floats(0.1, 50), min_size=1, max_size=12))
def test_columns_fill_the_type_area_exactly(relative: list[float]) -> None:
    for page in (UPRIGHT, SIDEWAYS):
        assert sum(column_widths(tuple(relative), page)) == twips(page.text_width)


def test_no_column_is_squeezed_by_a_full_one() -> None:
    header = (plain_runs("短"), plain_runs("长"), plain_runs("短"))
    rows = (Row((Cell((plain_runs("甲"),)), Cell((plain_runs("乙" * 900),)), Cell())),)
    widths = weights(header, rows)
    assert min(widths) >= 0.6 * sum((6.5, 36.0, 6.5)) / 3
    assert widths[1] == max(widths)


@pytest.mark.no_cover  # much of the same, which other tests measure
def test_text_that_is_not_read_as_markdown_needs_no_reading(
    real_library: Library, documents: dict[str, Document], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.handouts.setter.BARE", re.compile("(?!)"))
    for id_, document in documents.items():
        assert make_document(real_library.handouts[id_], real_library) == document, id_


def test_a_cover_says_from_which_library_of_which_day_even_with_a_date_of_its_own(real_library: Library) -> None:
    spec = real_library.handouts["xitang"]
    dated = spec.model_copy(update={"date": parse_full_date("2027-03-01")})
    document = make_document(dated, real_library)
    assert document.cover.date == "2027年3月1日"
    assert document.cover.lines[0] == "选自《党建引领物业治理实践库》，收录截至2026年11月26日"
    assert document.day == make_document(spec, real_library).day == "2026-11-26"


def test_a_subtitle_names_no_more_than_it_holds() -> None:
    assert joined(["西塘", "成都"]) == "西塘、成都"
    names = [f"很长的手册名称{number}" for number in range(20)]
    assert joined(names).endswith("等 20 种") and len(joined(names)) <= 60
