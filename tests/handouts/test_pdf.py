"""The PDFs of all that can be a handout, read back: nothing lost, tagged, bookmarked, on official paper."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from generator.handouts.document import FOOTER, Cover, Document, Heading, Paragraph, runs_in
from generator.handouts.engine import FontError
from generator.handouts.inline import Run, RunKind, plain_runs, text_of
from generator.handouts.layout import PAGE_HEIGHT, PAGE_WIDTH, SIZE_3
from generator.handouts.making.compose import make_document
from generator.handouts.pdf import writer
from generator.handouts.pdf.writer import to_pdf
from generator.handouts.tabular import Cell, Row, Table
from generator.library.handout_spec import HandoutSpec
from generator.library.model import Library

WHOLE = [
    *(f"case={id_}" for id_ in ("chengdu", "chengyang", "dianjian", "xiaoshan", "xitang")),
    *(f"manual={id_}" for id_ in ("chuangjian", "guanjia", "jingqu", "shifan", "xietong")),
    *(f"table={id_}" for id_ in ("outcomes", "mechanisms", "clauses", "timetable")),
]
POINTS_PER_MM = 72 / 25.4
PAGE_NUMBER = re.compile(r"—\s*\d+\s*—")

_made: dict[str, tuple[Document, bytes]] = {}


def made(name: str, library: Library) -> tuple[Document, PdfReader]:
    """The handout that is all of one case, manual or table, and its PDF; each is set once."""
    if name not in _made:
        kind, _, id_ = name.partition("=")
        document = make_document(HandoutSpec.model_validate({"title": f"讲义：{id_}", "parts": [{kind: id_}]}), library)
        _made[name] = document, to_pdf(document)
    return _made[name][0], PdfReader(io.BytesIO(_made[name][1]))


@cache
def bare(text: str) -> str:
    """Text without white space, which a line's end may stand for."""
    return re.sub(r"\s", "", text)


def words_of(reader: PdfReader) -> str:
    """What stands on all pages, their feet left out."""
    pages = (PAGE_NUMBER.sub("", page.extract_text()).replace(FOOTER, "") for page in reader.pages)
    return bare("".join(pages))


@pytest.mark.parametrize("name", WHOLE)
def test_every_sentence_can_be_copied_out(name: str, real_library: Library) -> None:
    document, reader = made(name, real_library)
    words = words_of(reader)
    missing = [text_of(runs) for runs in runs_in(document.blocks) for run in runs if not stands(bare(run.text), words)]
    assert missing == []


def stands(text: str, words: str, tears: int = 2) -> bool:
    """Whether the words hold the text, in a long row of a table torn by the ends of pages."""
    if text in words:
        return True
    kept = next(length for length in range(len(text), -1, -1) if text[:length] in words)
    return bool(kept and tears and stands(text[kept:], words, tears - 1))


@pytest.mark.parametrize("name", WHOLE)
def test_bookmarks_are_the_headings(name: str, real_library: Library) -> None:
    document, reader = made(name, real_library)
    assert [bare(title) for title in titles(reader.outline)] == [
        bare(block.text) for block in document.blocks if isinstance(block, Heading)
    ]


def titles(outline: Any) -> list[str]:
    """The titles of an outline, nested as lists, in reading order."""
    found: list[str] = []
    for entry in outline:
        found += titles(entry) if isinstance(entry, list) else [str(entry.title)]
    return found


@pytest.mark.parametrize("name", WHOLE)
def test_pages_are_a4_upright_or_on_their_side(name: str, real_library: Library) -> None:
    _, reader = made(name, real_library)
    sizes = {tuple(round(float(side) / POINTS_PER_MM) for side in page.mediabox[2:]) for page in reader.pages}
    assert (PAGE_WIDTH, PAGE_HEIGHT) in sizes or name.startswith("table")
    assert sizes <= {(PAGE_WIDTH, PAGE_HEIGHT), (PAGE_HEIGHT, PAGE_WIDTH)}


