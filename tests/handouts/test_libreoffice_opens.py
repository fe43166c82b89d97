"""LibreOffice opens every handout and lays it out, and reads in it what was written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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


def squeezed(text: str) -> str:
    return "".join(text.split())
