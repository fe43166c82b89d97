"""Word files: all their text is in the article or in the report; what cannot be read is told with what to do."""

from __future__ import annotations

import pytest

from generator.intake.article import Article, read_article
from generator.intake.drafting.candidates import find_candidates
from generator.intake.mending.decoding import NotTextError
from generator.intake.report import report
from generator.intake.sorting.paragraphs import Kind
from generator.intake.word import package
from tests.intake.word import document, p, packed, part


def told_of(article: Article) -> str:
    return report("x", article, find_candidates(article.paragraphs))


TEXT = "居民议事会每月召开一次，由社区党支部主持。"


def read(body: str, **parts: str) -> Article:
    return read_article(document(body, **parts), [], "议事.docx")


def texts(article: Article) -> list[str]:
    return [str(one) for one in article.paragraphs]


def aside(article: Article) -> dict[str, str]:
    return {one.why: one.text for one in article.set_aside}


def test_paragraphs_headings_lists_and_tables_become_lines() -> None:
    heading = (
        '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>怎样</w:t></w:r><w:r><w:t>议事</w:t></w:r></w:p>'
    )
    cell = "<w:tc>{}</w:tc>".format
    row = f"<w:tr>{cell(p('指标'))}{cell(p('数值'))}</w:tr>"
    article = read(f"{heading}{p(TEXT)}<w:tbl>{row}{row}</w:tbl>")
    assert texts(article) == ["P01 怎样议事", f"P02 {TEXT}", "P03 指标 | 数值", "P04 指标 | 数值"]
    assert article.origin.title.text == "怎样议事"


def test_revisions_are_taken_as_accepted_and_what_was_struck_out_is_set_aside() -> None:
    runs = (
        "<w:r><w:t>每月</w:t></w:r><w:ins><w:r><w:t>召开一次</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>召开三次</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r>"
    )
    article = read(f"<w:p>{runs}</w:p>")
    assert texts(article) == ["P01 每月召开一次。"]
    assert aside(article) == {"修订删去的文字": "召开三次"}
    assert "加进的 1 处已收入正文，删去的 1 处另放" in told_of(article)


def test_comments_and_heads_of_pages_are_set_aside_and_footnotes_kept_at_the_end() -> None:
    note = p("据议事会记录。")
    body = f'<w:p><w:r><w:t>{TEXT}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    article = read(
        body,
        comments=part("comments", f'<w:comment w:id="0" w:author="张三">{p("请核对")}</w:comment>'),
        header=part("hdr", p("内部资料")),
        footnotes=part("footnotes", f'<w:footnote w:id="2">{note}</w:footnote>'),
    )
    assert texts(article) == [f"P01 {TEXT}[1]", "P02 [注] [1] 据议事会记录。"]
    assert aside(article) == {"批注": "张三：请核对", "页眉页脚": "内部资料"}


def test_text_that_is_not_read_is_told() -> None:
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    assert aside(read(f"{p(TEXT)}<w:p>{math}</w:p>")) == {"没有读进正文的文字": "a+b"}


def test_the_properties_of_the_file_are_told_as_such() -> None:
    properties = (
        "<dc:title>议事的做法</dc:title><dc:creator>Administrator</dc:creator>"
        "<dcterms:created>2021-08-09T01:00:00Z</dcterms:created>"
    )
    origin = read_article(document(p(TEXT), properties), [], "议事.docx").origin
    assert (origin.title.text, origin.author.text, origin.date.text) == ("议事的做法", "", "2021-08-09")
    assert "不是文章里写的" in origin.title.where and "不是文章里写的" in origin.date.where


OLE = bytes.fromhex("d0cf11e0a1b11ae1")
REFUSED = {
    "an old file": (OLE + b"\0" * 600, "旧的 Word 或 WPS 格式"),
    "a locked file": (OLE + "EncryptedPackage".encode("utf-16-le"), "加了密码"),
    "a zip": (packed({"a.txt": "甲"}), "压缩包"),
    "a workbook": (packed({"xl/workbook.xml": "<x/>"}), "这是 Excel 文件"),
    "broken markup": (packed({"word/document.xml": "<w:p"}), "坏了"),
    "half a file": (document(p(TEXT))[:-30], "坏了"),
    "no text": (document(""), "没有文字"),
    "nothing": (b"", "空文件"),
    "something else": ("不是压缩包".encode(), "坏了"),
}


@pytest.mark.parametrize(("data", "told"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_told_with_what_to_do(data: bytes, told: str) -> None:
    with pytest.raises(NotTextError, match=f"{told}.*请"):
        read_article(data, [], "议事.docx")


def test_a_package_that_grows_without_end_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(NotTextError, match="没有展开"):
        read_article(document(p(TEXT), other="甲" * 1_000_000), [], "议事.docx")


def test_a_word_file_with_another_ending_is_read_by_what_it_is() -> None:
    assert read_article(document(p(TEXT)), [], "议事.doc").text() == f"P01 {TEXT}\n"


def test_a_description_is_a_caption_but_a_file_name_is_none() -> None:
    drawing = (
        '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:docPr id="1" name="x" descr="{}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="rimage"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    article = read(f"{p(TEXT)}{drawing.format('居民在议事角交谈')}{drawing.format('IMG_01.jpg')}", image="")
    assert [one.kind for one in article.paragraphs] == [Kind.TEXT, Kind.CAPTION]
    assert str(article.paragraphs[1]) == "P02 [图] 居民在议事角交谈"
    assert aside(article) == {"图片的替代文字（文件名一类）": "IMG_01.jpg"}
