"""Diagrams and charts of handouts: they tell all in words, fit the page, say every status, and hold no number of their own."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from pptx.oxml.ns import qn as pptx_qn
from pypdf import PdfReader

from generator.compare.judging.comparability import FigureInCase
from generator.handouts.data import BlockData
from generator.handouts.document import Cover, Document, Heading, Paragraph
from generator.handouts.docx.writer import to_docx
from generator.handouts.engine import FontError
from generator.handouts.ink import inked
from generator.handouts.inline import text_of
from generator.handouts.layout import picture_room, picture_size
from generator.handouts.making.charts import figure_pictures
from generator.handouts.making.diagrams import diagram_pictures
from generator.handouts.pdf.writer import to_pdf
from generator.handouts.picture import Chart, ChartKind, Picture
from generator.handouts.pptx.geometry import BODY_HEIGHT, BODY_TOP, FOOT_TOP, LEFT, WIDTH
from generator.handouts.pptx.plan import plan
from generator.handouts.pptx.slides import Shown
from generator.handouts.pptx.writer import to_pptx
from generator.handouts.raster import to_png
from generator.handouts.setter import Setter
from generator.handouts.tabular import Table
from generator.library.figures import ARROW
from generator.library.model import Case, Library
from generator.library.rows import Figure, Organisation
from generator.library.values import Status
from generator.views.charts import Pictures
from generator.views.charts import figure_pictures as drawn_pictures
from generator.views.charts.bars import bars
from generator.views.charts.steps import steps
from tests.compare.making import COMPLETE, SATISFACTION, figure, measure

from .reading import Word, style_of

COVERAGE = measure("覆盖率")
CITED = "jia-report:P01"
LEAST_POINTS = 7.0
CASES = ("chengdu", "chengyang", "dianjian", "xiaoshan", "xitang")


def covered(literal: str, period: str, status: str = "已实现") -> FigureInCase:
    return figure(literal, "覆盖率", of=COVERAGE, status=status, evidence=CITED, 时段=period, 口径="率", 范围="全区")


def group(*literals: str, status: str = "已实现") -> tuple[FigureInCase, ...]:
    return tuple(
        figure(literal, f"{number}区", of=SATISFACTION, status=status, evidence=CITED, **COMPLETE)
        for number, literal in enumerate(literals)
    )


def pictures(document: Document) -> list[Picture]:
    return [block for block in document.blocks if isinstance(block, Picture)]


def every(documents: dict[str, Document]) -> Iterator[Picture]:
    """All pictures, those of slides too."""
    for document in documents.values():
        for picture in pictures(document):
            yield picture
            yield from picture.slides or ()


def texts(picture: Picture) -> list[str]:
    return [
        "".join(element.itertext())
        for element in ElementTree.fromstring(picture.svg).iter()
        if element.tag.endswith("text")
    ]


@pytest.fixture(scope="module")
def setter(small_library: Library) -> Setter:
    return Setter(small_library)


def made(picture: Any, setter: Setter) -> Picture:
    """The handout's picture of a drawing of the site."""
    (found,) = figure_pictures(Pictures((picture,)), setter)
    assert isinstance(found, Picture)
    return found


def chart(picture: Any, setter: Setter) -> Chart:
    found = made(picture, setter).chart
    assert found is not None
    return found


# --- what is there ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("id_", CASES)
def test_a_case_has_its_diagram_above_the_table_of_its_organisations(id_: str, documents: dict[str, Document]) -> None:
    blocks = documents[id_].blocks
    table = next(index for index, block in enumerate(blocks) if isinstance(block, Table) and block.title == "组织")
    above = blocks[table - 1]
    assert isinstance(above, Picture) and "组织及其关系" in above.title
    first = next(
        index for index, block in enumerate(blocks) if isinstance(block, Picture) and "组织及其关系" in block.title
    )
    assert all(isinstance(block, Picture) for block in blocks[first:table])
    assert isinstance(blocks[first - 1], Heading)


@pytest.mark.parametrize("id_", CASES)
def test_the_alternative_tells_every_organisation_and_every_relation(
    id_: str, documents: dict[str, Document], real_library: Library
) -> None:
    case = real_library.cases[id_]
    diagrams = [picture for picture in pictures(documents[id_]) if "组织及其关系" in picture.title]
    for shown in (diagrams, diagrams[0].slides or ()):
        told, drawn = "".join(picture.alt for picture in shown), "".join("".join(texts(picture)) for picture in shown)
        for row in case.rows(Organisation):
            assert row.name in told
            assert row.name in drawn.replace(" ", "")
            assert all(edge.relation in told and edge.relation in drawn for edge in row.edges)


