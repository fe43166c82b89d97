"""Sets the library's text as runs and blocks: one Markdown reader for a whole document, every reference resolved before."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..library.evidence import Evidence, Paragraph
from ..library.model import Destination, Library
from ..library.sections import Prose
from ..markup.plain import BARE
from .document import Block, ParagraphKind
from .inline import Mark, Run, RunKind, Runs, evidence_run, plain_runs
from .marking import RunExtension
from .runs import blocks_of, inline_runs

_AFTER_INLINE = 15
_NO_BLOCK = "\ue000"
"""A private character, which content may not hold: with it in front no line begins a block."""


class Setter:
    """Turns text of the library into runs.

    ``context`` in every method is the id of the case the text belongs to, ``manuals/<id>`` for a manual, else ''.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._context = ""
        self._tree = _TreeExtension()
        references = RunExtension(self._resolve, self._label)
        self._markdown = Markdown(extensions=[references, self._tree, "sane_lists"])

    def inline(self, text: str, context: str) -> Runs:
        """One line of text, such as a table cell; what would begin a list or quotation is words here."""
        if not text.strip():
            return ()
        if BARE.fullmatch(text):
            return plain_runs(text)
        (paragraph,) = self._read(_NO_BLOCK + text.replace("\n", " "), context)
        first, *rest = inline_runs(paragraph)
        return (*plain_runs(first.text.removeprefix(_NO_BLOCK)), *rest)

    def blocks(self, prose: Prose, context: str, kind: ParagraphKind = ParagraphKind.BODY) -> tuple[Block, ...]:
        """Paragraphs, lists and quotations; paragraphs are of ``kind``."""
        return tuple(blocks_of(self._read(prose.text, context), kind)) if prose.text.strip() else ()

    def evidence(self, evidence: Evidence, context: str = "") -> Runs:
        """``〔段14、段15〕〔编者分析〕``: what a record rests on."""
        self._context = context
        marks = tuple(Mark(self._label(paragraph), paragraph) for paragraph in evidence.paragraphs)
        runs = (evidence_run(marks),) if marks else ()
        return (*runs, editorial_run(evidence.editorial)) if evidence.editorial else runs

    def _read(self, text: str, context: str) -> Element:
        self._context = context
        self._markdown.reset().convert(text)
        return self._tree.root

    def _resolve(self, target: str) -> Destination | None:
        return self.library.destinations.get((self._context, target))

    def _label(self, paragraph: Paragraph) -> str:
        """How a paragraph is called in the text's context: a case's own by number alone, any other with its case's name."""
        case = self.library.cases.get(self._context)
        if case and case.meta.source == paragraph.source:
            return paragraph.label
        home = self.library.homes.get(paragraph.source)
        return f"{home.meta.short if home else self.library.sources[paragraph.source].title} {paragraph.label}"


def editorial_run(word: str) -> Run:
    """``〔建议〕``, ``〔编者分析〕``."""
    return Run(f"〔{word}〕", RunKind.EDITORIAL)


def status_run(words: str) -> Run:
    """``（材料称已实现）``."""
    return Run(f"（{words}）", RunKind.STATUS)


class _TreeExtension(Extension):
    """Keeps the element tree as it is before it is laid out as HTML."""

    root: Element

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the processor. Called by Python-Markdown."""
        md.treeprocessors.register(_TreeKeeper(md, self), "keep tree", _AFTER_INLINE)


class _TreeKeeper(Treeprocessor):
    def __init__(self, md: Markdown, extension: _TreeExtension) -> None:
        super().__init__(md)
        self.extension = extension

    def run(self, root: Element) -> Element:
        self.extension.root = root
        return Element("div")
