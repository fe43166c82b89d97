"""Runs of a document as runs of Word, evidence marks as links to where the paragraph is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from docx.oxml.xmlchemy import BaseOxmlElement

from ...library.evidence import Paragraph as Cited
from .. import layout
from ..inline import Run, RunKind, Runs
from ..layout import Type
from . import styles
from .xml import make, run

_CHARACTER_STYLES = {
    RunKind.STRONG: styles.STRONG,
    RunKind.EVIDENCE: styles.EVIDENCE,
    RunKind.EDITORIAL: styles.EDITORIAL,
    RunKind.OWN_ACCOUNT: styles.STATUS,
    RunKind.STATUS: styles.STATUS,
}
_MARKS = (RunKind.EVIDENCE, RunKind.EDITORIAL)


@dataclass
class Places:
    """Bookmarks: their numbers, and by which name a paragraph of a source is found."""

    told: frozenset[Cited]
    """The paragraphs that the document tells; a mark of any other is no link."""
    _names: dict[object, str] = field(default_factory=dict)
    _pictures: int = 0

    def name(self, thing: object) -> str:
        """The bookmark of a paragraph or heading: letters and digits, as Word wants."""
        return self._names.setdefault(thing, f"place{len(self._names) + 1:04d}")

    def marked(self, thing: object, *inside: BaseOxmlElement) -> list[BaseOxmlElement]:
        """``inside`` between the start and the end of the bookmark of ``thing``."""
        name = self.name(thing)
        number = int(name.removeprefix("place"))
        return [make("bookmarkStart", id=number, name=name), *inside, make("bookmarkEnd", id=number)]

    def picture_number(self) -> int:
        """The number of the next picture, from 1."""
        self._pictures += 1
        return self._pictures

    def link(self, thing: object, *inside: BaseOxmlElement) -> BaseOxmlElement:
        """A link to the bookmark of ``thing``."""
        return make("hyperlink", *inside, anchor=self.name(thing), history=1)


def set_runs(runs: Runs, type_: Type, places: Places) -> Iterator[BaseOxmlElement]:
    """The elements of ``runs`` in a paragraph set in ``type_``."""
    for item in runs:
        style, own = _CHARACTER_STYLES.get(item.kind, ""), _type(item.kind, type_)
        if item.marks:
            yield from _evidence(item, own, style, places)
        else:
            yield run(item.text, own, style)


def _evidence(item: Run, type_: Type, style: str, places: Places) -> Iterator[BaseOxmlElement]:
    """Each mark a link, its punctuation with it: LibreOffice parts the digits of a link that 、 or 〕 follows outside it."""
    last = len(item.marks) - 1
    for number, mark in enumerate(item.marks):
        text = ("" if number else "〔") + mark.label + ("〕" if number == last else "、")
        words = run(text, type_, style)
        yield places.link(mark.paragraph, words) if mark.paragraph in places.told else words


def _type(kind: RunKind, type_: Type) -> Type:
    """Strong words in 黑体, since 仿宋 has no bold; marks of evidence in a size below the text's, never below 小五."""
    if kind is RunKind.STRONG:
        return replace(type_, face=layout.HEITI)
    if kind in _MARKS:
        return replace(
            type_, face=layout.FANGSONG, size=max(layout.SMALL_5, min(layout.EVIDENCE.size, type_.size - 1.5))
        )
    return type_