def test_the_pictures_of_figures_stand_above_their_tables(documents: dict[str, Document]) -> None:
    charts = {
        id_: [picture.title for picture in pictures(documents[id_]) if "组织" not in picture.title] for id_ in documents
    }
    assert charts["chengdu"] == ["成都：物业服务满意度"]
    assert charts["chengyang"] == ["城阳：红色物业覆盖率（目标）"]
    assert charts["outcomes"] == ["城阳：红色物业覆盖率（目标）", "成都：物业服务满意度"]
    assert charts["timetable"] == charts["mechanisms"] == []


def test_figures_that_look_alike_are_told_apart_in_words(documents: dict[str, Document]) -> None:
    said = [text_of(block.runs) for block in documents["xitang"].blocks if isinstance(block, Paragraph)]
    assert any(text.startswith("西塘：3个数各看各的，不画成一张图。") and "口径" in text for text in said)


# --- what they say ---------------------------------------------------------------------------------------------------


def test_every_picture_has_an_alternative_and_a_caption(documents: dict[str, Document]) -> None:
    found = list(every(documents))
    assert len(found) > 20
    for picture in found:
        assert picture.alt.startswith(picture.title) and len(picture.alt) > len(picture.title) + 5
        assert text_of(picture.caption).startswith(picture.title)


def literals(case: Case) -> dict[str, Status]:
    """The literals of a case's figures, both halves of one that tells two values, each with its status."""
    found = {}
    for row in case.rows(Figure):
        for text in (row.quantity.literal, *row.quantity.literal.split(ARROW)):
            found[text] = row.status
    return found


def test_every_number_on_a_chart_is_a_literal_with_its_status_beside_it(
    documents: dict[str, Document], real_library: Library
) -> None:
    shorts = {case.meta.short: case for case in real_library.cases.values()}
    charts = [picture for picture in every(documents) if "组织" not in picture.title]
    for picture in charts:
        known = literals(shorts[picture.title.partition("：")[0]])
        shown = [
            "".join(element.itertext())
            for element in ElementTree.fromstring(picture.svg).iter()
            if element.tag.endswith("text") and element.get("font-weight")
        ]
        assert shown
        for literal in shown:
            assert f"（{known[literal].display}）" in text_of(picture.caption), literal
            assert known[literal].display in "".join(texts(picture)), literal
            assert literal in picture.alt
        assert any(run.marks for run in picture.caption)
    assert len(charts) >= 4


def test_a_picture_of_a_goal_says_so_in_itself_in_its_alternative_and_below(documents: dict[str, Document]) -> None:
    (picture,) = [picture for picture in pictures(documents["chengyang"]) if "覆盖率" in picture.title]
    assert "目标，不是结果" in texts(picture)
    assert "目标，不是结果" in picture.alt and "目标，不是结果" in text_of(picture.caption)
    assert text_of(picture.caption).count("（目标）") == 4
    assert "〔段" in text_of(picture.caption)


# --- as SVG ----------------------------------------------------------------------------------------------------------


def test_the_data_holds_svg_that_stands_alone(documents: dict[str, Document]) -> None:
    for picture in every(documents):
        data = BlockData(()).block(picture)
        svg = str(data["svg"])
        assert not re.search(r"href|class=|var\(|<style|style=|<title|<desc|role=", svg)
        assert {"block", "svg", "alt", "width", "height", "size", "caption", "title"} == set(data)
        assert data["alt"] == picture.alt
        assert f'width="{picture.width:g}"' in svg and f'height="{picture.height:g}"' in svg
        assert set(re.findall(r'(?:fill|stroke)="(#[^"]+)"', svg)) <= {
            "#000",
            "#444",
            "#999",
            "#f0f0f0",
            "#fff",
            "#bbb",
        }


def test_a_class_that_no_rule_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="glitter"):
        inked('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><path class="glitter"/></svg>')


def test_no_text_is_too_small_and_no_picture_too_large(documents: dict[str, Document]) -> None:
    widest, highest = picture_room()
    for document in documents.values():
        for picture in pictures(document):
            width, height = picture_size(picture.width, picture.height)
            assert width <= widest + 0.01 and height <= highest + 0.01, picture.title
            sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', picture.svg)]
            assert min(sizes) * width / picture.width >= LEAST_POINTS, picture.title


