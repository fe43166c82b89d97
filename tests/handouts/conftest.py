"""Every prepared handout, made once as document and as Word file."""

from __future__ import annotations

import pytest

from generator.handouts.document import Document
from generator.handouts.docx.writer import to_docx
from generator.handouts.making.compose import make_document
from generator.library.model import Library

from .reading import Word


@pytest.fixture(scope="session")
def documents(real_library: Library) -> dict[str, Document]:
    return {id_: make_document(spec, real_library) for id_, spec in real_library.handouts.items()}


@pytest.fixture(scope="session")
def words(documents: dict[str, Document]) -> dict[str, Word]:
    return {id_: Word(to_docx(document)) for id_, document in documents.items()}