def test_the_title_of_a_short_handout_lies_with_the_wide_table_below_it() -> None:
    table = Table("表", tuple(plain_runs(str(number)) for number in range(6)), (), (1.0,) * 6, landscape=True)
    document = Document(Cover("题", "", "编写组", ""), "2026-11-26", (Heading(1, plain_runs("一")), table))
    (page,) = PdfReader(io.BytesIO(to_pdf(document))).pages
    assert page.mediabox.width > page.mediabox.height
    assert page.extract_text().startswith("题")


def test_headings_are_of_the_size_of_the_text(real_library: Library) -> None:
    """GB/T 9704 7.3: headings differ in face, not in size."""
    document, reader = made("case=xitang", real_library)
    wanted = {bare(block.text) for block in document.blocks if isinstance(block, Heading)}
    sizes: dict[str, set[float]] = {}

    def note(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if bare(text) in wanted:
            sizes.setdefault(bare(text), set()).add(round(size * matrix[0], 1))

    for page in reader.pages[2:]:
        page.extract_text(visitor_text=note)
    assert len(sizes) > 10 and set.union(*sizes.values()) == {SIZE_3}


def test_the_file_is_tagged_and_says_what_it_is(real_library: Library) -> None:
    document, reader = made("case=xitang", real_library)
    root = reader.root_object
    assert root["/MarkInfo"]["/Marked"].value is True and "/StructTreeRoot" in root
    assert str(root["/Lang"]).lower() == "zh-cn"
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (document.cover.title, document.cover.compiler)


def test_fonts_are_embedded_and_hold_only_what_is_used(real_library: Library) -> None:
    _, reader = made("case=xitang", real_library)
    fonts = [font.get_object() for page in reader.pages for font in fonts_of(page)]
    assert fonts
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])
        descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def fonts_of(page: Any) -> list[DictionaryObject]:
    """The fonts that a page uses."""
    return list(page["/Resources"].get("/Font", {}).values())


def test_marks_lead_to_where_the_paragraph_is_told(real_library: Library) -> None:
    _, reader = made("case=xitang", real_library)
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    assert sum(note["/Subtype"] == "/Link" for note in links) > 100


def test_the_status_of_a_percentage_goes_to_the_next_line_of_a_narrow_cell() -> None:
    said = (Run("82%→87%"), Run("（材料称已实现）", RunKind.STATUS))
    table = Table(
        "表",
        (plain_runs("数值"), plain_runs("时段")),
        (Row((Cell((said,)), Cell((plain_runs("2021年"),)))),),
        (11.0, 89.0),
    )
    document = Document(Cover("题", "", "编写组", ""), "2026-11-26", (Heading(1, plain_runs("一")), table))
    text = PdfReader(io.BytesIO(to_pdf(document))).pages[0].extract_text(extraction_mode="layout")
    (line,) = (line for line in text.splitlines() if "82%→87%" in line)
    assert "（" not in line


def test_the_same_document_makes_the_same_bytes(real_library: Library) -> None:
    document, _ = made("table=timetable", real_library)
    assert to_pdf(document) == _made["table=timetable"][1]


def test_a_character_that_no_font_has_is_named() -> None:
    cover = Cover("标题", "", "编写组", "2026年11月22日")
    document = Document(cover, "2026-11-22", (Paragraph(plain_runs("一个字：\U00013000")),))
    with pytest.raises(FontError, match=r"“\U00013000”.*fonts-noto-cjk"):
        to_pdf(document)
    assert to_pdf(replace(document, blocks=(Paragraph(plain_runs("一个字")),)))


def test_a_machine_with_none_of_the_fonts_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "families", lambda: frozenset({"droid sans fallback"}))
    document = Document(Cover("标题", "", "编写组", "2026年11月22日"), "2026-11-22", (Paragraph(plain_runs("字")),))
    with pytest.raises(FontError, match=r"没有讲义要用的中文字体.*fonts-noto-cjk"):
        to_pdf(document)
