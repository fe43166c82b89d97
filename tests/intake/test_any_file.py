"""Whatever bytes a file has, they give an article or a message, never a traceback, and never half an output."""

from __future__ import annotations

import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.intake.article import read_article
from generator.intake.drafting.candidates import find_candidates
from generator.intake.mending.decoding import NotTextError
from generator.intake.report import report, summary
from tests.intake.word import document, p

TEXT = "居民议事会每月召开一次，由社区党支部主持，议定的事项由物业公司落实。"
TAGS = (
    "<div> </div> <table> <tr> <td> </td> <p> <br> <img/alt=图> <h1> <form> <nav> </nav> &#0; <ol><li> <!-- <![CDATA[ "
    "<body> </body> <title> <svg> <a/href=x> <frameset> <rt> <pre> <html> <figcaption> 居民议事。 ?氨@魈 業(yè)"
)
HTML = st.lists(st.sampled_from(TAGS.split()))
WORD = document(f"{p(TEXT)}<w:tbl><w:tr><w:tc>{p('甲')}</w:tc></w:tr></w:tbl><w:p><w:ins>{p('乙')}</w:ins></w:p>")


def check(data: bytes, name: str) -> None:
    try:
        article = read_article(data, ["社区每月开会。"], name)
    except NotTextError as problem:
        assert "请" in str(problem)
    else:
        assert isinstance(
            report("x", article, scan := find_candidates(article.paragraphs)) + summary(article, scan), str
        )
        assert [one.number for one in article.paragraphs] == list(range(1, len(article.paragraphs) + 1))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html", "a.docx", "a"]))
def test_any_bytes_under_any_name(data: bytes, name: str) -> None:
    check(data, name)


@settings(max_examples=80, deadline=None)
@given(HTML)
def test_any_tags_in_any_order(pieces: list[str]) -> None:
    check("".join(pieces).encode(), "a.html")


OPENED = (
    "div p span b table tr td th ul ol li nav header footer aside form button select option h1 h2 figure figcaption details article section br a "
    "center font pre noscript iframe svg ruby rt dl dt dd label fieldset legend video object caption tbody"
)
PARTS = st.tuples(
    st.sampled_from(OPENED.split()), st.sampled_from(["", " hidden", " class=comment", " role=banner"]), st.booleans()
)


@settings(max_examples=80, deadline=None)
@given(st.lists(PARTS, max_size=25))
def test_no_text_of_a_page_is_lost(parts: list[tuple[str, str, bool]]) -> None:
    words = [f"第{number:02d}词{'。' * (number % 2)}" for number in range(len(parts) + 1)]
    page = words[0] + "".join(
        f"<{tag}{more}>{word}{f'</{tag}>' * closed}" for (tag, more, closed), word in zip(parts, words[1:], strict=True)
    )
    article = read_article(f"<body>{page}</body>".encode(), [], "a.html")
    everything = "\n".join(line.text for line in article.lines)
    assert all(word in everything for word in words)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WORD) - 1), st.binary(min_size=1, max_size=8))
def test_a_word_file_with_bytes_overwritten(at: int, other: bytes) -> None:
    check(WORD[:at] + other + WORD[at + len(other) :], "a.docx")


def inner() -> bytes:
    return zipfile.ZipFile(BytesIO(WORD)).read("word/document.xml")


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["w:p>", "w:tbl>", "w:tr>", "w:tc>", "w:r>", "w:t>", "w:ins>", "http:", "<w:body>"]),
    st.sampled_from(["w:sdt>", "w:tbl>", "w:del>", "w:footnote>", "w:pict>", "x>", "", "<w:body><w:p>" * 400]),
)
def test_a_word_file_whose_markup_says_something_else(old: str, new: str) -> None:
    body = inner().decode().replace(old, new)
    with zipfile.ZipFile(BytesIO(WORD)) as source, zipfile.ZipFile(out := BytesIO(), "w") as target:
        for name in source.namelist():
            target.writestr(name, body if name == "word/document.xml" else source.read(name))
    check(out.getvalue(), "a.docx")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["居民议事。", "社区党支部主持，", "物业公司落实；", "“好”", "《办法》", "（试行）", "5%", "A4 纸", "？"]
        ),
        min_size=1,
        max_size=30,
    )
)
def test_sound_text_comes_through_each_kind_of_file_unaltered(pieces: list[str]) -> None:
    text = "一、" + "".join(pieces) + "。"
    for name, data in {
        "a.txt": text.encode("gb18030"),
        "a.html": f"<meta charset=big5><body><p>{text}</p>".encode("gb18030"),
        "a.docx": document(p(text)),
    }.items():
        assert read_article(data, [], name).text() == f"P01 {text}\n"


def test_a_file_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    for name, data in {"a.docx": WORD[:-9], "b.html": b"<html>", "c.txt": bytes(range(9)) * 99}.items():
        (tmp_path / name).write_bytes(data)
    result = CliRunner().invoke(main, ["import", "--root", str(tmp_path), str(tmp_path)])
    assert result.exit_code == 1 and result.output.count("：") >= 3
    assert not (tmp_path / "intake").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", f"<body>{f'<p>{TEXT}</p>' * 4000}".encode()), ("a.docx", document(p(TEXT) * 700))],
    ids=["html", "docx"],
)
def test_half_a_megabyte_takes_a_second_or_two(name: str, data: bytes) -> None:
    started = time.process_time()
    article = read_article(data, [], name)
    report(name, article, find_candidates(article.paragraphs))
    assert time.process_time() - started < 3