def test_a_diagram_with_a_part_that_cannot_be_read_is_left_to_its_table(
    real_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, relations = real_library.cases["dianjian"], real_library.vocabulary.relations
    assert diagram_pictures(case, relations)
    monkeypatch.setattr("generator.handouts.making.diagrams._PAPER_SCALES", (2.0,))
    assert diagram_pictures(case, relations) == ()


def test_a_picture_with_a_character_that_no_font_has_is_refused() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text y="15">\U00013000</text></svg>'
    with pytest.raises(FontError, match="\U00013000"):
        to_png(svg, 20, 20)


# --- native charts ---------------------------------------------------------------------------------------------------


def test_exact_steps_become_a_chart_with_their_literals(setter: Setter) -> None:
    found = chart(steps((covered("50%", "2020年"), covered("62.5%", "2021年"))), setter)
    assert (found.kind, found.is_goal, found.low, found.high) == (ChartKind.STEPS, False, 0, 100)
    assert [(point.category, point.value, point.literal) for point in found.points] == [
        ("2020年", 50, "50%"), ("2021年", 62.5, "62.5%"),
    ]  # fmt: skip


@pytest.mark.parametrize("literal", ["70%以上", "近70%", "全覆盖"])
def test_a_bound_or_a_word_is_shown_as_the_picture_and_never_as_a_number(literal: str, setter: Setter) -> None:
    assert made(steps((covered("50%", "2020年"), covered(literal, "2021年"))), setter).chart is None


def test_before_and_after_is_one_chart_from_zero_to_the_whole(setter: Setter) -> None:
    (picture,) = drawn_pictures(
        [figure("82%→87%", of=SATISFACTION, evidence=CITED, 时段="2021年至今", 基期="2021年")]
    ).shown
    found = chart(picture, setter)
    assert [(point.category, point.literal) for point in found.points] == [("2021年", "82%"), ("2021年至今", "87%")]
    assert (found.kind, found.low, found.high) == (ChartKind.CHANGE, 0, 100)


def test_bars_keep_the_order_and_status_of_their_group(setter: Setter) -> None:
    up = SATISFACTION.model_copy(update={"better": "升"})
    items = tuple(replace(item, measure=up) for item in group("85%", "91.5%", status="目标"))
    found = chart(bars(items), setter)
    assert [point.literal for point in found.points] == ["91.5%", "85%"]
    assert found.is_goal and found.series == "满意度（目标，不是结果）"


def test_a_rise_and_a_fall_stay_a_picture(setter: Setter) -> None:
    change = measure("变化", kind="率变化")
    items = tuple(replace(item, measure=change) for item in group("提升5%", "下降3%"))
    assert made(bars(items), setter).chart is None


def test_no_chart_mixes_goals_and_results(documents: dict[str, Document]) -> None:
    for picture in every(documents):
        if picture.chart:
            other = "材料称已实现" if picture.chart.is_goal else "目标"
            assert other not in text_of(picture.caption)
    with pytest.raises(ValueError, match="不能连成一线"):
        steps((covered("50%", "2020年"), covered("70%", "2021年", status="目标")))


# --- Word and PDF ----------------------------------------------------------------------------------------------------


def test_word_shows_each_picture_with_its_alternative_and_caption_on_one_page(
    words: dict[str, Word], documents: dict[str, Document]
) -> None:
    widest, highest = picture_room()
    for id_, word in words.items():
        drawings = list(word.body.iter(qn("wp:inline")))
        assert [drawing.docPr.get("descr") for drawing in drawings] == [one.alt for one in pictures(documents[id_])]
        assert len({drawing.docPr.get("id") for drawing in drawings}) == len(drawings)
        for drawing in drawings:
            assert drawing.extent.cx <= Pt(widest) + 1000 and drawing.extent.cy <= Pt(highest) + 1000
            paragraph = drawing.getparent().getparent().getparent()
            assert (style_of(paragraph), style_of(paragraph.getnext())) == ("Picture", "Caption")
        style = word.file.styles["图"]
        assert style.paragraph_format.keep_with_next and "exact" not in style.element.xml.partition("lineRule")[2][:12]


def test_the_pdf_tells_every_alternative_to_a_listener(documents: dict[str, Document]) -> None:
    reader = PdfReader(io.BytesIO(to_pdf(documents["chengyang"])))
    told = [found for number in range(1, len(reader.xref[0]) + 1) for found in alternatives(reader, number)]
    assert sorted(told) == sorted(picture.alt for picture in pictures(documents["chengyang"]))


def alternatives(reader: PdfReader, number: int) -> Iterator[str]:
    """The alternative text of the structure element of this number."""
    found = reader.get_object(number)
    if isinstance(found, dict) and found.get("/S") == "/Figure" and "/Alt" in found:
        yield str(found["/Alt"])


# --- slides ----------------------------------------------------------------------------------------------------------


_slides: dict[str, bytes] = {}


def slides_file(documents: dict[str, Document], id_: str) -> bytes:
    """The slides of one prepared handout; each are made once."""
    if id_ not in _slides:
        _slides[id_] = to_pptx(documents[id_])
    return _slides[id_]


def slides_of(documents: dict[str, Document], id_: str) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(slides_file(documents, id_))).slides)


