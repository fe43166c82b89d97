"""The slides of cases, manuals and tables, opened with python-pptx and set by LibreOffice: nothing overflows or is lost."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pptx
import pytest
from pptx.oxml.ns import qn
from pypdf import PdfReader

from generator.handouts.document import Document
from generator.handouts.making.compose import make_document
from generator.handouts.pptx.geometry import BODY_HEIGHT, BODY_SIZE, FOOT_TOP, HEIGHT, INNER, WIDTH
from generator.handouts.pptx.measure import pieces, sentences, text_height, text_lines
from generator.handouts.pptx.plan import plan
from generator.handouts.pptx.slides import Points, SlideTable
from generator.handouts.pptx.writer import to_pptx
from generator.handouts.tabular import FigureCards
from generator.library.handout_spec import HandoutSpec
from generator.library.model import Library
from generator.library.rows import Figure
from tests.libreoffice import convert, needs_slides

WHOLE = ["case=chengdu", "case=xitang", "case=xiaoshan", "manual=guanjia", "table=outcomes", "table=mechanisms"]


_made: dict[str, tuple[Document, bytes]] = {}


def made(name: str, library: Library) -> tuple[Document, bytes]:
    """The handout that is all of one case, manual or table, and its slides; each is made once."""
    if name not in _made:
        kind, _, id_ = name.partition("=")
        document = make_document(HandoutSpec.model_validate({"title": f"讲义：{id_}", "parts": [{kind: id_}]}), library)
        _made[name] = document, to_pptx(document)
    return _made[name]


def opened(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def texts(slide: Any) -> list[str]:
    """All text on a slide, shape by shape and cell by cell."""
    found = []
    for shape in slide.shapes:
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
    return found


@pytest.mark.parametrize("name", WHOLE)
def test_every_slide_has_a_title_and_the_line_on_what_it_is(name: str, real_library: Library) -> None:
    slides = opened(made(name, real_library)[1]).slides
    for slide in slides:
        assert slide.shapes.title.text_frame.text.strip()
        assert any("学习资料·据公开材料整理，未经本库核实" in text for text in texts(slide))


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_planned_fits_by_measure(name: str, real_library: Library) -> None:
    for slide in plan(made(name, real_library)[0]):
        if isinstance(slide.body, Points):
            height = sum(text_height(text, BODY_SIZE, INNER) for text in slide.body.texts)
            assert height <= BODY_HEIGHT, slide.title
        if isinstance(slide.body, SlideTable):
            assert sum(slide.body.heights) <= BODY_HEIGHT, slide.title


def test_as_libreoffice_sets_them_nothing_reaches_the_foot(real_library: Library, tmp_path: Path) -> None:
    needs_slides()
    files = []
    for name in WHOLE:
        file = tmp_path / f"{name.replace('=', '-')}.pptx"
        file.write_bytes(made(name, real_library)[1])
        files.append(file)
    saved = convert(files, "pdf", tmp_path / "pdf", tmp_path / "profile")
    for file, pdf in zip(files, saved, strict=True):
        pages = PdfReader(pdf).pages
        assert len(pages) == len(pptx.Presentation(str(file)).slides)
        too_low = [(number, text) for number, page in enumerate(pages, start=1) for text in below_the_foot(page)]
        assert too_low == [], file.name


def below_the_foot(page: Any) -> list[str]:
    """Text that stands as low as the foot and is not it, or lower than the page."""
    found: list[str] = []

    def visit(text: str, _matrix: Any, place: list[float], _font: Any, _size: Any) -> None:
        words = text.strip()
        is_foot = not words or re.fullmatch(r"[\d\s·]*|.*(学习资料|未经本库核实|公开材料).*", words)
        if not is_foot and place[5] < HEIGHT - FOOT_TOP - 4:
            found.append(words)

    page.extract_text(visitor_text=visit)
    assert [float(side) for side in page.mediabox[2:]] == pytest.approx([WIDTH, HEIGHT], abs=1)
    return found


def test_every_figure_stands_with_its_status_and_evidence(real_library: Library) -> None:
    for case in real_library.cases.values():
        slides = list(opened(made(f"case={case.id}", real_library)[1]).slides)
        rows = [
            "\n".join(cell.text for cell in row.cells)
            for slide in slides
            for shape in slide.shapes
            if shape.has_table
            for row in shape.table.rows
        ]
        notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
        for figure in case.rows(Figure):
            found = [row for row in rows if figure.name in row and figure.quantity.literal in row]
            assert any(figure.status.display in row for row in found), (case.id, figure.id)
            assert all(f"段{paragraph.number}" in notes for paragraph in figure.evidence.paragraphs)


def test_key_figures_are_cards_with_value_status_and_conditions(real_library: Library) -> None:
    document, content = made("case=xitang", real_library)
    said = [text for slide in opened(content).slides for text in texts(slide)]
    for block in document.blocks:
        if isinstance(block, FigureCards):
            for card in block.cards:
                assert card.value in said
                assert any(text.startswith(card.status) for text in said)


def test_every_run_names_the_font_of_each_script(real_library: Library) -> None:
    for slide in opened(made("table=outcomes", real_library)[1]).slides:
        for run in slide._element.iter(qn("a:r")):
            properties = run.find(qn("a:rPr"))
            faces = {properties.find(qn(tag)).get("typeface") for tag in ("a:latin", "a:ea", "a:cs")}
            assert faces == {"黑体"}


def test_the_same_document_makes_the_same_bytes(real_library: Library) -> None:
    document, content = made("case=xiaoshan", real_library)
    assert to_pptx(document) == content


def test_text_is_measured_on_the_safe_side() -> None:
    assert text_lines("字" * 38, 22, INNER) == 1
    assert text_lines("字" * 39, 22, INNER) == 2
    assert text_lines("", 22, INNER) == 1 and text_lines("一\n二", 22, INNER) == 2


def test_long_text_is_cut_at_the_ends_of_sentences_then_of_their_parts() -> None:
    assert sentences("甲。乙！”丙") == ["甲。", "乙！”", "丙"]
    assert pieces("甲乙。丙丁。戊", 6) == ["甲乙。丙丁。", "戊"]
    assert pieces("甲乙，丙丁，戊己", 5) == ["甲乙，", "丙丁，戊己"]
    assert "".join(pieces("字" * 25, 10)) == "字" * 25
    assert pieces("", 10) == [""]
