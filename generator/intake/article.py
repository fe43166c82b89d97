"""One damaged file to an article: decoded, mended, without annotations, simplified, its lines sorted and numbered; every step is told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from .mending.annotations import Note, without_annotations
from .mending.decoding import Decoded
from .mending.language import Language
from .mending.simplify import Conversion, conversions, simplified
from .mending.slip import Mended, mend, sound
from .page import Page
from .reading import read_page
from .sorting.foreign import Doubt, without_foreign, without_repeats
from .sorting.origin import Origin, origin_of
from .sorting.paragraphs import SET_ASIDE, Paragraph, numbered, sort

_LINE = re.compile(r"(?m)^.*\S")
OWN_WEIGHT = 8
"""A pair of characters in the file itself counts as often as so many in the library: an article repeats its own names."""
OWN_MOST = 500_000
"""Characters of the file that are learned from: a long article's names come again within them."""


@dataclass(frozen=True)
class Article:
    """What became of a file, and what was done to it."""

    decoded: Decoded
    mended: tuple[Mended, ...]
    notes: tuple[Note, ...]
    converted: tuple[Conversion, ...]
    """Which traditional characters were made which simplified ones; empty for a text that was simplified."""
    lines: tuple[Paragraph, ...]
    origin: Origin = field(default_factory=Origin)
    doubts: tuple[Doubt, ...] = ()
    """Lines of the article at which another may begin."""
    mended_in: tuple[int, ...] = ()
    """The paragraph of each place that was mended; 0 for one that was set aside."""
    remarks: tuple[str, ...] = ()
    """What an editor must know about how the file was read."""

    @property
    def was_traditional(self) -> bool:
        """Whether the text was in traditional characters."""
        return bool(self.converted)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The lines of the article itself, numbered from 1."""
        return tuple(line for line in self.lines if line.kind not in SET_ASIDE)

    @property
    def set_aside(self) -> tuple[Paragraph, ...]:
        """The lines that belong to the page or to another article."""
        return tuple(line for line in self.lines if line.kind in SET_ASIDE)

    @property
    def unclear(self) -> tuple[Paragraph, ...]:
        """The paragraphs in which something stays to be looked up: ``⟦?⟧``, a ``?`` between Chinese, a character that was lost."""
        return tuple(line for line in self.paragraphs if "?" in line.text or "\ufffd" in line.text)

    def text(self) -> str:
        """The article as intake/<id>.txt has it: one numbered paragraph a line."""
        return "".join(f"{paragraph}\n" for paragraph in self.paragraphs)


def read_article(data: bytes, known: Iterable[str], name: str = "") -> Article:
    """Mend the bytes of a file, called ``name``. ``known`` are texts whose Chinese is sound. Raises NotTextError for what cannot be read."""
    page = read_page(data, name)
    text = "\n".join(line.text for line in page.lines)
    language = Language(known)
    language.learn(sound(text[:OWN_MOST]), OWN_WEIGHT)
    found, mended = mend(text, language)
    bare, notes = without_annotations(found)
    plain = simplified(bare)
    lines, doubts = _sorted(page, plain)
    starts = [match.start() for match in _LINE.finditer(text)]
    return Article(
        decoded=page.decoded,
        mended=tuple(mended),
        notes=tuple(notes),
        converted=conversions(bare, plain),
        lines=(*page.aside, *lines),
        origin=origin_of([*page.aside, *lines]).filled(page.origin).converted(simplified),
        doubts=tuple(doubts),
        mended_in=tuple(lines[bisect_right(starts, place.start) - 1].number for place in mended),
        remarks=page.remarks,
    )


def _sorted(page: Page, text: str) -> tuple[list[Paragraph], list[Doubt]]:
    """The lines of a page with the text they have now, each taken for what it is, numbered; and what may be another article."""
    lines = [replace(line, text=now) for line, now in zip(page.lines, text.split("\n"), strict=True)]
    paragraphs = numbered(sort(lines))
    title = origin_of(paragraphs).title or page.origin.title
    paragraphs, doubts = without_foreign(without_repeats(paragraphs, title.text))
    return numbered(paragraphs), doubts
