"""What every kind of file is read into: lines in reading order, what was left out of them, and what the file itself tells of its origin."""

from __future__ import annotations

from dataclasses import dataclass, field

from .mending.decoding import Decoded, NotTextError, decode
from .sorting.origin import Origin
from .sorting.paragraphs import Line, Paragraph


class UnreadableError(NotTextError):
    """The file cannot be read; the message says why and what to do, for an editor."""


@dataclass(frozen=True)
class Page:
    """A file that was read, before anything in it is mended."""

    decoded: Decoded
    """Its text, and the encoding it was in."""
    lines: tuple[Line, ...]
    aside: tuple[Paragraph, ...] = ()
    """What does not belong to the article, with why; in the order of the file."""
    origin: Origin = field(default_factory=Origin)
    """What the file tells outside the article: properties, page data."""
    remarks: tuple[str, ...] = ()
    """What an editor must know about the reading, one sentence or two each."""


def text_page(data: bytes) -> Page:
    """Read plain text: every line is a line. Raises NotTextError."""
    decoded = decode(data)
    return Page(decoded, tuple(Line(line) for line in decoded.text.split("\n")))
