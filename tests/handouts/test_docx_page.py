"""The Word file as GB/T 9704—2012 and as WPS want it, read back by python-docx and on the XML itself."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from itertools import pairwise

from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from generator.handouts.document import FOOTER, Cover, Document, Heading
from generator.handouts.docx.writer import to_docx
from generator.handouts.inline import plain_runs
from generator.handouts.layout import FACES, LINES, SIZE_3, body_spacing, character_pitch, line_pitch
from generator.handouts.making.compose import make_document
from generator.handouts.picture import Picture
from generator.handouts.tabular import Table
from generator.library.model import Library

from .reading import Word

TOLERANCE = Mm(0.05)
FONTS = {face.name for face in FACES}


def near(value: int, millimetres: float) -> bool:
    return abs(value - Mm(millimetres)) <= TOLERANCE


def test_every_page_is_a4_with_the_margins_of_the_standard(words: dict[str, Word]) -> None:
    for id_, word in words.items():
        for section in word.file.sections:
            turned = section.orientation == WD_ORIENT.LANDSCAPE
            size = (section.page_width, section.page_height)
            assert all(map(near, size[::-1] if turned else size, (210, 297))), id_
            margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
            assert all(map(near, margins, (28, 26, 35, 37) if turned else (37, 35, 28, 26))), id_


def test_the_grid_gives_28_characters_by_22_lines(words: dict[str, Word]) -> None:
    for word in words.values():
        for section in word.file.sections:
            grid = section._sectPr.find(qn("w:docGrid"))
            assert grid.get(qn("w:type")) == "linesAndChars"
            assert (grid.get(qn("w:linePitch")), grid.get(qn("w:charSpace"))) == (
                str(line_pitch()),
                str(character_pitch()),
            )
    width, height = 210 - 28 - 26, 297 - 37 - 35
    assert int(width / 25.4 * 72 / (SIZE_3 + character_pitch() / 4096)) == 28
    assert int(height / 25.4 * 1440 / line_pitch()) == LINES == 22


def test_body_text_fills_the_line_in_programs_that_do_not_follow_the_grid() -> None:
    width = (210 - 28 - 26) / 25.4 * 72
    assert 28 * (SIZE_3 + body_spacing()) <= width < 29 * (SIZE_3 + body_spacing())


def test_body_and_headings_are_of_size_3_and_the_title_of_size_2(words: dict[str, Word]) -> None:
    styles = words["xitang"].file.styles
    told = {style.style_id: style.font for style in styles if hasattr(style, "font") and style.font.size}
    sizes = {id_: font.size.pt for id_, font in told.items()}
    fonts = {id_: font.name for id_, font in told.items()}
    assert (sizes["Title"], sizes["BodyText"], sizes["Heading1"], sizes["Heading4"]) == (22, 16, 16, 16)
    assert fonts["Title"] == "方正小标宋简体"
    assert fonts["BodyText"] == fonts["Heading3"] == fonts["Heading4"] == "仿宋_GB2312"
    assert (fonts["Heading1"], fonts["Heading2"]) == ("黑体", "楷体_GB2312")


def test_every_run_names_its_chinese_font_and_none_is_bold(words: dict[str, Word]) -> None:
    for id_, word in words.items():
        for run in word.runs():
            named = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
            assert named is not None, id_
            given = {named.get(qn(f"w:{name}")) for name in ("eastAsia", "ascii", "hAnsi", "cs")}
            assert len(given) == 1 and given <= FONTS, id_
            assert named.get(qn("w:hint")) == "eastAsia", id_
            assert run.find(f"{qn('w:rPr')}/{qn('w:b')}").get(qn("w:val")) == "0", id_


def test_styles_name_fonts_and_no_theme(words: dict[str, Word]) -> None:
    with zipfile.ZipFile(io.BytesIO(words["xitang"].content)) as package:
        for part in ("word/styles.xml", "word/document.xml", "word/fontTable.xml"):
            text = package.read(part).decode()
            assert "Theme=" not in text and "themeColor" not in text
        table = package.read("word/fontTable.xml").decode()
    for face in FACES:
        assert f'w:name="{face.name}"' in table
        assert all(name in table for name in face.fallbacks)


def test_pages_are_numbered_at_the_outer_corner_and_say_what_they_are(words: dict[str, Word]) -> None:
    word = words["xitang"]
    assert word.file.settings.odd_and_even_pages_header_footer
    cover, *rest = word.file.sections
    assert cover.footer.paragraphs[0].text == FOOTER
    assert rest[0]._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    for section in rest:
        assert section.footer.paragraphs[0].text == f"{FOOTER}\t— 1 —"
        assert section.even_page_footer.paragraphs[0].text == f"— 1 —\t{FOOTER}"


def test_every_table_repeats_its_head_and_fills_its_page(words: dict[str, Word]) -> None:
    for id_, word in words.items():
        for table in word.body.iter(qn("w:tbl")):
            caption = next(table.iter(qn("w:tblCaption"))).get(qn("w:val"))
            heads = list(table.iter(qn("w:tblHeader")))
            assert len(heads) == (0 if caption == "关键数字" else 1), (id_, caption)
            widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
            assert abs(sum(widths) - 8845) <= 2 or abs(sum(widths) - 12757) <= 2, (id_, caption)


def test_wide_tables_stand_on_turned_pages(documents: dict[str, Document], words: dict[str, Word]) -> None:
    for id_, document in documents.items():
        wide = any(isinstance(block, Table) and block.landscape for block in document.blocks)
        turned = any(section.orientation == WD_ORIENT.LANDSCAPE for section in words[id_].file.sections)
        assert wide == turned, id_
    assert any(section.orientation == WD_ORIENT.LANDSCAPE for section in words["outcomes"].file.sections)


def test_the_title_of_a_short_handout_lies_with_the_wide_table_below_it() -> None:
    header = tuple(plain_runs(str(number)) for number in range(6))
    table = Table("表", header, (), (1.0,) * 6, landscape=True)
    document = Document(Cover("题", "", "编写组", ""), "2026-11-26", (Heading(1, plain_runs("一")), table))
    word = Word(to_docx(document))
    assert [section.orientation for section in word.file.sections] == [WD_ORIENT.LANDSCAPE]
    assert word.paragraphs[0] == ("Title", "题")


def test_every_link_leads_to_a_bookmark_and_bookmarks_are_unique(words: dict[str, Word]) -> None:
    for id_, word in words.items():
        names = [mark.get(qn("w:name")) for mark in word.body.iter(qn("w:bookmarkStart"))]
        numbers = [mark.get(qn("w:id")) for mark in word.body.iter(qn("w:bookmarkStart"))]
        assert len(names) == len(set(names)) == len(set(numbers)), id_
        links = {link.get(qn("w:anchor")) for link in word.body.iter(qn("w:hyperlink"))}
        assert links <= set(names), id_
        assert links or "答题卡" in word.text, id_  # a paper tells nothing that would help to answer


def test_the_contents_list_the_headings_of_two_levels(documents: dict[str, Document], words: dict[str, Word]) -> None:
    for id_, word in words.items():
        unlisted = [block.text for block in documents[id_].blocks if isinstance(block, Heading) and not block.listed]
        top = [text for level, text in word.headings if level < 3 and text not in unlisted]
        assert word.contents == (top if documents[id_].has_contents else []), id_
    assert words["xitang"].contents[:3] == ["关键数字", "一、背景与起因", "（一）问题"]


def test_no_handout_skips_a_level_of_heading(words: dict[str, Word]) -> None:
    for id_, word in words.items():
        levels = [0, *(level for level, _ in word.headings)]
        assert all(below <= above + 1 for above, below in pairwise(levels)), id_


def test_headings_are_numbered_as_official_documents_are(words: dict[str, Word]) -> None:
    headings = words["zhuanti"].headings
    assert (1, "二、五个案例的基本情况") in headings
    assert [text for level, text in words["xitang"].headings if level == 1] == [
        "关键数字", "一、背景与起因", "二、做法与经过", "三、成效与反响", "四、探讨与评论", "五、附录", "用到的术语", "来源与段落",
    ]  # fmt: skip
    assert (1, "第一章 岗位怎样设立") in words["guanjia"].headings
    assert (2, "1.1 两种身份合为一岗") in words["guanjia"].headings


def test_no_heading_skips_a_level_but_in_sheets_and_sources(words: dict[str, Word]) -> None:
    """Their small headings are of level 3, so that the contents stay short."""
    for id_ in ("xitang", "outcomes", "zhuanti"):
        levels = [level for level, _ in words[id_].headings]
        body = levels[: [text for _, text in words[id_].headings].index("来源与段落")]
        assert all(later - earlier <= 1 for earlier, later in pairwise(body)), id_


def test_the_file_tells_title_compiler_language_and_day(words: dict[str, Word], real_library: Library) -> None:
    for id_, word in words.items():
        properties = word.file.core_properties
        assert properties.title == real_library.handouts[id_].title
        assert properties.author == real_library.about.meta.compiler
        assert properties.language == "zh-CN"
        assert properties.comments == FOOTER
        assert properties.created == properties.modified == datetime.fromisoformat("2026-11-26T00:00:00+00:00")


def test_cover_says_who_when_and_that_nobody_verified_it(words: dict[str, Word], real_library: Library) -> None:
    for word in words.values():
        assert real_library.about.meta.compiler in word.text
        assert "收录截至2026年11月26日" in word.text
        assert FOOTER in word.text


def test_no_letterhead_no_emblem_no_colour_but_grey(words: dict[str, Word], documents: dict[str, Document]) -> None:
    for id_, word in words.items():
        drawn = {block.svg for block in documents[id_].blocks if isinstance(block, Picture)}
        with zipfile.ZipFile(io.BytesIO(word.content)) as package:
            media = [name for name in package.namelist() if "media" in name or "thumbnail" in name]
            assert len(media) == len(drawn) and all(map(is_grey, map(package.read, media))), id_
            colours = set(_values(package.read("word/styles.xml").decode(), "color"))
        assert colours <= {"404040", "7F7F7F"}


def is_grey(content: bytes) -> bool:
    red, green, blue = Image.open(io.BytesIO(content)).convert("RGB").split()
    return red.tobytes() == green.tobytes() == blue.tobytes()


def _values(xml: str, name: str) -> list[str]:
    return [piece.split('"')[0] for piece in xml.split(f'<w:{name} w:val="')[1:]]


def test_two_runs_make_the_same_bytes(real_library: Library, words: dict[str, Word]) -> None:
    for id_ in ("xitang", "guanjia", "outcomes", "yantao"):
        again = to_docx(make_document(real_library.handouts[id_], real_library))
        assert again == words[id_].content, id_
        with zipfile.ZipFile(io.BytesIO(again)) as package:
            assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            names = package.namelist()
            assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_quotes_and_dashes_stand_in_runs_of_the_chinese_font(words: dict[str, Word]) -> None:
    quoted = [run for run in words["xitang"].body.iter(qn("w:r")) if any(mark in words_of(run) for mark in "“”—…")]
    assert quoted
    for run in quoted:
        assert run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:ascii")) in FONTS


def words_of(run: object) -> str:
    return "".join(element.text or "" for element in run.iter(qn("w:t")))  # type: ignore[attr-defined]
