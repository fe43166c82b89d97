"""Reads a .docx back with python-docx, as a program that knows nothing of how it was made."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


@dataclass(frozen=True)
class Word:
    """An opened handout."""

    content: bytes

    @cached_property
    def file(self) -> WordDocument:
        return docx.Document(io.BytesIO(self.content))

    @property
    def body(self) -> BaseOxmlElement:
        return self.file.element.body

    @cached_property
    def paragraphs(self) -> list[tuple[str, str]]:
        """Style and text of every paragraph in reading order, those in tables and links included."""
        return [(style_of(element), words(element)) for element in self.body.iter(qn("w:p"))]

    @cached_property
    def text(self) -> str:
        return "\n".join(text for _, text in self.paragraphs)

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of the headings."""
        found = ((re.fullmatch(r"Heading(\d)", style), text) for style, text in self.paragraphs)
        return [(int(match[1]), text) for match, text in found if match]

    @property
    def contents(self) -> list[str]:
        return [text for style, text in self.paragraphs if style.startswith("TOC")]

    @cached_property
    def tables(self) -> dict[str, list[list[str]]]:
        """Rows of cells by the table's caption; of two tables with one caption the rows follow each other."""
        found: dict[str, list[list[str]]] = {}
        for table in self.body.iter(qn("w:tbl")):
            caption = next(table.iter(qn("w:tblCaption"))).get(qn("w:val"))
            found.setdefault(caption, []).extend(rows(table))
        return found

    def runs(self) -> Iterator[BaseOxmlElement]:
        """Every run of the body and of the footers."""
        yield from self.body.iter(qn("w:r"))
        for section in self.file.sections:
            for footer in (section.footer, section.even_page_footer):
                yield from footer._element.iter(qn("w:r"))


def rows(table: BaseOxmlElement) -> list[list[str]]:
    return [
        ["\n".join(words(p) for p in cell.iter(qn("w:p"))) for cell in row.iter(qn("w:tc"))]
        for row in table.iter(qn("w:tr"))
    ]


def words(element: BaseOxmlElement) -> str:
    told = {qn("w:t"): lambda e: e.text or "", qn("w:tab"): lambda e: "\t", qn("w:br"): lambda e: "\n"}
    inside = (child for run in element.iter(qn("w:r")) for child in run)
    return "".join(told[child.tag](child) for child in inside if child.tag in told)


def style_of(element: BaseOxmlElement) -> str:
    return next((style.get(qn("w:val")) for style in element.iter(qn("w:pStyle"))), "")
