"""LibreOffice opens every handout and lays it out, and reads in it what was written."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.handouts.document import Cover, Document, PageBreak, Paragraph
from generator.handouts.docx.writer import to_docx
from generator.handouts.inline import plain_runs
from tests.libreoffice import convert

from .reading import Word

FEWEST_PAGES = 2
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")


@pytest.fixture(scope="module")
def saved(words: dict[str, Word], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder, profile = tmp_path_factory.mktemp("讲义 输出"), tmp_path_factory.mktemp("profile")
    files = [folder / f"{id_}.docx" for id_ in words]
    for file, word in zip(files, words.values(), strict=True):
        file.write_bytes(word.content)
    return dict(zip(words, convert(files, "pdf", folder / "pdf", profile), strict=True))


def test_every_handout_becomes_a_pdf(saved: dict[str, Path]) -> None:
    for id_, pdf in saved.items():
        content = pdf.read_bytes()
        assert content.startswith(b"%PDF"), id_
        assert len(_PAGE.findall(content)) >= FEWEST_PAGES, id_


def test_a_saved_copy_says_the_same(words: dict[str, Word], tmp_path: Path) -> None:
    file = tmp_path / "xitang.docx"
    file.write_bytes(words["xitang"].content)
    (again,) = convert([file], "docx", tmp_path / "again", tmp_path / "profile")
    before, after = words["xitang"], Word(again.read_bytes())
    assert squeezed(after.text) == squeezed(before.text)
    assert [text for _, text in after.headings] == [text for _, text in before.headings]
    assert len(after.file.tables) == len(before.file.tables)


def test_text_stands_in_28_characters_by_22_lines(tmp_path: Path) -> None:
    reader = shutil.which("pdftotext")
    if not reader:
        pytest.skip("没有 pdftotext（poppler-utils），不能数版面上的字。")
    paragraphs = tuple(Paragraph(plain_runs("实" * (26 + 28 * 21))) for _ in range(2))
    document = Document(Cover("题", "", "编者", "日期"), "2026-11-22", (PageBreak(), *paragraphs))
    file = tmp_path / "满版.docx"
    file.write_bytes(to_docx(document))
    (pdf,) = convert([file], "pdf", tmp_path / "pdf", tmp_path / "profile")
    told = subprocess.run([reader, "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    full = [[line.count("实") for line in page.split("\n") if line.count("实") > 1] for page in told.split("\f")]
    assert [page for page in full if page] == [[26, *[28] * 21]] * 2


def squeezed(text: str) -> str:
    return "".join(text.split())
