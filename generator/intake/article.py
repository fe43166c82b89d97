"""One damaged file to an article: decoded, mended, without annotations, simplified, its lines sorted and numbered; every step is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from .annotations import Note, without_annotations
from .decoding import Decoded, decode
from .language import Language
from .origin import Origin, origin_of
from .paragraphs import SET_ASIDE, Paragraph, sort_lines
from .simplify import is_traditional, simplified
from .slip import Mended, mend, sound

OWN_WEIGHT = 8
"""A pair of characters in the file itself counts as often as so many in the library: an article repeats its own names."""


@dataclass(frozen=True)
class Article:
    """What became of a file, and what was done to it."""

    decoded: Decoded
    mended: tuple[Mended, ...]
    notes: tuple[Note, ...]
    was_traditional: bool
    lines: tuple[Paragraph, ...]
    origin: Origin = field(default_factory=Origin)

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


def read_article(data: bytes, known: Iterable[str]) -> Article:
    """Mend the bytes of a file. ``known`` are texts whose Chinese is sound. Raises NotTextError for what is no text."""
    decoded = decode(data)
    language = Language(known)
    language.learn(sound(decoded.text), OWN_WEIGHT)
    text, mended = mend(decoded.text, language)
    text, notes = without_annotations(text)
    was_traditional = is_traditional(text)
    lines = sort_lines(simplified(text))
    return Article(decoded, tuple(mended), tuple(notes), was_traditional, tuple(lines), origin_of(lines))
