"""Content text to safe HTML. One renderer per page; everything it needs was resolved by the loader."""

from __future__ import annotations

from functools import cached_property, lru_cache
from xml.etree.ElementTree import Element, tostring

from markdown import Markdown
from markdown.extensions import Extension
from markupsafe import Markup

from ..library.evidence import Evidence
from ..library.linking.link import paragraph_place
from ..library.linking.references import LINK
from ..library.model import Destination, Library
from ..library.sections import Prose
from ..remembering import Memory
from .blocks import BlockExtension
from .plain import BARE
from .references import ReferenceExtension, editorial_mark, evidence_mark, seen
from .sanitise import sanitise

_CONVERTED = Memory[Markup](32768)


class Renderer:
    """Renders text of the library for one output page ('/'-separated path), to which links are relative.

    ``context`` in every method is the id of the case the text belongs to, ``manuals/<id>`` for a manual, ``courses/`` for courses, else ''.
    """

    def __init__(self, library: Library, page: str) -> None:
        self.library, self.page = library, page
        self._context = ""
        self._blocks = BlockExtension("")

    def prose(self, prose: Prose, context: str, record: str) -> Markup:
        """Return block HTML; each paragraph and list item carries ``data-record="<record>"``, unless that is ''."""
        return self._convert(prose.text, context, record)

    def inline(self, text: str, context: str) -> Markup:
        """Return inline HTML for one line of text, such as a table cell."""
        if BARE.fullmatch(text):
            return Markup(text)
        html = self._convert(text.replace("\n", " "), context)
        # One paragraph goes in, one comes out; its tag is dropped so that the caller's own block holds the words.
        return Markup(html.removeprefix("<p>").removesuffix("</p>")) if html.count("<p>") == 1 else html

    def evidence(self, evidence: Evidence, context: str = "", spoken: bool = False) -> Markup:
        """Return the marks of what a row rests on: paragraphs, 建议, 编者分析; ``spoken`` marks are text of the page."""
        cases, homes = self.library.cases, self.library.homes
        places = [paragraph_place(paragraph, context, cases, homes) for paragraph in evidence.paragraphs]
        marks = [_evidence_html(place.label, place.address.seen_from(self.page), spoken) for place in places]
        if evidence.editorial:
            marks.append(_html(editorial_mark(evidence.editorial, spoken)))
        return Markup(" " if spoken else "").join(marks)

    # Making a Markdown object costs twenty times a short conversion, so a page has at most two and reuses them.
    @cached_property
    def _inline_markdown(self) -> Markdown:
        return self._markdown()

    @cached_property
    def _block_markdown(self) -> Markdown:
        return self._markdown(self._blocks)

    def _markdown(self, *extensions: Extension) -> Markdown:
        references = ReferenceExtension(self._resolve, self.page)
        return Markdown(extensions=[references, *extensions, "sane_lists"], output_format="html")

    def _resolve(self, target: str) -> Destination | None:
        return self.library.destinations.get((self._context, target))

    def _convert(self, text: str, context: str, record: str | None = None) -> Markup:
        """Block HTML of ``text``, or with no ``record`` that of a line. It is made of the text, and of what its links show."""
        found = (self.library.destinations.get((context, match["target"])) for match in LINK.finditer(text))
        key = (text, self.page, record, tuple(destination and seen(destination) for destination in found))
        return _CONVERTED.made(key, lambda: self._converted(text, context, record))

    def _converted(self, text: str, context: str, record: str | None) -> Markup:
        self._context, self._blocks.record = context, record or ""
        markdown = self._inline_markdown if record is None else self._block_markdown
        return Markup(sanitise(markdown.reset().convert(text)))


@lru_cache(maxsize=16384)
def _evidence_html(label: str, href: str, spoken: bool) -> Markup:
    """The mark of a paragraph, which a page shows many times."""
    return _html(evidence_mark(label, href, spoken))


def _html(mark: Element) -> Markup:
    return Markup(sanitise(tostring(mark, "unicode", short_empty_elements=False)))