@pytest.mark.parametrize("id_", ["chengdu", "chengyang", "dianjian", "outcomes"])
def test_a_picture_on_a_slide_stays_between_title_and_foot(id_: str, documents: dict[str, Document]) -> None:
    found = [slide.body for slide in plan(documents[id_]) if isinstance(slide.body, Shown)]
    assert found
    for body in found:
        assert body.height + body.caption_height <= BODY_HEIGHT
    for slide in slides_of(documents, id_):
        for shape in slide.shapes:
            if shape.has_chart or shape.shape_type == 13:
                assert shape.top >= Pt(BODY_TOP) and shape.top + shape.height <= Pt(FOOT_TOP)
                assert shape.left >= Pt(LEFT) - 1 and shape.left + shape.width <= Pt(WIDTH - LEFT) + 1


@pytest.mark.parametrize("id_", ["chengdu", "chengyang", "outcomes"])
def test_slides_tell_each_alternative_and_in_the_notes_the_evidence(id_: str, documents: dict[str, Document]) -> None:
    expected = [
        one
        for picture in pictures(documents[id_])
        for one in ((picture,) if picture.slides is None else picture.slides)
    ]
    shown = [
        (shape, slide)
        for slide in slides_of(documents, id_)
        for shape in slide.shapes
        if shape.has_chart or shape.shape_type == 13
    ]
    assert [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape, _ in shown] == [one.alt for one in expected]
    for (_, slide), one in zip(shown, expected, strict=True):
        assert text_of(one.caption) in slide.notes_slide.notes_text_frame.text


def the_chart(documents: dict[str, Document]) -> Any:
    (found,) = [shape.chart for slide in slides_of(documents, "chengdu") for shape in slide.shapes if shape.has_chart]
    return found


def test_a_native_chart_labels_its_values_as_the_source_writes_them(documents: dict[str, Document]) -> None:
    found = the_chart(documents)
    (series,) = found.plots[0].series
    assert (series.name, list(series.values)) == ("成都：物业服务满意度（材料称已实现）", [82, 87])
    assert [series.points[number].data_label.text_frame.text for number in range(2)] == ["82%", "87%"]
    assert found.value_axis.minimum_scale == 0
    assert found.chart_title.text_frame.text == series.name


def test_its_workbook_has_nothing_but_literals_and_their_status(
    documents: dict[str, Document], real_library: Library
) -> None:
    found = the_chart(documents)
    blob = found.part.chart_workbook.xlsx_part.blob
    head, *rows = openpyxl.load_workbook(io.BytesIO(blob)).active.iter_rows(values_only=True)
    assert head == (None, "成都：物业服务满意度（材料称已实现）", "材料原文", "状态")
    known = literals(real_library.cases["chengdu"])
    for _, value, literal, status in rows:
        assert known[literal].display == status and literal == f"{value:g}%"


def test_every_text_of_a_chart_names_the_font_of_each_script(documents: dict[str, Document]) -> None:
    root = the_chart(documents)._chartSpace
    properties = [*root.iter(pptx_qn("a:rPr")), *root.iter(pptx_qn("a:defRPr"))]
    named = [one for one in properties if len(one)]
    assert len(named) >= 4
    for one in named:
        assert {one.find(pptx_qn(tag)).get("typeface") for tag in ("a:latin", "a:ea", "a:cs")} == {"黑体"}


@pytest.mark.parametrize("status", ["已实现", "目标"])
def test_a_goal_is_drawn_dashed_and_empty_unlike_a_result(status: str, setter: Setter) -> None:
    for drawn in (
        steps((covered("50%", "2020年", status), covered("60%", "2021年", status))),
        bars(group("85%", "90%", status=status)),
    ):
        document = Document(Cover("题", "", "编者", "日期"), "2026-11-22", (made(drawn, setter),))
        (found,) = [
            shape.chart
            for slide in pptx.Presentation(io.BytesIO(to_pptx(document))).slides
            for shape in slide.shapes
            if shape.has_chart
        ]
        assert ('prstDash val="dash"' in found._chartSpace.xml) == (status == "目标")
        assert ("FFFFFF" in found._chartSpace.xml) == (status == "目标")
        assert (status == "目标") == ("目标，不是结果" in found.chart_title.text_frame.text)


def test_two_runs_of_slides_and_word_with_pictures_are_the_same_bytes(
    documents: dict[str, Document], words: dict[str, Word]
) -> None:
    for id_ in ("chengdu", "chengyang"):
        first = slides_file(documents, id_)
        to_png.cache_clear()
        assert to_pptx(documents[id_]) == first
        with zipfile.ZipFile(io.BytesIO(first)) as package:
            assert any(name.startswith("ppt/embeddings/") for name in package.namelist()) == (id_ == "chengdu")
        assert to_docx(documents[id_]) == words[id_].content
