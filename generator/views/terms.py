"""The glossary in pinyin order: definitions, synonyms, evidence, and the cases that use each term."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pypinyin import lazy_pinyin

from ..library.address import Address
from ..library.entries import Term
from ..library.evidence import Evidence, parse_evidence
from ..library.linking.citations import cited_paragraphs
from ..library.linking.link import TERMS_PAGE, term_anchors
from ..library.linking.texts import case_texts
from ..library.model import Case, Library
from ..library.sections import Prose
from ..markup.plain import plain
from ..markup.render import Renderer
from ..report import Position
from .page import TOP, PageView, SectionView
from .render import Fragments
from .words import Words

KIND = "术语"
_NOWHERE = Position("content/terms.yml")
OTHER = "0–9"


@dataclass(frozen=True)
class TermUse:
    """A case that uses a term, with the paragraphs of its source that do; or, without a case, other paragraphs.

    ``context`` is the case on whose page all the paragraphs are listed, '' when they are on the page of sources.
    """

    case: Case | None
    evidence: Evidence
    context: str = ""


@dataclass(frozen=True)
class TermEntry:
    """A term with its anchor, its letter in the index, and where it is used."""

    name: str
    term: Term
    anchor: str
    letter: str
    uses: tuple[TermUse, ...]


def term_entries(library: Library) -> list[TermEntry]:
    """All terms in pinyin order; words that begin with no letter come last."""
    anchors = term_anchors(library.terms)
    finder = _Finder(library)
    entries = [
        TermEntry(name, term, anchors[name], letter(name), tuple(finder.uses(name, term)))
        for name, term in library.terms.items()
    ]
    return sorted(entries, key=lambda entry: (entry.letter == OTHER, pinyin_key(entry.name)))


class _Finder:
    """Finds the cases that use a term; their texts are read once."""

    def __init__(self, library: Library) -> None:
        self.cases = library.cases
        self.texts = {id_: "\n".join(_plain_texts(case, library)) for id_, case in self.cases.items()}
        self.cited = {id_: set(cited_paragraphs(case, library)) for id_, case in self.cases.items()}

    def uses(self, name: str, term: Term) -> Iterator[TermUse]:
        """The cases that rest on the term's evidence or hold its word, then evidence of no case."""
        left = list(parse_evidence("、".join(term.evidence), "").paragraphs) if term.evidence else []
        for id_, case in self.cases.items():
            own = tuple(paragraph for paragraph in left if paragraph.source == case.meta.source)
            if own or name in self.texts[id_]:
                yield TermUse(case, Evidence(own), id_ if self.cited[id_].issuperset(own) else "")
                left = [paragraph for paragraph in left if paragraph not in own]
        if left:
            yield TermUse(None, Evidence(tuple(left)))


def _plain_texts(case: Case, library: Library) -> Iterator[str]:
    """The case's text with references replaced by their words, and the terms they link to."""
    yield from (plain(prose.text) for prose in case_texts(case))
    yield from (row.label for row in case.all_rows())
    linked = (target for context, target in library.destinations if context == case.id)
    yield from (target.removeprefix("term:") for target in linked if target.startswith("term:"))


def pinyin_key(name: str) -> tuple[tuple[str, ...], str]:
    """The order of a glossary: by syllables, then by the characters themselves."""
    return tuple(syllable.lower() for syllable in lazy_pinyin(name)), name


def letter(name: str) -> str:
    """The capital letter that a term stands under."""
    first = lazy_pinyin(name)[0][:1].upper()
    return first if first.isascii() and first.isalpha() else OTHER


def terms_view(library: Library, fragments: Fragments) -> PageView:
    """Make the page of terms: one section of search a term."""
    renderer = Renderer(library, TERMS_PAGE)
    entries = term_entries(library)
    sections = [_section(entry, fragments, renderer) for entry in entries]
    index = [(first, next(group).anchor) for first, group in groupby(entries, key=lambda entry: entry.letter)]
    letters = {anchor: first for first, anchor in index}
    top = SectionView(TOP, KIND, 1, fragments.render("fragments/page-top.html", title=KIND, anchor=TOP))
    return PageView(
        Address(TERMS_PAGE), KIND, "terms.html", KIND, sections=(top, *sections), context={"letters": letters}
    )


def _section(entry: TermEntry, fragments: Fragments, renderer: Renderer) -> SectionView:
    words = Words(renderer, "", entry.anchor)
    marks = [renderer.evidence(use.evidence, use.context) for use in entry.uses]
    definition = Prose(entry.term.definition, _NOWHERE) if entry.term.definition else None
    html = fragments.render(
        "fragments/term.html", entry=entry, definition=definition, words=words, marks=marks, page=TERMS_PAGE
    )
    return SectionView(entry.anchor, entry.name, 2, html)
