"""A document to Word: cover, contents, blocks in sections, properties."""

from __future__ import annotations

from collections.abc import Iterator

import docx
from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from ...views.orgchart.text import wrap
from ..document import Cover, Document, Heading, PageBreak, SourceList
from ..layout import SIDEWAYS, UPRIGHT
from ..orientation import sideways
from ..packing import set_properties
from ..picture import Picture
from . import styles
from .blocks import paragraph, set_block, starts_page
from .package import set_parts, to_bytes
from .pages import set_page
from .pictures import set_picture
from .settings import set_settings
from .words import Places
from .xml import make, run

CONTENTS = "目录"
TITLE_LINE = 18.0
"""Characters of size 2 in a line, with a little air."""
ABOVE_TITLE = 3600, 720, 720
"""Twips above the title of a cover, the least of them, and what each further line of it takes, so that the foot stays on the page."""


def to_docx(document: Document) -> bytes:
    """Return ``document`` as the bytes of a .docx; the same document always gives the same bytes."""
    word = docx.Document()
    styles.install(word.styles)
    set_settings(word)
    _Writer(word, document).write()
    set_properties(word.core_properties, document)
    set_parts(word)
    return to_bytes(word)


class _Writer:
    """Appends to the body; a change of page ends a section."""

    def __init__(self, word: WordDocument, document: Document) -> None:
        self.word, self.document = word, document
        told = (place.paragraph for block in document.blocks if isinstance(block, SourceList) for place in block.places)
        self.places = Places(frozenset(told))
        self.numbered = False
        self.started = False

    def write(self) -> None:
        """The whole document."""
        document = self.document
        if document.has_contents:
            self._add(*_cover(document.cover))
            self._add(*self._contents())
            self._end_section(turned=False)
        self.numbered = True
        if not document.has_contents:
            self._add(*_head(document.cover))
        self._blocks()

    def _blocks(self) -> None:
        sides = sideways(self.document.blocks)
        # What stands at the top of the first page lies with the wide table that it leads to.
        turned, new_page = not self.document.has_contents and sides[:1] == [True], False
        for block, sideways_ in zip(self.document.blocks, sides, strict=True):
            if isinstance(block, PageBreak):
                new_page = True
                continue
            if sideways_ != turned:
                self._end_section(turned)
                turned, new_page = sideways_, False
            if new_page and not starts_page(block):
                self._add(paragraph(styles.EDGE, new_page=True))
                new_page = False
            if isinstance(block, Picture):
                self._add(*set_picture(block, self.word.part, self.places))
            else:
                self._add(*set_block(block, self.places, new_page))
            new_page = False
        self._set_page(self.word.sections[-1], turned)

    def _contents(self) -> Iterator[BaseOxmlElement]:
        """Linked entries without page numbers: a number is printed only where it is known to be right."""
        yield paragraph(styles.CONTENTS_TITLE, run(CONTENTS, styles.STYLES[styles.CONTENTS_TITLE].type), new_page=True)
        for heading in self.document.entries:
            yield self._entry(heading)

    def _entry(self, heading: Heading) -> BaseOxmlElement:
        style = styles.CONTENTS[heading.level - 1]
        words = run(heading.text, styles.STYLES[style].type)
        return paragraph(style, self.places.link(heading, words))

    def _add(self, *elements: BaseOxmlElement) -> None:
        body = self.word.element.body
        for element in elements:
            body.insert(len(body) - 1, element)  # the last child is the last section's properties

    def _end_section(self, turned: bool) -> None:
        self.word.add_section()
        self._set_page(self.word.sections[-2], turned)
        # Its properties stand in a paragraph of its own, so small that it cannot spill onto a page after a table.
        self.word.element.body[-2][0].insert(0, make("pStyle", val=styles.EDGE))

    def _set_page(self, section: Section, turned: bool) -> None:
        set_page(section, SIDEWAYS if turned else UPRIGHT, self.numbered, start=self.numbered and not self.started)
        self.started = self.started or self.numbered


def _cover(cover: Cover) -> Iterator[BaseOxmlElement]:
    """A page of its own: title a third down, who compiled it and when, what it is."""
    title, (most, least, each) = _title(cover), ABOVE_TITLE
    element = _said(styles.TITLE, title)
    element[0].append(make("spacing", before=max(least, most - each * title.count("\n"))))
    yield element
    if cover.subtitle:
        yield _said(styles.SUBTITLE, cover.subtitle)
    for number, line in enumerate((*cover.lines, cover.compiler, cover.date, cover.line)):
        said = _said(styles.COVER, line)
        if number == 0:
            said[0].append(make("spacing", before=3200))
        yield said


def _head(cover: Cover) -> Iterator[BaseOxmlElement]:
    """The cover of a short handout: some lines at the top of its first page."""
    yield _said(styles.TITLE, _title(cover))
    if cover.subtitle:
        yield _said(styles.SUBTITLE, cover.subtitle)
    for line in (*cover.lines, f"{cover.compiler}　{cover.date}", cover.line):
        yield _said(styles.COVER, line)


def _said(style: str, text: str) -> BaseOxmlElement:
    return paragraph(style, run(text, styles.STYLES[style].type))


def _title(cover: Cover) -> str:
    """The title in lines of like length, parted at the border of words: no last character alone."""
    return "\n".join(wrap(cover.title, TITLE_LINE))
