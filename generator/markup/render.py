"""Content text to safe HTML. One renderer per page; everything it needs was resolved by the loader."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup

from ..library.evidence import Evidence
from ..library.linking.link import paragraph_place
from ..library.model import Destination, Library
from ..library.sections import Prose
from .blocks import BlockExtension
from .references import ReferenceExtension, editorial_mark, evidence_mark
from .sanitise import sanitise


class Renderer:
    """Renders text of the library for one output page ('/'-separated path), to which links are relative.

    ``context`` in every method is the id of the case the text belongs to, ``manuals/<id>`` for a manual, ``courses/`` for courses, else ''.
    """

    def __init__(self, library: Library, page: str) -> None:
        self.library, self.page = library, page
        self._context = ""
        self._blocks = BlockExtension("")
        # Making a Markdown object costs twenty times a short conversion, so a page has two and reuses them.
        self._inline_markdown = self._markdown()
        self._block_markdown = self._markdown(self._blocks)

    def prose(self, prose: Prose, context: str, record: str) -> Markup:
        """Return block HTML; each paragraph and list item carries ``data-record="<record>"``, unless that is ''."""
        self._blocks.record = record
        return self._convert(self._block_markdown, prose.text, context)

    def inline(self, text: str, context: str) -> Markup:
        """Return inline HTML for one line of text, such as a table cell."""
        html = self._convert(self._inline_markdown, text.replace("\n", " "), context)
        # One paragraph goes in, one comes out; its tag is dropped so that the caller's own block holds the words.
        return Markup(html.removeprefix("<p>").removesuffix("</p>")) if html.count("<p>") == 1 else html

    def evidence(self, evidence: Evidence, context: str = "", spoken: bool = False) -> Markup:
        """Return the marks of what a row rests on: paragraphs, 建议, 编者分析; ``spoken`` marks are text of the page."""
        cases, homes = self.library.cases, self.library.homes
        places = [paragraph_place(paragraph, context, cases, homes) for paragraph in evidence.paragraphs]
        marks = [evidence_mark(place.label, place.address.seen_from(self.page), spoken) for place in places]
        if evidence.editorial:
            marks.append(editorial_mark(evidence.editorial, spoken))
        html = (sanitise(tostring(mark, "unicode", short_empty_elements=False)) for mark in marks)
        return Markup(" " if spoken else "").join(Markup(mark) for mark in html)

    def _markdown(self, *extensions: Extension) -> Markdown:
        references = ReferenceExtension(self._resolve, self.page)
        return Markdown(extensions=[references, *extensions, "sane_lists"], output_format="html")

    def _resolve(self, target: str) -> Destination | None:
        return self.library.destinations.get((self._context, target))

    def _convert(self, markdown: Markdown, text: str, context: str) -> Markup:
        self._context = context
        return Markup(sanitise(markdown.reset().convert(text)))
